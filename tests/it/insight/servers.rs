//! Real servers that share a Redis of their own.

use serde_json::Value;
use tally_entity::Role;
use tally_testkit::{PrivateRedis, Serving, TestApp, WireClient, tally_to};
use tokio::process::Command;

use crate::process::{PATIENCE, StateDir, token};

pub(super) const PAYMENTS: &str = "/admin-management/dashboard/metrics/payment-status/";
pub(super) const TIPS: &str = "/admin-management/tips/dashboard/";

pub(super) struct Servers {
    pub(super) app: TestApp,
    pub(super) redis: PrivateRedis,
    pub(super) state: StateDir,
    pub(super) token: String,
}

impl Servers {
    pub(super) async fn new() -> Self {
        let app = TestApp::start().await;
        let site = app.website("alpha").await;
        app.order(site).insert().await;
        let token = token(&app, Role::Superadmin, None).await;
        Self { app, redis: PrivateRedis::start().await, state: StateDir::new(), token }
    }

    /// The program, told where everything is.
    pub(super) fn tally(&self, arguments: &[&str]) -> Command {
        let mut command = tally_to(self.app.database_url()).unwrap();
        command.args(arguments).env("REDIS_URL", self.redis.url()).env("TALLY_STATE_DIR", &self.state.0);
        command
    }

    pub(super) async fn start(&self) -> (Serving, Asking) {
        self.serve(self.tally(&[])).await
    }

    pub(super) async fn serve(&self, command: Command) -> (Serving, Asking) {
        let serving = Serving::start(command, &self.state.0).await.unwrap();
        let mut asking = Asking(WireClient::connect(serving.addr, &self.token).await.unwrap());
        until("it shares answers", async || asking.own().await["level2"]["state"] == "up").await;
        (serving, asking)
    }

    /// Two of them, with nothing left to hear of each other.
    pub(super) async fn two(&self) -> [(Serving, Asking); 2] {
        let (mut one, mut two) = tokio::join!(self.start(), self.start());
        until("they know the same", async || {
            let clocks = [one.1.own().await["clock"].clone(), two.1.own().await["clock"].clone()];
            let quiet =
                clocks.iter().all(|clock| clock["outbox_rows"] == 0 && clock["seq"] == clock["applied_seq"]);
            quiet && clocks[0]["seq"] == clocks[1]["seq"] && clocks[0]["epoch"] == clocks[1]["epoch"]
        })
        .await;
        [one, two]
    }
}

/// A superadmin who asks one server.
pub(super) struct Asking(pub(super) WireClient);

impl Asking {
    /// What `Cache-Status` says of an answer.
    pub(super) async fn status(&mut self, path: &str) -> String {
        let head = self.0.get(&format!("/api/v1{path}")).await.unwrap().head;
        let status = head.lines().find_map(|line| line.strip_prefix("cache-status: tally; "));
        status.unwrap_or_default().to_owned()
    }

    pub(super) async fn json(&mut self, path: &str) -> Value {
        serde_json::from_slice(&self.0.get(&format!("/api/v1{path}")).await.unwrap().body).unwrap()
    }

    pub(super) async fn post(&mut self, path: &str, body: &Value) -> Value {
        let (status, answer) = self.0.post(&format!("/api/v1{path}"), &body.to_string()).await.unwrap();
        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&answer.body));
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// What the process tells about itself alone.
    pub(super) async fn own(&mut self) -> Value {
        self.json("/insight/cache/?scope=process").await
    }

    /// The row of one policy.
    pub(super) async fn policy(&mut self, name: &str, scope: &str) -> Value {
        let all = self.json(&format!("/insight/cache/?policy={name}&scope={scope}")).await;
        all["policies"].as_array().unwrap().iter().find(|row| row["policy"] == name).unwrap().clone()
    }
}

/// Waits until `what` happens.
pub(super) async fn until(what: &str, mut happens: impl AsyncFnMut() -> bool) {
    let began = std::time::Instant::now();
    while !happens().await {
        assert!(began.elapsed() < PATIENCE, "never: {what}");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}
