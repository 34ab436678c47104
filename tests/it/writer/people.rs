//! Writers, their levels, and orders for them.

use sea_orm::Set;
use tally_entity::{
    EarningMode, OrderStatus, Role, UserId, WebsiteId, WriterLevelId, order, user, writer_config,
    writer_level, writer_profile,
};
use tally_testkit::{TestApp, ago};

/// Paid, and free to be had.
pub fn free(order: &mut order::ActiveModel) {
    order.status = Set(OrderStatus::Available);
    (order.is_paid, order.paid_at) = (Set(true), Set(Some(ago(9, 0))));
}

/// Paid, and in work.
pub fn given_to(writer: UserId) -> impl FnOnce(&mut order::ActiveModel) {
    move |order| {
        free(order);
        order.status = Set(OrderStatus::InProgress);
        order.assigned_writer_id = Set(Some(writer));
    }
}

/// A level that pays six for a page.
pub async fn level(
    app: &TestApp,
    site: WebsiteId,
    change: impl FnOnce(&mut writer_level::ActiveModel),
) -> WriterLevelId {
    let mut row = writer_level::ActiveModel {
        website_id: Set(site),
        name: Set("senior".to_owned()),
        earning_mode: Set(EarningMode::FixedPerPage),
        page_cents: Set(600),
        slide_cents: Set(300),
        urgent_hours: Set(0),
        ..Default::default()
    };
    change(&mut row);
    app.insert(row).await.id
}

/// A writer with a profile.
pub async fn writer(
    app: &TestApp,
    site: WebsiteId,
    change: impl FnOnce(&mut writer_profile::ActiveModel),
) -> user::Model {
    let writer = app.user(Role::Writer, Some(site)).insert().await;
    let mut profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(writer.id),
        registration_id: Set(format!("W{}", writer.id)),
        ..Default::default()
    };
    change(&mut profile);
    app.insert(profile).await;
    writer
}

/// A website whose writers may take orders.
pub async fn takes_enabled(
    app: &TestApp,
    site: WebsiteId,
    change: impl FnOnce(&mut writer_config::ActiveModel),
) {
    let mut row =
        writer_config::ActiveModel { website_id: Set(site), takes_enabled: Set(true), ..Default::default() };
    change(&mut row);
    app.insert(row).await;
}
