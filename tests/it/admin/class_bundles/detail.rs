//! `GET class-management/class-bundles/{id}`

use chrono::{DateTime, Utc};
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    ClassBundleId, PaymentPart,
    PaymentPart::{Deposit, Full, Installment},
    PaymentStatus,
    PaymentStatus::{Completed, Failed, Pending, Refunded},
    PaymentType, Role, class_bundle, payment,
};
use tally_testkit::{TestApp, ago, now};

use super::{Shop, jane, list::full_bundle};
use crate::admin::orders::ids;

fn path(id: ClassBundleId) -> String {
    format!("/class-management/class-bundles/{id}/")
}

async fn pay(
    app: &TestApp,
    bundle: &class_bundle::Model,
    (part, status, cents): (PaymentPart, PaymentStatus, i64),
    created_at: DateTime<Utc>,
    confirmed_at: Option<DateTime<Utc>>,
) -> i64 {
    let row = payment::ActiveModel {
        website_id: Set(bundle.website_id),
        client_id: Set(Some(bundle.client_id)),
        payment_type: Set(PaymentType::ClassPayment),
        class_bundle_id: Set(Some(bundle.id)),
        part: Set(part),
        status: Set(status),
        amount_cents: Set(cents),
        created_at: Set(created_at),
        confirmed_at: Set(confirmed_at),
        ..Default::default()
    };
    app.insert(row).await.id.0
}

#[tokio::test]
async fn a_bundle_shows_what_is_to_be_paid_and_what_was() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (bundle, ann, jane) = full_bundle(&app, site).await;
    let another = app.class_bundle(site, ann.id).insert().await;
    let yesterday = now().date_naive().pred_opt().unwrap();
    let installment = |owner, number, cents| {
        app.installment(site).set(move |i| {
            (i.class_bundle_id, i.installment_number, i.amount_cents) =
                (Set(Some(owner)), Set(number), Set(cents));
        })
    };
    let second = installment(bundle.id, 2, 150).set(|i| i.due_on = Set(Some(yesterday))).insert().await.id.0;
    let first = installment(bundle.id, 1, 50).set(|i| i.paid_at = Set(Some(ago(2, 0)))).insert().await.id.0;
    installment(bundle.id, 3, 70).set(|i| i.cancelled_at = Set(Some(ago(2, 0)))).insert().await;
    installment(another.id, 1, 70).insert().await;

    pay(&app, &bundle, (Full, Failed, 1), ago(9, 0), None).await;
    let refunded = pay(&app, &bundle, (Deposit, Refunded, 2), ago(8, 0), Some(ago(7, 0))).await;
    let deposit = pay(&app, &bundle, (Deposit, Completed, 1_250), ago(6, 0), Some(ago(5, 0))).await;
    let unconfirmed = pay(&app, &bundle, (Installment, Completed, 4), ago(4, 0), None).await;
    let pending = pay(&app, &bundle, (Installment, Pending, 8), ago(3, 0), None).await;
    let twin = pay(&app, &bundle, (Installment, Pending, 16), ago(3, 0), None).await;
    pay(&app, &another, (Full, Pending, 32), ago(1, 0), None).await;

    let admin = app.admin(site).await;
    let reply = admin.get(&path(bundle.id)).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    let found = reply.json();
    assert_eq!(
        (&found["id"], &found["discount_amount"], &found["files"]),
        (&json!(bundle.id), &json!(19.5), &json!([]))
    );
    assert_eq!(ids(&found["installments"]), [first, second]);
    let due = json!({ "id": second, "class_bundle": bundle.id, "amount": 1.5, "due_date": "2026-04-14",
        "is_paid": false, "paid_at": null, "paid_by": null, "payment_record": null, "payment_record_id": null,
        "installment_number": 2, "created_at": "2026-04-05T12:00:00Z", "is_overdue": true });
    assert_eq!(found["installments"][1], due);
    assert_eq!(found["installments"][0]["paid_at"], "2026-04-13T12:00:00Z");
    assert_eq!(ids(&found["purchases"]), [twin, pending, unconfirmed, deposit, refunded]);
    let paid_at: Vec<_> =
        found["purchases"].as_array().unwrap().iter().map(|row| row["paid_at"].clone()).collect();
    let at = |text: &str| json!(text);
    let expected = [
        Value::Null,
        Value::Null,
        at("2026-04-11T12:00:00Z"),
        at("2026-04-10T12:00:00Z"),
        at("2026-04-08T12:00:00Z"),
    ];
    assert_eq!(paid_at, expected);
    let row = json!({ "id": deposit, "payment_type": "deposit", "status": "completed", "price_locked": 12.5,
        "paid_at": "2026-04-10T12:00:00Z" });
    assert_eq!(found["purchases"][3], row);

    // The same for those whose it is, under the names they know.
    for (caller, name, shown) in [
        (&ann, "assigned_writer_username", "Ink".to_owned()),
        (&jane, "client_username", format!("Client #{}", ann.id)),
    ] {
        let reply = app.sign_in(caller).await.get(&path(bundle.id)).await;
        reply.assert_status(200);
        assert_eq!((reply.statements(), &reply.json()[name]), (3, &json!(shown)));
        assert_eq!(reply.json()["installments"], found["installments"]);
        assert_eq!(reply.json()["purchases"], found["purchases"]);
    }
}

#[tokio::test]
async fn what_is_not_ones_own_does_not_exist() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let bundle = alpha.bundle(&app).insert().await.id;
    let jane = jane(&app, alpha.site).await;
    for stranger in [
        app.role(Role::Client, Some(alpha.site)).await,
        app.sign_in(&jane).await,
        app.admin(beta.site).await,
        app.role(Role::Support, Some(beta.site)).await,
    ] {
        stranger.get(&path(bundle)).await.assert_problem(404, "not-found");
    }
    let superadmin = app.superadmin().await;
    superadmin.get(&path(bundle)).await.assert_status(200);
    let elsewhere = format!("{}?website_id={}", path(bundle), beta.site);
    superadmin.get(&elsewhere).await.assert_problem(404, "not-found");
    superadmin.get("/class-management/class-bundles/first/").await.assert_problem(404, "not-found");
}
