//! `POST admin-management/orders/bulk-assign`

use chrono::Duration;
use sea_orm::{Set, prelude::Decimal};
use serde_json::{Value, json};
use tally_entity::{
    AssignmentSource, AssignmentStatus, EarningMode, OrderRequestStatus, OrderStatus, Role, UserId,
    WebsiteId, order, writer_level, writer_profile,
};
use tally_testkit::{TestApp, ago, now};

use super::{
    free, given_to, named,
    written::{assignments, order, recorded, requests, steps, told, transitions},
};

const ASSIGN: &str = "/admin-management/orders/bulk-assign/";

/// A writer who leaves a quarter of the time for others to look at his work.
async fn jane(app: &TestApp, site: WebsiteId) -> UserId {
    let jane = named(app, Role::Writer, site, "jane").await.id;
    let level = writer_level::ActiveModel {
        website_id: Set(site),
        name: Set("senior".to_owned()),
        earning_mode: Set(EarningMode::FixedPerPage),
        page_cents: Set(0),
        slide_cents: Set(0),
        deadline_pct: Set(Decimal::from(75)),
        ..Default::default()
    };
    let level = app.insert(level).await.id;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(jane),
        registration_id: Set("W1".to_owned()),
        writer_level_id: Set(Some(level)),
        ..Default::default()
    };
    app.insert(profile).await;
    jane
}

#[tokio::test]
async fn a_writer_gets_orders_with_everything_that_belongs_to_it() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = jane(&app, site).await;
    let (joe, jim) =
        (app.user_id(Role::Writer, Some(site)).await, app.user_id(Role::Writer, Some(site)).await);
    let client = app.user_id(Role::Client, Some(site)).await;
    let row = app.order(site).set(free).set(|o| {
        (o.client_id, o.client_deadline_at) = (Set(Some(client)), Set(Some(ago(-4, 0))));
        o.writer_compensation_cents = Set(1_000);
    });
    let before = row.insert().await;
    for writer in [joe, jane, jim] {
        let status = if writer == jim { OrderRequestStatus::Withdrawn } else { OrderRequestStatus::Pending };
        app.order_request(&before, writer).set(|r| r.status = Set(status)).insert().await;
    }
    let elsewhere = app.order(site).set(free).insert().await;
    app.order_request(&elsewhere, joe).insert().await;
    let support = app.user(Role::Support, Some(site)).insert().await;
    let desk = app.sign_in(&support).await;

    let body = json!({ "order_ids": [before.id], "writer_id": jane, "reason": "knows it", "writer_payment_amount": 12.5 });
    let reply = desk.post(ASSIGN, body).await;
    reply.assert_status(200);
    assert_eq!(
        reply.json(),
        &json!({ "detail": "1 order assigned.", "results": { "success": [before.id], "failed": [] } })
    );

    let after = order(&app, before.id).await;
    let expected = order::Model {
        status: OrderStatus::InProgress,
        assigned_writer_id: Some(jane),
        assigned_at: Some(now()),
        writer_deadline_at: Some(now() + Duration::days(3)),
        writer_compensation_cents: 1_250,
        updated_at: after.updated_at,
        ..before.clone()
    };
    assert_eq!(after, expected);
    let (available, assigned) = (OrderStatus::Available, OrderStatus::Assigned);
    let name = "assign_writer".to_owned();
    let path = [(available, assigned, name.clone()), (assigned, OrderStatus::InProgress, name)];
    assert_eq!(steps(&app, before.id).await, path);
    assert!(transitions(&app, before.id).await.iter().all(|row| row.user_id == Some(support.id)));

    let [given] = &assignments(&app, before.id).await[..] else { panic!("one writer") };
    assert_eq!(
        (given.writer_id, given.previous_writer_id, given.assigned_by_id),
        (jane, None, Some(support.id))
    );
    assert_eq!(
        (given.source, given.status, given.ended_at),
        (AssignmentSource::Admin, AssignmentStatus::Accepted, None)
    );
    assert_eq!((given.reason.as_deref(), given.created_at), (Some("knows it"), now()));

    let decided: Vec<_> =
        requests(&app, before.id).await.into_iter().map(|row| (row.status, row.reviewed_by_id)).collect();
    let by = Some(support.id);
    assert_eq!(
        decided,
        [
            (OrderRequestStatus::Rejected, by),
            (OrderRequestStatus::Approved, by),
            (OrderRequestStatus::Withdrawn, None),
        ]
    );
    assert_eq!(requests(&app, elsewhere.id).await[0].status, OrderRequestStatus::Pending);
    let events =
        [(jane, "order.assigned"), (client, "order.writer_assigned"), (joe, "order_request.rejected")];
    assert_eq!(told(&app, before.id).await, events.map(|(person, event)| (person, event.to_owned())));
    let recorded = recorded(&app, before.id).await;
    assert_eq!(
        (recorded.len(), recorded[0].0.as_str()),
        (1, format!("Assigned order {} to jane", before.id).as_str())
    );
    assert_eq!(
        recorded[0].1,
        json!({ "status": "available", "assigned_writer_id": null, "assigned_at": null,
        "writer_deadline_at": null, "writer_compensation_cents": 1_000 })
    );
    assert_eq!(recorded[0].2["writer_compensation_cents"], 1_250);
}

