//! `GET orders/disputes/{id}`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{Role, user};
use tally_testkit::{TestApp, ago};

#[tokio::test]
async fn those_who_are_part_of_a_dispute_see_it_and_what_was_said() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let person = async |role, name: &str| {
        app.user(role, Some(site)).set(|u| u.username = Set(name.to_owned())).insert().await
    };
    let (ann, jane) = (person(Role::Client, "ann").await, person(Role::Writer, "jane").await);
    let eve = person(Role::Writer, "eve").await;
    let order = app.order(site).set(|o| {
        (o.client_id, o.assigned_writer_id) = (Set(Some(ann.id)), Set(Some(jane.id)));
    });
    let order = order.insert().await;
    let dispute = app.dispute(&order).set(|d| d.raised_by_id = Set(Some(eve.id))).insert().await;
    let first = app.dispute_response(&dispute, jane.id).set(|r| r.created_at = Set(ago(2, 0))).insert().await;
    let second = app.dispute_response(&dispute, ann.id).insert().await;
    let another = app.dispute(&order).insert().await;
    app.dispute_response(&another, jane.id).insert().await;
    let path = format!("/orders/disputes/{}/", dispute.id);

    let shown = async |user: &user::Model| {
        let reply = app.sign_in(user).await.get(&path).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 2);
        reply.json().clone()
    };
    let support = person(Role::Support, "sue").await;
    let full = shown(&support).await;
    let said = &full["responses"];
    assert_eq!(said.as_array().map(Vec::len), Some(2));
    assert_eq!(
        said[0],
        json!({ "id": first.id, "body": first.body, "created_at": "2026-04-13T12:00:00Z",
            "responded_by": { "id": jane.id, "username": "jane", "email": jane.email, "full_name": "jane", "role": "writer" } })
    );
    assert_eq!(
        (&said[1]["id"], &full["raised_by_username"], &full["status"]),
        (&json!(second.id), &json!("eve"), &json!("open"))
    );
    let names = |json: &serde_json::Value| {
        [
            &json["raised_by_username"],
            &json["responses"][0]["responded_by"]["username"],
            &json["responses"][1]["responded_by"]["username"],
        ]
        .map(|name| name.as_str().unwrap().to_owned())
    };
    let writer = |user: &user::Model| format!("Writer #{}", user.id);
    assert_eq!(names(&shown(&ann).await), [writer(&eve), writer(&jane), "ann".to_owned()]);
    let client = format!("Client #{}", ann.id);
    for insider in [&jane, &eve] {
        assert_eq!(names(&shown(insider).await), ["eve".to_owned(), "jane".to_owned(), client.clone()]);
    }
    let alias =
        app.sign_in(&support).await.get(&format!("/support-management/disputes/{}/", dispute.id)).await;
    assert_eq!(alias.json(), &full);
    let editor = app.role(Role::Editor, Some(site)).await;
    editor.get(&path).await.assert_status(200);
    for role in [Role::Client, Role::Writer] {
        app.role(role, Some(site)).await.get(&path).await.assert_problem(404, "not-found");
    }
    app.admin(other).await.get(&path).await.assert_problem(404, "not-found");
    app.superadmin().await.get("/orders/disputes/987654321/").await.assert_problem(404, "not-found");
}
