//! Sums that are put together from several tables.

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};
use tally_entity::PaymentType;
use tally_kernel::{first_of_month, midnight};

use super::Monthly;

/// Months that are shown one by one.
const MONTHS: u32 = 12;

/// Which money is wanted: from `from` on, before `until`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Dates {
    pub(crate) from: Option<DateTime<Utc>>,
    pub(crate) until: Option<DateTime<Utc>>,
}

/// Minor units of everything that counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    pub(crate) orders: i64,
    pub(crate) special_orders: i64,
    pub(crate) classes: i64,
    pub(crate) writer_payments: i64,
    pub(crate) tips: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Month {
    /// Its first day.
    pub(crate) first: NaiveDate,
    pub(crate) sums: Sums,
}

#[derive(Debug)]
pub(crate) struct Overview {
    /// Within the dates.
    pub(crate) summary: Sums,
    /// The twelve months up to the end of the dates, or now, the last one first.
    pub(crate) months: Vec<Month>,
}

impl Dates {
    /// The first day of the last month that is shown.
    fn last_month(self, now: DateTime<Utc>) -> NaiveDate {
        let last = self.until.map_or(now, |until| until - TimeDelta::microseconds(1));
        first_of_month(last.date_naive())
    }

    pub(super) fn first_instant_shown(self, now: DateTime<Utc>) -> DateTime<Utc> {
        midnight(self.last_month(now) - Months::new(MONTHS - 1))
    }
}

impl Sums {
    pub(crate) fn revenue(&self) -> i64 {
        self.orders + self.special_orders + self.classes
    }

    pub(crate) fn expenses(&self) -> i64 {
        self.writer_payments + self.tips
    }

    pub(crate) fn net(&self) -> i64 {
        self.revenue() - self.expenses()
    }

    /// What payments of this type are revenue of; money that is only passed on is none.
    pub(super) fn revenue_of(&mut self, payment_type: PaymentType) -> Option<&mut i64> {
        match payment_type {
            PaymentType::Standard => Some(&mut self.orders),
            PaymentType::PredefinedSpecial
            | PaymentType::EstimatedSpecial
            | PaymentType::SpecialInstallment => Some(&mut self.special_orders),
            PaymentType::ClassPayment => Some(&mut self.classes),
            PaymentType::WalletLoading | PaymentType::Tip | PaymentType::Invoice => None,
        }
    }
}

impl Overview {
    /// One without any money.
    pub(super) fn of(dates: Dates, now: DateTime<Utc>) -> Self {
        let last = dates.last_month(now);
        let months = (0..MONTHS).map(|back| Month { first: last - Months::new(back), sums: Sums::default() });
        Self { summary: Sums::default(), months: months.collect() }
    }

    pub(super) fn add(&mut self, monthly: &Monthly, place: impl Fn(&mut Sums) -> Option<&mut i64>) {
        let Monthly { month, cents, within_cents } = *monthly;
        if let Some(sum) = place(&mut self.summary) {
            *sum += within_cents;
        }
        let shown = self.months.iter_mut().find(|shown| shown.first == month);
        if let Some(sum) = shown.and_then(|shown| place(&mut shown.sums)) {
            *sum += cents;
        }
    }
}
