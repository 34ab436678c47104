//! Rows of another website do not exist: whatever is done with their ids is answered as for ids that no row has.

use std::collections::BTreeMap;

use axum::http::Method;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, Set};
use serde_json::{Value, json};
use tally_entity::{Role, WebsiteId, audit_log, session};
use tally_testkit::{Caller, TestApp};

use super::operations::{Operation, operations};

/// An id that no row has.
const NOBODY: i64 = 987_654_321;
/// What the path before an id says about the table it is of.
const TABLES: &[(&str, &str)] = &[
    ("/admin-management/activity-logs", "audit_log"),
    ("/activity/activity-logs", "audit_log"),
    ("/admin-management/orders", "order"),
    ("/client-management/dashboard/payment-reminders", "reminder_sent"),
    ("/order-payments/payment-reminder-configs", "reminder_config"),
    ("/order-payments/payment-deletion-messages", "deletion_message"),
    ("/order-payments/invoices", "invoice"),
    ("/orders/orders", "order"),
    ("/orders/disputes", "dispute"),
    ("/admin-management/user-management", "user"),
    ("/superadmin-management/superadmin-profile", "user"),
    ("/auth/user-sessions", "session"),
    ("/auth/user-login-sessions", "session"),
    ("/class-management/class-bundles", "class_bundle"),
    ("/special-orders/api/special-orders", "special_order"),
    ("/discounts/discounts/analytics/campaign-analytics", "campaign"),
    ("/wallet/api/client-wallet", "wallet"),
    ("/wallet/api/admin/wallets", "wallet"),
    ("/writer-wallet/writer-wallets", "writer_wallet"),
    ("/order-payments/order-payments/orders", "order"),
    ("/order-payments/order-payments", "payment"),
    ("/writer-management/tips", "tip"),
    ("/reviews", "review"),
    ("/refunds/refund-logs", "refund_log"),
    ("/refunds", "refund"),
    ("/websites/websites", "website"),
    ("/announcements/announcements", "broadcast"),
    ("/notifications_system", "notification"),
];

/// A row of each kind of a website.
async fn rows(app: &TestApp, site: WebsiteId) -> BTreeMap<&'static str, i64> {
    let client = app.user(Role::Client, Some(site)).insert().await;
    let order = app.order(site).set(|o| o.client_id = Set(Some(client.id))).insert().await;
    let payment = app.payment(&order).insert().await;
    let refund = app.refund(&payment).set(|r| {
        (r.external_amount_cents, r.receipt_code) = (Set(1), Set(Some(format!("R-{site}"))));
    });
    let refund = refund.insert().await;
    let writer = app.user(Role::Writer, Some(site)).insert().await;
    let log = app.audit_log(Some(site)).set(|l| {
        (l.target_type, l.target_id) = (Set(Some("refund".to_owned())), Set(Some(refund.id.0)));
    });
    let log = log.insert().await.id.0;
    app.session(&client).await;
    let config = app.payment_reminder_config(site).insert().await;
    let session = session::Entity::find().filter(session::Column::UserId.eq(client.id));
    let session = session.one(app.db()).await.unwrap().unwrap().id.0;
    BTreeMap::from([
        ("audit_log", log),
        ("refund_log", log),
        ("order", order.id.0),
        ("dispute", app.dispute(&order).insert().await.id.0),
        ("user", client.id.0),
        ("session", session),
        ("class_bundle", app.class_bundle(site, client.id).insert().await.id.0),
        ("special_order", app.special_order(site, client.id).insert().await.id.0),
        ("campaign", app.promotional_campaign(site).insert().await.id.0),
        ("review", app.review(site).await.insert().await.id.0),
        ("refund", refund.id.0),
        ("payment", payment.id.0),
        ("tip", app.tip(site, client.id, writer.id).insert().await.id.0),
        ("wallet", app.wallet(site, client.id).insert().await.id.0),
        ("writer_wallet", app.wallet(site, writer.id).insert().await.id.0),
        ("website", site.0),
        ("reminder_sent", app.payment_reminder_sent(&config, &order, client.id).insert().await.id.0),
        ("reminder_config", config.id.0),
        ("deletion_message", app.payment_deletion_message(site).insert().await.id.0),
        ("invoice", app.invoice(site).insert().await.id.0),
        ("broadcast", app.broadcast(Some(site)).insert().await.id.0),
        ("notification", app.notification(&client).insert().await.id.0),
    ])
}

fn table(path: &str) -> &'static str {
    let path = path.strip_prefix("/api/v1").expect("below the base");
    let found = TABLES.iter().find(|(folder, _)| path.starts_with(&format!("{folder}/")));
    found.unwrap_or_else(|| panic!("say in TABLES what the id of {path} is of")).1
}

/// Something in every field that a write of one row may ask for.
fn body() -> Value {
    json!({
        "action": "cancel_order", "new_status": "cancelled", "status": "cancelled", "role": "editor",
        "new_role": "editor", "reason": "because it is so", "notes": "because it is so", "is_approved": true,
        "resolution_outcome": "dismissed", "resolution_notes": "because it is so", "first_name": "Nobody",
        "duration_days": 3, "name": "Nobody", "message": "because it is so", "deadline_percentage": 7,
        "amount": 5, "payment_method": "manual", "password": "wrong",
    })
}

/// Status and problem of an operation on this id.
async fn answer(operation: &Operation, caller: &Caller<'_>, id: i64) -> (u16, Value, Value) {
    let path = operation.path.replace("{id}", &id.to_string()).replace("{kind}", "order-reviews");
    let (kind, body) = match operation.method {
        Method::GET | Method::DELETE => (None, String::new()),
        _ => (Some("application/json"), body().to_string()),
    };
    let reply = caller.send_raw(operation.method.clone(), &path, kind, body.into()).await;
    let problem = if reply.body.is_empty() { &Value::Null } else { reply.json() };
    (reply.status.as_u16(), problem["type"].clone(), problem["errors"].clone())
}

#[tokio::test]
async fn ids_of_another_website_are_ids_that_no_row_has() {
    let app = TestApp::start().await;
    let sites = [app.website("alpha").await, app.website("beta").await];
    let there = [rows(&app, sites[1]).await, rows(&app, sites[0]).await];
    let (mut asked, mut unknown) = (0, 0);
    let written = audit_log::Entity::find().count(app.db()).await.unwrap();
    for operation in operations().iter().filter(|operation| operation.path.contains("{id}")) {
        let table = table(&operation.path);
        for (site, theirs) in sites.into_iter().zip(&there) {
            for role in [Role::Admin, Role::Editor, Role::Support, Role::Writer, Role::Client] {
                if !operation.access.answers(role) {
                    continue;
                }
                let caller = app.role(role, Some(site)).await;
                let foreign = answer(operation, &caller, theirs[table]).await;
                let nobody = answer(operation, &caller, NOBODY).await;
                assert_eq!(foreign, nobody, "{} as {role}", operation.id);
                assert!((400..500).contains(&foreign.0), "{} as {role}: {foreign:?}", operation.id);
                asked += 1;
                unknown += u32::from(foreign.0 == 404);
                if matches!(operation.method, Method::GET | Method::DELETE) {
                    assert_eq!(foreign.0, 404, "{} as {role}", operation.id);
                }
            }
        }
    }
    assert_eq!(audit_log::Entity::find().count(app.db()).await.unwrap(), written, "something was written");
    assert!(unknown * 10 >= asked * 9, "only {unknown} of {asked} were looked up");
    println!("{asked} operations on rows of another website, {unknown} answered 404, none leaked");
}
