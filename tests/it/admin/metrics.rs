//! `GET admin-management/dashboard/metrics/*` and `…/top-clients`

mod revenue;
mod top_clients;
mod years;

use chrono::{DateTime, Duration, Utc};
use sea_orm::Set;
use tally_entity::{UserId, WebsiteId, order};
use tally_testkit::{TestApp, ago};

const TICK: Duration = Duration::microseconds(1);

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// An order of that time; paid when it costs something.
async fn placed(app: &TestApp, site: WebsiteId, created_at: DateTime<Utc>, cents: i64) -> order::Model {
    placed_by(app, site, None, created_at, cents).await
}

async fn placed_by(
    app: &TestApp,
    site: WebsiteId,
    client: Option<UserId>,
    created_at: DateTime<Utc>,
    cents: i64,
) -> order::Model {
    let row = app.order(site).set(|o| {
        o.client_id = Set(client);
        o.created_at = Set(created_at);
        o.total_price_cents = Set(cents);
        o.is_paid = Set(cents > 0);
        o.paid_at = Set((cents > 0).then(|| ago(0, 1)));
    });
    row.insert().await
}

/// A removed order of 99 cents, and one of another website.
async fn strangers(app: &TestApp, site: WebsiteId, created_at: DateTime<Utc>) {
    let other = app.website("other").await;
    placed(app, other, created_at, 99).await;
    app.order(site)
        .set(|o| {
            (o.created_at, o.deleted_at) = (Set(created_at), Set(Some(ago(0, 1))));
            (o.is_paid, o.paid_at, o.total_price_cents) = (Set(true), Set(Some(ago(0, 1))), Set(99));
        })
        .insert()
        .await;
}
