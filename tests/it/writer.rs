//! What a writer earns, does next and asks for.

mod badges;
mod calendar;
mod earnings;
mod earnings_breakdown;
mod earnings_export;
mod estimated_earnings;
mod hands;
mod level;
mod order_priority;
mod payment_info;
mod payment_status;
mod payments;
mod performance;
mod summary;
mod workload;
