//! All rows of a seed by table and column, read back from their COPY lines.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{
    copy::{Row as _, Sink},
    rows::{feedback, loyalty, money, notices as told, orders, packages, people as person},
    seed::{
        Size,
        batch::Numbers,
        desk, load, notices, people,
        plan::{Ids, Plan},
        points, setup, staff,
    },
};

/// Afternoon of a working day, midnight, and a Saturday at the end of a year.
pub(super) const NOWS: [&str; 3] = ["2025-11-20T13:30:00Z", "2024-03-01T00:00:00Z", "2022-12-31T23:59:59Z"];

/// A row by column; `None` is NULL.
pub(super) type Fields = BTreeMap<&'static str, Option<String>>;

pub(super) struct Seed {
    pub plan: Plan,
    tables: BTreeMap<&'static str, Vec<Fields>>,
}

pub(super) fn plan(now: &str) -> Plan {
    // Distinct, so that an id of the wrong table shows.
    let ids = Ids {
        websites: 1_000_000,
        users: 2_000_000,
        orders: 3_000_000,
        payments: 4_000_000,
        tips: 5_000_000,
        special_orders: 6_000_000,
        class_bundles: 7_000_000,
        loyalty_tiers: 8_000_000,
        broadcasts: 9_000_000,
        ..Ids::default()
    };
    Plan::new(Size::Small, now.parse().unwrap(), "hash", ids)
}

macro_rules! columns_of {
    ($($row:ty),+ $(,)?) => { vec![$((<$row>::TABLE, <$row>::COLUMNS)),+] };
}

impl Seed {
    /// One for each of the times; made once, because every test looks at the same.
    pub(super) fn all() -> &'static [Self; 3] {
        static SEEDS: LazyLock<[Seed; 3]> = LazyLock::new(|| NOWS.map(Seed::new));
        &SEEDS
    }

    /// The first of them.
    pub(super) fn any() -> &'static Self {
        &Self::all()[0]
    }

    pub(super) fn new(now: &str) -> Self {
        let plan = plan(now);
        let totals = load::add_up(&plan);
        let mut batch = load::batch();
        let mut numbers = Numbers::new(&plan.ids);
        for place in 0..plan.orders {
            load::write(&plan, place, &mut batch, &mut numbers);
        }
        let known = columns_of![
            orders::Order,
            orders::OrderItem,
            packages::SpecialOrder,
            packages::ClassBundle,
            packages::Installment,
            money::Tip,
            money::Payment,
            money::Refund,
            money::ReminderSent,
            feedback::Review,
            feedback::Dispute,
            feedback::Ticket,
            loyalty::LoyaltyTransaction,
            told::Notification,
        ];
        let mut seed = Self { plan, tables: BTreeMap::new() };
        for sink in batch.sinks() {
            let (table, columns) = known.iter().find(|(table, _)| *table == sink.table()).unwrap();
            seed.add_lines(table, columns, sink.unsent());
        }
        let plan = plan_again(&seed.plan);
        seed.add(staff::users(&plan).chain(people::writers(&plan, &totals)).chain(people::clients(&plan)));
        seed.add(people::client_profiles(&plan, &totals));
        seed.add(people::blacklisted_emails(&plan));
        seed.add(points::spent(&plan, &totals));
        seed.add(desk::action_requests(&plan));
        seed.add(desk::payouts(&plan));
        seed.add(notices::to_staff(&plan));
        seed.add(notices::broadcasts(&plan));
        seed.add(notices::views(&plan));
        seed.add(notices::audit(&plan));
        seed.add(setup::websites(&plan));
        seed.add::<person::WriterProfile>(people::writer_profiles(&plan));
        seed
    }

    fn add<R: crate::copy::Row>(&mut self, rows: impl Iterator<Item = R>) {
        let mut sink = Sink::new::<R>();
        rows.for_each(|row| sink.push(&row));
        self.add_lines(R::TABLE, R::COLUMNS, sink.unsent());
    }

    fn add_lines(&mut self, table: &'static str, columns: &[&'static str], lines: &str) {
        let value = |text: &str| (text != "\\N").then(|| text.to_owned());
        let rows =
            lines.lines().map(|line| columns.iter().copied().zip(line.split('\t').map(value)).collect());
        self.tables.entry(table).or_default().extend(rows);
    }

    pub(super) fn rows(&self, table: &str) -> &[Fields] {
        self.tables.get(table).unwrap_or_else(|| panic!("no rows of {table}"))
    }

    pub(super) fn tables(&self) -> impl Iterator<Item = (&'static str, &Vec<Fields>)> {
        self.tables.iter().map(|(table, rows)| (*table, rows))
    }

    /// Distinct values of a column.
    pub(super) fn words(&self, table: &str, column: &str) -> std::collections::BTreeSet<&str> {
        self.rows(table).iter().filter_map(|row| row[column].as_deref()).collect()
    }
}

fn plan_again(plan: &Plan) -> Plan {
    Plan::new(Size::Small, plan.now, &plan.password_hash, plan.ids)
}

/// A whole number of a row; panics on NULL.
pub(super) fn number(row: &Fields, column: &str) -> i64 {
    row[column].as_ref().unwrap().parse().unwrap()
}

pub(super) fn word<'a>(row: &'a Fields, column: &str) -> &'a str {
    row[column].as_deref().unwrap()
}

pub(super) fn is_set(row: &Fields, column: &str) -> bool {
    row[column].is_some()
}
