//! The market into the database: one transaction, one COPY after the other, parents first.

use chrono::{DateTime, Utc};
use sqlx::{Connection as _, PgConnection};

use super::{
    DOMAINS,
    map::{self, Ids},
    market::Market,
};
use crate::{Error, Loaded, Outcome, Progress, copy::copy_rows, tables};

/// What an import fills.
pub(super) const TABLES: [&str; 14] = [
    "websites",
    "users",
    "paper_types",
    "work_types",
    "orders",
    "payments",
    "installments",
    "writer_profiles",
    "loyalty_tiers",
    "client_profiles",
    "loyalty_transactions",
    "reviews",
    "disputes",
    "refunds",
];

pub(super) async fn load(
    conn: &mut PgConnection,
    market: &Market,
    as_of: DateTime<Utc>,
    progress: &Progress,
) -> Result<Outcome, Error> {
    let mut tx = conn.begin().await?;
    tables::wait_for_turn(&mut tx).await?;
    // Another import may have gone first while the files were read.
    let domains = tables::domains_like(&mut tx, DOMAINS).await?;
    if !domains.is_empty() {
        return Ok(Outcome::AlreadyThere { domains });
    }
    tables::lock(&mut tx, &TABLES).await?;
    let ids = first_ids(&mut tx).await?;
    progress.expect(rows_to_come(market));
    let loaded = copy(&mut tx, market, ids, as_of, progress).await?;
    for table in TABLES {
        tables::reset_sequence(&mut tx, table).await?;
    }
    progress.stage("committing");
    tx.commit().await?;
    progress.stage("analysing");
    tables::analyze(conn, &TABLES).await?;
    progress.finish();
    Ok(Outcome::Loaded(Loaded { tables: loaded, superseded_reviews: market.superseded_reviews }))
}

async fn first_ids(conn: &mut PgConnection) -> sqlx::Result<Ids> {
    Ok(Ids {
        websites: tables::next_id(conn, "websites").await?,
        users: tables::next_id(conn, "users").await?,
        paper_types: tables::next_id(conn, "paper_types").await?,
        work_types: tables::next_id(conn, "work_types").await?,
        orders: tables::next_id(conn, "orders").await?,
        payments: tables::next_id(conn, "payments").await?,
        loyalty_tiers: tables::next_id(conn, "loyalty_tiers").await?,
    })
}

async fn copy(
    conn: &mut PgConnection,
    market: &Market,
    ids: Ids,
    as_of: DateTime<Utc>,
    progress: &Progress,
) -> sqlx::Result<Vec<(String, u64)>> {
    let users = map::client_users(market, ids).chain(map::writer_users(market, ids));
    Ok(vec![
        copy_rows(conn, progress, map::websites(market, ids)).await?,
        copy_rows(conn, progress, users).await?,
        copy_rows(conn, progress, map::paper_types(market, ids)).await?,
        copy_rows(conn, progress, map::work_types(market, ids)).await?,
        copy_rows(conn, progress, map::orders(market, ids)).await?,
        copy_rows(conn, progress, map::payments(market, ids)).await?,
        copy_rows(conn, progress, map::installments(market, ids, as_of)).await?,
        copy_rows(conn, progress, map::writer_profiles(market, ids)).await?,
        copy_rows(conn, progress, map::loyalty_tiers(market, ids)).await?,
        copy_rows(conn, progress, map::client_profiles(market, ids)).await?,
        copy_rows(conn, progress, map::loyalty_transactions(market, ids)).await?,
        copy_rows(conn, progress, map::reviews(market, ids)).await?,
        copy_rows(conn, progress, map::disputes(market, ids)).await?,
        copy_rows(conn, progress, map::refunds(market, ids)).await?,
    ])
}

/// Roughly, for the bar: people count twice for their profiles, payments for their installments.
fn rows_to_come(market: &Market) -> u64 {
    let parts: i64 = market.payments.iter().map(|payment| 1 + payment.installments).sum();
    let rows =
        3 * market.clients.len() + 2 * market.writers.len() + market.orders.len() + market.reviews.len();
    u64::try_from(rows).unwrap_or_default() + u64::try_from(parts).unwrap_or_default()
}
