//! Orders and what they contain.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::inverse;
use crate::import::olist::records::{FileOrder, FileStatus, Item};

/// An order with its place in the market.
#[derive(Debug, Clone)]
pub(in crate::import::olist) struct Order {
    pub client: usize,
    pub state: usize,
    pub status: FileStatus,
    pub purchased_at: DateTime<Utc>,
    pub approved_at: Option<DateTime<Utc>>,
    pub shipped_at: Option<DateTime<Utc>>,
    pub delivered_at: Option<DateTime<Utc>>,
    pub expected_at: Option<DateTime<Utc>>,
    pub content: Content,
}

impl Order {
    pub(super) fn new(order: &FileOrder, content: Content, home: impl Fn(usize) -> (usize, usize)) -> Self {
        let (client, state) = home(order.customer);
        let FileOrder { status, purchased_at, approved_at, shipped_at, delivered_at, expected_at, .. } =
            *order;
        Self {
            client,
            state,
            status,
            purchased_at,
            approved_at,
            shipped_at,
            delivered_at,
            expected_at,
            content,
        }
    }

    /// Canceled by the files' own word.
    pub(in crate::import::olist) fn is_canceled(&self) -> bool {
        self.status == FileStatus::Canceled
    }

    /// Delivered by the files' own word, whatever dates there are.
    pub(in crate::import::olist) fn is_delivered(&self) -> bool {
        self.status == FileStatus::Delivered
    }
}

/// What the items of an order add up to; amounts in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import::olist) struct Content {
    pub items: i32,
    pub total: i64,
    /// Seller of the item with the smallest position.
    pub writer: Option<usize>,
    /// Prices of that seller's items, without freight.
    pub compensation: i64,
    /// Category of the first item.
    pub category: usize,
}

/// Sorts by purchase time, then key. Answers for each old place the new one.
pub(super) fn sort(orders: &mut Vec<FileOrder>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..orders.len()).collect();
    let rank = |place: usize| (orders[place].purchased_at, &orders[place].key);
    order.sort_by(|left, right| rank(*left).cmp(&rank(*right)));
    let places = inverse(&order);
    let mut old: Vec<Option<FileOrder>> = std::mem::take(orders).into_iter().map(Some).collect();
    orders.extend(order.into_iter().filter_map(|place| old[place].take()));
    places
}

/// Adds up the items of each order.
pub(super) fn contents(orders: usize, items: &[Item], unknown: usize) -> Vec<Content> {
    let mut first: Vec<Option<&Item>> = vec![None; orders];
    for item in items {
        let slot = &mut first[item.order];
        if slot.is_none_or(|first| item.position < first.position) {
            *slot = Some(item);
        }
    }
    let empty = |first: Option<&Item>| Content {
        items: 0,
        total: 0,
        writer: first.map(|item| item.seller),
        compensation: 0,
        category: first.map_or(unknown, |item| item.category),
    };
    let mut contents: Vec<Content> = first.iter().copied().map(empty).collect();
    for item in items {
        let content = &mut contents[item.order];
        content.items += 1;
        content.total += item.price + item.freight;
        if content.writer == Some(item.seller) {
            content.compensation += item.price;
        }
    }
    contents
}

/// Pairs of state and category that occur, sorted.
pub(super) fn choices(orders: &[Order]) -> Vec<(usize, usize)> {
    let pairs: BTreeSet<_> = orders.iter().map(|order| (order.state, order.content.category)).collect();
    pairs.into_iter().collect()
}
