//! Orders, as those who hand them out and those who have to do with them see them.

mod action;
mod analytics;
mod any_order;
mod assignment_queue;
mod available_writers;
mod bulk_action;
mod bulk_assign;
mod bulk_auto_assign;
mod dashboard;
mod detail;
mod late;
mod list;
mod timeline;
pub(crate) mod written;

use sea_orm::Set;
use serde_json::Value;
use tally_entity::{OrderStatus, Role, UserId, WebsiteId, order, user};
use tally_testkit::{Reply, TestApp, ago};

/// The ids of a list's rows.
pub(super) fn ids(rows: &Value) -> Vec<i64> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

/// The ids of a page's rows, after it was looked at whether it took two statements.
pub(super) fn page_ids(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    ids(&reply.json()["results"])
}

/// Somebody whose user name is the given one.
pub(super) async fn named(app: &TestApp, role: Role, site: WebsiteId, name: &str) -> user::Model {
    app.user(role, Some(site)).set(|u| u.username = Set(name.to_owned())).insert().await
}

/// Paid, and free to be had.
fn free(order: &mut order::ActiveModel) {
    order.status = Set(OrderStatus::Available);
    (order.is_paid, order.paid_at) = (Set(true), Set(Some(ago(9, 0))));
}

/// Paid, and in work.
fn given_to(writer: UserId) -> impl FnOnce(&mut order::ActiveModel) {
    move |order| {
        free(order);
        order.status = Set(OrderStatus::InProgress);
        order.assigned_writer_id = Set(Some(writer));
    }
}
