//! Commits end the answers that read what they touched, and no others.

use sea_orm::ConnectionTrait;
use tally_entity::Role;
use tally_testkit::TestApp;

const PATH: &str = "/admin-management/dashboard/metrics/payment-status/";

#[tokio::test]
async fn a_change_from_outside_ends_the_answers_of_its_website_only() {
    let app = TestApp::start().await;
    let (alpha, beta) = (app.website("alpha").await, app.website("beta").await);
    let order = app.order(alpha).set(|order| order.total_price_cents = sea_orm::Set(1_250)).insert().await;
    app.order(beta).insert().await;
    app.sweep().await;
    let (of_alpha, of_beta, of_all) = (app.admin(alpha).await, app.admin(beta).await, app.superadmin().await);
    for caller in [&of_alpha, &of_beta, &of_all] {
        assert_eq!(caller.get(PATH).await.header("cache-status"), "tally; fwd=miss; stored");
    }
    let sql = format!("UPDATE orders SET is_paid = TRUE, paid_at = now() WHERE id = {}", order.id);
    app.db().execute_unprepared(&sql).await.unwrap();
    app.sweep().await;

    let reply = of_alpha.get(PATH).await;
    assert_eq!((reply.header("cache-status"), reply.statements()), ("tally; fwd=miss; stored", 1));
    assert_eq!(reply.json()["paid"], serde_json::json!({ "count": 1, "revenue": 12.5 }));
    assert_eq!(of_all.get(PATH).await.json()["paid"]["count"], 1);
    let untouched = of_beta.get(PATH).await;
    assert!(
        untouched.header("cache-status").starts_with("tally; hit"),
        "{}",
        untouched.header("cache-status")
    );
}

#[tokio::test]
async fn a_sign_in_leaves_every_dashboard_as_it_is() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.admin(site).await;
    let other = app.user(Role::Support, Some(site)).insert().await;
    app.sweep().await;
    let path = "/admin-management/dashboard/";
    admin.get(path).await.assert_status(200);
    let sql = format!("UPDATE users SET last_login_at = now(), failed_logins = 1 WHERE id = {}", other.id);
    app.db().execute_unprepared(&sql).await.unwrap();
    app.sweep().await;
    assert!(admin.get(path).await.header("cache-status").starts_with("tally; hit"));
    app.db()
        .execute_unprepared(&format!("UPDATE users SET is_active = FALSE WHERE id = {}", other.id))
        .await
        .unwrap();
    app.sweep().await;
    assert_eq!(admin.get(path).await.header("cache-status"), "tally; fwd=miss; stored");
}

#[tokio::test]
async fn a_truncated_table_ends_every_answer() {
    let app = TestApp::start().await;
    let admin = app.superadmin().await;
    app.sweep().await;
    admin.get(PATH).await.assert_status(200);
    app.db().execute_unprepared("TRUNCATE payment_reminder_configs CASCADE").await.unwrap();
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.header("cache-status"), "tally; fwd=miss; stored");
}

#[tokio::test]
async fn somebody_disabled_is_out_on_his_next_request() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = app.user(Role::Admin, Some(site)).insert().await;
    let admin = app.sign_in(&user).await;
    app.sweep().await;
    admin.get(PATH).await.assert_status(200);
    app.db()
        .execute_unprepared(&format!("UPDATE users SET is_active = FALSE WHERE id = {}", user.id))
        .await
        .unwrap();
    app.sweep().await;
    let reply = admin.get(PATH).await;
    reply.assert_problem(401, "unauthenticated");
    assert_eq!(reply.json()["code"], "token_not_valid");
}
