use super::fixture::{IDS, Set, as_of, time};
use crate::{
    import::olist::map,
    rows::{
        money::{Payment, Refund},
        packages::Installment,
    },
};

/// One order of this status and approval, with these payments.
fn set(status: &str, approved: &str, payments: &str) -> Set {
    let line = format!("o1,c1,{status},2018-06-03 10:00:00,{approved},,,");
    Set::new().with("orders", &line).with("order_payments", payments)
}

fn payments(set: Set) -> Vec<Payment> {
    map::payments(&set.market(), IDS).collect()
}

fn installments(set: Set) -> Vec<Installment> {
    map::installments(&set.market(), IDS, as_of()).collect()
}

fn refunds(set: Set) -> Vec<Refund> {
    map::refunds(&set.market(), IDS).collect()
}

const APPROVED: &str = "2018-06-04 00:00:00";

#[test]
fn a_payment_of_an_approved_order_is_completed() {
    let payment = payments(set("shipped", APPROVED, "o1,1,credit_card,2,0.29")).remove(0);

    assert_eq!((payment.id, payment.order_id, payment.client_id), (4_000, Some(3_000), Some(100)));
    assert_eq!((&*payment.payment_type, &*payment.currency, payment.website_id), ("standard", "BRL", 11));
    assert_eq!((payment.amount_cents, payment.refunded_cents), (29, 0));
    assert_eq!((&*payment.status, payment.confirmed_at), ("completed", Some(time(APPROVED))));
    assert_eq!(payment.created_at, time("2018-06-03 10:00:00"));
}

#[test]
fn a_payment_of_a_canceled_order_is_refunded_even_without_approval() {
    let of = |approved| payments(set("canceled", approved, "o1,1,boleto,1,5.00")).remove(0);
    for (approved, confirmed) in [(APPROVED, Some(time(APPROVED))), ("", None)] {
        let payment = of(approved);
        assert_eq!((&*payment.status, payment.refunded_cents), ("refunded", 500));
        assert_eq!(payment.confirmed_at, confirmed);
    }
}

#[test]
fn other_payments_are_pending() {
    let payment = payments(set("delivered", "", "o1,1,boleto,1,5.00")).remove(0);
    assert_eq!((&*payment.status, payment.confirmed_at, payment.refunded_cents), ("pending", None, 0));
}

#[test]
fn methods_are_those_of_the_file() {
    let lines = "o1,2,voucher,1,1.00\no1,1,credit_card,1,1.00\no1,3,boleto,1,1.00\no1,4,debit_card,1,1.00\no1,5,not_defined,1,0.00";
    let payments = payments(set("delivered", APPROVED, lines));
    let methods: Vec<_> = payments.iter().filter_map(|payment| payment.method.as_deref()).collect();
    assert_eq!(methods, ["credit_card", "voucher", "boleto", "debit_card", "other"]);
    let references: std::collections::HashSet<_> =
        payments.iter().map(|payment| payment.reference_id.0).collect();
    assert_eq!(references.len(), 5);
}

#[test]
fn a_payment_is_cut_into_equal_parts_and_the_last_takes_the_rest() {
    let parts = installments(set("shipped", APPROVED, "o1,1,credit_card,3,1.00\no1,2,voucher,0,0.02"));
    let seen: Vec<_> = parts.iter().map(|part| (part.installment_number, part.amount_cents)).collect();
    assert_eq!(seen, [(1, 33), (2, 33), (3, 34), (1, 2)]);
    assert!(
        parts
            .iter()
            .all(|part| part.order_id == Some(3_000) && part.website_id == 11 && part.paid_at.is_none())
    );
}

#[test]
fn delivered_parts_are_paid_when_due_before_the_as_of_day() {
    // Due on 3 July, 2 August and 1 September, the as-of day itself.
    let parts = installments(set("delivered", "", "o1,1,credit_card,3,9.00"));
    let days: Vec<_> = parts.iter().filter_map(|part| part.due_on).map(|day| day.to_string()).collect();
    assert_eq!(days, ["2018-07-03", "2018-08-02", "2018-09-01"]);
    let paid: Vec<_> = parts.iter().map(|part| part.paid_at).collect();
    assert_eq!(paid, [Some(time("2018-07-03 00:00:00")), Some(time("2018-08-02 00:00:00")), None]);
    assert_eq!((parts[0].payment_id, parts[0].paid_by_id), (Some(4_000), Some(100)));
    assert_eq!((parts[2].payment_id, parts[2].paid_by_id), (None, None));
}

#[test]
fn parts_of_a_canceled_order_stay_open() {
    let parts = installments(set("canceled", APPROVED, "o1,1,credit_card,1,9.00"));
    assert_eq!((parts[0].paid_at, parts[0].cancelled_at), (None, None));
}

#[test]
fn a_refund_per_payment_above_zero_of_a_canceled_order() {
    let refunds =
        refunds(set("canceled", APPROVED, "o1,1,boleto,1,5.00\no1,2,voucher,1,0.00\no1,3,voucher,1,0.01"));
    let seen: Vec<_> =
        refunds.iter().map(|refund| (refund.payment_id, refund.external_amount_cents)).collect();
    assert_eq!(seen, [(4_000, 500), (4_002, 1)]);
    let refund = &refunds[0];
    assert_eq!(
        (&*refund.refund_method, &*refund.r#type, &*refund.status),
        ("external", "automated", "processed")
    );
    assert_eq!((refund.wallet_amount_cents, refund.client_id, refund.website_id), (0, Some(100), 11));
    assert_eq!(refund.created_at, time("2018-06-03 10:00:00"));
    assert_eq!(refund.processed_at, Some(time(APPROVED)));
}

#[test]
fn a_refund_without_approval_was_processed_at_the_purchase() {
    let refund = refunds(set("canceled", "", "o1,1,boleto,1,5.00")).remove(0);
    assert_eq!(refund.processed_at, Some(time("2018-06-03 10:00:00")));
    assert!(refunds(set("unavailable", APPROVED, "o1,1,boleto,1,5.00")).is_empty());
}
