//! What happened to a client's orders.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{
    AssignmentStatus, OrderId, OrderStatus, PaymentMethod, PaymentStatus, UserId, order, order_assignment,
    order_transition, payment, refs::UserName,
};
use tally_kernel::Period;
use tokio::try_join;

const MOST_ORDERS: u64 = 200;
/// Events of one kind; more than all that are shown.
pub(crate) const MOST: u64 = 500;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Order {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) status: OrderStatus,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) submitted_at: Option<DateTime<Utc>>,
    pub(crate) client_deadline_at: Option<DateTime<Utc>>,
    #[sea_orm(nested(prefix = "placer_"))]
    pub(crate) placer: Option<UserName>,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: Option<UserName>,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: Option<UserName>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Transition {
    pub(crate) order_id: OrderId,
    pub(crate) old_status: OrderStatus,
    pub(crate) new_status: OrderStatus,
    pub(crate) action: String,
    pub(crate) is_automatic: bool,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "actor_"))]
    pub(crate) actor: Option<UserName>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Payment {
    pub(crate) order_id: OrderId,
    pub(crate) amount_cents: i64,
    pub(crate) status: PaymentStatus,
    pub(crate) method: Option<PaymentMethod>,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "payer_"))]
    pub(crate) payer: Option<UserName>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Assignment {
    pub(crate) order_id: OrderId,
    pub(crate) responded_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: UserName,
    #[sea_orm(nested(prefix = "giver_"))]
    pub(crate) giver: Option<UserName>,
}

/// Orders, and what happened to them.
#[derive(Debug, Default)]
pub(crate) struct Activity {
    pub(crate) orders: Vec<Order>,
    pub(crate) transitions: Vec<Transition>,
    pub(crate) payments: Vec<Payment>,
    pub(crate) assignments: Vec<Assignment>,
}

/// Which orders are looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Which {
    One(OrderId),
    /// Those placed then.
    Placed(Period),
}

pub(crate) async fn load(db: &impl ConnectionTrait, me: UserId, which: Which) -> Result<Activity, DbErr> {
    let orders = orders(db, me, which).await?;
    let ids: Vec<_> = orders.iter().map(|order| order.id).collect();
    let (transitions, payments, assignments) =
        try_join!(transitions(db, &ids), payments(db, &ids), assignments(db, &ids))?;
    Ok(Activity { orders, transitions, payments, assignments })
}

async fn orders(db: &impl ConnectionTrait, me: UserId, which: Which) -> Result<Vec<Order>, DbErr> {
    use order::Column::{
        AssignedWriterId, ClientDeadlineAt, ClientId, CreatedAt, Id, PlacedById, Status, SubmittedAt, Topic,
    };
    let order = order::COLUMN;
    let wanted = match which {
        Which::One(id) => order.id.eq(id).into(),
        Which::Placed(Period { from, until }) => {
            Condition::all().add(order.created_at.gte(from)).add(order.created_at.lt(until))
        }
    };
    let rows = order::Entity::find()
        .select_only()
        .columns([Id, Topic, Status, CreatedAt, SubmittedAt, ClientDeadlineAt])
        .filter(order.client_id.eq(me))
        .filter(order::rules::counted())
        .filter(wanted)
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(MOST_ORDERS);
    let rows = UserName::join_writer(rows, AssignedWriterId, "writer");
    let rows = UserName::join(rows, ClientId, "client");
    UserName::join(rows, PlacedById, "placer").into_model().all(db).await
}

async fn transitions(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<Vec<Transition>, DbErr> {
    use order_transition::Column::{
        Action, CreatedAt, Id, IsAutomatic, NewStatus, OldStatus, OrderId, UserId,
    };
    let rows = order_transition::Entity::find()
        .select_only()
        .columns([OrderId, OldStatus, NewStatus, Action, IsAutomatic, CreatedAt])
        .filter(order_transition::COLUMN.order_id.is_in(orders.iter().copied()))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(MOST);
    UserName::join_writer(rows, UserId, "actor").into_model().all(db).await
}

async fn payments(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<Vec<Payment>, DbErr> {
    use payment::Column::{AmountCents, ClientId, CreatedAt, Id, Method, OrderId, Status};
    let rows = payment::Entity::find()
        .select_only()
        .columns([OrderId, AmountCents, Status, Method, CreatedAt])
        .filter(payment::COLUMN.order_id.is_in(orders.iter().copied()))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(MOST);
    UserName::join(rows, ClientId, "payer").into_model().all(db).await
}

async fn assignments(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<Vec<Assignment>, DbErr> {
    use order_assignment::Column::{AssignedById, CreatedAt, Id, OrderId, RespondedAt, WriterId};
    let taken = [AssignmentStatus::Accepted, AssignmentStatus::Ended];
    let rows = order_assignment::Entity::find()
        .select_only()
        .columns([OrderId, RespondedAt, CreatedAt])
        .filter(order_assignment::COLUMN.order_id.is_in(orders.iter().copied()))
        .filter(order_assignment::COLUMN.status.is_in(taken))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(MOST);
    let rows = UserName::join_writer(rows, WriterId, "writer");
    UserName::join_writer(rows, AssignedById, "giver").into_model().all(db).await
}
