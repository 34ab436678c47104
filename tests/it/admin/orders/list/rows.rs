//! What a row tells whom.

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{OrderStatus, Role, WebsiteId, academic_level, order, subject, work_type, writer_profile};
use tally_testkit::{Caller, TestApp, ago};

use super::LIST;
use crate::admin::orders::named;

async fn full_order(app: &TestApp, site: WebsiteId) -> order::Model {
    let client = named(app, Role::Client, site, "ann").await.id;
    let writer = named(app, Role::Writer, site, "jane").await.id;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(writer),
        registration_id: Set("W1".to_owned()),
        pen_name: Set(Some("Ink".to_owned())),
        ..Default::default()
    };
    app.insert(profile).await;
    let name = |name: &str| Set(name.to_owned());
    let work = work_type::ActiveModel { website_id: Set(site), name: name("Essay"), ..Default::default() };
    let work = app.insert(work).await.id;
    let subject = subject::ActiveModel { website_id: Set(site), name: name("Biology"), ..Default::default() };
    let subject = app.insert(subject).await.id;
    let level =
        academic_level::ActiveModel { website_id: Set(site), name: name("PhD"), ..Default::default() };
    let level = app.insert(level).await.id;
    let paper = app.paper_type(site, "Report").insert().await.id;
    let row = app.order(site).set(|o| {
        o.topic = name("Cells");
        o.status = Set(OrderStatus::OnRevision);
        (o.client_id, o.assigned_writer_id) = (Set(Some(client)), Set(Some(writer)));
        o.preferred_writer_id = Set(Some(writer));
        (o.is_paid, o.paid_at) = (Set(true), Set(Some(ago(9, 0))));
        (o.total_price_cents, o.writer_compensation_cents) = (Set(12_550), Set(6_000));
        (o.client_deadline_at, o.writer_deadline_at) = (Set(Some(ago(-2, 0))), Set(Some(ago(-1, 0))));
        (o.number_of_pages, o.number_of_slides, o.number_of_references) = (Set(3), Set(2), Set(5));
        o.flags = Set(vec!["UO".to_owned()]);
        o.is_urgent = Set(true);
        o.discount_code_used = Set(Some("TEN".to_owned()));
        (o.work_type_id, o.subject_id) = (Set(Some(work)), Set(Some(subject)));
        (o.academic_level_id, o.paper_type_id) = (Set(Some(level)), Set(Some(paper)));
        o.submitted_at = Set(Some(ago(3, 0)));
        (o.created_at, o.updated_at) = (Set(ago(10, 0)), Set(ago(1, 0)));
    });
    row.insert().await
}

