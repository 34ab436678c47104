//! What the serving process itself takes.

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
    let serving = Serving::start(command, &state).await?;
    let token = Bench::start(url).await?.token;
    let rate = rate(serving.addr, &token, DASHBOARD, CONNECTIONS, REQUESTS).await?;
    let resident = serving.megabytes("VmRSS")?;
    figures.at_most("resident memory after 100,000 warm requests", resident, "MB", 80.0);
    figures.note("warm dashboard of the serving process", rate, "requests/s");
    Ok(())
}
