//! Everything a user's page shows.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{ClientProfileId, Role, StaffProfileId, WriterLevelId, WriterProfileId};
use tally_http::{Amount, Decimal};
use tally_kernel::{Clock, Hundredths};
use utoipa::ToSchema;

use crate::users::{
    handlers::row::UserRow,
    repository::detail::{Detail, OfClient, OfStaff, OfWriter},
};

/// A user with everything his page shows.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the contract's flags")]
pub(crate) struct UserDetail {
    #[serde(flatten)]
    user: UserRow,
    /// Null unless suspended, like the following two.
    suspension_reason: Option<String>,
    suspension_start_date: Option<DateTime<Utc>>,
    suspension_end_date: Option<DateTime<Utc>>,
    /// Null unless on probation, like the following two.
    probation_reason: Option<String>,
    probation_start_date: Option<DateTime<Utc>>,
    probation_end_date: Option<DateTime<Utc>>,
    website_name: Option<String>,
    is_staff: bool,
    is_superuser: bool,
    is_email_verified: bool,
    /// Too many wrong passwords; it ends by itself.
    is_locked: bool,
    country: Option<String>,
    state: Option<String>,
    /// IANA name.
    timezone: String,
    /// Null: pictures need an object store, and none can be configured.
    avatar_url: Option<String>,
    /// The mean of the ratings received; null without any.
    rating: Option<Decimal>,
    /// Of writers.
    writer_profile: Option<WriterDetail>,
    /// Of clients.
    client_profile: Option<ClientDetail>,
    /// Of admins and superadmins.
    admin_profile: Option<AdminDetail>,
    /// Of editors.
    editor_profile: Option<StaffDetail>,
    /// Of support.
    support_profile: Option<StaffDetail>,
}

/// What a writer is known by.
#[derive(Debug, Serialize, ToSchema)]
struct WriterDetail {
    #[schema(value_type = i64)]
    id: WriterProfileId,
    registration_id: String,
    pen_name: Option<String>,
    level: Option<String>,
    #[schema(value_type = Option<i64>)]
    writer_level: Option<WriterLevelId>,
    /// His skills, with commas between them.
    specialization: Option<String>,
    is_available: bool,
}

/// What a client is known by.
#[derive(Debug, Serialize, ToSchema)]
struct ClientDetail {
    #[schema(value_type = i64)]
    id: ClientProfileId,
    registration_id: String,
    loyalty_points: i32,
    total_spent: Amount,
    tier: Option<String>,
}

/// What an admin may do.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the contract's flags")]
struct AdminDetail {
    #[schema(value_type = i64)]
    id: StaffProfileId,
    can_manage_users: bool,
    can_suspend_users: bool,
    can_put_on_probation: bool,
    can_handle_orders: bool,
    can_resolve_disputes: bool,
    can_manage_payouts: bool,
    can_manage_financials: bool,
    can_manage_tickets: bool,
    can_view_reports: bool,
    can_blacklist_users: bool,
    can_manage_writers: bool,
    can_manage_clients: bool,
    can_manage_editors: bool,
    can_self_assign: bool,
}

/// What a member of staff is known by.
#[derive(Debug, Serialize, ToSchema)]
struct StaffDetail {
    #[schema(value_type = i64)]
    id: StaffProfileId,
}

impl From<Detail> for UserDetail {
    fn from(found: Detail) -> Self {
        let Detail {
            person,
            suspension_reason,
            suspended_at,
            suspension_ends_at,
            probation_reason,
            probation_starts_at,
            probation_ends_at,
            is_email_verified,
            login_lock_ends_at,
            country,
            state,
            timezone,
            rating_hundredths,
            writer,
            client,
            staff,
        } = found;
        let (role, suspended, probation) = (person.role, person.is_suspended, person.is_on_probation);
        let staff_id = staff.as_ref().map(|staff| StaffDetail { id: staff.staff_profile_id });
        let of = |wanted: Role| {
            staff_id.as_ref().filter(|_| role == wanted).map(|staff| StaffDetail { id: staff.id })
        };
        Self {
            suspension_reason: suspension_reason.filter(|_| suspended),
            suspension_start_date: suspended_at.filter(|_| suspended),
            suspension_end_date: suspension_ends_at.filter(|_| suspended),
            probation_reason: probation_reason.filter(|_| probation),
            probation_start_date: probation_starts_at.filter(|_| probation),
            probation_end_date: probation_ends_at.filter(|_| probation),
            website_name: person.website.as_ref().map(|website| website.name.clone()),
            is_staff: !matches!(role, Role::Writer | Role::Client),
            is_superuser: role == Role::Superadmin,
            is_email_verified,
            // A lock does not follow business time.
            is_locked: login_lock_ends_at.is_some_and(|end| Clock::real() < end),
            country,
            state,
            timezone,
            avatar_url: None,
            rating: rating_hundredths.map(|rating| Hundredths(rating).into()),
            writer_profile: writer.filter(|_| role == Role::Writer).map(Into::into),
            client_profile: client.filter(|_| role == Role::Client).map(Into::into),
            editor_profile: of(Role::Editor),
            support_profile: of(Role::Support),
            admin_profile: staff.filter(|_| matches!(role, Role::Admin | Role::Superadmin)).map(Into::into),
            user: person.into(),
        }
    }
}

impl From<OfWriter> for WriterDetail {
    fn from(row: OfWriter) -> Self {
        let OfWriter {
            writer_profile_id,
            writer_registration_id,
            pen_name,
            writer_level_id,
            level,
            skills,
            is_available_for_auto_assignments,
        } = row;
        Self {
            id: writer_profile_id,
            registration_id: writer_registration_id,
            pen_name,
            level,
            writer_level: writer_level_id,
            specialization: Some(skills.join(", ")).filter(|skills| !skills.is_empty()),
            is_available: is_available_for_auto_assignments,
        }
    }
}

impl From<OfClient> for ClientDetail {
    fn from(row: OfClient) -> Self {
        let OfClient { client_profile_id, client_registration_id, loyalty_points, total_spent_cents, tier } =
            row;
        Self {
            id: client_profile_id,
            registration_id: client_registration_id,
            loyalty_points,
            total_spent: Amount::cents(total_spent_cents),
            tier,
        }
    }
}

impl From<OfStaff> for AdminDetail {
    fn from(row: OfStaff) -> Self {
        let OfStaff {
            staff_profile_id: id,
            can_manage_users,
            can_suspend_users,
            can_put_on_probation,
            can_handle_orders,
            can_resolve_disputes,
            can_manage_payouts,
            can_manage_financials,
            can_manage_tickets,
            can_view_reports,
            can_blacklist_users,
            can_manage_writers,
            can_manage_clients,
            can_manage_editors,
            can_self_assign,
        } = row;
        Self {
            id,
            can_manage_users,
            can_suspend_users,
            can_put_on_probation,
            can_handle_orders,
            can_resolve_disputes,
            can_manage_payouts,
            can_manage_financials,
            can_manage_tickets,
            can_view_reports,
            can_blacklist_users,
            can_manage_writers,
            can_manage_clients,
            can_manage_editors,
            can_self_assign,
        }
    }
}
