//! One user, with everything his page shows.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QuerySelect, RelationDef, Select, entity::prelude::*};
use tally_entity::{
    ClientProfileId, StaffProfileId, UserId, WebsiteScope, WriterLevelId, WriterProfileId, client_profile,
    loyalty_tier, staff_profile, user, writer_level, writer_profile,
};

use super::person::{Person, of, with_columns};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Detail {
    #[sea_orm(nested)]
    pub(crate) person: Person,
    pub(crate) suspension_reason: Option<String>,
    pub(crate) suspended_at: Option<DateTime<Utc>>,
    pub(crate) suspension_ends_at: Option<DateTime<Utc>>,
    pub(crate) probation_reason: Option<String>,
    pub(crate) probation_starts_at: Option<DateTime<Utc>>,
    pub(crate) probation_ends_at: Option<DateTime<Utc>>,
    pub(crate) is_email_verified: bool,
    pub(crate) login_lock_ends_at: Option<DateTime<Utc>>,
    pub(crate) country: Option<String>,
    pub(crate) state: Option<String>,
    pub(crate) timezone: String,
    /// The mean of the ratings received.
    pub(crate) rating_hundredths: Option<i64>,
    #[sea_orm(nested)]
    pub(crate) writer: Option<OfWriter>,
    #[sea_orm(nested)]
    pub(crate) client: Option<OfClient>,
    #[sea_orm(nested)]
    pub(crate) staff: Option<OfStaff>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OfWriter {
    pub(crate) writer_profile_id: WriterProfileId,
    pub(crate) writer_registration_id: String,
    pub(crate) pen_name: Option<String>,
    pub(crate) writer_level_id: Option<WriterLevelId>,
    pub(crate) level: Option<String>,
    pub(crate) skills: Vec<String>,
    pub(crate) is_available_for_auto_assignments: bool,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OfClient {
    pub(crate) client_profile_id: ClientProfileId,
    pub(crate) client_registration_id: String,
    pub(crate) loyalty_points: i32,
    pub(crate) total_spent_cents: i64,
    pub(crate) tier: Option<String>,
}

#[derive(Debug, FromQueryResult)]
#[expect(clippy::struct_excessive_bools, reason = "a row has the flags that its table has")]
pub(crate) struct OfStaff {
    pub(crate) staff_profile_id: StaffProfileId,
    pub(crate) can_manage_users: bool,
    pub(crate) can_suspend_users: bool,
    pub(crate) can_put_on_probation: bool,
    pub(crate) can_handle_orders: bool,
    pub(crate) can_resolve_disputes: bool,
    pub(crate) can_manage_payouts: bool,
    pub(crate) can_manage_financials: bool,
    pub(crate) can_manage_tickets: bool,
    pub(crate) can_view_reports: bool,
    pub(crate) can_blacklist_users: bool,
    pub(crate) can_manage_writers: bool,
    pub(crate) can_manage_clients: bool,
    pub(crate) can_manage_editors: bool,
    pub(crate) can_self_assign: bool,
}

/// Nothing when there is no such user in the scope.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: UserId,
) -> Result<Option<Detail>, DbErr> {
    use user::Column::{
        Country, LoginLockEndsAt, ProbationEndsAt, ProbationReason, ProbationStartsAt, State, SuspendedAt,
        SuspensionEndsAt, SuspensionReason, Timezone,
    };
    let rating = "ROUND(users.rating_sum * 100 / NULLIF(users.rating_count, 0))::bigint";
    let users = with_columns(of(scope))
        .columns([SuspensionReason, SuspendedAt, SuspensionEndsAt, LoginLockEndsAt, Country, State, Timezone])
        .columns([ProbationReason, ProbationStartsAt, ProbationEndsAt])
        .expr_as(user::COLUMN.email_verified_at.is_not_null(), "is_email_verified")
        .expr_as(Expr::cust(rating), "rating_hundredths")
        .filter(user::COLUMN.id.eq(id));
    with_staff(with_client(with_writer(users))).into_model().one(db).await
}

fn with_writer(users: Select<user::Entity>) -> Select<user::Entity> {
    use writer_profile::Column::{
        Id, IsAvailableForAutoAssignments, PenName, RegistrationId, Skills, UserId, WriterLevelId,
    };
    let profile: RelationDef =
        user::Entity::belongs_to(writer_profile::Entity).from(user::Column::Id).to(UserId).into();
    let level = writer_profile::Entity::belongs_to(writer_level::Entity)
        .from(WriterLevelId)
        .to(writer_level::Column::Id);
    users
        .column_as(Id, "writer_profile_id")
        .column_as(RegistrationId, "writer_registration_id")
        .columns([PenName, WriterLevelId, Skills, IsAvailableForAutoAssignments])
        .column_as(writer_level::Column::Name, "level")
        .join(JoinType::LeftJoin, profile)
        .join(JoinType::LeftJoin, level.into())
}

fn with_client(users: Select<user::Entity>) -> Select<user::Entity> {
    use client_profile::Column::{Id, LoyaltyPoints, LoyaltyTierId, RegistrationId, TotalSpentCents, UserId};
    let profile: RelationDef =
        user::Entity::belongs_to(client_profile::Entity).from(user::Column::Id).to(UserId).into();
    let tier = client_profile::Entity::belongs_to(loyalty_tier::Entity)
        .from(LoyaltyTierId)
        .to(loyalty_tier::Column::Id);
    users
        .column_as(Id, "client_profile_id")
        .column_as(RegistrationId, "client_registration_id")
        .columns([LoyaltyPoints, TotalSpentCents])
        .column_as(loyalty_tier::Column::Name, "tier")
        .join(JoinType::LeftJoin, profile)
        .join(JoinType::LeftJoin, tier.into())
}

fn with_staff(users: Select<user::Entity>) -> Select<user::Entity> {
    use staff_profile::Column::{
        CanBlacklistUsers, CanHandleOrders, CanManageClients, CanManageEditors, CanManageFinancials,
        CanManagePayouts, CanManageTickets, CanManageUsers, CanManageWriters, CanPutOnProbation,
        CanResolveDisputes, CanSelfAssign, CanSuspendUsers, CanViewReports, Id, UserId,
    };
    let profile: RelationDef =
        user::Entity::belongs_to(staff_profile::Entity).from(user::Column::Id).to(UserId).into();
    users
        .column_as(Id, "staff_profile_id")
        .columns([CanManageUsers, CanSuspendUsers, CanPutOnProbation, CanBlacklistUsers, CanHandleOrders])
        .columns([CanResolveDisputes, CanManagePayouts, CanManageFinancials, CanManageTickets])
        .columns([CanViewReports, CanManageWriters, CanManageClients, CanManageEditors, CanSelfAssign])
        .join(JoinType::LeftJoin, profile)
}
