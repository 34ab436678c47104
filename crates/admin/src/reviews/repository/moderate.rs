//! Decisions about reviews, with what they do to the ratings of those whom the reviews are about.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbBackend, DbErr, FromQueryResult, Statement};
use tally_entity::{ReviewId, ReviewKind, UserId, WebsiteId, WebsiteScope};

use crate::reviews::moderation::{Marks, Reason};

/// A decision, and what else belongs to it.
#[derive(Clone, Debug)]
pub(crate) struct Ruling {
    pub(crate) marks: Marks,
    /// What was noted before stays when there are none.
    pub(crate) notes: Option<String>,
    pub(crate) by: UserId,
    pub(crate) at: DateTime<Utc>,
}

/// A review that somebody decided about.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Moderated {
    pub(crate) id: ReviewId,
    pub(crate) website_id: WebsiteId,
    pub(crate) reviewed_user_id: Option<UserId>,
    #[sea_orm(nested(prefix = "before_"))]
    pub(crate) before: Marked,
    /// Nothing when it was so already.
    #[sea_orm(nested(prefix = "after_"))]
    pub(crate) after: Option<Marked>,
}

/// What moderators leave on a review.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Marked {
    pub(crate) is_approved: bool,
    pub(crate) is_shadowed: bool,
    pub(crate) is_flagged: bool,
    pub(crate) flag_reason: Option<String>,
    pub(crate) moderation_notes: Option<String>,
    pub(crate) moderated_at: Option<DateTime<Utc>>,
    pub(crate) moderated_by_id: Option<UserId>,
}

/// Rows and people are locked by id, so that two who take the same ones never wait for each other in a circle.
/// Ratings follow by difference: others may be changing the same person's at this moment. One that imported rows
/// left too small does not fall below nothing.
const RULE: &str = "
    WITH before AS (
        SELECT * FROM reviews
        WHERE id = ANY ($1) AND kind = $2 AND website_id = coalesce($3, website_id)
        ORDER BY id
        FOR UPDATE
    ), after AS (
        UPDATE reviews SET
            is_approved = coalesce($4, before.is_approved),
            is_shadowed = coalesce($5, before.is_shadowed),
            is_flagged = coalesce($6, before.is_flagged),
            flag_reason = CASE WHEN $7 THEN before.flag_reason ELSE $8 END,
            moderation_notes = coalesce($9, before.moderation_notes),
            moderated_by_id = $10,
            moderated_at = $11
        FROM before
        WHERE reviews.id = before.id AND (
            before.moderated_at IS NULL
            OR before.is_approved <> coalesce($4, before.is_approved)
            OR before.is_shadowed <> coalesce($5, before.is_shadowed)
            OR before.is_flagged <> coalesce($6, before.is_flagged)
            OR NOT $7 AND before.flag_reason IS DISTINCT FROM $8
            OR $9 IS NOT NULL AND before.moderation_notes IS DISTINCT FROM $9
        )
        RETURNING reviews.*
    ), difference AS (
        SELECT before.reviewed_user_id AS user_id, sum(before.rating * step.by) AS stars, sum(step.by) AS reviews
        FROM before
        JOIN after ON after.id = before.id
        CROSS JOIN LATERAL (
            SELECT (after.is_approved AND NOT after.is_shadowed)::int
                - (before.is_approved AND NOT before.is_shadowed)::int AS by
        ) AS step
        WHERE before.reviewed_user_id IS NOT NULL AND step.by <> 0
        GROUP BY before.reviewed_user_id
    ), people AS (
        SELECT users.id FROM users JOIN difference ON difference.user_id = users.id
        ORDER BY users.id
        FOR UPDATE OF users
    ), rated AS (
        UPDATE users SET
            rating_sum = greatest(users.rating_sum + difference.stars, 0),
            rating_count = greatest(users.rating_count + difference.reviews, 0)
        FROM people JOIN difference ON difference.user_id = people.id
        WHERE users.id = people.id
    )
    SELECT
        before.id, before.website_id, before.reviewed_user_id,
        before.is_approved AS before_is_approved, before.is_shadowed AS before_is_shadowed,
        before.is_flagged AS before_is_flagged, before.flag_reason AS before_flag_reason,
        before.moderation_notes AS before_moderation_notes, before.moderated_at AS before_moderated_at,
        before.moderated_by_id AS before_moderated_by_id,
        after.is_approved AS after_is_approved, after.is_shadowed AS after_is_shadowed,
        after.is_flagged AS after_is_flagged, after.flag_reason AS after_flag_reason,
        after.moderation_notes AS after_moderation_notes, after.moderated_at AS after_moderated_at,
        after.moderated_by_id AS after_moderated_by_id
    FROM before LEFT JOIN after ON after.id = before.id
    ORDER BY before.id";

/// Those of these reviews that exist in the scope, decided about as `ruling` says. One statement, however many.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    kind: ReviewKind,
    ids: &[ReviewId],
    ruling: Ruling,
) -> Result<Vec<Moderated>, DbErr> {
    let Ruling { marks: Marks { approved, shadowed, flagged, reason }, notes, by, at } = ruling;
    let website = match scope {
        WebsiteScope::All => None,
        WebsiteScope::One(WebsiteId(id)) => Some(id),
    };
    let (kept, reason) = match reason {
        Reason::Kept => (true, None),
        Reason::Cleared => (false, None),
        Reason::Given(reason) => (false, Some(reason)),
    };
    let values = [
        ids.iter().map(|id| id.0).collect::<Vec<i64>>().into(),
        kind.as_str().into(),
        website.into(),
        approved.into(),
        shadowed.into(),
        flagged.into(),
        kept.into(),
        reason.into(),
        notes.into(),
        by.0.into(),
        at.into(),
    ];
    let rule = Statement::from_sql_and_values(DbBackend::Postgres, RULE, values);
    Moderated::find_by_statement(rule).all(tx).await
}
