//! `POST orders/orders/bulk-auto-assign`

use sea_orm::{ActiveModelTrait as _, Set, Unchanged, prelude::Decimal};
use serde_json::json;
use tally_entity::{AssignmentSource, OrderId, OrderStatus, Role, UserId, WebsiteId, user, writer_profile};
use tally_testkit::TestApp;

use super::{
    free, given_to,
    written::{assignments, order, told},
};

const ASSIGN: &str = "/orders/orders/bulk-auto-assign/";

async fn writer(
    app: &TestApp,
    site: WebsiteId,
    places: i32,
    change: impl FnOnce(&mut writer_profile::ActiveModel),
) -> UserId {
    let id = app.user_id(Role::Writer, Some(site)).await;
    let mut profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(id),
        registration_id: Set(format!("W{id}")),
        max_active_orders: Set(Some(places)),
        ..Default::default()
    };
    change(&mut profile);
    app.insert(profile).await;
    id
}

async fn orders<const N: usize>(app: &TestApp, site: WebsiteId) -> [OrderId; N] {
    let mut ids = [OrderId(0); N];
    for id in &mut ids {
        *id = app.order(site).set(free).insert().await.id;
    }
    ids
}

#[tokio::test]
async fn each_order_goes_to_who_comes_first_in_the_list_of_writers_then() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    // Two free places each, but the first has nothing to do yet.
    let two = writer(&app, site, 2, |_| ()).await;
    let rated = writer(&app, site, 3, |_| ()).await;
    app.order(site).set(given_to(rated)).insert().await;
    let stars = user::ActiveModel {
        id: Unchanged(rated),
        rating_sum: Set(Decimal::from(5)),
        rating_count: Set(1),
        ..Default::default()
    };
    stars.update(app.db()).await.unwrap();
    writer(&app, site, 9, |w| w.is_available_for_auto_assignments = Set(false)).await;
    let foreign = writer(&app, other, 9, |_| ()).await;

    let [first, second, third, fourth, fifth] = orders::<5>(&app, site).await;
    let unpaid = app.order(site).set(|o| o.status = Set(OrderStatus::Available)).insert().await.id;
    let reply = app
        .admin(site)
        .await
        .post(ASSIGN, json!({ "order_ids": [fifth, unpaid, first, second, third, fourth] }))
        .await;
    reply.assert_status(200);
    assert_eq!(
        reply.json(),
        &json!({ "message": "4 orders assigned, 2 not.", "detail": "4 orders assigned, 2 not.", "results": {
        "success": [fifth, first, second, third],
        "failed": [
            { "order_id": unpaid, "error": "The order is not paid." },
            { "order_id": fourth, "error": "No writer has a free place." },
        ],
    } })
    );
    let mut got = Vec::new();
    for id in [fifth, first, second, third] {
        let [given] = &assignments(&app, id).await[..] else { panic!("one writer") };
        assert_eq!(
            (given.source, order(&app, id).await.status),
            (AssignmentSource::Auto, OrderStatus::InProgress)
        );
        assert_eq!(told(&app, id).await, [(given.writer_id, "order.assigned".to_owned())]);
        got.push(given.writer_id);
    }
    assert_eq!(got, [two, rated, two, rated]);

    let [here] = orders::<1>(&app, site).await;
    let [there] = orders::<1>(&app, other).await;
    let all = app.superadmin().await.post(ASSIGN, json!({ "order_ids": [here, there] })).await;
    assert_eq!(all.json()["results"]["success"], json!([there]));
    assert_eq!(order(&app, there).await.assigned_writer_id, Some(foreign));
}

#[tokio::test]
async fn the_number_of_statements_is_that_of_one_order() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    for _ in 0..3 {
        writer(&app, site, 2, |_| ()).await;
    }
    let admin = app.admin(site).await;
    let one = admin.post(ASSIGN, json!({ "order_ids": orders::<1>(&app, site).await })).await;
    let four = admin.post(ASSIGN, json!({ "order_ids": orders::<4>(&app, site).await })).await;
    assert_eq!(four.json()["detail"], "4 orders assigned.");
    assert_eq!((one.statements(), four.statements()), (11, 11));
    admin.post(ASSIGN, json!({ "order_ids": [] })).await.assert_problem(422, "invalid");
    let editor = app.role(Role::Editor, Some(site)).await;
    editor.post(ASSIGN, json!({ "order_ids": [1] })).await.assert_problem(403, "forbidden");
}
