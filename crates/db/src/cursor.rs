use std::marker::PhantomData;

use sea_orm::{
    AccessMode, ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    FromQueryResult, Statement, TransactionTrait as _,
    sea_query::{PostgresQueryBuilder, SelectStatement},
};

use crate::meter::unmetered;

/// Rows that are in memory at once.
const BATCH: u32 = 1_000;

/// The rows of one statement, a batch at a time, all as they were when it began.
///
/// It holds a connection. Dropped, it ends the statement: what was not read is never computed.
pub struct Cursor<R> {
    tx: DatabaseTransaction,
    fetch: Statement,
    rows: PhantomData<fn() -> R>,
}

impl<R: FromQueryResult> Cursor<R> {
    /// Begins the statement. `name` must be used for rows of this kind only: connections remember the columns of
    /// what they fetched by that name.
    ///
    /// # Errors
    /// When there is no connection to be had, or the statement is refused.
    pub async fn open(
        db: &DatabaseConnection,
        name: &'static str,
        select: &SelectStatement,
    ) -> Result<Self, DbErr> {
        let tx = db.begin_with_config(None, Some(AccessMode::ReadOnly)).await?;
        let (sql, values) = select.build(PostgresQueryBuilder);
        let declare = format!("DECLARE {name} NO SCROLL CURSOR FOR {sql}");
        tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, declare, values)).await?;
        let fetch = Statement::from_string(DbBackend::Postgres, format!("FETCH {BATCH} FROM {name}"));
        Ok(Self { tx, fetch, rows: PhantomData })
    }
}

/// Rows that come a batch at a time.
pub trait Batches: Send + 'static {
    /// A row.
    type Row: Send + 'static;

    /// The next rows; none when there are no more.
    ///
    /// # Errors
    /// When the statement fails, or the connection.
    fn next(&mut self) -> impl Future<Output = Result<Vec<Self::Row>, DbErr>> + Send;
}

/// Reading on is part of the one statement, and not counted.
impl<R: FromQueryResult + Send + 'static> Batches for Cursor<R> {
    type Row = R;

    async fn next(&mut self) -> Result<Vec<R>, DbErr> {
        let rows = unmetered(self.tx.query_all_raw(self.fetch.clone())).await?;
        rows.iter().map(|row| R::from_query_result(row, "")).collect()
    }
}

/// Rows that are there already.
impl<R: Send + 'static> Batches for Vec<R> {
    type Row = R;

    async fn next(&mut self) -> Result<Self, DbErr> {
        Ok(std::mem::take(self))
    }
}
