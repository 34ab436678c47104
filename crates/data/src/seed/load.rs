//! The demo data into the database: set-up, people, then the stories in chunks.

use sqlx::{Connection as _, PgConnection};

use super::{
    Size,
    batch::{Batch, Numbers},
    desk, notices,
    order::Story,
    package::{Bundle, Special},
    people,
    plan::{Ids, Plan},
    points, setup, staff,
    totals::Totals,
};
use crate::{
    Error, Loaded, Progress,
    copy::{Row, Sink, copy_rows},
    rows::{feedback, loyalty, money, notices as told, orders, packages},
    tables,
};

/// What a seed fills.
pub(super) const TABLES: [&str; 39] = [
    "websites",
    "users",
    "user_presence",
    "staff_profiles",
    "user_action_requests",
    "blacklisted_emails",
    "paper_types",
    "work_types",
    "academic_levels",
    "formatting_styles",
    "english_types",
    "subjects",
    "additional_services",
    "writer_levels",
    "orders",
    "order_items",
    "special_order_types",
    "special_orders",
    "class_bundle_configs",
    "class_bundles",
    "tips",
    "payments",
    "installments",
    "payment_reminder_configs",
    "payment_deletion_messages",
    "payment_reminders_sent",
    "payout_requests",
    "writer_profiles",
    "loyalty_tiers",
    "client_profiles",
    "loyalty_transactions",
    "reviews",
    "disputes",
    "refunds",
    "tickets",
    "notifications",
    "broadcasts",
    "broadcast_views",
    "audit_log",
];

/// Reads the first free ids; the tables must be locked.
pub(super) async fn first_ids(conn: &mut PgConnection) -> sqlx::Result<Ids> {
    Ok(Ids {
        websites: tables::next_id(conn, "websites").await?,
        users: tables::next_id(conn, "users").await?,
        paper_types: tables::next_id(conn, "paper_types").await?,
        work_types: tables::next_id(conn, "work_types").await?,
        academic_levels: tables::next_id(conn, "academic_levels").await?,
        formatting_styles: tables::next_id(conn, "formatting_styles").await?,
        english_types: tables::next_id(conn, "english_types").await?,
        subjects: tables::next_id(conn, "subjects").await?,
        additional_services: tables::next_id(conn, "additional_services").await?,
        writer_levels: tables::next_id(conn, "writer_levels").await?,
        orders: tables::next_id(conn, "orders").await?,
        special_order_types: tables::next_id(conn, "special_order_types").await?,
        special_orders: tables::next_id(conn, "special_orders").await?,
        class_bundle_configs: tables::next_id(conn, "class_bundle_configs").await?,
        class_bundles: tables::next_id(conn, "class_bundles").await?,
        tips: tables::next_id(conn, "tips").await?,
        payments: tables::next_id(conn, "payments").await?,
        payment_reminder_configs: tables::next_id(conn, "payment_reminder_configs").await?,
        loyalty_tiers: tables::next_id(conn, "loyalty_tiers").await?,
        broadcasts: tables::next_id(conn, "broadcasts").await?,
    })
}

/// Tells every story once for its sums, then writes everything.
pub(super) async fn load(conn: &mut PgConnection, plan: &Plan, progress: &Progress) -> sqlx::Result<Loaded> {
    progress.stage("planning");
    let totals = add_up(plan);
    let mut loaded = Loaded::default();
    set_up(conn, plan, progress, &mut loaded).await?;
    people(conn, plan, &totals, progress, &mut loaded).await?;
    stories(conn, plan, progress, &mut loaded).await?;
    around(conn, plan, &totals, progress, &mut loaded).await?;
    Ok(loaded)
}

pub(super) fn add_up(plan: &Plan) -> Totals {
    let mut totals = Totals::new(plan);
    for place in 0..plan.orders {
        Story::tell(plan, place).add_to(&mut totals);
    }
    for place in 0..plan.packages {
        Special::tell(plan, place).package.add_to(&mut totals);
        Bundle::tell(plan, place).add_to(&mut totals);
    }
    totals
}

/// Loads one table after the other and notes how many rows came.
macro_rules! copy_each {
    ($conn:ident, $progress:ident, $loaded:ident: $($rows:expr),+ $(,)?) => {
        $(
            let (table, rows) = copy_rows($conn, $progress, $rows).await?;
            $loaded.add(table, rows);
        )+
    };
}

