//! A movement of money as lists show it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{ClassBundleId, OrderId, Role, SpecialOrderId, WebsiteId};
use tally_http::{Amount, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::{payments::repository::payment::ListedPayment, title::title};

/// What people see who paid in no known way.
const NO_METHOD: &str = "N/A";

/// A movement of money.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PaymentRow {
    /// `type` and a number.
    id: String,
    #[serde(rename = "type")]
    kind: String,
    payment_type: String,
    /// `payment_type` for people.
    payment_type_label: String,
    amount: Amount,
    status: String,
    /// `N/A` when nobody knows.
    payment_method: String,
    client: Option<UserRef>,
    writer: Option<UserRef>,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    website_name: String,
    website: WebsiteRef,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    #[schema(value_type = Option<i64>)]
    special_order_id: Option<SpecialOrderId>,
    #[schema(value_type = Option<i64>)]
    class_purchase_id: Option<ClassBundleId>,
    /// What was paid, whatever it is.
    related_id: Option<i64>,
    /// The table of `related_id`, in the singular.
    related_type: Option<String>,
    /// What people quote.
    reference_id: String,
    /// What the provider calls it.
    transaction_id: Option<String>,
    description: Option<String>,
    /// Whether it went to the person's wallet.
    is_credit: bool,
    created_at: DateTime<Utc>,
    confirmed_at: Option<DateTime<Utc>>,
}

impl PaymentRow {
    /// The movement as somebody of this role may see it.
    pub(crate) fn of(payment: ListedPayment, reader: Role) -> Self {
        let ListedPayment {
            kind,
            source_id,
            payment_type,
            amount_cents,
            status,
            method,
            client,
            writer,
            website,
            order_id,
            special_order_id,
            class_bundle_id: class_purchase_id,
            related_id,
            related_type,
            reference_id,
            transaction_id,
            description,
            is_credit,
            created_at,
            confirmed_at,
        } = payment;
        let [client, writer] =
            [client, writer].map(|person| person.map(|person| UserRef::seen_by(reader, person)));
        Self {
            id: format!("{kind}_{source_id}"),
            kind,
            payment_type_label: title(&payment_type),
            payment_type,
            amount: Amount::cents(amount_cents),
            status,
            payment_method: method.unwrap_or_else(|| NO_METHOD.to_owned()),
            client,
            writer,
            website_id: website.id,
            website_name: website.name.clone(),
            website: website.into(),
            order_id,
            special_order_id,
            class_purchase_id,
            related_id,
            related_type,
            reference_id,
            transaction_id,
            description,
            is_credit,
            created_at,
            confirmed_at,
        }
    }
}
