//! Everything that a screen can show is there, whatever day it is.

use super::rows::{Seed, is_set, number, word};
use crate::seed::{logins, order::STATUSES};

#[track_caller]
fn has_all(seed: &Seed, table: &str, column: &str, words: &[&str]) {
    let found = seed.words(table, column);
    let missing: Vec<&&str> = words.iter().filter(|word| !found.contains(**word)).collect();
    assert!(missing.is_empty(), "{table}.{column} lacks {missing:?} at {}", seed.plan.now);
}

#[test]
fn every_status_exists() {
    for seed in Seed::all() {
        let orders: Vec<&str> = STATUSES.iter().map(|(status, _)| *status).collect();
        has_all(seed, "orders", "status", &orders);
        has_all(
            seed,
            "payments",
            "status",
            &[
                "pending",
                "unpaid",
                "succeeded",
                "completed",
                "failed",
                "cancelled",
                "partially_refunded",
                "fully_refunded",
                "refunded",
                "disputed",
                "under_review",
            ],
        );
        let open = ["new", "open", "in_progress", "awaiting_response", "on_hold", "escalated"];
        has_all(seed, "tickets", "status", &[&open[..], &["resolved", "closed", "cancelled"]].concat());
        has_all(
            seed,
            "disputes",
            "status",
            &["open", "assigned", "in_review", "resolved", "escalated", "closed"],
        );
        has_all(seed, "refunds", "status", &["pending", "processed", "rejected"]);
        has_all(
            seed,
            "special_orders",
            "status",
            &["inquiry", "awaiting_approval", "in_progress", "completed"],
        );
        has_all(seed, "class_bundles", "status", &["not_started", "in_progress", "exhausted", "completed"]);
        has_all(seed, "tips", "payment_status", &["pending", "processing", "completed", "failed"]);
        has_all(seed, "user_action_requests", "status", &["pending", "approved", "rejected"]);
        has_all(
            seed,
            "payout_requests",
            "status",
            &["pending", "approved", "paid", "rejected", "failed", "cancelled"],
        );
    }
}

#[test]
fn every_kind_exists() {
    for seed in Seed::all() {
        has_all(seed, "users", "role", &["superadmin", "admin", "editor", "support", "writer", "client"]);
        has_all(seed, "reviews", "kind", &["website", "writer", "order"]);
        has_all(seed, "tips", "tip_type", &["direct", "order", "class"]);
        has_all(seed, "refunds", "type", &["manual", "automated"]);
        has_all(seed, "refunds", "refund_method", &["wallet", "external"]);
        has_all(seed, "special_orders", "order_type", &["predefined", "estimated"]);
        has_all(seed, "class_bundles", "level", &["undergrad", "grad"]);
        has_all(seed, "loyalty_transactions", "transaction_type", &["add", "redeem", "deduct"]);
        let special = ["predefined_special", "estimated_special", "special_installment"];
        has_all(
            seed,
            "payments",
            "payment_type",
            &[&special[..], &["standard", "class_payment", "tip"]].concat(),
        );
        has_all(seed, "payments", "part", &["full", "deposit", "installment"]);
        has_all(seed, "broadcasts", "kind", &["announcement", "mass_email", "digest", "broadcast"]);
        assert_eq!(seed.rows("websites").len(), 3);
        assert_eq!(seed.words("user_action_requests", "kind").len(), 8);
    }
}

#[test]
fn installments_of_each_owner_are_paid_open_overdue_undated_and_cancelled() {
    for seed in Seed::all() {
        let today = seed.plan.now.date_naive().to_string();
        for owner in ["class_bundle_id", "special_order_id", "order_id"] {
            let rows = seed.rows("installments").iter().filter(|row| is_set(row, owner));
            let state = |row| match () {
                () if is_set(row, "cancelled_at") => "cancelled",
                () if is_set(row, "paid_at") => "paid",
                () if !is_set(row, "due_on") => "undated",
                () if word(row, "due_on") < today.as_str() => "overdue",
                () => "open",
            };
            let states: std::collections::BTreeSet<&str> = rows.map(state).collect();
            assert_eq!(states.len(), 5, "{owner} at {today}: {states:?}");
        }
    }
}

#[test]
fn today_and_the_last_week_have_an_income() {
    for seed in Seed::all() {
        let cents_since = |day: &str| -> i64 {
            let paid = seed
                .rows("payments")
                .iter()
                .filter(|row| word(row, "status") == "completed" || word(row, "status") == "succeeded");
            paid.filter(|row| word(row, "confirmed_at") >= day).map(|row| number(row, "amount_cents")).sum()
        };
        let day = |days: u64| (seed.plan.now.date_naive() - chrono::Days::new(days)).to_string();
        let (today, week, year) = (cents_since(&day(0)), cents_since(&day(7)), cents_since(&day(365)));
        assert!(0 < today && today < week && week < year, "{today} {week} {year}");
    }
}

#[test]
fn notices_are_read_and_unread_for_every_login() {
    let seed = Seed::any();
    for login in logins() {
        let user = seed.rows("users").iter().find(|row| word(row, "email") == login.email).unwrap();
        assert_eq!(word(user, "role"), login.role);
        assert_eq!(is_set(user, "website_id"), login.website.is_some());
        assert_eq!(
            (word(user, "is_active"), word(user, "is_suspended"), word(user, "is_blacklisted")),
            ("t", "f", "f")
        );
        let own = seed.rows("notifications").iter().filter(|row| word(row, "user_id") == word(user, "id"));
        let (read, unread): (Vec<_>, Vec<_>) = own.partition(|row| is_set(row, "read_at"));
        assert!(
            !read.is_empty() && !unread.is_empty(),
            "{} has {} and {}",
            login.email,
            read.len(),
            unread.len()
        );
    }
    assert!(seed.rows("users").iter().all(|row| word(row, "password_hash") == "hash"));
}

#[test]
fn some_people_have_marks() {
    let seed = Seed::any();
    let marked = |column: &str| seed.rows("users").iter().filter(|row| word(row, column) == "t").count();
    assert!(marked("is_suspended") > 3 && marked("is_on_probation") > 3);
    assert_eq!(marked("is_blacklisted"), seed.rows("blacklisted_emails").len());
    assert!(seed.rows("users").iter().any(|row| word(row, "is_active") == "f"));
}
