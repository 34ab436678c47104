//! `POST admin-management/user-management/{id}/suspend`, `unsuspend`, `blacklist`, `place_on_probation`,
//! `remove_from_probation`

use axum::http::Method;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_entity::{Role, UserId, blacklisted_email};
use tally_testkit::{Caller, Reply, TestApp, ago};

use super::{Kept, USERS, admin_with, ends, in_days, log, logged, maria, near, pointer, the_user, told};

const ACTIONS: [&str; 5] =
    ["suspend", "unsuspend", "blacklist", "place_on_probation", "remove_from_probation"];

async fn act(caller: &Caller<'_>, id: UserId, action: &str, body: Value) -> Reply {
    caller.post(&format!("{USERS}{id}/{action}/"), body).await
}

#[tokio::test]
async fn a_suspended_user_is_out_until_it_ends() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = maria(&app, Role::Writer, Some(site)).await;
    let target = app.sign_in(&writer).await;
    let kept = Kept::new(&app, site, other).await;
    let admin = app.admin(site).await;

    let reply = act(&admin, writer.id, "suspend", json!({ "reason": " rude ", "duration_days": 3 })).await;
    reply.assert_status(200);
    let body = reply.json();
    let until = in_days(3).format("%Y-%m-%d");
    assert_eq!(body["message"], format!("maria is suspended until {until}."));
    assert_eq!(body["detail"], body["message"]);
    let shown = admin.get(&format!("{USERS}{}/", writer.id)).await;
    assert_eq!(body["user"], *shown.json());
    assert_eq!(
        (&body["user"]["is_suspended"], &body["user"]["suspension_reason"]),
        (&json!(true), &json!("rude"))
    );

    let row = the_user(&app, writer.id).await;
    assert!(near(row.suspended_at.unwrap(), in_days(0)) && near(row.suspension_ends_at.unwrap(), in_days(3)));
    assert_eq!(ends(&app, writer.id).await, [Some("admin".to_owned())]);
    let refused = target.get("/auth/auth/user/").await;
    assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (401, &json!("token_not_valid")));
    let entry = logged(&app).await;
    assert_eq!((entry.action.as_str(), entry.action_type.as_str()), ("Suspended user maria", "account"));
    assert_eq!((entry.target_type.as_deref(), entry.target_id), (Some("user"), Some(writer.id.0)));
    assert_eq!((entry.website_id, entry.actor_role.as_deref()), (Some(site), Some("admin")));
    let before = json!({ "is_suspended": false, "suspension_reason": null, "suspended_at": null,
        "suspension_ends_at": null });
    assert_eq!(entry.before, Some(before));
    let after = entry.after.unwrap();
    assert_eq!((&after["is_suspended"], &after["suspension_reason"]), (&json!(true), &json!("rude")));
    assert!(near(after["suspension_ends_at"].as_str().unwrap().parse().unwrap(), in_days(3)));
    assert_eq!(told(&app, writer.id).await, ["account.suspended"]);
    assert_eq!(kept.fresh().await["suspended_users"], 1);
    act(&admin, writer.id, "suspend", json!({})).await.assert_problem(409, "conflict");

    let reply = act(&admin, writer.id, "unsuspend", Value::Null).await;
    reply.assert_status(200);
    assert_eq!(reply.json()["message"], "maria is no longer suspended.");
    let row = the_user(&app, writer.id).await;
    assert_eq!((row.is_suspended, row.suspension_reason), (false, None));
    assert_eq!((row.suspended_at, row.suspension_ends_at), (None, None));
    assert_eq!(kept.fresh().await["suspended_users"], 0);
    assert_eq!(log(&app).await[1].action, "Ended the suspension of user maria");
    assert_eq!(told(&app, writer.id).await, ["account.suspended"], "of the end nobody is told");
    act(&admin, writer.id, "unsuspend", Value::Null).await.assert_problem(409, "conflict");
}

#[tokio::test]
async fn a_blacklisted_user_and_his_address_are_out_for_good() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let client = maria(&app, Role::Client, Some(site)).await;
    app.session(&client).await;
    let kept = Kept::new(&app, site, other).await;
    let admin = admin_with(&app, site, |s| s.can_blacklist_users = Set(true)).await;

    let reply = act(&admin, client.id, "blacklist", json!({ "reason": "fraud" })).await;
    reply.assert_status(200);
    assert_eq!(reply.json()["message"], "maria is on the black list.");
    assert!(the_user(&app, client.id).await.is_blacklisted);
    let listed = blacklisted_email::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((listed.email.as_str(), listed.website_id), ("maria@people.example", Some(site)));
    assert_eq!((listed.user_id, listed.reason.as_deref()), (Some(client.id), Some("fraud")));
    let entry = logged(&app).await;
    assert_eq!((entry.action.as_str(), entry.actor_id), ("Blacklisted user maria", listed.blacklisted_by_id));
    assert_eq!(
        (entry.before, entry.after),
        (Some(json!({ "is_blacklisted": false })), Some(json!({ "is_blacklisted": true })))
    );
    assert_eq!(ends(&app, client.id).await, [Some("admin".to_owned())]);
    assert_eq!(told(&app, client.id).await, Vec::<String>::new());
    assert_eq!(kept.fresh().await["blacklisted_users"], 1);
    act(&admin, client.id, "blacklist", json!({})).await.assert_problem(409, "conflict");

    let staff = app.user(Role::Editor, None).insert().await;
    let known = blacklisted_email::ActiveModel { email: Set(staff.email.clone()), ..Default::default() };
    app.insert(known).await;
    let root = app.superadmin().await;
    act(&root, staff.id, "blacklist", json!({})).await.assert_status(200);
    let rows = blacklisted_email::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(rows.len(), 2, "an address is on the list once");
}

