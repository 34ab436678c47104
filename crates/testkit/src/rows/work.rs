//! Rows about who works on an order, and what becomes of it.

use sea_orm::Set;
use tally_entity::{
    ChangeRequestType, OrderStatus, PreferredWriterAnswer, UserId, WebsiteId, editor_task, file, order,
    order_assignment, order_change_request, order_file, order_request, order_transition,
    preferred_writer_response,
};

use super::Row;
use crate::{TestApp, ago};

impl TestApp {
    /// An order became `to` an hour ago; nobody did it.
    pub fn order_transition(
        &self,
        order: &order::Model,
        to: OrderStatus,
    ) -> Row<'_, order_transition::ActiveModel> {
        self.row(order_transition::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(order.id),
            old_status: Set(OrderStatus::Pending),
            new_status: Set(to),
            action: Set("action".to_owned()),
            created_at: Set(ago(0, 1)),
            ..Default::default()
        })
    }

    /// A writer was given an order two days ago, and has it still.
    pub fn order_assignment(
        &self,
        order: &order::Model,
        writer: UserId,
    ) -> Row<'_, order_assignment::ActiveModel> {
        self.row(order_assignment::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(order.id),
            writer_id: Set(writer),
            created_at: Set(ago(2, 0)),
            ..Default::default()
        })
    }

    /// A writer asked for an order three days ago, and waits.
    pub fn order_request(&self, order: &order::Model, writer: UserId) -> Row<'_, order_request::ActiveModel> {
        self.row(order_request::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(order.id),
            writer_id: Set(writer),
            reason: Set(format!("reason {}", self.number())),
            created_at: Set(ago(3, 0)),
            ..Default::default()
        })
    }

    /// Somebody asked for a revision two days ago, and waits.
    pub fn order_change_request(
        &self,
        order: &order::Model,
        by: UserId,
    ) -> Row<'_, order_change_request::ActiveModel> {
        self.row(order_change_request::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(order.id),
            requested_by_id: Set(by),
            request_type: Set(ChangeRequestType::Revision),
            title: Set(format!("change {}", self.number())),
            created_at: Set(ago(2, 0)),
            ..Default::default()
        })
    }

    /// A preferred writer does not want an order.
    pub fn preferred_writer_response(
        &self,
        order: &order::Model,
        writer: UserId,
    ) -> Row<'_, preferred_writer_response::ActiveModel> {
        self.row(preferred_writer_response::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(order.id),
            writer_id: Set(writer),
            response: Set(PreferredWriterAnswer::Declined),
            ..Default::default()
        })
    }

    /// A text file of one byte.
    pub fn file(&self, website: WebsiteId) -> Row<'_, file::ActiveModel> {
        let name = format!("file{}.txt", self.number());
        self.row(file::ActiveModel {
            website_id: Set(Some(website)),
            storage_key: Set(format!("files/{name}")),
            name: Set(name),
            mime: Set("text/plain".to_owned()),
            size_bytes: Set(1),
            ..Default::default()
        })
    }

    /// A file of an order, which its client sees too.
    pub fn order_file(&self, order: &order::Model, file: &file::Model) -> Row<'_, order_file::ActiveModel> {
        self.row(order_file::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(order.id),
            file_id: Set(file.id),
            ..Default::default()
        })
    }

    /// Editing work that an editor was given a day ago and has not begun.
    pub fn editor_task(&self, order: &order::Model, editor: UserId) -> Row<'_, editor_task::ActiveModel> {
        self.row(editor_task::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(order.id),
            editor_id: Set(Some(editor)),
            assigned_at: Set(ago(1, 0)),
            ..Default::default()
        })
    }
}
