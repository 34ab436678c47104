//! What a write leaves in the tables.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::Value;
use tally_entity::{
    OrderId, OrderStatus, UserId, audit_log, notification, order, order_assignment, order_request,
    order_transition,
};
use tally_testkit::TestApp;

/// The order as it is now.
pub async fn order(app: &TestApp, id: OrderId) -> order::Model {
    order::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

/// Its changes of status, oldest first.
pub async fn transitions(app: &TestApp, id: OrderId) -> Vec<order_transition::Model> {
    order_transition::Entity::find()
        .filter(order_transition::COLUMN.order_id.eq(id))
        .order_by_asc(order_transition::Column::Id)
        .all(app.db())
        .await
        .unwrap()
}

/// The steps it took: from, to, and what they are called.
pub async fn steps(app: &TestApp, id: OrderId) -> Vec<(OrderStatus, OrderStatus, String)> {
    let rows = transitions(app, id).await;
    rows.into_iter().map(|row| (row.old_status, row.new_status, row.action)).collect()
}

/// Who was told what about it.
pub async fn told(app: &TestApp, id: OrderId) -> Vec<(UserId, String)> {
    let rows =
        notification::Entity::find().order_by_asc(notification::Column::Id).all(app.db()).await.unwrap();
    let about = rows.into_iter().filter(|row| row.payload["order_id"] == id.0);
    about.map(|row| (row.user_id, row.event)).collect()
}

/// What the log of staff's work says about it: the sentence, and the columns before and after.
pub async fn recorded(app: &TestApp, id: OrderId) -> Vec<(String, Value, Value)> {
    let rows = audit_log::Entity::find()
        .filter(audit_log::COLUMN.target_type.eq("order"))
        .filter(audit_log::COLUMN.target_id.eq(id.0))
        .order_by_asc(audit_log::Column::Id)
        .all(app.db())
        .await
        .unwrap();
    rows.into_iter().map(|row| (row.action, row.before.unwrap(), row.after.unwrap())).collect()
}

/// Who had it and who has it, oldest first.
pub async fn assignments(app: &TestApp, id: OrderId) -> Vec<order_assignment::Model> {
    order_assignment::Entity::find()
        .filter(order_assignment::COLUMN.order_id.eq(id))
        .order_by_asc(order_assignment::Column::Id)
        .all(app.db())
        .await
        .unwrap()
}

/// Who asked for it, in the order of asking.
pub async fn requests(app: &TestApp, id: OrderId) -> Vec<order_request::Model> {
    order_request::Entity::find()
        .filter(order_request::COLUMN.order_id.eq(id))
        .order_by_asc(order_request::Column::Id)
        .all(app.db())
        .await
        .unwrap()
}
