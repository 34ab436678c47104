//! Rows of which each would be counted wrongly by one mistake.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{IntoActiveModel, Set};
use tally_entity::{OrderStatus, PaymentStatus, Role, UserId, WebsiteId, order};
use tally_testkit::{TestApp, ago, now};

/// Those whom orders name.
pub(super) struct People {
    pub(super) writer: UserId,
    pub(super) client: UserId,
    pub(super) other_client: UserId,
}

const TICK: Duration = Duration::microseconds(1);

pub(super) async fn people(app: &TestApp, alpha: WebsiteId, beta: WebsiteId) -> People {
    let named = |role, name: &'static str| {
        app.user(role, Some(alpha)).set(|u| {
            u.username = Set(name.to_owned());
            u.email = Set(format!("{name}@people.example"));
        })
    };
    let writer = named(Role::Writer, "will").insert().await.id;
    let client = named(Role::Client, "carl").insert().await.id;
    let suspended = |u: &mut tally_entity::user::ActiveModel| {
        (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))));
    };
    let other_client = named(Role::Client, "cleo").set(suspended).insert().await.id;
    named(Role::Editor, "ed").insert().await;
    named(Role::Support, "sue").set(|u| u.is_active = Set(false)).insert().await;
    // Counted nowhere.
    named(Role::Admin, "adam").set(suspended).insert().await;
    named(Role::Client, "gone").set(|u| u.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    app.user(Role::Client, Some(beta)).set(suspended).insert().await;
    People { writer, client, other_client }
}

fn paid(order: &mut order::ActiveModel, cents: i64) {
    order.is_paid = Set(true);
    order.paid_at = Set(Some(ago(1, 0)));
    order.total_price_cents = Set(cents);
}

fn completed(order: &mut order::ActiveModel, writer: UserId, cents: i64) {
    order.status = Set(OrderStatus::Completed);
    order.completed_at = Set(Some(ago(1, 0)));
    order.assigned_writer_id = Set(Some(writer));
    order.writer_compensation_cents = Set(cents);
}

pub(super) async fn orders(app: &TestApp, alpha: WebsiteId, beta: WebsiteId, people: &People) {
    let People { writer, client, other_client } = *people;
    let order = |topic: &str, created_at: DateTime<Utc>| {
        let topic = topic.to_owned();
        app.order(alpha).set(|o| (o.topic, o.created_at) = (Set(topic), Set(created_at)))
    };
    order(&"x".repeat(51), ago(30, 0))
        .set(|o| {
            completed(o, writer, 4_000);
            paid(o, 10_050);
            o.client_id = Set(Some(client));
        })
        .insert()
        .await;
    // A microsecond too old for the trend, and reviewed is not completed.
    order("reviewed", ago(30, 0) - TICK)
        .set(|o| {
            o.status = Set(OrderStatus::Reviewed);
            paid(o, 5_000);
            o.client_id = Set(Some(client));
            o.assigned_writer_id = Set(Some(writer));
            o.writer_compensation_cents = Set(1);
        })
        .insert()
        .await;
    order("late for the client", ago(7, 0))
        .set(|o| {
            o.client_id = Set(Some(other_client));
            o.client_deadline_at = Set(Some(now() - TICK));
            o.total_price_cents = Set(1_000);
        })
        .insert()
        .await;
    order("late for the writer", ago(7, 0) - TICK)
        .set(|o| {
            o.status = Set(OrderStatus::Available);
            o.writer_deadline_at = Set(Some(now() - TICK));
        })
        .insert()
        .await;
    order("not late yet", ago(8, 0))
        .set(|o| {
            o.assigned_writer_id = Set(Some(writer));
            (o.client_deadline_at, o.writer_deadline_at) = (Set(Some(now())), Set(Some(now())));
        })
        .insert()
        .await;
    order("in work", ago(0, 1))
        .set(|o| {
            o.status = Set(OrderStatus::InProgress);
            paid(o, 500);
            o.client_id = Set(Some(other_client));
            o.assigned_writer_id = Set(Some(writer));
        })
        .insert()
        .await;
    // The first instant that is not in the past.
    order("placed now", now()).set(|o| paid(o, 1)).insert().await;
    one_of_each(app, alpha, writer).await;
    let removed = order("removed", ago(1, 0))
        .set(|o| {
            completed(o, writer, 7_777);
            paid(o, 7_777);
            (o.client_id, o.deleted_at) = (Set(Some(client)), Set(Some(ago(0, 1))));
        })
        .insert()
        .await;
    let mut elsewhere = removed.into_active_model();
    elsewhere.id = sea_orm::NotSet;
    (elsewhere.website_id, elsewhere.deleted_at) = (Set(beta), Set(None));
    app.insert(elsewhere).await;
}

/// The statuses that are counted in groups.
async fn one_of_each(app: &TestApp, site: WebsiteId, writer: UserId) {
    use OrderStatus::{
        Assigned, Disputed, OnRevision, Revised, RevisionInProgress, RevisionRequested, Submitted,
        UnderEditing, UnderReview, Unpaid,
    };
    let progress = [Assigned, UnderEditing, Submitted, UnderReview];
    let revision = [OnRevision, RevisionRequested, RevisionInProgress, Revised];
    for status in progress.into_iter().chain(revision).chain([Disputed, Unpaid]) {
        app.order(site)
            .set(|o| {
                (o.topic, o.status) = (Set(status.to_string()), Set(status));
                (o.submitted_at, o.created_at) = (Set(Some(ago(40, 0))), Set(ago(40, 0)));
                o.assigned_writer_id = Set((status != Unpaid).then_some(writer));
            })
            .insert()
            .await;
    }
}

/// Amounts are powers of two, so that a sum says which of them it has.
pub(super) async fn payments(app: &TestApp, alpha: WebsiteId, beta: WebsiteId) {
    use PaymentStatus::{Completed, Failed, Pending, Succeeded};
    let at = |text: &str| Some(text.parse::<DateTime<Utc>>().unwrap());
    let rows = [
        (Completed, at("2026-04-15T00:00:00Z")),
        (Succeeded, at("2026-04-15T23:59:59.999999Z")),
        (Completed, at("2026-04-14T23:59:59.999999Z")),
        (Completed, at("2026-04-08T12:00:00Z")),
        (Completed, at("2026-04-08T11:59:59.999999Z")),
        (Completed, at("2026-04-01T12:00:00Z")),
        (Completed, at("2026-04-01T11:59:59.999999Z")),
        (Completed, at("2026-04-01T00:00:00Z")),
        (Completed, at("2026-03-31T23:59:59.999999Z")),
        (Pending, at("2026-04-15T01:00:00Z")),
        (Failed, at("2026-04-15T01:00:00Z")),
        // Not confirmed: it counts from when it was made, ten days ago.
        (Completed, None),
    ];
    let order = app.order(alpha).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    let mut cents = 100;
    for (status, confirmed_at) in rows {
        app.payment(&order)
            .set(|p| {
                (p.status, p.confirmed_at, p.amount_cents) = (Set(status), Set(confirmed_at), Set(cents));
            })
            .insert()
            .await;
        cents *= 2;
    }
    let foreign = app.order(beta).insert().await;
    app.payment(&foreign)
        .set(|p| {
            (p.status, p.confirmed_at) = (Set(Completed), Set(Some(ago(0, 1))));
            p.amount_cents = Set(99);
        })
        .insert()
        .await;
}