async fn row(caller: &Caller<'_>) -> Value {
    let reply = caller.get(LIST).await;
    reply.assert_status(200);
    reply.json()["results"][0].clone()
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one answer, whole")]
async fn names_and_pay_are_shown_to_those_who_may_know_them() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let order = full_order(&app, site).await;
    let asked = app.order_change_request(&order, order.client_id.unwrap()).set(|r| {
        (r.title, r.reason) = (Set("Sources".to_owned()), Set("Too few".to_owned()));
    });
    asked.insert().await;
    let staff = row(&app.admin(site).await).await;
    insta::assert_json_snapshot!(staff, @r#"
    {
      "id": 1,
      "topic": "Cells",
      "status": "on_revision",
      "is_paid": true,
      "total_price": 125.5,
      "writer_compensation": 60,
      "client_deadline": "2026-04-17T12:00:00Z",
      "writer_deadline": "2026-04-16T12:00:00Z",
      "deadline": "2026-04-17T12:00:00Z",
      "number_of_pages": 3,
      "pages": 3,
      "number_of_slides": 2,
      "number_of_references": 5,
      "number_of_refereces": 5,
      "spacing": "double",
      "flags": [
        "UO"
      ],
      "is_urgent": true,
      "is_follow_up": false,
      "is_special_order": false,
      "is_deleted": false,
      "discount_code_used": "TEN",
      "service_type": "Essay",
      "type_of_work_name": "Essay",
      "type_of_work": 1,
      "paper_type": 1,
      "paper_type_name": "Report",
      "subject": 1,
      "subject_name": "Biology",
      "academic_level": 1,
      "academic_level_name": "PhD",
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
      "writer_username": "jane",
      "preferred_writer": 2,
      "website": {
        "id": 1,
        "name": "alpha",
        "domain": "alpha.example"
      },
      "website_id": 1,
      "website_name": "alpha",
      "submitted_at": "2026-04-12T12:00:00Z",
      "completed_at": null,
      "created_at": "2026-04-05T12:00:00Z",
      "updated_at": "2026-04-14T12:00:00Z",
      "revision_request": {
        "title": "Sources",
        "description": "Too few",
        "requested_at": "2026-04-13T12:00:00Z",
        "requested_by": "ann"
      }
    }
    "#);

    let user = async |id| app.sign_in(&find(&app, id).await).await;
    let ann = row(&user(order.client_id.unwrap()).await).await;
    assert_eq!(ann["assigned_writer"]["id"], 2);
    assert_eq!(
        (&ann["assigned_writer"]["username"], &ann["writer_username"]),
        (&json!("Ink"), &json!("Ink"))
    );
    assert_eq!(
        (&ann["assigned_writer"]["email"], &ann["assigned_writer"]["full_name"]),
        (&Value::Null, &json!("Ink"))
    );
    assert_eq!((&ann["client_username"], &ann["client"]["email"]), (&json!("ann"), &Value::Null));
    assert_eq!((&ann["writer_compensation"], &ann["total_price"]), (&json!(0), &json!(125.5)));
    assert_eq!(ann["deadline"], ann["client_deadline"]);

    let jane = row(&user(order.assigned_writer_id.unwrap()).await).await;
    assert_eq!(
        (&jane["client"]["username"], &jane["client_username"]),
        (&json!("Client #1"), &json!("Client #1"))
    );
    assert_eq!((&jane["client"]["email"], &jane["client"]["full_name"]), (&Value::Null, &json!("Client #1")));
    assert_eq!((&jane["writer_compensation"], &jane["deadline"]), (&json!(60), &jane["writer_deadline"]));
    assert_eq!(jane["revision_request"]["requested_by"], "Client #1");
    assert_eq!(jane.as_object().unwrap().len(), staff.as_object().unwrap().len());
}

async fn find(app: &TestApp, id: tally_entity::UserId) -> tally_entity::user::Model {
    use sea_orm::EntityTrait as _;
    tally_entity::user::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_revision_is_what_was_asked_last_or_when_the_order_was_sent_back() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let client = named(&app, Role::Client, site, "ann").await.id;
    let order = app.order(site).set(|o| o.status = Set(OrderStatus::RevisionRequested)).insert().await;
    let admin = app.admin(site).await;
    assert_eq!(row(&admin).await["revision_request"], Value::Null);

    let back = |hours, by| {
        app.order_transition(&order, OrderStatus::RevisionRequested)
            .set(move |t| (t.created_at, t.user_id) = (Set(ago(0, hours)), Set(by)))
    };
    back(9, Some(client)).insert().await;
    back(8, None).insert().await;
    app.order_transition(&order, OrderStatus::Disputed).insert().await;
    let sent_back = json!({ "title": "Revision requested", "description": "",
        "requested_at": "2026-04-15T04:00:00Z", "requested_by": "System" });
    assert_eq!(row(&admin).await["revision_request"], sent_back);

    let ask = |title: &'static str, days| {
        app.order_change_request(&order, client)
            .set(move |r| (r.title, r.created_at) = (Set(title.to_owned()), Set(ago(days, 0))))
    };
    ask("older", 7).insert().await;
    ask("newer", 6).set(|r| r.reason = Set("why".to_owned())).insert().await;
    ask("not a revision", 5)
        .set(|r| r.request_type = Set(tally_entity::ChangeRequestType::Draft))
        .insert()
        .await;
    let asked = json!({ "title": "newer", "description": "why", "requested_at": "2026-04-09T12:00:00Z",
        "requested_by": "ann" });
    assert_eq!(row(&admin).await["revision_request"], asked);

    let done = app.order(site).set(|o| o.created_at = Set(ago(1, 0))).insert().await;
    app.order_change_request(&done, client).insert().await;
    assert_eq!(row(&admin).await["revision_request"], Value::Null);
}
