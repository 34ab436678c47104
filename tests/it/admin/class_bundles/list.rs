//! `GET class-management/class-bundles`

use chrono::NaiveDate;
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    ClassBundleStatus::{Completed, InProgress, NotStarted},
    ClassLevel, PricingSource, Role, WebsiteId, class_bundle, user,
};
use tally_testkit::{Caller, TestApp, ago};

use super::jane;
use crate::admin::orders::{named, page_ids};

const LIST: &str = "/class-management/class-bundles/";

/// A bundle with everything, of ann, for jane.
pub(super) async fn full_bundle(
    app: &TestApp,
    site: WebsiteId,
) -> (class_bundle::Model, user::Model, user::Model) {
    let (ann, jane) = (named(app, Role::Client, site, "ann").await, jane(app, site).await);
    let seller = app.user_id(Role::Admin, Some(site)).await;
    let config = app.class_bundle_config(site).insert().await.id;
    let discount = app.discount(site).set(|d| d.code = Set("TEN".to_owned())).insert().await.id;
    let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
    let bundle = app.class_bundle(site, ann.id).set(|b| {
        b.assigned_writer_id = Set(Some(jane.id));
        (b.config_id, b.created_by_admin_id, b.discount_id) =
            (Set(Some(config)), Set(Some(seller)), Set(Some(discount)));
        (b.level, b.duration) = (Set(ClassLevel::Grad), Set("15-16 weeks".to_owned()));
        (b.bundle_size, b.number_of_classes, b.price_per_class_cents) =
            (Set(Some(5)), Set(4), Set(Some(4_000)));
        (b.starts_on, b.ends_on) = (Set(day("2026-01-05")), Set(day("2026-05-01")));
        (b.original_price_cents, b.total_price_cents) = (Set(Some(20_000)), Set(18_050));
        (b.deposit_required_cents, b.deposit_paid_cents, b.paid_cents) = (Set(5_000), Set(5_000), Set(6_000));
        (b.installments_enabled, b.installment_count) = (Set(true), Set(2));
        b.updated_at = Set(ago(1, 0));
    });
    (bundle.insert().await, ann, jane)
}

async fn first(caller: &Caller<'_>) -> Value {
    let reply = caller.get(LIST).await;
    reply.assert_status(200);
    reply.json()["results"][0].clone()
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one answer, whole")]
async fn a_row_shows_each_reader_the_names_he_may_know() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (bundle, ann, jane) = full_bundle(&app, site).await;
    let about = |id| Set(Some(id));
    app.thread(site).set(|t| t.class_bundle_id = about(bundle.id)).insert().await;
    app.thread(site).set(|t| t.class_bundle_id = about(bundle.id)).insert().await;
    app.ticket(site).set(|t| t.class_bundle_id = about(bundle.id)).insert().await;
    let another = app.class_bundle(site, ann.id).set(|b| b.created_at = Set(ago(11, 0))).insert().await;
    app.thread(site).set(|t| t.class_bundle_id = about(another.id)).insert().await;
    app.ticket(site).insert().await;

    let admin = app.admin(site).await;
    let staff = first(&admin).await;
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
      "assigned_writer": {
        "id": 2,
        "username": "jane",
        "email": "writer2@people.example",
        "full_name": "jane",
        "role": "writer"
      },
      "assigned_writer_username": "jane",
      "website": {
        "id": 1,
        "name": "alpha",
        "domain": "alpha.example"
      },
      "website_id": 1,
      "website_name": "alpha",
      "config": 1,
      "pricing_source": "config",
      "pricing_source_display": "Config",
      "status": "in_progress",
      "level": "grad",
      "duration": "15-16 weeks",
      "bundle_size": 5,
      "price_per_class": 40,
      "number_of_classes": 4,
      "start_date": "2026-01-05",
      "end_date": "2026-05-01",
      "total_price": 180.5,
      "original_price": 200,
      "discount": 1,
      "discount_code": "TEN",
      "discount_amount": 19.5,
      "deposit_required": 50,
      "deposit_paid": 50,
      "balance_remaining": 120.5,
      "has_deposit_paid": true,
      "is_fully_paid": false,
      "installments_enabled": true,
      "installment_count": 2,
      "is_complete": false,
      "threads_count": 2,
      "tickets_count": 1,
      "created_by_admin": 3,
      "created_at": "2026-04-05T12:00:00Z",
      "updated_at": "2026-04-14T12:00:00Z",
      "completed_at": null
    }
    "#);

    let seen = first(&app.sign_in(&ann).await).await;
    let writer =
        json!({ "id": jane.id, "username": "Ink", "email": null, "full_name": "Ink", "role": "writer" });
    assert_eq!((&seen["assigned_writer"], &seen["assigned_writer_username"]), (&writer, &json!("Ink")));
    assert_eq!((&seen["client_username"], &seen["client"]["email"]), (&json!("ann"), &Value::Null));
    let seen = first(&app.sign_in(&jane).await).await;
    let name = format!("Client #{}", ann.id);
    let client =
        json!({ "id": ann.id, "username": name, "email": null, "full_name": name, "role": "client" });
    assert_eq!((&seen["client"], &seen["client_username"]), (&client, &json!(name)));
    assert_eq!(seen["assigned_writer_username"], "jane");

    let reply = admin.get(LIST).await;
    let plain = &reply.json()["results"][1];
    for name in [
        "assigned_writer",
        "assigned_writer_username",
        "config",
        "bundle_size",
        "price_per_class",
        "start_date",
        "end_date",
        "original_price",
        "discount",
        "discount_code",
        "discount_amount",
        "created_by_admin",
        "completed_at",
    ] {
        assert_eq!(plain[name], Value::Null, "{name}");
    }
    assert_eq!((&plain["is_fully_paid"], &plain["has_deposit_paid"]), (&json!(true), &json!(true)));
    assert_eq!((&plain["threads_count"], &plain["tickets_count"]), (&json!(1), &json!(0)));
}

