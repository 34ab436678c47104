//! Copies agree with what they copy, and the same seed is the same.

use std::collections::BTreeMap;

use super::rows::{NOWS, Seed, is_set, number, word};

/// Sums by the value of a column.
fn sums<'a>(rows: impl Iterator<Item = (&'a str, i64)>) -> BTreeMap<&'a str, i64> {
    rows.fold(BTreeMap::new(), |mut sums, (key, value)| {
        *sums.entry(key).or_default() += value;
        sums
    })
}

#[test]
fn writers_are_rated_by_the_reviews_that_count() {
    let seed = Seed::any();
    let counting = seed.rows("reviews").iter().filter(|row| is_set(row, "reviewed_user_id"));
    let counting: Vec<_> =
        counting.filter(|row| word(row, "is_approved") == "t" && word(row, "is_shadowed") == "f").collect();
    let tenths =
        |row: &super::rows::Fields, column| word(row, column).replace('.', "").parse::<i64>().unwrap();
    let stars = sums(counting.iter().map(|row| (word(row, "reviewed_user_id"), tenths(row, "rating"))));
    let counts = sums(counting.iter().map(|row| (word(row, "reviewed_user_id"), 1)));
    assert!(stars.len() > 20);
    for user in seed.rows("users") {
        let id = word(user, "id");
        assert_eq!(tenths(user, "rating_sum"), stars.get(id).copied().unwrap_or_default());
        assert_eq!(number(user, "rating_count"), counts.get(id).copied().unwrap_or_default());
    }
}

#[test]
fn clients_have_the_points_and_payments_of_their_rows() {
    let seed = Seed::any();
    let signed = |row| {
        if word(row, "transaction_type") == "add" { number(row, "points") } else { -number(row, "points") }
    };
    let points =
        sums(seed.rows("loyalty_transactions").iter().map(|row| (word(row, "client_id"), signed(row))));
    let completed = seed.rows("payments").iter().filter(|row| word(row, "status") == "completed");
    let spent = sums(completed.map(|row| (word(row, "client_id"), number(row, "amount_cents"))));
    for profile in seed.rows("client_profiles") {
        let id = word(profile, "user_id");
        assert_eq!(number(profile, "loyalty_points"), points.get(id).copied().unwrap_or_default());
        assert_eq!(number(profile, "total_spent_cents"), spent.get(id).copied().unwrap_or_default());
    }
    assert!(points.values().all(|points| *points >= 0));
}

#[test]
fn parts_add_up_to_the_whole() {
    let seed = Seed::any();
    let parts = |owner: &'static str| {
        sums(
            seed.rows("installments")
                .iter()
                .filter_map(|row| Some((row[owner].as_deref()?, number(row, "amount_cents")))),
        )
    };
    for (table, owner, price) in [
        ("orders", "order_id", "total_price_cents"),
        ("special_orders", "special_order_id", "total_cost_cents"),
        ("class_bundles", "class_bundle_id", "total_price_cents"),
    ] {
        let parts = parts(owner);
        assert!(parts.len() > 10, "{table}");
        for row in seed.rows(table) {
            let Some(sum) = parts.get(word(row, "id")) else { continue };
            assert_eq!(*sum, number(row, price), "{table}: {row:?}");
        }
    }
    let paid = seed
        .rows("payments")
        .iter()
        .filter_map(|row| Some((row["class_bundle_id"].as_deref()?, number(row, "amount_cents"))));
    let paid = sums(paid);
    for bundle in seed.rows("class_bundles") {
        assert_eq!(number(bundle, "paid_cents"), paid.get(word(bundle, "id")).copied().unwrap_or_default());
    }
}

#[test]
fn the_same_seed_twice_is_the_same() {
    let (one, other) = (Seed::any(), Seed::new(NOWS[0]));
    for (table, rows) in one.tables() {
        assert!(rows == other.rows(table), "{table} differs");
    }
}
