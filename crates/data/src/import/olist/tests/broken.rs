//! What is refused, and how it is told.

use super::fixture::Set;

/// File, line, column and reason of the only problem.
fn only(set: Set) -> (String, u64, String, String) {
    let problems = set.problems();
    let [problem] = problems.list() else { panic!("{problems}") };
    let problem = problem.clone();
    (
        problem.file.trim_start_matches("olist_").trim_end_matches("_dataset.csv").to_owned(),
        problem.line.unwrap(),
        problem.column.unwrap_or_default(),
        problem.reason,
    )
}

#[track_caller]
fn refused(set: Set, file: &str, line: u64, column: &str, reason: &str) {
    let found = only(set);
    assert_eq!((found.0.as_str(), found.1, found.2.as_str()), (file, line, column));
    assert!(found.3.contains(reason), "{}", found.3);
}

const ITEM: &str = "o1,2,p1,s1,2018-01-03 00:00:00,10.00,2.50";

#[test]
fn values_that_do_not_parse() {
    let item = |from: &str, to: &str| Set::new().and("order_items", &ITEM.replace(from, to));
    refused(item("10.00", "ten"), "order_items", 3, "price", "found 'ten'");
    refused(item("2.50", "-2.50"), "order_items", 3, "freight_value", "found '-2.50'");
    refused(item("o1,2", "o1,two"), "order_items", 3, "order_item_id", "found 'two'");
    refused(
        item("2018-01-03", "2018-02-30"),
        "order_items",
        3,
        "shipping_limit_date",
        "found '2018-02-30 00:00:00'",
    );
    let payment = |line: &str| Set::new().and("order_payments", line);
    refused(payment("o1,2,cash,1,1.00"), "order_payments", 3, "payment_type", "found 'cash'");
    refused(payment("o1,2,boleto,many,1.00"), "order_payments", 3, "payment_installments", "found 'many'");
    refused(payment("o1,2,boleto,1,1.001"), "order_payments", 3, "payment_value", "found '1.001'");
    let order = |line: &str| Set::new().and("orders", line);
    refused(order("o2,c9,lost,2018-01-01 10:00:00,,,,"), "orders", 3, "order_status", "found 'lost'");
    refused(order("o2,c9,created,,,,,"), "orders", 3, "order_purchase_timestamp", "is empty");
    refused(
        order("o2,c9,created,2018-01-01 10:00:00,soon,,,"),
        "orders",
        3,
        "order_approved_at",
        "found 'soon'",
    );
    refused(Set::new().and("customers", "c2,eva,x,Rio"), "customers", 4, "customer_state", "found 'Rio'");
}

#[test]
fn scores_outside_one_to_five() {
    let review = |score: &str| Set::new().with("order_reviews", &format!("r1,o1,{score},,,,,full"));
    for score in ["0", "6", "", "4.5"] {
        refused(review(score), "order_reviews", 2, "review_score", "score from 1 to 5");
    }
}

#[test]
fn keys_of_rows_that_do_not_exist() {
    let item = |from: &str, to: &str| Set::new().and("order_items", &ITEM.replace(from, to));
    refused(item("o1", "o7"), "order_items", 3, "order_id", "'o7' is not in olist_orders_dataset");
    refused(item("p1", "p7"), "order_items", 3, "product_id", "'p7' is not in olist_products_dataset");
    refused(item("s1", "s7"), "order_items", 3, "seller_id", "'s7' is not in olist_sellers_dataset");
    let set = Set::new().and("orders", "o2,c7,created,2018-01-01 10:00:00,,,,");
    refused(set, "orders", 3, "customer_id", "'c7' is not in olist_customers_dataset");
    let set = Set::new().and("order_payments", "o7,1,boleto,1,1.00");
    refused(set, "order_payments", 3, "order_id", "'o7' is not in");
    refused(
        Set::new().with("order_reviews", "r1,o7,5,,,,,full"),
        "order_reviews",
        2,
        "order_id",
        "'o7' is not in",
    );
    refused(Set::new().and("sellers", "s2,AM"), "sellers", 3, "seller_state", "no customer is in state AM");
}

#[test]
fn keys_that_are_there_twice() {
    refused(Set::new().and("customers", "c1,eva,x,SP"), "customers", 4, "customer_id", "'c1' is there twice");
    refused(Set::new().and("products", "p1,x,y"), "products", 3, "product_id", "'p1' is there twice");
    refused(Set::new().and("sellers", "s1,SP"), "sellers", 3, "seller_id", "'s1' is there twice");
    let set = Set::new().and("orders", "o1,c9,created,2018-01-01 10:00:00,,,,");
    refused(set, "orders", 3, "order_id", "'o1' is there twice");
    let set = Set::new().and("order_items", &ITEM.replace("o1,2", "o1,1"));
    refused(set, "order_items", 3, "order_item_id", "twice");
    let set = Set::new().and("order_payments", "o1,1,boleto,1,1.00");
    refused(set, "order_payments", 3, "payment_sequential", "twice");
    let set = Set::new().with("order_reviews", "r1,o1,5,,,,,full\nr1,o1,4,,,,,full");
    refused(set, "order_reviews", 3, "review_id", "twice");
}

#[test]
fn rows_of_the_wrong_shape() {
    refused(Set::new().and("sellers", "s2"), "sellers", 3, "", "1 fields, the header has 2");
    refused(Set::new().and("sellers", "s2,RJ,"), "sellers", 3, "", "3 fields, the header has 2");
    refused(Set::new().and("sellers", "\"s2,RJ"), "sellers", 3, "", "never closed");
    refused(Set::new().and("sellers", "s\u{0}2,RJ"), "sellers", 3, "seller_id", "zero byte");
    refused(Set::new().and("sellers", ",RJ"), "sellers", 3, "seller_id", "is empty");
}

#[test]
fn the_line_is_that_of_the_file_behind_fields_of_several_lines() {
    let lines = "r1,o1,5,\"a\n\nb\",\"c\r\nd\",,,full\n\nr2,o1,9,,,,,full";
    refused(Set::new().with("order_reviews", lines), "order_reviews", 7, "review_score", "found '9'");
}

#[test]
fn a_broken_row_does_not_accuse_the_rows_that_refer_to_it() {
    let set = Set::new().with("orders", "o1,c1,lost,2018-01-01 10:00:00,,,,");
    refused(set, "orders", 2, "order_status", "found 'lost'");
    let set = Set::new().with("customers", "c1,ana,x,Rio\nc9,rui,x,RJ");
    refused(set, "customers", 2, "customer_state", "found 'Rio'");
}

#[test]
fn every_broken_cell_is_listed_up_to_fifty() {
    let row = "o1,x,p1,s1,never,free,2.50\n";
    let problems = Set::new().with("order_items", &row.repeat(2)).problems();
    let columns: Vec<&str> = problems.list().iter().filter_map(|problem| problem.column.as_deref()).collect();
    assert_eq!(columns, ["order_item_id", "shipping_limit_date", "price"].repeat(2));
    assert!(!problems.is_cut());

    let problems = Set::new().with("order_items", &row.repeat(40)).problems();
    assert_eq!((problems.list().len(), problems.is_cut()), (50, true));
}
