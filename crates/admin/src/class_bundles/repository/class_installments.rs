//! One page of the installments of the bundles somebody pays for or looks after.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Condition, Expr},
};
use tally_db::aggregate::count;
use tally_entity::{
    ClassBundleId, ClassBundleStatus, class_bundle,
    installment::{self, rules},
};
use tokio::try_join;

use crate::{
    installments::repository::tracking::{Installment, Owner, with_columns},
    viewer::Viewer,
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct BundleInstallment {
    #[sea_orm(nested)]
    pub(crate) installment: Installment,
    pub(crate) bundle_status: ClassBundleStatus,
}

/// Which installments are wanted; what is absent narrows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) bundle: Option<ClassBundleId>,
    pub(crate) is_paid: Option<bool>,
}

/// How many there are, and `limit` of them after the first `offset`, the one due first before all others.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: Wanted,
    (limit, offset): (u64, u64),
    now: DateTime<Utc>,
) -> Result<(i64, Vec<BundleInstallment>), DbErr> {
    use installment::Column::{ClassBundleId, DueOn, Id};
    let today: NaiveDate = now.date_naive();
    let of_bundle = installment::Entity::belongs_to(class_bundle::Entity)
        .from(ClassBundleId)
        .to(class_bundle::Column::Id)
        .into();
    let rows = installment::Entity::find()
        .join(JoinType::InnerJoin, of_bundle)
        // The join implies it, but only what is said makes the partial index serve.
        .filter(ClassBundleId.is_not_null())
        .filter(rules::counted())
        .filter(sees(viewer))
        .filter(wanted.condition());
    let count = rows.clone().select_only().expr_as(count(), "count").into_tuple().require_one(db);
    let page = with_columns(rows, Owner::ClassBundle, today)
        .column_as(class_bundle::Column::Status, "bundle_status")
        .order_by_asc(DueOn)
        .order_by_asc(Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(count, page)
}

/// Writers have no part in what is paid.
fn sees(viewer: Viewer) -> Condition {
    match viewer {
        Viewer::Staff(scope) => scope.of(installment::COLUMN.website_id),
        Viewer::Client(id) => class_bundle::COLUMN.client_id.eq(id).into(),
        Viewer::Writer(_) => Expr::val(false).into(),
    }
}

impl Wanted {
    fn condition(self) -> Condition {
        let Self { bundle, is_paid } = self;
        let paid = |is_paid: bool| if is_paid { rules::paid() } else { rules::owed() };
        Condition::all()
            .add_option(bundle.map(|id| installment::COLUMN.class_bundle_id.eq(id)))
            .add_option(is_paid.map(paid))
    }
}
