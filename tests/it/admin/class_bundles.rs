//! Packages of classes, as those who sell them, buy them and work on them see them.

mod analytics;
mod dashboard;
mod deposit_pending;
mod detail;
mod installments;
mod list;
mod work;

use chrono::Duration;
use sea_orm::Set;
use tally_entity::{Role, UserId, WebsiteId, class_bundle, user, writer_profile};
use tally_testkit::{Row, TestApp};

use super::orders::named;

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

    fn bundle<'a>(&self, app: &'a TestApp) -> Row<'a, class_bundle::ActiveModel> {
        app.class_bundle(self.site, self.client)
    }
}

/// A writer called jane, whom clients know as Ink.
pub(super) async fn jane(app: &TestApp, site: WebsiteId) -> user::Model {
    let jane = named(app, Role::Writer, site, "jane").await;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(jane.id),
        registration_id: Set("W1".to_owned()),
        pen_name: Set(Some("Ink".to_owned())),
        ..Default::default()
    };
    app.insert(profile).await;
    jane
}
