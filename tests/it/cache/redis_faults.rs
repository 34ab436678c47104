//! Redis is emptied and restarted: nothing old is read, and nothing fails.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::Duration,
};

use super::{
    oracle::Churn,
    scene::{Scene, rounds},
};

const BETWEEN: Duration = Duration::from_millis(400);
/// What a write may take to show on another process while Redis is up, and while it is away.
const TOLD: Duration = Duration::from_millis(100);
const SWEPT: Duration = Duration::from_secs(1);

async fn under_load(
    scene: &mut Scene,
    elsewhere: Duration,
    mut fault: impl AsyncFnMut(&mut Scene),
) -> String {
    let churn = Churn::over(scene, elsewhere).await;
    let ended = Arc::new(AtomicBool::new(false));
    let goes_on = {
        let ended = Arc::clone(&ended);
        move || !ended.load(SeqCst)
    };
    let workers = churn.begin(goes_on);
    let times = rounds(6, 60);
    for _ in 0..times {
        tokio::time::sleep(BETWEEN).await;
        fault(scene).await;
        churn.joined().await;
    }
    tokio::time::sleep(BETWEEN).await;
    ended.store(true, SeqCst);
    workers.join_all().await;
    let figures = format!("{times} times: {}", churn.figures());
    assert_eq!((churn.stale.load(SeqCst), churn.failed.load(SeqCst)), (0, 0), "{figures}");
    figures
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn emptied_redis_shows_nothing_old() {
    let mut scene = Scene::with_websites(8).await;
    let emptied = async |scene: &mut Scene| assert_eq!(scene.redis.cli(&["FLUSHALL"]).await, "OK");
    println!("C7: FLUSHALL {}", under_load(&mut scene, TOLD, emptied).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn restarted_redis_shows_nothing_old() {
    let mut scene = Scene::with_websites(8).await;
    let restarted = async |scene: &mut Scene| {
        scene.redis.kill().await;
        scene.redis.revive().await;
    };
    println!("C7: restart {}", under_load(&mut scene, SWEPT, restarted).await);
}
