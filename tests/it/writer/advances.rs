//! `writer-management/advance-payments`

use sea_orm::{ActiveModelTrait as _, Set, Unchanged};
use serde_json::{Value, json};
use tally_entity::{
    AdvancePaymentStatus, OrderStatus, Role, UserId, WebsiteId, WriterPaymentKind, WriterPaymentStatus,
    advance_payment, order, website, writer_payment,
};
use tally_testkit::{TestApp, ago};

use super::people::{given_to, level, writer};

const ADVANCES: &str = "/writer-management/advance-payments/";
const ELIGIBILITY: &str = "/writer-management/advance-payments/eligibility/";

async fn advance(
    app: &TestApp,
    (site, writer): (WebsiteId, UserId),
    status: AdvancePaymentStatus,
    [approved, disbursed, repaid]: [i64; 3],
) -> i64 {
    let row = advance_payment::ActiveModel {
        website_id: Set(site),
        writer_id: Set(writer),
        requested_cents: Set(9_000),
        approved_cents: Set((approved > 0).then_some(approved)),
        disbursed_cents: Set(disbursed),
        repaid_cents: Set(repaid),
        reason: Set("rent".to_owned()),
        status: Set(status),
        disbursed_at: Set((disbursed > 0).then(|| ago(1, 0))),
        created_at: Set(ago(2, 0)),
        ..Default::default()
    };
    app.insert(row).await.id.0
}

#[tokio::test]
async fn a_writer_sees_his_advances_and_staff_those_of_the_scope() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let jane = writer(&app, site, |_| ()).await;
    let (joe, far) = (writer(&app, site, |_| ()).await, writer(&app, other, |_| ()).await);
    let first = advance(&app, (site, jane.id), AdvancePaymentStatus::Disbursed, [8_000, 8_000, 1_550]).await;
    let second = advance(&app, (site, jane.id), AdvancePaymentStatus::Pending, [0, 0, 0]).await;
    let joes = advance(&app, (site, joe.id), AdvancePaymentStatus::Approved, [500, 0, 0]).await;
    let fars = advance(&app, (other, far.id), AdvancePaymentStatus::Pending, [0, 0, 0]).await;
    let reply = app.sign_in(&jane).await.get(ADVANCES).await;
    assert_eq!((reply.statements(), &reply.json()["count"]), (2, &json!(2)));
    let rows = &reply.json()["results"];
    assert_eq!([&rows[0]["id"], &rows[1]["id"]], [&json!(second), &json!(first)]);
    assert_eq!((&rows[0]["approved_amount"], &rows[0]["outstanding_amount"]), (&Value::Null, &json!(0)));
    let amounts =
        ["requested_amount", "approved_amount", "disbursed_amount", "repaid_amount", "outstanding_amount"];
    let shown = json!(amounts.map(|name| rows[1][name].clone()));
    assert_eq!(shown, json!([90, 80, 80, 15.5, 64.5]));
    assert_eq!(
        (&rows[1]["writer"]["username"], &rows[1]["reviewed_by"]),
        (&json!(jane.username), &Value::Null)
    );
    let ids = async |caller: tally_testkit::Caller<'_>| {
        let reply = caller.get(ADVANCES).await;
        let rows = reply.json()["results"].as_array().unwrap().clone();
        rows.iter().map(|row| row["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(ids(app.admin(site).await).await, [joes, second, first]);
    assert_eq!(ids(app.superadmin().await).await, [fars, joes, second, first]);
    app.role(Role::Client, Some(site)).await.get(ADVANCES).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn what_can_be_borrowed_is_a_share_of_what_is_earned_and_not_paid() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let senior = level(&app, site, |_| ()).await;
    let jane = writer(&app, site, |w| w.writer_level_id = Set(Some(senior))).await;
    let own = app.sign_in(&jane).await;
    let none = own.get(ELIGIBILITY).await;
    assert_eq!(none.json()["max_percentage"], 50);
    assert_eq!(none.json()["available_advance"], 0);
    // Six for a page.
    let work = async |status: OrderStatus, pages: i32| {
        let row = app.order(site).set(given_to(jane.id)).set(|o: &mut order::ActiveModel| {
            (o.status, o.number_of_pages) = (Set(status), Set(pages));
            (o.submitted_at, o.completed_at) = (Set(Some(ago(1, 0))), Set(Some(ago(1, 0))));
        });
        row.insert().await
    };
    // 0.90 × 60 + 0.95 × 60 + 0.85 × 60 + 0.98 × 60 + 60
    for status in [
        OrderStatus::InProgress,
        OrderStatus::Submitted,
        OrderStatus::UnderEditing,
        OrderStatus::Reviewed,
        OrderStatus::Completed,
    ] {
        work(status, 10).await;
    }
    work(OrderStatus::OnHold, 10).await;
    let paid = work(OrderStatus::Completed, 10).await;
    let row = writer_payment::ActiveModel {
        website_id: Set(site),
        writer_id: Set(jane.id),
        kind: Set(WriterPaymentKind::Order),
        order_id: Set(Some(paid.id)),
        amount_cents: Set(6_000),
        status: Set(WriterPaymentStatus::Paid),
        paid_at: Set(Some(ago(1, 0))),
        ..Default::default()
    };
    app.insert(row).await;
    let settings = website::ActiveModel {
        id: Unchanged(site),
        settings: Set(json!({ "advance_max_percentage": 40 })),
        ..Default::default()
    };
    settings.update(app.db()).await.unwrap();
    advance(&app, (site, jane.id), AdvancePaymentStatus::Disbursed, [3_000, 3_000, 1_000]).await;
    advance(&app, (site, jane.id), AdvancePaymentStatus::Repaid, [3_000, 3_000, 3_000]).await;
    advance(&app, (site, jane.id), AdvancePaymentStatus::Approved, [1_500, 0, 0]).await;
    let reply = own.get(ELIGIBILITY).await;
    assert_eq!(reply.statements(), 3);
    assert_eq!(
        reply.json(),
        &json!({ "expected_earnings": 280.8, "max_percentage": 40, "max_advance_amount": 112.32,
            "outstanding_advances": 35, "available_advance": 77.32 })
    );
    advance(&app, (site, jane.id), AdvancePaymentStatus::Approved, [15_000, 0, 0]).await;
    assert_eq!(own.get(ELIGIBILITY).await.json()["available_advance"], 0);
}
