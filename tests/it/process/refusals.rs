//! What the program refuses to start with, and how it ends.

use std::process::Output;

use tally_testkit::{Serving, TestApp, TestDatabase, WireClient, tally, tally_to};
use tokio::process::Command;

use super::{PATIENCE, StateDir};

async fn run(mut command: Command) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = command.output().await.expect("the program starts");
    (status.code(), String::from_utf8_lossy(&stderr).into_owned())
}

#[tokio::test]
async fn a_wrong_configuration_is_told_whole_and_exits_with_2() {
    let mut command = tally().unwrap();
    command.arg("serve").env("DATABASE_URL", "mysql://x").env("TALLY_NOW", "soon").env("TALLY_COLOUR", "red");
    let (code, text) = run(command).await;
    assert_eq!(code, Some(2), "{text}");
    for name in ["DATABASE_URL", "TALLY_NOW", "TALLY_COLOUR", "TALLY_JWT_SECRET"] {
        assert!(text.contains(name), "{name} is not in: {text}");
    }
}

#[tokio::test]
async fn pending_migrations_and_a_second_server_are_refused() {
    let bare = TestDatabase::bare().await;
    let state = StateDir::new();
    let mut command = tally_to(&bare.url).unwrap();
    command.arg("serve").env("TALLY_STATE_DIR", &state.0);
    let (code, text) = run(command).await;
    assert_eq!(code, Some(1));
    assert!(text.contains("tally migrate"), "{text}");

    let app = TestApp::start().await;
    let first = Serving::start(tally_to(app.database_url()).unwrap(), &state.0).await.unwrap();
    let mut second = tally_to(app.database_url()).unwrap();
    second.arg("serve").env("TALLY_ADDR", "127.0.0.1:0").env("TALLY_STATE_DIR", &state.0);
    let (code, text) = run(second).await;
    assert_eq!(code, Some(1));
    assert!(text.contains("serves this database already"), "{text}");
    drop(first);
}

#[tokio::test]
async fn told_to_end_it_finishes_and_exits_cleanly() {
    let app = TestApp::start().await;
    let state = StateDir::new();
    let Serving { mut process, addr } =
        Serving::start(tally_to(app.database_url()).unwrap(), &state.0).await.unwrap();
    let mut client = WireClient::connect(addr, "").await.unwrap();
    assert_eq!(client.status("/live").await.unwrap(), 200);
    assert_eq!(client.status("/ready").await.unwrap(), 200);
    let id = process.id().expect("it runs").to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().await.unwrap().success());
    let status = tokio::time::timeout(PATIENCE, process.wait()).await.expect("it ends").unwrap();
    assert_eq!(status.code(), Some(0));
}
