//! `GET`, `POST orders/orders/{id}/action` and `POST orders/orders/{id}/transition`

mod effects;

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{OrderId, OrderStatus, Role, WebsiteId, order, staff_profile, user};
use tally_testkit::{Caller, Reply, TestApp, ago};

use super::{
    free, given_to, named,
    written::{order, steps},
};

async fn act(caller: &Caller<'_>, id: OrderId, body: Value) -> Reply {
    caller.post(&format!("/orders/orders/{id}/action/"), body).await
}

async fn go(caller: &Caller<'_>, id: OrderId, target: &str) -> Reply {
    caller.post(&format!("/orders/orders/{id}/transition/"), json!({ "target_status": target })).await
}

/// What somebody is offered: name, target, whether it would work now.
async fn offered(caller: &Caller<'_>, id: OrderId) -> Vec<(String, String, bool)> {
    let reply = caller.get(&format!("/orders/orders/{id}/action/")).await;
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["order_id"]), (2, &json!(id)));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let actions = reply.json()["available_actions"].as_array().unwrap().iter();
    actions
        .map(|action| {
            (
                text(&action["action"]),
                text(&action["target_status"]),
                action["can_transition"].as_bool().unwrap(),
            )
        })
        .collect()
}

fn names(offered: &[(String, String, bool)]) -> Vec<&str> {
    offered.iter().map(|(name, ..)| name.as_str()).collect()
}

struct People {
    site: WebsiteId,
    client: user::Model,
    writer: user::Model,
    editor: user::Model,
}

async fn people(app: &TestApp) -> People {
    let site = app.website("alpha").await;
    People {
        site,
        client: named(app, Role::Client, site, "ann").await,
        writer: named(app, Role::Writer, site, "jane").await,
        editor: named(app, Role::Editor, site, "eddy").await,
    }
}

impl People {
    /// An order of the client, paid, with the writer, and with an editor's task.
    async fn order(&self, app: &TestApp, status: OrderStatus) -> order::Model {
        let client = self.client.id;
        let row = app.order(self.site).set(given_to(self.writer.id)).set(|o| {
            (o.client_id, o.status, o.submitted_at) = (Set(Some(client)), Set(status), Set(Some(ago(2, 0))));
            o.completed_at = Set((status == OrderStatus::Completed).then(|| ago(1, 0)));
        });
        let order = row.insert().await;
        app.editor_task(&order, self.editor.id).insert().await;
        order
    }
}

#[tokio::test]
async fn everybody_is_offered_what_his_part_in_the_order_allows() {
    let app = TestApp::start().await;
    let people = people(&app).await;
    let (admin, support) = (app.admin(people.site).await, app.role(Role::Support, Some(people.site)).await);
    let user = async |user: &user::Model| app.sign_in(user).await;
    let (client, writer, editor) =
        (user(&people.client).await, user(&people.writer).await, user(&people.editor).await);

    let working = people.order(&app, OrderStatus::InProgress).await;
    let of_admin = ["reassign_order", "submit_order", "move_to_editing", "hold_order", "cancel_order"];
    assert_eq!(names(&offered(&admin, working.id).await), of_admin);
    assert_eq!(names(&offered(&support, working.id).await), ["reassign_order", "hold_order"]);
    assert_eq!(names(&offered(&writer, working.id).await), ["submit_order", "hold_order"]);
    assert_eq!(names(&offered(&editor, working.id).await), ["submit_order", "move_to_editing"]);
    assert_eq!(offered(&client, working.id).await, []);

    let submitted = people.order(&app, OrderStatus::Submitted).await;
    assert_eq!(names(&offered(&support, submitted.id).await), ["review_order", "request_revision"]);
    assert_eq!(names(&offered(&editor, submitted.id).await), ["move_to_editing", "review_order"]);
    assert_eq!(names(&offered(&client, submitted.id).await), ["request_revision", "dispute_order"]);
    let reply = admin.get(&format!("/orders/orders/{}/action/", submitted.id)).await;
    insta::assert_json_snapshot!(reply.json()["available_actions"][1], @r#"
    {
      "action": "review_order",
      "label": "Review order",
      "target_status": "reviewed",
      "roles": [
        "superadmin",
        "admin",
        "support",
        "editor"
      ],
      "available": true,
      "can_transition": true,
      "requires_writer": false
    }
    "#);
    assert_eq!(reply.json()["current_status"], "submitted");

    let another = app.role(Role::Editor, Some(people.site)).await;
    assert_eq!(offered(&another, submitted.id).await, []);
    let pool = app.order(people.site).set(free).insert().await.id;
    assert_eq!(offered(&writer, pool).await, []);
    let stranger = app.role(Role::Client, Some(people.site)).await;
    for path in ["action", "transition"] {
        let path = format!("/orders/orders/{pool}/{path}/");
        let body = json!({ "action": "hold_order", "target_status": "on_hold" });
        stranger.post(&path, body).await.assert_problem(404, "not-found");
    }
    stranger.get(&format!("/orders/orders/{pool}/action/")).await.assert_problem(404, "not-found");
}

#[tokio::test]
async fn what_the_order_lacks_is_told_before_it_is_tried() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let admin = app.admin(site).await;
    let unpaid = app.order(site).insert().await.id;
    let yes = |name: &str, target: &str, can| (name.to_owned(), target.to_owned(), can);
    let expected = [
        yes("mark_paid", "paid", true),
        yes("make_available", "available", false),
        yes("cancel_order", "cancelled", true),
    ];
    assert_eq!(offered(&admin, unpaid).await, expected);
    let pool = app.order(site).set(free).insert().await.id;
    let expected = [
        yes("assign_order", "assigned", true),
        yes("reassign_order", "reassigned", true),
        yes("start_order", "in_progress", false),
        yes("return_to_writer", "in_progress", false),
        yes("hold_order", "on_hold", true),
        yes("cancel_order", "cancelled", true),
    ];
    assert_eq!(offered(&admin, pool).await, expected);
    let with_writer =
        app.order(site).set(free).set(|o| o.assigned_writer_id = Set(Some(writer))).insert().await.id;
    assert_eq!(offered(&admin, with_writer).await[0], yes("assign_order", "assigned", false));
    let freed = app.order(site).set(free).set(|o| o.status = Set(OrderStatus::Reassigned)).insert().await.id;
    assert!(offered(&admin, freed).await.contains(&yes("assign_order", "assigned", true)));
    act(&admin, unpaid, json!({ "action": "make_available" })).await.assert_problem(409, "conflict");
    let refused = act(&admin, pool, json!({ "action": "start_order" })).await;
    refused.assert_problem(409, "conflict");
    assert_eq!(refused.json()["detail"], "The order has no writer.");
    let wrong = act(&admin, pool, json!({ "action": "complete_order" })).await;
    assert_eq!(wrong.json()["detail"], "The order is available and cannot become completed.");
    assert_eq!(steps(&app, pool).await, []);
}

