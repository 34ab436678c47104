//! The program itself, as other processes.

use std::{
    env, fs,
    net::{SocketAddr, TcpListener},
    path::Path,
    process::Stdio,
    time::Duration,
};

use anyhow::Context as _;
use tokio::{
    net::TcpStream,
    process::{Child, Command},
};

/// Signs the tokens of every process under test.
pub const PROCESS_SECRET: &str = "0123456789abcdef-for-processes-under-test";
/// How long a program may take to listen; starting an embedded database is the longest part.
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// A program of this build, with an environment of its own; in the long form of the fault tests the optimised one,
/// because what callers feel is measured.
///
/// # Errors
/// When it has not been built.
pub(crate) fn program(name: &str) -> anyhow::Result<Command> {
    let here = env::current_exe()?;
    // Tests lie in `deps`, one level below the programs.
    let folders = here.ancestors().skip(1).take(2);
    let in_place = |folder: &Path| if is_soak() { folder.join("../release") } else { folder.to_owned() };
    let program = folders.map(|folder| in_place(folder).join(name)).find(|program| program.is_file());
    let missing = || format!("the program `{name}` is not built; `make` builds it first");
    let mut command = Command::new(program.with_context(missing)?);
    #[expect(clippy::disallowed_methods, reason = "the search path is no setting of the program")]
    let path = env::var("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).kill_on_drop(true);
    Ok(command)
}

/// The program `tally` of this build, with an environment of its own.
///
/// # Errors
/// When it has not been built.
pub fn tally() -> anyhow::Result<Command> {
    let mut command = program("tally")?;
    // What a test counts is what it asked for itself.
    command.env("TALLY_WARM", "off").env("TALLY_RATE_LIMITS", "off").env("TALLY_REMINDERS_SECONDS", "0");
    Ok(command)
}

/// The same, told to work on the database at `url`.
///
/// # Errors
/// When it has not been built.
pub fn tally_to(url: &str) -> anyhow::Result<Command> {
    let mut command = tally()?;
    command.env("DATABASE_URL", url).env("TALLY_JWT_SECRET", PROCESS_SECRET);
    Ok(command)
}

/// A serving process.
pub struct Serving {
    /// The process.
    pub process: Child,
    /// Where it serves.
    pub addr: SocketAddr,
    /// Where its metrics are.
    pub ops_addr: SocketAddr,
}

impl Serving {
    /// Starts `command`, which is [`tally`] or [`tally_to`] with more settings, as a server, and waits for it.
    ///
    /// # Errors
    /// When it does not listen in time.
    pub async fn start(mut command: Command, state_dir: &Path) -> anyhow::Result<Self> {
        let (addr, ops_addr) = (free_address()?, free_address()?);
        command
            .arg("serve")
            .env("TALLY_ADDR", addr.to_string())
            .env("TALLY_OPS_ADDR", ops_addr.to_string())
            .env("TALLY_STATE_DIR", state_dir)
            .env("TALLY_LOG", "warn")
            .stdout(Stdio::null());
        let process = command.spawn()?;
        wait_for(addr).await?;
        Ok(Self { process, addr, ops_addr })
    }
}

impl Serving {
    /// How many megabytes it has (`VmRSS`), or had at most (`VmHWM`).
    ///
    /// # Errors
    /// When it has ended.
    pub fn megabytes(&self, field: &str) -> anyhow::Result<f64> {
        let process = self.process.id().context("the server has ended")?;
        let status = fs::read_to_string(format!("/proc/{process}/status"))?;
        let found = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
        let kilobytes: f64 =
            found.with_context(|| format!("no {field}"))?.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes / 1024.0)
    }
}

/// An address on this machine that nobody listens on.
///
/// # Errors
/// When there is none left.
pub fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// Waits until somebody listens.
///
/// # Errors
/// When nobody does in time.
pub async fn wait_for(addr: SocketAddr) -> anyhow::Result<()> {
    let listening = async {
        while TcpStream::connect(addr).await.is_err() {
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    };
    tokio::time::timeout(PATIENCE, listening).await.with_context(|| format!("nobody listens on {addr}"))
}

/// Sends a signal (`KILL`, `STOP`, `CONT`, `TERM`) to a process.
///
/// # Errors
/// When there is no such process.
pub async fn signal(process: u32, name: &str) -> anyhow::Result<()> {
    let sent = Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status().await?;
    anyhow::ensure!(sent.success(), "no process {process}");
    Ok(())
}

/// Whether the long form of a fault test is asked for (`make soak`).
pub fn is_soak() -> bool {
    #[expect(clippy::disallowed_methods, reason = "how long tests run is no setting of the program")]
    let asked = env::var("TALLY_SOAK");
    asked.is_ok()
}
