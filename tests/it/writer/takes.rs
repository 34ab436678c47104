//! `writer-management/writer-order-takes`

use futures::future::join_all;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, Set};
use serde_json::json;
use tally_entity::{
    AssignmentSource, OrderRequestKind, OrderRequestStatus, OrderStatus, Role, audit_log, order,
};
use tally_testkit::{TestApp, now};

use super::people::{free, given_to, takes_enabled, writer};
use crate::admin::orders::written::{assignments, order, requests, steps, told};

const TAKES: &str = "/writer-management/writer-order-takes/";
const FULL: &str = "You have reached your max take limit.";

#[tokio::test]
async fn an_order_is_taken_at_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    takes_enabled(&app, site, |_| ()).await;
    let jane = writer(&app, site, |_| ()).await;
    let (joe, client) =
        (app.user_id(Role::Writer, Some(site)).await, app.user_id(Role::Client, Some(site)).await);
    let wanted = app.order(site).set(free).set(|o| o.client_id = Set(Some(client))).insert().await;
    app.order_request(&wanted, joe).insert().await;
    app.order_request(&wanted, jane.id).insert().await;
    let own = app.sign_in(&jane).await;

    let reply = own.post(TAKES, json!({ "order": wanted.id, "writer": joe })).await;
    reply.assert_status(201);
    let rows = requests(&app, wanted.id).await;
    let take = rows.iter().find(|row| row.kind == OrderRequestKind::Take).unwrap();
    assert_eq!(
        reply.json(),
        &json!({ "id": take.id, "order": wanted.id, "order_id": wanted.id, "taken_at": "2026-04-15T12:00:00Z",
            "message": "Order taken.", "order_status": "in_progress" })
    );
    let after = order(&app, wanted.id).await;
    assert_eq!((after.status, after.assigned_writer_id), (OrderStatus::InProgress, Some(jane.id)));
    assert_eq!(after.assigned_at, Some(now()));
    assert_eq!(steps(&app, wanted.id).await.len(), 2);
    let [given] = &assignments(&app, wanted.id).await[..] else { panic!("one writer") };
    assert_eq!(
        (given.source, given.writer_id, given.assigned_by_id),
        (AssignmentSource::Take, jane.id, None)
    );
    let stand = |writer, kind| rows.iter().find(|r| r.writer_id == writer && r.kind == kind).unwrap().status;
    assert_eq!(stand(jane.id, OrderRequestKind::Take), OrderRequestStatus::Approved);
    assert_eq!(stand(jane.id, OrderRequestKind::Request), OrderRequestStatus::Approved);
    assert_eq!(stand(joe, OrderRequestKind::Request), OrderRequestStatus::Rejected);
    let events = [(client, "order.writer_assigned"), (joe, "order_request.rejected")];
    assert_eq!(told(&app, wanted.id).await, events.map(|(who, event)| (who, event.to_owned())));
    assert_eq!(audit_log::Entity::find().count(app.db()).await.unwrap(), 0, "no work of staff");
    own.post(TAKES, json!({ "order_id": wanted.id })).await.assert_problem(404, "not-found");
}

#[tokio::test]
async fn whoever_may_not_take_is_told_why() {
    let app = TestApp::start().await;
    let (off, on) = (app.website("off").await, app.website("on").await);
    takes_enabled(&app, on, |c| c.max_takes_per_writer = Set(1)).await;
    let refused = async |site, writer: &tally_entity::user::Model| {
        let wanted = app.order(site).set(free).insert().await;
        let reply = app.sign_in(writer).await.post(TAKES, json!({ "order": wanted.id })).await;
        reply.assert_problem(409, "conflict");
        assert_eq!(order(&app, wanted.id).await.status, OrderStatus::Available);
        reply.json()["detail"].as_str().unwrap().to_owned()
    };
    let jane = writer(&app, off, |_| ()).await;
    let disabled = "Order takes are currently disabled. Writers must request orders.";
    assert_eq!(refused(off, &jane).await, disabled);

    let busy = writer(&app, on, |w| w.max_active_orders = Set(Some(1))).await;
    app.order(on).set(given_to(busy.id)).insert().await;
    assert_eq!(refused(on, &busy).await, FULL);

    let taker = writer(&app, on, |_| ()).await;
    let first = app.order(on).set(given_to(taker.id)).insert().await;
    app.order_assignment(&first, taker.id).set(|a| a.source = Set(AssignmentSource::Take)).insert().await;
    assert_eq!(refused(on, &taker).await, FULL);
    let given = writer(&app, on, |_| ()).await;
    let row = app.order(on).set(given_to(given.id)).insert().await;
    app.order_assignment(&row, given.id).insert().await;
    let wanted = app.order(on).set(free).insert().await;
    let own = app.sign_in(&given).await;
    own.post(TAKES, json!({ "order": wanted.id })).await.assert_status(201);
    let foreign = app.order(off).set(free).insert().await;
    own.post(TAKES, json!({ "order": foreign.id })).await.assert_problem(404, "not-found");
    own.post(TAKES, json!({})).await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn of_many_who_take_an_order_at_once_one_gets_it() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    takes_enabled(&app, site, |_| ()).await;
    let mut callers = Vec::new();
    for _ in 0..30 {
        let writer = writer(&app, site, |_| ()).await;
        callers.push(app.sign_in(&writer).await);
    }
    for round in 0..3 {
        let wanted = app.order(site).set(free).insert().await;
        let body = json!({ "order": wanted.id });
        let replies = join_all(callers.iter().map(|caller| caller.post(TAKES, body.clone()))).await;
        assert_eq!(replies.iter().filter(|reply| reply.status == 201).count(), 1, "round {round}");
        for late in replies.iter().filter(|reply| reply.status != 201) {
            // Who was so late that he saw it taken is told that there is no such order.
            match late.status.as_u16() {
                409 => assert_eq!(late.json()["detail"], "This order has just been taken."),
                _ => late.assert_problem(404, "not-found"),
            }
        }
        assert_eq!((assignments(&app, wanted.id).await.len(), requests(&app, wanted.id).await.len()), (1, 1));
        assert_eq!(steps(&app, wanted.id).await.len(), 2);
    }
}

#[tokio::test]
async fn a_writer_takes_no_more_than_he_may_however_fast_he_is() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    takes_enabled(&app, site, |_| ()).await;
    let jane = writer(&app, site, |w| w.max_active_orders = Set(Some(3))).await;
    let own = app.sign_in(&jane).await;
    let mut orders = Vec::new();
    for _ in 0..12 {
        orders.push(app.order(site).set(free).insert().await.id);
    }
    let replies = join_all(orders.iter().map(|order| own.post(TAKES, json!({ "order": order })))).await;
    assert_eq!(replies.iter().filter(|reply| reply.status == 201).count(), 3);
    for late in replies.iter().filter(|reply| reply.status != 201) {
        late.assert_problem(409, "conflict");
        assert_eq!(late.json()["detail"], FULL);
    }
    let his = order::Entity::find().filter(order::COLUMN.assigned_writer_id.eq(jane.id));
    assert_eq!(his.count(app.db()).await.unwrap(), 3);
}
