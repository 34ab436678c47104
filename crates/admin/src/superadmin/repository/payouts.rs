//! What people wait to be paid.

use sea_orm::{DbErr, QuerySelect, entity::prelude::*};
use tally_db::aggregate::sum_where;
use tally_entity::{PayoutStatus, WebsiteScope, payout_request};

/// The sum of the withdrawals that are asked for or granted but not made, in minor units.
pub(super) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<i64, DbErr> {
    let request = payout_request::COLUMN;
    let waiting = request.status.is_in([PayoutStatus::Pending, PayoutStatus::Approved]);
    payout_request::Entity::find()
        .select_only()
        .expr_as(sum_where(request.amount_cents, waiting), "cents")
        .filter(scope.of(request.website_id))
        .into_tuple()
        .require_one(db)
        .await
}
