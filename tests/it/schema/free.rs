//! The migrated tables without the rules for their rows, so that any row fits: what is tested with them
//! are triggers that know no rules, and a new table is tested without a line written for it.

use sqlx::{PgConnection, Row as _};
use tally_testkit::TestDatabase;

use super::{connect, rows, run, texts};

/// Foreign keys, CHECKs and seals.
const FREE: &str = "
    DO $$ DECLARE command text; BEGIN
        FOR command IN
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
            WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace
            UNION ALL
            SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger
            WHERE tgfoid = 'refuse_change'::regproc
        LOOP EXECUTE command; END LOOP;
    END $$";

/// A column that a statement may write.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) name: String,
    kind: String,
    /// A row cannot be inserted without it.
    required: bool,
    pub(super) nullable: bool,
}

impl Column {
    /// A value of this column's type, made from the SQL number `n`; different numbers make different values.
    fn value(&self, n: &str) -> String {
        match self.kind.split('(').next().unwrap_or_default() {
            "smallint" | "integer" | "bigint" => n.to_owned(),
            // Ratings have one digit.
            "numeric" => format!("({n}) % 9"),
            "character varying" | "text" => format!("({n})::text"),
            "text[]" => format!("ARRAY[({n})::text]"),
            "boolean" => format!("({n}) % 2 = 1"),
            "date" => format!("date '2020-01-01' + ({n})::int"),
            "timestamp with time zone" => format!("to_timestamp({n})"),
            "jsonb" => format!("to_jsonb({n})"),
            "uuid" => format!("lpad(({n})::text, 32, '0')::uuid"),
            "bytea" => format!("int8send({n})"),
            other => panic!("{}: no test has made a value of type {other} yet", self.name),
        }
    }

    /// A value that the column does not have so far.
    pub(super) fn other(&self) -> String {
        if self.kind == "boolean" { format!("NOT {}", self.name) } else { self.value("77") }
    }
}

pub(super) struct FreeTables {
    pub(super) db: PgConnection,
    _database: TestDatabase,
}

impl FreeTables {
    pub(super) async fn create() -> Self {
        let database = TestDatabase::create().await;
        let mut db = connect(&database.url).await;
        run(&mut db, FREE).await;
        Self { db, _database: database }
    }

    pub(super) async fn run(&mut self, sql: &str) {
        run(&mut self.db, sql).await;
    }

    /// The tables that have a column of that name.
    pub(super) async fn with_column(&mut self, name: &str) -> Vec<String> {
        let sql = format!(
            "SELECT attrelid::regclass::text FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
             WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attname = '{name}' ORDER BY 1"
        );
        texts(&mut self.db, &sql).await
    }

    /// The columns of a table, without those that the database computes.
    pub(super) async fn columns(&mut self, table: &str) -> Vec<Column> {
        let sql = format!(
            "SELECT attname::text, format_type(atttypid, atttypmod),
                    attnotnull AND NOT atthasdef AND attidentity = '', NOT attnotnull
             FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped
               AND attgenerated = '' ORDER BY attnum"
        );
        let column = |row: &sqlx::postgres::PgRow| Column {
            name: row.get(0),
            kind: row.get(1),
            required: row.get(2),
            nullable: row.get(3),
        };
        rows(&mut self.db, &sql).await.iter().map(column).collect()
    }

    /// Inserts rows number 1 to `count` of a table in one statement. Columns get the SQL values given for
    /// them, in which `n` is the number of the row; of the others only those without a default get one.
    pub(super) async fn insert(&mut self, table: &str, count: u32, given: &[(&str, &str)]) {
        let mut columns: Vec<(String, String)> =
            given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        for column in self.columns(table).await {
            if column.required && given.iter().all(|(name, _)| *name != column.name) {
                let value = column.value("n + 1000 * (SELECT count(*) FROM seen)");
                columns.push((column.name.clone(), value));
            }
        }
        let (names, values): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let (names, values) = (names.join(", "), values.join(", "));
        self.run(&format!(
            "WITH seen AS (SELECT FROM {table})
             INSERT INTO {table} ({names}) SELECT {values} FROM generate_series(1, {count}) n"
        ))
        .await;
    }
}
