//! How long the real data takes to arrive, through the program itself.

use std::{env, path::Path, process::Stdio, time::Instant};

use anyhow::Context as _;
use tokio::process::Command;

use tally_testkit::{tally, tally_to};

use crate::figures::Figures;

/// Imports into a new database of the private server, and answers its address.
pub(crate) async fn into_server(folder: &Path, figures: &mut Figures) -> anyhow::Result<String> {
    let url = new_database("tally_bench").await?;
    tally_into(&url, &["migrate".as_ref()]).await?;
    let started = Instant::now();
    tally_into(&url, &["import".as_ref(), "olist".as_ref(), folder]).await?;
    figures.at_most("import into PostgreSQL", started.elapsed().as_secs_f64(), "s", 60.0);
    Ok(url)
}

/// An empty database of the private server.
pub(crate) async fn new_database(name: &str) -> anyhow::Result<String> {
    #[expect(clippy::disallowed_methods, reason = "the server of the benches is no setting of the program")]
    let server = env::var("TEST_DATABASE_URL").context("run this by `make`, which starts a server")?;
    let made = Command::new("createdb")
        .arg(format!("--maintenance-db={server}/postgres"))
        .arg(name)
        .status()
        .await?;
    anyhow::ensure!(made.success(), "the database {name} could not be made");
    Ok(format!("{server}/{name}"))
}

/// Imports into an embedded server in a new folder, which is removed afterwards.
pub(crate) async fn into_embedded(folder: &Path, figures: &mut Figures) -> anyhow::Result<()> {
    let state = env::temp_dir().join(format!("tally-bench-{}", std::process::id()));
    let seconds = async {
        run(embedded(&state)?.arg("migrate")).await?;
        let started = Instant::now();
        run(embedded(&state)?.arg("import").arg("olist").arg(folder)).await?;
        anyhow::Ok(started.elapsed().as_secs_f64())
    };
    let seconds = seconds.await;
    std::fs::remove_dir_all(&state).with_context(|| format!("removing {}", state.display()))?;
    figures.at_most("import into the embedded PostgreSQL", seconds?, "s", 240.0);
    Ok(())
}

fn embedded(state: &Path) -> anyhow::Result<Command> {
    let mut command = tally()?;
    command.env("TALLY_STATE_DIR", state);
    Ok(command)
}

/// Runs a command of the program on the database at `url`.
pub(crate) async fn tally_into(url: &str, arguments: &[&Path]) -> anyhow::Result<()> {
    run(tally_to(url)?.args(arguments)).await
}

async fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.stdout(Stdio::null()).status().await?;
    anyhow::ensure!(status.success(), "{:?} failed", command.as_std());
    Ok(())
}
