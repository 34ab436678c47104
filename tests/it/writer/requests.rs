//! `writer-management/writer-order-requests`

use chrono::Duration;
use futures::future::join_all;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, Set, prelude::Decimal,
};
use serde_json::{Value, json};
use tally_entity::{
    AssignmentSource, OrderRequestStatus, OrderStatus, Role, audit_log, order, order_request, staff_profile,
};
use tally_testkit::{TestApp, now};

use super::people::{free, level, writer};
use crate::admin::orders::written::{assignments, order, recorded, requests, steps, told};

const REQUESTS: &str = "/writer-management/writer-order-requests/";

fn asking(order: &order::Model) -> Value {
    json!({ "order_id": order.id, "reason": "I know all about it." })
}

#[tokio::test]
async fn a_writer_asks_takes_back_and_asks_again() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.user_id(Role::Admin, Some(site)).await;
    let jane = writer(&app, site, |_| ()).await;
    let own = app.sign_in(&jane).await;
    let wanted = app.order(site).set(free).insert().await;

    let reply = own.post(REQUESTS, json!({ "order": wanted.id, "reason": "  I know all about it. " })).await;
    reply.assert_status(201);
    let row = reply.json();
    let id = row["id"].as_i64().unwrap();
    assert_eq!((&row["order"], &row["order_id"]), (&json!(wanted.id), &json!(wanted.id)));
    assert_eq!((&row["writer_username"], &row["writer"]), (&json!(jane.username), &json!(jane.id)));
    assert_eq!((&row["reason"], &row["status"]), (&json!("I know all about it."), &json!("pending")));
    assert_eq!(
        (&row["approved"], &row["rejected"], &row["reviewed_by"]),
        (&json!(false), &json!(false), &Value::Null)
    );
    assert_eq!((&row["order_status"], &row["website"]["id"]), (&json!("available"), &json!(site)));
    assert_eq!(told(&app, wanted.id).await, [(admin, "order.requested".to_owned())]);
    own.post(REQUESTS, asking(&wanted)).await.assert_problem(409, "conflict");

    let path = format!("{REQUESTS}{id}/");
    let shown = own.get(&path).await;
    assert_eq!((shown.json(), shown.statements()), (row, 1));
    let joe = app.role(Role::Writer, Some(site)).await;
    joe.get(&path).await.assert_problem(404, "not-found");
    joe.delete(&path).await.assert_problem(404, "not-found");
    own.delete(&path).await.assert_status(204);
    own.delete(&path).await.assert_problem(409, "conflict");
    let again = own.post(REQUESTS, json!({ "order_id": wanted.id, "reason": "Really, I do know it." })).await;
    again.assert_status(201);
    assert_eq!((&again.json()["id"], &again.json()["status"]), (&json!(id), &json!("pending")));
    assert_eq!(again.json()["reason"], "Really, I do know it.");

    for short in [json!({ "order_id": wanted.id, "reason": "short" }), json!({ "order_id": wanted.id })] {
        own.post(REQUESTS, short).await.assert_problem(422, "invalid");
    }
    own.post(REQUESTS, json!({ "reason": "I know all about it." })).await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn only_what_is_in_the_pool_can_be_asked_for() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (jane, joe) = (writer(&app, site, |_| ()).await, app.user_id(Role::Writer, Some(site)).await);
    let own = app.sign_in(&jane).await;
    let elsewhere = app.order(other).set(free).insert().await;
    let unpaid = app.order(site).set(|o| o.status = Set(OrderStatus::Available)).insert().await;
    let joes = app.order(site).set(free).set(|o| o.preferred_writer_id = Set(Some(joe))).insert().await;
    let declined = app.order(site).set(free).insert().await;
    app.preferred_writer_response(&declined, jane.id).insert().await;
    let removed = app.order(site).set(free).set(|o| o.deleted_at = Set(Some(now()))).insert().await;
    let taken = app.order(site).set(super::people::given_to(joe)).insert().await;
    for order in [elsewhere, unpaid, joes, declined, removed, taken] {
        own.post(REQUESTS, asking(&order)).await.assert_problem(404, "not-found");
    }
    let mine = app.order(site).set(free).set(|o| o.preferred_writer_id = Set(Some(jane.id))).insert().await;
    own.post(REQUESTS, asking(&mine)).await.assert_status(201);
}

#[tokio::test]
async fn the_limit_holds_however_many_ask_at_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let three = level(&app, site, |l| l.max_requests = Set(3)).await;
    let leveled = writer(&app, site, |w| w.writer_level_id = Set(Some(three))).await;
    // Without a profile there is the user's own row to wait for.
    let plain = app.user(Role::Writer, Some(site)).insert().await;
    for (writer, most) in [(leveled, 3), (plain, 5)] {
        let own = app.sign_in(&writer).await;
        let mut orders = Vec::new();
        for _ in 0..12 {
            orders.push(app.order(site).set(free).insert().await);
        }
        let replies = join_all(orders.iter().map(|order| own.post(REQUESTS, asking(order)))).await;
        let refused: Vec<_> = replies.iter().filter(|reply| reply.status != 201).collect();
        assert_eq!(refused.len(), 12 - most);
        for reply in refused {
            reply.assert_problem(409, "conflict");
            assert_eq!(reply.json()["detail"], format!("Max request limit reached ({most})."));
        }
        let pending = order_request::Entity::find().filter(order_request::COLUMN.writer_id.eq(writer.id));
        assert_eq!(pending.count(app.db()).await.unwrap(), u64::try_from(most).unwrap());
    }
}

