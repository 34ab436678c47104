//! A user as he and the frontend see him.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QuerySelect, Select, entity::prelude::*};
use tally_entity::{
    ClientProfileId, Role, UserId, WebsiteId, WriterLevelId, WriterProfileId, client_profile, user, website,
    writer_profile,
};

#[derive(Debug, FromQueryResult)]
#[expect(clippy::struct_excessive_bools, reason = "a row has the flags that its table has")]
pub(crate) struct Person {
    pub(crate) id: UserId,
    pub(crate) email: String,
    pub(crate) username: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) phone_number: Option<String>,
    pub(crate) bio: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) state: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) timezone: String,
    pub(crate) role: Role,
    pub(crate) is_active: bool,
    pub(crate) is_available: bool,
    pub(crate) is_suspended: bool,
    pub(crate) is_on_probation: bool,
    pub(crate) is_email_verified: bool,
    pub(crate) joined_at: DateTime<Utc>,
    pub(crate) last_login_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) rating_hundredths: Option<i64>,
    pub(crate) website_id: Option<WebsiteId>,
    pub(crate) website_name: Option<String>,
    pub(crate) website_domain: Option<String>,
    pub(crate) writer_profile_id: Option<WriterProfileId>,
    pub(crate) writer_website_id: Option<WebsiteId>,
    pub(crate) pen_name: Option<String>,
    pub(crate) writer_level_id: Option<WriterLevelId>,
    pub(crate) client_profile_id: Option<ClientProfileId>,
    pub(crate) client_website_id: Option<WebsiteId>,
    pub(crate) client_registration_id: Option<String>,
}

/// One person's row with what is joined to it.
pub(crate) async fn load(db: &impl ConnectionTrait, id: UserId) -> Result<Person, DbErr> {
    select().filter(user::COLUMN.id.eq(id)).into_model::<Person>().require_one(db).await
}

/// The columns of [`Person`].
pub(crate) fn select() -> Select<user::Entity> {
    use user::Column;
    let rating = "ROUND(users.rating_sum * 100 / NULLIF(users.rating_count, 0))::bigint";
    let select = user::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Email, Column::Username, Column::FirstName, Column::LastName])
        .columns([Column::PhoneNumber, Column::Bio, Column::Country, Column::State, Column::Location])
        .columns([Column::Timezone, Column::Role, Column::WebsiteId])
        .columns([Column::IsActive, Column::IsAvailable, Column::IsSuspended, Column::IsOnProbation])
        .columns([Column::JoinedAt, Column::LastLoginAt, Column::CreatedAt])
        .expr_as(user::COLUMN.email_verified_at.is_not_null(), "is_email_verified")
        .expr_as(Expr::cust(rating), "rating_hundredths");
    profiles(select)
}

fn profiles(select: Select<user::Entity>) -> Select<user::Entity> {
    let website = user::Entity::belongs_to(website::Entity)
        .from(user::Column::WebsiteId)
        .to(website::Column::Id)
        .into();
    let writer = user::Entity::belongs_to(writer_profile::Entity)
        .from(user::Column::Id)
        .to(writer_profile::Column::UserId)
        .into();
    let client = user::Entity::belongs_to(client_profile::Entity)
        .from(user::Column::Id)
        .to(client_profile::Column::UserId)
        .into();
    select
        .column_as(website::Column::Name, "website_name")
        .column_as(website::Column::Domain, "website_domain")
        .column_as(writer_profile::Column::Id, "writer_profile_id")
        .column_as(writer_profile::Column::WebsiteId, "writer_website_id")
        .columns([writer_profile::Column::PenName, writer_profile::Column::WriterLevelId])
        .column_as(client_profile::Column::Id, "client_profile_id")
        .column_as(client_profile::Column::WebsiteId, "client_website_id")
        .column_as(client_profile::Column::RegistrationId, "client_registration_id")
        .join(JoinType::LeftJoin, website)
        .join(JoinType::LeftJoin, writer)
        .join(JoinType::LeftJoin, client)
}
