//! `Idempotency-Key`: a write that is sent again has one effect and one answer.

use sea_orm::{
    ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, Set, TransactionTrait,
};
use serde_json::{Value, json};
use tally_entity::{Role, audit_log, idempotency_key, session, user};
use tally_http::idempotency::forget_expired;
use tally_kernel::Clock;
use tally_testkit::{Caller, Reply, TestApp};

const PROFILE: &str = "/auth/auth/user/";
const KEY: &str = "idempotency-key";

async fn admin(app: &TestApp) -> (Caller<'_>, user::Model) {
    let site = app.website("alpha").await;
    let user = app.user(Role::Admin, Some(site)).insert().await;
    (app.sign_in(&user).await, user)
}

async fn effects(app: &TestApp) -> u64 {
    audit_log::Entity::find().count(app.db()).await.unwrap()
}

async fn keys(app: &TestApp) -> Vec<idempotency_key::Model> {
    idempotency_key::Entity::find().all(app.db()).await.unwrap()
}

fn named(name: &str) -> Value {
    json!({ "first_name": name })
}

fn is_replay_of(reply: &Reply, first: &Reply) {
    assert_eq!(reply.header("idempotent-replayed"), "true");
    assert_eq!(first.header("idempotent-replayed"), "");
    assert_eq!((reply.status, &reply.body), (first.status, &first.body));
    assert_eq!(reply.header("content-type"), first.header("content-type"));
}

