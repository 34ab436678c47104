//! An order with everything that belongs to it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{RoleRule as _, Staff};
use tally_entity::{
    EnglishTypeId, FilePurpose, FormattingStyleId, OrderFileId, OrderId, OrderItemId, OrderRequestId,
    OrderRequestStatus, Role,
};
use tally_http::Amount;
use utoipa::ToSchema;

use super::super::row::OrderRow;
use super::staff::StaffPart;
use crate::orders::repository::detail::{Detail, File, Item, OrderDetail, OwnRequest};

/// An order with everything that belongs to it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderAnswer {
    #[serde(flatten)]
    order: OrderRow,
    instructions: String,
    order_instructions: String,
    #[schema(value_type = Option<i64>)]
    english_type: Option<EnglishTypeId>,
    #[schema(value_type = Option<i64>)]
    formatting_style: Option<FormattingStyleId>,
    #[schema(value_type = Option<i64>)]
    previous_order: Option<OrderId>,
    items: Vec<OrderItem>,
    /// For clients those they may see.
    files: Vec<OrderFile>,
    /// How the reader asked for the order, if he is a writer who did.
    writer_request: Option<WriterRequest>,
    #[serde(flatten)]
    staff: Option<StaffPart>,
}

/// A priced line.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct OrderItem {
    #[schema(value_type = i64)]
    id: OrderItemId,
    description: String,
    quantity: i32,
    unit_price: Amount,
    amount: Amount,
}

/// A file.
#[derive(Debug, Serialize, ToSchema)]
struct OrderFile {
    #[schema(value_type = i64)]
    id: OrderFileId,
    name: String,
    /// Bytes.
    size: i64,
    #[schema(value_type = String)]
    purpose: FilePurpose,
    created_at: DateTime<Utc>,
}

/// How a writer asked for the order.
#[derive(Debug, Serialize, ToSchema)]
struct WriterRequest {
    #[schema(value_type = i64)]
    id: OrderRequestId,
    #[schema(value_type = String)]
    status: OrderRequestStatus,
}

impl OrderAnswer {
    /// The order as somebody of this role may see it.
    pub(super) fn of(found: Detail, reader: Role) -> Self {
        let Detail { order: detail, items, files, transitions } = found;
        let staff = Staff::ROLES.contains(&reader).then(|| StaffPart::of(&detail, &items, transitions));
        let OrderDetail {
            order,
            instructions,
            english_type_id,
            english_type: _,
            formatting_style_id,
            formatting_style: _,
            writer_level: _,
            previous_order_id,
            client_registration_id: _,
            writer_registration_id: _,
            assigned_at: _,
            cancelled_at: _,
            paid_at: _,
            request,
        } = detail;
        Self {
            order: OrderRow::of(order, reader),
            order_instructions: instructions.clone(),
            instructions,
            english_type: english_type_id,
            formatting_style: formatting_style_id,
            previous_order: previous_order_id,
            items: items.iter().map(OrderItem::from).collect(),
            files: files.into_iter().map(OrderFile::from).collect(),
            writer_request: request.map(|OwnRequest { id, status }| WriterRequest { id, status }),
            staff,
        }
    }
}

impl From<&Item> for OrderItem {
    fn from(row: &Item) -> Self {
        let Item { id, service_id: _, description, quantity, unit_price_cents, amount_cents } = row;
        Self {
            id: *id,
            description: description.clone(),
            quantity: *quantity,
            unit_price: Amount::cents(*unit_price_cents),
            amount: Amount::cents(*amount_cents),
        }
    }
}

impl From<File> for OrderFile {
    fn from(row: File) -> Self {
        let File { id, name, size_bytes, purpose, created_at } = row;
        Self { id, name, size: size_bytes, purpose, created_at }
    }
}
