//! A client gives a tip.

use sea_orm::{
    Condition, DatabaseTransaction, FromQueryResult, JoinType, QuerySelect as _, RelationDef, Set,
    entity::prelude::*, sea_query::Expr,
};
use tally_entity::{
    ClassBundleId, OrderId, PaymentMethod, Role, TipId, TipPaymentStatus, TipType, UserId, WebsiteId,
    WriterLevelId, class_bundle, order, tip,
    user::{self, rules},
    writer_level, writer_profile,
};
use tally_ledger::BookError;
use tally_lifecycle::order::Cause;

use super::pay;

/// What a tip is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    None,
    Order(OrderId),
    Bundle(ClassBundleId),
}

/// A tip that somebody wants to give.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) writer: UserId,
    pub(crate) cents: i64,
    pub(crate) reason: String,
    pub(crate) method: PaymentMethod,
    pub(crate) work: Work,
}

/// Why there is no tip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    NoWriter,
    NoWork,
    OtherWriter,
}

#[derive(FromQueryResult)]
struct Share {
    level: Option<WriterLevelId>,
    pct: Decimal,
    cents: i64,
}

/// What a writer gets whose level says nothing about it, in percent.
const USUAL_SHARE: &str = "30";

/// The tip, paid or to be paid; or why there is none, and then nothing has changed.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    client: UserId,
    website: WebsiteId,
    wish: Wish,
    cause: &Cause<'_>,
) -> Result<Result<TipId, Refusal>, BookError> {
    let Some(share) = share(tx, website, wish.writer, wish.cents).await? else {
        return Ok(Err(Refusal::NoWriter));
    };
    match writer_of(tx, client, wish.work).await? {
        Some(None) => {}
        None => return Ok(Err(Refusal::NoWork)),
        Some(Some(writer)) if writer == wish.writer => {}
        Some(Some(_)) => return Ok(Err(Refusal::OtherWriter)),
    }
    let tip = insert(tx, client, website, &wish, &share, cause).await?;
    let payment = pay::begin(tx, &tip, wish.method, cause).await?;
    pay::go_on(tx, payment, cause).await?;
    Ok(Ok(tip.id))
}

async fn insert(
    tx: &DatabaseTransaction,
    client: UserId,
    website: WebsiteId,
    wish: &Wish,
    share: &Share,
    cause: &Cause<'_>,
) -> Result<tip::Model, DbErr> {
    let (tip_type, order, bundle) = match wish.work {
        Work::None => (TipType::Direct, None, None),
        Work::Order(id) => (TipType::Order, Some(id), None),
        Work::Bundle(id) => (TipType::Class, None, Some(id)),
    };
    let row = tip::ActiveModel {
        website_id: Set(website),
        client_id: Set(client),
        writer_id: Set(wish.writer),
        tip_type: Set(tip_type),
        order_id: Set(order),
        class_bundle_id: Set(bundle),
        writer_level_id: Set(share.level),
        amount_cents: Set(wish.cents),
        writer_pct: Set(share.pct),
        writer_earning_cents: Set(share.cents),
        platform_profit_cents: Set(wish.cents - share.cents),
        reason: Set(wish.reason.clone()),
        payment_status: Set(TipPaymentStatus::Pending),
        sent_at: Set(cause.now),
        created_at: Set(cause.now),
        ..Default::default()
    };
    row.insert(tx).await
}

/// What a writer of the website who may work gets of so much; the database rounds.
async fn share(
    tx: &DatabaseTransaction,
    website: WebsiteId,
    writer: UserId,
    cents: i64,
) -> Result<Option<Share>, DbErr> {
    let profile: RelationDef = user::Entity::belongs_to(writer_profile::Entity)
        .from(user::Column::Id)
        .to(writer_profile::Column::UserId)
        .into();
    let level: RelationDef = writer_profile::Entity::belongs_to(writer_level::Entity)
        .from(writer_profile::Column::WriterLevelId)
        .to(writer_level::Column::Id)
        .into();
    let pct = || {
        let pct = writer_level::Column::TipsPct.into_expr();
        Expr::cust_with_expr(format!("least(coalesce($1, {USUAL_SHARE}), 100)::numeric(5, 2)"), pct)
    };
    user::Entity::find()
        .select_only()
        .column_as(writer_level::Column::Id, "level")
        .expr_as(pct(), "pct")
        .expr_as(Expr::cust_with_exprs("round($1 * $2 / 100)::bigint", [Expr::val(cents), pct()]), "cents")
        .join(JoinType::LeftJoin, profile)
        .join(JoinType::LeftJoin, level)
        .filter(user::COLUMN.id.eq(writer))
        .filter(user::COLUMN.website_id.eq(website))
        .filter(user::COLUMN.role.eq(Role::Writer))
        .filter(rules::may_work())
        .into_model()
        .one(tx)
        .await
}

/// Who wrote the client's work; nothing when he has no such work, and nobody for no work.
async fn writer_of(
    tx: &DatabaseTransaction,
    client: UserId,
    work: Work,
) -> Result<Option<Option<UserId>>, DbErr> {
    let found = match work {
        Work::None => return Ok(Some(None)),
        Work::Order(id) => {
            let own = Condition::all()
                .add(order::COLUMN.id.eq(id))
                .add(order::COLUMN.client_id.eq(client))
                .add(order::COLUMN.deleted_at.is_null());
            order::Entity::find().filter(own).one(tx).await?.map(|order| order.assigned_writer_id)
        }
        Work::Bundle(id) => {
            let own = Condition::all()
                .add(class_bundle::COLUMN.id.eq(id))
                .add(class_bundle::COLUMN.client_id.eq(client));
            class_bundle::Entity::find().filter(own).one(tx).await?.map(|bundle| bundle.assigned_writer_id)
        }
    };
    // Work that nobody has is nobody's to be tipped for.
    Ok(found.map(|writer| Some(writer.unwrap_or(UserId(0)))))
}
