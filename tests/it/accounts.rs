//! Signing in and out, sessions, the own profile.

mod limits;
mod lock;
mod password;
mod profile;
mod refusals;
mod sessions;
mod sign_in;
mod sign_out;
mod superuser;
mod tokens;

use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use tally_entity::{Role, UserId, WebsiteId, audit_log, session, user};
use tally_testkit::{Caller, Reply, TestApp};

const PASSWORD: &str = "a lamp by the river";
const LOGIN: &str = "/auth/auth/login/";
const REFRESH: &str = "/auth/auth/refresh-token/";

/// The first vector of RFC 7914, section 11, cut to 32 bytes and written as the old backend wrote hashes.
const OLD_HASH: &str = "pbkdf2_sha256$1$salt$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw=";
const OLD_PASSWORD: &str = "passwd";

/// Somebody who can sign in with [`PASSWORD`].
async fn person(app: &TestApp, role: Role, site: Option<WebsiteId>) -> user::Model {
    changed_person(app, role, site, |_| {}).await
}

async fn changed_person(
    app: &TestApp,
    role: Role,
    site: Option<WebsiteId>,
    change: impl FnOnce(&mut user::ActiveModel),
) -> user::Model {
    let hash = tally_auth::password::hash(PASSWORD.to_owned()).await.unwrap();
    app.user(role, site).set(|u| u.password_hash = Set(hash)).set(change).insert().await
}

async fn login(app: &TestApp, email: &str, password: &str) -> Reply {
    app.nobody().post(LOGIN, json!({ "email": email, "password": password })).await
}

/// Somebody with the access token of this answer.
fn caller<'a>(app: &'a TestApp, reply: &Reply) -> Caller<'a> {
    reply.assert_status(200);
    app.bearer(reply.json()["access_token"].as_str().unwrap())
}

async fn the_user(app: &TestApp, id: UserId) -> user::Model {
    user::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

async fn sessions_of(app: &TestApp, id: UserId) -> Vec<session::Model> {
    let mut rows = session::Entity::find().all(app.db()).await.unwrap();
    rows.retain(|row| row.user_id == id);
    rows.sort_by_key(|row| row.id);
    rows
}

/// What the log holds, oldest first.
async fn log(app: &TestApp) -> Vec<audit_log::Model> {
    let mut rows = audit_log::Entity::find().all(app.db()).await.unwrap();
    rows.sort_by_key(|row| row.id);
    rows
}

/// Whether two instants are within a minute of each other: tests take their time, but not that much.
fn near(one: DateTime<Utc>, other: DateTime<Utc>) -> bool {
    (one - other).abs() < chrono::Duration::minutes(1)
}

/// The body without what differs from request to request.
fn told(reply: &Reply) -> Value {
    let mut body = reply.json().clone();
    body.as_object_mut().unwrap().shift_remove("request_id").expect("problems name their request");
    body
}
