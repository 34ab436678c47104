//! The routes that the contract's sections promise are the routes there are.

use std::collections::BTreeSet;

use tally_testkit::TestApp;

use super::operations::operations;

/// The sections of the admin contract. `{a|b}` stands for one route each; other braces for an id.
const ADMIN: &str = "
GET dashboard
GET dashboard/metrics/{summary|yearly-orders|yearly-earnings|monthly-orders|service-revenue|payment-status|yearly-comparison}
GET dashboard/top-clients
GET dashboard/analytics/{enhanced|compare}
GET advanced-analytics/{dashboard|comparison|export}
GET /superadmin-management/{dashboard|users|superadmin-profile|logs}
POST /superadmin-management/users/{create_user|suspend_user|reactivate_user|change_user_role}
DELETE /superadmin-management/superadmin-profile/{id}
GET orders/{dashboard|analytics|assignment-queue|overdue|stuck|installment-tracking}
GET orders/{id}/timeline
POST orders/{bulk-assign|bulk-action}
POST /orders/orders/bulk-auto-assign
GET /orders/orders
GET /orders/orders/{id}
GET /orders/orders/{id}/action
POST /orders/orders/{id}/{action|transition}
GET writer-assignment/available-writers
GET class-bundles/{installment-tracking|dashboard|deposit-pending|analytics|communication-threads|support-tickets}
GET /class-management/{class-bundles|class-installments}
GET /class-management/class-bundles/{id}
GET special-orders/{installment-tracking|dashboard|approval-queue|estimated-queue|analytics}
GET /special-orders/api/special-orders
GET /special-orders/api/special-orders/{id}
GET reviews/{analytics|moderation-queue|spam-detection|moderation-history}
POST reviews/{action}
POST reviews/{bulk-approve|bulk-reject}
GET /reviews/{kind}
GET /reviews/{kind}/{id}
DELETE /reviews/{kind}/{id}
POST /reviews/{kind}/{id}/{moderate|dispute}
GET /reviews/aggregation/{stats|queue}
GET disputes/{dashboard|pending|analytics}
GET /orders/disputes/{id}
POST /orders/disputes/{id}/resolve_dispute
GET refunds/{dashboard|pending|history|analytics}
GET /refunds/{refunds|refund-logs|refund-receipts}
GET /refunds/refunds/{id}
GET /refunds/refund-logs/{id}
GET /refunds/refund-receipts/{id}
GET tips/{dashboard|list_tips|analytics|earnings}
GET user-management
GET user-management/{id}
GET user-management/stats
POST user-management
{PATCH|PUT|DELETE} user-management/{id}
POST user-management/{id}/{suspend|unsuspend|blacklist|place_on_probation|remove_from_probation|change_role|promote_to_admin|reset_password}
POST user-management/{bulk_activate|bulk_suspend}
GET referrals/tracking
GET activity-logs
GET activity-logs/{id}
GET /activity/{activity-logs|user-feed}
GET /activity/activity-logs/{id}
GET financial-overview/{overview|all-payments}
GET loyalty/tracking
GET loyalty/tracking/{statistics|award-sources}
GET /discounts/discounts/analytics
GET /discounts/discounts/analytics/campaign-analytics/{id}
GET /discounts/discount-usage
GET unified-search/search
GET exports/{orders|payments|users|financial}
GET /websites/websites
POST /websites/websites/{id}/{soft_delete|restore}
";

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
    let promised = routes(ADMIN);
    let missing: Vec<_> = promised.difference(&documented).collect();
    let unknown: Vec<_> = documented.difference(&promised).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:#?}, not promised: {unknown:#?}");
    println!("{} routes of the admin sections are documented", documented.len());
}

#[tokio::test]
async fn other_names_lead_to_the_same_routes() {
    let app = TestApp::start().await;
    let superadmin = app.superadmin().await;
    for alias in routes(ALIASES) {
        let reply = superadmin.get(alias.strip_prefix("/api/v1").unwrap_or(&alias)).await;
        assert_eq!(reply.status.as_u16(), 200, "{alias}");
    }
}
