//! What the page shows, beside what the API answers.

use std::net::SocketAddr;

use chrono::NaiveDate;
use serde_json::{Value, json};
use tally_testkit::WireClient;

use crate::browser::Browser;

type Written = fn(&Value) -> String;
/// Names in the answer, and how their values are written.
type Columns = &'static [(&'static str, Written)];
const COUNT: Written = count;
const MONEY: Written = money;
const TEXT: Written = text;

type Figure = (&'static str, &'static str, &'static str, Written);

/// Each figure's panel and label, and where the main answer has it.
const FIGURES: [Figure; 38] = [
    ("Key figures", "Revenue", "/total_revenue", MONEY),
    ("Key figures", "Paid orders", "/paid_orders_count", COUNT),
    ("Key figures", "Unpaid orders", "/unpaid_orders_count", COUNT),
    ("Key figures", "All payments", "/payment_stats/total_amount", MONEY),
    ("Key figures", "Income this month", "/income_monthly", MONEY),
    ("Key figures", "Last 14 days", "/income_2weeks", MONEY),
    ("Key figures", "Last 7 days", "/income_this_week", MONEY),
    ("Key figures", "Today", "/amount_paid_today", MONEY),
    ("Key figures", "Orders", "/total_orders", COUNT),
    ("Key figures", "Placed in the last 7 days", "/recent_orders_count", COUNT),
    ("Key figures", "In progress", "/orders_in_progress", COUNT),
    ("Key figures", "Completed", "/stats/completed_orders", COUNT),
    ("Key figures", "People", "/stats/total_users", COUNT),
    ("Key figures", "Active", "/stats/active_users", COUNT),
    ("Key figures", "Suspended", "/suspended_users", COUNT),
    ("Key figures", "Clients", "/total_clients", COUNT),
    ("Needs attention", "Overdue orders", "/system_health/overdue_orders", COUNT),
    ("Needs attention", "Unassigned orders", "/system_health/unassigned_orders", COUNT),
    ("Needs attention", "Disputed orders", "/disputed_orders", COUNT),
    ("Needs attention", "Pending orders", "/stats/pending_orders", COUNT),
    ("Needs attention", "On revision", "/orders_on_revision", COUNT),
    ("Needs attention", "Open tickets", "/open_tickets_count", COUNT),
    ("Needs attention", "Failed payments", "/payment_stats/failed_payments", COUNT),
    ("Needs attention", "Pending payments", "/payment_stats/pending_payments", COUNT),
    ("Desk", "Tickets", "/total_tickets", COUNT),
    ("Desk", "Closed tickets", "/closed_tickets_count", COUNT),
    ("Desk", "Disputes", "/stats/total_disputes", COUNT),
    ("Desk", "Resolved disputes", "/stats/resolved_disputes", COUNT),
    ("Payments", "Payments", "/payment_stats/total_payments", COUNT),
    ("Payments", "Completed", "/payment_stats/completed_payments", COUNT),
    ("Payments", "Pending", "/payment_stats/pending_payments", COUNT),
    ("Payments", "Failed", "/payment_stats/failed_payments", COUNT),
    ("Payment reminders", "Sent", "/payment_reminder_stats/total_sent_reminders", COUNT),
    ("Payment reminders", "Sent in the last 7 days", "/payment_reminder_stats/recent_sent_reminders", COUNT),
    ("People by role", "Clients", "/total_clients", COUNT),
    ("People by role", "Writers", "/total_writers", COUNT),
    ("People by role", "Editors", "/total_editors", COUNT),
    ("People by role", "Support", "/total_support", COUNT),
];

/// Counts that are shown as a part of a whole.
const PARTS: [[&str; 4]; 2] = [
    ["Payment reminders", "Active reminders", "active_reminder_configs", "total_reminder_configs"],
    ["Payment reminders", "Active deletion messages", "active_deletion_messages", "total_deletion_messages"],
];

/// Lists that are rows of the answer as they are: caption and columns. The column of websites is left out where
/// only one is shown.
const LISTS: [(&str, &str, Columns); 2] = [
    ("Top clients", "top_clients", &[("username", TEXT), ("order_count", COUNT), ("total_spent", MONEY)]),
    (
        "Top writers",
        "top_writers",
        &[("username", TEXT), ("completed_orders", COUNT), ("total_earnings", MONEY)],
    ),
];
const RECENT_ORDER: [(&str, Written); 7] = [
    ("id", text),
    ("topic", text),
    ("website", text),
    ("client", text),
    ("writer", text),
    ("status", words),
    ("total_price", money),
];
const MONTH: [(&str, Written); 3] = [("month_name", month), ("revenue", money), ("order_count", count)];
const DAY: [(&str, Written); 3] = [("date", date), ("revenue", money), ("total_orders", count)];
const INSTALLMENTS: [(&str, Written); 5] = [
    ("total_installments", count),
    ("paid", count),
    ("unpaid", count),
    ("overdue", count),
    ("total_due", money),
];
const REVIEWS: [(&str, Written); 4] = [
    ("total_reviews", count),
    ("pending_reviews", count),
    ("flagged_reviews", count),
    ("average_ratings", stars),
];

const SHOWN: &str = "({
    figures: Object.fromEntries([...document.querySelectorAll('.panel')].map((panel) => [
        panel.querySelector('h2').textContent,
        Object.fromEntries([...panel.querySelectorAll('dl > div')].map((row) => [
            row.querySelector('dt').textContent, row.querySelector('dd').textContent]))])),
    tables: Object.fromEntries([...document.querySelectorAll('table')].map((table) => [
        table.caption.textContent,
        [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent))])),
    latest: document.querySelector('.events').textContent,
})";

