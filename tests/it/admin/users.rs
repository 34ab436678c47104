//! `admin-management/user-management/…`

mod bulk;
mod create;
mod delete;
mod detail;
mod list;
mod password;
mod roles;
mod sanctions;
mod stats;
mod update;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{EntityTrait, Set};
use serde_json::Value;
use tally_entity::{Role, UserId, WebsiteId, audit_log, notification, session, staff_profile, user};
use tally_kernel::Clock;
use tally_testkit::{Caller, Reply, TestApp};

pub(super) const USERS: &str = "/admin-management/user-management/";
const STATS: &str = "/admin-management/user-management/stats/";

/// Somebody called maria.
async fn maria(app: &TestApp, role: Role, site: Option<WebsiteId>) -> user::Model {
    let row = app.user(role, site).set(|u| {
        (u.username, u.email) = (Set("maria".to_owned()), Set("maria@people.example".to_owned()));
    });
    row.insert().await
}

/// An admin of the website with these flags.
async fn admin_with(
    app: &TestApp,
    site: WebsiteId,
    change: impl FnOnce(&mut staff_profile::ActiveModel),
) -> Caller<'_> {
    let admin = app.user(Role::Admin, Some(site)).insert().await;
    let mut row = staff_profile::ActiveModel {
        website_id: Set(Some(site)),
        user_id: Set(admin.id),
        ..Default::default()
    };
    change(&mut row);
    app.insert(row).await;
    app.sign_in(&admin).await
}

pub(super) async fn the_user(app: &TestApp, id: UserId) -> user::Model {
    user::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

/// What the log holds, oldest first.
pub(super) async fn log(app: &TestApp) -> Vec<audit_log::Model> {
    let mut rows = audit_log::Entity::find().all(app.db()).await.unwrap();
    rows.sort_by_key(|row| row.id);
    rows
}

/// The only entry of the log.
pub(super) async fn logged(app: &TestApp) -> audit_log::Model {
    let rows = log(app).await;
    let [row] = &rows[..] else { panic!("{} entries", rows.len()) };
    row.clone()
}

/// What this user was told, by event.
async fn told(app: &TestApp, id: UserId) -> Vec<String> {
    let rows = notification::Entity::find().all(app.db()).await.unwrap();
    rows.into_iter().filter(|row| row.user_id == id).map(|row| row.event).collect()
}

/// Why each of this user's sessions ended.
async fn ends(app: &TestApp, id: UserId) -> Vec<Option<String>> {
    let mut rows = session::Entity::find().all(app.db()).await.unwrap();
    rows.retain(|row| row.user_id == id);
    rows.sort_by_key(|row| row.id);
    rows.into_iter().map(|row| row.revoke_reason.map(|reason| reason.to_string())).collect()
}

/// Whether two instants are within a minute of each other: tests take their time, but not that much.
fn near(one: DateTime<Utc>, other: DateTime<Utc>) -> bool {
    (one - other).abs() < Duration::minutes(1)
}

fn in_days(days: i64) -> DateTime<Utc> {
    Clock::real() + Duration::days(days)
}

fn pointer(reply: &Reply) -> &Value {
    reply.assert_problem(422, "invalid");
    &reply.json()["errors"][0]["pointer"]
}

/// The figures of users of two websites, kept.
pub(super) struct Kept<'a> {
    here: Caller<'a>,
    there: Caller<'a>,
}

impl<'a> Kept<'a> {
    pub(super) async fn new(app: &'a TestApp, here: WebsiteId, there: WebsiteId) -> Self {
        let kept = Self { here: app.admin(here).await, there: app.admin(there).await };
        assert_eq!(
            (kept.here.get(STATS).await.statements(), kept.there.get(STATS).await.statements()),
            (1, 1)
        );
        kept
    }

    /// The figures of the first, which must have been made anew; those of the second must still be kept.
    pub(super) async fn fresh(&self) -> Value {
        let (here, there) = (self.here.get(STATS).await, self.there.get(STATS).await);
        assert!(there.header("cache-status").contains("; hit"), "{}", there.header("cache-status"));
        assert_eq!((here.statements(), there.statements()), (1, 0));
        here.json().clone()
    }
}
