//! All parts of the superadmin's dashboard: thirteen statements that know nothing of each other. What the
//! main dashboard shows too is the same statement.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use tally_entity::WebsiteScope;
use tokio::try_join;

use super::{payouts, refunds, tips, website_stats};
pub(crate) use super::{tips::Tips, website_stats::WebsiteStats};
use crate::dashboard::repository::{
    disputes::{self, Disputes},
    orders_by_status::{self, StatusOrders},
    payments_by_status::{self, StatusPayments},
    recent_orders::{self, RecentOrder},
    revenue_trends::{self, RevenueDay},
    tickets::{self, Tickets},
    top_clients::{self, TopClient},
    top_writers::{self, TopWriter},
    users_by_role::{self, RoleUsers},
};

const TOP_CLIENTS: u64 = 10;

#[derive(Debug)]
pub(crate) struct SuperadminDashboard {
    pub(crate) users: Vec<RoleUsers>,
    pub(crate) payments: Vec<StatusPayments>,
    pub(crate) refunded_cents: i64,
    pub(crate) waiting_payouts_cents: i64,
    pub(crate) orders: Vec<StatusOrders>,
    pub(crate) disputes: Disputes,
    pub(crate) tickets: Tickets,
    pub(crate) tips: Tips,
    pub(crate) recent_orders: Vec<RecentOrder>,
    pub(crate) top_writers: Vec<TopWriter>,
    pub(crate) top_clients: Vec<TopClient>,
    pub(crate) revenue_trends: Vec<RevenueDay>,
    pub(crate) websites: Vec<WebsiteStats>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<SuperadminDashboard, DbErr> {
    // The longest first: with fewer connections than statements, what comes last decides when all are done.
    let (
        top_clients,
        websites,
        orders,
        payments,
        users,
        top_writers,
        revenue_trends,
        recent_orders,
        tickets,
        disputes,
        tips,
        refunded_cents,
        waiting_payouts_cents,
    ) = try_join!(
        top_clients::load(db, scope, TOP_CLIENTS),
        website_stats::load(db, scope),
        orders_by_status::load(db, scope, now),
        payments_by_status::load(db, scope, now),
        users_by_role::load(db, scope, now),
        top_writers::load(db, scope),
        revenue_trends::load(db, scope, now),
        recent_orders::load(db, scope),
        tickets::load(db, scope),
        disputes::load(db, scope),
        tips::load(db, scope),
        refunds::load(db, scope),
        payouts::load(db, scope),
    )?;
    Ok(SuperadminDashboard {
        users,
        payments,
        refunded_cents,
        waiting_payouts_cents,
        orders,
        disputes,
        tickets,
        tips,
        recent_orders,
        top_writers,
        top_clients,
        revenue_trends,
        websites,
    })
}
