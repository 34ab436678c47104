//! A payment in as many lines as there were reasons for it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{OrderId, WriterPaymentKind};
use tally_http::Amount;
use tally_sheet::{Cell, Record};
use utoipa::ToSchema;

use crate::{earnings::repository::earnings_export::Payment, repository::class_bonus::ClassBonus};

const CLASS: &str = "Class Payment";

/// A line.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EarningsLine {
    date: DateTime<Utc>,
    #[serde(rename = "type")]
    kind: &'static str,
    amount: Amount,
    description: String,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    #[serde(skip)]
    pub(super) cents: i64,
}

impl Record<5> for EarningsLine {
    const COLUMNS: [&'static str; 5] = ["Date", "Type", "Amount", "Description", "Order ID"];

    fn cells(self) -> [Cell; 5] {
        let Self { date, kind, amount: _, description, order_id, cents } = self;
        let order = order_id.map(|OrderId(id)| id);
        [date.into(), kind.into(), Cell::Money(cents), description.into(), order.into()]
    }
}

/// All lines, the oldest first.
pub(super) fn records(payments: &[Payment], classes: Vec<ClassBonus>) -> Vec<EarningsLine> {
    let mut records: Vec<_> =
        payments.iter().flat_map(lines).chain(classes.into_iter().map(Into::into)).collect();
    records.sort_by_key(|record: &EarningsLine| record.date);
    records
}

fn lines(payment: &Payment) -> impl Iterator<Item = EarningsLine> {
    let Payment {
        kind,
        order_id,
        amount_cents,
        bonuses_cents,
        tips_cents,
        fines_cents,
        description,
        paid_at,
    } = payment;
    let line = |kind, cents: i64| EarningsLine {
        date: *paid_at,
        kind,
        amount: Amount::cents(cents),
        description: description.clone(),
        order_id: *order_id,
        cents,
    };
    let besides = [("Tip", *tips_cents), ("Bonus", *bonuses_cents), ("Fine", -fines_cents)];
    let besides = besides.into_iter().filter(|(_, cents)| *cents != 0);
    let lines: Vec<_> = [(title(*kind), *amount_cents)]
        .into_iter()
        .chain(besides)
        .map(|(kind, cents)| line(kind, cents))
        .collect();
    lines.into_iter()
}

fn title(kind: WriterPaymentKind) -> &'static str {
    match kind {
        WriterPaymentKind::Order => "Regular Order",
        WriterPaymentKind::SpecialOrder => "Special Order",
        WriterPaymentKind::Class => CLASS,
        // Neither is for a piece of work; the second is never asked for.
        WriterPaymentKind::Adjustment | WriterPaymentKind::Period | WriterPaymentKind::Installment => {
            "Adjustment"
        }
    }
}

impl From<ClassBonus> for EarningsLine {
    fn from(bonus: ClassBonus) -> Self {
        let ClassBonus { id: _, class_bundle_id: _, amount_cents, reason, granted_at, paid_at: _ } = bonus;
        Self {
            date: granted_at,
            kind: CLASS,
            amount: Amount::cents(amount_cents),
            description: reason,
            order_id: None,
            cents: amount_cents,
        }
    }
}
