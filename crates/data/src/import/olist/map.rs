//! The market as rows of our tables. Pure functions: the ids are given.

mod orders;
mod payments;
mod people;
mod reviews;

pub(super) use self::{
    orders::{orders, paper_types, work_types},
    payments::{installments, payments, refunds},
    people::{
        client_profiles, client_users, loyalty_tiers, loyalty_transactions, websites, writer_profiles,
        writer_users,
    },
    reviews::{disputes, reviews},
};
use super::market::Market;

/// The first id of each table whose rows others refer to; the rest count up from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ids {
    pub websites: i64,
    pub users: i64,
    pub paper_types: i64,
    pub work_types: i64,
    pub orders: i64,
    pub payments: i64,
    pub loyalty_tiers: i64,
}

impl Ids {
    fn website(&self, state: usize) -> i64 {
        nth(self.websites, state)
    }

    /// Clients come before writers.
    fn client(&self, place: usize) -> i64 {
        nth(self.users, place)
    }

    fn writer(&self, market: &Market, place: usize) -> i64 {
        nth(self.users, market.clients.len() + place)
    }

    fn order(&self, place: usize) -> i64 {
        nth(self.orders, place)
    }

    fn payment(&self, place: usize) -> i64 {
        nth(self.payments, place)
    }
}

fn nth(first: i64, place: usize) -> i64 {
    first + i64::try_from(place).unwrap_or(i64::MAX - first)
}
