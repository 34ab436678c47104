//! What day, week and month something falls into, in the kernel and in the database.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, QueryResult, TransactionTrait,
    sea_query::{Alias, Expr, Query, SelectStatement},
};
use tally_db::aggregate::{micros_between, utc_day, utc_month, utc_week};
use tally_kernel::Span;
use tally_testkit::TestDatabase;

const SPANS: [Span; 3] = [Span::Day, Span::Week, Span::Month];
/// East and west of Greenwich, with and without summer time, and one that left out a whole day.
const ZONES: [&str; 6] =
    ["UTC", "America/New_York", "Europe/London", "Asia/Kolkata", "Pacific/Apia", "America/St_Johns"];

fn day() -> impl Strategy<Value = NaiveDate> {
    let first: NaiveDate = "1999-12-01".parse().unwrap();
    (0_u64..12_000).prop_map(move |days| first + Days::new(days))
}

/// Instants near midnight, months' and years' ends and changes of summer time more often than others.
pub fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    let edges = [
        "2026-01-01T00:00:00Z",
        "2024-03-01T00:00:00Z",
        "2026-02-01T00:00:00Z",
        "2026-01-05T00:00:00Z",
        // New York goes over to summer time and back.
        "2026-03-08T07:00:00Z",
        "2026-11-01T06:00:00Z",
        // So does London, on a month's last day.
        "2024-03-31T01:00:00Z",
        // Samoa's 30th of December was none.
        "2011-12-30T10:00:00Z",
    ];
    let edges = edges.map(|edge| edge.parse::<DateTime<Utc>>().unwrap());
    let near = (prop::sample::select(edges.to_vec()), -86_400_000_i64..86_400_000);
    let near = near.prop_map(|(edge, millis)| edge + TimeDelta::milliseconds(millis));
    let at_midnight = (day(), -1_i64..=1);
    let at_midnight =
        at_midnight.prop_map(|(day, millis)| tally_kernel::midnight(day) + TimeDelta::milliseconds(millis));
    let any = (day(), 0_i64..86_400_000);
    let any = any.prop_map(|(day, millis)| tally_kernel::midnight(day) + TimeDelta::milliseconds(millis));
    prop_oneof![near, at_midnight, any]
}

proptest! {
    #[test]
    fn every_day_is_in_one_span_of_each_kind(day in day()) {
        for span in SPANS {
            let (first, next) = (span.of(day), span.after(day));
            prop_assert!(first <= day && day < next);
            let days = first.iter_days().take_while(|day| *day < next);
            prop_assert!(days.clone().all(|other| span.of(other) == first && span.after(other) == next));
            prop_assert_eq!(span.of(next), next);
            prop_assert_eq!(span.before(next, 1), first);
            prop_assert_eq!(span.before(day, 0), first);
            let length = days.count();
            match span {
                Span::Day => prop_assert_eq!(length, 1),
                Span::Week => prop_assert!(length == 7 && first.weekday() == Weekday::Mon),
                Span::Month => prop_assert!(first.day() == 1 && (next.month0(), next.day()) == (day.month() % 12, 1)),
            }
        }
    }

    #[test]
    fn spans_add_up_to_their_rows(rows in prop::collection::vec((day(), 0_i64..100), 0..60), end in day(), spans in 0_u32..30) {
        for span in SPANS {
            let sum = |sum: &mut i64, (_, figure): (NaiveDate, i64)| *sum += figure;
            let some = span.add_up(rows.clone(), |row| row.0, sum);
            prop_assert_eq!(some.iter().map(|row| row.1).sum::<i64>(), rows.iter().map(|row| row.1).sum::<i64>());
            prop_assert!(some.is_sorted_by(|one, other| one.0 < other.0));
            prop_assert!(some.iter().all(|(first, _)| rows.iter().any(|(day, _)| span.of(*day) == *first)));

            let first = span.before(end, spans);
            let all = span.add_up_all(first, end, rows.clone(), |row| row.0, sum);
            prop_assert_eq!(all.len(), spans as usize + 1);
            let starts: Vec<_> = all.iter().map(|row| row.0).collect();
            let walked: Vec<_> = (0..=spans).rev().map(|back| span.before(end, back)).collect();
            prop_assert_eq!(starts, walked);
            for (start, sum) in &all {
                let known = some.iter().find(|row| row.0 == *start).map_or(0, |row| row.1);
                prop_assert_eq!(*sum, known, "{}", start);
            }
        }
    }
}

/// Day, week and month of each instant, and the microseconds since the first, in the order given.
fn statement(instants: &[DateTime<Utc>]) -> SelectStatement {
    let at = || Expr::col(Alias::new("column2"));
    let rows = instants.iter().zip(0_i64..).map(|(instant, place)| (place, *instant));
    Query::select()
        .expr_as(utc_day(at()), "day")
        .expr_as(utc_week(at()), "week")
        .expr_as(utc_month(at()), "month")
        .expr_as(micros_between(Expr::val(instants[0]), at()), "micros")
        .from_values(rows, Alias::new("given"))
        .order_by(Alias::new("column1"), sea_orm::Order::Asc)
        .take()
}

async fn ask(
    db: &DatabaseConnection,
    zone: &str,
    instants: &[DateTime<Utc>],
) -> Result<Vec<QueryResult>, DbErr> {
    let tx = db.begin().await?;
    tx.execute_unprepared(&format!("SET LOCAL TIME ZONE '{zone}'")).await?;
    tx.query_all(&statement(instants)).await
}

#[test]
fn the_time_zone_of_a_session_moves_nothing() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let database = runtime.block_on(TestDatabase::create());
    let case = (prop::sample::select(ZONES.to_vec()), prop::collection::vec(instant(), 1..50));
    let mut runner = TestRunner::new(Config { cases: 64, failure_persistence: None, ..Config::default() });
    runner
        .run(&case, |(zone, instants)| {
            let rows = runtime.block_on(ask(&database.connection, zone, &instants)).unwrap();
            prop_assert_eq!(rows.len(), instants.len());
            for (row, instant) in rows.iter().zip(&instants) {
                let found = |column: &str| row.try_get::<NaiveDate>("", column).unwrap();
                let day = instant.date_naive();
                prop_assert_eq!(found("day"), day, "{} in {}", instant, zone);
                prop_assert_eq!(found("week"), Span::Week.of(day), "{} in {}", instant, zone);
                prop_assert_eq!(found("month"), Span::Month.of(day), "{} in {}", instant, zone);
                let micros = row.try_get::<i64>("", "micros").unwrap();
                prop_assert_eq!(Some(micros), (*instant - instants[0]).num_microseconds());
            }
            Ok(())
        })
        .unwrap();
    drop((database, runtime));
}
