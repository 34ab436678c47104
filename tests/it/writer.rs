//! What a writer earns, does next and asks for.

mod advances;
mod availability;
mod badges;
mod calendar;
mod communications;
mod earnings;
mod earnings_breakdown;
mod earnings_export;
mod estimated_earnings;
mod hands;
mod level;
mod offers;
mod order_priority;
mod payment_info;
mod payment_status;
mod payments;
pub(crate) mod people;
mod performance;
mod preferred;
mod profile;
mod queue;
mod requests;
mod summary;
mod takes;
mod workload;
