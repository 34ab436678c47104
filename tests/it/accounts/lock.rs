//! Five wrong passwords lock a sign-in for a quarter of an hour, for whoever exists and whoever does not.

use chrono::Duration;
use futures::future::join_all;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbBackend, IntoActiveModel, Set, Statement, TransactionTrait,
};
use serde_json::{Value, json};
use tally_entity::{Role, blacklisted_email};
use tally_kernel::Clock;
use tally_testkit::TestApp;

use super::{PASSWORD, login, near, person, sessions_of, the_user, told};

const WRONG: &str = "another password";

/// The bodies of seven attempts one after the other, the last one with the right password.
async fn attempts(app: &TestApp, email: &str, password: &str) -> Vec<Value> {
    let mut bodies = Vec::new();
    for password in [password; 6].into_iter().chain([PASSWORD]) {
        bodies.push(told(&login(app, email, password).await));
    }
    bodies
}

#[tokio::test]
async fn the_lock_is_the_same_for_everybody() {
    let app = TestApp::start().await;
    let known = person(&app, Role::Superadmin, None).await;
    let listed = person(&app, Role::Superadmin, None).await;
    let row = blacklisted_email::ActiveModel { email: Set(listed.email.clone()), ..Default::default() };
    app.insert(row).await;
    let (first, unknown, third) = tokio::join!(
        attempts(&app, &known.email, WRONG),
        attempts(&app, "nobody@people.example", WRONG),
        attempts(&app, &listed.email, PASSWORD),
    );
    assert_eq!(first, unknown);
    assert_eq!(third, unknown);
    let wrong = "Invalid email or password.";
    let locked = "Too many failed attempts. Try again in 15 minutes.";
    let expected = [(wrong, 4), (wrong, 3), (wrong, 2), (wrong, 1), (locked, 0), (locked, 0), (locked, 0)];
    for (body, (detail, left)) in first.iter().zip(expected) {
        assert_eq!((&body["detail"], &body["attempts_remaining"]), (&json!(detail), &json!(left)));
    }
    insta::assert_json_snapshot!(first[4], @r#"
    {
      "type": "/problems/credentials",
      "title": "Wrong credentials",
      "status": 400,
      "detail": "Too many failed attempts. Try again in 15 minutes.",
      "error": "Too many failed attempts. Try again in 15 minutes.",
      "instance": "/api/v1/auth/auth/login/",
      "message": "Too many failed attempts. Try again in 15 minutes.",
      "guidance": "Wait a quarter of an hour, or ask support for help.",
      "attempts_remaining": 0
    }
    "#);

    let user = the_user(&app, known.id).await;
    let end = user.login_lock_ends_at.unwrap();
    assert!(near(end, Clock::real() + Duration::minutes(15)));
    assert_eq!((user.failed_logins, user.last_login_at), (0, None));

    let mut over = user.into_active_model();
    over.login_lock_ends_at = Set(Some(Clock::real()));
    over.update(app.db()).await.unwrap();
    login(&app, &known.email, PASSWORD).await.assert_status(200);
}

#[tokio::test]
async fn failures_at_once_are_all_counted() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let replies = join_all((0..4).map(|_| login(&app, &user.email, WRONG))).await;
    let mut left: Vec<_> = replies.iter().map(|reply| reply.json()["attempts_remaining"].as_i64()).collect();
    left.sort_unstable();
    assert_eq!(left, [Some(1), Some(2), Some(3), Some(4)]);
    assert_eq!(the_user(&app, user.id).await.failed_logins, 4);

    let replies = join_all((0..3).map(|_| login(&app, &user.email, WRONG))).await;
    assert!(replies.iter().all(|reply| reply.json()["attempts_remaining"] == 0));
    login(&app, &user.email, PASSWORD).await.assert_problem(400, "credentials");
    assert_eq!(the_user(&app, user.id).await.failed_logins, 0);
}

#[tokio::test]
async fn a_success_forgets_the_failures_before_it() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    for _ in 0..2 {
        join_all((0..4).map(|_| login(&app, &user.email, WRONG))).await;
        login(&app, &user.email, PASSWORD).await.assert_status(200);
    }
}

/// Waits until somebody waits for a row that another transaction has changed.
async fn somebody_waits(db: &impl ConnectionTrait) {
    let sql = "SELECT 1 FROM pg_stat_activity
               WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let waiting =
        || async { db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await.unwrap() };
    while waiting().await.is_none() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn whoever_is_overtaken_while_his_password_is_checked_does_not_get_in() {
    let app = TestApp::start().await;
    for change in ["login_lock_ends_at = now() + interval '1 minute'", "token_version = token_version + 1"] {
        let user = person(&app, Role::Superadmin, None).await;
        let overtaking = app.db().begin().await.unwrap();
        let sql = format!("UPDATE users SET {change} WHERE id = {}", user.id);
        overtaking.execute_unprepared(&sql).await.unwrap();
        let overtake = async {
            somebody_waits(app.db()).await;
            overtaking.commit().await.unwrap();
        };
        let (reply, ()) = tokio::join!(login(&app, &user.email, PASSWORD), overtake);
        reply.assert_problem(400, "credentials");
        assert!(sessions_of(&app, user.id).await.is_empty(), "{change}");
    }
}
