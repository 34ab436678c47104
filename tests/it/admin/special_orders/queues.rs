//! `GET admin-management/special-orders/{approval-queue|estimated-queue}`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{
    Role, SpecialOrderPricing,
    SpecialOrderStatus::{AwaitingApproval, Completed, InProgress, Inquiry},
    special_order,
};
use tally_testkit::{TestApp, ago};

use super::Shop;
use crate::admin::orders::ids;

const APPROVAL: &str = "/admin-management/special-orders/approval-queue/";
const ESTIMATED: &str = "/admin-management/special-orders/estimated-queue/";

fn days(days: i64) -> impl FnOnce(&mut special_order::ActiveModel) {
    move |s| s.created_at = Set(ago(days, 0))
}

fn approved(order: &mut special_order::ActiveModel) {
    order.is_approved = Set(true);
}

fn priced(order: &mut special_order::ActiveModel) {
    order.total_cost_cents = Set(Some(0));
}

#[tokio::test]
async fn the_queues_hold_what_waits_for_a_decision_or_a_price() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let offer = app.special_order_type(alpha.site, "Exam").insert().await.id;
    let predefined = |s: &mut special_order::ActiveModel| {
        (s.order_type, s.special_order_type_id) = (Set(SpecialOrderPricing::Predefined), Set(Some(offer)));
    };
    let asked = alpha.at(&app, Inquiry).set(days(5)).insert().await.id.0;
    let submitted = alpha.at(&app, AwaitingApproval).set(days(4)).set(priced).insert().await.id.0;
    let taken = alpha.at(&app, AwaitingApproval).set(days(3)).set(predefined).insert().await.id.0;
    let open = alpha.at(&app, AwaitingApproval).set(days(2)).set(approved).insert().await.id.0;
    let twin = alpha.at(&app, AwaitingApproval).set(days(2)).set(approved).insert().await.id.0;
    alpha.at(&app, Inquiry).set(approved).set(priced).insert().await;
    alpha.at(&app, InProgress).insert().await;
    alpha.at(&app, Completed).insert().await;
    let foreign = beta.at(&app, Inquiry).set(days(1)).insert().await.id.0;
    let admin = app.admin(alpha.site).await;

    for (path, total, query, expected, all) in [
        (APPROVAL, "total_awaiting_approval", "", vec![taken, submitted, asked], 3),
        (APPROVAL, "total_awaiting_approval", "?limit=2", vec![taken, submitted], 3),
        (APPROVAL, "total_awaiting_approval", "?status=inquiry", vec![asked], 1),
        (APPROVAL, "total_awaiting_approval", "?status=inquiry,awaiting_approval&limit=0", vec![taken], 3),
        (APPROVAL, "total_awaiting_approval", "?order_type=estimated", vec![submitted, asked], 2),
        (APPROVAL, "total_awaiting_approval", "?status=completed", vec![], 0),
        (APPROVAL, "total_awaiting_approval", "?order_type=other", vec![], 0),
        (ESTIMATED, "total_needing_estimation", "", vec![twin, open, asked], 3),
        (ESTIMATED, "total_needing_estimation", "?status=awaiting_approval&limit=1", vec![twin], 2),
        (ESTIMATED, "total_needing_estimation", "?order_type=predefined", vec![], 0),
    ] {
        let reply = admin.get(&format!("{path}{query}")).await;
        reply.assert_status(200);
        assert_eq!(reply.statements(), 1);
        assert_eq!(ids(&reply.json()["results"]), expected, "{path}{query}");
        assert_eq!(reply.json()["orders"], reply.json()["results"]);
        assert_eq!(reply.json()["count"], expected.len(), "{path}{query}");
        assert_eq!(reply.json()[total], all, "{path}{query}");
        assert_eq!(reply.json().as_object().unwrap().len(), 4);
    }
    let alias = admin.get("/admin-management/special-orders/dashboard/approval-queue/").await;
    assert_eq!(ids(&alias.json()["results"]), [taken, submitted, asked]);
    assert_eq!(alias.json()["results"][0]["predefined_type_name"], json!("Exam"));
    for path in [APPROVAL, ESTIMATED] {
        let all = app.superadmin().await.get(path).await;
        assert_eq!(ids(&all.json()["results"])[0], foreign);
        app.role(Role::Support, Some(alpha.site)).await.get(path).await.assert_problem(403, "forbidden");
        admin.get(&format!("{path}?website_id={}", beta.site)).await.assert_problem(404, "not-found");
        let wrong = admin.get(&format!("{path}?limit=few")).await;
        wrong.assert_problem(422, "invalid");
        assert_eq!(wrong.json()["errors"][0]["pointer"], "?limit");
    }
}
