//! A package of classes as every list and page shows it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tally_entity::{
    ClassBundleConfigId, ClassBundleId, ClassBundleStatus, ClassLevel, DiscountId, PricingSource, Role,
    UserId, WebsiteId,
};
use tally_http::{Amount, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::{class_bundles::repository::bundle::ClassBundle, title::title};

/// A package of classes.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the contract's flags")]
pub(crate) struct BundleRow {
    #[schema(value_type = i64)]
    id: ClassBundleId,
    client: UserRef,
    client_username: String,
    assigned_writer: Option<UserRef>,
    assigned_writer_username: Option<String>,
    website: WebsiteRef,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    website_name: String,
    /// The price list's line.
    #[schema(value_type = Option<i64>)]
    config: Option<ClassBundleConfigId>,
    #[schema(value_type = String)]
    pricing_source: PricingSource,
    pricing_source_display: String,
    #[schema(value_type = String)]
    status: ClassBundleStatus,
    #[schema(value_type = String)]
    level: ClassLevel,
    duration: String,
    bundle_size: Option<i32>,
    price_per_class: Option<Amount>,
    number_of_classes: i32,
    start_date: Option<NaiveDate>,
    end_date: Option<NaiveDate>,
    total_price: Amount,
    original_price: Option<Amount>,
    #[schema(value_type = Option<i64>)]
    discount: Option<DiscountId>,
    discount_code: Option<String>,
    /// What the discount took off the original price.
    discount_amount: Option<Amount>,
    deposit_required: Amount,
    deposit_paid: Amount,
    /// What is left to pay.
    balance_remaining: Amount,
    has_deposit_paid: bool,
    is_fully_paid: bool,
    installments_enabled: bool,
    installment_count: i32,
    is_complete: bool,
    /// Conversations about it.
    threads_count: i64,
    /// Requests to the support about it.
    tickets_count: i64,
    #[schema(value_type = Option<i64>)]
    created_by_admin: Option<UserId>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    completed_at: Option<DateTime<Utc>>,
}

impl BundleRow {
    /// The bundle as somebody of this role may see it.
    pub(super) fn of(bundle: ClassBundle, reader: Role) -> Self {
        let ClassBundle {
            id,
            client,
            writer,
            website,
            config_id,
            created_by_admin_id,
            discount_id,
            discount_code,
            pricing_source,
            status,
            level,
            duration,
            bundle_size,
            number_of_classes,
            starts_on,
            ends_on,
            price_per_class_cents,
            total_price_cents,
            original_price_cents,
            deposit_required_cents,
            deposit_paid_cents,
            paid_cents,
            installments_enabled,
            installment_count,
            threads,
            tickets,
            completed_at,
            created_at,
            updated_at,
        } = bundle;
        let client = UserRef::seen_by(reader, client);
        let assigned_writer = writer.map(|writer| UserRef::seen_by(reader, writer));
        let discounted = original_price_cents.filter(|_| discount_id.is_some());
        Self {
            id,
            client_username: client.username.clone(),
            client,
            assigned_writer_username: assigned_writer.as_ref().map(|writer| writer.username.clone()),
            assigned_writer,
            website_id: website.id,
            website_name: website.name.clone(),
            website: website.into(),
            config: config_id,
            pricing_source,
            pricing_source_display: title(pricing_source.as_str()),
            status,
            level,
            duration,
            bundle_size,
            price_per_class: price_per_class_cents.map(Amount::cents),
            number_of_classes,
            start_date: starts_on,
            end_date: ends_on,
            total_price: Amount::cents(total_price_cents),
            original_price: original_price_cents.map(Amount::cents),
            discount: discount_id,
            discount_code,
            discount_amount: discounted.map(|original| Amount::cents(original - total_price_cents)),
            deposit_required: Amount::cents(deposit_required_cents),
            deposit_paid: Amount::cents(deposit_paid_cents),
            balance_remaining: Amount::cents(total_price_cents - paid_cents),
            has_deposit_paid: deposit_paid_cents >= deposit_required_cents,
            is_fully_paid: total_price_cents == paid_cents,
            installments_enabled,
            installment_count,
            is_complete: status == ClassBundleStatus::Completed,
            threads_count: threads,
            tickets_count: tickets,
            created_by_admin: created_by_admin_id,
            created_at,
            updated_at,
            completed_at,
        }
    }
}
