//! Writers, with their levels, their figures, and the levels they may reach.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select, entity::prelude::*,
    sea_query::Expr,
};
use tally_entity::{
    Role, UserId, WebsiteId, WebsiteScope, WriterLevelId, WriterProfileId,
    refs::{UserName, WebsiteName},
    user, website, writer_level,
    writer_profile::{self, PaymentSchedule},
};
use tokio::try_join;

use super::figures::{self, Figures};

const MOST: u64 = 250;

/// A writer; without a profile what a profile has by default.
#[expect(clippy::struct_field_names, reason = "fields are named as their columns")]
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Writer {
    #[sea_orm(nested(prefix = "person_"))]
    pub(crate) user: UserName,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    pub(crate) joined_at: DateTime<Utc>,
    /// Whether every writer of the website may ask for his pay.
    pub(crate) may_ask_for_pay: bool,
    pub(crate) subjects: Vec<String>,
    pub(crate) profile_id: Option<WriterProfileId>,
    pub(crate) registration_id: Option<String>,
    pub(crate) pen_name: Option<String>,
    pub(crate) writer_level_id: Option<WriterLevelId>,
    pub(crate) skills: Option<Vec<String>>,
    pub(crate) introduction: Option<String>,
    pub(crate) is_available_for_auto_assignments: Option<bool>,
    pub(crate) availability_message: Option<String>,
    pub(crate) availability_changed_at: Option<DateTime<Utc>>,
    pub(crate) payment_schedule: Option<PaymentSchedule>,
    pub(crate) manual_payouts_enabled: Option<bool>,
    pub(crate) verified_at: Option<DateTime<Utc>>,
}

/// Writers and everything that their profiles are made of.
#[derive(Debug)]
pub(crate) struct Profiles {
    pub(crate) writers: Vec<Writer>,
    pub(crate) figures: Figures,
    /// Every level of their websites, the lowest first.
    pub(crate) levels: Vec<writer_level::Model>,
}

/// One writer's.
pub(crate) async fn of_writer(db: &impl ConnectionTrait, id: UserId) -> Result<Profiles, DbErr> {
    load(db, user::COLUMN.id.eq(id).into()).await
}

/// Those of the scope, in the order of their ids.
pub(crate) async fn of_scope(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Profiles, DbErr> {
    load(db, scope.of(user::COLUMN.website_id).add(user::rules::counted())).await
}

async fn load(db: &impl ConnectionTrait, which: Condition) -> Result<Profiles, DbErr> {
    let writers: Vec<Writer> = with_columns(user::Entity::find().select_only())
        .filter(user::COLUMN.role.eq(Role::Writer))
        .filter(which)
        .order_by_asc(user::Column::Id)
        .limit(MOST)
        .into_model()
        .all(db)
        .await?;
    let ids: Vec<UserId> = writers.iter().map(|writer| writer.user.id).collect();
    let websites: Vec<WebsiteId> = writers.iter().map(|writer| writer.website.id).collect();
    let (figures, levels) = try_join!(figures::load(db, &ids), levels(db, websites))?;
    Ok(Profiles { writers, figures, levels })
}

fn with_columns(users: Select<user::Entity>) -> Select<user::Entity> {
    use writer_profile::Column as P;
    let profile = user::Entity::belongs_to(writer_profile::Entity).from(user::Column::Id).to(P::UserId);
    let subjects = "ARRAY(SELECT subjects.name::text FROM writer_subject_preferences liked \
                    JOIN subjects ON subjects.id = liked.subject_id \
                    WHERE liked.writer_id = users.id ORDER BY subjects.name, subjects.id)";
    let may_ask = Expr::cust_with_expr(
        "coalesce($1 -> 'manual_payment_requests_enabled', 'true') = 'true'",
        Expr::col(("website", website::Column::Settings)),
    );
    let users = users
        .column(user::Column::JoinedAt)
        .expr_as(may_ask, "may_ask_for_pay")
        .expr_as(Expr::cust(subjects), "subjects")
        .column_as(P::Id, "profile_id")
        .columns([P::RegistrationId, P::PenName, P::WriterLevelId, P::Skills, P::Introduction])
        .columns([P::IsAvailableForAutoAssignments, P::AvailabilityMessage, P::AvailabilityChangedAt])
        .columns([P::PaymentSchedule, P::ManualPayoutsEnabled, P::VerifiedAt])
        .join(JoinType::LeftJoin, profile.into());
    UserName::join(WebsiteName::join(users, user::Column::WebsiteId), user::Column::Id, "person")
}

async fn levels(db: &impl ConnectionTrait, of: Vec<WebsiteId>) -> Result<Vec<writer_level::Model>, DbErr> {
    writer_level::Entity::find()
        .filter(writer_level::COLUMN.website_id.is_in(of))
        .order_by_desc(writer_level::Column::DisplayOrder)
        .order_by_asc(writer_level::Column::Id)
        .all(db)
        .await
}
