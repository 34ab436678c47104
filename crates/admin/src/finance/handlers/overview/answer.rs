//! What the overview of the finances shows.

use chrono::NaiveDate;
use serde::Serialize;
use tally_entity::{WebsiteId, WebsiteScope};
use tally_http::{Amount, DayOrInstant, Decimal};
use utoipa::ToSchema;

use super::DatesQuery;
use crate::finance::repository::overview::{Month, Overview, Sums};

/// What came in, what went out, and what is left.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FinanceAnswer {
    summary: FinanceSummary,
    /// The twelve months up to the last date, or now, the last one first; not cut by the first date.
    period_breakdown: Vec<FinanceMonth>,
    filters: FinanceFilters,
}

/// Within the dates.
#[derive(Debug, Serialize, ToSchema)]
struct FinanceSummary {
    total_revenue: Amount,
    revenue_breakdown: RevenueBreakdown,
    total_expenses: Amount,
    expenses_breakdown: ExpensesBreakdown,
    net_revenue: Amount,
    /// What is left, in percent of the revenue.
    profit_margin: Decimal,
}

/// What the revenue comes from.
#[derive(Debug, Serialize, ToSchema)]
struct RevenueBreakdown {
    orders: Amount,
    special_orders: Amount,
    classes: Amount,
}

/// What the expenses are for.
#[derive(Debug, Serialize, ToSchema)]
struct ExpensesBreakdown {
    writer_payments: Amount,
    /// The writers' part of them.
    tips: Amount,
}

/// A month.
#[derive(Debug, Serialize, ToSchema)]
struct FinanceMonth {
    /// Year and month: `2026-01`.
    period: String,
    /// The same in words: `January 2026`.
    month: String,
    revenue: MonthRevenue,
    expenses: MonthExpenses,
    net_revenue: Amount,
}

/// What came in.
#[derive(Debug, Serialize, ToSchema)]
struct MonthRevenue {
    #[serde(flatten)]
    parts: RevenueBreakdown,
    total: Amount,
}

/// What went out.
#[derive(Debug, Serialize, ToSchema)]
struct MonthExpenses {
    #[serde(flatten)]
    parts: ExpensesBreakdown,
    total: Amount,
}

/// What was asked for.
#[derive(Debug, Serialize, ToSchema)]
struct FinanceFilters {
    date_from: Option<NaiveDate>,
    date_to: Option<NaiveDate>,
    #[schema(value_type = Option<i64>)]
    website_id: Option<WebsiteId>,
}

impl FinanceAnswer {
    pub(super) fn of(found: Overview, query: DatesQuery, scope: WebsiteScope) -> Self {
        let Overview { summary, months } = found;
        let day = |asked: Option<DayOrInstant>| asked.map(|asked| asked.start().date_naive());
        let website_id = match scope {
            WebsiteScope::All => None,
            WebsiteScope::One(id) => Some(id),
        };
        Self {
            summary: summary.into(),
            period_breakdown: months.into_iter().map(Into::into).collect(),
            filters: FinanceFilters {
                date_from: day(query.date_from),
                date_to: day(query.date_to),
                website_id,
            },
        }
    }
}

impl From<Sums> for FinanceSummary {
    fn from(sums: Sums) -> Self {
        Self {
            total_revenue: Amount::cents(sums.revenue()),
            revenue_breakdown: (&sums).into(),
            total_expenses: Amount::cents(sums.expenses()),
            expenses_breakdown: (&sums).into(),
            net_revenue: Amount::cents(sums.net()),
            profit_margin: Decimal::percent(sums.net(), sums.revenue()),
        }
    }
}

impl From<&Sums> for RevenueBreakdown {
    fn from(sums: &Sums) -> Self {
        let Sums { orders, special_orders, classes, writer_payments: _, tips: _ } = *sums;
        Self {
            orders: Amount::cents(orders),
            special_orders: Amount::cents(special_orders),
            classes: Amount::cents(classes),
        }
    }
}

impl From<&Sums> for ExpensesBreakdown {
    fn from(sums: &Sums) -> Self {
        let Sums { orders: _, special_orders: _, classes: _, writer_payments, tips } = *sums;
        Self { writer_payments: Amount::cents(writer_payments), tips: Amount::cents(tips) }
    }
}

impl From<Month> for FinanceMonth {
    fn from(row: Month) -> Self {
        let Month { first, sums } = row;
        Self {
            period: first.format("%Y-%m").to_string(),
            month: first.format("%B %Y").to_string(),
            revenue: MonthRevenue { parts: (&sums).into(), total: Amount::cents(sums.revenue()) },
            expenses: MonthExpenses { parts: (&sums).into(), total: Amount::cents(sums.expenses()) },
            net_revenue: Amount::cents(sums.net()),
        }
    }
}
