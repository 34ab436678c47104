//! `POST auth/auth/logout`

use axum::http::Method;
use sea_orm::EntityTrait;
use serde_json::json;
use tally_entity::{RevokeReason, Role, user_presence};
use tally_kernel::Clock;
use tally_testkit::TestApp;

use super::{log, person, sessions_of, tokens::reissued};

const LOGOUT: &str = "/auth/auth/logout/";
const PROFILE: &str = "/auth/auth/user/";

#[tokio::test]
async fn signing_out_ends_the_session_of_the_token() {
    let app = TestApp::start().await;
    let user = person(&app, Role::Superadmin, None).await;
    let (first, second) = (app.sign_in(&user).await, app.sign_in(&user).await);
    first.post("/users/users/update_online_status/", json!({})).await.assert_status(200);
    first.get(PROFILE).await.assert_status(200);

    let reply = first.send(Method::POST, LOGOUT, None).await;
    reply.assert_status(200);
    assert_eq!(*reply.json(), json!({ "detail": "Signed out.", "revoked": 1 }));
    assert_eq!(first.get(PROFILE).await.json()["code"], "token_not_valid");
    second.get(PROFILE).await.assert_status(200);
    let rows = sessions_of(&app, user.id).await;
    assert_eq!(rows[0].revoke_reason, Some(RevokeReason::Logout));
    assert!(rows[0].revoked_at.is_some() && rows[1].revoked_at.is_none());
    let presence = user_presence::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert!(!presence.is_online);
    let entry = &log(&app).await[0];
    assert_eq!((entry.action.as_str(), entry.action_type.as_str()), ("Signed out", "security"));

    let again = first.post("/auth/session-management/logout/?logout_all=true", json!({})).await;
    assert_eq!(again.json()["revoked"], 0, "a dead session ends no other");
    second.get(PROFILE).await.assert_status(200);
}

#[tokio::test]
async fn an_expired_token_signs_out_and_a_void_one_does_not() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = person(&app, Role::Client, Some(site)).await;
    let callers = [app.sign_in(&user).await, app.sign_in(&user).await, app.sign_in(&user).await];
    let past = Clock::real().timestamp() - 3600;
    let expired = reissued(&app, &callers[0], &json!({ "exp": past }));
    let void = [
        app.nobody(),
        app.bearer("made up"),
        app.bearer(format!("{}x", callers[1].token())),
        reissued(&app, &callers[1], &json!({ "exp": past, "ver": 7 })),
        reissued(&app, &callers[1], &json!({ "sid": uuid::Uuid::nil() })),
        reissued(&app, &callers[1], &json!({ "sub": "987654321" })),
        reissued(&app, &callers[1], &json!({ "typ": "refresh" })),
    ];
    for caller in void {
        let reply = caller.post("/auth/auth/logout/?logout_all=true", json!({})).await;
        reply.assert_status(200);
        assert_eq!(reply.json()["revoked"], 0);
    }
    let reply = expired.post("/admin-management/auth/logout/", json!({})).await;
    assert_eq!(reply.json()["revoked"], 1);
    let reply = callers[1].post("/auth/auth/logout/?logout_all=true", json!({})).await;
    assert_eq!(reply.json()["revoked"], 2);
    assert_eq!(callers[2].get(PROFILE).await.json()["code"], "token_not_valid");
    assert!(log(&app).await.is_empty(), "only staff are logged");
}
