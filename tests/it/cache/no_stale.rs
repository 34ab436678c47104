//! What was written is what is read, whatever the order.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use tally_testkit::{Node, Pace};
use tokio::task::JoinSet;

use super::{
    oracle::Churn,
    scene::{Scene, rounds},
};

const WEBSITES: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_order_of_reads_and_writes_shows_an_old_value() {
    let scene = Scene::with_websites(WEBSITES).await;
    let churn = Churn::over(&scene, Duration::from_millis(100)).await;
    let left = Arc::new(AtomicUsize::new(rounds(1_500, 10_000)));
    let one_more = move || left.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)).is_ok();
    churn.begin(one_more).join_all().await;
    let behind = churn.behind.load(SeqCst);
    println!("C4: random {}; {behind} served while a load went on behind", churn.figures());
    assert!(behind > 0, "no load went on behind");
    assert_eq!((churn.stale.load(SeqCst), churn.failed.load(SeqCst)), (0, 0));
}

/// Writes here, reads here at once and there after 50 ms; answers how many were stale here and there.
async fn own_and_other(here: &Node, there: &Node, website: i64, times: i64) -> [usize; 2] {
    let mut stale = [0, 0];
    for value in 1..=times {
        here.write(website, value).await.unwrap();
        let own = here.get("long", website, Pace::default()).await.unwrap();
        stale[0] += usize::from(own.value != value);
        tokio::time::sleep(Duration::from_millis(50)).await;
        let other = there.get("long", website, Pace::default()).await.unwrap();
        stale[1] += usize::from(other.value != value);
    }
    stale
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_wrote_reads_it_at_once_and_everybody_soon() {
    let scene = Scene::with_websites(WEBSITES).await;
    let nodes = Arc::new(scene.two().await);
    let times = rounds(1_000, 10_000) / WEBSITES;
    let mut pairs = JoinSet::new();
    for (number, website) in scene.websites.iter().copied().enumerate() {
        let nodes = Arc::clone(&nodes);
        pairs.spawn(async move {
            let (here, there) = (&nodes[number % 2], &nodes[(number + 1) % 2]);
            own_and_other(here, there, website, i64::try_from(times).unwrap()).await
        });
    }
    let stale = pairs.join_all().await;
    let stale = [0, 1].map(|at| stale.iter().map(|pair| pair[at]).sum::<usize>());
    println!(
        "C5: {} writes: {} stale where it was written, {} on the other process after 50 ms",
        times * WEBSITES,
        stale[0],
        stale[1]
    );
    assert_eq!(stale, [0, 0]);
}
