//! What the serving process itself takes.

use std::{net::SocketAddr, process::Stdio};

use anyhow::Context as _;

use crate::{
    app::{Bench, NOW},
    client::{rate, wait_for},
    figures::Figures,
    import::tally_to,
};

const DASHBOARD: &str = "/api/v1/admin-management/dashboard/";
const CONNECTIONS: usize = 16;
const REQUESTS: u64 = 100_000;

pub(crate) async fn measure(url: &str, figures: &mut Figures) -> anyhow::Result<()> {
    let (addr, ops) = (free_address()?, free_address()?);
    let mut command = tally_to(url)?;
    command
        .arg("serve")
        .env("TALLY_NOW", NOW)
        .env("TALLY_RATE_LIMITS", "off")
        .env("TALLY_LOG", "warn")
        .env("TALLY_ADDR", addr.to_string())
        .env("TALLY_OPS_ADDR", ops.to_string())
        .stdout(Stdio::null());
    let server = command.spawn()?;
    wait_for(addr).await?;
    let token = Bench::start(url).await?.token;
    let rate = rate(addr, &token, DASHBOARD, CONNECTIONS, REQUESTS).await?;
    let resident = resident_megabytes(server.id().context("the server has ended")?)?;
    figures.at_most("resident memory after 100,000 warm requests", resident, "MB", 80.0);
    figures.note("warm dashboard of the serving process", rate, "requests/s");
    Ok(())
}

fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

fn resident_megabytes(process: u32) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1024.0)
}
