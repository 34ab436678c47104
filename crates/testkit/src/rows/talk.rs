//! Rows about what people write to one another.

use sea_orm::Set;
use tally_entity::{ThreadType, message, message_receipt, order, thread, thread_participant, user};

use super::Row;
use crate::{TestApp, ago};

impl TestApp {
    /// A conversation about an order between these people, begun two days ago.
    pub async fn talk(&self, order: &order::Model, people: &[&user::Model]) -> thread::Model {
        let thread = thread::ActiveModel {
            website_id: Set(order.website_id),
            thread_type: Set(ThreadType::Order),
            order_id: Set(Some(order.id)),
            sender_role: Set(people.first().map(|person| person.role)),
            recipient_role: Set(people.get(1).map(|person| person.role)),
            created_at: Set(ago(2, 0)),
            updated_at: Set(ago(2, 0)),
            ..Default::default()
        };
        let thread = self.insert(thread).await;
        for person in people {
            self.participant(&thread, person).insert().await;
        }
        thread
    }

    /// Somebody takes part since two days.
    pub fn participant(
        &self,
        thread: &thread::Model,
        person: &user::Model,
    ) -> Row<'_, thread_participant::ActiveModel> {
        self.row(thread_participant::ActiveModel {
            website_id: Set(thread.website_id),
            thread_id: Set(thread.id),
            user_id: Set(person.id),
            role: Set(person.role),
            joined_at: Set(ago(2, 0)),
            ..Default::default()
        })
    }

    /// A message that was sent a day ago, which both sides may see.
    pub fn said(
        &self,
        thread: &thread::Model,
        from: &user::Model,
        to: &user::Model,
    ) -> Row<'_, message::ActiveModel> {
        self.row(message::ActiveModel {
            website_id: Set(thread.website_id),
            thread_id: Set(thread.id),
            sender_id: Set(from.id),
            recipient_id: Set(Some(to.id)),
            sender_role: Set(from.role),
            body: Set(format!("message {}", self.number())),
            visible_to_roles: Set(vec![from.role.to_string(), to.role.to_string()]),
            sent_at: Set(ago(1, 0)),
            ..Default::default()
        })
    }

    /// Somebody got a message, and has not read it.
    pub fn receipt(
        &self,
        message: &message::Model,
        person: &user::Model,
    ) -> Row<'_, message_receipt::ActiveModel> {
        self.row(message_receipt::ActiveModel {
            website_id: Set(message.website_id),
            message_id: Set(message.id),
            thread_id: Set(message.thread_id),
            user_id: Set(person.id),
            ..Default::default()
        })
    }
}
