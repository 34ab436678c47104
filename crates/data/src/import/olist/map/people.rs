//! Websites, clients, writers and loyalty.

use super::{Ids, Market, nth};
use crate::{
    import::olist::market::Client,
    rows::{
        Tenths,
        loyalty::{LoyaltyTier, LoyaltyTransaction},
        people::{ClientProfile, User, Website, WriterProfile, registration_id},
    },
};

/// No hash has this form, so nobody can sign in with it.
const NO_PASSWORD: &str = "!";

/// Names and thresholds in points, lowest first.
const TIERS: [(&str, i64); 3] = [("Bronze", 100), ("Silver", 300), ("Gold", 1000)];

pub(in crate::import::olist) fn websites(market: &Market, ids: Ids) -> impl Iterator<Item = Website> {
    let opened_at = market.opened_at;
    market.states.iter().enumerate().map(move |(place, state)| Website {
        id: ids.website(place),
        name: state.clone().into(),
        slug: state.clone().into(),
        domain: format!("{}.olist.example", state.to_lowercase()).into(),
        contact_email: None,
        currency: super::payments::CURRENCY.into(),
        created_at: opened_at,
        updated_at: opened_at,
    })
}

pub(in crate::import::olist) fn client_users(market: &Market, ids: Ids) -> impl Iterator<Item = User> {
    market.clients.iter().enumerate().map(move |(place, client)| User {
        id: ids.client(place),
        website_id: Some(ids.website(client.state)),
        email: format!("{}@clients.olist.example", client.key.to_lowercase()).into(),
        username: client.key.clone().into(),
        password_hash: NO_PASSWORD.into(),
        ..User::joined("client", client.joined_at)
    })
}

pub(in crate::import::olist) fn writer_users(market: &Market, ids: Ids) -> impl Iterator<Item = User> {
    market.writers.iter().enumerate().map(move |(place, writer)| User {
        id: ids.writer(market, place),
        website_id: Some(ids.website(writer.state)),
        email: format!("{}@writers.olist.example", writer.key.to_lowercase()).into(),
        username: writer.key.clone().into(),
        password_hash: NO_PASSWORD.into(),
        rating_sum: Tenths(writer.rating_sum * 10),
        rating_count: writer.rating_count,
        ..User::joined("writer", writer.joined_at)
    })
}

pub(in crate::import::olist) fn writer_profiles(
    market: &Market,
    ids: Ids,
) -> impl Iterator<Item = WriterProfile> {
    market.writers.iter().enumerate().map(move |(place, writer)| WriterProfile {
        website_id: ids.website(writer.state),
        user_id: ids.writer(market, place),
        registration_id: registration_id("WRTR", ids.writer(market, place)),
        is_available_for_auto_assignments: true,
        created_at: writer.joined_at,
        updated_at: writer.joined_at,
        ..WriterProfile::default()
    })
}

pub(in crate::import::olist) fn client_profiles(
    market: &Market,
    ids: Ids,
) -> impl Iterator<Item = ClientProfile> {
    market.clients.iter().enumerate().map(move |(place, client)| ClientProfile {
        website_id: ids.website(client.state),
        user_id: ids.client(place),
        registration_id: registration_id("CLNT", ids.client(place)),
        loyalty_points: points(client),
        loyalty_tier_id: tier(client).map(|tier| tier_id(ids, client.state, tier)),
        total_spent_cents: client.spent,
        created_at: client.joined_at,
        updated_at: client.joined_at,
    })
}

pub(in crate::import::olist) fn loyalty_tiers(
    market: &Market,
    ids: Ids,
) -> impl Iterator<Item = LoyaltyTier> {
    let at = market.opened_at;
    (0..market.states.len()).flat_map(move |state| {
        TIERS.iter().enumerate().map(move |(tier, (name, threshold))| LoyaltyTier {
            id: tier_id(ids, state, tier),
            website_id: ids.website(state),
            name: (*name).into(),
            threshold: *threshold,
            created_at: at,
            updated_at: at,
            ..LoyaltyTier::default()
        })
    })
}

pub(in crate::import::olist) fn loyalty_transactions(
    market: &Market,
    ids: Ids,
) -> impl Iterator<Item = LoyaltyTransaction> {
    market.clients.iter().enumerate().filter(|(_, client)| points(client) > 0).map(move |(place, client)| {
        LoyaltyTransaction {
            website_id: ids.website(client.state),
            client_id: ids.client(place),
            transaction_type: "add".into(),
            points: points(client),
            source: "order_completion".into(),
            reason: "Delivered orders".into(),
            order_id: None,
            created_at: client.last_delivered.unwrap_or(client.joined_at),
        }
    })
}

/// One point for each full unit of money.
fn points(client: &Client) -> i64 {
    client.delivered / 100
}

fn tier(client: &Client) -> Option<usize> {
    TIERS.iter().rposition(|(_, threshold)| *threshold <= points(client))
}

fn tier_id(ids: Ids, state: usize, tier: usize) -> i64 {
    nth(ids.loyalty_tiers, state * TIERS.len() + tier)
}
