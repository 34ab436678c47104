//! What a writer gets for an order.
//!
//! Everything is exact until the last step: a sum of cents is kept with eight decimals, which is what two
//! percentages of two decimals each can make of a cent, and rounded half away from zero once.

use chrono::{DateTime, TimeDelta, Utc};
use tally_entity::EarningMode;

/// Hundredths of a percent in the whole.
const WHOLE: i128 = 10_000;
/// The parts that a cent is counted in.
const PARTS: i128 = WHOLE * WHOLE;
/// Of the price, where no level says more.
const DEFAULT_SHARE: i64 = 5_500;

/// What a level pays. Percentages are in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) earning_mode: EarningMode,
    pub(crate) page_cents: i64,
    pub(crate) slide_cents: i64,
    pub(crate) cost_pct: Option<i64>,
    pub(crate) total_pct: Option<i64>,
    pub(crate) urgency_pct: i64,
    pub(crate) urgency_page_cents: i64,
    /// An order that was due within so many hours when it was given is urgent.
    pub(crate) urgent_hours: i32,
    pub(crate) technical_page_cents: i64,
    pub(crate) technical_slide_cents: i64,
}

/// What of an order decides its pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Work {
    /// Agreed for this order; 0 where nothing was.
    pub(crate) agreed_cents: i64,
    pub(crate) pages: i32,
    pub(crate) slides: i32,
    pub(crate) total_cents: i64,
    /// Before any discount; 0 when the price was never computed.
    pub(crate) cost_cents: i64,
    /// Whether somebody said so.
    pub(crate) is_urgent: bool,
    pub(crate) is_technical: bool,
    /// What the writer plans for.
    pub(crate) due: Option<DateTime<Utc>>,
    pub(crate) assigned_at: Option<DateTime<Utc>>,
}

/// A pay in its parts, which add up to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "amounts say their unit")]
pub(crate) struct Parts {
    pub(crate) base_cents: i64,
    pub(crate) urgency_cents: i64,
    pub(crate) technical_cents: i64,
}

impl Parts {
    pub(crate) fn total_cents(self) -> i64 {
        self.base_cents + self.urgency_cents + self.technical_cents
    }
}

/// The pay of an order: the agreed one, else what the level makes of it, else a share of the price.
pub(crate) fn payout(work: &Work, terms: Option<&Terms>, now: DateTime<Utc>) -> i64 {
    if work.agreed_cents > 0 {
        return work.agreed_cents;
    }
    terms.map_or_else(|| by_share(work, None), |terms| parts(work, terms, now).total_cents())
}

/// What a level makes of an order, whatever was agreed. Where that is nothing, a share of the price is the base.
pub(crate) fn parts(work: &Work, terms: &Terms, now: DateTime<Utc>) -> Parts {
    let parts = terms.parts(work, now);
    if parts.total_cents() == 0 {
        return Parts { base_cents: by_share(work, Some(terms)), ..Parts::default() };
    }
    parts
}

fn by_share(work: &Work, terms: Option<&Terms>) -> i64 {
    share_of(work.total_cents, default_share(terms))
}

/// `hundredths` of a percent of an amount, rounded to the cent.
pub(crate) fn share_of(cents: i64, hundredths: i64) -> i64 {
    rounded(part(cents, hundredths))
}

fn default_share(terms: Option<&Terms>) -> i64 {
    let of_level = |terms: &Terms| positive(terms.total_pct).or(positive(terms.cost_pct));
    terms.and_then(of_level).unwrap_or(DEFAULT_SHARE)
}

impl Terms {
    fn parts(&self, work: &Work, now: DateTime<Utc>) -> Parts {
        let (pages, slides) = (i128::from(work.pages), i128::from(work.slides));
        let base = self.base(work);
        let mut raised = base;
        if self.is_urgent(work, now) {
            raised = base * (WHOLE + i128::from(self.urgency_pct)) / WHOLE;
            raised += pages * i128::from(self.urgency_page_cents) * PARTS;
        }
        let technical = if work.is_technical {
            pages * i128::from(self.technical_page_cents) + slides * i128::from(self.technical_slide_cents)
        } else {
            0
        };
        let base_cents = rounded(base);
        Parts {
            base_cents,
            urgency_cents: rounded(raised) - base_cents,
            technical_cents: rounded(technical * PARTS),
        }
    }

    /// Whether the order is to be done in a hurry. What counts is the time there was when the writer got it:
    /// in the end every order is past its deadline.
    fn is_urgent(&self, work: &Work, now: DateTime<Utc>) -> bool {
        let hours = TimeDelta::hours(self.urgent_hours.into());
        work.is_urgent || work.due.is_some_and(|due| due - work.assigned_at.unwrap_or(now) <= hours)
    }

    /// The share that the mode of the level takes of an order's cost; none for fixed prices.
    pub(crate) fn share(&self) -> Option<i64> {
        match self.earning_mode {
            EarningMode::FixedPerPage => None,
            EarningMode::PercentageOfOrderCost => positive(self.cost_pct),
            EarningMode::PercentageOfOrderTotal => positive(self.total_pct),
        }
    }

    fn base(&self, work: &Work) -> i128 {
        let pages = i128::from(work.pages) * i128::from(self.page_cents);
        let fixed = (pages + i128::from(work.slides) * i128::from(self.slide_cents)) * PARTS;
        let whole = match self.earning_mode {
            EarningMode::PercentageOfOrderCost => work.cost_cents,
            EarningMode::FixedPerPage | EarningMode::PercentageOfOrderTotal => work.total_cents,
        };
        self.share().map_or(fixed, |share| fixed.max(part(whole, share)))
    }
}

fn positive(hundredths: Option<i64>) -> Option<i64> {
    hundredths.filter(|hundredths| *hundredths > 0)
}

fn part(cents: i64, hundredths: i64) -> i128 {
    i128::from(cents) * i128::from(hundredths) * WHOLE
}

fn rounded(parts: i128) -> i64 {
    let half = if parts < 0 { -(PARTS / 2) } else { PARTS / 2 };
    let cents = (parts + half) / PARTS;
    i64::try_from(cents).unwrap_or(if cents < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests;
