//! Processes that are gone.

use super::servers::{Servers, until};

const COUNTERS: &str = "{tally}:counters";

#[tokio::test]
async fn the_dead_are_not_counted_and_not_kept() {
    let servers = Servers::new().await;
    let ((_one, mut one), (mut two, _asking), (mut three, _other)) =
        tokio::join!(servers.start(), servers.start(), servers.start());
    let processes =
        async |asking: &mut super::servers::Asking| asking.json("/insight/cache/").await["processes"].clone();
    until("all have told", async || processes(&mut one).await == 3).await;

    // One that ends takes back what it told.
    let ending = three.process.id().unwrap();
    tally_testkit::signal(ending, "TERM").await.unwrap();
    three.process.wait().await.unwrap();
    assert_eq!(processes(&mut one).await, 2);

    // One that is killed cannot; a minute later nobody believes it any more. Here the minute passes at once.
    let names = async || servers.redis.cli(&["HKEYS", COUNTERS]).await;
    let before = names().await;
    two.process.kill().await.unwrap();
    for process in before.lines() {
        let told = servers.redis.cli(&["HGET", COUNTERS, process]).await;
        let (at, text) = told.split_once(' ').unwrap();
        let aged = format!("{} {text}", at.parse::<i64>().unwrap() - 60_000);
        servers.redis.cli(&["HSET", COUNTERS, process, &aged]).await;
    }
    assert_eq!(processes(&mut one).await, 1, "itself, whom it need not ask");
    let left = names().await;
    assert!(left.lines().count() <= 1, "{left}");
}
