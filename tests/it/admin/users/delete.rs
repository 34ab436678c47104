//! `DELETE admin-management/user-management/{id}`

use sea_orm::Set;
use serde_json::json;
use tally_entity::Role;
use tally_testkit::TestApp;

use super::{Kept, USERS, ends, in_days, log, logged, maria, near, the_user};

#[tokio::test]
async fn nothing_tells_who_a_deleted_user_was() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let user = app.user(Role::Client, Some(site)).set(|u| {
        (u.username, u.first_name, u.last_name) =
            (Set("zebra".to_owned()), Set("zebra".to_owned()), Set("zebra".to_owned()));
        (u.phone_number, u.bio) = (Set(Some("zebra".to_owned())), Set(Some("zebra".to_owned())));
        (u.avatar_key, u.location) = (Set(Some("zebra".to_owned())), Set(Some("zebra".to_owned())));
        (u.country, u.state) = (Set(Some("zebra".to_owned())), Set(Some("zebra".to_owned())));
        (u.email, u.password_hash) = (Set("zebra@people.example".to_owned()), Set("zebra".to_owned()));
    });
    let user = user.insert().await;
    let target = app.sign_in(&user).await;
    let kept = Kept::new(&app, site, other).await;
    let root = app.superadmin().await;
    let path = format!("{USERS}{}/", user.id);

    let reply = root.delete(&path).await;
    reply.assert_status(200);
    let message = "The user was deleted.";
    assert_eq!(*reply.json(), json!({ "message": message, "detail": message }));
    let row = the_user(&app, user.id).await;
    assert!(!format!("{row:?}").contains("zebra"), "{row:?}");
    assert!(near(row.deleted_at.unwrap(), in_days(0)) && !row.is_active);
    assert_eq!(
        (row.username, row.email),
        (format!("deleted-{}", user.id), format!("deleted-{}@deleted.invalid", user.id))
    );
    assert_eq!(ends(&app, user.id).await, [Some("admin".to_owned())]);
    target.get("/auth/auth/user/").await.assert_problem(401, "unauthenticated");
    let entry = logged(&app).await;
    assert!(!format!("{entry:?}").contains("zebra"), "{entry:?}");
    assert_eq!((entry.action, entry.action_type.as_str()), (format!("Deleted user #{}", user.id), "deleted"));
    assert_eq!(entry.before, Some(json!({ "is_active": true, "deleted_at": null })));
    assert_eq!(entry.after.unwrap()["is_active"], false);
    assert_eq!(kept.fresh().await["by_role"]["client"], 0);
    root.delete(&path).await.assert_problem(404, "not-found");
    root.get(&path).await.assert_problem(404, "not-found");
}

#[tokio::test]
async fn superadmins_delete_others_but_no_superadmin() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let user = maria(&app, Role::Client, Some(site)).await;
    let own = app.user(Role::Superadmin, None).insert().await;
    let other = app.user_id(Role::Superadmin, None).await;
    let root = app.sign_in(&own).await;
    for id in [own.id, other] {
        root.delete(&format!("{USERS}{id}/")).await.assert_problem(409, "conflict");
    }
    root.delete(&format!("{USERS}987654321/")).await.assert_problem(404, "not-found");
    let admin = app.role(Role::Admin, None).await;
    admin.delete(&format!("{USERS}{}/", user.id)).await.assert_problem(403, "forbidden");
    assert!(log(&app).await.is_empty() && the_user(&app, user.id).await == user);
}
