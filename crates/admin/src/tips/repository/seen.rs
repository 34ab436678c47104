//! Tips as those see them who gave or got them.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, ExprTrait, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{ClassBundleId, OrderId, TipId, UserId, WebsiteScope, tip};

use super::list_tips::{ListedTip, with_columns};

/// How many are shown.
const MOST: u64 = 250;

/// Who looks at tips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Viewer {
    /// Sees all of these websites.
    Staff(WebsiteScope),
    /// Sees what he gave.
    Client(UserId),
    /// Sees what he got.
    Writer(UserId),
}

impl Viewer {
    fn sees(self) -> Condition {
        match self {
            Self::Staff(scope) => scope.of(tip::COLUMN.website_id),
            Self::Client(id) => tip::COLUMN.client_id.eq(id).into(),
            Self::Writer(id) => tip::COLUMN.writer_id.eq(id).into(),
        }
    }
}

/// Which tips are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) tip_type: Option<String>,
    pub(crate) order: Option<OrderId>,
    pub(crate) bundle: Option<ClassBundleId>,
    pub(crate) from: Option<DateTime<Utc>>,
    pub(crate) until: Option<DateTime<Utc>>,
}

/// The newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
) -> Result<Vec<ListedTip>, DbErr> {
    let Wanted { tip_type, order, bundle, from, until } = wanted;
    let column = tip::COLUMN;
    let wanted = viewer
        .sees()
        .add_option(tip_type.as_deref().map(|word| tip::Column::TipType.into_expr().eq(word)))
        .add_option(order.map(|id| column.order_id.eq(id)))
        .add_option(bundle.map(|id| column.class_bundle_id.eq(id)))
        .add_option(from.map(|from| column.sent_at.gte(from)))
        .add_option(until.map(|until| column.sent_at.lt(until)));
    with_columns(tip::Entity::find().select_only().filter(wanted))
        .order_by_desc(tip::Column::SentAt)
        .order_by_desc(tip::Column::Id)
        .limit(MOST)
        .into_model()
        .all(db)
        .await
}

/// Nothing when he sees no such tip.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: TipId,
) -> Result<Option<ListedTip>, DbErr> {
    let one = tip::Entity::find().select_only().filter(viewer.sees()).filter(tip::COLUMN.id.eq(id));
    with_columns(one).into_model().one(db).await
}
