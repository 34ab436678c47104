//! Requests to the support about bundles.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};
use tally_entity::{
    ClassBundleId, TicketCategory, TicketId, TicketPriority, TicketStatus, WebsiteScope, ticket,
};

use super::work::about_bundles;

#[derive(Debug, FromQueryResult)]
pub(crate) struct BundleTicket {
    pub(crate) bundle_id: ClassBundleId,
    pub(crate) bundle_client: String,
    pub(crate) id: TicketId,
    pub(crate) title: String,
    pub(crate) status: TicketStatus,
    pub(crate) priority: Option<TicketPriority>,
    pub(crate) category: TicketCategory,
    pub(crate) created_at: DateTime<Utc>,
}

/// The `limit` newest, of one bundle or all, and of these statuses or all.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    bundle: Option<ClassBundleId>,
    statuses: Option<Vec<TicketStatus>>,
    limit: u64,
) -> Result<Vec<BundleTicket>, DbErr> {
    use ticket::Column::{Category, ClassBundleId, CreatedAt, Id, Priority, Status, Title};
    let ticket = ticket::COLUMN;
    about_bundles(ticket::Entity::find().select_only(), ClassBundleId)
        .columns([Id, Title, Status, Priority, Category, CreatedAt])
        .filter(scope.of(ticket.website_id))
        .apply_if(bundle, |tickets, id| tickets.filter(ticket.class_bundle_id.eq(id)))
        .apply_if(statuses, |tickets, statuses| tickets.filter(ticket.status.is_in(statuses)))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}
