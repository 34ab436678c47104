//! A review is gone, and with it its part of a rating.

use sea_orm::{DatabaseTransaction, DbBackend, DbErr, EntityTrait as _, Statement};
use tally_entity::{ReviewId, ReviewKind, WebsiteId, WebsiteScope, review};

const DELETE: &str = "
    WITH gone AS (
        DELETE FROM reviews
        WHERE id = $1 AND kind = $2 AND website_id = coalesce($3, website_id)
        RETURNING *
    ), rated AS (
        UPDATE users SET
            rating_sum = greatest(users.rating_sum - gone.rating, 0),
            rating_count = greatest(users.rating_count - 1, 0)
        FROM gone
        WHERE users.id = gone.reviewed_user_id AND gone.is_approved AND NOT gone.is_shadowed
    )
    SELECT * FROM gone";

/// The review as it was; nothing when there is no such review in the scope.
pub(crate) async fn delete(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    kind: ReviewKind,
    id: ReviewId,
) -> Result<Option<review::Model>, DbErr> {
    let website = match scope {
        WebsiteScope::All => None,
        WebsiteScope::One(WebsiteId(id)) => Some(id),
    };
    let values = [id.0.into(), kind.as_str().into(), website.into()];
    let delete = Statement::from_sql_and_values(DbBackend::Postgres, DELETE, values);
    review::Entity::find().from_raw_sql(delete).one(tx).await
}