#[tokio::test]
async fn pay_and_deadline_are_the_orders_own_unless_said_otherwise() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let own = |o: &mut order::ActiveModel| {
        free(o);
        o.writer_compensation_cents = Set(700);
    };
    let dated = |o: &mut order::ActiveModel| {
        own(o);
        (o.client_deadline_at, o.writer_deadline_at) = (Set(Some(ago(-5, 0))), Set(Some(ago(-2, 0))));
    };
    let undated = app.order(site).set(own).insert().await.id;
    let dated = app.order(site).set(dated).insert().await.id;
    let by_level =
        app.order(site).set(own).set(|o| o.client_deadline_at = Set(Some(ago(-5, 0)))).insert().await.id;
    let admin = app.admin(site).await;
    let assign = async |body: Value| {
        let reply = admin.post(ASSIGN, body).await;
        assert_eq!(reply.json()["results"]["failed"], json!([]), "{}", reply.json());
    };
    assign(json!({ "order_ids": [undated], "writer_id": writer })).await;
    let amounts = json!({ dated.to_string(): 8.01 });
    assign(json!({ "order_ids": [dated, by_level], "writer_id": writer, "writer_payment_amount": 9, "writer_payment_amounts": amounts })).await;
    let found = async |id| {
        let order = order(&app, id).await;
        (order.writer_compensation_cents, order.writer_deadline_at)
    };
    assert_eq!(found(undated).await, (700, None));
    assert_eq!(found(dated).await, (801, Some(ago(-2, 0))));
    // Without a level he has four fifths of the time.
    assert_eq!(found(by_level).await, (900, Some(ago(-4, 0))));
}

#[tokio::test]
async fn orders_that_nobody_can_get_fail_alone() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = named(&app, Role::Writer, site, "jane").await.id;
    let unpaid =
        app.order(site).set(free).set(|o| (o.is_paid, o.paid_at) = (Set(false), Set(None))).insert().await.id;
    let held = app.order(site).set(free).set(|o| o.status = Set(OrderStatus::OnHold)).insert().await.id;
    let taken = app.order(site).set(given_to(writer)).insert().await.id;
    let foreign = app.order(other).set(free).insert().await.id;
    let unknown = 987_654_321;
    let good = app.order(site).set(free).insert().await.id;
    let again = app.order(site).set(free).set(|o| o.status = Set(OrderStatus::Reassigned)).insert().await.id;
    let ids = json!([unpaid, held, taken, foreign, unknown, good, again]);
    let body = json!({ "order_ids": ids, "writer_id": writer });
    let reply = app.superadmin().await.post(ASSIGN, body.clone()).await;
    reply.assert_status(200);
    let fails = |id: i64, error: &str| json!({ "order_id": id, "error": error });
    assert_eq!(
        reply.json(),
        &json!({ "detail": "2 orders assigned, 5 not.", "results": {
        "success": [good, again],
        "failed": [
            fails(unpaid.0, "The order is not paid."),
            fails(held.0, "The order is on_hold and cannot become assigned."),
            fails(taken.0, "The order has a writer already; reassign it first."),
            fails(foreign.0, "The writer works for another website."),
            fails(unknown, "There is no such order."),
        ],
    } })
    );
    let name = "assign_writer".to_owned();
    assert_eq!(steps(&app, again).await, [(OrderStatus::Reassigned, OrderStatus::InProgress, name)]);
    assert_eq!(order(&app, again).await.assigned_at, Some(now()));
    assert_eq!(order(&app, unpaid).await.assigned_writer_id, None);
    assert!(assignments(&app, held).await.is_empty());

    let one = app.order(site).set(free).insert().await.id;
    let admin = app.admin(site).await;
    let alone = admin.post(ASSIGN, json!({ "order_ids": [one], "writer_id": writer })).await;
    let two: Vec<_> =
        [app.order(site).set(free).insert().await.id, app.order(site).set(free).insert().await.id].into();
    let together =
        admin.post("/orders/orders/bulk-assign/", json!({ "order_ids": two, "writer_id": writer })).await;
    assert_eq!((alone.statements(), together.statements()), (11, 11));
    let nothing = admin.post(ASSIGN, json!({ "order_ids": [held], "writer_id": writer })).await;
    assert_eq!(nothing.json()["detail"], "0 orders assigned, 1 not.");
}

