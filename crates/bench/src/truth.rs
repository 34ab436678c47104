//! The figures of the real data set, as its description tells them, against what the program answers.

mod broken;
mod known;

use std::path::Path;

use anyhow::Context as _;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};
use serde_json::Value;
use tally_entity::{Role, WebsiteId};
use tally_testkit::WireClient;

use crate::{
    app::{Bench, sign_in},
    import::{new_database, tally_into},
};

/// Imports into a new database and compares.
///
/// # Errors
/// Every figure that differs, or what went wrong.
pub(crate) async fn check(folder: &Path) -> anyhow::Result<()> {
    let url = new_database("tally_truth").await?;
    tally_into(&url, &["migrate".as_ref()]).await?;
    broken::nothing_is_imported(&url, folder).await?;

    tally_into(&url, &["import".as_ref(), "olist".as_ref(), folder]).await?;
    let bench = Bench::start(&url).await?;
    let before = checksums(&bench.db).await?;
    tally_into(&url, &["import".as_ref(), "olist".as_ref(), folder]).await?;
    anyhow::ensure!(checksums(&bench.db).await? == before, "importing again changed something");
    println!("importing again changes nothing: {} tables, {} rows", before.len(), rows(&before));

    let mut differences = known::compare(&bench).await?;
    differences.extend(of_one_website(&bench).await?);
    anyhow::ensure!(
        differences.is_empty(),
        "{} figure(s) differ:\n  {}",
        differences.len(),
        differences.join("\n  ")
    );
    println!("1 passed, 0 failed");
    Ok(())
}

/// Staff of SP sees SP, the same as a superadmin who looks at SP, and nothing else.
async fn of_one_website(bench: &Bench) -> anyhow::Result<Vec<String>> {
    let one = |sql: &'static str| async move { number(&bench.db, sql).await };
    let sp = one("SELECT id FROM websites WHERE slug = 'SP'").await?;
    let orders =
        one("SELECT count(*) FROM orders o JOIN websites w ON w.id = o.website_id WHERE w.slug = 'SP'")
            .await?;
    let path = "/api/v1/admin-management/dashboard/";
    let staff = sign_in(&bench.db, Role::Admin, Some(WebsiteId(sp))).await?;
    let seen = json(bench, &staff, path).await?;
    let narrowed = json(bench, &bench.token, &format!("{path}?website_id={sp}")).await?;
    let mut differences = Vec::new();
    if seen["total_orders"] != orders || seen != narrowed {
        differences.push(format!("staff of SP sees {} orders, not {orders}", seen["total_orders"]));
    }
    let strange =
        seen["recent_orders"].as_array().context("recent_orders")?.iter().find(|row| row["website"] != "SP");
    differences.extend(strange.map(|row| format!("staff of SP sees {row}")));
    let other = one("SELECT min(id) FROM websites WHERE slug <> 'SP'").await?;
    let foreign =
        WireClient::connect(bench.addr, &staff).await?.status(&format!("{path}?website_id={other}")).await?;
    if foreign != 404 {
        differences.push(format!("staff of SP gets {foreign} for another website"));
    }
    println!("staff of SP sees {orders} orders, and 404 for another website");
    Ok(differences)
}

pub(crate) async fn json(bench: &Bench, token: &str, path: &str) -> anyhow::Result<Value> {
    let answer = WireClient::connect(bench.addr, token).await?.get(path).await?;
    Ok(serde_json::from_slice(&answer.body)?)
}

pub(crate) async fn number(db: &DatabaseConnection, sql: &str) -> anyhow::Result<i64> {
    let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?.context("no row")?;
    Ok(row.try_get_by_index(0)?)
}

/// Rows and a checksum of every table that has any, except what serving itself writes.
async fn checksums(db: &DatabaseConnection) -> anyhow::Result<Vec<(String, i64, i64)>> {
    let tables = "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace \
                  AND relname NOT IN ('cache_outbox', 'seaql_migrations') ORDER BY 1";
    let tables = db.query_all_raw(Statement::from_string(DbBackend::Postgres, tables)).await?;
    let mut sums = Vec::new();
    for table in tables {
        let name: String = table.try_get_by_index(0)?;
        let sql = format!(
            "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric) % 1000000007, 0)::bigint FROM {name} t"
        );
        let row =
            db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?.context("no row")?;
        sums.push((name, row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    Ok(sums)
}

fn rows(sums: &[(String, i64, i64)]) -> i64 {
    sums.iter().map(|(_, rows, _)| rows).sum()
}
