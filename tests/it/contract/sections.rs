//! The routes that the contract's sections promise are the routes there are.

use std::collections::BTreeSet;

use tally_entity::Role;
use tally_testkit::TestApp;

use super::operations::operations;

/// The sections of the contract, a file each. `{a|b}` stands for one route each; other braces for an id.
const SECTIONS: &[&str] = &[
    include_str!("sections/admin.txt"),
    include_str!("sections/client.txt"),
    include_str!("sections/communications.txt"),
    include_str!("sections/payments.txt"),
    include_str!("sections/writer.txt"),
];

/// Other names of routes above, which the document leaves out.
const ALIASES: &str = "
disputes/dashboard/{dashboard|pending|analytics}
refunds/dashboard/{dashboard|pending|analytics|history}
reviews/dashboard/{analytics|moderation-queue}
orders/dashboard/{dashboard|analytics|assignment-queue|overdue|stuck}
special-orders/dashboard/{dashboard|analytics|approval-queue|installment-tracking}
class-bundles/dashboard/{dashboard|analytics|installment-tracking}
loyalty/tracking/award_sources
exports/financial-report
/websites
";

/// The same for routes that answer clients only.
const ALIASES_FOR_CLIENTS: &str = "
/loyalty-management/loyalty/{summary|transactions}
/loyalty-management/{redemption-items|redemption-categories|redemption-requests}
";

/// The first part whose folder belongs to these sections; others have a contract of their own.
const AREAS: &[&str] = &[
    "admin-management",
    "superadmin-management",
    "orders",
    "class-management",
    "special-orders",
    "reviews",
    "refunds",
    "activity",
    "discounts",
    "websites",
    "client-management",
    "writer-management",
    "wallet",
    "writer-wallet",
    "order-payments",
    "order-communications",
    "notifications_system",
    "announcements",
    "loyalty_management",
    "referrals",
    "order-configs",
];

/// Every route of a list, `METHOD /path` or `/path`, below `/api/v1`.
fn routes(list: &str) -> BTreeSet<String> {
    let every = list.lines().filter(|line| !line.is_empty()).flat_map(|line| choices(line.to_owned()));
    every.map(|route| absolute(&route)).collect()
}

/// A line once for each of its alternatives.
fn choices(line: String) -> Vec<String> {
    let group = line.match_indices('{').find_map(|(start, _)| {
        let end = start + line[start..].find('}')?;
        line[start..end].contains('|').then_some((start, end))
    });
    let Some((start, end)) = group else { return vec![line] };
    let words = line[start + 1..end].split('|');
    words.flat_map(|word| choices(format!("{}{word}{}", &line[..start], &line[end + 1..]))).collect()
}

fn absolute(route: &str) -> String {
    let (method, path) = match route.split_once(' ') {
        Some((method, path)) => (format!("{method} "), path),
        None => (String::new(), route),
    };
    match path.strip_prefix('/') {
        Some(path) => format!("{method}/api/v1/{path}"),
        None => format!("{method}/api/v1/admin-management/{path}"),
    }
}

#[test]
fn the_document_covers_the_sections_and_nothing_else_of_their_areas() {
    let documented: BTreeSet<_> = operations()
        .iter()
        .filter(|operation| operation.path.split('/').nth(3).is_some_and(|area| AREAS.contains(&area)))
        .map(|operation| format!("{} {}", operation.method, operation.path))
        .collect();
    let promised = SECTIONS.iter().flat_map(|list| routes(list)).collect::<BTreeSet<_>>();
    let missing: Vec<_> = promised.difference(&documented).collect();
    let unknown: Vec<_> = documented.difference(&promised).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:#?}, not promised: {unknown:#?}");
    println!("{} routes of the sections are documented", documented.len());
}

#[tokio::test]
async fn other_names_lead_to_the_same_routes() {
    let app = TestApp::start().await;
    let superadmin = app.superadmin().await;
    for alias in routes(ALIASES) {
        let reply = superadmin.get(alias.strip_prefix("/api/v1").unwrap_or(&alias)).await;
        assert_eq!(reply.status.as_u16(), 200, "{alias}");
    }
    let client = app.role(Role::Client, Some(app.website("alpha").await)).await;
    for alias in routes(ALIASES_FOR_CLIENTS) {
        let reply = client.get(alias.strip_prefix("/api/v1").unwrap_or(&alias)).await;
        assert_eq!(reply.status.as_u16(), 200, "{alias}");
    }
}