#[tokio::test]
async fn who_had_the_order_before_is_remembered() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (jane, joe) =
        (named(&app, Role::Writer, site, "jane").await.id, named(&app, Role::Writer, site, "joe").await.id);
    let before = app.order(site).set(free).insert().await;
    let declined = app.user_id(Role::Writer, Some(site)).await;
    let ended = |writer, status, days| {
        let row = app.order_assignment(&before, writer).set(move |a| {
            (a.status, a.created_at) = (Set(status), Set(ago(days, 0)));
        });
        row.insert()
    };
    ended(joe, AssignmentStatus::Ended, 9).await;
    ended(jane, AssignmentStatus::Ended, 8).await;
    ended(declined, AssignmentStatus::Declined, 7).await;
    let left_over =
        app.order_assignment(&before, declined).set(|a| a.created_at = Set(ago(10, 0))).insert().await.id;
    let admin = app.admin(site).await;
    admin.post(ASSIGN, json!({ "order_ids": [before.id], "writer_id": joe })).await.assert_status(200);
    let rows = assignments(&app, before.id).await;
    let last = rows.last().unwrap();
    assert_eq!((last.writer_id, last.previous_writer_id), (joe, Some(jane)));
    let ended = rows.iter().find(|row| row.id == left_over).unwrap();
    assert_eq!((ended.status, ended.ended_at), (AssignmentStatus::Ended, Some(now())));
}

#[tokio::test]
async fn only_writers_who_may_work_in_the_scope_get_orders() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let id = app.order(site).set(free).insert().await.id;
    let admin = app.admin(site).await;
    let writer = |site| app.user(Role::Writer, Some(site));
    let barred = [
        app.user_id(Role::Client, Some(site)).await,
        writer(other).insert().await.id,
        writer(site).set(|u| u.is_active = Set(false)).insert().await.id,
        writer(site)
            .set(|u| (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0)))))
            .insert()
            .await
            .id,
        writer(site).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await.id,
        UserId(987_654_321),
    ];
    for writer in barred {
        let reply = admin.post(ASSIGN, json!({ "order_ids": [id], "writer_id": writer })).await;
        reply.assert_problem(404, "not-found");
    }
    let writer = writer(site).insert().await.id;
    let with = |name: &str, value: Value| {
        let mut body = json!({ "order_ids": [id], "writer_id": writer });
        body[name] = value;
        body
    };
    for wrong in [
        with("writer_payment_amount", json!(-0.01)),
        with("writer_payment_amount", json!(1.005)),
        with("writer_payment_amounts", json!({ "x": 1 })),
        with("writer_id", json!("jane")),
        with("reason", json!("x".repeat(1_001))),
    ] {
        admin.post(ASSIGN, wrong).await.assert_problem(422, "invalid");
    }
    assert_eq!(order(&app, id).await.assigned_writer_id, None);
    let editor = app.role(Role::Editor, Some(site)).await;
    editor.post(ASSIGN, with("reason", json!(""))).await.assert_problem(403, "forbidden");
    admin.post(ASSIGN, with("reason", json!(""))).await.assert_status(200);
    assert_eq!(assignments(&app, id).await[0].reason, None);
}
