//! `GET special-orders/api/special-orders`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    Role, SpecialOrderPricing,
    SpecialOrderStatus::{AwaitingApproval, InProgress, Inquiry},
    WebsiteId, special_order, user,
};
use tally_testkit::{Caller, TestApp, ago};

use super::Shop;
use crate::admin::{
    class_bundles::jane,
    orders::{named, page_ids},
};

const LIST: &str = "/special-orders/api/special-orders/";

/// A special order with everything, of ann, for jane.
pub(super) async fn full_order(
    app: &TestApp,
    site: WebsiteId,
) -> (special_order::Model, user::Model, user::Model) {
    let (ann, jane) = (named(app, Role::Client, site, "ann").await, jane(app, site).await);
    let offer = app.special_order_type(site, "Exam").insert().await.id;
    let order = app.special_order(site, ann.id).set(|s| {
        s.writer_id = Set(Some(jane.id));
        (s.order_type, s.special_order_type_id) = (Set(SpecialOrderPricing::Predefined), Set(Some(offer)));
        s.inquiry_details = Set("Finals in June".to_owned());
        s.admin_notes = Set("pays late".to_owned());
        (s.duration_days, s.price_per_day_cents) = (Set(5), Set(Some(2_510)));
        (s.total_cost_cents, s.deposit_required_cents) = (Set(Some(12_550)), Set(Some(6_275)));
        s.admin_approved_cost_cents = Set(Some(12_000));
        (s.is_approved, s.admin_marked_paid, s.files_unlocked) = (Set(true), Set(false), Set(true));
        s.writer_payment_cents = Set(Some(4_000));
        s.writer_payment_pct = Set(Some("33.25".parse().unwrap()));
        s.updated_at = Set(ago(1, 0));
    });
    (order.insert().await, ann, jane)
}

async fn first(caller: &Caller<'_>) -> Value {
    let reply = caller.get(LIST).await;
    reply.assert_status(200);
    reply.json()["results"][0].clone()
}

#[tokio::test]
async fn a_row_shows_each_reader_the_names_and_pay_he_may_know() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (order, ann, jane) = full_order(&app, site).await;
    let staff = first(&app.admin(site).await).await;
    insta::assert_json_snapshot!(staff, @r#"
    {
      "id": 1,
      "client": {
        "id": 1,
        "username": "ann",
        "email": "client1@people.example",
        "full_name": "ann",
        "role": "client"
      },
      "client_username": "ann",
      "writer": {
        "id": 2,
        "username": "jane",
        "email": "writer2@people.example",
        "full_name": "jane",
        "role": "writer"
      },
      "writer_username": "jane",
      "website": {
        "id": 1,
        "name": "alpha",
        "domain": "alpha.example"
      },
      "website_id": 1,
      "website_name": "alpha",
      "order_type": "predefined",
      "predefined_type": 1,
      "predefined_type_name": "Exam",
      "inquiry_details": "Finals in June",
      "total_cost": 125.5,
      "deposit_required": 62.75,
      "admin_approved_cost": 120,
      "price_per_day": 25.1,
      "duration_days": 5,
      "is_approved": true,
      "admin_marked_paid": false,
      "files_unlocked": true,
      "writer_payment_amount": 40,
      "writer_payment_percentage": 33.25,
      "status": "in_progress",
      "created_at": "2026-04-05T12:00:00Z",
      "updated_at": "2026-04-14T12:00:00Z",
      "completed_at": null
    }
    "#);

    let seen = first(&app.sign_in(&ann).await).await;
    let writer =
        json!({ "id": jane.id, "username": "Ink", "email": null, "full_name": "Ink", "role": "writer" });
    assert_eq!((&seen["writer"], &seen["writer_username"]), (&writer, &json!("Ink")));
    assert_eq!(
        (&seen["writer_payment_amount"], &seen["writer_payment_percentage"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&seen["total_cost"], seen.as_object().unwrap().len()),
        (&json!(125.5), staff.as_object().unwrap().len())
    );
    let seen = first(&app.sign_in(&jane).await).await;
    let name = format!("Client #{}", ann.id);
    let client =
        json!({ "id": ann.id, "username": name, "email": null, "full_name": name, "role": "client" });
    assert_eq!((&seen["client"], &seen["client_username"]), (&client, &json!(name)));
    assert_eq!((&seen["writer_payment_amount"], &seen["id"]), (&json!(40), &json!(order.id)));

    let plain = app.special_order(site, ann.id).set(|s| s.created_at = Set(ago(1, 0)));
    plain.insert().await;
    let plain = first(&app.admin(site).await).await;
    for name in [
        "writer",
        "writer_username",
        "predefined_type",
        "predefined_type_name",
        "total_cost",
        "deposit_required",
        "admin_approved_cost",
        "price_per_day",
        "writer_payment_amount",
        "writer_payment_percentage",
    ] {
        assert_eq!(plain[name], Value::Null, "{name}");
    }
}

#[tokio::test]
async fn everybody_sees_his_own_and_staff_its_websites() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let (ann, jane) = (named(&app, Role::Client, alpha.site, "ann").await, jane(&app, alpha.site).await);
    let made = |days| move |s: &mut special_order::ActiveModel| s.created_at = Set(ago(days, 0));
    let given = alpha.order(&app).set(made(1)).set(|s| s.writer_id = Set(Some(jane.id))).insert().await.id.0;
    let of_ann = app.special_order(alpha.site, ann.id).set(made(2)).insert().await.id.0;
    let twin = app.special_order(alpha.site, ann.id).set(made(2)).insert().await.id.0;
    let foreign = beta.order(&app).set(made(3)).insert().await.id.0;

    assert_eq!(page_ids(&app.sign_in(&ann).await.get(LIST).await), [twin, of_ann]);
    assert_eq!(page_ids(&app.sign_in(&jane).await.get(LIST).await), [given]);
    for role in [Role::Admin, Role::Editor, Role::Support] {
        let staff = app.role(role, Some(alpha.site)).await;
        assert_eq!(page_ids(&staff.get(LIST).await), [given, twin, of_ann]);
        staff.get(&format!("{LIST}?website={}", beta.site)).await.assert_problem(404, "not-found");
    }
    let superadmin = app.superadmin().await;
    assert_eq!(page_ids(&superadmin.get(LIST).await), [given, twin, of_ann, foreign]);
    assert_eq!(page_ids(&superadmin.get(&format!("{LIST}?website={}", beta.site)).await), [foreign]);
    let page = superadmin.get(&format!("{LIST}?page=2&page_size=3")).await;
    assert_eq!(page_ids(&page), [foreign]);
    assert_eq!((&page.json()["count"], &page.json()["total_pages"]), (&json!(4), &json!(2)));
    assert_eq!(superadmin.get(LIST).await.json()["page_size"], 50);
    assert_eq!(superadmin.get(&format!("{LIST}?page_size=999")).await.json()["page_size"], 250);
}