#[tokio::test]
async fn roles_and_flags_bind_whatever_the_status_allows() {
    let app = TestApp::start().await;
    let people = people(&app).await;
    let (client, writer) = (app.sign_in(&people.client).await, app.sign_in(&people.writer).await);
    let working = people.order(&app, OrderStatus::InProgress).await.id;
    act(&client, working, json!({ "action": "submit_order" })).await.assert_problem(403, "forbidden");
    act(&writer, working, json!({ "action": "cancel_order" })).await.assert_problem(403, "forbidden");
    act(&client, working, json!({ "action": "cancel_order" })).await.assert_problem(409, "conflict");
    go(&client, working, "cancelled").await.assert_problem(409, "conflict");
    go(&writer, working, "cancelled").await.assert_problem(403, "forbidden");
    go(&writer, working, "expired").await.assert_problem(403, "forbidden");
    let unpaid = app.order(people.site).set(|o| o.client_id = Set(Some(people.client.id))).insert().await.id;
    act(&client, unpaid, json!({ "action": "cancel_order" })).await.assert_status(200);
    let pool = app.order(people.site).set(free).insert().await.id;
    act(&writer, pool, json!({ "action": "start_order" })).await.assert_problem(403, "forbidden");
    let idle = app.role(Role::Editor, Some(people.site)).await;
    act(&idle, working, json!({ "action": "move_to_editing" })).await.assert_problem(403, "forbidden");
    let editor = app.sign_in(&people.editor).await;
    act(&editor, working, json!({ "action": "move_to_editing" })).await.assert_status(200);

    let barred = app.user(Role::Support, Some(people.site)).insert().await;
    let flags = staff_profile::ActiveModel {
        website_id: Set(Some(people.site)),
        user_id: Set(barred.id),
        can_handle_orders: Set(false),
        ..Default::default()
    };
    app.insert(flags).await;
    let barred = app.sign_in(&barred).await;
    act(&barred, working, json!({ "action": "hold_order" })).await.assert_problem(403, "forbidden");
    let admin = app.admin(people.site).await;
    act(&admin, working, json!({ "action": "fly" })).await.assert_problem(422, "invalid");
    go(&admin, working, "flying").await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn a_transition_is_the_action_that_leads_there() {
    let app = TestApp::start().await;
    let people = people(&app).await;
    let admin = app.admin(people.site).await;
    let working = people.order(&app, OrderStatus::UnderEditing).await.id;
    let reply = go(&admin, working, "submitted").await;
    reply.assert_status(200);
    assert_eq!(
        (&reply.json()["new_status"], steps(&app, working).await[0].2.as_str()),
        (&json!("submitted"), "submit_order")
    );
    let cancelled = people.order(&app, OrderStatus::Cancelled).await.id;
    go(&admin, cancelled, "reopened").await.assert_status(200);
    assert_eq!(order(&app, cancelled).await.status, OrderStatus::ReOpened);
    go(&admin, cancelled, "pending").await.assert_status(200);
    assert_eq!(steps(&app, cancelled).await[1].2, "transition");
    go(&admin, cancelled, "completed").await.assert_problem(409, "conflict");
    let bare = app.order(people.site).set(free).insert().await.id;
    go(&admin, bare, "assigned").await.assert_problem(409, "conflict");
}