#[tokio::test]
async fn the_same_request_again_gets_the_same_bytes_and_has_no_effect() {
    let app = TestApp::start().await;
    let (caller, user) = admin(&app).await;
    let once = caller.clone().header(KEY, "a b~!");
    let first = once.patch(PROFILE, named("Ada")).await;
    first.assert_status(200);
    caller.patch(PROFILE, named("Eve")).await.assert_status(200);

    let again = once.patch(PROFILE.trim_end_matches('/'), named("Ada")).await;
    is_replay_of(&again, &first);
    assert_eq!(again.json()["first_name"], "Ada", "as it was then");
    assert_eq!(again.statements(), 0, "looking the answer up is no statement of it");
    let now = user::Entity::find_by_id(user.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!((now.first_name.as_str(), effects(&app).await), ("Eve", 2));

    let [kept] = keys(&app).await.try_into().expect("one key");
    assert_eq!((kept.user_id, kept.key.as_str()), (Some(user.id), "a b~!"));
    assert_eq!((kept.endpoint.as_str(), kept.status_code), ("PATCH /api/v1/auth/auth/user", Some(200)));
    assert_eq!(kept.expires_at - kept.completed_at.unwrap(), chrono::Duration::hours(24));
}

#[tokio::test]
async fn a_key_is_for_one_request_of_one_person() {
    let app = TestApp::start().await;
    let (caller, user) = admin(&app).await;
    let once = caller.clone().header(KEY, "k");
    once.patch(PROFILE, named("Ada")).await.assert_status(200);
    once.patch(PROFILE, named("Eve")).await.assert_problem(422, "key-reused");
    once.patch("/users/users/update_profile/", named("Ada")).await.assert_problem(422, "key-reused");
    once.patch(&format!("{PROFILE}?x=1"), named("Ada")).await.assert_problem(422, "key-reused");
    once.post("/auth/user-sessions/revoke-all/", named("Ada")).await.assert_problem(422, "key-reused");
    assert_eq!(effects(&app).await, 1);

    let other = app.user(Role::Admin, user.website_id).insert().await;
    let other = app.sign_in(&other).await.header(KEY, "k");
    let reply = other.patch(PROFILE, named("Ada")).await;
    reply.assert_status(200);
    assert_eq!((reply.header("idempotent-replayed"), effects(&app).await), ("", 2));
}

#[tokio::test]
async fn while_a_request_is_under_way_the_same_one_is_refused() {
    let app = TestApp::start().await;
    let (caller, user) = admin(&app).await;
    let once = caller.clone().header(KEY, "k");
    let held = app.db().begin().await.unwrap();
    held.execute_unprepared("SELECT FROM users FOR UPDATE").await.unwrap();

    let second = async {
        waits_for_a_lock(&app).await;
        let refused = once.patch(PROFILE, named("Ada")).await;
        held.rollback().await.unwrap();
        refused
    };
    let (first, second) = tokio::join!(once.patch(PROFILE, named("Ada")), second);
    first.assert_status(200);
    second.assert_problem(409, "in-progress");
    is_replay_of(&once.patch(PROFILE, named("Ada")).await, &first);
    assert_eq!((effects(&app).await, keys(&app).await.len()), (1, 1));
    assert_eq!(user.id, keys(&app).await[0].user_id.unwrap());
}

/// Asks the database until somebody waits: the request is then in the middle of its work.
async fn waits_for_a_lock(app: &TestApp) {
    let waiting =
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while app
        .db()
        .query_all_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, waiting))
        .await
        .unwrap()
        .is_empty()
    {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn of_many_at_once_one_has_the_effect() {
    let app = TestApp::start().await;
    let (caller, _) = admin(&app).await;
    let once = caller.clone().header(KEY, "k");
    let replies = futures::future::join_all((0..20).map(|_| once.patch(PROFILE, named("Ada")))).await;
    let done: Vec<_> = replies.iter().filter(|reply| reply.status == 200).collect();
    assert_eq!(done.iter().filter(|reply| reply.header("idempotent-replayed").is_empty()).count(), 1);
    assert!(done.iter().all(|reply| reply.body == done[0].body));
    for refused in replies.iter().filter(|reply| reply.status != 200) {
        refused.assert_problem(409, "in-progress");
    }
    assert_eq!((effects(&app).await, keys(&app).await.len()), (1, 1));
}

#[tokio::test]
async fn refusals_by_the_state_of_rows_are_kept_and_others_are_not() {
    let app = TestApp::start().await;
    let (caller, user) = admin(&app).await;
    let taken = app.user(Role::Admin, user.website_id).insert().await.username;
    let conflict = caller.clone().header(KEY, "conflict");
    let first = conflict.patch(PROFILE, json!({ "username": taken })).await;
    first.assert_problem(409, "conflict");
    is_replay_of(&conflict.patch(PROFILE, json!({ "username": taken })).await, &first);

    let missing = caller.clone().header(KEY, "missing");
    let first = missing.delete("/auth/user-sessions/987654321/").await;
    first.assert_problem(404, "not-found");
    is_replay_of(&missing.delete("/auth/user-sessions/987654321/").await, &first);

    let invalid = caller.clone().header(KEY, "free");
    invalid.patch(PROFILE, json!({ "first_name": 7 })).await.assert_problem(422, "invalid");
    invalid
        .send_raw(
            "PATCH".parse().unwrap(),
            &format!("/api/v1{PROFILE}"),
            Some("application/json"),
            "{".into(),
        )
        .await
        .assert_problem(400, "malformed");
    invalid.post("/no/such/route/", json!({})).await.assert_problem(404, "not-found");
    app.nobody()
        .header(KEY, "free")
        .patch(PROFILE, named("Ada"))
        .await
        .assert_problem(401, "unauthenticated");
    invalid.patch(PROFILE, named("Ada")).await.assert_status(200);
    assert_eq!(keys(&app).await.len(), 3);
}

#[tokio::test]
async fn an_answer_without_a_body_is_kept_too() {
    let app = TestApp::start().await;
    let (caller, user) = admin(&app).await;
    app.session(&user).await;
    let other = session::Entity::find().all(app.db()).await.unwrap().pop().unwrap().id;
    let once = caller.clone().header(KEY, "k");
    let path = format!("/auth/user-sessions/{other}/");
    let first = once.delete(&path).await;
    first.assert_status(204);
    is_replay_of(&once.delete(&path).await, &first);
    caller.delete(&path).await.assert_problem(404, "not-found");
}

#[tokio::test]
async fn keys_are_printable_and_reads_have_none() {
    let app = TestApp::start().await;
    let (caller, _) = admin(&app).await;
    for odd in [String::new(), "k".repeat(256), "a\tb".to_owned(), "ü".to_owned()] {
        let refused = caller.clone().header(KEY, odd).patch(PROFILE, named("Ada")).await;
        refused.assert_problem(422, "invalid");
        assert_eq!(refused.json()["errors"][0]["pointer"], "Idempotency-Key");
    }
    assert_eq!(effects(&app).await, 0);
    let longest = caller.clone().header(KEY, "k".repeat(255));
    longest.patch(PROFILE, named("Ada")).await.assert_status(200);
    let reading = longest.get(PROFILE).await;
    reading.assert_status(200);
    assert_eq!(reading.header("idempotent-replayed"), "");
}

#[tokio::test]
async fn a_key_is_free_again_after_a_day() {
    let app = TestApp::start().await;
    let (caller, _) = admin(&app).await;
    let once = caller.clone().header(KEY, "k");
    once.patch(PROFILE, named("Ada")).await.assert_status(200);
    let expire = async || {
        for row in keys(&app).await {
            let mut row = row.into_active_model();
            row.expires_at = Set(Clock::real());
            row.update(app.db()).await.unwrap();
        }
    };
    expire().await;
    let later = once.patch(PROFILE, named("Eve")).await;
    later.assert_status(200);
    assert_eq!((later.header("idempotent-replayed"), effects(&app).await), ("", 2));
    is_replay_of(&once.patch(PROFILE, named("Eve")).await, &later);
    assert_eq!(keys(&app).await.len(), 1, "the new answer takes the place of the old one");

    assert_eq!(forget_expired(app.db()).await.unwrap(), 0);
    expire().await;
    assert_eq!(forget_expired(app.db()).await.unwrap(), 1);
}
