//! The people who run the websites, and how to sign in as each kind of person.

use chrono::TimeDelta;

use super::{
    plan::{Plan, SITES, site_of},
    words,
};
use crate::rows::people::{StaffProfile, User, UserPresence, registration_id};

/// A member of staff; without a website he belongs to the platform.
#[derive(Debug)]
pub(super) struct Member {
    pub role: &'static str,
    pub site: Option<usize>,
    /// What comes before the `@`.
    pub name: &'static str,
}

const fn member(role: &'static str, site: Option<usize>, name: &'static str) -> Member {
    Member { role, site, name }
}

pub(super) const STAFF: [Member; 17] = [
    member("superadmin", None, "superadmin"),
    member("admin", None, "admin"),
    member("admin", Some(0), "admin"),
    member("admin", Some(1), "admin"),
    member("admin", Some(2), "admin"),
    member("editor", Some(0), "editor"),
    member("editor", Some(0), "editor2"),
    member("editor", Some(1), "editor"),
    member("editor", Some(2), "editor"),
    member("support", Some(0), "support"),
    member("support", Some(0), "support2"),
    member("support", Some(1), "support"),
    member("support", Some(2), "support"),
    member("superadmin", None, "superadmin2"),
    member("editor", None, "editor"),
    member("support", None, "support"),
    member("admin", Some(0), "admin2"),
];

/// A way to sign in to the demo data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// One of the six roles.
    pub role: &'static str,
    /// Name of the website, or `None` for all of them.
    pub website: Option<&'static str>,
    /// The address to sign in with.
    pub email: String,
}

/// One login per kind of person; all seeded people have the same password.
pub fn logins() -> Vec<Login> {
    let staff = [0, 1, 2, 5, 9].map(|place| &STAFF[place]);
    let staff = staff.into_iter().map(|member| Login {
        role: member.role,
        website: member.site.map(|site| SITES[site].name),
        email: email(member.name, member.site),
    });
    let others = ["writer", "client"].into_iter().map(|role| Login {
        role,
        website: Some(SITES[site_of(0)].name),
        email: email(role, Some(site_of(0))),
    });
    staff.chain(others).collect()
}

/// `support@quillhouse.example`; people of the platform are at `tally.example`.
pub(super) fn email(name: &str, site: Option<usize>) -> String {
    format!("{name}@{}", site.map_or("tally.example", |site| SITES[site].domain))
}

/// An address is a username, as long as nobody can choose it.
pub(super) fn users(plan: &Plan) -> impl Iterator<Item = User> {
    STAFF.iter().enumerate().map(|(place, member)| {
        let joined_at = plan.opened_at();
        User {
            id: plan.staff(place),
            website_id: member.site.map(|site| plan.website(site)),
            email: email(member.name, member.site).into(),
            username: username(member).into(),
            password_hash: plan.password_hash.clone().into(),
            first_name: words::FIRST_NAMES[place * 2].into(),
            last_name: words::LAST_NAMES[place * 2 + 1].into(),
            email_verified_at: Some(joined_at),
            last_login_at: Some(
                plan.now - TimeDelta::hours(1 + 5 * i64::try_from(place).unwrap_or_default()),
            ),
            ..User::joined(member.role, joined_at)
        }
    })
}

fn username(member: &Member) -> String {
    match member.site {
        Some(site) => format!("{}.{}", member.name, SITES[site].slug),
        None => member.name.to_owned(),
    }
}

pub(super) fn profiles(plan: &Plan) -> impl Iterator<Item = StaffProfile> {
    STAFF.iter().enumerate().map(|(place, member)| {
        let is_lead = matches!(member.role, "superadmin" | "admin");
        StaffProfile {
            website_id: member.site.map(|site| plan.website(site)),
            user_id: plan.staff(place),
            registration_id: Some(registration_id("STAF", plan.staff(place))),
            can_blacklist_users: is_lead,
            can_manage_writers: is_lead,
            can_manage_clients: is_lead,
            can_manage_editors: member.role == "superadmin",
            last_action_at: None,
            action_count: 0,
            created_at: plan.opened_at(),
            updated_at: plan.opened_at(),
        }
    })
}

pub(super) fn presences(plan: &Plan) -> impl Iterator<Item = UserPresence> {
    (0..STAFF.len()).map(|place| {
        let last_active_at =
            plan.now - TimeDelta::minutes(7 * i64::try_from(place * place).unwrap_or_default());
        UserPresence {
            user_id: plan.staff(place),
            is_online: place < 4,
            last_active_at,
            notifications_seen_at: Some(last_active_at),
            created_at: plan.opened_at(),
            updated_at: last_active_at,
        }
    })
}
