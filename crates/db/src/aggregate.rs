//! Counters for dashboards: many figures from one scan.
//!
//! A condition becomes `FILTER (WHERE …)`, so that a screen asks a table once however many figures it shows.

use sea_orm::{
    ExprTrait, IntoSimpleExpr,
    sea_query::{Asterisk, Condition, Expr, Func, FunctionCall},
};

/// `COUNT(*)`
pub fn count() -> Expr {
    Func::count(Expr::col(Asterisk)).into()
}

/// `COUNT(*) FILTER (WHERE condition)`
pub fn count_where(condition: impl Into<Condition>) -> Expr {
    Func::count(Expr::col(Asterisk)).filter(condition).into()
}

/// `SUM(value)` of a whole number, or 0 when there is no row.
pub fn sum(value: impl IntoSimpleExpr) -> Expr {
    whole_or_zero(Func::sum(value.into_simple_expr()))
}

/// `SUM(value) FILTER (WHERE condition)` of a whole number, or 0 when no row matches.
pub fn sum_where(value: impl IntoSimpleExpr, condition: impl Into<Condition>) -> Expr {
    whole_or_zero(Func::sum(value.into_simple_expr()).filter(condition))
}

/// `AVG(value) FILTER (WHERE condition)` in hundredths, rounded half away from zero; null when no row matches.
pub fn avg_where(value: impl IntoSimpleExpr, condition: impl Into<Condition>) -> Expr {
    let mean = Expr::from(Func::avg(value.into_simple_expr()).filter(condition));
    Expr::from(Func::round(mean.mul(100))).cast_as("bigint")
}

/// The UTC day of an instant.
pub fn utc_day(instant: impl IntoSimpleExpr) -> Expr {
    Expr::cust_with_expr("($1 AT TIME ZONE 'UTC')::date", instant.into_simple_expr())
}

/// The first day of the UTC month of an instant.
pub fn utc_month(instant: impl IntoSimpleExpr) -> Expr {
    Expr::cust_with_expr("date_trunc('month', $1 AT TIME ZONE 'UTC')::date", instant.into_simple_expr())
}

/// The Monday of the UTC week of an instant.
pub fn utc_week(instant: impl IntoSimpleExpr) -> Expr {
    Expr::cust_with_expr("date_trunc('week', $1 AT TIME ZONE 'UTC')::date", instant.into_simple_expr())
}

/// Microseconds from one instant to another; null where one of them is.
pub fn micros_between(from: impl IntoSimpleExpr, until: impl IntoSimpleExpr) -> Expr {
    Expr::cust_with_exprs(
        "(extract(epoch FROM $2 - $1) * 1000000)::bigint",
        [from.into_simple_expr(), until.into_simple_expr()],
    )
}

/// PostgreSQL widens `SUM(bigint)` to `numeric`, which does not decode as `i64`; the cast narrows it again and
/// fails loudly on overflow.
fn whole_or_zero(sum: FunctionCall) -> Expr {
    Func::coalesce([Expr::from(sum).cast_as("bigint"), Expr::val(0_i64)]).into()
}
