//! Special orders, as those who price them, order them and work on them see them.

mod analytics;
mod dashboard;
mod detail;
mod list;
mod queues;

use chrono::Duration;
use sea_orm::Set;
use tally_entity::{Role, SpecialOrderStatus, UserId, WebsiteId, special_order};
use tally_testkit::{Row, TestApp, ago};

const TICK: Duration = Duration::microseconds(1);

/// A website and a client of its own.
struct Shop {
    site: WebsiteId,
    client: UserId,
}

impl Shop {
    async fn open(app: &TestApp, name: &str) -> Self {
        let site = app.website(name).await;
        Self { site, client: app.user_id(Role::Client, Some(site)).await }
    }

    fn order<'a>(&self, app: &'a TestApp) -> Row<'a, special_order::ActiveModel> {
        app.special_order(self.site, self.client)
    }

    fn at<'a>(&self, app: &'a TestApp, status: SpecialOrderStatus) -> Row<'a, special_order::ActiveModel> {
        self.order(app).set(at(status))
    }
}

/// Stands there; what is completed was so yesterday.
fn at(status: SpecialOrderStatus) -> impl FnOnce(&mut special_order::ActiveModel) {
    move |s| {
        s.status = Set(status);
        s.completed_at = Set((status == SpecialOrderStatus::Completed).then(|| ago(1, 0)));
    }
}
