//! A Redis server of a test's own, which may be killed, frozen and emptied.

use std::{
    env, fs,
    path::PathBuf,
    process::{Output, Stdio},
};

use anyhow::Context as _;
use tokio::process::{Child, Command};
use uuid::Uuid;

use crate::{free_address, process::signal, wait_for};

/// The file of a snapshot, in the server's folder.
const SNAPSHOT: &str = "snapshot.rdb";

/// A server that keeps nothing on disk unless it is told to; it ends with the test.
pub struct PrivateRedis {
    port: u16,
    server: Option<Child>,
    folder: PathBuf,
}

impl PrivateRedis {
    /// A running server.
    pub async fn start() -> Self {
        let mut redis = Self::absent();
        redis.revive().await;
        redis
    }

    /// A place where no server listens yet.
    pub fn absent() -> Self {
        let folder = env::temp_dir().join(format!("tally-redis-{}", Uuid::new_v4().simple()));
        fs::create_dir(&folder).expect("a folder of its own");
        Self { port: free_address().expect("a free port").port(), server: None, folder }
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Starts it, empty, at the same address.
    pub async fn revive(&mut self) {
        let _ = fs::remove_file(self.folder.join(SNAPSHOT));
        self.restore().await;
    }

    /// Writes down what it knows now, for [`PrivateRedis::restore`].
    pub async fn snapshot(&self) {
        assert_eq!(self.cli(&["SAVE"]).await, "OK");
    }

    /// Starts it at the same address with what its last snapshot knew.
    pub async fn restore(&mut self) {
        let port = self.port.to_string();
        let mut command = Command::new("redis-server");
        command.args(["--port", &port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
        command.args(["--dbfilename", SNAPSHOT]).arg("--dir").arg(&self.folder);
        let server = command.stdout(Stdio::null()).kill_on_drop(true).spawn();
        self.server = Some(server.expect("redis-server is installed"));
        wait_for(([127, 0, 0, 1], self.port).into()).await.expect("Redis listens");
    }

    /// `kill -9`.
    pub async fn kill(&mut self) {
        let mut server = self.server.take().expect("it runs");
        server.kill().await.expect("it can be killed");
    }

    /// SIGSTOP: connections stay open, and nothing answers.
    pub async fn freeze(&self) {
        self.signal("STOP").await;
    }

    /// SIGCONT.
    pub async fn thaw(&self) {
        self.signal("CONT").await;
    }

    async fn signal(&self, name: &str) {
        let server = self.server.as_ref().and_then(Child::id).expect("it runs");
        signal(server, name).await.expect("its own process can be signalled");
    }

    /// What `redis-cli` prints for a command.
    pub async fn cli(&self, words: &[&str]) -> String {
        let asked = Command::new("redis-cli").args(["-p", &self.port.to_string()]).args(words).output();
        let Output { status, stdout, .. } = asked.await.context("redis-cli").expect("redis-cli is installed");
        assert!(status.success(), "{words:?}");
        String::from_utf8_lossy(&stdout).trim().to_owned()
    }

    /// How many commands of each of `names` the server has run, those inside scripts included.
    pub async fn calls<const N: usize>(&self, names: [&str; N]) -> [u64; N] {
        let stats = self.cli(&["INFO", "commandstats"]).await;
        names.map(|name| {
            let line = stats.lines().find_map(|line| line.strip_prefix(&format!("cmdstat_{name}:calls=")));
            line.and_then(|line| line.split(',').next()?.parse().ok()).unwrap_or(0)
        })
    }
}

impl Drop for PrivateRedis {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
