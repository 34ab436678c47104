//! All parts of the main dashboard: fourteen statements that know nothing of each other.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use tally_entity::WebsiteScope;
use tokio::try_join;

use super::{
    disputes::{self, Disputes},
    orders_by_status::{self, StatusOrders},
    payments_by_status::{self, StatusPayments},
    promotion_requests::{self, PromotionRequest},
    recent_activities::{self, Activity},
    recent_orders::{self, RecentOrder},
    reminders::{self, Sent, Settings},
    revenue_trends::{self, RevenueDay},
    tickets::{self, Tickets},
    top_clients::{self, TopClient},
    top_writers::{self, TopWriter},
    users_by_role::{self, RoleUsers},
};

const TOP_CLIENTS: u64 = 10;

#[derive(Debug)]
pub(crate) struct MainDashboard {
    pub(crate) orders: Vec<StatusOrders>,
    pub(crate) payments: Vec<StatusPayments>,
    pub(crate) users: Vec<RoleUsers>,
    pub(crate) tickets: Tickets,
    pub(crate) disputes: Disputes,
    pub(crate) reminder_configs: Settings,
    pub(crate) deletion_messages: Settings,
    pub(crate) reminders_sent: Sent,
    pub(crate) activities: Vec<Activity>,
    pub(crate) promotion_requests: Vec<PromotionRequest>,
    pub(crate) recent_orders: Vec<RecentOrder>,
    pub(crate) top_writers: Vec<TopWriter>,
    pub(crate) top_clients: Vec<TopClient>,
    pub(crate) revenue_trends: Vec<RevenueDay>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<MainDashboard, DbErr> {
    // The longest first: with fewer connections than statements, what comes last decides when all are done.
    let (
        top_clients,
        orders,
        payments,
        users,
        top_writers,
        revenue_trends,
        recent_orders,
        tickets,
        disputes,
        reminder_configs,
        deletion_messages,
        reminders_sent,
        activities,
        promotion_requests,
    ) = try_join!(
        top_clients::load(db, scope, TOP_CLIENTS),
        orders_by_status::load(db, scope, now),
        payments_by_status::load(db, scope, now),
        users_by_role::load(db, scope, now),
        top_writers::load(db, scope),
        revenue_trends::load(db, scope, now),
        recent_orders::load(db, scope),
        tickets::load(db, scope),
        disputes::load(db, scope),
        reminders::configs(db, scope),
        reminders::deletion_messages(db, scope),
        reminders::sent(db, scope, now),
        recent_activities::load(db, scope),
        promotion_requests::load(db, scope),
    )?;
    Ok(MainDashboard {
        orders,
        payments,
        users,
        tickets,
        disputes,
        reminder_configs,
        deletion_messages,
        reminders_sent,
        activities,
        promotion_requests,
        recent_orders,
        top_writers,
        top_clients,
        revenue_trends,
    })
}
