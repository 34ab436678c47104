//! One bundle with its installments and the last payments for it.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{
    ClassBundleId, PaymentId, PaymentPart, PaymentStatus, class_bundle,
    payment::{self, rules::INCOME},
};
use tokio::try_join;

use super::{
    bundle::{ClassBundle, bundles},
    list::sees,
};
use crate::{
    installments::repository::tracking::{self, Installment, Owner},
    viewer::Viewer,
};

/// How many payments are shown.
const PURCHASES: u64 = 5;

#[derive(Debug)]
pub(crate) struct Detail {
    pub(crate) bundle: ClassBundle,
    /// By number.
    pub(crate) installments: Vec<Installment>,
    /// Newest first.
    pub(crate) purchases: Vec<Purchase>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Purchase {
    pub(crate) id: PaymentId,
    pub(crate) part: PaymentPart,
    pub(crate) status: PaymentStatus,
    pub(crate) amount_cents: i64,
    confirmed_at: Option<DateTime<Utc>>,
    effective_at: DateTime<Utc>,
}

impl Purchase {
    /// When the money came, if it did.
    pub(crate) fn paid_at(&self) -> Option<DateTime<Utc>> {
        self.confirmed_at.or_else(|| INCOME.contains(&self.status).then_some(self.effective_at))
    }
}

/// Nothing when he sees no such bundle.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: ClassBundleId,
    now: DateTime<Utc>,
) -> Result<Option<Detail>, DbErr> {
    let bundle = bundles().filter(sees(viewer)).filter(class_bundle::COLUMN.id.eq(id)).into_model().one(db);
    let installments = tracking::of_one(db, Owner::ClassBundle, id.0, now.date_naive());
    let (bundle, installments, purchases) = try_join!(bundle, installments, purchases(db, id))?;
    Ok(bundle.map(|bundle| Detail { bundle, installments, purchases }))
}

async fn purchases(db: &impl ConnectionTrait, bundle: ClassBundleId) -> Result<Vec<Purchase>, DbErr> {
    use payment::Column::{AmountCents, ConfirmedAt, CreatedAt, EffectiveAt, Id, Part, Status};
    payment::Entity::find()
        .select_only()
        .columns([Id, Part, Status, AmountCents, ConfirmedAt, EffectiveAt])
        .filter(payment::COLUMN.class_bundle_id.eq(bundle))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(PURCHASES)
        .into_model()
        .all(db)
        .await
}
