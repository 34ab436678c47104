//! How much a listener costs.

use futures::{StreamExt as _, stream};
use sea_orm::ConnectionTrait as _;
use tally_testkit::{Listening, Serving, TestApp, is_soak, tally_to};
use tokio::time::{Duration, sleep};

use super::{STREAM, next, token_of};
use crate::{communications::scene::Scene, process::StateDir};

const MOST_KB: f64 = 40.0;
const PEOPLE: usize = 20;

#[tokio::test]
async fn a_listener_takes_little_memory() {
    let app = TestApp::start().await;
    let s = Scene::new(&app, "alpha").await;
    let listeners = if is_soak() { 2_000 } else { 400 };
    let mut tokens = Vec::new();
    for _ in 0..PEOPLE {
        let client = app.user(tally_entity::Role::Client, Some(s.site)).insert().await;
        let order = app.order(s.site).insert().await;
        let thread = app.talk(&order, &[&client, &s.support]).await;
        for _ in 0..5 {
            app.said(&thread, &s.support, &client).insert().await;
        }
        tokens.push((token_of(&app, &client).await, thread.id));
    }
    app.db().execute_unprepared("ANALYZE").await.unwrap();
    let state = StateDir::new();
    let serving = Serving::start(tally_to(app.database_url()).unwrap(), &state.0).await.unwrap();
    let open = async |number: usize| {
        let (token, thread) = &tokens[number % PEOPLE];
        let path = if number.is_multiple_of(2) { STREAM.to_owned() } else { format!("{STREAM}{thread}/") };
        let mut stream = Listening::open(serving.addr, &path, token, None).await.unwrap();
        next(&mut stream).await;
        stream
    };
    // What the first ones bring up belongs to the process.
    let warm: Vec<_> = stream::iter(0..100).map(open).buffered(8).collect().await;
    sleep(Duration::from_secs(1)).await;
    let before = serving.megabytes("VmRSS").unwrap();
    let held: Vec<_> = stream::iter(0..listeners).map(open).buffered(8).collect().await;
    sleep(Duration::from_secs(2)).await;
    let grown = (serving.megabytes("VmRSS").unwrap() - before) * 1024.0;
    #[expect(clippy::cast_precision_loss, reason = "thousands")]
    let each = grown / held.len() as f64;
    println!("{} listeners take {each:.1} KB each", held.len());
    assert!(each <= MOST_KB, "{each:.1} KB each");
    drop(warm);
}
