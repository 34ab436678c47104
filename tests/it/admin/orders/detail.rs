//! `GET orders/orders/{id}`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{OrderRequestKind, OrderRequestStatus, OrderStatus, Role, client_profile, writer_profile};
use tally_testkit::{Caller, TestApp, ago};

use super::{given_to, named};

async fn one(caller: &Caller<'_>, id: i64, statements: u64) -> Value {
    let reply = caller.get(&format!("/orders/orders/{id}/")).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), statements);
    reply.json().clone()
}

/// What the page of an order has beyond a row of the list.
fn beyond(answer: &Value) -> Value {
    let list = ["id", "topic", "client", "website", "assigned_writer"];
    let mut answer = answer.clone();
    let members = answer.as_object_mut().unwrap();
    assert!(list.iter().all(|name| members.contains_key(*name)));
    let at = members.keys().position(|name| name == "revision_request").unwrap();
    Value::Object(members.clone().into_iter().skip(at + 1).collect())
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one answer, whole")]
async fn everybody_gets_the_parts_that_are_for_him() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (ann, jane) =
        (named(&app, Role::Client, site, "ann").await, named(&app, Role::Writer, site, "jane").await);
    let registration = |id: &str| Set(id.to_owned());
    let profile = client_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(ann.id),
        registration_id: registration("C1"),
        ..Default::default()
    };
    app.insert(profile).await;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(jane.id),
        registration_id: registration("W1"),
        ..Default::default()
    };
    app.insert(profile).await;
    let row = app.order(site).set(given_to(jane.id)).set(|o| {
        o.client_id = Set(Some(ann.id));
        o.instructions = Set("Read this".to_owned());
        o.number_of_references = Set(4);
        (o.assigned_at, o.cancelled_at) = (Set(Some(ago(8, 0))), Set(Some(ago(7, 0))));
    });
    let order = row.insert().await;
    let service = app.additional_service(site).insert().await.id;
    let item = app.order_item(&order).set(|i| {
        (i.description, i.service_id) = (Set("Plagiarism report".to_owned()), Set(Some(service)));
        (i.quantity, i.unit_price_cents, i.amount_cents) = (Set(2), Set(250), Set(500));
    });
    item.insert().await;
    app.order_item(&order).set(|i| i.description = Set("Rounding".to_owned())).insert().await;
    let shown =
        app.file(site).set(|f| (f.name, f.size_bytes) = (Set("a.txt".to_owned()), Set(7))).insert().await;
    app.order_file(&order, &shown).set(|f| f.created_at = Set(ago(1, 0))).insert().await;
    let hidden = app.file(site).insert().await;
    let hidden = app.order_file(&order, &hidden).set(|f| {
        (f.is_visible_to_client, f.created_at) = (Set(false), Set(ago(1, 1)));
    });
    hidden.insert().await;
    let gone = app.file(site).set(|f| f.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    app.order_file(&order, &gone).insert().await;
    let change = |to, hours| app.order_transition(&order, to).set(move |t| t.created_at = Set(ago(0, hours)));
    change(OrderStatus::Approved, 5).insert().await;
    change(OrderStatus::Approved, 4).set(|t| t.user_id = Set(Some(ann.id))).insert().await;
    change(OrderStatus::Completed, 3).insert().await;
    let asked = app.order_request(&order, jane.id).set(|r| r.created_at = Set(ago(4, 0))).insert().await;
    let taken = app.order_request(&order, jane.id).set(|r| {
        (r.kind, r.status) = (Set(OrderRequestKind::Take), Set(OrderRequestStatus::Approved));
    });
    let taken = taken.insert().await.id;
    assert_ne!(asked.id, taken);

    let staff = one(&app.admin(site).await, order.id.0, 4).await;
    insta::assert_json_snapshot!(beyond(&staff), @r#"
    {
      "instructions": "Read this",
      "order_instructions": "Read this",
      "english_type": null,
      "formatting_style": null,
      "previous_order": null,
      "items": [
        {
          "id": 1,
          "description": "Plagiarism report",
          "quantity": 2,
          "unit_price": 2.5,
          "amount": 5
        },
        {
          "id": 2,
          "description": "Rounding",
          "quantity": 1,
          "unit_price": 0,
          "amount": 0
        }
      ],
      "files": [
        {
          "id": 1,
          "name": "a.txt",
          "size": 7,
          "purpose": "other",
          "created_at": "2026-04-14T12:00:00Z"
        },
        {
          "id": 2,
          "name": "file8.txt",
          "size": 1,
          "purpose": "other",
          "created_at": "2026-04-14T11:00:00Z"
        }
      ],
      "writer_request": null,
      "client_id": 1,
      "client_email": "client1@people.example",
      "client_registration_id": "C1",
      "writer_id": 2,
      "writer_email": "writer2@people.example",
      "writer_pen_name": null,
      "writer_registration_id": "W1",
      "formatting_style_name": null,
      "english_type_name": null,
      "writer_level": null,
      "number_of_sources": 4,
      "extra_services": [
        {
          "id": 1,
          "description": "Plagiarism report",
          "quantity": 2,
          "unit_price": 2.5,
          "amount": 5
        }
      ],
      "transitions": [
        {
          "id": 3,
          "old_status": "pending",
          "new_status": "completed",
          "action": "action",
          "is_automatic": false,
          "user": null,
          "timestamp": "2026-04-15T09:00:00Z"
        },
        {
          "id": 2,
          "old_status": "pending",
          "new_status": "approved",
          "action": "action",
          "is_automatic": false,
          "user": {
            "id": 1,
            "username": "ann",
            "email": "client1@people.example",
            "full_name": "ann",
            "role": "client"
          },
          "timestamp": "2026-04-15T08:00:00Z"
        },
        {
          "id": 1,
          "old_status": "pending",
          "new_status": "approved",
          "action": "action",
          "is_automatic": false,
          "user": null,
          "timestamp": "2026-04-15T07:00:00Z"
        }
      ],
      "assigned_at": "2026-04-07T12:00:00Z",
      "cancelled_at": "2026-04-08T12:00:00Z",
      "paid_at": "2026-04-06T12:00:00Z",
      "approved_at": "2026-04-15T08:00:00Z",
      "closed_at": null
    }
    "#);
    let client = beyond(&one(&app.sign_in(&ann).await, order.id.0, 3).await);
    insta::assert_json_snapshot!(client, @r#"
    {
      "instructions": "Read this",
      "order_instructions": "Read this",
      "english_type": null,
      "formatting_style": null,
      "previous_order": null,
      "items": [
        {
          "id": 1,
          "description": "Plagiarism report",
          "quantity": 2,
          "unit_price": 2.5,
          "amount": 5
        },
        {
          "id": 2,
          "description": "Rounding",
          "quantity": 1,
          "unit_price": 0,
          "amount": 0
        }
      ],
      "files": [
        {
          "id": 1,
          "name": "a.txt",
          "size": 7,
          "purpose": "other",
          "created_at": "2026-04-14T12:00:00Z"
        }
      ],
      "writer_request": null
    }
    "#);
    let writer = beyond(&one(&app.sign_in(&jane).await, order.id.0, 3).await);
    assert_eq!(writer["writer_request"], json!({ "id": taken.0, "status": "approved" }));
    assert_eq!(writer["files"].as_array().unwrap().len(), 2);
    assert_eq!(writer.as_object().unwrap().len(), client.as_object().unwrap().len());
}

#[tokio::test]
async fn an_order_out_of_sight_does_not_exist() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let jane = named(&app, Role::Writer, site, "jane").await;
    let order = app.order(site).insert().await.id.0;
    let removed = app.order(site).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await.id.0;
    let foreign = app.order(other).insert().await.id.0;
    let admin = app.admin(site).await;
    one(&admin, order, 4).await;
    for id in [removed.to_string(), foreign.to_string(), "987654321".to_owned(), "x".to_owned()] {
        admin.get(&format!("/orders/orders/{id}/")).await.assert_problem(404, "not-found");
    }
    let shown = admin.get(&format!("/orders/orders/{removed}/?include_deleted=true")).await;
    assert_eq!(shown.json()["is_deleted"], true);
    for caller in [app.sign_in(&jane).await, app.role(Role::Client, Some(site)).await] {
        caller.get(&format!("/orders/orders/{order}/")).await.assert_problem(404, "not-found");
    }
}
