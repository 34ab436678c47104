//! A package of classes as every list and page shows it, with the names that belong to it.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ExprTrait, FromQueryResult, JoinType, QuerySelect, QueryTrait, Select, entity::prelude::*};
use tally_db::aggregate::count;
use tally_entity::{
    ClassBundleConfigId, ClassBundleId, ClassBundleStatus, ClassLevel, DiscountId, PricingSource, UserId,
    class_bundle, discount,
    refs::{UserName, WebsiteName},
    thread, ticket,
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct ClassBundle {
    pub(crate) id: ClassBundleId,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: UserName,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: Option<UserName>,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    pub(crate) config_id: Option<ClassBundleConfigId>,
    pub(crate) created_by_admin_id: Option<UserId>,
    pub(crate) discount_id: Option<DiscountId>,
    pub(crate) discount_code: Option<String>,
    pub(crate) pricing_source: PricingSource,
    pub(crate) status: ClassBundleStatus,
    pub(crate) level: ClassLevel,
    pub(crate) duration: String,
    pub(crate) bundle_size: Option<i32>,
    pub(crate) number_of_classes: i32,
    pub(crate) starts_on: Option<NaiveDate>,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) price_per_class_cents: Option<i64>,
    pub(crate) total_price_cents: i64,
    pub(crate) original_price_cents: Option<i64>,
    pub(crate) deposit_required_cents: i64,
    pub(crate) deposit_paid_cents: i64,
    pub(crate) paid_cents: i64,
    pub(crate) installments_enabled: bool,
    pub(crate) installment_count: i32,
    /// Conversations about it.
    pub(crate) threads: i64,
    /// Requests to the support about it.
    pub(crate) tickets: i64,
    pub(crate) completed_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// What the client is called in the statement.
pub(super) const CLIENT: &str = "client";
const WRITER: &str = "writer";

/// Bundles with the columns of [`ClassBundle`].
pub(super) fn bundles() -> Select<class_bundle::Entity> {
    use class_bundle::Column as B;
    let discount = class_bundle::Entity::belongs_to(discount::Entity);
    let bundles = class_bundle::Entity::find()
        .select_only()
        .columns([B::Id, B::ConfigId, B::CreatedByAdminId, B::DiscountId, B::PricingSource, B::Status])
        .columns([B::Level, B::Duration, B::BundleSize, B::NumberOfClasses, B::StartsOn, B::EndsOn])
        .columns([B::PricePerClassCents, B::TotalPriceCents, B::OriginalPriceCents, B::PaidCents])
        .columns([B::DepositRequiredCents, B::DepositPaidCents, B::InstallmentsEnabled, B::InstallmentCount])
        .columns([B::CompletedAt, B::CreatedAt, B::UpdatedAt])
        .column_as(discount::Column::Code, "discount_code")
        .expr_as(counted(thread::Entity::find(), thread::Column::ClassBundleId), "threads")
        .expr_as(counted(ticket::Entity::find(), ticket::Column::ClassBundleId), "tickets")
        .join(JoinType::LeftJoin, discount.from(B::DiscountId).to(discount::Column::Id).into());
    let bundles = WebsiteName::join(bundles, B::WebsiteId);
    UserName::join_writer(UserName::join(bundles, B::ClientId, CLIENT), B::AssignedWriterId, WRITER)
}

/// How many rows are about the bundle; asked only for the bundles that are listed.
fn counted<E: EntityTrait>(rows: Select<E>, bundle: E::Column) -> Expr {
    let about_it = rows
        .select_only()
        .expr(count())
        .filter(bundle.into_expr().eq(class_bundle::Column::Id.into_expr()))
        .into_query();
    Expr::SubQuery(None, Box::new(about_it.into()))
}
