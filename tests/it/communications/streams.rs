//! `order-communications/communication-threads-stream`, from servers in other processes.

mod across;
mod crowd;
mod events;
mod resumed;

use std::{net::SocketAddr, time::Duration};

use serde_json::{Value, json};
use tally_auth::token;
use tally_config::Secret;
use tally_entity::{UserId, thread, user};
use tally_testkit::{Listening, PROCESS_SECRET, SentEvent, TestApp, WireClient};
use tokio::time::timeout;

use super::scene::messages;

const STREAM: &str = "/api/v1/order-communications/communication-threads-stream/";
/// Far longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// A token of a user, signed as the servers sign.
async fn token_of(app: &TestApp, user: &user::Model) -> String {
    let session = app.session(user).await;
    let subject = token::Subject {
        user: user.id,
        session,
        version: user.token_version,
        role: user.role,
        website: user.website_id,
    };
    token::issue(&Secret::new(PROCESS_SECRET), subject).expect("tokens can be signed")
}

/// Posts a message and says which it is.
async fn post(by: &mut WireClient, thread: &thread::Model, to: UserId, text: &str) -> i64 {
    let path = format!("/api/v1{}", messages(thread));
    let body = json!({ "recipient": to, "message": text }).to_string();
    let (status, answer) = by.post(&path, &body).await.unwrap();
    let row: Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(status, 201, "{row}");
    row["id"].as_i64().unwrap()
}

async fn next(stream: &mut Listening) -> SentEvent {
    timeout(PATIENCE, stream.next()).await.expect("an event in time").expect("the stream goes on")
}

/// The next event of this name.
async fn next_of(stream: &mut Listening, name: &str) -> SentEvent {
    loop {
        let event = next(stream).await;
        if event.name == name {
            return event;
        }
        assert_ne!(event.name, "end", "{}", event.data);
    }
}

async fn listen(addr: SocketAddr, thread: &thread::Model, token: &str, last: Option<&str>) -> Listening {
    let stream = Listening::open(addr, &format!("{STREAM}{}/", thread.id), token, last).await.unwrap();
    assert!(stream.head.contains(" 200 "), "{}", stream.head);
    stream
}

/// The messages of an event: their ids and texts.
fn texts(event: &SentEvent) -> Vec<(i64, String)> {
    let rows = event.data.as_array().expect("messages");
    rows.iter()
        .map(|row| (row["id"].as_i64().unwrap(), row["message"].as_str().unwrap().to_owned()))
        .collect()
}
