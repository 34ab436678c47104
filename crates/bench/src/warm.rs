//! A warm dashboard against a handler that returns a constant.

use tally_testkit::WireClient;

use crate::{
    app::Bench,
    figures::{Figures, median},
    load::rate,
};

const DASHBOARD: &str = "/api/v1/admin-management/dashboard/";
const CONSTANT: &str = "/api/v1/constant/";
const CONNECTIONS: usize = 16;
const REQUESTS: u64 = 20_000;
/// Turns of both, so that a noisy moment meets both.
const TURNS: usize = 5;

pub(crate) async fn measure(bench: &Bench, figures: &mut Figures) -> anyhow::Result<()> {
    let mut client = WireClient::connect(bench.addr, &bench.token).await?;
    client.get(DASHBOARD).await?;
    let warm = client.get(DASHBOARD).await?;
    anyhow::ensure!(
        warm.head.contains("cache-status: tally; hit"),
        "the dashboard is not warm: {}",
        warm.head
    );
    let constant = bench.constant(warm.body.len()).await?;

    let (mut dashboards, mut constants) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        dashboards.push(rate(bench.addr, &bench.token, DASHBOARD, CONNECTIONS, REQUESTS).await?);
        constants.push(rate(constant, &bench.token, CONSTANT, CONNECTIONS, REQUESTS).await?);
    }
    let ratios = dashboards.iter().zip(&constants).map(|(dashboard, constant)| 100.0 * dashboard / constant);
    figures.at_least(
        "warm dashboard, share of a constant answer's rate",
        median(ratios.collect()),
        "%",
        85.0,
    );
    figures.note("warm dashboard", median(dashboards), "requests/s");
    figures.note(format!("constant answer of {} bytes", warm.body.len()), median(constants), "requests/s");
    Ok(())
}
