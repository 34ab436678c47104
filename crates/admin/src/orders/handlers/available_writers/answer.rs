//! Writers and how much they have to do.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{
    OrderId, OrderStatus, UserId, WriterLevelId, WriterProfileId, order::lifecycle::Standing, user::full_name,
};
use tally_http::Decimal;
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::orders::repository::available_writers::{ActiveOrder, Wanting, Writer};

/// Writers and how much they have to do.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AvailableWritersAnswer {
    /// The one with most free places first.
    writers: Vec<AvailableWriter>,
    /// The order a writer is looked for.
    order: Option<WantingOrder>,
}

/// A writer.
#[derive(Debug, Serialize, ToSchema)]
struct AvailableWriter {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
    email: String,
    full_name: String,
    /// His number as people say it.
    writer_id: String,
    profile: AvailableProfile,
    workload: Workload,
    stats: WriterStats,
}

/// What a writer shows.
#[derive(Debug, Serialize, ToSchema)]
struct AvailableProfile {
    /// 0 for a writer without a profile.
    id: i64,
    rating: Option<Decimal>,
    completed_orders: i64,
    /// Whether orders may be given to him without asking.
    is_available: bool,
    pen_name: Option<String>,
    writer_level: Option<AvailableLevel>,
}

/// A writer's grade.
#[derive(Debug, Serialize, ToSchema)]
struct AvailableLevel {
    #[schema(value_type = i64)]
    id: WriterLevelId,
    name: String,
    level: i32,
    max_orders: i32,
}

/// How much a writer has to do.
#[derive(Debug, Serialize, ToSchema)]
struct Workload {
    active_orders_count: i64,
    max_orders: i32,
    /// Orders he may have besides.
    capacity: i64,
    avg_rating: Option<Decimal>,
    /// The ten that are due next.
    active_orders: Vec<ActiveRow>,
}

/// An order in work.
#[derive(Debug, Serialize, ToSchema)]
struct ActiveRow {
    #[schema(value_type = i64)]
    id: OrderId,
    topic: String,
    #[schema(value_type = String)]
    status: OrderStatus,
    deadline: Option<DateTime<Utc>>,
    pages: i32,
    paper_type: Option<String>,
    academic_level: Option<String>,
}

/// How a writer did.
#[derive(Debug, Serialize, ToSchema)]
struct WriterStats {
    total_completed: i64,
    /// Submitted by the deadline, of the completed.
    on_time_completion_rate: Decimal,
}

/// An order that looks for a writer.
#[derive(Debug, Serialize, ToSchema)]
struct WantingOrder {
    #[schema(value_type = i64)]
    id: OrderId,
    /// Its number as people say it.
    order_id: String,
    topic: String,
    paper_type: Option<String>,
    academic_level: Option<String>,
    pages: i32,
    assignable: bool,
    /// Why it cannot be assigned.
    reason: Option<String>,
}

impl AvailableWritersAnswer {
    pub(super) fn new(writers: Vec<Writer>, mut orders: Vec<ActiveOrder>, order: Option<Wanting>) -> Self {
        let with_orders = |writer: Writer| {
            let own =
                orders.extract_if(.., |order| order.writer_id == writer.id).map(ActiveRow::from).collect();
            AvailableWriter::of(writer, own)
        };
        Self { writers: writers.into_iter().map(with_orders).collect(), order: order.map(WantingOrder::from) }
    }
}

impl AvailableWriter {
    fn of(writer: Writer, active_orders: Vec<ActiveRow>) -> Self {
        let Writer {
            id,
            username,
            email,
            first_name,
            last_name,
            website_id: _,
            profile_id,
            pen_name,
            is_available,
            rating,
            level_id,
            level,
            level_order,
            level_limit,
            limit,
            active,
            capacity,
            completed,
            on_time,
        } = writer;
        let rating = rating.map(|rating| Hundredths(rating).into());
        let writer_level = level_id.zip(level).zip(level_order.zip(level_limit));
        Self {
            id,
            full_name: full_name(&first_name, &last_name, &username),
            username,
            email,
            writer_id: format!("WRTR{:06}", id.0),
            profile: AvailableProfile {
                id: profile_id.map_or(0, |WriterProfileId(id)| id),
                rating,
                completed_orders: completed,
                is_available,
                pen_name,
                writer_level: writer_level.map(|((id, name), (level, max_orders))| AvailableLevel {
                    id,
                    name,
                    level,
                    max_orders,
                }),
            },
            workload: Workload {
                active_orders_count: active,
                max_orders: limit,
                capacity,
                avg_rating: rating,
                active_orders,
            },
            stats: WriterStats {
                total_completed: completed,
                on_time_completion_rate: Decimal::percent(on_time, completed),
            },
        }
    }
}

impl From<ActiveOrder> for ActiveRow {
    fn from(row: ActiveOrder) -> Self {
        let ActiveOrder {
            writer_id: _,
            id,
            topic,
            status,
            deadline,
            number_of_pages,
            paper_type,
            academic_level,
        } = row;
        Self { id, topic, status, deadline, pages: number_of_pages, paper_type, academic_level }
    }
}

impl From<Wanting> for WantingOrder {
    fn from(row: Wanting) -> Self {
        let Wanting {
            id,
            website_id: _,
            topic,
            paper_type,
            academic_level,
            number_of_pages,
            status,
            is_paid,
            assigned_writer_id,
        } = row;
        let standing = Standing { status, is_paid, has_writer: assigned_writer_id.is_some() };
        let refusal = standing.assigned().err();
        Self {
            id,
            order_id: format!("#{:07}", id.0),
            topic,
            paper_type,
            academic_level,
            pages: number_of_pages,
            assignable: refusal.is_none(),
            reason: refusal.map(|refusal| refusal.to_string()),
        }
    }
}
