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
