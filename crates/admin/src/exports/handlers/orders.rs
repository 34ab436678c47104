//! `GET /api/v1/admin-management/exports/orders`

use axum::extract::State;
use tally_auth::ScopeQuery;
use tally_db::Db;
use tally_http::{ApiResult, Attachment, FileBytes, Problems, access::ADMIN};
use tally_sheet::{Cell, Record};

use super::{
    export::{Export, FormatQuery},
    log::Exported,
};
use crate::{
    exports::repository::orders::{self, OrderLine},
    orders::handlers::list::query::{ListQuery, PeopleQuery, RemovedQuery, StateQuery, TimeQuery, WorkQuery},
};

const ORDERS: Exported = Exported { rows: "orders", table: "order", file: "orders_export" };

impl Record<20> for OrderLine {
    const COLUMNS: [&'static str; 20] = [
        "Order ID",
        "Topic",
        "Client ID",
        "Client Email",
        "Writer ID",
        "Writer Email",
        "Paper Type",
        "Academic Level",
        "Formatting Style",
        "Number of Pages",
        "Number of Slides",
        "Status",
        "Total Price",
        "Writer Compensation",
        "Is Paid",
        "Client Deadline",
        "Writer Deadline",
        "Created At",
        "Updated At",
        "Website",
    ];

    fn cells(self) -> [Cell; 20] {
        [
            self.id.0.into(),
            self.topic.into(),
            self.client_id.map(|id| id.0).into(),
            self.client_email.into(),
            self.assigned_writer_id.map(|id| id.0).into(),
            self.writer_email.into(),
            self.paper_type.into(),
            self.academic_level.into(),
            self.formatting_style.into(),
            i64::from(self.number_of_pages).into(),
            i64::from(self.number_of_slides).into(),
            self.status.as_str().into(),
            Cell::Money(self.total_price_cents),
            Cell::Money(self.writer_compensation_cents),
            self.is_paid.into(),
            self.client_deadline_at.into(),
            self.writer_deadline_at.into(),
            self.created_at.into(),
            self.updated_at.into(),
            self.website.into(),
        ]
    }
}

/// What was ordered, in a file
#[utoipa::path(
    get,
    path = "/admin-management/exports/orders",
    tag = "admin",
    params(ScopeQuery, FormatQuery, StateQuery, RemovedQuery, PeopleQuery, WorkQuery, TimeQuery),
    responses(
        (status = OK, description = "The file", content(
            (FileBytes = "text/csv"),
            (FileBytes = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        Problems,
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn export_admin_orders(
    State(db): State<Db>,
    export: Export,
    query: ListQuery,
) -> ApiResult<Attachment> {
    // A file is always newest first.
    let (wanted, _) = query.wanted(export.caller());
    let orders = orders::open(db.reads(), export.scope, &wanted, export.now).await?;
    export.send(ORDERS, orders).await
}
