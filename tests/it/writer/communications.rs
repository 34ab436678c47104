//! `GET writer-management/dashboard/communications`

use sea_orm::{ActiveModelTrait as _, Set};
use serde_json::{Value, json};
use tally_entity::{Role, ThreadType, UserId, message, message_receipt, order, thread, user};
use tally_testkit::{TestApp, ago};

use super::people::{given_to, writer};

const COMMUNICATIONS: &str = "/writer-management/dashboard/communications/";

fn to_writers(message: &mut message::ActiveModel) {
    message.visible_to_roles = Set(vec!["client".to_owned(), "writer".to_owned()]);
}

async fn about(app: &TestApp, order: &order::Model, people: &[&user::Model]) -> thread::Model {
    let row = app.thread(order.website_id).set(|t| {
        (t.thread_type, t.order_id) = (Set(ThreadType::ClientWriter), Set(Some(order.id)));
    });
    let thread = row.insert().await;
    for person in people {
        app.thread_participant(&thread, person).insert().await;
    }
    thread
}

async fn unread(app: &TestApp, message: &message::Model, by: UserId) {
    let row = message_receipt::ActiveModel {
        website_id: Set(message.website_id),
        message_id: Set(message.id),
        thread_id: Set(message.thread_id),
        user_id: Set(by),
        ..Default::default()
    };
    row.insert(app.db()).await.unwrap();
}

#[tokio::test]
async fn a_writer_sees_who_wrote_last_about_what_and_what_he_has_not_read() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (writer(&app, site, |_| ()).await, writer(&app, site, |_| ()).await);
    let client = app.user(Role::Client, Some(site)).insert().await;
    let support = app.user(Role::Support, Some(site)).insert().await;
    let given =
        app.order(site).set(given_to(jane.id)).set(|o| o.client_id = Set(Some(client.id))).insert().await;

    let first = about(&app, &given, &[&jane, &client]).await;
    let long = "x".repeat(101);
    let seen = app.message(&first, &client).set(to_writers).set(|m| {
        (m.body, m.sent_at) = (Set(long.clone()), Set(ago(8, 0)));
    });
    unread(&app, &seen.insert().await, jane.id).await;
    let hidden = |m: &mut message::ActiveModel| (to_writers(m), m.is_hidden = Set(true)).1;
    app.message(&first, &client).set(hidden).insert().await;
    app.message(&first, &support).set(|m| m.is_internal_note = Set(true)).set(to_writers).insert().await;
    app.message(&first, &client).set(|m| m.visible_to_roles = Set(vec!["support".to_owned()])).insert().await;
    app.message(&first, &client).set(to_writers).set(|m| m.deleted_at = Set(Some(ago(0, 0)))).insert().await;

    // Not joined yet, and the last word is from staff.
    let second = about(&app, &given, &[&client, &support]).await;
    app.message(&second, &support).set(to_writers).set(|m| m.sent_at = Set(ago(1, 0))).insert().await;
    let silent = about(&app, &given, &[&jane]).await;
    for (kind, people) in [(ThreadType::Direct, vec![&jane]), (ThreadType::Internal, vec![&support])] {
        let row = app.thread(site).set(|t| {
            (t.thread_type, t.order_id) =
                (Set(kind), Set((kind == ThreadType::Internal).then_some(given.id)));
            t.direct_key = Set((kind == ThreadType::Direct).then(|| "1:2".to_owned()));
        });
        let row = row.insert().await;
        for person in people {
            app.thread_participant(&row, person).insert().await;
        }
    }
    let joes = app.order(site).set(given_to(joe.id)).insert().await;
    about(&app, &joes, &[&joe]).await;
    let left = about(&app, &given, &[]).await;
    app.thread_participant(&left, &jane).set(|p| p.left_at = Set(Some(ago(1, 0)))).insert().await;

    let reply = app.sign_in(&jane).await.get(COMMUNICATIONS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let answer = reply.json();
    let ids = |name: &str| {
        let rows = answer[name].as_array().unwrap();
        rows.iter().map(|row| row["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(ids("threads"), [second.id.0, first.id.0, silent.id.0]);
    assert_eq!(ids("active_threads"), [second.id.0, first.id.0]);
    let figures = ["total_threads", "total_unread", "active_conversations"].map(|name| answer[name].clone());
    assert_eq!(figures, [json!(3), json!(1), json!(2)]);
    assert_eq!(answer["summary"], json!({ "threads_with_unread": 1, "threads_this_week": 1 }));
    let [by_client] = &answer["threads_by_client"].as_array().unwrap()[..] else { panic!("one client") };
    assert_eq!((&by_client["client_id"], &by_client["unread_count"]), (&json!(client.id), &json!(1)));
    assert_eq!(by_client["client_name"], format!("Client #{}", client.id));
    assert_eq!(by_client["threads"].as_array().unwrap().len(), 3);

    let row = &answer["threads"][1];
    assert_eq!((&row["order_topic"], &row["order_status"]), (&json!(given.topic), &json!("in_progress")));
    assert_eq!((&row["participants_count"], &row["unread_count"]), (&json!(2), &json!(1)));
    assert_eq!(row["last_message"]["sender"], format!("Client #{}", client.id));
    assert_eq!(row["last_message"]["message"], format!("{}...", "x".repeat(100)));
    assert_eq!(answer["threads"][0]["last_message"]["sender"], "Support");
    assert_eq!(answer["threads"][2]["last_message"], Value::Null);
}

#[tokio::test]
async fn nobodys_conversations_are_none_and_many_take_no_more_statements() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = writer(&app, site, |_| ()).await;
    let own = app.sign_in(&jane).await;
    let none = own.get(COMMUNICATIONS).await;
    assert_eq!(none.statements(), 2);
    assert_eq!((&none.json()["total_threads"], &none.json()["threads"]), (&json!(0), &json!([])));
    let given = app.order(site).set(given_to(jane.id)).insert().await;
    for hours in 0..60 {
        let thread = about(&app, &given, &[&jane]).await;
        app.message(&thread, &jane).set(|m| m.sent_at = Set(ago(0, hours))).insert().await;
    }
    let many = own.get(COMMUNICATIONS).await;
    let lengths = ["threads", "active_threads"].map(|name| many.json()[name].as_array().unwrap().len());
    assert_eq!((many.statements(), lengths), (2, [50, 20]));
    assert_eq!(
        (&many.json()["total_threads"], &many.json()["active_conversations"]),
        (&json!(60), &json!(60))
    );
    assert_eq!(many.json()["threads"][0]["last_message"]["sender"], jane.username);
    assert_eq!(many.json()["threads_by_client"], json!([]));
}
