//! What people are told about a change.

use sea_orm::{EntityTrait, QueryOrder, Set};
use serde_json::json;
use tally_auth::{
    audit::Actor,
    notice::{Event, Notice, notify, staff_of},
};
use tally_entity::{NotificationCategory, OrderId, Role, UserId, notification};
use tally_testkit::{TestApp, ago};

async fn told(app: &TestApp) -> Vec<notification::Model> {
    notification::Entity::find().order_by_asc(notification::Column::Id).all(app.db()).await.unwrap()
}

#[tokio::test]
async fn everybody_is_told_once_but_the_one_who_did_it() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.user_id(Role::Admin, Some(site)).await;
    let (client, writer) =
        (app.user_id(Role::Client, Some(site)).await, app.user_id(Role::Writer, Some(site)).await);
    let order = |id| Notice::of_order(Event::OrderStatusChanged, OrderId(id), "Bees: on_hold", site);
    let plain = Notice::plain(Event::AccountSuspended, "Until Monday.", None);
    let all = [
        (client, order(7)),
        (writer, order(7)),
        (client, order(7)),
        (client, order(8)),
        (admin, order(7)),
        (writer, plain),
    ];
    notify(app.db(), Actor { id: admin, role: Role::Admin }, all).await.unwrap();

    let rows = told(&app).await;
    let who: Vec<_> = rows.iter().map(|row| (row.user_id, row.link.as_deref().unwrap_or("-"))).collect();
    assert_eq!(who, [(client, "/orders/7"), (writer, "/orders/7"), (client, "/orders/8"), (writer, "-")]);
    let first = &rows[0];
    assert_eq!(
        (first.actor_id, first.website_id, first.category),
        (Some(admin), Some(site), NotificationCategory::Info)
    );
    assert_eq!((first.event.as_str(), first.body.as_str()), ("order.status_changed", "Bees: on_hold"));
    assert_eq!((&first.payload, first.read_at, first.priority), (&json!({ "order_id": 7 }), None, 5));
    let last = &rows[3];
    assert_eq!((last.title.as_str(), last.website_id), ("Your account is suspended", None));
}

#[tokio::test]
async fn nobody_to_tell_is_no_statement() {
    let app = TestApp::start().await;
    let nobody = Actor { id: UserId(1), role: Role::Admin };
    notify(app.db(), nobody, [(UserId(1), Notice::plain(Event::DisputeResolved, "", None))]).await.unwrap();
    assert!(told(&app).await.is_empty());
}

#[tokio::test]
async fn a_website_is_looked_after_by_its_own_people_and_the_platforms() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let own = app.user_id(Role::Admin, Some(site)).await;
    let platform = app.user_id(Role::Superadmin, None).await;
    app.user_id(Role::Admin, Some(other)).await;
    app.user_id(Role::Support, Some(site)).await;
    app.user(Role::Admin, Some(site)).set(|u| u.is_active = Set(false)).insert().await;
    app.user(Role::Admin, Some(site)).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    let suspended = |u: &mut tally_entity::user::ActiveModel| {
        (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))));
    };
    app.user(Role::Admin, Some(site)).set(suspended).insert().await;
    let found = staff_of(app.db(), site, &[Role::Superadmin, Role::Admin]).await.unwrap();
    assert_eq!(found, [own, platform]);
}
