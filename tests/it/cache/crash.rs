//! A process dies after the commit and before anybody heard of it; a program that knows no cache writes.

use std::time::{Duration, Instant};

use tally_testkit::Pace;
use tokio::process::Command;

use super::scene::{Scene, rounds, until};

#[tokio::test]
async fn killed_after_the_commit_its_writes_show_within_two_seconds() {
    let scene = Scene::with_websites(1).await;
    let (website, survivor) = (scene.websites[0], scene.node());
    survivor.joined().await.unwrap();
    let kills = i64::try_from(rounds(10, 100)).unwrap();
    let mut slowest = Duration::ZERO;
    for value in 1..=kills {
        let dying = scene.node();
        dying.joined().await.unwrap();
        for node in [&survivor, &dying] {
            assert_eq!(node.get("long", website, Pace::default()).await.unwrap().value, value - 1);
        }
        dying.write_untold(website, value).await.unwrap();
        let began = Instant::now();
        dying.kill().await.unwrap();
        until("the survivor shows it", async || {
            survivor.get("long", website, Pace::default()).await.unwrap().value == value
        })
        .await;
        slowest = slowest.max(began.elapsed());
    }
    println!(
        "C9: {kills} processes killed between commit and news: shown elsewhere after at most {slowest:?}"
    );
    assert!(slowest <= Duration::from_secs(2), "{slowest:?}");
}

#[tokio::test]
async fn what_psql_changes_shows_within_a_second() {
    let scene = Scene::with_websites(1).await;
    let website = scene.websites[0];
    let nodes = scene.two().await;
    let changes = i64::try_from(rounds(10, 100)).unwrap();
    let mut slowest = Duration::ZERO;
    for value in 1..=changes {
        for node in &nodes {
            assert_eq!(node.get("long", website, Pace::default()).await.unwrap().value, value - 1);
        }
        let sql = format!("UPDATE orders SET total_price_cents = {value} WHERE website_id = {website}");
        let psql = Command::new("psql").args([scene.app.database_url(), "-qc", &sql]).status().await;
        assert!(psql.expect("psql is installed").success());
        let began = Instant::now();
        for node in &nodes {
            until("it shows", async || {
                node.get("long", website, Pace::default()).await.unwrap().value == value
            })
            .await;
        }
        slowest = slowest.max(began.elapsed());
    }
    println!("C9: {changes} changes by psql: shown by both processes after at most {slowest:?}");
    assert!(slowest <= Duration::from_secs(1), "{slowest:?}");
}

#[tokio::test]
async fn writes_while_redis_is_down_are_not_forgotten_when_it_returns() {
    let mut scene = Scene::with_websites(4).await;
    let nodes = scene.two().await;
    let (mut stale, mut value) = (0, 0);
    let outages = rounds(2, 20);
    for outage in 0..outages {
        // A frozen server comes back with the clock it had, a killed one with none.
        let is_killed = outage % 2 == 0;
        for node in &nodes {
            for website in scene.websites.iter().copied() {
                node.get("long", website, Pace::default()).await.unwrap();
            }
        }
        if is_killed {
            scene.redis.kill().await;
        } else {
            scene.redis.freeze().await;
        }
        for round in 0..8 {
            value += 1;
            let (website, here) = (scene.websites[round % scene.websites.len()], &nodes[round % 2]);
            here.write(website, value).await.unwrap();
            let own = here.get("long", website, Pace::default()).await.unwrap();
            stale += usize::from(own.value != value);
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        if is_killed {
            scene.redis.revive().await;
        } else {
            scene.redis.thaw().await;
        }
        for node in &nodes {
            node.joined().await.unwrap();
        }
        for (at, website) in scene.websites.iter().copied().enumerate() {
            let last = value - 3 + i64::try_from(at).unwrap();
            for node in &nodes {
                let read = node.get("long", website, Pace::default()).await.unwrap();
                stale += usize::from(read.value != last);
            }
        }
        scene.told().await;
    }
    println!(
        "C9: {value} writes during {outages} outages of Redis: {stale} stale, then and after its return"
    );
    assert_eq!(stale, 0);
}
