//! Redis comes back with what it knew some time ago: that is nobody's truth any more.

use tally_testkit::{Node, Pace};

use super::scene::Scene;

const TIMES: usize = 100;

async fn value(node: &Node, website: i64) -> i64 {
    node.get("long", website, Pace::default()).await.unwrap().value
}

/// Reads, keeps a snapshot, writes, and brings the snapshot back: to the processes that wrote, or to new ones that
/// know nothing else.
async fn restored(new_processes: bool) {
    let mut scene = Scene::with_websites(2).await;
    let (changed, other) = (scene.websites[0], scene.websites[1]);
    let mut nodes = scene.two().await;
    for node in &nodes {
        assert_eq!((value(node, changed).await, value(node, other).await), (0, 0));
    }
    scene.redis.snapshot().await;
    nodes[0].write(changed, 1).await.unwrap();
    for node in &nodes {
        while value(node, changed).await == 0 {}
    }
    if new_processes {
        for node in &nodes {
            node.kill().await.unwrap();
        }
    }
    let run = scene.redis.cli(&["INFO", "server"]).await;
    scene.redis.kill().await;
    scene.redis.restore().await;
    assert_ne!(scene.redis.cli(&["INFO", "server"]).await, run);
    assert_ne!(scene.redis.cli(&["KEYS", "*answer*"]).await, "", "the old answers are there again");
    if new_processes {
        nodes = [scene.node(), scene.node()];
        for node in &nodes {
            node.joined().await.unwrap();
        }
    }
    let mut stale = 0;
    for _ in 0..TIMES {
        for node in &nodes {
            stale += usize::from(value(node, changed).await != 1);
            assert_eq!(value(node, other).await, 0);
        }
    }
    println!("C7: an old snapshot, new processes {new_processes}: {stale} of {} reads stale", 2 * TIMES);
    assert_eq!(stale, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_snapshot_tells_the_processes_that_go_on_nothing() {
    restored(false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_snapshot_tells_new_processes_nothing() {
    restored(true).await;
}
