//! The entities and the migrated tables describe the same columns.

use std::collections::BTreeSet;

use sea_orm::sea_query::PostgresQueryBuilder;
use tally_testkit::TestDatabase;

use super::{connect, run, texts};

#[tokio::test]
async fn entities_have_the_columns_of_the_migrated_tables() {
    let database = TestDatabase::create().await;
    let mut db = connect(&database.url).await;
    run(&mut db, "CREATE SCHEMA entities; SET search_path = entities").await;
    for statement in tally_entity::create_statements() {
        run(&mut db, &statement.to_string(PostgresQueryBuilder)).await;
    }

    let migrated = columns(&mut db, "public").await;
    let taken_for = columns(&mut db, "entities").await;

    assert!(migrated.len() > 700, "{} columns", migrated.len());
    assert_eq!(taken_for.difference(&migrated).collect::<Vec<_>>(), Vec::<&String>::new(), "no such column");
    assert_eq!(
        migrated.difference(&taken_for).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "no entity knows it"
    );
}

/// `table.column type`, with `not null` where that holds.
async fn columns(db: &mut sqlx::PgConnection, schema: &str) -> BTreeSet<String> {
    let sql = format!(
        "SELECT relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
                || CASE WHEN attnotnull THEN ' not null' ELSE '' END
         FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
         WHERE relnamespace = '{schema}'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
           AND relname <> 'seaql_migrations'"
    );
    texts(db, &sql).await.into_iter().collect()
}
