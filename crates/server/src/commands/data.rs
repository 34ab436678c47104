use std::path::Path;

use chrono::{DateTime, Utc};
use serde_json::json;
use tally_auth::password;
use tally_config::Config;
use tally_data::{Loaded, Outcome, Progress, import, seed};
use tally_kernel::Clock;

use super::open;
use crate::cli::Size;

/// The password of every demo login. It opens demo data only.
const DEMO_PASSWORD: &str = "tally-demo-2026";

pub(super) async fn olist(folder: &Path, as_of: DateTime<Utc>, as_json: bool) -> anyhow::Result<()> {
    let (opened, mut connection) = open(&Config::from_env()?).await?;
    let outcome = import::olist::import(&mut connection, folder, as_of, &progress(as_json)).await?;
    drop(connection);
    report(&outcome, as_json);
    opened.close().await
}

pub(super) async fn csv(folder: &Path, as_json: bool) -> anyhow::Result<()> {
    let (opened, mut connection) = open(&Config::from_env()?).await?;
    let loaded = import::csv::import(&mut connection, folder, &progress(as_json)).await?;
    drop(connection);
    report(&Outcome::Loaded(loaded), as_json);
    opened.close().await
}

pub(super) async fn seed(size: Size, as_json: bool) -> anyhow::Result<()> {
    let size = match size {
        Size::Small => seed::Size::Small,
        Size::Medium => seed::Size::Medium,
        Size::Large => seed::Size::Large,
    };
    let config = Config::from_env()?;
    let now = config.server.now.map_or_else(Clock::default, Clock::frozen).now();
    let (opened, mut connection) = open(&config).await?;
    let hash = password::hash(DEMO_PASSWORD.to_owned()).await?;
    let outcome = seed::seed(&mut connection, size, now, &hash, &progress(as_json)).await?;
    drop(connection);
    report(&outcome, as_json);
    if !as_json {
        println!("\nSign in with one of these and the password {DEMO_PASSWORD}:");
        for login in seed::logins() {
            println!("  {:<11} {}", login.role, login.email);
        }
    }
    opened.close().await
}

fn progress(as_json: bool) -> Progress {
    if as_json { Progress::hidden() } else { Progress::new() }
}

fn report(outcome: &Outcome, as_json: bool) {
    match outcome {
        Outcome::Loaded(Loaded { tables, superseded_reviews }) if as_json => {
            let tables: serde_json::Map<_, _> =
                tables.iter().map(|(name, rows)| (name.clone(), json!(rows))).collect();
            println!("{}", json!({ "loaded": tables, "superseded_reviews": superseded_reviews }));
        }
        Outcome::AlreadyThere { domains } if as_json => println!("{}", json!({ "already_there": domains })),
        Outcome::Loaded(Loaded { tables, superseded_reviews }) => {
            for (name, rows) in tables.iter().filter(|(_, rows)| *rows > 0) {
                println!("{name:<26} {rows:>9}");
            }
            if *superseded_reviews > 0 {
                println!("{:<26} {superseded_reviews:>9}", "reviews left out");
            }
        }
        Outcome::AlreadyThere { domains } => {
            println!("The data is there already ({}); nothing was changed.", domains.join(", "));
        }
    }
}