/// What the API answers to the one who is signed in.
pub struct Api {
    client: WireClient,
    /// The parameters that narrow it.
    scope: String,
}

impl Api {
    /// Asks with the page's own token.
    pub async fn of(browser: &mut Browser, addr: SocketAddr, website: Option<u64>) -> Self {
        let token = browser.value("JSON.parse(sessionStorage.getItem('tally.session')).access").await;
        let client = WireClient::connect(addr, token.as_str().unwrap()).await.unwrap();
        Self { client, scope: website.map(|id| format!("?website_id={id}")).unwrap_or_default() }
    }

    async fn get(&mut self, path: &str) -> Value {
        let path = format!("/api/v1/admin-management/{path}/{}", self.scope);
        serde_json::from_slice(&self.client.get(&path).await.unwrap().body).unwrap()
    }

    /// Fails unless everything on the page is what the API answers.
    pub async fn assert_shown(&mut self, browser: &mut Browser, everywhere: bool) {
        let Value::Object(shown) = browser.value(SHOWN).await else { panic!("nothing is shown") };
        let (figures, tables) = (&shown["figures"], &shown["tables"]);
        let main = self.get("dashboard").await;
        for (panel, label, pointer, written) in FIGURES {
            assert_eq!(figures[panel][label], written(main.pointer(pointer).unwrap()), "{panel}: {label}");
        }
        for [panel, label, part, whole] in PARTS {
            let [part, whole] = [part, whole].map(|name| count(&main["payment_reminder_stats"][name]));
            assert_eq!(figures[panel][label], format!("{part} of {whole}"), "{panel}: {label}");
        }
        assert_nothing_is_missing(&main);
        let latest = main["recent_activities"][0]["action"].as_str().unwrap();
        assert!(shown["latest"].as_str().unwrap().starts_with(latest), "{}", shown["latest"]);
        for (caption, name, columns) in LISTS {
            assert_rows(&tables[caption], rows(&main[name], columns), caption);
        }
        let columns = RECENT_ORDER.into_iter().filter(|(name, _)| everywhere || *name != "website");
        let columns: Vec<_> = columns.collect();
        assert_rows(&tables["Recent orders"], rows(&main["recent_orders"], &columns), "recent orders");
        self.assert_charts(tables, &main["order_status_breakdown"]).await;
    }