#[tokio::test]
async fn a_list_is_narrowed_by_words_and_by_names_the_reader_knows() {
    let app = TestApp::start().await;
    let alpha = Shop::open(&app, "alpha").await;
    let (ann, jane) = (named(&app, Role::Client, alpha.site, "ann").await, jane(&app, alpha.site).await);
    let offer = app.special_order_type(alpha.site, "Online quiz").insert().await.id;
    let order = |status, details: &'static str| {
        app.special_order(alpha.site, ann.id).set(move |s| {
            (s.status, s.inquiry_details) = (Set(status), Set(details.to_owned()));
            s.writer_id = Set(Some(jane.id));
        })
    };
    let one = order(Inquiry, "Thesis on bees").insert().await.id.0;
    let two = order(AwaitingApproval, "").set(|s| {
        (s.order_type, s.special_order_type_id) = (Set(SpecialOrderPricing::Predefined), Set(Some(offer)));
    });
    let two = two.insert().await.id.0;
    let three = alpha.at(&app, InProgress).insert().await.id.0;
    let admin = app.admin(alpha.site).await;
    for (query, expected) in [
        ("?status=inquiry".to_owned(), vec![one]),
        ("?status=inquiry,in_progress".to_owned(), vec![three, one]),
        ("?status=lost".to_owned(), vec![]),
        ("?order_type=predefined".to_owned(), vec![two]),
        ("?order_type=other".to_owned(), vec![]),
        ("?search=BEE".to_owned(), vec![one]),
        ("?search=ann".to_owned(), vec![two, one]),
        ("?search=ann%20quiz".to_owned(), vec![two]),
        (format!("?search={three}"), vec![three]),
    ] {
        assert_eq!(page_ids(&admin.get(&format!("{LIST}{query}")).await), expected, "{query}");
    }
    for caller in [app.sign_in(&ann).await, app.sign_in(&jane).await] {
        let found = async |query: &str| page_ids(&caller.get(&format!("{LIST}?search={query}")).await);
        assert_eq!(found("thesis").await, [one]);
        assert_eq!(found("quiz").await, [two]);
        assert_eq!(found("ann").await, Vec::<i64>::new());
        assert_eq!(found(&three.to_string()).await, Vec::<i64>::new());
    }
    let wrong = admin.get(&format!("{LIST}?page_size=many")).await;
    wrong.assert_problem(422, "invalid");
    assert_eq!(wrong.json()["errors"][0]["pointer"], "?page_size");
}
