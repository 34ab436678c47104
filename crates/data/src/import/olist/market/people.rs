//! Clients and writers, and what their orders add up to.

use chrono::{DateTime, Utc};

use super::{Order, Review, inverse};
use crate::import::olist::records::{Customer, FileOrder, FilePayment, Item, Seller};

type Time = DateTime<Utc>;

/// A person who buys; amounts in cents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import::olist) struct Client {
    pub key: String,
    /// State of the first order.
    pub state: usize,
    pub joined_at: Time,
    /// Sum of completed payments.
    pub spent: i64,
    /// Sum of the payments of delivered orders.
    pub delivered: i64,
    /// Purchase time of the last delivered order.
    pub last_delivered: Option<Time>,
}

/// A seller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import::olist) struct Writer {
    pub key: String,
    pub state: usize,
    pub joined_at: Time,
    /// Stars of approved reviews.
    pub rating_sum: i64,
    pub rating_count: i32,
}

/// The clients, by time of joining, and for each place in `people` the client's.
///
/// `orders` are sorted, so a person's first one comes first. Customers without an order count from the opening.
pub(super) fn clients(
    people: Vec<String>,
    customers: &[Customer],
    orders: &[FileOrder],
    state_places: &[usize],
    opened_at: Time,
) -> (Vec<Client>, Vec<usize>) {
    let mut first: Vec<Option<(Time, usize)>> = vec![None; people.len()];
    for order in orders {
        let Customer { person, state } = customers[order.customer];
        first[person].get_or_insert((order.purchased_at, state_places[state]));
    }
    for &Customer { person, state } in customers {
        first[person].get_or_insert((opened_at, state_places[state]));
    }
    let joined = |(key, first): (String, Option<(Time, usize)>)| {
        let (joined_at, state) = first.unwrap_or((opened_at, 0));
        Client { key, state, joined_at, spent: 0, delivered: 0, last_delivered: None }
    };
    let clients: Vec<Client> = people.into_iter().zip(first).map(joined).collect();
    let mut order: Vec<usize> = (0..clients.len()).collect();
    let rank = |place: usize| (clients[place].joined_at, &clients[place].key);
    order.sort_by(|left, right| rank(*left).cmp(&rank(*right)));
    let places = inverse(&order);
    let mut old: Vec<Option<Client>> = clients.into_iter().map(Some).collect();
    (order.into_iter().filter_map(|place| old[place].take()).collect(), places)
}

/// The writers as the sellers come: items refer to sellers by place.
pub(super) fn writers(
    sellers: Vec<Seller>,
    items: &[Item],
    state_places: &[usize],
    opened_at: Time,
) -> Vec<Writer> {
    let mut first: Vec<Option<Time>> = vec![None; sellers.len()];
    for item in items {
        let slot = &mut first[item.seller];
        *slot = Some(slot.map_or(item.ship_by, |earliest| earliest.min(item.ship_by)));
    }
    let joined = |(Seller { key, state }, first): (Seller, Option<Time>)| Writer {
        key,
        state: state_places[state],
        joined_at: first.unwrap_or(opened_at),
        rating_sum: 0,
        rating_count: 0,
    };
    sellers.into_iter().zip(first).map(joined).collect()
}

/// Adds what people paid and which stars they got.
pub(super) fn add_up(
    clients: &mut [Client],
    writers: &mut [Writer],
    orders: &[Order],
    payments: &[FilePayment],
    reviews: &[Review],
) {
    for payment in payments {
        let order = &orders[payment.order];
        let client = &mut clients[order.client];
        if order.approved_at.is_some() && !order.is_canceled() {
            client.spent += payment.cents;
        }
        if order.is_delivered() {
            client.delivered += payment.cents;
        }
    }
    for order in orders.iter().filter(|order| order.is_delivered()) {
        let last = &mut clients[order.client].last_delivered;
        *last = (*last).max(Some(order.purchased_at));
    }
    for review in reviews.iter().filter(|review| review.answered_at.is_some()) {
        if let Some(writer) = orders[review.order].content.writer {
            writers[writer].rating_sum += review.score;
            writers[writer].rating_count += 1;
        }
    }
}
