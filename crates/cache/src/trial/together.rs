//! Processes that reach Redis.

use std::time::Duration;

use futures::future::join_all;
use tokio::time::Instant;

use super::{TAG, Table, prefix, process, redis_url, two, until, value};
use crate::{Source, clock::EVERYTHING};

const LOAD: Duration = Duration::from_millis(100);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_in_two_processes_are_one_load() {
    let table = Table::default();
    let [(one, _o), (two, _t)] = two(&table).await;
    for round in 1..=5 {
        let before = two.inner.clock.applied();
        table.write(&one).await;
        until("both have heard", || {
            let heard = two.inner.clock.applied();
            heard != before && heard == one.inner.clock.applied()
        })
        .await;
        let began = Instant::now();
        let replies =
            join_all((0..200).map(|n| table.get(if n % 2 == 0 { &one } else { &two }, false, LOAD))).await;
        let slowest = began.elapsed();
        assert!(replies.iter().all(|reply| value(reply.as_ref().unwrap()) == round));
        assert_eq!(table.loads(), round, "one load a round");
        println!("round {round}: 1 load for 200 callers of 2 processes in {slowest:?}");
    }
}

#[tokio::test]
async fn a_write_shows_at_once_here_and_soon_elsewhere() {
    let table = Table::default();
    let [(one, _o), (two, _t)] = two(&table).await;
    let mut slowest = Duration::ZERO;
    for _ in 0..200 {
        let (written, told) = table.write(&one).await;
        let began = Instant::now();
        assert!(told);
        assert_eq!(table.read(&one).await.0, written);
        while table.read(&two).await.0 < written {
            tokio::task::yield_now().await;
        }
        slowest = slowest.max(began.elapsed());
        assert_eq!(table.read(&one).await.1, Source::Hit);
    }
    println!("200 writes: on the other process after at most {slowest:?}");
    assert!(table.loads() <= 400, "{} loads", table.loads());
}

#[tokio::test]
async fn an_answer_of_another_process_is_found() {
    let table = Table::default();
    let [(one, _o), (two, _t)] = two(&table).await;
    assert_eq!(table.read(&one).await, (0, Source::Loaded { stored: true }));
    assert_eq!(table.read(&two).await, (0, Source::Level2));
    assert_eq!(table.read(&two).await, (0, Source::Hit));
    let refreshed = table.get(&two, true, Duration::ZERO).await.unwrap();
    assert_eq!((refreshed.source, table.loads()), (Source::Hit, 1), "loaded within the last five seconds");
}

#[tokio::test]
async fn a_load_that_a_write_overtakes_is_not_kept() {
    let table = Table::default();
    let [(one, _o), (two, _t)] = two(&table).await;
    let loading = {
        let (table, one) = (table.clone(), one.clone());
        tokio::spawn(async move { table.get(&one, false, LOAD).await })
    };
    until("the load has read", || table.loads() == 1).await;
    let (written, _) = table.write(&two).await;
    assert_eq!(table.read(&two).await.0, written, "the other's load began too early");
    let overtaken = loading.await.unwrap().unwrap();
    assert_eq!((value(&overtaken), overtaken.source), (0, Source::Loaded { stored: false }));
    assert_eq!(table.read(&one).await.0, written);
}

#[tokio::test]
async fn a_clock_that_is_gone_ends_everything() {
    let table = Table::default();
    let [(one, _o), (two, _t)] = two(&table).await;
    table.read(&one).await;
    table.read(&two).await;
    let names = &one.inner.shared.as_ref().unwrap().link.names;
    let client = deadpool_redis::redis::Client::open(redis_url()).unwrap();
    let mut connection = client.get_multiplexed_async_connection().await.unwrap();
    let gone = [&names.clock, &names.moves].map(String::as_str);
    let _: () = deadpool_redis::redis::cmd("DEL").arg(&gone).query_async(&mut connection).await.unwrap();
    let (written, told) = table.write(&two).await;
    assert!(told);
    assert_eq!(table.read(&two).await.0, written);
    until("the first has heard", || one.inner.clock.applied().epoch == two.inner.clock.applied().epoch).await;
    assert_eq!(table.read(&one).await.0, written);
    assert!(one.invalidate(&[EVERYTHING.to_owned()]).await);
    assert_ne!(table.read(&one).await.1, Source::Hit);
}

#[tokio::test]
async fn what_another_program_wrote_shows_within_a_second() {
    let table = Table::default();
    let [(one, _o), (two, _t)] = two(&table).await;
    table.read(&one).await;
    table.read(&two).await;
    let (written, _) = table.change();
    let began = Instant::now();
    for cache in [&one, &two] {
        while table.read(cache).await.0 < written {
            tokio::task::yield_now().await;
        }
    }
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
    until("the outbox is empty", || table.state.lock().unwrap().rows.is_empty()).await;
}

#[tokio::test]
async fn a_thousand_and_more_tags_move_in_batches_and_are_caught_up_with() {
    let table = Table::default();
    let prefix = prefix();
    let (one, _o) = process(redis_url(), &prefix, &table).await;
    table.read(&one).await;
    let shared = one.inner.shared.as_ref().unwrap();
    let late = crate::clock::TagClock::default();
    assert!(shared.catch_up(&late).await);
    let stamp = late.stamp(&[TAG.to_owned(), "t4321".to_owned()]);
    let untouched = late.stamp(&["users".to_owned()]);
    let tags: Vec<String> = (0..5_000).map(|n| format!("t{n}")).collect();
    let began = Instant::now();
    assert!(one.invalidate(&tags).await);
    println!("5,000 tags moved in {:?}", began.elapsed());
    assert!(late.holds(&stamp));
    assert!(shared.catch_up(&late).await);
    assert!(!late.holds(&stamp) && late.holds(&untouched));
    assert_eq!(late.applied(), one.inner.clock.applied());
}
