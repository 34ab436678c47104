//! A machine without a database server: the embedded PostgreSQL from empty folder to answered dashboard.

use serde_json::Value;
use tally_testkit::{Serving, WireClient, tally};
use tokio::process::Command;

use super::StateDir;

fn at(state: &StateDir, arguments: &[&str]) -> Command {
    let mut command = tally().unwrap();
    command.args(arguments).env("TALLY_STATE_DIR", &state.0);
    command
}

async fn json(mut command: Command) -> Value {
    let output = command.output().await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("--json prints JSON")
}

#[tokio::test]
async fn migrate_seed_and_serve_need_no_server() {
    let state = StateDir::new();
    let applied = json(at(&state, &["--json", "migrate"])).await;
    assert!(applied["applied"].as_array().is_some_and(|applied| !applied.is_empty()));
    let loaded = json(at(&state, &["--json", "seed", "--size", "small"])).await;
    assert_eq!(loaded["loaded"]["orders"], 2_000);
    let again = json(at(&state, &["--json", "seed", "--size", "small"])).await;
    assert_eq!(again["already_there"].as_array().map(Vec::len), Some(3));

    let serving = Serving::start(tally().unwrap(), &state.0).await.unwrap();
    let second = at(&state, &["serve"]).output().await.unwrap();
    let refusal = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(!second.status.success() && refusal.contains("is in use by another Tally"), "{refusal}");

    let mut client = WireClient::connect(serving.addr, "").await.unwrap();
    assert_eq!(client.status("/ready").await.unwrap(), 200);
    assert_eq!(client.status("/api/v1/admin-management/dashboard/").await.unwrap(), 401);
    for page in ["/", "/api/docs"] {
        let page = client.get(page).await.unwrap();
        assert!(page.head.contains("content-security-policy: default-src 'none'"), "{}", page.head);
    }
}
