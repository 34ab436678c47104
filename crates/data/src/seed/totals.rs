//! What stories add up to for each person, so that copies in people's rows agree with the rows they copy.

use super::plan::Plan;

/// Sums per writer and client.
#[derive(Debug)]
pub(super) struct Totals {
    pub writers: Vec<Rating>,
    pub clients: Vec<Account>,
}

/// Ratings that count: approved and not shadowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Rating {
    pub tenths: i64,
    pub count: i32,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Account {
    /// Completed payments, in cents.
    pub spent: i64,
    /// Points earned by orders; some are redeemed or taken away later.
    pub earned: i64,
}

impl Account {
    /// Points that a client has redeemed: every tenth client a quarter of what he earned.
    pub(super) fn redeemed(self, client: usize) -> i64 {
        if client % 10 == 3 { self.earned / 4 } else { 0 }
    }

    /// Points taken away by staff.
    pub(super) fn deducted(self, client: usize) -> i64 {
        if client % 10 == 8 { self.earned.min(5) } else { 0 }
    }

    pub(super) fn points(self, client: usize) -> i64 {
        self.earned - self.redeemed(client) - self.deducted(client)
    }
}

impl Totals {
    pub(super) fn new(plan: &Plan) -> Self {
        Self {
            writers: vec![Rating::default(); plan.writers],
            clients: vec![Account::default(); plan.clients],
        }
    }

    pub(super) fn rate(&mut self, writer: usize, tenths: i64) {
        let rating = &mut self.writers[writer];
        rating.tenths += tenths;
        rating.count += 1;
    }
}
