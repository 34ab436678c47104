//! `client-management/dashboard/payment-reminders`

use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryOrder as _, Set, prelude::Decimal};
use serde_json::{Value, json};
use tally_entity::{
    NotificationCategory, NotificationChannel, OrderStatus, Role, WebsiteId, notification,
    notification_delivery, notification_preference, payment_reminder_config, payment_reminder_sent, user,
};
use tally_testkit::{TestApp, ago, now};

use super::{client, order, paid};

const LIST: &str = "/client-management/dashboard/payment-reminders/";
const CREATE: &str = "/client-management/dashboard/payment-reminders/create/";

async fn config(app: &TestApp, site: WebsiteId, name: &str, pct: i64) -> payment_reminder_config::Model {
    let row = app.payment_reminder_config(site);
    row.set(|c| (c.name, c.deadline_pct) = (Set(name.to_owned()), Set(Decimal::from(pct)))).insert().await
}

async fn told(app: &TestApp) -> (Vec<notification::Model>, Vec<notification_delivery::Model>) {
    let notices = notification::Entity::find().order_by_asc(notification::Column::Id).all(app.db());
    let letters = notification_delivery::Entity::find().all(app.db());
    (notices.await.unwrap(), letters.await.unwrap())
}

#[tokio::test]
async fn the_next_reminder_is_the_first_that_is_still_ahead() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    let half = config(&app, site, "Half", 50).await;
    config(&app, site, "Now", 60).await;
    let third = config(&app, site, "Third", 75).await;
    let off = config(&app, site, "Off", 70).await;
    let off =
        payment_reminder_config::ActiveModel { id: Set(off.id), is_active: Set(false), ..Default::default() };
    payment_reminder_config::Entity::update(off).exec(app.db()).await.unwrap();
    let last = config(&app, site, "Last", 90).await;
    config(&app, other, "Elsewhere", 61).await;
    let due = |days: i64| {
        move |o: &mut tally_entity::order::ActiveModel| {
            o.client_deadline_at = Set(Some(now() + chrono::Duration::days(days)));
        }
    };
    // Six of ten days.
    let running = order(&app, site, ann.id, |o| {
        due(4)(o);
        (o.created_at, o.topic, o.total_price_cents) = (Set(ago(6, 0)), Set("Bees".to_owned()), Set(1_250));
    })
    .await;
    // Ten of thirteen days, and the next one was sent already: 76.92.
    let ahead = order(&app, site, ann.id, due(3)).await;
    let over = order(&app, site, ann.id, |o| o.client_deadline_at = Set(Some(ago(5, 0)))).await;
    let open = order(&app, site, ann.id, |o| o.status = Set(OrderStatus::Created)).await;
    order(&app, site, ann.id, paid).await;
    order(&app, site, ann.id, |o| o.status = Set(OrderStatus::Cancelled)).await;
    let theirs = order(&app, site, bob.id, due(4)).await;
    let sent = app.payment_reminder_sent(&half, &running, ann.id).insert().await;
    app.payment_reminder_sent(&last, &ahead, ann.id).set(|s| s.sent_at = Set(ago(1, 0))).insert().await;
    app.payment_reminder_sent(&half, &theirs, bob.id).insert().await;

    let reply = app.sign_in(&ann).await.get(LIST).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    let answer = reply.json();
    assert_eq!((&answer["total_unpaid_orders"], &answer["total_reminders_sent"]), (&json!(4), &json!(2)));
    let rows = answer["unpaid_orders"].as_array().unwrap();
    let figures: Vec<_> = rows
        .iter()
        .map(|row| {
            (row["order_id"].as_i64().unwrap(), &row["deadline_percentage"], &row["next_reminder"]["id"])
        })
        .collect();
    let expected = [
        (over.id.0, json!(200), Value::Null),
        (ahead.id.0, json!(76.92), Value::Null),
        (running.id.0, json!(60), json!(third.id)),
        (open.id.0, Value::Null, Value::Null),
    ];
    assert_eq!(figures, expected.iter().map(|(id, share, next)| (*id, share, next)).collect::<Vec<_>>());
    let expected = json!({
        "order_id": running.id, "order_topic": "Bees", "type_of_work": null, "total_price": 12.5,
        "client_deadline": "2026-04-19T12:00:00Z", "created_at": "2026-04-09T12:00:00Z", "deadline_percentage": 60,
        "next_reminder": { "id": third.id, "name": "Third", "deadline_percentage": 75, "message": "please pay" },
        "reminders_sent": [50],
    });
    assert_eq!(rows[2], expected);
    let expected = json!({
        "id": sent.id, "order_id": running.id, "order_topic": "Bees", "reminder_name": "Half",
        "deadline_percentage": 50, "message": "please pay", "sent_at": "2026-04-15T11:00:00Z",
        "sent_as_notification": false, "sent_as_email": false,
    });
    assert_eq!(answer["reminders"][0], expected);
}

/// A client with an order that waits, and two reminders of the website, "First" before "Second".
async fn scene(
    app: &TestApp,
) -> (user::Model, tally_entity::order::Model, [payment_reminder_config::Model; 2]) {
    let site = app.website("alpha").await;
    let ann = client(app, site, "ann").await;
    let second = app.payment_reminder_config(site).set(|c| {
        (c.name, c.display_order, c.send_as_email) = (Set("Second".to_owned()), Set(2), Set(false));
    });
    let second = second.insert().await;
    let first = app.payment_reminder_config(site).set(|c| {
        (c.name, c.display_order) = (Set("First".to_owned()), Set(1));
        c.email_subject = Set(Some("Pay soon".to_owned()));
    });
    let order = order(app, site, ann.id, |_| ()).await;
    (ann, order, [first.insert().await, second])
}

