//! What the serving process itself takes.

use anyhow::Context as _;

use tally_testkit::{Serving, tally_to};

use crate::{
    app::{Bench, NOW},
    figures::Figures,
    load::rate,
};

const DASHBOARD: &str = "/api/v1/admin-management/dashboard/";
const CONNECTIONS: usize = 16;
const REQUESTS: u64 = 100_000;

pub(crate) async fn measure(url: &str, figures: &mut Figures) -> anyhow::Result<()> {
    let state = std::env::temp_dir().join("tally-bench-state");
    let mut command = tally_to(url)?;
    command.env("TALLY_NOW", NOW);
    let Serving { process, addr } = Serving::start(command, &state).await?;
    let token = Bench::start(url).await?.token;
    let rate = rate(addr, &token, DASHBOARD, CONNECTIONS, REQUESTS).await?;
    let resident = resident_megabytes(process.id().context("the server has ended")?)?;
    figures.at_most("resident memory after 100,000 warm requests", resident, "MB", 80.0);
    figures.note("warm dashboard of the serving process", rate, "requests/s");
    Ok(())
}

fn resident_megabytes(process: u32) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1024.0)
}
