//! `GET admin-management/financial-overview/*`

mod all_payments;

use chrono::{DateTime, Duration, Utc};
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    PaymentStatus, PaymentType, Role, TipPaymentStatus, WebsiteId, WriterPaymentStatus, order, payment,
};
use tally_testkit::{TestApp, ago};

const OVERVIEW: &str = "/admin-management/financial-overview/overview/";
const TICK: Duration = Duration::microseconds(1);

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Income of an order that came then.
async fn income(app: &TestApp, order: &order::Model, at: DateTime<Utc>, cents: i64) {
    paid(app, order, |p| (p.amount_cents, p.confirmed_at) = (Set(cents), Set(Some(at)))).await;
}

async fn paid(app: &TestApp, order: &order::Model, change: impl FnOnce(&mut payment::ActiveModel)) {
    app.payment(order).set(|p| p.status = Set(PaymentStatus::Succeeded)).set(change).insert().await;
}

fn month<'a>(answer: &'a Value, period: &str) -> &'a Value {
    let months = answer["period_breakdown"].as_array().unwrap();
    months.iter().find(|month| month["period"] == period).unwrap_or_else(|| panic!("no {period}"))
}

/// One of each: an order for 1, special orders for 2, 4 and 8, a class for 16; a top-up and a tip count for nothing.
async fn one_of_each(app: &TestApp, site: WebsiteId) {
    let client = app.user_id(Role::Client, Some(site)).await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let order = app.order(site).insert().await;
    let special = app.special_order(site, client).insert().await;
    let bundle = app.class_bundle(site, client).insert().await;
    let wallet = app.wallet(site, client).insert().await;
    let tip = app.tip(site, client, writer).insert().await;
    for (kind, cents) in [
        (PaymentType::Standard, 100),
        (PaymentType::PredefinedSpecial, 200),
        (PaymentType::EstimatedSpecial, 400),
        (PaymentType::SpecialInstallment, 800),
        (PaymentType::ClassPayment, 1_600),
        (PaymentType::WalletLoading, 3_200),
        (PaymentType::Tip, 6_400),
    ] {
        paid(app, &order, |p| {
            (p.payment_type, p.amount_cents, p.client_id) = (Set(kind), Set(cents), Set(Some(client)));
            p.confirmed_at = Set(Some(ago(1, 0)));
            if kind != PaymentType::Standard {
                p.order_id = Set(None);
            }
            match kind {
                PaymentType::Standard => {}
                PaymentType::ClassPayment => p.class_bundle_id = Set(Some(bundle.id)),
                PaymentType::WalletLoading => p.wallet_id = Set(Some(wallet.id)),
                PaymentType::Tip => p.tip_id = Set(Some(tip.id)),
                _ => p.special_order_id = Set(Some(special.id)),
            }
        })
        .await;
    }
}

