//! `GET admin-management/user-management/{id}`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{Role, client_profile, loyalty_tier, staff_profile, user, writer_level, writer_profile};
use tally_kernel::Clock;
use tally_testkit::{Reply, TestApp, ago};

use super::USERS;

fn shown(reply: &Reply) -> &Value {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 1);
    reply.json()
}

#[tokio::test]
async fn a_writer_is_shown_with_everything_his_page_needs() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user(Role::Writer, Some(site)).set(|u| {
        (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))));
        (u.suspension_ends_at, u.suspension_reason) = (Set(Some(ago(-29, 0))), Set(Some("rude".to_owned())));
        (u.is_on_probation, u.probation_starts_at) = (Set(true), Set(Some(ago(2, 0))));
        (u.probation_ends_at, u.probation_reason) = (Set(Some(ago(-1, 0))), Set(Some("late".to_owned())));
        (u.rating_sum, u.rating_count) = (Set("14.0".parse().unwrap()), Set(3));
        (u.country, u.state) = (Set(Some("Peru".to_owned())), Set(Some("Lima".to_owned())));
        (u.email_verified_at, u.avatar_key) = (Set(Some(ago(3, 0))), Set(Some("a.png".to_owned())));
    });
    let writer = writer.insert().await;
    let level = writer_level::ActiveModel {
        website_id: Set(site),
        name: Set("Gold".to_owned()),
        ..Default::default()
    };
    let level = app.insert(level).await;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(writer.id),
        registration_id: Set("WRTR000001".to_owned()),
        pen_name: Set(Some("Ink".to_owned())),
        writer_level_id: Set(Some(level.id)),
        skills: Set(vec!["law".to_owned(), "art".to_owned()]),
        is_available_for_auto_assignments: Set(false),
        ..Default::default()
    };
    let profile = app.insert(profile).await;
    let admin = app.admin(site).await;

    let reply = admin.get(&format!("{USERS}{}/", writer.id)).await;
    let mut expected = admin.get(&format!("{USERS}?role=writer")).await.json()["results"][0].clone();
    let more = json!({
        "suspension_reason": "rude", "suspension_start_date": "2026-04-14T12:00:00Z",
        "suspension_end_date": "2026-05-14T12:00:00Z", "probation_reason": "late",
        "probation_start_date": "2026-04-13T12:00:00Z", "probation_end_date": "2026-04-16T12:00:00Z",
        "website_name": "alpha", "is_staff": false, "is_superuser": false, "is_email_verified": true,
        "is_locked": false, "country": "Peru", "state": "Lima", "timezone": "UTC", "avatar_url": null,
        "rating": 4.67,
        "writer_profile": { "id": profile.id, "registration_id": "WRTR000001", "pen_name": "Ink",
            "level": "Gold", "writer_level": level.id, "specialization": "law, art", "is_available": false },
        "client_profile": null, "admin_profile": null, "editor_profile": null, "support_profile": null,
    });
    expected.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    assert_eq!(*shown(&reply), expected);
}

#[tokio::test]
async fn a_client_has_points_and_no_reasons_that_are_over() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let client = app.user(Role::Client, Some(site)).set(|u| {
        (u.suspended_at, u.suspension_ends_at) = (Set(Some(ago(9, 0))), Set(Some(ago(8, 0))));
        (u.suspension_reason, u.probation_reason) =
            (Set(Some("old".to_owned())), Set(Some("old".to_owned())));
        (u.probation_starts_at, u.probation_ends_at) = (Set(Some(ago(9, 0))), Set(Some(ago(8, 0))));
        u.login_lock_ends_at = Set(Some(Clock::real() + chrono::Duration::hours(1)));
    });
    let client = client.insert().await;
    let tier = loyalty_tier::ActiveModel {
        website_id: Set(site),
        name: Set("Blue".to_owned()),
        threshold: Set(1),
        ..Default::default()
    };
    let tier = app.insert(tier).await;
    let profile = client_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(client.id),
        registration_id: Set("CLNT000001".to_owned()),
        loyalty_points: Set(12),
        loyalty_tier_id: Set(Some(tier.id)),
        total_spent_cents: Set(1250),
        ..Default::default()
    };
    let profile = app.insert(profile).await;
    let reply = app.role(Role::Support, Some(site)).await.get(&format!("{USERS}{}/", client.id)).await;
    let body = shown(&reply);
    for name in ["suspension_reason", "suspension_start_date", "suspension_end_date", "probation_reason"] {
        assert_eq!(body[name], json!(null), "{name}");
    }
    assert_eq!((&body["probation_start_date"], &body["probation_end_date"]), (&json!(null), &json!(null)));
    assert_eq!((&body["rating"], &body["is_locked"]), (&json!(null), &json!(true)));
    let expected = json!({ "id": profile.id, "registration_id": "CLNT000001", "loyalty_points": 12,
        "total_spent": 12.5, "tier": "Blue" });
    assert_eq!((&body["client_profile"], &body["writer_profile"]), (&expected, &json!(null)));
}

#[tokio::test]
async fn staff_have_the_profile_of_their_role() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let root = app.superadmin().await;
    let person = async |role| -> (user::Model, staff_profile::Model) {
        let user = app.user(role, Some(site)).insert().await;
        let row = staff_profile::ActiveModel {
            website_id: Set(Some(site)),
            user_id: Set(user.id),
            can_view_reports: Set(false),
            ..Default::default()
        };
        (user, app.insert(row).await)
    };
    for (role, own) in [
        (Role::Superadmin, "admin_profile"),
        (Role::Admin, "admin_profile"),
        (Role::Editor, "editor_profile"),
        (Role::Support, "support_profile"),
    ] {
        let (user, profile) = person(role).await;
        let reply = root.get(&format!("{USERS}{}/", user.id)).await;
        let body = shown(&reply);
        assert_eq!(body[own]["id"], json!(profile.id), "{role}");
        for other in ["admin_profile", "editor_profile", "support_profile"] {
            assert_eq!(body[other].is_null(), other != own, "{role} {other}");
        }
        assert_eq!(
            (&body["is_staff"], &body["is_superuser"]),
            (&json!(true), &json!(role == Role::Superadmin))
        );
    }
    let (admin, profile) = person(Role::Admin).await;
    let reply = root.get(&format!("{USERS}{}/", admin.id)).await;
    let flags = json!({ "id": profile.id, "can_manage_users": true, "can_suspend_users": true,
        "can_put_on_probation": true, "can_handle_orders": true, "can_resolve_disputes": true,
        "can_manage_payouts": true, "can_manage_financials": true, "can_manage_tickets": true,
        "can_view_reports": false, "can_blacklist_users": false, "can_manage_writers": false,
        "can_manage_clients": false, "can_manage_editors": false, "can_self_assign": true });
    assert_eq!(reply.json()["admin_profile"], flags);
}

#[tokio::test]
async fn who_is_elsewhere_or_gone_does_not_exist() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let far = app.user_id(Role::Client, Some(other)).await.to_string();
    let gone = app.user(Role::Client, Some(site)).set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    let admin = app.admin(site).await;
    for unknown in [far.clone(), gone.id.to_string(), "987654321".to_owned(), "x".to_owned()] {
        admin.get(&format!("{USERS}{unknown}/")).await.assert_problem(404, "not-found");
    }
    app.superadmin().await.get(&format!("{USERS}{far}/")).await.assert_status(200);
    let editor = app.role(Role::Editor, Some(site)).await;
    editor.get(&format!("{USERS}{far}/")).await.assert_problem(403, "forbidden");
}
