//! Orders are moved, given away and taken back in any sequence: what the table of statuses says stays true.

use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{Config, TestRunner},
};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{AssignmentStatus, OrderId, OrderStatus, Role, UserId, order};
use tally_testkit::{Caller, TestApp};

use super::written::{assignments, order, transitions};

const ACTIONS: [&str; 23] = [
    "mark_paid",
    "make_available",
    "assign_order",
    "reassign_order",
    "start_order",
    "submit_order",
    "move_to_editing",
    "return_to_writer",
    "review_order",
    "rate_order",
    "request_revision",
    "start_revision",
    "submit_revision",
    "approve_order",
    "complete_order",
    "dispute_order",
    "hold_order",
    "resume_order",
    "cancel_order",
    "reopen_order",
    "refund_order",
    "archive_order",
    "close_order",
];

/// Something done to the order.
#[derive(Clone, Debug)]
enum Step {
    Action(&'static str, Option<usize>),
    Transition(OrderStatus),
    Bulk(&'static str),
    BulkAssign(usize),
    AutoAssign,
}

fn steps() -> impl Strategy<Value = (OrderStatus, Vec<Step>)> {
    let writer = || proptest::option::of(0..2_usize);
    let step = prop_oneof![
        12 => (select(&ACTIONS[..]), writer()).prop_map(|(action, writer)| Step::Action(action, writer)),
        3 => select(OrderStatus::ALL).prop_map(Step::Transition),
        1 => select(&["cancel", "refund", "archive", "on_hold"][..]).prop_map(Step::Bulk),
        1 => (0..2_usize).prop_map(Step::BulkAssign),
        1 => Just(Step::AutoAssign),
    ];
    let first =
        select(&[OrderStatus::Draft, OrderStatus::Pending, OrderStatus::Paid, OrderStatus::Available][..]);
    (first, vec(step, 1..40))
}

#[test]
fn no_sequence_of_steps_leaves_the_table_of_statuses() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = Config { cases: 16, failure_persistence: None, ..Config::default() };
    let run = |(first, steps): (OrderStatus, Vec<Step>)| {
        runtime.block_on(run(first, &steps));
        Ok(())
    };
    TestRunner::new(config).run(&steps(), run).unwrap();
}

async fn run(first: OrderStatus, steps: &[Step]) {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writers = [app.user_id(Role::Writer, Some(site)).await, app.user_id(Role::Writer, Some(site)).await];
    let is_paid = [OrderStatus::Paid, OrderStatus::Available].contains(&first);
    let row = app.order(site).set(|o| {
        (o.status, o.is_paid) = (Set(first), Set(is_paid));
        o.paid_at = Set(is_paid.then(|| tally_testkit::ago(1, 0)));
    });
    let id = row.insert().await.id;
    let admin = app.admin(site).await;
    for step in steps {
        let before = order(&app, id).await;
        let known = transitions(&app, id).await.len();
        let moved = take(&admin, id, step, writers).await;
        let after = order(&app, id).await;
        let path: Vec<_> = transitions(&app, id).await.split_off(known);
        assert_eq!(moved, !path.is_empty(), "{step:?}");
        let mut at = before.status;
        for row in &path {
            assert_eq!(row.old_status, at, "{step:?}");
            assert!(at.may_become(row.new_status), "{step:?}: {at} to {}", row.new_status);
            at = row.new_status;
        }
        assert_eq!(after.status, at, "{step:?}");
        if path.is_empty() {
            assert_eq!(after, before, "{step:?}");
        }
        holds(&app, &after, path.iter().map(|row| row.new_status).collect()).await;
    }
}

/// Whether the order was moved.
async fn take(admin: &Caller<'_>, id: OrderId, step: &Step, writers: [UserId; 2]) -> bool {
    let path = |name: &str| format!("/orders/orders/{id}/{name}/");
    let reply = match step {
        Step::Action(action, writer) => {
            let writer = writer.map(|place| writers[place]);
            admin
                .post(&path("action"), json!({ "action": action, "reason": "why", "writer_id": writer }))
                .await
        }
        Step::Transition(to) => {
            admin.post(&path("transition"), json!({ "target_status": to, "reason": "why" })).await
        }
        Step::Bulk(action) => {
            let body = json!({ "order_ids": [id], "action": action });
            admin.post("/admin-management/orders/bulk-action/", body).await
        }
        Step::BulkAssign(place) => {
            let body = json!({ "order_ids": [id], "writer_id": writers[*place] });
            admin.post("/admin-management/orders/bulk-assign/", body).await
        }
        Step::AutoAssign => {
            admin.post("/orders/orders/bulk-auto-assign/", json!({ "order_ids": [id] })).await
        }
    };
    match (reply.status.as_u16(), step) {
        (200, Step::Action(..) | Step::Transition(_)) => true,
        (200, _) => reply.json()["results"]["success"] == json!([id]),
        (409, Step::Action(..) | Step::Transition(_)) | (422, Step::Action("assign_order", None)) => false,
        (status, _) => panic!("{step:?}: {status} {}", reply.json()),
    }
}

/// What is true of an order however it came to where it stands, and what is true when it has just come there.
async fn holds(app: &TestApp, order: &order::Model, entered: Vec<OrderStatus>) {
    assert_eq!(order.is_paid, order.paid_at.is_some());
    for status in entered {
        assert!(!status.needs_payment() || order.is_paid, "{status} unpaid");
    }
    assert!(!order.status.needs_writer() || order.assigned_writer_id.is_some(), "{} alone", order.status);
    assert!(!order.status.frees_writer() || order.assigned_writer_id.is_none(), "{} in hand", order.status);
    let live: Vec<_> = assignments(app, order.id)
        .await
        .into_iter()
        .filter(|row| row.status == AssignmentStatus::Accepted)
        .collect();
    assert!(live.iter().all(|row| Some(row.writer_id) == order.assigned_writer_id));
    assert_eq!(live.len(), usize::from(order.assigned_writer_id.is_some()), "{}", order.status);
    assert_eq!(order.assigned_at.is_some(), order.assigned_writer_id.is_some());
}