    /// The tables beside the charts hold what these draw.
    async fn assert_charts(&mut self, tables: &Value, statuses: &Value) {
        let mut statuses: Vec<_> = statuses.as_object().unwrap().iter().collect();
        statuses.sort_by_key(|(_, row)| -row["count"].as_i64().unwrap());
        let statuses = statuses
            .into_iter()
            .map(|(status, row)| vec![words(&json!(status)), count(&row["count"]), money(&row["revenue"])]);
        assert_rows(&tables["Orders by status"], statuses.collect(), "orders by status");

        let months = self.get("dashboard/metrics/yearly-orders").await;
        assert_rows(&tables["Orders and revenue per month"], rows(&months, &MONTH), "per month");

        let trends = self.get("dashboard/analytics/enhanced").await;
        let mut days = rows(&trends["daily_trends"], &DAY);
        days.reverse();
        let mut shown = tables["Revenue per day"].clone();
        assert_eq!(shown.as_array().unwrap().len(), 31, "30 days back from now are parts of 31");
        shown.as_array_mut().unwrap().retain(|row| row[2] != "0");
        assert_rows(&shown, days, "per day");

        let mut installments = Vec::new();
        for (kind, path) in
            [("Orders", "orders"), ("Special orders", "special-orders"), ("Classes", "class-bundles")]
        {
            let answer = self.get(&format!("{path}/installment-tracking")).await;
            let figures = INSTALLMENTS.iter().map(|(name, written)| written(&answer["statistics"][name]));
            installments.push(std::iter::once(kind.to_owned()).chain(figures).collect());
        }
        assert_rows(&tables["Installments"], installments, "installments");

        let summary = &self.get("reviews/analytics").await["summary"];
        let reviews =
            [("Websites", "website"), ("Writers", "writer"), ("Orders", "order")].map(|(kind, of)| {
                let figures = REVIEWS.iter().map(|(name, written)| written(&summary[name][of]));
                std::iter::once(kind.to_owned()).chain(figures).collect()
            });
        assert_rows(&tables["Reviews"], reviews.into(), "reviews");
    }
}

/// Each single figure of the main answer has its place, under one of its names.
fn assert_nothing_is_missing(main: &Value) {
    let parts = ["stats", "system_health", "payment_stats", "payment_reminder_stats"];
    let parts = parts.into_iter().map(|part| &main[part]).chain([main]);
    let names = parts.flat_map(|part| part.as_object().unwrap()).filter(|(_, value)| value.is_number());
    for (name, _) in names {
        let pointer = format!("/{name}");
        let is_shown = FIGURES.iter().any(|figure| figure.2.ends_with(&pointer));
        let is_part = PARTS.iter().any(|[_, _, part, whole]| name == part || name == whole);
        assert!(is_shown || is_part, "{name} is not on the page");
    }
}

fn rows(list: &Value, columns: &[(&str, Written)]) -> Vec<Vec<String>> {
    let row = |row: &Value| columns.iter().map(|(name, written)| written(&row[name])).collect();
    list.as_array().unwrap().iter().map(row).collect()
}

/// The first columns are what is expected; columns after them are not looked at.
#[track_caller]
fn assert_rows(shown: &Value, expected: Vec<Vec<String>>, what: &str) {
    let shown: Vec<Vec<String>> = serde_json::from_value(shown.clone()).unwrap();
    assert!(!expected.is_empty() && shown.len() == expected.len(), "{what}: {} rows", shown.len());
    for (shown, expected) in shown.into_iter().zip(expected) {
        assert_eq!(shown[..expected.len()], expected, "{what}");
    }
}

fn count(value: &Value) -> String {
    let digits = value.as_i64().unwrap_or_else(|| panic!("{value} is no count")).to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn money(value: &Value) -> String {
    let text = format!("{:.2}", value.as_f64().unwrap_or_else(|| panic!("{value} is no money")));
    let (units, cents) = text.split_once('.').unwrap();
    format!("${}.{cents}", count(&json!(units.parse::<i64>().unwrap())))
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

fn stars(value: &Value) -> String {
    format!("{:.2} ★", value.as_f64().unwrap())
}

fn month(name: &Value) -> String {
    name.as_str().unwrap()[..3].to_owned()
}

fn date(value: &Value) -> String {
    let date: NaiveDate = value.as_str().unwrap().parse().unwrap();
    date.format("%b %-d, %Y").to_string()
}

fn words(name: &Value) -> String {
    let name = name.as_str().unwrap().replace('_', " ");
    name[..1].to_uppercase() + &name[1..]
}