async fn set_up(
    conn: &mut PgConnection,
    plan: &Plan,
    progress: &Progress,
    loaded: &mut Loaded,
) -> sqlx::Result<()> {
    copy_each!(conn, progress, loaded:
        setup::websites(plan),
        setup::paper_types(plan),
        setup::work_types(plan),
        setup::academic_levels(plan),
        setup::formatting_styles(plan),
        setup::english_types(plan),
        setup::subjects(plan),
        setup::services(plan),
        setup::writer_levels(plan),
        setup::loyalty_tiers(plan),
        setup::special_types(plan),
        setup::bundle_configs(plan),
    );
    Ok(())
}

async fn people(
    conn: &mut PgConnection,
    plan: &Plan,
    totals: &Totals,
    progress: &Progress,
    loaded: &mut Loaded,
) -> sqlx::Result<()> {
    copy_each!(conn, progress, loaded:
        staff::users(plan).chain(people::writers(plan, totals)).chain(people::clients(plan)),
        staff::presences(plan).chain(people::presences(plan)),
        staff::profiles(plan),
        people::writer_profiles(plan),
        people::client_profiles(plan, totals),
        people::blacklisted_emails(plan),
        setup::reminder_configs(plan),
        setup::deletion_messages(plan),
    );
    Ok(())
}

async fn around(
    conn: &mut PgConnection,
    plan: &Plan,
    totals: &Totals,
    progress: &Progress,
    loaded: &mut Loaded,
) -> sqlx::Result<()> {
    copy_each!(conn, progress, loaded:
        points::spent(plan, totals),
        desk::action_requests(plan),
        desk::payouts(plan),
        notices::to_staff(plan),
        notices::broadcasts(plan),
        notices::views(plan),
        notices::audit(plan),
    );
    Ok(())
}

/// The tables that stories fill; what a row refers to is in an earlier one.
pub(super) fn batch() -> Batch {
    Batch::new(vec![
        Sink::new::<orders::Order>(),
        Sink::new::<orders::OrderItem>(),
        Sink::new::<packages::SpecialOrder>(),
        Sink::new::<packages::ClassBundle>(),
        Sink::new::<money::Tip>(),
        Sink::new::<money::Payment>(),
        Sink::new::<packages::Installment>(),
        Sink::new::<money::Refund>(),
        Sink::new::<money::ReminderSent>(),
        Sink::new::<feedback::Review>(),
        Sink::new::<feedback::Dispute>(),
        Sink::new::<loyalty::LoyaltyTransaction>(),
        Sink::new::<feedback::Ticket>(),
        Sink::new::<told::Notification>(),
    ])
}

/// Orders and packages, told in time's order.
async fn stories(
    conn: &mut PgConnection,
    plan: &Plan,
    progress: &Progress,
    loaded: &mut Loaded,
) -> sqlx::Result<()> {
    let mut batch = batch();
    let mut numbers = Numbers::new(&plan.ids);
    progress.stage(orders::Order::TABLE);
    for place in 0..plan.orders {
        write(plan, place, &mut batch, &mut numbers);
        if batch.is_full() {
            batch.flush(conn).await?;
        }
        progress.done(1);
    }
    batch.flush(conn).await?;
    for (table, rows) in batch.sent() {
        loaded.add(table, rows);
    }
    Ok(())
}

/// The order of a place, and the packages that have the same place.
pub(super) fn write(plan: &Plan, place: usize, batch: &mut Batch, numbers: &mut Numbers) {
    Story::tell(plan, place).write(plan, batch, numbers);
    if place < plan.packages {
        Special::tell(plan, place).write(plan, batch, numbers);
        Bundle::tell(plan, place).write(plan, batch, numbers);
    }
}

/// Steps of the bar: people have up to three rows each, an order is one step whatever it brings.
pub(super) fn steps(size: Size, plan: &Plan) -> u64 {
    let around = desk::payout_count(plan) + notices::audit_count(plan);
    let people = 3 * (plan.clients + plan.writers);
    u64::try_from(size.orders() + around + people).unwrap_or_default()
}

/// Everything that a seed does inside its transaction.
pub(super) async fn seed(
    conn: &mut PgConnection,
    size: Size,
    now: crate::rows::Time,
    password_hash: &str,
    progress: &Progress,
) -> Result<Result<Loaded, Vec<String>>, Error> {
    let mut tx = conn.begin().await?;
    tables::wait_for_turn(&mut tx).await?;
    let there = super::there(&mut tx).await?;
    if !there.is_empty() {
        return Ok(Err(there));
    }
    tables::lock(&mut tx, &TABLES).await?;
    let plan = Plan::new(size, now, password_hash, first_ids(&mut tx).await?);
    progress.expect(steps(size, &plan));
    let loaded = load(&mut tx, &plan, progress).await?;
    for table in TABLES {
        tables::reset_sequence(&mut tx, table).await?;
    }
    progress.stage("committing");
    tx.commit().await?;
    Ok(Ok(loaded))
}
