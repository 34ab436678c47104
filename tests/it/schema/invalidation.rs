//! Which tags a statement leaves in `cache_outbox`, for every table that dashboards read.

mod ignored;

use tally_migration::invalidation::{MOST_VALUES, TRACKED, Tracked};

use super::{free::FreeTables, texts};

/// The tags left since the last call, sorted; one that was left twice is there twice.
async fn tags(tables: &mut FreeTables) -> Vec<String> {
    let sql = "WITH left_over AS (DELETE FROM cache_outbox RETURNING tag) SELECT tag::text FROM left_over ORDER BY 1";
    sorted(texts(&mut tables.db, sql).await)
}

fn sorted(mut tags: Vec<String>) -> Vec<String> {
    tags.sort();
    tags
}

/// A value per tag column, different in every column: `version` 1 gives 11, 12, 13 …
fn values(tracked: &Tracked, version: usize) -> Vec<(&'static str, String)> {
    let numbered = tracked.columns.iter().zip(1..);
    numbered.map(|(column, number)| (*column, (10 * version + number).to_string())).collect()
}

/// The table's tag, and its tag narrowed by each of the values.
fn narrowed(tracked: &Tracked, values: &[&[(&'static str, String)]]) -> Vec<String> {
    let narrowed =
        values.iter().copied().flatten().map(|(column, value)| format!("{}/{column}={value}", tracked.table));
    sorted(std::iter::once(tracked.table.to_owned()).chain(narrowed).collect())
}

async fn insert(tables: &mut FreeTables, tracked: &Tracked, version: usize) {
    let values = values(tracked, version);
    let given: Vec<_> = values.iter().map(|(column, value)| (*column, value.as_str())).collect();
    tables.insert(tracked.table, 1, &given).await;
}

#[tokio::test]
async fn a_change_leaves_the_table_and_its_old_and_new_values() {
    let mut tables = FreeTables::create().await;
    for tracked in TRACKED {
        let table = tracked.table;
        let (old, new) = (values(tracked, 1), values(tracked, 2));

        insert(&mut tables, tracked, 1).await;
        assert_eq!(tags(&mut tables).await, narrowed(tracked, &[&old]), "{table} insert");

        let set: Vec<_> = new.iter().map(|(column, value)| format!("{column} = {value}")).collect();
        tables.run(&format!("UPDATE {table} SET {}", set.join(", "))).await;
        assert_eq!(tags(&mut tables).await, narrowed(tracked, &[&old, &new]), "{table} update");

        let columns = tables.columns(table).await;
        let nullable = |name: &str| columns.iter().any(|column| column.name == name && column.nullable);
        let (cleared, kept): (Vec<_>, Vec<_>) = new.clone().into_iter().partition(|(name, _)| nullable(name));
        if !cleared.is_empty() {
            let set: Vec<_> = cleared.iter().map(|(column, _)| format!("{column} = NULL")).collect();
            tables.run(&format!("UPDATE {table} SET {}", set.join(", "))).await;
            assert_eq!(tags(&mut tables).await, narrowed(tracked, &[&new]), "{table} update to NULL");
        }

        tables.run(&format!("DELETE FROM {table}")).await;
        assert_eq!(tags(&mut tables).await, narrowed(tracked, &[&kept]), "{table} delete");
    }
}

#[tokio::test]
async fn a_statement_that_touches_no_row_leaves_nothing() {
    let mut tables = FreeTables::create().await;
    for tracked in TRACKED {
        let table = tracked.table;
        insert(&mut tables, tracked, 1).await;
        tags(&mut tables).await;
        tables.insert(table, 0, &[]).await;
        tables.run(&format!("UPDATE {table} SET id = id WHERE false; DELETE FROM {table} WHERE false")).await;
        assert_eq!(tags(&mut tables).await, Vec::<String>::new(), "{table}");
    }
}

#[tokio::test]
async fn truncate_ends_everything() {
    let mut tables = FreeTables::create().await;
    for Tracked { table, .. } in TRACKED {
        tables.run(&format!("TRUNCATE {table}")).await;
        assert_eq!(tags(&mut tables).await, ["*"], "{table}");
    }
}

#[tokio::test]
async fn very_many_values_leave_one_tag_for_the_column() {
    let mut tables = FreeTables::create().await;
    for tracked in TRACKED {
        let table = tracked.table;
        let every_row_another: Vec<_> = tracked.columns.iter().map(|column| (*column, "n")).collect();

        tables.insert(table, MOST_VALUES, &every_row_another).await;
        let all: Vec<_> = (1..=MOST_VALUES)
            .flat_map(|n| tracked.columns.iter().map(move |column| (*column, n.to_string())))
            .collect();
        assert_eq!(tags(&mut tables).await, narrowed(tracked, &[&all]), "{table}");
        tables.run(&format!("DELETE FROM {table}")).await;
        tags(&mut tables).await;

        let whole_columns = tracked.columns.iter().map(|column| format!("{table}/{column}"));
        let whole: Vec<_> = std::iter::once(table.to_owned()).chain(whole_columns).collect();
        tables.insert(table, MOST_VALUES + 1, &every_row_another).await;
        assert_eq!(tags(&mut tables).await, sorted(whole.clone()), "{table} insert");
        let first = tracked.columns[0];
        tables.run(&format!("UPDATE {table} SET {first} = {first} + 1000")).await;
        assert_eq!(tags(&mut tables).await, sorted(whole.clone()), "{table} update");
        tables.run(&format!("DELETE FROM {table}")).await;
        assert_eq!(tags(&mut tables).await, sorted(whole), "{table} delete");
    }
}

#[tokio::test]
async fn each_column_counts_its_own_values() {
    let mut tables = FreeTables::create().await;
    tables
        .insert(
            "orders",
            MOST_VALUES + 1,
            &[("website_id", "7"), ("client_id", "n"), ("assigned_writer_id", "n % 2")],
        )
        .await;
    assert_eq!(
        tags(&mut tables).await,
        [
            "orders",
            "orders/assigned_writer_id=0",
            "orders/assigned_writer_id=1",
            "orders/client_id",
            "orders/website_id=7"
        ]
    );
}

#[tokio::test]
async fn what_is_rolled_back_leaves_nothing() {
    let mut tables = FreeTables::create().await;
    let order = |website: u32| format!("INSERT INTO orders (website_id, topic) VALUES ({website}, 'topic')");

    tables.run(&format!("BEGIN; {}", order(1))).await;
    let own = "SELECT tag::text FROM cache_outbox WHERE txid = pg_current_xact_id() ORDER BY 1";
    assert_eq!(texts(&mut tables.db, own).await, ["orders", "orders/website_id=1"]);
    tables.run("ROLLBACK").await;
    assert_eq!(tags(&mut tables).await, Vec::<String>::new());

    tables.run(&format!("BEGIN; SAVEPOINT here; {}; ROLLBACK TO here; {}; COMMIT", order(2), order(3))).await;
    assert_eq!(tags(&mut tables).await, ["orders", "orders/website_id=3"]);
}
