//! `GET admin-management/user-management/stats`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{Role, user};
use tally_testkit::{TestApp, ago};

const STATS: &str = "/admin-management/user-management/stats/";

#[tokio::test]
async fn users_are_counted_by_role_and_by_what_was_done_to_them() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let user = async |role, change: fn(&mut user::ActiveModel)| {
        app.user(role, Some(site)).set(change).insert().await;
    };
    user(Role::Client, |_| ()).await;
    user(Role::Client, |u| u.is_active = Set(false)).await;
    user(Role::Client, |u| u.is_blacklisted = Set(true)).await;
    user(Role::Client, |u| u.deleted_at = Set(Some(ago(1, 0)))).await;
    user(Role::Writer, |u| (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))))).await;
    user(Role::Writer, |u| (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))))).await;
    user(Role::Editor, |u| u.is_on_probation = Set(true)).await;
    user(Role::Superadmin, |_| ()).await;
    app.user_id(Role::Client, Some(other)).await;
    let support = app.role(Role::Support, Some(site)).await;

    let reply = support.get(STATS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    let expected = json!({
        "total_users": 8,
        "by_role": { "client": 3, "writer": 2, "editor": 1, "support": 1, "admin": 0, "superadmin": 1 },
        "active_users": 7, "suspended_users": 2, "blacklisted_users": 1, "on_probation": 1,
    });
    assert_eq!(*reply.json(), expected);
    assert_eq!(support.get(STATS).await.statements(), 0);
    let all = app.superadmin().await.get(STATS).await;
    assert_eq!(all.json()["total_users"], 10);

    app.user_id(Role::Client, Some(site)).await;
    app.sweep().await;
    assert_eq!(support.get(STATS).await.json()["by_role"]["client"], 4);
    app.role(Role::Editor, Some(site)).await.get(STATS).await.assert_problem(403, "forbidden");
}