#[tokio::test]
async fn revenue_is_what_work_brings_in_and_expenses_are_what_writers_get() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    one_of_each(&app, site).await;
    one_of_each(&app, other).await;
    let (client, writer) =
        (app.user_id(Role::Client, Some(site)).await, app.user_id(Role::Writer, Some(site)).await);
    let order = app.order(site).insert().await;
    paid(&app, &order, |p| {
        (p.status, p.amount_cents) = (Set(PaymentStatus::Completed), Set(1_900));
        p.created_at = Set(ago(1, 0));
    })
    .await;
    paid(&app, &order, |p| (p.status, p.amount_cents) = (Set(PaymentStatus::Failed), Set(77))).await;
    app.writer_payment(site, writer).set(|w| w.amount_cents = Set(3_000)).insert().await;
    let unpaid = |w: &mut tally_entity::writer_payment::ActiveModel| {
        (w.status, w.paid_at, w.amount_cents) = (Set(WriterPaymentStatus::Pending), Set(None), Set(77));
    };
    app.writer_payment(site, writer).set(unpaid).insert().await;
    for (status, cents) in [(TipPaymentStatus::Completed, 500), (TipPaymentStatus::Pending, 77)] {
        let tip = app.tip(site, client, writer).set(|t| {
            (t.payment_status, t.sent_at) = (Set(status), Set(ago(1, 0)));
            (t.amount_cents, t.writer_earning_cents) = (Set(cents * 2), Set(cents));
            t.platform_profit_cents = Set(cents);
        });
        tip.insert().await;
    }

    let admin = app.admin(site).await;
    let reply = admin.get(OVERVIEW).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    insta::assert_json_snapshot!(reply.json()["summary"], @r#"
    {
      "total_revenue": 50,
      "revenue_breakdown": {
        "orders": 20,
        "special_orders": 14,
        "classes": 16
      },
      "total_expenses": 35,
      "expenses_breakdown": {
        "writer_payments": 30,
        "tips": 5
      },
      "net_revenue": 15,
      "profit_margin": 30
    }
    "#);
    insta::assert_json_snapshot!(reply.json()["period_breakdown"][0], @r#"
    {
      "period": "2026-04",
      "month": "April 2026",
      "revenue": {
        "orders": 20,
        "special_orders": 14,
        "classes": 16,
        "total": 50
      },
      "expenses": {
        "writer_payments": 30,
        "tips": 5,
        "total": 35
      },
      "net_revenue": 15
    }
    "#);
    assert_eq!(reply.json()["period_breakdown"].as_array().unwrap().len(), 12);
    assert_eq!(reply.json()["period_breakdown"][11]["month"], "May 2025");
    assert_eq!(reply.json()["filters"], json!({ "date_from": null, "date_to": null, "website_id": site }));
    assert_eq!(admin.get(OVERVIEW).await.statements(), 0);
    let all = app.superadmin().await.get(OVERVIEW).await;
    assert_eq!(all.json()["summary"]["total_revenue"], 81);
    assert_eq!(all.json()["filters"]["website_id"], json!(null));
}

#[tokio::test]
async fn dates_cut_the_summary_and_only_the_end_of_the_months() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let order = app.order(site).insert().await;
    for (instant, cents) in [
        (at("2025-03-31T23:59:59.999999Z"), 100_000),
        (at("2025-04-01T00:00:00Z"), 1),
        (at("2026-02-10T00:00:00Z") - TICK, 20),
        (at("2026-02-10T00:00:00Z"), 300),
        (at("2026-03-11T00:00:00Z") - TICK, 4_000),
        (at("2026-03-11T00:00:00Z"), 50_000),
    ] {
        income(&app, &order, instant, cents).await;
    }
    let admin = app.admin(site).await;
    let reply = admin.get(&format!("{OVERVIEW}?date_from=2026-02-10&date_to=2026-03-10")).await;
    let answer = reply.json();
    assert_eq!(reply.statements(), 3);
    assert_eq!(answer["summary"]["total_revenue"], 43);
    assert_eq!(answer["filters"]["date_from"], "2026-02-10");
    assert_eq!(answer["filters"]["date_to"], "2026-03-10");
    assert_eq!(answer["period_breakdown"][0]["period"], "2026-03");
    assert_eq!(month(answer, "2026-03")["revenue"]["total"], 40);
    assert_eq!(month(answer, "2026-02")["revenue"]["total"], 3.2);
    assert_eq!(month(answer, "2025-04")["revenue"]["total"], 0.01);

    let from = admin.get(&format!("{OVERVIEW}?date_from=2024-01-01")).await;
    assert_eq!(from.json()["summary"]["total_revenue"], 1_543.21);
    let to = admin.get(&format!("{OVERVIEW}?date_to=2025-03-31T23:59:59.999999Z")).await;
    assert_eq!(to.json()["summary"]["total_revenue"], 0);
    assert_eq!(to.json()["summary"]["profit_margin"], 0);
    assert_eq!(to.json()["period_breakdown"][0]["period"], "2025-03");
}
