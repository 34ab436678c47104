//! However a list is cut, it shows every row once and in one order.

use std::collections::HashSet;

use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseError, TestRunner},
};
use sea_orm::ConnectionTrait as _;
use serde_json::Value;
use sqlx::{Connection as _, PgConnection};
use tally_data::{
    Progress,
    seed::{Size, seed},
};
use tally_testkit::{Caller, TestApp, TestDatabase, TestOptions, now};

use super::operations::{Operation, operations};

/// Rows that many lists are ordered by get equal times, so that only their ids tell them apart.
const TIES: &str = "
    SET session_replication_role = replica;
    UPDATE users SET joined_at = date_trunc('month', joined_at);
    UPDATE orders SET created_at = date_trunc('month', created_at);
    UPDATE notifications SET created_at = date_trunc('month', created_at);
    UPDATE tips SET sent_at = date_trunc('month', sent_at);
    UPDATE reviews SET submitted_at = date_trunc('month', submitted_at);
    UPDATE disputes SET created_at = date_trunc('month', created_at);
    UPDATE refunds SET created_at = date_trunc('month', created_at);
    UPDATE class_bundles SET created_at = date_trunc('month', created_at);
    UPDATE special_orders SET created_at = date_trunc('month', created_at);
    SET session_replication_role = origin";
const MOST: usize = 250;
/// A list is walked in as many pages at most.
const PAGES: usize = 12;

fn has(operation: &Operation, name: &str) -> bool {
    operation.parameters.iter().any(|parameter| parameter["name"] == name)
}

/// The lists of rows that `name` cuts, without those that need an id. Figures of the program itself are no rows:
/// asking for them moves them.
fn cut_by(name: &str) -> Vec<Operation> {
    let found: Vec<_> = operations()
        .into_iter()
        .filter(|operation| !operation.path.contains("/insight/"))
        .filter(|operation| {
            operation.method == "GET" && !operation.path.contains('{') && has(operation, name)
        })
        .collect();
    assert!(found.len() > 5, "{name}: {found:?}");
    found
}

async fn seeded() -> TestApp {
    let database = TestDatabase::create().await;
    let mut connection = PgConnection::connect(&database.url).await.unwrap();
    seed(&mut connection, Size::Small, now(), "!", &Progress::hidden()).await.unwrap();
    database.connection.execute_unprepared(TIES).await.unwrap();
    TestApp::over(database, TestOptions::default())
}

async fn ask(caller: &Caller<'_>, operation: &Operation, query: &str) -> Value {
    let reply = operation.call_with(caller, query).await;
    reply.assert_status(200);
    reply.json().clone()
}

fn rows(answer: &Value) -> Vec<Value> {
    answer["results"].as_array().expect("a page has results").clone()
}

fn count(answer: &Value) -> usize {
    answer["count"].as_u64().and_then(|count| usize::try_from(count).ok()).expect("a page has a count")
}

/// How many rows there are, and those that pages of this size show, up to a few pages.
async fn walked(caller: &Caller<'_>, operation: &Operation, size: usize) -> (usize, Vec<Value>) {
    let mut found = Vec::new();
    let mut page = 1;
    loop {
        let answer = ask(caller, operation, &format!("?page={page}&page_size={size}")).await;
        found.extend(rows(&answer));
        if page == PAGES || answer["next"].is_null() {
            return (count(&answer), found);
        }
        page += 1;
    }
}

fn run<S: Strategy>(cases: u32, strategy: &S, case: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(strategy, case).unwrap();
}

#[test]
fn pages_of_any_size_show_the_same_rows_in_the_same_order() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let app = runtime.block_on(seeded());
    let superadmin = runtime.block_on(app.superadmin());
    let lists = cut_by("page_size");
    run(60, &(0..lists.len(), 1..=MOST), |(list, size)| {
        let list = &lists[list];
        let (total, small) = runtime.block_on(walked(&superadmin, list, size));
        let (same, large) = runtime.block_on(walked(&superadmin, list, MOST));
        prop_assert_eq!(total, same, "{}", &list.id);
        // A list may have a smaller bound for its pages.
        prop_assert!(small.len() == total || small.len() % PAGES == 0, "{}", &list.id);
        prop_assert!(large.starts_with(&small), "{} in pages of {size} is in another order", list.id);
        let different: HashSet<_> = small.iter().map(Value::to_string).collect();
        prop_assert_eq!(different.len(), small.len(), "{} shows a row twice", &list.id);
        Ok(())
    });
    let seen = |list: &Operation| count(&runtime.block_on(ask(&superadmin, list, "")));
    let full = lists.iter().filter(|list| seen(list) > 20).count();
    assert!(full >= 5, "only {full} lists have rows enough to be cut");
    println!(
        "{} lists paged in any size show every row once, {full} of them with more than 20 rows",
        lists.len()
    );
    drop(superadmin);
    drop(app);
}

/// The arrays of an answer, by their names.
fn lists_of(answer: &Value) -> Vec<(&String, &Vec<Value>)> {
    let members = answer.as_object().into_iter().flatten();
    members.filter_map(|(name, value)| Some((name, value.as_array()?))).collect()
}

#[test]
fn a_shorter_list_is_the_beginning_of_the_longer_one() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let app = runtime.block_on(seeded());
    let superadmin = runtime.block_on(app.superadmin());
    let lists = cut_by("limit");
    run(60, &(0..lists.len(), 1..=MOST), |(list, limit)| {
        let list = &lists[list];
        let some = runtime.block_on(ask(&superadmin, list, &format!("?limit={limit}")));
        let all = runtime.block_on(ask(&superadmin, list, &format!("?limit={MOST}")));
        for (name, rows) in lists_of(&some) {
            let longer = all[name.as_str()].as_array().expect("the same shape");
            prop_assert!(longer.starts_with(rows), "{}: {name} with limit {limit}", list.id);
        }
        Ok(())
    });
    drop(superadmin);
    drop(app);
}
