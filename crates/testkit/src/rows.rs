//! Rows that satisfy every rule of their table until a test says otherwise.

mod bookings;
mod loyalty;
mod money;
mod offers;
mod talk;
mod words;
mod work;

use sea_orm::{ActiveModelBehavior, ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use tally_entity::{
    ClassLevel, OrderStatus, PaymentType, Role, UserActionKind, UserId, WebsiteId, additional_service,
    audit_log, class_bundle, dispute, order, order_item, paper_type, payment, payment_deletion_message,
    payment_reminder_config, payment_reminder_sent, ticket, user, user_action_request,
};

use crate::{TestApp, ago};

/// A row about to be inserted.
#[must_use = "a row that is not inserted changes nothing"]
pub struct Row<'a, A> {
    app: &'a TestApp,
    row: A,
}

impl<A> Row<'_, A>
where
    A: ActiveModelTrait + ActiveModelBehavior + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    /// Changes the row.
    pub fn set(mut self, change: impl FnOnce(&mut A)) -> Self {
        change(&mut self.row);
        self
    }

    /// Inserts it.
    pub async fn insert(self) -> <A::Entity as EntityTrait>::Model {
        self.app.insert(self.row).await
    }
}

impl TestApp {
    /// Inserts a row behind the application's back.
    pub async fn insert<A>(&self, row: A) -> <A::Entity as EntityTrait>::Model
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.insert(self.db()).await.expect("the row satisfies the rules of its table")
    }

    fn row<A>(&self, row: A) -> Row<'_, A> {
        Row { app: self, row }
    }

    /// Somebody active; without a website only staff can be.
    pub fn user(&self, role: Role, website: Option<WebsiteId>) -> Row<'_, user::ActiveModel> {
        let name = format!("{role}{}", self.number());
        self.row(user::ActiveModel {
            website_id: Set(website),
            email: Set(format!("{name}@people.example")),
            username: Set(name),
            password_hash: Set("!".to_owned()),
            role: Set(role),
            is_active: Set(true),
            joined_at: Set(ago(100, 0)),
            ..Default::default()
        })
    }

    /// An unpaid pending order of nobody for nothing, made ten days ago.
    pub fn order(&self, website: WebsiteId) -> Row<'_, order::ActiveModel> {
        self.row(order::ActiveModel {
            website_id: Set(website),
            topic: Set(format!("topic {}", self.number())),
            status: Set(OrderStatus::Pending),
            created_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }

    /// A priced extra.
    pub fn additional_service(&self, website: WebsiteId) -> Row<'_, additional_service::ActiveModel> {
        let name = format!("service {}", self.number());
        self.row(additional_service::ActiveModel {
            website_id: Set(website),
            slug: Set(name.replace(' ', "-")),
            name: Set(name),
            cost_cents: Set(0),
            ..Default::default()
        })
    }

    /// Something an admin without a name did an hour ago.
    pub fn audit_log(&self, website: Option<WebsiteId>) -> Row<'_, audit_log::ActiveModel> {
        self.row(audit_log::ActiveModel {
            website_id: Set(website),
            actor_role: Set(Some(Role::Admin.to_string())),
            action: Set(format!("action {}", self.number())),
            created_at: Set(ago(0, 1)),
            ..Default::default()
        })
    }

    /// A bundle for nothing, made ten days ago.
    pub fn class_bundle(&self, website: WebsiteId, client: UserId) -> Row<'_, class_bundle::ActiveModel> {
        self.row(class_bundle::ActiveModel {
            website_id: Set(website),
            client_id: Set(client),
            level: Set(ClassLevel::Undergrad),
            total_price_cents: Set(0),
            created_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }

    /// An open dispute about an order.
    pub fn dispute(&self, order: &order::Model) -> Row<'_, dispute::ActiveModel> {
        self.row(dispute::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(Some(order.id)),
            created_at: Set(ago(5, 0)),
            ..Default::default()
        })
    }

    /// A line of an order, for nothing.
    pub fn order_item(&self, order: &order::Model) -> Row<'_, order_item::ActiveModel> {
        self.row(order_item::ActiveModel {
            website_id: Set(order.website_id),
            order_id: Set(order.id),
            description: Set(format!("item {}", self.number())),
            unit_price_cents: Set(0),
            amount_cents: Set(0),
            ..Default::default()
        })
    }

    /// A kind of paper.
    pub fn paper_type(&self, website: WebsiteId, name: &str) -> Row<'_, paper_type::ActiveModel> {
        self.row(paper_type::ActiveModel {
            website_id: Set(website),
            name: Set(name.to_owned()),
            ..Default::default()
        })
    }

    /// A pending payment of nothing for an order, made ten days ago.
    pub fn payment(&self, order: &order::Model) -> Row<'_, payment::ActiveModel> {
        self.row(payment::ActiveModel {
            website_id: Set(order.website_id),
            client_id: Set(order.client_id),
            payment_type: Set(PaymentType::Standard),
            order_id: Set(Some(order.id)),
            amount_cents: Set(0),
            created_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }

    /// An active notice that unpaid orders are deleted.
    pub fn payment_deletion_message(
        &self,
        website: WebsiteId,
    ) -> Row<'_, payment_deletion_message::ActiveModel> {
        self.row(payment_deletion_message::ActiveModel {
            website_id: Set(website),
            message: Set("deleted".to_owned()),
            ..Default::default()
        })
    }

    /// An active reminder; each of a website at another part of the time.
    pub fn payment_reminder_config(
        &self,
        website: WebsiteId,
    ) -> Row<'_, payment_reminder_config::ActiveModel> {
        let number = self.number();
        self.row(payment_reminder_config::ActiveModel {
            website_id: Set(website),
            name: Set(format!("reminder {number}")),
            deadline_pct: Set(number.into()),
            message: Set("please pay".to_owned()),
            ..Default::default()
        })
    }

    /// A reminder of an order, sent an hour ago.
    pub fn payment_reminder_sent(
        &self,
        config: &payment_reminder_config::Model,
        order: &order::Model,
        client: UserId,
    ) -> Row<'_, payment_reminder_sent::ActiveModel> {
        self.row(payment_reminder_sent::ActiveModel {
            website_id: Set(config.website_id),
            reminder_config_id: Set(config.id),
            order_id: Set(Some(order.id)),
            client_id: Set(client),
            sent_at: Set(ago(0, 1)),
            ..Default::default()
        })
    }

    /// An open ticket of nobody.
    pub fn ticket(&self, website: WebsiteId) -> Row<'_, ticket::ActiveModel> {
        let number = self.number();
        self.row(ticket::ActiveModel {
            website_id: Set(website),
            ticket_no: Set(format!("T{number}")),
            title: Set(format!("ticket {number}")),
            created_at: Set(ago(5, 0)),
            ..Default::default()
        })
    }

    /// Somebody asks that somebody become an editor.
    pub fn user_action_request(
        &self,
        website: Option<WebsiteId>,
        asker: UserId,
        target: UserId,
    ) -> Row<'_, user_action_request::ActiveModel> {
        self.row(user_action_request::ActiveModel {
            website_id: Set(website),
            requested_by_id: Set(asker),
            target_user_id: Set(target),
            kind: Set(UserActionKind::RoleChange),
            requested_role: Set(Some(Role::Editor)),
            created_at: Set(ago(2, 0)),
            ..Default::default()
        })
    }
}
