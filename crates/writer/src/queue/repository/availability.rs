//! Whether a writer takes orders that nobody asked him about.

use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseTransaction, DbBackend, DbErr, FromQueryResult, QuerySelect, Statement, entity::prelude::*,
};
use tally_entity::{UserId, writer_profile};

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Availability {
    pub(crate) is_available: bool,
    pub(crate) message: String,
    pub(crate) changed_at: Option<DateTime<Utc>>,
}

/// A writer without a profile has not said anything, and so is there.
pub(crate) async fn load(db: &impl ConnectionTrait, writer: UserId) -> Result<Availability, DbErr> {
    use writer_profile::Column::{AvailabilityChangedAt, AvailabilityMessage, IsAvailableForAutoAssignments};
    let said = writer_profile::Entity::find()
        .select_only()
        .column_as(IsAvailableForAutoAssignments, "is_available")
        .column_as(AvailabilityMessage, "message")
        .column_as(AvailabilityChangedAt, "changed_at")
        .filter(writer_profile::COLUMN.user_id.eq(writer))
        .into_model()
        .one(db)
        .await?;
    Ok(said.unwrap_or(Availability { is_available: true, message: String::new(), changed_at: None }))
}

/// What he says now; without a message the old one stays. A profile is made for whoever has none.
pub(crate) async fn save(
    tx: &DatabaseTransaction,
    writer: UserId,
    is_available: bool,
    message: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Availability, DbErr> {
    const SAVE: &str = "
        INSERT INTO writer_profiles AS profile (website_id, user_id, registration_id,
            is_available_for_auto_assignments, availability_message, availability_changed_at)
        SELECT website_id, id, 'WRTR' || lpad(id::text, greatest(6, length(id::text)), '0'), $2,
            coalesce($3, ''), $4
        FROM users WHERE id = $1
        ON CONFLICT (user_id) DO UPDATE SET
            is_available_for_auto_assignments = excluded.is_available_for_auto_assignments,
            availability_message = coalesce($3, profile.availability_message),
            availability_changed_at = excluded.availability_changed_at
        RETURNING is_available_for_auto_assignments AS is_available, availability_message AS message,
            availability_changed_at AS changed_at";
    let values = [writer.into(), is_available.into(), message.map(ToOwned::to_owned).into(), now.into()];
    let save = Statement::from_sql_and_values(DbBackend::Postgres, SAVE, values);
    Availability::find_by_statement(save).require_one(tx).await
}
