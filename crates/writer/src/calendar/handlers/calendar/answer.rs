//! A writer's calendar.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;
use tally_entity::{OrderId, OrderStatus};
use tally_http::{Amount, Decimal};
use tally_kernel::Period;
use utoipa::ToSchema;

use crate::{
    calendar::{handlers::range::URGENT, repository::calendar::DueOrder},
    formulas::exact::hours,
};

/// Orders by the day they are due.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterCalendar {
    from_date: DateTime<Utc>,
    /// The first instant that is not asked for.
    to_date: DateTime<Utc>,
    /// By UTC day.
    calendar: BTreeMap<NaiveDate, Vec<CalendarOrder>>,
    total_orders: usize,
    overdue_count: usize,
    /// Due within a day.
    urgent_count: usize,
}

/// An order that is due.
#[derive(Debug, Serialize, ToSchema)]
struct CalendarOrder {
    #[schema(value_type = i64)]
    id: OrderId,
    topic: String,
    service_type: String,
    pages: i32,
    deadline: DateTime<Utc>,
    #[schema(value_type = String)]
    status: OrderStatus,
    is_overdue: bool,
    is_urgent: bool,
    /// One decimal; null when there are none left.
    hours_remaining: Option<Decimal>,
    total_price: Amount,
}

impl WriterCalendar {
    pub(super) fn new(orders: Vec<DueOrder>, period: Period, now: DateTime<Utc>) -> Self {
        let mut calendar = BTreeMap::<_, Vec<_>>::new();
        for order in orders {
            calendar.entry(order.due.date_naive()).or_default().push(CalendarOrder::new(order, now));
        }
        let count = |which: fn(&CalendarOrder) -> bool| {
            calendar.values().flatten().filter(|order| which(order)).count()
        };
        Self {
            from_date: period.from,
            to_date: period.until,
            total_orders: count(|_| true),
            overdue_count: count(|order| order.is_overdue),
            urgent_count: count(|order| order.is_urgent),
            calendar,
        }
    }
}

impl CalendarOrder {
    fn new(order: DueOrder, now: DateTime<Utc>) -> Self {
        let left = order.due - now;
        let is_overdue = left < TimeDelta::zero();
        Self {
            id: order.id,
            topic: order.shown_topic().to_owned(),
            service_type: order.service_type.unwrap_or_else(|| "Unknown".to_owned()),
            pages: order.number_of_pages,
            deadline: order.due,
            status: order.status,
            is_overdue,
            is_urgent: left > TimeDelta::zero() && left <= URGENT,
            hours_remaining: (!is_overdue).then(|| hours(left).into()),
            total_price: Amount::cents(order.total_price_cents),
        }
    }
}
