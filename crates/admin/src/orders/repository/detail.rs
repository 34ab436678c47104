//! One order with everything that belongs to it.

mod parts;

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, ExprTrait, SelectStatement},
};
use tally_entity::{
    EnglishTypeId, FormattingStyleId, OrderId, OrderRequestId, OrderRequestStatus, UserId, client_profile,
    english_type, formatting_style, order, order_request, writer_level, writer_profile,
};
use tokio::try_join;

pub(crate) use self::parts::{File, Item};
use super::{
    order::{Order, choice, with_columns},
    transitions::{self, Transition},
    visible::{Removed, Viewer},
};

const REQUEST: &str = "request";

#[derive(Debug)]
pub(crate) struct Detail {
    pub(crate) order: OrderDetail,
    pub(crate) items: Vec<Item>,
    pub(crate) files: Vec<File>,
    /// Newest first; read for staff only.
    pub(crate) transitions: Vec<Transition>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OrderDetail {
    #[sea_orm(nested)]
    pub(crate) order: Order,
    pub(crate) instructions: String,
    pub(crate) english_type_id: Option<EnglishTypeId>,
    pub(crate) english_type: Option<String>,
    pub(crate) formatting_style_id: Option<FormattingStyleId>,
    pub(crate) formatting_style: Option<String>,
    pub(crate) writer_level: Option<String>,
    pub(crate) previous_order_id: Option<OrderId>,
    pub(crate) client_registration_id: Option<String>,
    pub(crate) writer_registration_id: Option<String>,
    pub(crate) assigned_at: Option<DateTime<Utc>>,
    pub(crate) cancelled_at: Option<DateTime<Utc>>,
    pub(crate) paid_at: Option<DateTime<Utc>>,
    /// How the writer who looks asked for it.
    #[sea_orm(nested(prefix = "request_"))]
    pub(crate) request: Option<OwnRequest>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct OwnRequest {
    pub(crate) id: OrderRequestId,
    pub(crate) status: OrderRequestStatus,
}

/// Nothing when he sees no such order.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    removed: Removed,
    id: OrderId,
) -> Result<Option<Detail>, DbErr> {
    let transitions = async {
        match viewer {
            Viewer::Staff(_) => transitions::load(db, id).await,
            Viewer::Writer { .. } | Viewer::Client(_) => Ok(Vec::new()),
        }
    };
    let (order, items, files, transitions) = try_join!(
        order(db, viewer, removed, id),
        parts::items(db, id),
        parts::files(db, viewer, id),
        transitions,
    )?;
    Ok(order.map(|order| Detail { order, items, files, transitions }))
}

async fn order(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    removed: Removed,
    id: OrderId,
) -> Result<Option<OrderDetail>, DbErr> {
    use order::Column as O;
    let orders = with_columns(order::Entity::find().select_only())
        .columns([O::Instructions, O::EnglishTypeId, O::FormattingStyleId, O::PreviousOrderId])
        .columns([O::AssignedAt, O::CancelledAt, O::PaidAt])
        .column_as(english_type::Column::Name, "english_type")
        .column_as(formatting_style::Column::Name, "formatting_style")
        .column_as(writer_level::Column::Name, "writer_level")
        .column_as(client_profile::Column::RegistrationId, "client_registration_id")
        .column_as(writer_profile::Column::RegistrationId, "writer_registration_id")
        .join(JoinType::LeftJoin, choice(english_type::Entity, O::EnglishTypeId, english_type::Column::Id))
        .join(
            JoinType::LeftJoin,
            choice(formatting_style::Entity, O::FormattingStyleId, formatting_style::Column::Id),
        )
        .join(JoinType::LeftJoin, choice(writer_level::Entity, O::WriterLevelId, writer_level::Column::Id))
        .join(JoinType::LeftJoin, choice(client_profile::Entity, O::ClientId, client_profile::Column::UserId))
        .filter(viewer.sees(removed))
        .filter(order::COLUMN.id.eq(id));
    with_request(orders, viewer).into_model().one(db).await
}

fn with_request(mut orders: Select<order::Entity>, viewer: Viewer) -> Select<order::Entity> {
    let Viewer::Writer { id, .. } = viewer else {
        return orders
            .expr_as(Expr::cust("NULL::bigint"), "request_id")
            .expr_as(Expr::cust("NULL::text"), "request_status");
    };
    QueryTrait::query(&mut orders).join_lateral(
        JoinType::LeftJoin,
        request_of(id),
        REQUEST,
        Condition::all(),
    );
    ["id", "status"].into_iter().fold(orders, |orders, column| {
        orders.expr_as(Expr::col((Alias::new(REQUEST), Alias::new(column))), format!("{REQUEST}_{column}"))
    })
}

/// The newest: a writer may have asked for an order and taken it later.
fn request_of(writer: UserId) -> SelectStatement {
    use order_request::Column::{CreatedAt, Id, OrderId, Status};
    order_request::Entity::find()
        .select_only()
        .columns([Id, Status])
        .filter(OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .filter(order_request::COLUMN.writer_id.eq(writer))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(1)
        .into_query()
}
