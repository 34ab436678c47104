//! How long the real data takes to arrive, through the program itself.

use std::{env, path::Path, process::Stdio, time::Instant};

use anyhow::Context as _;
use tokio::process::Command;

use crate::figures::Figures;

const DATABASE: &str = "tally_bench";

/// Imports into a new database of the private server, and answers its address.
pub(crate) async fn into_server(folder: &Path, figures: &mut Figures) -> anyhow::Result<String> {
    #[expect(clippy::disallowed_methods, reason = "the server of the benches is no setting of the program")]
    let server = env::var("TEST_DATABASE_URL").context("run this by `make bench`, which starts a server")?;
    let made = Command::new("createdb")
        .arg(format!("--maintenance-db={server}/postgres"))
        .arg(DATABASE)
        .status()
        .await?;
    anyhow::ensure!(made.success(), "the database {DATABASE} could not be made");
    let url = format!("{server}/{DATABASE}");
    let settings = [("DATABASE_URL", url.as_str()), ("TALLY_JWT_SECRET", crate::app::SECRET)];
    let seconds = import(folder, &settings).await?;
    figures.at_most("import into PostgreSQL", seconds, "s", 60.0);
    Ok(url)
}

/// Imports into an embedded server in a new folder, which is removed afterwards.
pub(crate) async fn into_embedded(folder: &Path, figures: &mut Figures) -> anyhow::Result<()> {
    let state = env::temp_dir().join(format!("tally-bench-{}", std::process::id()));
    let name = state.display().to_string();
    let seconds = import(folder, &[("TALLY_STATE_DIR", name.as_str())]).await;
    std::fs::remove_dir_all(&state).with_context(|| format!("removing {name}"))?;
    figures.at_most("import into the embedded PostgreSQL", seconds?, "s", 240.0);
    Ok(())
}

async fn import(folder: &Path, settings: &[(&str, &str)]) -> anyhow::Result<f64> {
    run(&["migrate".as_ref()], settings).await?;
    let started = Instant::now();
    run(&["import".as_ref(), "olist".as_ref(), folder], settings).await?;
    Ok(started.elapsed().as_secs_f64())
}

async fn run(arguments: &[&Path], settings: &[(&str, &str)]) -> anyhow::Result<()> {
    let status =
        tally()?.args(arguments).envs(settings.iter().copied()).stdout(Stdio::null()).status().await?;
    anyhow::ensure!(status.success(), "tally {arguments:?} failed");
    Ok(())
}

/// The program, built beside this one, with an environment of its own.
pub(crate) fn tally() -> anyhow::Result<Command> {
    let program = env::current_exe()?.with_file_name("tally");
    anyhow::ensure!(program.is_file(), "{} is missing; `make bench` builds it", program.display());
    let mut command = Command::new(program);
    #[expect(clippy::disallowed_methods, reason = "the search path is no setting of the program")]
    let path = env::var("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).kill_on_drop(true);
    Ok(command)
}
