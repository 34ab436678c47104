//! The rules of the schema, and those of common sense.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{Fields, Seed, is_set, number, word};

/// Columns that may lie ahead.
const AHEAD: [&str; 6] = [
    "client_deadline_at",
    "writer_deadline_at",
    "sla_due_at",
    "suspension_ends_at",
    "probation_ends_at",
    "scheduled_at",
];

#[test]
fn nothing_has_happened_in_the_future() {
    for seed in Seed::all() {
        let now = seed.plan.now.format("%Y-%m-%d %H:%M:%S+00").to_string();
        for (table, rows) in seed.tables() {
            for (column, value) in rows.iter().flatten() {
                let is_past = column.ends_with("_at") && !AHEAD.contains(column);
                assert!(
                    !is_past || value.as_deref() <= Some(now.as_str()),
                    "{table}.{column}: {value:?} after {now}"
                );
            }
        }
    }
}

#[test]
fn steps_of_an_order_follow_each_other() {
    for seed in Seed::all() {
        for order in seed.rows("orders") {
            let steps: Vec<&str> = ["created_at", "paid_at", "assigned_at", "submitted_at", "completed_at"]
                .iter()
                .filter_map(|column| order[*column].as_deref())
                .collect();
            assert!(steps.is_sorted(), "{order:?}");
            assert!(word(order, "client_deadline_at") > word(order, "created_at"));
            assert!(word(order, "updated_at") >= *steps.last().unwrap());
        }
    }
}

#[test]
fn orders_keep_the_checks_of_their_table() {
    for seed in Seed::all() {
        for order in seed.rows("orders") {
            let status = word(order, "status");
            assert_eq!(word(order, "is_paid") == "t", is_set(order, "paid_at"));
            assert!(status != "completed" || is_set(order, "completed_at"), "{order:?}");
            assert!(status != "submitted" || is_set(order, "submitted_at"), "{order:?}");
            let needs_writer =
                ["in_progress", "submitted", "revision_in_progress", "revised", "assigned"].contains(&status);
            assert!(!needs_writer || is_set(order, "assigned_writer_id"), "{order:?}");
            assert!(status != "cancelled" || is_set(order, "cancelled_at"));
        }
    }
}

#[test]
fn money_keeps_the_checks_of_its_tables() {
    let seed = Seed::any();
    for payment in seed.rows("payments") {
        let owners =
            ["order_id", "special_order_id", "class_bundle_id", "tip_id"].map(|owner| is_set(payment, owner));
        assert_eq!(owners.iter().filter(|is_set| **is_set).count(), 1, "{payment:?}");
        assert!(number(payment, "refunded_cents") <= number(payment, "amount_cents"));
    }
    for installment in seed.rows("installments") {
        assert!(!is_set(installment, "paid_at") || !is_set(installment, "cancelled_at"));
        assert_eq!(is_set(installment, "paid_at"), is_set(installment, "payment_id"));
        assert!(number(installment, "amount_cents") > 0);
    }
    for tip in seed.rows("tips") {
        let shares = number(tip, "writer_earning_cents") + number(tip, "platform_profit_cents");
        assert_eq!(shares, number(tip, "amount_cents"));
        let is_named = is_set(tip, "order_id") || is_set(tip, "class_bundle_id");
        assert_eq!(is_named, word(tip, "tip_type") != "direct");
    }
    for refund in seed.rows("refunds") {
        assert!(number(refund, "wallet_amount_cents") + number(refund, "external_amount_cents") > 0);
        assert_eq!(word(refund, "status") == "processed", is_set(refund, "processed_at"));
    }
    for bundle in seed.rows("class_bundles") {
        assert!(number(bundle, "paid_cents") <= number(bundle, "total_price_cents"));
        assert!(number(bundle, "deposit_paid_cents") <= number(bundle, "paid_cents"));
    }
}

#[test]
fn opinions_keep_the_checks_of_their_tables() {
    let seed = Seed::any();
    for review in seed.rows("reviews") {
        let kind = word(review, "kind");
        assert_eq!(is_set(review, "order_id"), kind == "order");
        assert_eq!(is_set(review, "reviewed_user_id"), kind != "website");
        assert_eq!(word(review, "is_flagged") == "t", is_set(review, "flag_reason"));
    }
    let reviewers: Vec<&str> = seed
        .rows("reviews")
        .iter()
        .filter(|row| word(row, "kind") == "website")
        .map(|row| word(row, "reviewer_id"))
        .collect();
    assert_eq!(reviewers.iter().collect::<BTreeSet<_>>().len(), reviewers.len());
    for dispute in seed.rows("disputes") {
        assert!(word(dispute, "status") != "resolved" || is_set(dispute, "resolved_at"));
    }
    for ticket in seed.rows("tickets") {
        assert_eq!(is_set(ticket, "closed_at"), ["closed", "cancelled"].contains(&word(ticket, "status")));
    }
    assert_eq!(seed.words("tickets", "ticket_no").len(), seed.rows("tickets").len());
    for request in seed.rows("user_action_requests") {
        assert_eq!(word(request, "kind") == "role_change", is_set(request, "requested_role"));
    }
}

/// Rows by id.
fn by_id<'a>(seed: &'a Seed, table: &str) -> BTreeMap<&'a str, &'a Fields> {
    seed.rows(table).iter().map(|row| (word(row, "id"), row)).collect()
}

#[test]
fn rows_belong_to_the_website_and_client_of_their_order() {
    let seed = Seed::any();
    let (orders, users) = (by_id(seed, "orders"), by_id(seed, "users"));
    for (table, rows) in seed.tables() {
        for row in rows {
            let Some(order) = row.get("order_id").and_then(|id| id.as_deref()) else { continue };
            assert_eq!(row["website_id"], orders[order]["website_id"], "{table}: {row:?}");
            if let Some(client) = row.get("client_id") {
                assert_eq!(*client, orders[order]["client_id"], "{table}: {row:?}");
            }
        }
    }
    for order in seed.rows("orders") {
        let client = users[word(order, "client_id")];
        assert_eq!((word(client, "role"), &client["website_id"]), ("client", &order["website_id"]));
        assert!(word(client, "joined_at") <= word(order, "created_at"));
        if let Some(writer) = order["assigned_writer_id"].as_deref() {
            let writer = users[writer];
            assert_eq!((word(writer, "role"), &writer["website_id"]), ("writer", &order["website_id"]));
            assert!(word(writer, "joined_at") <= word(order, "assigned_at"));
        }
    }
}

#[test]
fn names_are_unique_and_addresses_are_made_up() {
    let seed = Seed::any();
    let count = seed.rows("users").len();
    assert_eq!((seed.words("users", "email").len(), seed.words("users", "username").len()), (count, count));
    assert!(
        seed.words("users", "email")
            .iter()
            .all(|email| email.ends_with(".example") && email.to_lowercase() == **email)
    );
    let ids: BTreeSet<&str> = seed.rows("payments").iter().map(|row| word(row, "id")).collect();
    assert_eq!(ids.len(), seed.rows("payments").len());
    assert_eq!(seed.words("payments", "reference_id").len(), ids.len());
}
