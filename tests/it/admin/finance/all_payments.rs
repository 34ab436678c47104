//! `GET admin-management/financial-overview/all-payments`

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{
    OrderStatus, Role, UserId, WebsiteId, WriterPaymentKind, WriterPaymentStatus, order, writer_profile,
};
use tally_testkit::{TestApp, ago, now};

use super::{TICK, at};

const PAYMENTS: &str = "/admin-management/financial-overview/all-payments/";

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one screen, with all it shows")]
async fn a_payment_to_a_writer_is_set_against_what_clients_pay() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let client = app.user_id(Role::Client, Some(site)).await;
    let writer = app.user(Role::Writer, Some(site)).set(|u| u.first_name = Set("Wanda".to_owned()));
    let writer = writer.insert().await.id;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(writer),
        registration_id: Set("W-1".to_owned()),
        ..Default::default()
    };
    app.insert(profile).await;
    let plain = app.user_id(Role::Writer, Some(site)).await;
    let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());

    // In the period: its first and its last instant. Out: before, after, unpaid, removed, of another.
    let first = at("2026-03-01T00:00:00Z");
    let end = at("2026-04-01T00:00:00Z");
    for (completed, cents, of) in [
        (first, 100, writer),
        (end - TICK, 200, writer),
        (first - TICK, 7_700, writer),
        (end, 7_700, writer),
        (first, 7_700, plain),
    ] {
        done(&app, site, of, completed, cents, |_| {}).await;
    }
    done(&app, site, writer, first, 7_700, |o| (o.is_paid, o.paid_at) = (Set(false), Set(None))).await;
    done(&app, site, writer, first, 7_700, |o| o.deleted_at = Set(Some(now()))).await;

    let period = app.writer_payment(site, writer).set(|w| {
        (w.kind, w.amount_cents, w.tips_cents) = (Set(WriterPaymentKind::Period), Set(120), Set(30));
        (w.bonuses_cents, w.fines_cents) = (Set(50), Set(15));
        (w.period_from_on, w.period_to_on) = (Set(day("2026-03-01")), Set(day("2026-03-31")));
        w.paid_at = Set(Some(at("2026-04-10T00:00:00Z")));
    });
    period.insert().await;
    let order = app.order(site).set(|o| o.total_price_cents = Set(1_000)).insert().await;
    let special = app.special_order(site, client).set(|s| s.total_cost_cents = Set(Some(2_000)));
    let special = special.insert().await;
    let bundle = app.class_bundle(site, client).set(|b| b.total_price_cents = Set(3_000)).insert().await;
    app.writer_payment(site, plain)
        .set(|w| {
            (w.order_id, w.amount_cents) = (Set(Some(order.id)), Set(1_100));
            w.paid_at = Set(Some(at("2026-04-09T00:00:00Z")));
        })
        .insert()
        .await;
    for (kind, special, bundle) in [
        (WriterPaymentKind::SpecialOrder, Some(special.id), None),
        (WriterPaymentKind::Class, None, Some(bundle.id)),
        (WriterPaymentKind::Adjustment, None, None),
    ] {
        let due = app.writer_payment(site, plain).set(|w| {
            (w.kind, w.special_order_id, w.class_bundle_id) = (Set(kind), Set(special), Set(bundle));
            (w.status, w.paid_at) = (Set(WriterPaymentStatus::Delayed), Set(None));
            (w.amount_cents, w.due_on) = (Set(500), Set(day("2026-04-11")));
        });
        due.insert().await;
    }
    let stranger = app.user_id(Role::Writer, Some(other)).await;
    app.writer_payment(other, stranger).insert().await;

    let admin = app.admin(site).await;
    let reply = admin.get(PAYMENTS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let rows = reply.json()["payments"].as_array().unwrap();
    let of = |field: &str| rows.iter().map(|row| row[field].clone()).collect::<Vec<_>>();
    assert_eq!(of("type"), ["adjustment", "class", "special_order", "period", "order"]);
    assert_eq!(of("number_of_orders"), [0, 1, 1, 2, 1]);
    assert_eq!(of("client_total"), [json!(0), json!(30), json!(20), json!(3), json!(10)]);
    assert_eq!(of("platform_margin"), [json!(-5), json!(25), json!(15), json!(1.5), json!(-1)]);
    assert_eq!(of("date"), ["2026-04-11", "2026-04-11", "2026-04-11", "2026-04-10", "2026-04-09"]);
    insta::assert_json_snapshot!(rows[3], @r#"
    {
      "id": 1,
      "payment_id": "WP000001",
      "reference": "WP000001",
      "writer": {
        "id": 2,
        "name": "Wanda",
        "email": "writer2@people.example",
        "registration_id": "W-1"
      },
      "number_of_orders": 2,
      "client_total": 3,
      "platform_margin": 1.5,
      "amount": 1.2,
      "bonuses": 0.5,
      "tips": 0.3,
      "fines": 0.15,
      "total_earnings": 1.85,
      "date": "2026-04-10",
      "status": "Paid",
      "type": "period",
      "batch_reference": null
    }
    "#);
    assert_eq!((&reply.json()["total"], &reply.json()["total_amount"]), (&json!(5), &json!(27.2)));

    for (query, expected) in [
        (format!("?writer_id={writer}"), vec!["period"]),
        ("?status=Paid".to_owned(), vec!["period", "order"]),
        ("?status=delayed&limit=1".to_owned(), vec!["adjustment"]),
        ("?status=gone".to_owned(), vec![]),
        ("?date_from=2026-04-10".to_owned(), vec!["adjustment", "class", "special_order", "period"]),
        ("?date_from=2026-04-10&date_to=2026-04-10".to_owned(), vec!["period"]),
        ("?date_to=2026-04-09".to_owned(), vec!["order"]),
    ] {
        let reply = admin.get(&format!("{PAYMENTS}{query}")).await;
        let kinds: Vec<_> =
            reply.json()["payments"].as_array().unwrap().iter().map(|row| row["type"].clone()).collect();
        assert_eq!(kinds, expected, "{query}");
    }
    let limited = admin.get(&format!("{PAYMENTS}?status=delayed&limit=1")).await;
    assert_eq!((&limited.json()["total"], &limited.json()["total_amount"]), (&json!(3), &json!(15)));
}

/// A paid order that a writer completed then.
async fn done(
    app: &TestApp,
    site: WebsiteId,
    writer: UserId,
    completed: DateTime<Utc>,
    cents: i64,
    change: impl FnOnce(&mut order::ActiveModel),
) {
    let order = app.order(site).set(|o| {
        (o.assigned_writer_id, o.total_price_cents) = (Set(Some(writer)), Set(cents));
        (o.status, o.completed_at) = (Set(OrderStatus::Completed), Set(Some(completed)));
        (o.is_paid, o.paid_at) = (Set(true), Set(Some(ago(60, 0))));
    });
    order.set(change).insert().await;
}