#[tokio::test]
async fn probation_is_begun_and_ended() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = maria(&app, Role::Writer, Some(site)).await;
    app.session(&writer).await;
    let kept = Kept::new(&app, site, other).await;
    let admin = app.admin(site).await;

    let reply = act(&admin, writer.id, "place_on_probation", json!({ "reason": "" })).await;
    reply.assert_status(200);
    let until = in_days(30).format("%Y-%m-%d");
    assert_eq!(reply.json()["message"], format!("maria is on probation until {until}."));
    let row = the_user(&app, writer.id).await;
    assert_eq!((row.is_on_probation, row.probation_reason.as_deref()), (true, Some("No reason provided")));
    assert!(near(row.probation_starts_at.unwrap(), in_days(0)));
    assert!(near(row.probation_ends_at.unwrap(), in_days(30)));
    assert_eq!(ends(&app, writer.id).await, [None], "he goes on working");
    assert_eq!(logged(&app).await.action, "Put user maria on probation");
    assert_eq!(told(&app, writer.id).await, ["account.probation"]);
    assert_eq!(kept.fresh().await["on_probation"], 1);
    act(&admin, writer.id, "place_on_probation", json!({})).await.assert_problem(409, "conflict");

    act(&admin, writer.id, "remove_from_probation", Value::Null).await.assert_status(200);
    let row = the_user(&app, writer.id).await;
    assert_eq!((row.is_on_probation, row.probation_reason), (false, None));
    assert_eq!((row.probation_starts_at, row.probation_ends_at), (None, None));
    assert_eq!(log(&app).await[1].action, "Ended the probation of user maria");
    assert_eq!(kept.fresh().await["on_probation"], 0);
    act(&admin, writer.id, "remove_from_probation", Value::Null).await.assert_problem(409, "conflict");
}

#[tokio::test]
async fn nobody_is_touched_without_the_right_or_from_below() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let far = app.user_id(Role::Writer, Some(other)).await;
    let gone = app.user(Role::Writer, Some(site)).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    let peer = app.user_id(Role::Admin, Some(site)).await;
    let root = app.user(Role::Superadmin, None).insert().await;
    let platform = app.user(Role::Admin, None).insert().await;
    let able = |s: &mut tally_entity::staff_profile::ActiveModel| s.can_blacklist_users = Set(true);
    let admin = admin_with(&app, site, able).await;
    let weak = admin_with(&app, site, |s| {
        (s.can_suspend_users, s.can_put_on_probation) = (Set(false), Set(false));
    })
    .await;
    let support = app.role(Role::Support, Some(site)).await;
    for action in ACTIONS {
        for unknown in [far, gone.id, UserId(987_654_321)] {
            act(&admin, unknown, action, json!({})).await.assert_problem(404, "not-found");
        }
        let flag = match action {
            "blacklist" => "can_blacklist_users",
            "suspend" | "unsuspend" => "can_suspend_users",
            _ => "can_put_on_probation",
        };
        let refused = act(&weak, writer, action, json!({})).await;
        refused.assert_problem(403, "forbidden");
        assert!(refused.json()["detail"].as_str().unwrap().contains(flag), "{action}");
        act(&admin, peer, action, json!({})).await.assert_problem(403, "forbidden");
        act(&support, writer, action, json!({})).await.assert_problem(403, "forbidden");
        let own = app.sign_in(&root).await;
        act(&own, root.id, action, json!({})).await.assert_problem(403, "forbidden");
        let above = app.sign_in(&platform).await;
        let refused = act(&above, root.id, action, json!({})).await;
        refused.assert_problem(403, "forbidden");
    }
    let own = app.sign_in(&root).await;
    act(&own, peer, "suspend", json!({})).await.assert_status(200);
    assert_eq!(log(&app).await.len(), 1, "what is refused is not written down");
}

#[tokio::test]
async fn a_sanction_has_bounds() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let admin = app.admin(site).await;
    for action in ["suspend", "place_on_probation"] {
        for days in [0, -1, 3651] {
            let reply = act(&admin, writer, action, json!({ "duration_days": days })).await;
            assert_eq!(pointer(&reply), "/duration_days", "{action} {days}");
        }
        let reply = act(&admin, writer, action, json!({ "duration_days": "3" })).await;
        assert_eq!(pointer(&reply), "/duration_days");
        let reply = act(&admin, writer, action, json!({ "reason": "x".repeat(2001) })).await;
        assert_eq!(pointer(&reply), "/reason");
        act(&admin, writer, action, json!({ "duration_days": 3650 })).await.assert_status(200);
    }
    let row = the_user(&app, writer).await;
    assert!(near(row.suspension_ends_at.unwrap(), in_days(3650)));
    assert!(near(row.probation_ends_at.unwrap(), in_days(3650)));
}

#[tokio::test]
async fn a_request_sent_again_is_done_once() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let admin = app.admin(site).await.header("idempotency-key", "k1");
    let path = format!("{USERS}{writer}/suspend/");
    let first = admin.post(&path, json!({ "reason": "rude" })).await;
    let again = admin.post(&path, json!({ "reason": "rude" })).await;
    first.assert_status(200);
    assert_eq!((again.status, again.json()), (first.status, first.json()));
    assert_eq!((first.header("idempotent-replayed"), again.header("idempotent-replayed")), ("", "true"));
    assert_eq!(log(&app).await.len(), 1);
    admin.post(&path, json!({ "reason": "late" })).await.assert_problem(422, "key-reused");
    let end = admin.send(Method::POST, &format!("{USERS}{writer}/unsuspend/"), None).await;
    end.assert_problem(422, "key-reused");
}