#[tokio::test]
async fn everybody_sees_his_own_and_staff_its_websites() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, jane) = (named(&app, Role::Client, site, "ann").await, jane(&app, site).await);
    let bob = app.user_id(Role::Client, Some(site)).await;
    let stranger = app.user_id(Role::Client, Some(other)).await;
    let bundle =
        |site, client, days| app.class_bundle(site, client).set(move |b| b.created_at = Set(ago(days, 0)));
    let given = bundle(site, bob, 1).set(|b| b.assigned_writer_id = Set(Some(jane.id))).insert().await.id.0;
    let of_ann = bundle(site, ann.id, 2).insert().await.id.0;
    let twin = bundle(site, ann.id, 2).insert().await.id.0;
    let foreign = bundle(other, stranger, 3).insert().await.id.0;

    assert_eq!(page_ids(&app.sign_in(&ann).await.get(LIST).await), [twin, of_ann]);
    assert_eq!(page_ids(&app.sign_in(&jane).await.get(LIST).await), [given]);
    for role in [Role::Admin, Role::Editor, Role::Support] {
        let staff = app.role(role, Some(site)).await;
        assert_eq!(page_ids(&staff.get(LIST).await), [given, twin, of_ann]);
        staff.get(&format!("{LIST}?website={other}")).await.assert_problem(404, "not-found");
    }
    let superadmin = app.superadmin().await;
    assert_eq!(page_ids(&superadmin.get(LIST).await), [given, twin, of_ann, foreign]);
    assert_eq!(page_ids(&superadmin.get(&format!("{LIST}?website={other}")).await), [foreign]);

    let page = superadmin.get(&format!("{LIST}?page=2&page_size=3")).await;
    assert_eq!(page_ids(&page), [foreign]);
    assert_eq!((&page.json()["count"], &page.json()["total_pages"]), (&json!(4), &json!(2)));
    assert_eq!(superadmin.get(LIST).await.json()["page_size"], 20);
    assert_eq!(superadmin.get(&format!("{LIST}?page_size=999")).await.json()["page_size"], 250);
}

#[tokio::test]
async fn a_list_is_narrowed_by_words_and_by_names_the_reader_knows() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, jane) = (named(&app, Role::Client, site, "ann smith").await, jane(&app, site).await);
    let bob = app.user(Role::Client, Some(site)).set(|u| u.email = Set("bob@mail.example".to_owned()));
    let bob = bob.insert().await;
    let bundle = |client, status, source| {
        app.class_bundle(site, client).set(move |b| {
            (b.status, b.pricing_source) = (Set(status), Set(source));
            b.assigned_writer_id = Set(Some(jane.id));
        })
    };
    let one = bundle(ann.id, NotStarted, PricingSource::Config).insert().await.id.0;
    let two = bundle(bob.id, Completed, PricingSource::Manual).insert().await.id.0;
    let three = bundle(bob.id, InProgress, PricingSource::Config).insert().await.id.0;
    let (admin, ann, writer) = (app.admin(site).await, app.sign_in(&ann).await, app.sign_in(&jane).await);
    for (query, expected) in [
        ("?status=completed".to_owned(), vec![two]),
        ("?status[]=completed&status[]=in_progress".to_owned(), vec![three, two]),
        ("?status=lost".to_owned(), vec![]),
        ("?status=".to_owned(), vec![three, two, one]),
        ("?pricing_source=config".to_owned(), vec![three, one]),
        ("?pricing_source=config&status=in_progress".to_owned(), vec![three]),
        ("?search=SMI".to_owned(), vec![one]),
        ("?search=smith%20an".to_owned(), vec![one]),
        ("?search=smith%20bob".to_owned(), vec![]),
        ("?search=BOB@mail.example".to_owned(), vec![three, two]),
        (format!("?search={three}"), vec![three]),
    ] {
        assert_eq!(page_ids(&admin.get(&format!("{LIST}{query}")).await), expected, "{query}");
    }
    assert_eq!(page_ids(&ann.get(&format!("{LIST}?search=smith")).await), [one]);
    assert_eq!(page_ids(&ann.get(&format!("{LIST}?search={three}")).await), Vec::<i64>::new());
    let found = async |query: &str| page_ids(&writer.get(&format!("{LIST}?search={query}")).await);
    assert_eq!(found("smith").await, Vec::<i64>::new());
    assert_eq!(found("bob@mail.example").await, Vec::<i64>::new());
    assert_eq!(found(&format!("Client%20%23{}", bob.id)).await, [three, two]);
    let wrong = admin.get(&format!("{LIST}?page=one")).await;
    wrong.assert_problem(422, "invalid");
    assert_eq!(wrong.json()["errors"][0]["pointer"], "?page");
}
