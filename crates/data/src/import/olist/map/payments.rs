//! Payments, the part payments they expand into, and refunds.

use chrono::{DateTime, Days, NaiveTime, Utc};
use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};

use super::{Ids, Market};
use crate::{
    import::olist::{market::Order, records::FilePayment},
    rows::{Uuid, money, packages::Installment},
};

pub(super) const CURRENCY: &str = "BRL";
const DAYS_BETWEEN: i64 = 30;
/// Any number: it makes the reference ids of one import the same each time.
const REFERENCES: u64 = 0x01_157;

pub(in crate::import::olist) fn payments(market: &Market, ids: Ids) -> impl Iterator<Item = money::Payment> {
    let mut references = Xoshiro256PlusPlus::seed_from_u64(REFERENCES);
    market.payments.iter().enumerate().map(move |(place, payment)| {
        let order = &market.orders[payment.order];
        let status = status(order);
        let confirmed_at = order.approved_at.filter(|_| status != "pending");
        money::Payment {
            id: ids.payment(place),
            website_id: ids.website(order.state),
            client_id: Some(ids.client(order.client)),
            payment_type: "standard".into(),
            order_id: Some(ids.order(payment.order)),
            part: "full".into(),
            status: status.into(),
            amount_cents: payment.cents,
            refunded_cents: if status == "refunded" { payment.cents } else { 0 },
            currency: CURRENCY.into(),
            method: Some(payment.method.into()),
            reference_id: Uuid(references.random()),
            confirmed_at,
            created_at: order.purchased_at,
            updated_at: confirmed_at.unwrap_or(order.purchased_at),
            ..money::Payment::default()
        }
    })
}

fn status(order: &Order) -> &'static str {
    match (order.is_canceled(), order.approved_at) {
        (true, _) => "refunded",
        (false, Some(_)) => "completed",
        (false, None) => "pending",
    }
}

/// Every payment in equal parts, 30 days apart. What is due before the day of `as_of` counts as paid once delivered.
pub(in crate::import::olist) fn installments(
    market: &Market,
    ids: Ids,
    as_of: DateTime<Utc>,
) -> impl Iterator<Item = Installment> {
    market.payments.iter().enumerate().flat_map(move |(place, payment)| {
        (1..=payment.installments)
            .map(move |number| installment(market, ids, as_of, (place, payment), number))
    })
}

fn installment(
    market: &Market,
    ids: Ids,
    as_of: DateTime<Utc>,
    (place, payment): (usize, &FilePayment),
    number: i64,
) -> Installment {
    let order = &market.orders[payment.order];
    let days = Days::new(u64::try_from(DAYS_BETWEEN * number).unwrap_or_default());
    let due_on = order.purchased_at.date_naive() + days;
    let is_paid = order.is_delivered() && due_on < as_of.date_naive();
    let paid_at = is_paid.then(|| due_on.and_time(NaiveTime::MIN).and_utc());
    Installment {
        website_id: ids.website(order.state),
        order_id: Some(ids.order(payment.order)),
        installment_number: i32::try_from(number).unwrap_or(i32::MAX),
        amount_cents: part(payment.cents, payment.installments, number),
        due_on: Some(due_on),
        paid_at,
        paid_by_id: is_paid.then(|| ids.client(order.client)),
        payment_id: is_paid.then(|| ids.payment(place)),
        created_at: order.purchased_at,
        updated_at: paid_at.unwrap_or(order.purchased_at),
        ..Installment::default()
    }
}

/// Equal parts in whole cents; the last takes what is left over.
fn part(cents: i64, parts: i64, number: i64) -> i64 {
    let each = cents / parts;
    if number == parts { cents - each * (parts - 1) } else { each }
}

/// One for each payment above 0 of a canceled order.
pub(in crate::import::olist) fn refunds(market: &Market, ids: Ids) -> impl Iterator<Item = money::Refund> {
    let is_due = |payment: &FilePayment| payment.cents > 0 && market.orders[payment.order].is_canceled();
    market.payments.iter().enumerate().filter(move |(_, payment)| is_due(payment)).map(
        move |(place, payment)| {
            let order = &market.orders[payment.order];
            let processed_at = order.approved_at.unwrap_or(order.purchased_at);
            money::Refund {
                website_id: ids.website(order.state),
                payment_id: ids.payment(place),
                client_id: Some(ids.client(order.client)),
                r#type: "automated".into(),
                refund_method: "external".into(),
                wallet_amount_cents: 0,
                external_amount_cents: payment.cents,
                status: "processed".into(),
                processed_at: Some(processed_at),
                created_at: order.purchased_at,
                updated_at: processed_at,
                ..money::Refund::default()
            }
        },
    )
}
