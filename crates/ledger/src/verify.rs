//! Proves the whole history of the ledger, and names every row that does not fit into it.
//!
//! Everything is looked at as it was at one moment, so it may be asked while others book.

mod checks;

use sea_orm::{
    AccessMode, ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    FromQueryResult, IsolationLevel, Statement, TransactionTrait as _,
};

pub use self::checks::{CHECKS, Check};

/// Rows of one check that are named; further ones are only known to exist.
const NAMED: usize = 1_000;

/// A row that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Violation {
    /// The table of the row.
    pub table_name: String,
    /// Its key; none when no single row is to blame.
    pub id: Option<i64>,
    /// What is wrong with it.
    pub problem: String,
}

/// What the accounts of one kind hold in one currency.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Balance {
    /// The currency.
    pub currency: String,
    /// The kind of wallet.
    pub kind: String,
    /// How many there are.
    pub wallets: i64,
    /// What they hold together.
    pub cents: i64,
}

/// How much was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Extent {
    /// Bookings.
    pub transfers: i64,
    /// Their legs.
    pub entries: i64,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Report {
    /// How much was looked at.
    pub extent: Extent,
    /// What there is, by currency and kind.
    pub balances: Vec<Balance>,
    /// Rows that do not fit, with the name of the check that found them.
    pub violations: Vec<(&'static str, Violation)>,
    /// Checks that found more rows than are named.
    pub cut: Vec<&'static str>,
}

impl Report {
    /// Whether every row fits.
    pub fn is_whole(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Looks at everything; `begun` hears of each check when it begins.
///
/// # Errors
/// When the database cannot be asked.
pub async fn verify(db: &DatabaseConnection, mut begun: impl FnMut(&Check)) -> Result<Report, DbErr> {
    let tx = db.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await?;
    // Rows are sorted by wallet and by transfer; a small share of memory keeps that from the disk.
    tx.execute_unprepared("SET LOCAL work_mem = '64MB'").await?;
    let mut report = Report {
        extent: ask(&tx, EXTENT).await?.pop().ok_or(DbErr::RecordNotFound("no figures".to_owned()))?,
        balances: ask(&tx, BALANCES).await?,
        violations: Vec::new(),
        cut: Vec::new(),
    };
    for check in CHECKS {
        begun(check);
        let sql = format!("{} LIMIT {}", (check.sql)(), NAMED + 1);
        let found: Vec<Violation> = ask(&tx, &sql).await?;
        if found.len() > NAMED {
            report.cut.push(check.name);
        }
        report.violations.extend(found.into_iter().take(NAMED).map(|violation| (check.name, violation)));
    }
    tx.rollback().await?;
    Ok(report)
}

const EXTENT: &str = "SELECT (SELECT count(*) FROM ledger_transfers) AS transfers,
    (SELECT count(*) FROM ledger_entries) AS entries";

const BALANCES: &str = "SELECT currency::text AS currency, kind::text AS kind, count(*) AS wallets,
        sum(balance_cents)::bigint AS cents
    FROM wallets GROUP BY currency, kind ORDER BY currency, kind";

async fn ask<R: FromQueryResult>(tx: &DatabaseTransaction, sql: &str) -> Result<Vec<R>, DbErr> {
    R::find_by_statement(Statement::from_string(DbBackend::Postgres, sql)).all(tx).await
}