#[tokio::test]
async fn an_approved_request_gives_the_order_with_everything_that_belongs_to_it() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let senior = level(&app, site, |l| l.deadline_pct = Set(Decimal::from(75))).await;
    let jane = writer(&app, site, |w| w.writer_level_id = Set(Some(senior))).await;
    let joe = app.user_id(Role::Writer, Some(site)).await;
    let client = app.user_id(Role::Client, Some(site)).await;
    let row = app.order(site).set(free).set(|o| {
        (o.client_id, o.client_deadline_at) = (Set(Some(client)), Set(Some(now() + Duration::days(4))));
    });
    let before = row.insert().await;
    let asked = app.order_request(&before, jane.id).insert().await;
    app.order_request(&before, joe).insert().await;
    let support = app.user(Role::Support, Some(site)).insert().await;
    let desk = app.sign_in(&support).await;

    let path = format!("{REQUESTS}{}/assign/", asked.id);
    desk.post(&path, json!({ "writer_payment_amount": -1 })).await.assert_problem(422, "invalid");
    let reply = desk.post(&path, json!({ "writer_payment_amount": 12.5, "reason": "knows it" })).await;
    reply.assert_status(200);
    let answer = reply.json();
    assert_eq!(answer["message"], "Writer assigned successfully from request.");
    assert_eq!((&answer["order_id"], &answer["request"]["status"]), (&json!(before.id), &json!("approved")));
    assert_eq!(answer["request"]["reviewed_by"], support.username);
    assert_eq!(answer["request"]["order_status"], "in_progress");

    let after = order(&app, before.id).await;
    assert_eq!((after.status, after.assigned_writer_id), (OrderStatus::InProgress, Some(jane.id)));
    assert_eq!((after.assigned_at, after.writer_compensation_cents), (Some(now()), 1_250));
    assert_eq!(after.writer_deadline_at, Some(now() + Duration::days(3)));
    let name = "assign_writer".to_owned();
    let (available, assigned) = (OrderStatus::Available, OrderStatus::Assigned);
    let path_taken = [(available, assigned, name.clone()), (assigned, OrderStatus::InProgress, name)];
    assert_eq!(steps(&app, before.id).await, path_taken);
    let [given] = &assignments(&app, before.id).await[..] else { panic!("one writer") };
    assert_eq!((given.source, given.assigned_by_id), (AssignmentSource::Request, Some(support.id)));
    let decided: Vec<_> =
        requests(&app, before.id).await.into_iter().map(|r| (r.status, r.reviewed_by_id)).collect();
    let by = Some(support.id);
    assert_eq!(decided, [(OrderRequestStatus::Approved, by), (OrderRequestStatus::Rejected, by)]);
    let events =
        [(jane.id, "order.assigned"), (client, "order.writer_assigned"), (joe, "order_request.rejected")];
    assert_eq!(told(&app, before.id).await, events.map(|(who, event)| (who, event.to_owned())));
    let sentence = format!("Assigned order {} to {} from a request", before.id, jane.username);
    assert_eq!(recorded(&app, before.id).await[0].0, sentence);

    desk.post(&path, json!({})).await.assert_problem(409, "conflict");
}

#[tokio::test]
async fn a_request_for_what_cannot_be_given_stays() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) = (writer(&app, site, |_| ()).await.id, app.user_id(Role::Writer, Some(site)).await);
    let gone = app.order(site).set(super::people::given_to(joe)).insert().await;
    let unpaid = app.order(site).set(|o| o.status = Set(OrderStatus::Available)).insert().await;
    let cancelled = app.order(site).set(free).set(|o| o.status = Set(OrderStatus::Cancelled)).insert().await;
    let admin = app.admin(site).await;
    for order in [gone, unpaid, cancelled] {
        let request = app.order_request(&order, jane).insert().await.id;
        // The other name of the address.
        let reply = admin.post(&format!("{REQUESTS}{request}/approve/"), json!({})).await;
        reply.assert_problem(409, "conflict");
        assert_eq!(requests(&app, order.id).await[0].status, OrderRequestStatus::Pending);
    }
    let away = app.user(Role::Writer, Some(site)).set(|u| u.is_active = Set(false)).insert().await;
    let order = app.order(site).set(free).insert().await;
    let request = app.order_request(&order, away.id).insert().await.id;
    admin.post(&format!("{REQUESTS}{request}/assign/"), json!({})).await.assert_problem(409, "conflict");
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_does() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let order = app.order(site).set(free).insert().await;
    let mut asked = Vec::new();
    for _ in 0..8 {
        let writer = app.user_id(Role::Writer, Some(site)).await;
        asked.push(app.order_request(&order, writer).insert().await.id);
    }
    let admin = app.admin(site).await;
    let paths: Vec<_> = asked.iter().map(|id| format!("{REQUESTS}{id}/assign/")).collect();
    let replies = join_all(paths.iter().map(|path| admin.post(path, json!({})))).await;
    assert_eq!(replies.iter().filter(|reply| reply.status == 200).count(), 1);
    assert_eq!(replies.iter().filter(|reply| reply.status == 409).count(), 7);
    assert_eq!(assignments(&app, order.id).await.len(), 1);
}

