//! How many tickets there are, and how many wait.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_db::aggregate::{count, count_where};
use tally_entity::{TicketStatus, WebsiteScope, ticket};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Tickets {
    pub(crate) all: i64,
    pub(crate) open: i64,
    pub(crate) closed: i64,
}

pub(crate) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Tickets, DbErr> {
    let ticket = ticket::COLUMN;
    ticket::Entity::find()
        .select_only()
        .expr_as(count(), "all")
        .expr_as(count_where(ticket.status.is_in([TicketStatus::New, TicketStatus::Open])), "open")
        .expr_as(count_where(ticket.status.eq(TicketStatus::Closed)), "closed")
        .filter(scope.of(ticket.website_id))
        .into_model::<Tickets>()
        .require_one(db)
        .await
}
