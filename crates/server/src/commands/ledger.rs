use std::time::Instant;

use serde_json::json;
use tally_config::Config;
use tally_ledger::verify::{CHECKS, Report, verify};
use tally_server::open::Opened;

/// Proves the whole ledger; an error when a row does not fit.
pub(super) async fn prove(as_json: bool) -> anyhow::Result<()> {
    let opened = Opened::open(&Config::from_env()?).await?;
    opened.require_migrated().await?;
    let (began, mut at) = (Instant::now(), 0);
    let report = verify(&opened.connection, |check| {
        at += 1;
        if !as_json {
            eprintln!("[{at:>2}/{}] {}", CHECKS.len(), check.about);
        }
    })
    .await?;
    opened.close().await?;
    if as_json {
        println!("{}", object(&report));
    } else {
        print(&report, began.elapsed().as_secs_f64());
    }
    let wrong = report.violations.len();
    anyhow::ensure!(report.is_whole(), "the ledger is not whole: {wrong} row(s) or sums do not fit");
    Ok(())
}

fn object(report: &Report) -> serde_json::Value {
    let Report { extent, balances, violations, cut } = report;
    let violations = violations.iter().map(|(check, violation)| {
        json!({ "check": check, "table": violation.table_name, "id": violation.id, "problem": violation.problem })
    });
    let balances = balances.iter().map(|balance| {
        json!({ "currency": balance.currency, "kind": balance.kind, "wallets": balance.wallets, "cents": balance.cents })
    });
    json!({
        "is_whole": report.is_whole(),
        "transfers": extent.transfers,
        "entries": extent.entries,
        "balances": balances.collect::<Vec<_>>(),
        "violations": violations.collect::<Vec<_>>(),
        "more": cut,
    })
}

fn print(report: &Report, seconds: f64) {
    let Report { extent, balances, violations, cut } = report;
    println!("{} transfers, {} entries, looked at in {seconds:.1} s", extent.transfers, extent.entries);
    for balance in balances {
        let sign = if balance.cents < 0 { "-" } else { "" };
        let (units, cents) = (balance.cents.unsigned_abs() / 100, balance.cents.unsigned_abs() % 100);
        let amount = format!("{sign}{units}.{cents:02}");
        println!("  {} {:<9} {:>7} wallets {amount:>18}", balance.currency, balance.kind, balance.wallets);
    }
    for (_, violation) in violations {
        let id = violation.id.map(|id| format!(" {id}")).unwrap_or_default();
        println!("{}{id}: {}", violation.table_name, violation.problem);
    }
    for check in cut {
        println!("… and more of \"{check}\"");
    }
    if report.is_whole() {
        println!("All is well: every cent has come from somewhere and gone somewhere.");
    }
}