#[tokio::test]
async fn a_declined_request_is_recorded_and_told() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = writer(&app, site, |_| ()).await;
    let wanted = app.order(site).set(free).insert().await;
    let id = app.order_request(&wanted, jane.id).insert().await.id;
    let path = format!("{REQUESTS}{id}/reject/");

    let other = app.website("beta").await;
    app.admin(other).await.post(&path, json!({})).await.assert_problem(404, "not-found");
    let barred = app.user(Role::Support, Some(site)).insert().await;
    let flags = staff_profile::ActiveModel {
        user_id: Set(barred.id),
        can_handle_orders: Set(false),
        ..Default::default()
    };
    app.insert(flags).await;
    app.sign_in(&barred).await.post(&path, json!({})).await.assert_problem(403, "forbidden");

    let admin = app.admin(site).await;
    let reply = admin.post(&path, json!({ "reason": "too young" })).await;
    reply.assert_status(200);
    assert_eq!((&reply.json()["status"], &reply.json()["rejected"]), (&json!("rejected"), &json!(true)));
    admin.post(&path, json!({})).await.assert_problem(409, "conflict");
    assert_eq!(told(&app, wanted.id).await, [(jane.id, "order_request.rejected".to_owned())]);
    let entry = audit_log::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!(entry.action, format!("Rejected the request of {} for order {}", jane.username, wanted.id));
    assert_eq!((entry.target_type.as_deref(), entry.target_id), (Some("order_request"), Some(id.0)));
    assert_eq!(entry.after.unwrap()["reason"], "too young");
    app.sign_in(&jane).await.post(REQUESTS, asking(&wanted)).await.assert_problem(409, "conflict");
}

#[tokio::test]
async fn lists_show_own_rows_and_those_of_the_scope() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let jane = writer(&app, site, |_| ()).await;
    let joe = app.user_id(Role::Writer, Some(site)).await;
    let far = app.user_id(Role::Writer, Some(other)).await;
    let order = app.order(site).set(free).insert().await;
    let foreign = app.order(other).set(free).insert().await;
    let mut ids = Vec::new();
    for (order, writer, status) in [
        (&order, jane.id, OrderRequestStatus::Approved),
        (&order, joe, OrderRequestStatus::Pending),
        (&foreign, far, OrderRequestStatus::Pending),
    ] {
        ids.push(app.order_request(order, writer).set(|r| r.status = Set(status)).insert().await.id.0);
    }
    let take = app.order_request(&order, jane.id).set(|r| r.kind = Set(tally_entity::OrderRequestKind::Take));
    let take = take.insert().await.id.0;
    let shown = async |caller: &tally_testkit::Caller<'_>, query: &str| {
        let reply = caller.get(&format!("{REQUESTS}{query}")).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 2);
        let rows = reply.json()["results"].as_array().unwrap().clone();
        rows.iter().map(|row| row["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let own = app.sign_in(&jane).await;
    assert_eq!(shown(&own, "").await, [ids[0]]);
    assert_eq!(shown(&own, &format!("?writer={joe}")).await, [ids[0]], "not heard");
    let admin = app.admin(site).await;
    assert_eq!(shown(&admin, "").await, [ids[1], ids[0]]);
    assert_eq!(shown(&admin, "?status=pending").await, [ids[1]]);
    assert_eq!(shown(&admin, "?status=nonsense").await, [0; 0]);
    assert_eq!(shown(&admin, "?approved=true").await, [ids[0]]);
    assert_eq!(shown(&admin, &format!("?writer={joe}&order={}", order.id)).await, [ids[1]]);
    assert_eq!(shown(&admin, &format!("?order={}", foreign.id)).await, [0; 0]);
    assert_eq!(shown(&app.superadmin().await, "").await, [ids[2], ids[1], ids[0]]);
    let client = app.role(Role::Client, Some(site)).await;
    client.get(REQUESTS).await.assert_problem(403, "forbidden");

    let takes = own.get("/writer-management/writer-order-takes/").await;
    assert_eq!((takes.statements(), &takes.json()["results"][0]["id"]), (2, &json!(take)));
    assert_eq!(takes.json()["results"][0]["taken_at"], takes.json()["results"][0]["created_at"]);
}
