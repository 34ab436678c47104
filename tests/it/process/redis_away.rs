//! Redis is a help: killed, frozen or absent, it fails no request.

use std::{process::Stdio, time::Duration};

use sea_orm::ConnectionTrait;
use tally_entity::Role;
use tally_testkit::{Serving, TestApp, WireClient, free_address, tally_to, wait_for};
use tokio::process::{Child, Command};

use super::{StateDir, token};

const PATH: &str = "/api/v1/admin-management/dashboard/metrics/payment-status/";
const CALLERS: usize = 4;
const CALLS: usize = 400;

async fn redis(port: u16) -> Child {
    let mut command = Command::new("redis-server");
    command.args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
    let child = command.stdout(Stdio::null()).kill_on_drop(true).spawn().expect("redis-server is installed");
    wait_for(([127, 0, 0, 1], port).into()).await.expect("Redis listens");
    child
}

#[tokio::test]
async fn a_killed_redis_fails_no_request() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    app.order(site).insert().await;
    let (state, token) = (StateDir::new(), token(&app, Role::Superadmin, None).await);
    let port = free_address().unwrap().port();
    let mut server = redis(port).await;
    let mut command = tally_to(app.database_url()).unwrap();
    command.env("REDIS_URL", format!("redis://127.0.0.1:{port}"));
    let serving = Serving::start(command, &state.0).await.unwrap();

    let mut callers = tokio::task::JoinSet::new();
    for _ in 0..CALLERS {
        let mut client = WireClient::connect(serving.addr, &token).await.unwrap();
        callers.spawn(async move {
            for _ in 0..CALLS {
                client.load(PATH).await?;
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
            anyhow::Ok(())
        });
    }
    // Answers are ended all the while, so that both levels are asked.
    for round in 0..20 {
        app.db().execute_unprepared("UPDATE orders SET topic = topic || '.'").await.unwrap();
        if round == 5 {
            server.kill().await.unwrap();
        }
        if round == 15 {
            server = redis(port).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let ended = callers.join_all().await;
    assert!(ended.iter().all(Result::is_ok), "{ended:?}");
    println!("{} requests, none failed", CALLERS * CALLS);
}
