//! Who and what there will be, before anything is made.

use chrono::{DateTime, SubsecRound, Utc};

use super::{Size, calendar::Calendar, words};

/// A made-up website.
#[derive(Debug)]
pub(super) struct Site {
    pub name: &'static str,
    pub slug: &'static str,
    pub domain: &'static str,
}

/// Most people are on the first.
pub(super) const SITES: [Site; 3] = [
    Site { name: "Quill House", slug: "quill-house", domain: "quillhouse.example" },
    Site { name: "North Desk", slug: "north-desk", domain: "northdesk.example" },
    Site { name: "Lumen Papers", slug: "lumen-papers", domain: "lumenpapers.example" },
];

/// Websites of people in turn: ten, six and four of twenty.
const TURNS: [usize; 20] = [0, 1, 0, 2, 0, 1, 0, 0, 1, 2, 0, 1, 0, 2, 0, 1, 0, 1, 0, 2];

pub(super) const CURRENCY: &str = "USD";

/// First ids of the tables whose rows others refer to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ids {
    pub websites: i64,
    pub users: i64,
    pub paper_types: i64,
    pub work_types: i64,
    pub academic_levels: i64,
    pub formatting_styles: i64,
    pub english_types: i64,
    pub subjects: i64,
    pub additional_services: i64,
    pub writer_levels: i64,
    pub orders: i64,
    pub special_order_types: i64,
    pub special_orders: i64,
    pub class_bundle_configs: i64,
    pub class_bundles: i64,
    pub tips: i64,
    pub payments: i64,
    pub payment_reminder_configs: i64,
    pub loyalty_tiers: i64,
    pub broadcasts: i64,
}

/// The frame of a seed.
#[derive(Debug)]
pub(super) struct Plan {
    pub now: DateTime<Utc>,
    pub password_hash: String,
    pub calendar: Calendar,
    pub ids: Ids,
    pub orders: usize,
    pub clients: usize,
    pub writers: usize,
    /// Special orders, and as many class bundles.
    pub packages: usize,
    /// Writers of each website.
    site_writers: [Vec<usize>; 3],
}

/// Orders per client, on average.
const ORDERS_PER_CLIENT: usize = 4;

impl Plan {
    pub(super) fn new(size: Size, now: DateTime<Utc>, password_hash: &str, ids: Ids) -> Self {
        let now = now.trunc_subsecs(0);
        let orders = size.orders();
        let writers = (orders / 40).clamp(40, 6_000);
        let mut site_writers = [const { Vec::new() }; 3];
        for writer in 0..writers {
            site_writers[site_of(writer)].push(writer);
        }
        Self {
            now,
            password_hash: password_hash.to_owned(),
            calendar: Calendar::new(now),
            ids,
            orders,
            clients: orders / ORDERS_PER_CLIENT,
            writers,
            packages: orders / 40,
            site_writers,
        }
    }

    pub(super) fn opened_at(&self) -> DateTime<Utc> {
        self.calendar.first_day.and_time(chrono::NaiveTime::MIN).and_utc()
    }

    /// When an order is placed.
    pub(super) fn ordered_at(&self, order: usize) -> DateTime<Utc> {
        self.calendar.at(order, self.orders)
    }

    /// Clients come one after the other, each with his first order; by then this many are there.
    pub(super) fn clients_at(order: usize) -> usize {
        order / ORDERS_PER_CLIENT + 1
    }

    pub(super) fn first_order_of(client: usize) -> usize {
        client * ORDERS_PER_CLIENT
    }

    /// The client whose first order this is.
    pub(super) fn newcomer(order: usize) -> Option<usize> {
        order.is_multiple_of(ORDERS_PER_CLIENT).then_some(order / ORDERS_PER_CLIENT)
    }

    pub(super) fn writers_of(&self, site: usize) -> &[usize] {
        &self.site_writers[site]
    }

    pub(super) fn website(&self, site: usize) -> i64 {
        nth(self.ids.websites, site)
    }

    /// Staff come first, then writers, then clients.
    pub(super) fn staff(&self, place: usize) -> i64 {
        nth(self.ids.users, place)
    }

    pub(super) fn writer(&self, writer: usize) -> i64 {
        nth(self.ids.users, super::staff::STAFF.len() + writer)
    }

    pub(super) fn client(&self, client: usize) -> i64 {
        nth(self.ids.users, super::staff::STAFF.len() + self.writers + client)
    }

    /// Pay grade of a writer on his website.
    pub(super) fn writer_level(&self, writer: usize) -> i64 {
        nth(self.ids.writer_levels, site_of(writer) * words::WRITER_LEVELS.len() + level_of(writer))
    }

    /// A row of a table that has `per_site` rows on each website.
    pub(super) fn choice(first: i64, per_site: usize, site: usize, place: usize) -> i64 {
        nth(first, site * per_site + place)
    }
}

/// The website of a person, clients and writers alike. The first of both are on the first website.
pub(super) fn site_of(person: usize) -> usize {
    TURNS[person % TURNS.len()]
}

/// Few writers reach the top.
pub(super) fn level_of(writer: usize) -> usize {
    [1, 0, 2, 1, 0, 3, 1, 2][writer / 3 % 8]
}

pub(super) fn nth(first: i64, place: usize) -> i64 {
    first + i64::try_from(place).unwrap_or_default()
}
