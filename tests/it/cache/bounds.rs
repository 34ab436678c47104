//! Memory is bounded, whatever is asked for.

use std::fs;

use super::scene::{Scene, rounds};
use tally_testkit::{Node, TestApp};

const CAP: u64 = 4 << 20;
const PER_STEP: usize = 1_000;
const BODY: usize = 500;

fn resident_bytes(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1_024
}

async fn size(node: &Node) -> (u64, u64) {
    let text = node.ask("size").await.unwrap();
    let (bytes, entries) = text.split_once(' ').unwrap();
    (bytes.parse().unwrap(), entries.parse().unwrap())
}

#[tokio::test]
async fn a_million_variants_stay_within_the_cap() {
    let scene = Scene::with_websites(1).await;
    // Nowhere is Redis: this is about memory.
    let node = Node::start(scene.app.database_url(), "redis://127.0.0.1:1", "", CAP).unwrap();
    let steps = rounds(20, 1_000);
    let (mut heaviest, mut most, mut full, mut at_end) = (0, 0, 0, 0);
    for step in 0..steps {
        let command = format!("fill {} {PER_STEP} {BODY}", step * PER_STEP);
        assert_eq!(node.ask(&command).await.unwrap(), "filled");
        let (bytes, entries) = size(&node).await;
        (heaviest, most) = (heaviest.max(bytes), most.max(entries));
        at_end = resident_bytes(node.id);
        if step == 10 {
            full = at_end;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "megabytes")]
    let share = 100.0 * heaviest as f64 / CAP as f64;
    println!(
        "C15: {} variants of {BODY} bytes: at most {share:.1} % of the cap and {most} kept; the process grew by \
         {} kB after the first 11,000",
        steps * PER_STEP,
        at_end.saturating_sub(full) / 1_024
    );
    assert!(heaviest * 100 <= CAP * 105, "{heaviest}");
    assert!(most * BODY as u64 <= CAP && most > 1_000, "{most}");
    assert!(at_end <= full + 2 * CAP, "{full} bytes when full, {at_end} at the end");
}

#[tokio::test]
async fn parameters_nobody_knows_make_no_entries() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    let path = "/admin-management/dashboard/metrics/payment-status/";
    admin.get(path).await.assert_status(200);
    let (_, before) = app.state.cache.size();
    let asked = rounds(500, 20_000);
    for number in 0..asked {
        let reply = admin.get(&format!("{path}?colour=red{number}&_={number}")).await;
        assert!(reply.header("cache-status").starts_with("tally; hit"));
    }
    let (_, after) = app.state.cache.size();
    println!("C15: {asked} requests with parameters nobody knows: {} new entries", after - before);
    assert_eq!(before, after);
}
