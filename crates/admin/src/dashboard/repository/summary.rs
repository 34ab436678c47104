//! The figures of the dashboard that are not people, disputes or lists.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use tally_entity::WebsiteScope;
use tokio::try_join;

use super::{
    orders_by_status::{self, StatusOrders},
    payments_by_status::{self, StatusPayments},
    tickets::{self, Tickets},
};

#[derive(Debug)]
pub(crate) struct Summary {
    pub(crate) orders: Vec<StatusOrders>,
    pub(crate) payments: Vec<StatusPayments>,
    pub(crate) tickets: Tickets,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Summary, DbErr> {
    let (orders, payments, tickets) = try_join!(
        orders_by_status::load(db, scope, now),
        payments_by_status::load(db, scope, now),
        tickets::load(db, scope),
    )?;
    Ok(Summary { orders, payments, tickets })
}
