//! What is served beside the API: a built frontend, and the metrics.

use std::fs;

use tally_testkit::{Serving, TestApp, WireClient, tally_to};

use super::StateDir;

const INDEX: &str = "<!doctype html><title>Screens</title>";
const SCRIPT: &str = "console.log('screens')";

#[tokio::test]
async fn a_frontend_answers_every_address_outside_the_api() {
    let app = TestApp::start().await;
    let state = StateDir::new();
    let dist = state.0.join("dist");
    fs::create_dir_all(dist.join("assets")).unwrap();
    fs::write(dist.join("index.html"), INDEX).unwrap();
    fs::write(dist.join("assets/app.js"), SCRIPT).unwrap();
    let mut command = tally_to(app.database_url()).unwrap();
    command.env("TALLY_FRONTEND_DIR", &dist).env("TALLY_LISTENERS", "3");
    let serving = Serving::start(command, &state.0).await.unwrap();

    let mut client = WireClient::connect(serving.addr, "").await.unwrap();
    for (path, body) in [("/", INDEX), ("/dashboard/orders/7", INDEX), ("/assets/app.js", SCRIPT)] {
        assert_eq!(client.get(path).await.unwrap().body, body.as_bytes(), "{path}");
    }
    assert_eq!(client.status("/api/v1/no-such-address").await.unwrap(), 404);
    assert_eq!(client.status("/api/v1/websites/websites/").await.unwrap(), 401);

    let mut metrics = WireClient::connect(serving.ops_addr, "").await.unwrap();
    let page = String::from_utf8(metrics.get("/metrics").await.unwrap().body).unwrap();
    assert!(page.contains("route=\"/api/v1/websites/websites\",status=\"401\""), "{page}");
    assert_eq!(client.status("/metrics").await.unwrap(), 200, "on the public listener it is only a screen");
}
