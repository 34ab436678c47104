//! A special order as every list and page shows it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{
    Role, SpecialOrderId, SpecialOrderPricing, SpecialOrderStatus, SpecialOrderTypeId, WebsiteId,
};
use tally_http::{Amount, Decimal, UserRef, WebsiteRef};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::special_orders::repository::order::SpecialOrder;

/// A special order.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct SpecialOrderRow {
    #[schema(value_type = i64)]
    id: SpecialOrderId,
    client: UserRef,
    client_username: String,
    writer: Option<UserRef>,
    writer_username: Option<String>,
    website: WebsiteRef,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    website_name: String,
    #[schema(value_type = String)]
    order_type: SpecialOrderPricing,
    /// The offer that was taken.
    #[schema(value_type = Option<i64>)]
    predefined_type: Option<SpecialOrderTypeId>,
    predefined_type_name: Option<String>,
    inquiry_details: String,
    total_cost: Option<Amount>,
    deposit_required: Option<Amount>,
    admin_approved_cost: Option<Amount>,
    price_per_day: Option<Amount>,
    duration_days: i32,
    is_approved: bool,
    admin_marked_paid: bool,
    files_unlocked: bool,
    /// Null for clients, like the next.
    writer_payment_amount: Option<Amount>,
    writer_payment_percentage: Option<Decimal>,
    #[schema(value_type = String)]
    status: SpecialOrderStatus,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    completed_at: Option<DateTime<Utc>>,
}

impl SpecialOrderRow {
    /// The special order as somebody of this role may see it.
    pub(super) fn of(order: SpecialOrder, reader: Role) -> Self {
        let SpecialOrder {
            id,
            client,
            writer,
            website,
            order_type,
            predefined_id,
            predefined,
            inquiry_details,
            duration_days,
            price_per_day_cents,
            total_cost_cents,
            deposit_required_cents,
            admin_approved_cost_cents,
            is_approved,
            admin_marked_paid,
            files_unlocked,
            writer_payment_cents,
            writer_share,
            status,
            completed_at,
            created_at,
            updated_at,
        } = order;
        let client = UserRef::seen_by(reader, client);
        let writer = writer.map(|writer| UserRef::seen_by(reader, writer));
        let of_writer = |figure: Option<i64>| figure.filter(|_| reader != Role::Client);
        Self {
            id,
            client_username: client.username.clone(),
            client,
            writer_username: writer.as_ref().map(|writer| writer.username.clone()),
            writer,
            website_id: website.id,
            website_name: website.name.clone(),
            website: website.into(),
            order_type,
            predefined_type: predefined_id,
            predefined_type_name: predefined,
            inquiry_details,
            total_cost: total_cost_cents.map(Amount::cents),
            deposit_required: deposit_required_cents.map(Amount::cents),
            admin_approved_cost: admin_approved_cost_cents.map(Amount::cents),
            price_per_day: price_per_day_cents.map(Amount::cents),
            duration_days,
            is_approved,
            admin_marked_paid,
            files_unlocked,
            writer_payment_amount: of_writer(writer_payment_cents).map(Amount::cents),
            writer_payment_percentage: of_writer(writer_share).map(|share| Hundredths(share).into()),
            status,
            created_at,
            updated_at,
            completed_at,
        }
    }
}
