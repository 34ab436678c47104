//! What the database does to single rows, whoever writes them.

use tally_testkit::TestDatabase;

use super::{connect, free::FreeTables, run, texts};

#[tokio::test]
async fn every_change_of_a_row_touches_updated_at() {
    let mut tables = FreeTables::create().await;
    let dated = tables.with_column("updated_at").await;
    assert!(dated.len() > 30, "{dated:?}");
    for table in dated {
        tables.insert(&table, 1, &[("updated_at", "'2020-02-02'")]).await;
        tables.run(&format!("UPDATE {table} SET id = id")).await;
        let recent = format!("SELECT (updated_at > now() - interval '1 minute')::text FROM {table}");
        assert_eq!(texts(&mut tables.db, &recent).await, ["true"], "{table}");
    }
}

#[tokio::test]
async fn rows_of_a_sealed_table_stay_as_they_are() {
    let database = TestDatabase::create().await;
    let mut db = connect(&database.url).await;
    let sealed =
        "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgfoid = 'refuse_change'::regproc ORDER BY 1";
    assert_eq!(texts(&mut db, sealed).await, ["audit_log", "order_transitions"]);

    run(&mut db, "INSERT INTO audit_log (action) VALUES ('one'), ('two')").await;
    for change in ["UPDATE audit_log SET action = 'none'", "DELETE FROM audit_log"] {
        let error = sqlx::raw_sql(change).execute(&mut db).await.expect_err(change);
        let code = error.as_database_error().and_then(|error| error.code().map(String::from));
        assert_eq!(code.as_deref(), Some("23001"), "{change}: {error}");
    }
    assert_eq!(texts(&mut db, "SELECT action FROM audit_log ORDER BY id").await, ["one", "two"]);
}

#[tokio::test]
async fn the_ledger_is_never_changed_and_always_balances() {
    let database = TestDatabase::create().await;
    let mut db = connect(&database.url).await;
    let sealed = "SELECT tgrelid::regclass::text FROM pg_trigger
                  WHERE tgfoid = 'refuse_ledger_change'::regproc ORDER BY 1";
    assert_eq!(texts(&mut db, sealed).await, ["ledger_entries", "ledger_transfers"]);
    run(
        &mut db,
        "INSERT INTO websites (id, name, domain, slug) VALUES (1, 'a', 'a', 'a');
         INSERT INTO wallets (id, website_id, kind) VALUES (1, 1, 'external'), (2, 1, 'revenue');
         INSERT INTO ledger_transfers (id, website_id, kind, reference) VALUES (1, 1, 'payment', 'one'), (2, 1, 'payment', 'two')",
    )
    .await;
    let book = |transfer: i32, legs: &str| {
        format!(
            "INSERT INTO ledger_entries (website_id, transfer_id, wallet_id, amount_cents, balance_after_cents)
             SELECT 1, {transfer}, wallet, cents, cents FROM (VALUES {legs}) AS leg (wallet, cents)"
        )
    };
    run(&mut db, &book(1, "(1, -5), (2, 5)")).await;
    for (change, code) in [
        ("UPDATE ledger_entries SET amount_cents = 6".to_owned(), "23001"),
        ("SET tally.retention = 'on'; DELETE FROM ledger_entries".to_owned(), "23001"),
        ("DELETE FROM ledger_transfers WHERE id = 2".to_owned(), "23001"),
        (book(2, "(1, -5), (2, 6)"), "23514"),
        (book(2, "(1, 5)"), "23514"),
    ] {
        let error =
            sqlx::raw_sql(sqlx::AssertSqlSafe(change.as_str())).execute(&mut db).await.expect_err(&change);
        let found = error.as_database_error().and_then(|error| error.code().map(String::from));
        assert_eq!(found.as_deref(), Some(code), "{change}: {error}");
    }
}

#[tokio::test]
async fn a_retention_job_may_delete_from_a_sealed_table_but_not_change_it() {
    let database = TestDatabase::create().await;
    let mut db = connect(&database.url).await;
    run(&mut db, "INSERT INTO audit_log (action) VALUES ('old'), ('new')").await;

    run(
        &mut db,
        "BEGIN; SET LOCAL tally.retention = 'on'; DELETE FROM audit_log WHERE action = 'old'; COMMIT",
    )
    .await;
    assert_eq!(texts(&mut db, "SELECT action FROM audit_log").await, ["new"]);

    run(&mut db, "BEGIN; SET LOCAL tally.retention = 'on'").await;
    assert!(sqlx::raw_sql("UPDATE audit_log SET action = 'none'").execute(&mut db).await.is_err());
    run(&mut db, "ROLLBACK").await;
    assert!(
        sqlx::raw_sql("DELETE FROM audit_log").execute(&mut db).await.is_err(),
        "only within that transaction"
    );
}
