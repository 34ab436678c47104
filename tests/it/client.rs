//! What clients see.

mod analytics;
mod choices;
mod leaks;
mod loyalty;
mod order_status;
mod points;
mod referrals;
mod reminders;
mod stats;
mod timeline;
mod wallet;

use sea_orm::Set;
use tally_entity::{Role, UserId, WebsiteId, order, user};
use tally_testkit::{TestApp, ago};

/// A client of that name.
async fn client(app: &TestApp, site: WebsiteId, name: &str) -> user::Model {
    app.user(Role::Client, Some(site)).set(|u| u.username = Set(name.to_owned())).insert().await
}

/// An order of a client.
async fn order(
    app: &TestApp,
    site: WebsiteId,
    client: UserId,
    change: impl FnOnce(&mut order::ActiveModel),
) -> order::Model {
    app.order(site).set(|o| o.client_id = Set(Some(client))).set(change).insert().await
}

/// Paid a day ago.
fn paid(order: &mut order::ActiveModel) {
    (order.is_paid, order.paid_at) = (Set(true), Set(Some(ago(1, 0))));
}