#[tokio::test]
async fn a_reminder_asked_for_is_sent_at_once_and_once() {
    let app = TestApp::start().await;
    let (ann, order, [first, second]) = scene(&app).await;
    let caller = app.sign_in(&ann).await;
    let made = caller.post(CREATE, json!({ "order_id": order.id, "custom_message": "hey" })).await;
    made.assert_status(201);
    let answer = made.json();
    assert_eq!(
        (&answer["reminder_name"], &answer["reminder_config_id"]),
        (&json!("First"), &json!(first.id))
    );
    assert_eq!(answer["created_at"], "2026-04-15T12:00:00Z");
    assert_eq!(answer["message"], "Payment reminder preference created successfully.");
    let (notices, letters) = told(&app).await;
    let [notice] = notices.try_into().expect("one");
    assert_eq!((notice.event.as_str(), notice.user_id, notice.actor_id), ("payment.reminder", ann.id, None));
    assert_eq!((notice.body.as_str(), notice.payload), ("please pay", json!({ "order_id": order.id })));
    let [letter] = letters.try_into().expect("one");
    assert_eq!((letter.address, letter.subject), (Some(ann.email.clone()), Some("Pay soon".to_owned())));

    let again = caller.post(CREATE, json!({ "order_id": order.id, "reminder_config_id": first.id })).await;
    again.assert_problem(409, "conflict");
    let off = notification_preference::ActiveModel {
        user_id: Set(ann.id),
        category: Set(NotificationCategory::Info),
        channel: Set(NotificationChannel::Email),
        is_enabled: Set(false),
        ..Default::default()
    };
    app.insert(off).await;
    let other = caller.post(CREATE, json!({ "order_id": order.id, "reminder_config_id": second.id })).await;
    other.assert_status(201);
    let (notices, letters) = told(&app).await;
    assert_eq!((notices.len(), letters.len()), (2, 1), "the second is no letter");
}

#[tokio::test]
async fn a_letter_is_not_written_to_whoever_wants_none() {
    let app = TestApp::start().await;
    let (ann, order, _) = scene(&app).await;
    let off = notification_preference::ActiveModel {
        user_id: Set(ann.id),
        category: Set(NotificationCategory::Info),
        channel: Set(NotificationChannel::Email),
        is_enabled: Set(false),
        ..Default::default()
    };
    app.insert(off).await;
    app.sign_in(&ann).await.post(CREATE, json!({ "order_id": order.id })).await.assert_status(201);
    let (notices, letters) = told(&app).await;
    assert_eq!((notices.len(), letters.len()), (1, 0));
}

#[tokio::test]
async fn nothing_is_sent_about_what_is_not_there_or_paid() {
    let app = TestApp::start().await;
    let (ann, mine, [first, _]) = scene(&app).await;
    let site = mine.website_id;
    let other = app.website("beta").await;
    let foreign = app.payment_reminder_config(other).insert().await;
    let off = app.payment_reminder_config(site).set(|c| c.is_active = Set(false)).insert().await;
    let bob = client(&app, site, "bob").await;
    let theirs = order(&app, site, bob.id, |_| ()).await;
    let done = order(&app, site, ann.id, paid).await;
    let caller = app.sign_in(&ann).await;
    caller.post(CREATE, json!({ "reminder_config_id": first.id })).await.assert_problem(422, "invalid");
    for (order, config) in [(theirs.id, first.id), (mine.id, foreign.id), (mine.id, off.id)] {
        let body = json!({ "order_id": order, "reminder_config_id": config });
        caller.post(CREATE, body).await.assert_problem(404, "not-found");
    }
    caller.post(CREATE, json!({ "order_id": done.id })).await.assert_problem(409, "conflict");
    let bare = app.website("gamma").await;
    let eve = app.user(Role::Client, Some(bare)).insert().await;
    let without = order(&app, bare, eve.id, |_| ()).await;
    let caller = app.sign_in(&eve).await;
    caller.post(CREATE, json!({ "order_id": without.id })).await.assert_problem(404, "not-found");
    assert_eq!(payment_reminder_sent::Entity::find().count(app.db()).await.unwrap(), 0);
    assert_eq!(told(&app).await, (vec![], vec![]));
}

#[tokio::test]
async fn how_somebody_was_reminded_can_be_set_right() {
    let app = TestApp::start().await;
    let (ann, order, [first, second]) = scene(&app).await;
    let sent = app.payment_reminder_sent(&first, &order, ann.id).insert().await;
    let address = format!("{LIST}{}/update/", sent.id);
    let caller = app.sign_in(&ann).await;
    let body = json!({ "reminder_config_id": second.id, "send_as_email": true });
    let reply = caller.patch(&address, body).await;
    let expected = json!({
        "id": sent.id, "order_id": order.id, "reminder_config_id": second.id, "reminder_name": "Second",
        "send_as_notification": false, "send_as_email": true, "updated_at": "2026-04-15T11:00:00Z",
        "message": "Payment reminder preference updated successfully.",
    });
    assert_eq!(reply.json(), &expected);
    assert_eq!(told(&app).await, (vec![], vec![]), "nothing is sent again");
    app.payment_reminder_sent(&first, &order, ann.id).insert().await;
    caller.patch(&address, json!({ "reminder_config_id": first.id })).await.assert_problem(409, "conflict");
    caller.patch(&address, json!({ "reminder_config_id": 987_654 })).await.assert_problem(404, "not-found");
    let bob = app.sign_in(&client(&app, order.website_id, "bob").await).await;
    bob.patch(&address, json!({})).await.assert_problem(404, "not-found");
    let unchanged = caller.patch(&address, json!({})).await;
    assert_eq!(unchanged.json(), &expected);
}
