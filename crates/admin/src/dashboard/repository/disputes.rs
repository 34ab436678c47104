//! How many disputes there are, and how far they got.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count, count_where};
use tally_entity::{DisputeStatus, WebsiteScope, dispute};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Disputes {
    pub(crate) all: i64,
    pub(crate) resolved: i64,
    pub(crate) open: i64,
    /// Somebody looks into them.
    pub(crate) in_progress: i64,
}

pub(crate) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Disputes, DbErr> {
    let dispute = dispute::COLUMN;
    let in_progress = dispute.status.is_in([DisputeStatus::Assigned, DisputeStatus::InReview]);

    dispute::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(count_where(dispute.resolved_at.is_not_null()), "resolved")
        .expr_as(count_where(dispute.status.eq(DisputeStatus::Open)), "open")
        .expr_as(count_where(in_progress), "in_progress")
        .filter(scope.of(dispute.website_id))
        .into_model::<Disputes>()
        .require_one(db)
        .await
}
