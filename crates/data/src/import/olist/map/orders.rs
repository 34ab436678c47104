//! Orders and the paper and work types they name.

use super::{Ids, Market, nth};
use crate::{
    import::olist::{market::Order, records::FileStatus},
    rows::{
        Text, Time,
        choices::{PaperType, WorkType},
        orders,
    },
};

const FACTOR_ONE_BP: i32 = 10_000;

pub(in crate::import::olist) fn paper_types(market: &Market, ids: Ids) -> impl Iterator<Item = PaperType> {
    let at = market.opened_at;
    market.choices.iter().enumerate().map(move |(place, &(state, category))| PaperType {
        id: nth(ids.paper_types, place),
        website_id: ids.website(state),
        name: market.categories[category].clone().into(),
        price_factor_bp: FACTOR_ONE_BP,
        created_at: at,
        updated_at: at,
        ..PaperType::default()
    })
}

pub(in crate::import::olist) fn work_types(market: &Market, ids: Ids) -> impl Iterator<Item = WorkType> {
    let at = market.opened_at;
    market.choices.iter().enumerate().map(move |(place, &(state, category))| WorkType {
        id: nth(ids.work_types, place),
        website_id: ids.website(state),
        name: market.categories[category].clone().into(),
        price_factor_bp: FACTOR_ONE_BP,
        created_at: at,
        updated_at: at,
        ..WorkType::default()
    })
}

pub(in crate::import::olist) fn orders(market: &Market, ids: Ids) -> impl Iterator<Item = orders::Order> {
    market.orders.iter().enumerate().map(move |(place, order)| row(market, ids, place, order))
}

fn row(market: &Market, ids: Ids, place: usize, order: &Order) -> orders::Order {
    let Standing { status, submitted_at, completed_at } = standing(order);
    let writer = order.content.writer.map(|writer| ids.writer(market, writer));
    let assigned_at = writer.and(order.approved_at);
    let cancelled_at = order.is_canceled().then(|| order.approved_at.unwrap_or(order.purchased_at));
    let choice = market.choice_of(order);
    let last = [order.approved_at, assigned_at, submitted_at, completed_at, cancelled_at]
        .into_iter()
        .flatten()
        .max();
    orders::Order {
        id: ids.order(place),
        website_id: ids.website(order.state),
        client_id: Some(ids.client(order.client)),
        assigned_writer_id: writer,
        topic: market.categories[order.content.category].clone().into(),
        paper_type_id: Some(nth(ids.paper_types, choice)),
        work_type_id: Some(nth(ids.work_types, choice)),
        number_of_pages: order.content.items,
        status,
        client_deadline_at: order.expected_at,
        total_price_cents: order.content.total,
        writer_compensation_cents: order.content.compensation,
        is_paid: order.approved_at.is_some(),
        paid_at: order.approved_at,
        assigned_at,
        submitted_at,
        completed_at,
        cancelled_at,
        created_at: order.purchased_at,
        updated_at: last.unwrap_or(order.purchased_at).max(order.purchased_at),
        ..orders::Order::default()
    }
}

struct Standing {
    status: Text,
    submitted_at: Option<Time>,
    completed_at: Option<Time>,
}

/// The status, and the times that it cannot be without.
fn standing(order: &Order) -> Standing {
    let has_writer = order.content.writer.is_some();
    let status = match order.status {
        FileStatus::Delivered => "completed",
        FileStatus::Shipped if has_writer => "submitted",
        FileStatus::Invoiced | FileStatus::Processing if has_writer => "in_progress",
        FileStatus::Approved => "available",
        FileStatus::Created => "unpaid",
        FileStatus::Canceled => "cancelled",
        FileStatus::Unavailable | FileStatus::Shipped | FileStatus::Invoiced | FileStatus::Processing => {
            "on_hold"
        }
    };
    let earlier = order.approved_at.unwrap_or(order.purchased_at);
    let mut submitted_at = order.shipped_at;
    let mut completed_at = order.delivered_at;
    if status == "submitted" {
        submitted_at.get_or_insert(earlier);
    }
    if status == "completed" {
        completed_at.get_or_insert(order.shipped_at.unwrap_or(earlier));
    }
    Standing { status: status.into(), submitted_at, completed_at }
}
