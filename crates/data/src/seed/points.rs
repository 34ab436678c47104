//! Points that clients gave for something, or lost.

use chrono::TimeDelta;

use super::{
    people::client_joined_at,
    plan::{Plan, site_of},
    totals::Totals,
};
use crate::rows::loyalty::LoyaltyTransaction;

/// Redeemed and deducted points; earned ones belong to the orders.
pub(super) fn spent(plan: &Plan, totals: &Totals) -> impl Iterator<Item = LoyaltyTransaction> {
    totals.clients.iter().enumerate().flat_map(move |(client, account)| {
        let kinds = [
            ("redeem", account.redeemed(client), "redemption", "Discount on the next order"),
            ("deduct", account.deducted(client), "manual", "Corrected by staff"),
        ];
        let hours = i64::try_from(client % 700).unwrap_or_default();
        let created_at = (plan.now - TimeDelta::hours(hours)).max(client_joined_at(plan, client));
        let given = kinds.into_iter().filter(|(_, points, ..)| *points > 0);
        given.map(move |(transaction_type, points, source, reason)| LoyaltyTransaction {
            website_id: plan.website(site_of(client)),
            client_id: plan.client(client),
            transaction_type: transaction_type.into(),
            points,
            source: source.into(),
            reason: reason.into(),
            order_id: None,
            created_at,
        })
    })
}
