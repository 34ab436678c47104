//! Whoever comes back gets all that he missed.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
};

use futures::future::join_all;
use sea_orm::{ActiveModelTrait, Set, TransactionTrait};
use tally_entity::message;
use tally_testkit::{PrivateRedis, Serving, TestApp, WireClient, is_soak, tally_to};

use super::{listen, next_of, post, texts, token_of};
use crate::{communications::scene::Scene, process::StateDir};

const WRITERS: usize = 16;

#[tokio::test]
async fn a_resumed_stream_misses_nothing_while_many_write() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let (redis, state) = (PrivateRedis::start().await, StateDir::new());
    let start = async |name: &str| {
        let mut command = tally_to(app.database_url()).unwrap();
        command.env("REDIS_URL", redis.url());
        Serving::start(command, &state.0.join(name)).await.unwrap()
    };
    let servers = [start("here").await, start("there").await];
    let (client, writer) = (token_of(&app, &s.client).await, token_of(&app, &s.writer).await);
    let each = if is_soak() { 60 } else { 8 };
    let writing = AtomicUsize::new(WRITERS);
    let crowd = join_all((0..WRITERS).map(|number| {
        let (servers, client, writing, thread, s) = (&servers, &client, &writing, &thread, &s);
        async move {
            let mut posts = WireClient::connect(servers[number % 2].addr, client).await.unwrap();
            let mut sent = Vec::new();
            for message in 0..each {
                sent.push(post(&mut posts, thread, s.writer.id, &format!("{number}/{message}")).await);
            }
            writing.fetch_sub(1, SeqCst);
            sent
        }
    }));
    let listener = async {
        let (mut heard, mut last, mut came_back) = (BTreeSet::new(), None::<String>, 0_usize);
        while heard.len() < WRITERS * each {
            let mut stream = listen(servers[came_back % 2].addr, &thread, &writer, last.as_deref()).await;
            // Stays for some events, and for the rest of it once nobody writes.
            for _ in 0..=came_back % 3 {
                let event = next_of(&mut stream, "thread_messages").await;
                if let Some(last) = &last {
                    assert!(event.id.parse::<u64>().unwrap() >= last.parse::<u64>().unwrap(), "ids grow");
                }
                heard.extend(texts(&event).into_iter().map(|(id, _)| id));
                last = Some(event.id);
                if heard.len() >= WRITERS * each {
                    break;
                }
            }
            came_back += 1;
        }
        (heard, came_back)
    };
    let (sent, (heard, came_back)) = tokio::join!(crowd, listener);
    let sent: BTreeSet<i64> = sent.into_iter().flatten().collect();
    assert_eq!(heard, sent);
    println!("{} messages of {WRITERS} writers, all heard over {came_back} connections", sent.len());
}

/// A message with a lower id that becomes visible later is what ids and times would miss.
#[tokio::test]
async fn changes_that_become_visible_late_are_not_missed() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let state = StateDir::new();
    let serving = Serving::start(tally_to(app.database_url()).unwrap(), &state.0).await.unwrap();
    let writer = token_of(&app, &s.writer).await;
    let mut stream = listen(serving.addr, &thread, &writer, None).await;
    assert_eq!(texts(&next_of(&mut stream, "thread_messages").await), []);

    let row = |text: &str| message::ActiveModel {
        website_id: Set(s.site),
        thread_id: Set(thread.id),
        sender_id: Set(s.client.id),
        recipient_id: Set(Some(s.writer.id)),
        sender_role: Set(s.client.role),
        body: Set(text.to_owned()),
        sent_at: Set(tally_testkit::now()),
        ..Default::default()
    };
    let slow = app.db().begin().await.unwrap();
    let late = row("late").insert(&slow).await.unwrap();
    let early = row("early").insert(app.db()).await.unwrap();
    assert!(late.id < early.id);
    let event = next_of(&mut stream, "thread_messages").await;
    assert_eq!(texts(&event), [(early.id.0, "early".to_owned())]);
    drop(stream);
    slow.commit().await.unwrap();
    let mut stream = listen(serving.addr, &thread, &writer, Some(&event.id)).await;
    let resumed = texts(&next_of(&mut stream, "thread_messages").await);
    assert!(resumed.contains(&(late.id.0, "late".to_owned())), "{resumed:?}");
    // An id that means nothing here begins from the newest.
    let far = (1_i64 << 60).to_string();
    let mut stream = listen(serving.addr, &thread, &writer, Some(&far)).await;
    assert_eq!(texts(&next_of(&mut stream, "thread_messages").await).len(), 2);
}
