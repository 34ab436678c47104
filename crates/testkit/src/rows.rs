//! Rows that satisfy every rule of their table until a test says otherwise.

use sea_orm::{ActiveModelBehavior, ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use tally_entity::{OrderStatus, Role, WebsiteId, order, user};

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
}
