//! `GET admin-management/tips/list_tips`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{PaymentStatus, PaymentType, Role, TipPaymentStatus, payment, tip};
use tally_testkit::{Reply, TestApp, ago};

use super::{Place, TICK};

const LIST: &str = "/admin-management/tips/list_tips/";

fn ids(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

async fn payment(app: &TestApp, tip: &tip::Model, status: PaymentStatus, cents: i64) -> payment::Model {
    let row = payment::ActiveModel {
        website_id: Set(tip.website_id),
        client_id: Set(Some(tip.client_id)),
        payment_type: Set(PaymentType::Tip),
        tip_id: Set(Some(tip.id)),
        status: Set(status),
        amount_cents: Set(cents),
        ..Default::default()
    };
    app.insert(row).await
}

#[tokio::test]
async fn a_row_says_who_gave_whom_what_for_what() {
    let app = TestApp::start().await;
    let mut alpha = Place::new(&app, "alpha").await;
    let ann = app.user(Role::Client, Some(alpha.site)).set(|u| {
        (u.username, u.first_name, u.last_name) =
            (Set("ann".to_owned()), Set("Ann".to_owned()), Set("Lee".to_owned()));
    });
    alpha.client = ann.insert().await.id;
    let order = app.order(alpha.site).set(|o| o.topic = Set("Tides".to_owned())).insert().await;
    let on_order = |t: &mut tip::ActiveModel| {
        (t.tip_type, t.order_id) = (Set(tally_entity::TipType::Order), Set(Some(order.id)));
        t.reason = Set("quick".to_owned());
    };
    let tip = alpha.tip(&app, (1250, 625), ago(1, 0), on_order).await;
    payment(&app, &tip, PaymentStatus::Failed, 1).await;
    let paid = payment(&app, &tip, PaymentStatus::Completed, 1250).await;
    let plain = |t: &mut tip::ActiveModel| t.writer_level_id = Set(None);
    let direct = alpha.tip(&app, (300, 1000), ago(1, 0), plain).await;
    let bundle = app.class_bundle(alpha.site, alpha.client).insert().await.id;
    let for_class = |t: &mut tip::ActiveModel| {
        (t.tip_type, t.class_bundle_id) = (Set(tally_entity::TipType::Class), Set(Some(bundle)));
    };
    let class = alpha.tip(&app, (1, 0), ago(2, 0), for_class).await;
    let admin = app.admin(alpha.site).await;

    let reply = admin.get(LIST).await;
    assert_eq!(ids(&reply), [direct.id.0, tip.id.0, class.id.0]);
    let body = reply.json();
    let summary =
        json!({ "total_tip_amount": 15.51, "total_writer_earnings": 10.81, "total_platform_profit": 4.7 });
    assert_eq!((&body["count"], &body["summary"]), (&json!(3), &summary));
    let row = json!({
        "id": tip.id, "tip_type": "order", "tip_type_display": "Order", "tip_reason": "quick",
        "sent_at": "2026-04-14T12:00:00Z", "writer_id": alpha.writer, "writer_name": "writer2",
        "writer_username": "writer2", "client_id": alpha.client, "client_name": "Ann Lee",
        "client_username": "ann", "order": order.id, "order_title": "Tides",
        "related_entity_info": { "type": "order", "id": order.id }, "tip_amount": 12.5,
        "full_tip_amount": 12.5, "writer_earning": 7.81, "amount_received": 7.81, "platform_profit": 4.69,
        "writer_percentage": 62.5, "writer_percentage_display": "62.5%", "writer_level": "Gold",
        "payment_status": "completed", "website_id": alpha.site,
        "payment": { "id": paid.id, "status": "completed", "amount": 12.5 },
    });
    assert_eq!(body["results"][1], row);
    let direct = &body["results"][0];
    assert_eq!((&direct["payment"], &direct["related_entity_info"]), (&json!(null), &json!(null)));
    assert_eq!((&direct["writer_level"], &direct["order_title"]), (&json!(null), &json!(null)));
    assert_eq!(direct["writer_percentage_display"], "100%");
    assert_eq!(body["results"][2]["related_entity_info"], json!({ "type": "class_bundle", "id": bundle }));
}

#[tokio::test]
async fn each_parameter_narrows_the_list_and_its_sums() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Place::new(&app, "alpha").await, Place::new(&app, "beta").await);
    let day = "2026-04-10T00:00:00Z".parse().unwrap();
    let first = alpha.tip(&app, (100, 500), day, |_| ()).await.id.0;
    let order = super::for_order(&app, alpha.site).await;
    let before = alpha.tip(&app, (30, 500), day - TICK, order).await.id.0;
    let stranger = app.user_id(Role::Writer, Some(alpha.site)).await;
    let other = |t: &mut tip::ActiveModel| {
        (t.writer_id, t.payment_status) = (Set(stranger), Set(TipPaymentStatus::Pending));
        t.client_id = Set(beta.client);
    };
    let last = alpha.tip(&app, (7, 0), ago(0, 1), other).await.id.0;
    beta.tip(&app, (5000, 0), ago(0, 1), |_| ()).await;
    let admin = app.admin(alpha.site).await;

    for (query, expected, cents) in [
        (String::new(), vec![last, first, before], 1.37),
        ("tip_type=order".to_owned(), vec![before], 0.3),
        ("tip_type=nothing".to_owned(), vec![], 0.0),
        ("payment_status=pending".to_owned(), vec![last], 0.07),
        ("payment_status=x".to_owned(), vec![], 0.0),
        (format!("writer_id={stranger}"), vec![last], 0.07),
        (format!("client_id={}", alpha.client), vec![first, before], 1.3),
        ("date_from=2026-04-10".to_owned(), vec![last, first], 1.07),
        ("date_to=2026-04-09".to_owned(), vec![before], 0.3),
        ("date_to=2026-04-10T00:00:00Z".to_owned(), vec![before], 0.3),
        ("limit=2".to_owned(), vec![last, first], 1.37),
        ("limit=2&offset=1".to_owned(), vec![first, before], 1.37),
        ("offset=3".to_owned(), vec![], 1.37),
        ("limit=0".to_owned(), vec![last], 1.37),
    ] {
        let reply = admin.get(&format!("{LIST}?{query}")).await;
        assert_eq!(ids(&reply), expected, "{query}");
        let body = reply.json();
        assert_eq!(body["summary"]["total_tip_amount"].as_f64(), Some(cents), "{query}");
        let is_part = query.contains("limit") || query.contains("offset");
        assert_eq!(body["count"], if is_part { 3 } else { expected.len() }, "{query}");
    }
    let all = app.superadmin().await.get(LIST).await;
    assert_eq!(all.json()["count"], 4);
    admin.get(&format!("{LIST}?writer_id=x")).await.assert_problem(422, "invalid");
    app.role(Role::Editor, Some(alpha.site)).await.get(LIST).await.assert_problem(403, "forbidden");
}
