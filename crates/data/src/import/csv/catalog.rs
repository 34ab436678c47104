//! The tables of the database, their columns, and the order in which they can be filled.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::PgConnection;

/// Tables that the program keeps for itself.
const INTERNAL: [&str; 2] = ["seaql_migrations", "cache_outbox"];

/// A column as the database declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub table: String,
    pub name: String,
    /// PostgreSQL's short type name, such as `int8` or `timestamptz`.
    pub kind: String,
    pub is_nullable: bool,
    pub has_default: bool,
    /// Computed by the database, so nobody may give it.
    pub is_generated: bool,
    /// Characters a text may have.
    pub length: Option<i32>,
    /// Digits of a NUMERIC, and how many of them are decimals.
    pub precision: Option<i32>,
    pub scale: Option<i32>,
}

type ColumnRow = (String, String, String, bool, bool, bool, Option<i32>, Option<i32>, Option<i32>);

impl From<ColumnRow> for Column {
    fn from(row: ColumnRow) -> Self {
        let (table, name, kind, is_nullable, has_default, is_generated, length, precision, scale) = row;
        Self { table, name, kind, is_nullable, has_default, is_generated, length, precision, scale }
    }
}

/// Columns by table.
#[derive(Debug, Default)]
pub(super) struct Catalog {
    pub tables: BTreeMap<String, Vec<Column>>,
    /// Every table behind those it refers to.
    pub order: Vec<String>,
}

const COLUMNS: &str = "
    SELECT c.table_name::text AS table, c.column_name::text AS name, c.udt_name::text AS kind,
        c.is_nullable = 'YES' AS is_nullable,
        c.column_default IS NOT NULL OR c.is_identity = 'YES' AS has_default,
        c.is_generated = 'ALWAYS' AS is_generated,
        c.character_maximum_length::int AS length, c.numeric_precision::int AS precision, c.numeric_scale::int AS scale
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND NOT c.table_name = ANY ($1)
    ORDER BY c.table_name, c.ordinal_position";

/// Child and parent; a table may refer to itself, which says nothing about the order.
const REFERENCES: &str = "
    SELECT DISTINCT child.relname::text, parent.relname::text
    FROM pg_constraint
    JOIN pg_class child ON child.oid = conrelid
    JOIN pg_class parent ON parent.oid = confrelid
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conrelid <> confrelid";

pub(super) async fn read(conn: &mut PgConnection) -> sqlx::Result<Catalog> {
    let columns: Vec<ColumnRow> = sqlx::query_as(COLUMNS).bind(&INTERNAL[..]).fetch_all(&mut *conn).await?;
    let references: Vec<(String, String)> = sqlx::query_as(REFERENCES).fetch_all(conn).await?;
    let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    for column in columns.into_iter().map(Column::from) {
        tables.entry(column.table.clone()).or_default().push(column);
    }
    let order = parents_first(tables.keys().cloned().collect(), &references);
    Ok(Catalog { tables, order })
}

/// Puts each table behind its parents, otherwise by name. Tables in a circle come last.
fn parents_first(mut waiting: BTreeSet<String>, references: &[(String, String)]) -> Vec<String> {
    let mut order = Vec::with_capacity(waiting.len());
    loop {
        let is_blocked = |table: &String| {
            references.iter().any(|(child, parent)| child == table && waiting.contains(parent))
        };
        let free: Vec<String> = waiting.iter().filter(|table| !is_blocked(table)).cloned().collect();
        if free.is_empty() {
            order.extend(waiting);
            return order;
        }
        waiting.retain(|table| !free.contains(table));
        order.extend(free);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sort(tables: &[&str], references: &[(&str, &str)]) -> Vec<String> {
        let references = references.iter().map(|(child, parent)| ((*child).to_owned(), (*parent).to_owned()));
        parents_first(
            tables.iter().map(|table| (*table).to_owned()).collect(),
            &references.collect::<Vec<_>>(),
        )
    }

    #[test]
    fn parents_come_first_and_names_decide_otherwise() {
        let references =
            [("orders", "users"), ("items", "orders"), ("users", "websites"), ("orders", "websites")];
        assert_eq!(
            sort(&["items", "levels", "orders", "users", "websites"], &references),
            ["levels", "websites", "users", "orders", "items"]
        );
    }

    #[test]
    fn a_circle_ends() {
        assert_eq!(sort(&["a", "b", "c"], &[("a", "b"), ("b", "a")]), ["c", "a", "b"]);
    }
}
