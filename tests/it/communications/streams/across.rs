//! Two servers over one Redis.

use std::time::{Duration, Instant};

use tally_testkit::{PrivateRedis, Serving, TestApp, WireClient, tally_to};

use super::{listen, next_of, post, texts, token_of};
use crate::{communications::scene::Scene, process::StateDir};

const POSTS: usize = 10;

#[tokio::test]
async fn what_is_posted_on_one_process_is_heard_on_another_at_once() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let thread = s.thread(&app).await;
    let (redis, state) = (PrivateRedis::start().await, StateDir::new());
    let start = async |name: &str| {
        let mut command = tally_to(app.database_url()).unwrap();
        command.env("REDIS_URL", redis.url());
        Serving::start(command, &state.0.join(name)).await.unwrap()
    };
    let (here, there) = (start("here").await, start("there").await);
    let mut client = WireClient::connect(here.addr, &token_of(&app, &s.client).await).await.unwrap();
    let mut stream = listen(there.addr, &thread, &token_of(&app, &s.writer).await, None).await;
    next_of(&mut stream, "thread_messages").await;

    let mut waits = Vec::new();
    for number in 0..POSTS {
        // A stream looks once a second at most.
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        let text = format!("number {number}");
        let (posted, heard) = tokio::join!(
            async {
                let id = post(&mut client, &thread, s.writer.id, &text).await;
                (id, Instant::now())
            },
            async {
                let event = next_of(&mut stream, "thread_messages").await;
                (event, Instant::now())
            }
        );
        assert_eq!(texts(&heard.0), [(posted.0, text)]);
        waits.push(heard.1.saturating_duration_since(posted.1));
    }
    waits.sort_unstable();
    let (middle, longest) = (waits[POSTS / 2], waits[POSTS - 1]);
    println!("heard on the other process after the answer: median {middle:?}, longest {longest:?}");
    assert!(middle <= Duration::from_millis(200), "{waits:?}");
    assert!(longest <= Duration::from_millis(if tally_testkit::is_soak() { 200 } else { 600 }), "{waits:?}");
}
