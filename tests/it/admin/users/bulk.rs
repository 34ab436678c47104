//! `POST admin-management/user-management/bulk_activate` and `bulk_suspend`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{Role, user};
use tally_testkit::{TestApp, ago};

use super::{Kept, admin_with, ends, in_days, log, near, pointer, the_user, told};

const ACTIVATE: &str = "/admin-management/user-management/bulk_activate/";
const SUSPEND: &str = "/admin-management/user-management/bulk_suspend/";

fn suspended(u: &mut user::ActiveModel) {
    (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))));
    u.suspension_reason = Set(Some("rude".to_owned()));
}

#[tokio::test]
async fn those_who_may_be_suspended_are() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let user = async |role, site, change: fn(&mut user::ActiveModel)| {
        app.user(role, Some(site)).set(change).insert().await
    };
    let writer = user(Role::Writer, site, |u| u.username = Set("ann".to_owned())).await;
    let client = user(Role::Client, site, |_| ()).await;
    let already = user(Role::Client, site, suspended).await;
    let gone = user(Role::Client, site, |u| u.deleted_at = Set(Some(ago(1, 0)))).await;
    let peer = user(Role::Admin, site, |_| ()).await;
    let root = user(Role::Superadmin, site, |_| ()).await;
    let far = user(Role::Client, other, |_| ()).await;
    let own = user(Role::Admin, site, |_| ()).await;
    let target = app.sign_in(&writer).await;
    app.session(&far).await;
    let kept = Kept::new(&app, site, other).await;
    let admin = app.sign_in(&own).await;
    let ids = [writer.id, client.id, already.id, gone.id, peer.id, root.id, far.id, own.id].map(|id| id.0);
    let body = json!({ "user_ids": ids, "reason": "spam", "duration_days": 2 });

    let reply = admin.post(SUSPEND, body.clone()).await;
    reply.assert_status(200);
    assert_eq!(*reply.json(), json!({ "message": "Users suspended: 2.", "suspended_count": 2 }));
    assert_eq!(reply.statements(), 3);
    for id in [writer.id, client.id] {
        let row = the_user(&app, id).await;
        assert_eq!((row.is_suspended, row.suspension_reason.as_deref()), (true, Some("spam")));
        assert!(
            near(row.suspended_at.unwrap(), in_days(0)) && near(row.suspension_ends_at.unwrap(), in_days(2))
        );
        assert_eq!(told(&app, id).await, ["account.suspended"]);
    }
    for untouched in [&already, &gone, &peer, &root, &far, &own] {
        assert_eq!(the_user(&app, untouched.id).await, *untouched);
    }
    assert_eq!(ends(&app, writer.id).await, [Some("admin".to_owned())]);
    assert_eq!(ends(&app, far.id).await, [None]);
    target.get("/auth/auth/user/").await.assert_problem(401, "unauthenticated");
    let entries = log(&app).await;
    assert_eq!(entries.len(), 2);
    assert_eq!((entries[0].action.as_str(), entries[0].target_id), ("Suspended user ann", Some(writer.id.0)));
    assert_eq!(
        (entries[0].website_id, &entries[0].before),
        (Some(site), &Some(json!({ "is_suspended": false })))
    );
    assert_eq!(entries[0].after.as_ref().unwrap()["suspension_reason"], "spam");
    assert_eq!(kept.fresh().await["suspended_users"], 3);
    let again = admin.post(SUSPEND, body).await;
    assert_eq!(again.json()["suspended_count"], 0);
    let root = app.sign_in(&root).await;
    let all = root.post(SUSPEND, json!({ "user_ids": ids })).await;
    assert_eq!(all.json()["suspended_count"], 3, "a superadmin reaches admins, and every website");
}

#[tokio::test]
async fn those_who_are_out_come_back() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Writer, Some(site)).set(suspended).set(|u| u.username = Set("ann".to_owned()));
    let ann = ann.insert().await;
    let off = app.user(Role::Client, Some(site)).set(|u| u.is_active = Set(false)).insert().await;
    let well = app.user(Role::Client, Some(site)).insert().await;
    let peer = app.user(Role::Admin, Some(site)).set(suspended).insert().await;
    let far = app.user(Role::Client, Some(other)).set(suspended).insert().await;
    let kept = Kept::new(&app, site, other).await;
    let admin = app.admin(site).await;
    let ids = [ann.id, off.id, well.id, peer.id, far.id, ann.id].map(|id| id.0);

    let reply = admin.post(ACTIVATE, json!({ "user_ids": ids })).await;
    reply.assert_status(200);
    assert_eq!(*reply.json(), json!({ "message": "Users activated: 2.", "activated_count": 2 }));
    assert_eq!(reply.statements(), 3);
    let row = the_user(&app, ann.id).await;
    assert_eq!((row.is_suspended, row.suspended_at, row.suspension_reason), (false, None, None));
    assert!(the_user(&app, off.id).await.is_active);
    for untouched in [&well, &peer, &far] {
        assert_eq!(the_user(&app, untouched.id).await, *untouched);
    }
    let entries = log(&app).await;
    let told: Vec<_> = entries.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(told, ["Activated user ann".to_owned(), format!("Activated user {}", off.username)]);
    assert_eq!(entries[1].before, Some(json!({ "is_active": false })));
    assert_eq!(entries[1].after, Some(json!({ "is_active": true })));
    assert_eq!(entries[0].before.as_ref().unwrap()["suspension_reason"], "rude");
    assert_eq!(kept.fresh().await["suspended_users"], 1);
}

#[tokio::test]
async fn many_are_touched_with_the_flag_and_not_too_many() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let weak = admin_with(&app, site, |s| s.can_suspend_users = Set(false)).await;
    let admin = app.admin(site).await;
    for path in [ACTIVATE, SUSPEND] {
        weak.post(path, json!({ "user_ids": [1] })).await.assert_problem(403, "forbidden");
        for ids in [json!([]), json!(vec![1; 201])] {
            assert_eq!(pointer(&admin.post(path, json!({ "user_ids": ids })).await), "/user_ids");
        }
        let none = admin.post(path, json!({ "user_ids": [987_654_321] })).await;
        none.assert_status(200);
        admin.post(path, json!({ "user_ids": vec![1; 200] })).await.assert_status(200);
    }
    let reply = admin.post(SUSPEND, json!({ "user_ids": [1], "duration_days": 0 })).await;
    assert_eq!(pointer(&reply), "/duration_days");
}
