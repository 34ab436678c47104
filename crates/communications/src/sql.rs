//! Statements whose conditions depend on who asks: text, and the values it binds.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

/// The values of a statement, in the order of their numbers.
#[derive(Debug, Default)]
pub(crate) struct Sql(Vec<Value>);

impl Sql {
    /// The placeholder of one more value.
    pub(crate) fn bind(&mut self, value: impl Into<Value>) -> String {
        self.0.push(value.into());
        format!("${}", self.0.len())
    }

    /// The rows of a statement.
    pub(crate) async fn all<R: FromQueryResult>(
        self,
        db: &impl ConnectionTrait,
        text: &str,
    ) -> Result<Vec<R>, DbErr> {
        let rows = db.query_all_raw(self.statement(text)).await?;
        rows.iter().map(|row| R::from_query_result(row, "")).collect()
    }

    /// The only row of a statement, if there is one.
    pub(crate) async fn one<R: FromQueryResult>(
        self,
        db: &impl ConnectionTrait,
        text: &str,
    ) -> Result<Option<R>, DbErr> {
        let row = db.query_one_raw(self.statement(text)).await?;
        row.map(|row| R::from_query_result(&row, "")).transpose()
    }

    /// How many rows a statement changed.
    pub(crate) async fn run(self, db: &impl ConnectionTrait, text: &str) -> Result<u64, DbErr> {
        db.execute_raw(self.statement(text)).await.map(|done| done.rows_affected())
    }

    fn statement(self, text: &str) -> Statement {
        Statement::from_sql_and_values(DbBackend::Postgres, text, self.0)
    }
}

/// The columns of a `UserName` for a field `name`: of the user `user`, whom `profile` gives a pen name.
pub(crate) fn person(name: &str, user: &str, profile: &str, role: &str) -> String {
    format!(
        "{user}.id AS {name}_id, {user}.username AS {name}_username, {user}.email AS {name}_email,
        {user}.first_name AS {name}_first_name, {user}.last_name AS {name}_last_name,
        {role} AS {name}_role, {profile}.pen_name AS {name}_pen_name"
    )
}
