//! Messages are lost, and nothing old is shown for it.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use tally_testkit::{Link, Node, Pace, Passing};

use super::scene::{PATIENCE, Scene, rounds, until};

const WEBSITES: usize = 8;
const ELSEWHERE: Duration = Duration::from_millis(100);
const KILLED_EVERY: Duration = Duration::from_millis(400);
/// How often the one website that is written is written.
const WRITTEN_EVERY: Duration = Duration::from_millis(40);
const BEFORE: Duration = Duration::from_secs(2);

/// Of each website, when each write was answered: the first writes 1, the second 2, and so on.
type Written = [Mutex<Vec<Instant>>; WEBSITES];

/// Reads all the while; answers how many reads were stale, and which share was found in memory.
async fn read(
    node: &Node,
    websites: &[i64],
    written: &Written,
    goes_on: impl Fn() -> bool,
) -> (usize, usize, f64) {
    let (mut reads, mut stale, mut hits) = (0_u32, 0, 0_u32);
    while goes_on() {
        for (website, answered) in websites.iter().zip(written) {
            let began = Instant::now();
            let read = node.get("long", *website, Pace::default()).await.unwrap();
            let seen = usize::try_from(read.value).unwrap();
            let unseen = answered.lock().unwrap().get(seen).copied();
            if let Some(late) = unseen.and_then(|at| began.checked_duration_since(at))
                && late > ELSEWHERE
            {
                println!("stale: {} read {late:?} after the write of the next", read.value);
                stale += 1;
            }
            reads += 1;
            hits += u32::from(read.source == "Hit");
        }
    }
    (reads as usize, stale, f64::from(hits) / f64::from(reads))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_subscribers_lose_messages_and_show_nothing_old() {
    let scene = Scene::with_websites(WEBSITES).await;
    let [writer, reader] = scene.two().await.map(Arc::new);
    let written: Arc<Written> = Arc::default();
    let ended = Arc::new(AtomicBool::new(false));
    let writing = {
        let (written, ended, websites) = (Arc::clone(&written), Arc::clone(&ended), scene.websites.clone());
        tokio::spawn(async move {
            while !ended.load(SeqCst) {
                for (website, answered) in websites.iter().zip(written.iter()) {
                    let next = answered.lock().unwrap().len() + 1;
                    writer.write(*website, i64::try_from(next).unwrap()).await.unwrap();
                    answered.lock().unwrap().push(Instant::now());
                    tokio::time::sleep(WRITTEN_EVERY).await;
                }
            }
        })
    };
    let during = |time: Duration| {
        let began = Instant::now();
        move || began.elapsed() < time
    };
    let (_, stale_before, before) = read(&reader, &scene.websites, &written, during(BEFORE)).await;

    let kills = rounds(15, 75);
    let reading = {
        let (reader, websites, written) = (Arc::clone(&reader), scene.websites.clone(), Arc::clone(&written));
        let time = KILLED_EVERY * u32::try_from(kills).unwrap();
        tokio::spawn(async move { read(&reader, &websites, &written, during(time)).await })
    };
    let mut killed = 0;
    while !reading.is_finished() {
        let answer = scene.redis.cli(&["CLIENT", "KILL", "TYPE", "pubsub"]).await;
        killed += answer.parse::<u32>().unwrap();
        tokio::time::sleep(KILLED_EVERY).await;
    }
    let (reads, stale, while_killed) = reading.await.unwrap();
    reader.joined().await.unwrap();
    let (_, stale_after, after) = read(&reader, &scene.websites, &written, during(BEFORE)).await;
    ended.store(true, SeqCst);
    writing.await.unwrap();
    println!(
        "C6: {killed} subscribers killed under {reads} reads: {} stale; found in memory {:.1} % before, {:.1} % \
         meanwhile, {:.1} % after",
        stale_before + stale + stale_after,
        before * 100.0,
        while_killed * 100.0,
        after * 100.0
    );
    assert!(killed > 0);
    assert_eq!(stale_before + stale + stale_after, 0);
    assert!(after >= before * 0.9);
}

#[tokio::test]
async fn a_frozen_link_shows_the_old_for_two_seconds_at_most() {
    let scene = Scene::with_websites(1).await;
    let website = scene.websites[0];
    let redis = scene.redis.url().trim_start_matches("redis://").parse().unwrap();
    let link = Link::to(redis).await;
    let (near, far) = (scene.node(), scene.node_at(&format!("redis://{}", link.addr)));
    near.joined().await.unwrap();
    let mut slowest = Duration::ZERO;
    let times = i64::try_from(rounds(2, 20)).unwrap();
    for value in 1..=times {
        far.joined().await.unwrap();
        scene.told().await;
        far.get("long", website, Pace::default()).await.unwrap();
        link.set(Passing::Nothing);
        near.write(website, value).await.unwrap();
        let shown = until("the other process shows it", async || {
            far.get("long", website, Pace::default()).await.unwrap().value == value
        });
        slowest = slowest.max(shown.await);
        link.set(Passing::Everything);
    }
    println!("C6: {times} writes behind a frozen link: shown after at most {slowest:?}");
    assert!(slowest <= Duration::from_secs(2) && slowest < PATIENCE, "{slowest:?}");
}
