//! A database per test, cloned from a template that the first test makes.

use std::env;

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use tally_db::connect;
use tally_migration::Locking;
use uuid::Uuid;

const LOCK: i64 = 0x7e57_da7a;
const PREFIX: &str = "tally_test_";
/// Enough for the statements of one screen at once, few enough for many tests at once.
const CONNECTIONS: u32 = 4;

/// The PostgreSQL server of the tests, without a database name.
pub fn server_url() -> String {
    variable("TEST_DATABASE_URL")
}

/// The Redis server of the tests.
pub fn redis_url() -> String {
    variable("TEST_REDIS_URL")
}

fn variable(name: &str) -> String {
    #[expect(clippy::disallowed_methods, reason = "the servers of the tests are no setting of the program")]
    let value = env::var(name);
    value.unwrap_or_else(|_| panic!("{name} is not set; `make test` starts the servers and sets it"))
}

/// A database that is dropped with the test.
pub struct TestDatabase {
    /// Its pool.
    pub connection: DatabaseConnection,
    /// Its address.
    pub url: String,
    name: String,
}

impl TestDatabase {
    /// An empty, migrated database.
    pub async fn create() -> Self {
        let admin = single(&url("postgres")).await;
        let template = format!("{PREFIX}template_{}", schema_fingerprint());
        run(&admin, &format!("SELECT pg_advisory_lock({LOCK})")).await;
        if !exists(&admin, &template).await {
            make_template(&admin, &template).await;
        }
        run(&admin, &format!("SELECT pg_advisory_unlock({LOCK})")).await;

        let name = format!("{PREFIX}{}", Uuid::now_v7().simple());
        run(&admin, &format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")).await;
        admin.close().await.expect("closing");
        let url = url(&name);
        let connection = connect(&url, CONNECTIONS).await.expect("the database was made just now");
        Self { connection, url, name }
    }

    /// A database without any table of ours.
    pub async fn bare() -> Self {
        let admin = single(&url("postgres")).await;
        let name = format!("{PREFIX}{}", Uuid::now_v7().simple());
        run(&admin, &format!("CREATE DATABASE {name}")).await;
        admin.close().await.expect("closing");
        let url = url(&name);
        let connection = connect(&url, CONNECTIONS).await.expect("the database was made just now");
        Self { connection, url, name }
    }
}

/// Dropping needs a runtime of its own: the test's may be gone already.
impl Drop for TestDatabase {
    fn drop(&mut self) {
        let name = std::mem::take(&mut self.name);
        let dropping = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let admin = single(&url("postgres")).await;
                run(&admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
                admin.close().await.expect("closing");
            });
        });
        drop(dropping.join());
    }
}

/// A template of another schema must not be taken: its name says which schema it has.
fn schema_fingerprint() -> String {
    let text = include_str!("../../../migration/schema.sql");
    let sum = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{sum:016x}")
}

async fn make_template(admin: &DatabaseConnection, name: &str) {
    run(admin, &format!("DROP DATABASE IF EXISTS {name}_new WITH (FORCE)")).await;
    run(admin, &format!("CREATE DATABASE {name}_new")).await;
    let db = connect(&url(&format!("{name}_new")), 2).await.expect("the template was made just now");
    tally_migration::up(&db, Locking::Advisory, None).await.expect("the migrations run");
    db.close().await.expect("closing");
    run(admin, &format!("ALTER DATABASE {name}_new RENAME TO {name}")).await;
}

async fn exists(admin: &DatabaseConnection, name: &str) -> bool {
    let sql = "SELECT 1 FROM pg_database WHERE datname = $1";
    let query = Statement::from_sql_and_values(DbBackend::Postgres, sql, [name.into()]);
    admin.query_one_raw(query).await.expect("the catalog can be read").is_some()
}

async fn run(db: &DatabaseConnection, sql: &str) {
    db.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// An advisory lock belongs to a connection, so there must be one only.
async fn single(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the test server answers")
}

fn url(database: &str) -> String {
    format!("{}/{database}", server_url().trim_end_matches('/'))
}
