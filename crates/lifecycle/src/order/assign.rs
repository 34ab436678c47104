//! Orders get their writers.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait as _, Condition, DatabaseTransaction, DbBackend, DbErr, EntityTrait, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Set, Statement, sea_query::Expr,
};
use tally_entity::{
    AssignmentSource, AssignmentStatus, OrderId, OrderRequestStatus, OrderStatus, UserId, order,
    order_assignment, order_request,
};

use super::{Cause, Outcome, change, record, standing, tell};

/// An order, locked, and the writer who gets it.
#[derive(Clone, Debug)]
pub struct Given {
    /// The order.
    pub order: order::Model,
    /// Its writer: somebody of the order's website who may work.
    pub writer: UserId,
    /// His user name.
    pub username: String,
    /// What he gets for it; what the order says when absent.
    pub compensation_cents: Option<i64>,
}

/// Gives locked orders to writers, or leaves those that nobody can get as they are. Requests for them are
/// decided by that, and everybody concerned is told. Whether a writer has free places is not looked at.
///
/// # Errors
/// When the database refuses; the transaction is then of no more use.
pub async fn assign(
    tx: &DatabaseTransaction,
    given: Vec<Given>,
    source: AssignmentSource,
    reason: Option<&str>,
    cause: &Cause<'_>,
) -> Result<Outcome, DbErr> {
    let mut outcome = Outcome::default();
    let mut paths: BTreeMap<&[OrderStatus], Vec<Given>> = BTreeMap::new();
    for given in given {
        match standing(&given.order).assigned() {
            Ok(path) => paths.entry(path).or_default().push(given),
            Err(refusal) => outcome.refused.push((given.order.id, refusal)),
        }
    }
    let all: Vec<Given> = paths.values().flatten().cloned().collect();
    if all.is_empty() {
        return Ok(outcome);
    }
    let with_writers = give(tx, &all, cause).await?;
    for (path, given) in paths {
        let mut orders = with_writers.clone();
        orders.retain(|order| given.iter().any(|given| given.order.id == order.id));
        outcome.changed.extend(change::go(tx, orders, path, cause).await?.changed);
    }
    for changed in &mut outcome.changed {
        if let Some(given) = all.iter().find(|given| given.order.id == changed.before.id) {
            changed.before = given.order.clone();
        }
    }
    assignments(tx, &all, source, reason, cause).await?;
    let rejected = decide_requests(tx, &all, cause).await?;
    record::assignments(tx, &outcome.changed, &all, source, cause).await?;
    tell::of_assignments(tx, &all, source, &rejected, cause).await?;
    Ok(outcome)
}

/// The writer, his pay, and a deadline that leaves time to look at what he wrote.
pub(super) async fn give(
    tx: &DatabaseTransaction,
    given: &[Given],
    cause: &Cause<'_>,
) -> Result<Vec<order::Model>, DbErr> {
    const GIVE: &str = "
        UPDATE orders SET
            assigned_writer_id = given.writer_id,
            assigned_at = $4,
            writer_compensation_cents = given.cents,
            writer_deadline_at = coalesce(
                writer_deadline_at,
                $4 + (client_deadline_at - $4) * (coalesce(writer_levels.deadline_pct, 80) / 100)::float8)
        FROM unnest($1, $2, $3) AS given (order_id, writer_id, cents)
        LEFT JOIN writer_profiles ON writer_profiles.user_id = given.writer_id
        LEFT JOIN writer_levels ON writer_levels.id = writer_profiles.writer_level_id
        WHERE orders.id = given.order_id
        RETURNING orders.*";
    let cents = |given: &Given| given.compensation_cents.unwrap_or(given.order.writer_compensation_cents);
    let values = [
        given.iter().map(|given| given.order.id.0).collect::<Vec<i64>>().into(),
        given.iter().map(|given| given.writer.0).collect::<Vec<i64>>().into(),
        given.iter().map(cents).collect::<Vec<i64>>().into(),
        cause.now.into(),
    ];
    let give = Statement::from_sql_and_values(DbBackend::Postgres, GIVE, values);
    order::Entity::find().from_raw_sql(give).all(tx).await
}

/// Ends what was before and writes down who has the orders now, and who had them last.
async fn assignments(
    tx: &DatabaseTransaction,
    given: &[Given],
    source: AssignmentSource,
    reason: Option<&str>,
    cause: &Cause<'_>,
) -> Result<(), DbErr> {
    let orders: Vec<OrderId> = given.iter().map(|given| given.order.id).collect();
    change::end_assignments(tx, &orders, cause).await?;
    let previous = previous_writers(tx, &orders).await?;
    let rows = given.iter().map(|given| order_assignment::ActiveModel {
        website_id: Set(given.order.website_id),
        order_id: Set(given.order.id),
        writer_id: Set(given.writer),
        previous_writer_id: Set(previous.get(&given.order.id).copied()),
        assigned_by_id: Set(cause.decider()),
        source: Set(source),
        status: Set(AssignmentStatus::Accepted),
        reason: Set(reason.map(ToOwned::to_owned)),
        created_at: Set(cause.now),
        ..Default::default()
    });
    order_assignment::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

async fn previous_writers(
    tx: &DatabaseTransaction,
    orders: &[OrderId],
) -> Result<BTreeMap<OrderId, UserId>, DbErr> {
    use order_assignment::Column::{CreatedAt, Id, OrderId, WriterId};
    let rows: Vec<(_, _)> = order_assignment::Entity::find()
        .select_only()
        .columns([OrderId, WriterId])
        .distinct_on([OrderId])
        .filter(order_assignment::COLUMN.order_id.is_in(orders.iter().copied()))
        .filter(order_assignment::COLUMN.status.eq(AssignmentStatus::Ended))
        .order_by_asc(OrderId)
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Approves what the writers themselves asked for and rejects the rest; says who was rejected where.
pub(super) async fn decide_requests(
    tx: &DatabaseTransaction,
    given: &[Given],
    cause: &Cause<'_>,
) -> Result<Vec<(OrderId, UserId)>, DbErr> {
    let request = order_request::COLUMN;
    let own = given.iter().fold(Condition::any(), |own, given| {
        own.add(
            Condition::all().add(request.order_id.eq(given.order.id)).add(request.writer_id.eq(given.writer)),
        )
    });
    let decision = Expr::case(own, OrderRequestStatus::Approved).finally(OrderRequestStatus::Rejected);
    let decided = order_request::Entity::update_many()
        .col_expr(order_request::Column::Status, decision.into())
        .set(order_request::ActiveModel {
            reviewed_by_id: Set(cause.decider()),
            reviewed_at: Set(Some(cause.now)),
            ..Default::default()
        })
        .filter(request.order_id.is_in(given.iter().map(|given| given.order.id)))
        .filter(request.status.eq(OrderRequestStatus::Pending))
        .exec_with_returning(tx)
        .await?;
    let rejected = decided.into_iter().filter(|row| row.status == OrderRequestStatus::Rejected);
    Ok(rejected.map(|row| (row.order_id, row.writer_id)).collect())
}
