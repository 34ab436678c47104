//! What happens by itself to orders that are not paid.

use sea_orm::{EntityTrait as _, QueryOrder as _, Set, prelude::Decimal};
use tally_entity::{
    OrderId, OrderStatus, Role, UserId, WebsiteId, notification, notification_delivery, order,
    payment_reminder_sent,
};
use tally_payments::{Reminded, remind};
use tally_testkit::{TestApp, ago, now};

const NOTHING: Reminded = Reminded { reminders: 0, removed: 0 };

async fn configs<const N: usize>(app: &TestApp, site: WebsiteId, shares: [i64; N]) {
    for share in shares {
        let named = |c: &mut tally_entity::payment_reminder_config::ActiveModel| {
            (c.deadline_pct, c.message) = (Set(Decimal::from(share)), Set(format!("at {share}")));
        };
        app.payment_reminder_config(site).set(named).insert().await;
    }
}

/// Placed ten days ago, and due after so many days more.
async fn waiting(app: &TestApp, site: WebsiteId, client: UserId, days: i64) -> order::Model {
    let order = app.order(site).set(|o| {
        (o.client_id, o.client_deadline_at) =
            (Set(Some(client)), Set(Some(now() + chrono::Duration::days(days))));
    });
    order.insert().await
}

/// Orders and texts of what was sent, in the order of the orders.
async fn told(app: &TestApp) -> Vec<(OrderId, String)> {
    let rows =
        notification::Entity::find().order_by_asc(notification::Column::Id).all(app.db()).await.unwrap();
    rows.into_iter()
        .map(|row| {
            (OrderId(row.payload["order_id"].as_i64().unwrap()), format!("{}: {}", row.event, row.body))
        })
        .collect()
}

async fn run(app: &TestApp) -> Reminded {
    remind(&app.state.db, now()).await.unwrap()
}

