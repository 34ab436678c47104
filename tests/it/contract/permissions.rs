//! The flags of `staff_profiles`, which bind everybody on writes but superadmins.

use sea_orm::Set;
use tally_auth::{Caller, Permission};
use tally_db::metered;
use tally_entity::{Role, SessionId, staff_profile, user};
use tally_kernel::Clock;
use tally_testkit::TestApp;

const ALL: [(Permission, &str); 10] = [
    (Permission::ManageUsers, "can_manage_users"),
    (Permission::SuspendUsers, "can_suspend_users"),
    (Permission::PutOnProbation, "can_put_on_probation"),
    (Permission::BlacklistUsers, "can_blacklist_users"),
    (Permission::HandleOrders, "can_handle_orders"),
    (Permission::ResolveDisputes, "can_resolve_disputes"),
    (Permission::ManageFinancials, "can_manage_financials"),
    (Permission::ManagePayouts, "can_manage_payouts"),
    (Permission::ManageTickets, "can_manage_tickets"),
    (Permission::ViewReports, "can_view_reports"),
];

async fn caller(app: &TestApp, role: Role) -> Caller {
    let site = app.website(&format!("of-{role}")).await;
    let user::Model { id, username, role, website_id, .. } = app.user(role, Some(site)).insert().await;
    let now = Clock::real();
    let session = uuid::Uuid::nil();
    Caller {
        id,
        username,
        role,
        website_id,
        session_id: SessionId(1),
        session,
        last_used_at: now,
        expires_at: now,
    }
}

/// The flags that a caller holds.
async fn held(app: &TestApp, caller: &Caller) -> Vec<&'static str> {
    let mut held = Vec::new();
    for (permission, name) in ALL {
        if caller.require(app.db(), permission).await.is_ok() {
            held.push(name);
        }
    }
    held
}

async fn profile(app: &TestApp, of: &Caller, change: impl FnOnce(&mut staff_profile::ActiveModel)) {
    let mut row = staff_profile::ActiveModel { user_id: Set(of.id), ..Default::default() };
    change(&mut row);
    app.insert(row).await;
}

#[tokio::test]
async fn whoever_has_no_profile_may_do_what_the_table_says_by_default() {
    let app = TestApp::start().await;
    let all: Vec<_> = ALL.iter().map(|(_, name)| *name).collect();
    let usual: Vec<_> = all.iter().copied().filter(|name| *name != "can_blacklist_users").collect();
    for role in [Role::Admin, Role::Editor, Role::Support] {
        let caller = caller(&app, role).await;
        assert_eq!(held(&app, &caller).await, usual, "{role} without a row");
        profile(&app, &caller, |_| {}).await;
        assert_eq!(held(&app, &caller).await, usual, "{role} with the table's own defaults");
    }
    assert_eq!(held(&app, &caller(&app, Role::Superadmin).await).await, all);
    for role in [Role::Writer, Role::Client] {
        assert_eq!(held(&app, &caller(&app, role).await).await, [""; 0]);
    }
}

#[tokio::test]
async fn each_flag_is_its_own_and_a_refusal_names_it() {
    let app = TestApp::start().await;
    let admin = caller(&app, Role::Admin).await;
    profile(&app, &admin, |p| {
        (p.can_handle_orders, p.can_view_reports) = (Set(false), Set(false));
        (p.can_manage_users, p.can_suspend_users, p.can_put_on_probation) =
            (Set(false), Set(false), Set(false));
        (p.can_resolve_disputes, p.can_manage_financials) = (Set(false), Set(false));
        (p.can_manage_payouts, p.can_manage_tickets) = (Set(false), Set(false));
        p.can_blacklist_users = Set(true);
    })
    .await;
    assert_eq!(held(&app, &admin).await, ["can_blacklist_users"]);

    let editor = caller(&app, Role::Editor).await;
    profile(&app, &editor, |p| p.can_handle_orders = Set(false)).await;
    assert_eq!(held(&app, &editor).await.len(), 8);

    let meter = std::sync::Arc::default();
    let refused =
        metered(std::sync::Arc::clone(&meter), admin.require(app.db(), Permission::HandleOrders)).await;
    let refused = format!("{:?}", refused.unwrap_err());
    assert!(
        refused.contains("Forbidden")
            && refused.contains("You need the permission can_handle_orders for this.")
    );
    assert_eq!(meter.statements(), 0, "it is part of reading the caller");
}
