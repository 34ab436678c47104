//! A million orders in a file, and the memory that takes.

use std::time::Instant;

use sea_orm::ConnectionTrait as _;
use tally_db::connect;
use tally_testkit::{Serving, download, tally_to};

use crate::{
    app::{Bench, NOW},
    figures::Figures,
};

const ROWS: usize = 1_000_000;
const EXPORT: &str = "/api/v1/admin-management/exports/orders/";
const DASHBOARD: &str = "/api/v1/admin-management/orders/dashboard/";
const GROWTH_MB: f64 = 64.0;

/// Adds orders until there are a million, so nothing may be measured on this database afterwards.
pub(crate) async fn measure(url: &str, figures: &mut Figures) -> anyhow::Result<()> {
    grow(url).await?;
    for format in ["csv", "xlsx"] {
        let state = std::env::temp_dir().join(format!("tally-bench-export-{format}"));
        let mut command = tally_to(url)?;
        command.env("TALLY_NOW", NOW);
        let serving = Serving::start(command, &state).await?;
        let token = Bench::start(url).await?.token;
        // Pools, plans and the like are there before anything is measured.
        download(serving.addr, &token, DASHBOARD).await?;
        let before = serving.megabytes("VmRSS")?;
        let started = Instant::now();
        let file = download(serving.addr, &token, &format!("{EXPORT}?format={format}")).await?;
        let seconds = started.elapsed().as_secs_f64();
        let growth = serving.megabytes("VmHWM")? - before;
        if format == "csv" {
            anyhow::ensure!(file.lines == ROWS + 1, "{} lines instead of {}", file.lines, ROWS + 1);
        }
        figures.at_most(format!("memory that {ROWS} orders as {format} take"), growth, "MB", GROWTH_MB);
        figures.note(format!("{ROWS} orders as {format}"), seconds, "s");
    }
    Ok(())
}

async fn grow(url: &str) -> anyhow::Result<()> {
    let db = connect(url, 1).await?;
    // Nobody reads these orders but the export; triggers would only take their time.
    db.execute_unprepared(&format!(
        "SET session_replication_role = replica;
         INSERT INTO orders (website_id, client_id, topic, number_of_pages, total_price_cents, created_at)
         SELECT website_id, client_id, topic, number_of_pages, total_price_cents, created_at
         FROM orders CROSS JOIN generate_series(1, 20)
         LIMIT {ROWS} - (SELECT count(*) FROM orders WHERE deleted_at IS NULL);
         SET session_replication_role = origin"
    ))
    .await?;
    Ok(())
}