#[tokio::test]
async fn the_last_reminder_whose_time_has_come_is_sent_once() {
    let app = TestApp::start().await;
    let (site, quiet) = (app.website("alpha").await, app.website("quiet").await);
    configs(&app, site, [25, 50, 75, 100]).await;
    let ann = app.user(Role::Client, Some(site)).insert().await;
    let fifth = waiting(&app, site, ann.id, 40).await; // 20 %
    let half = waiting(&app, site, ann.id, 10).await; // exactly 50 %
    let most = waiting(&app, site, ann.id, 2).await; // 83 %: what was missed before is not sent late
    let change = |change: fn(&mut order::ActiveModel)| {
        app.order(site)
            .set(|o| {
                (o.client_id, o.client_deadline_at) =
                    (Set(Some(ann.id)), Set(Some(now() + chrono::Duration::days(2))));
            })
            .set(change)
    };
    change(|o| (o.is_paid, o.paid_at) = (Set(true), Set(Some(ago(1, 0))))).insert().await;
    change(|o| o.status = Set(OrderStatus::Cancelled)).insert().await;
    change(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    change(|o| o.client_deadline_at = Set(None)).insert().await;
    let over =
        change(|o| (o.status, o.client_deadline_at) = (Set(OrderStatus::Created), Set(Some(ago(1, 0)))));
    let over = over.insert().await; // past its end, but not removed: it was never placed for payment
    let other = app.user_id(Role::Client, Some(quiet)).await;
    waiting(&app, quiet, other, 2).await;
    waiting(&app, quiet, other, -1).await;

    assert_eq!(run(&app).await, Reminded { reminders: 3, removed: 0 });
    let text = |text: &str| format!("payment.reminder: {text}");
    let expected = [(half.id, text("at 50")), (most.id, text("at 75")), (over.id, text("at 100"))];
    assert_eq!(told(&app).await, expected);
    let letters = notification_delivery::Entity::find().all(app.db()).await.unwrap();
    assert!(letters.iter().all(|letter| letter.address.as_deref() == Some(&ann.email)));
    assert_eq!((letters.len(), letters[0].website_id), (3, Some(site)));
    let sent = payment_reminder_sent::Entity::find().all(app.db()).await.unwrap();
    assert!(sent.iter().all(|row| row.sent_at == now() && row.sent_as_email && row.client_id == ann.id));

    assert_eq!(run(&app).await, NOTHING, "a second run is harmless");
    // Twenty days on: 60 % of the first order, and the end of those that waited.
    let later = remind(&app.state.db, now() + chrono::Duration::days(20)).await.unwrap();
    assert_eq!(later, Reminded { reminders: 1, removed: 2 });
    assert!(told(&app).await.contains(&(fifth.id, text("at 50"))));
}

#[tokio::test]
async fn an_order_nobody_paid_in_time_is_removed_and_its_client_told() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    configs(&app, site, [50]).await;
    let ann = app.user(Role::Client, Some(site)).insert().await;
    let off = app.payment_deletion_message(site).set(|m| m.is_active = Set(false));
    off.insert().await;
    app.payment_deletion_message(site).set(|m| m.message = Set("It is gone.".to_owned())).insert().await;
    app.payment_deletion_message(site).insert().await;
    let ended = waiting(&app, site, ann.id, 0).await;
    let late = app.order(site).set(|o| {
        (o.client_id, o.client_deadline_at) =
            (Set(Some(ann.id)), Set(Some(now() - chrono::Duration::seconds(1))));
        o.status = Set(OrderStatus::Unpaid);
    });
    let late = late.insert().await;
    let held = app.order(site).set(|o| {
        (o.client_id, o.client_deadline_at) = (Set(Some(ann.id)), Set(Some(ago(1, 0))));
        o.status = Set(OrderStatus::OnHold);
    });
    let held = held.insert().await;
    let caller = app.sign_in(&ann).await;
    let list = "/orders/orders/?page_size=1";
    assert_eq!(caller.get(list).await.json()["count"], 3);
    let stats = "/client-management/dashboard/stats/";
    app.sweep().await;
    assert_eq!(caller.get(stats).await.json()["all_time"]["orders"], 3);

    assert_eq!(run(&app).await, Reminded { reminders: 2, removed: 1 });
    let gone = order::Entity::find_by_id(late.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!((gone.deleted_at, gone.delete_reason.as_deref()), (Some(now()), Some("unpaid")));
    let expected = [
        (late.id, "order.deleted_unpaid: It is gone.".to_owned()),
        (ended.id, "payment.reminder: at 50".to_owned()),
        (held.id, "payment.reminder: at 50".to_owned()),
    ];
    assert_eq!(told(&app).await, expected);
    assert_eq!(caller.get(stats).await.json()["all_time"]["orders"], 2, "what was kept hears of it");
    assert_eq!(caller.get(list).await.json()["count"], 2);
    assert_eq!(run(&app).await, NOTHING);
}

#[tokio::test]
async fn several_at_once_send_each_reminder_once_and_more_than_a_batch() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    configs(&app, site, [10]).await;
    let ann = app.user_id(Role::Client, Some(site)).await;
    let many = |days: i64| {
        (0..620).map(move |_| order::ActiveModel {
            website_id: Set(site),
            client_id: Set(Some(ann)),
            topic: Set("many".to_owned()),
            status: Set(OrderStatus::Pending),
            created_at: Set(ago(10, 0)),
            client_deadline_at: Set(Some(now() + chrono::Duration::days(days))),
            ..Default::default()
        })
    };
    order::Entity::insert_many(many(5).chain(many(-1))).exec_without_returning(app.db()).await.unwrap();
    let at_once = [remind(&app.state.db, now()), remind(&app.state.db, now()), remind(&app.state.db, now())];
    let done = futures::future::join_all(at_once).await;
    let sum = done
        .into_iter()
        .map(Result::unwrap)
        .fold((0, 0), |(reminders, removed), one| (reminders + one.reminders, removed + one.removed));
    let rest = run(&app).await;
    assert_eq!((sum.0 + rest.reminders, sum.1 + rest.removed), (620, 620));
    let events = told(&app).await;
    let reminded = events.iter().filter(|(_, text)| text.starts_with("payment.reminder")).count();
    assert_eq!((reminded, run(&app).await), (620, NOTHING));
}
