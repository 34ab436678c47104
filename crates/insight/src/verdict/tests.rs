use serde_json::{Value, json};

use super::*;

/// Figures as another process would have told them, in JSON, so that nothing here knows how they are counted.
fn figures(told: Value) -> Figures {
    serde_json::from_value(told).unwrap()
}

fn verdict(told: Value) -> (Verdict, String) {
    let varies_on = ["website".to_owned(), "days".to_owned()];
    let (verdict, advice) = judge(&figures(told), &varies_on, 1_000_000);
    (verdict, advice.unwrap_or_default())
}

#[test]
fn few_requests_say_nothing() {
    assert_eq!(verdict(json!({ "miss": 19 })), (Verdict::Idle, String::new()));
    assert_eq!(verdict(json!({ "bypass": 500 })), (Verdict::Idle, String::new()));
    assert_ne!(verdict(json!({ "miss": 20 })).0, Verdict::Idle);
}

#[test]
fn four_of_five_are_enough_whatever_was_lost() {
    let told =
        |l1: u64, miss: u64| json!({ "l1": l1, "l2": 5, "stale": 5, "miss": miss, "lost_invalidated": miss });
    assert_eq!(verdict(told(70, 20)), (Verdict::Good, String::new()));
    assert_eq!(verdict(told(69, 20)).0, Verdict::Invalidated);
    let beside = json!({ "l1": 80, "collapsed": 20, "refresh": 900, "bypass": 900 });
    assert_eq!(verdict(beside).0, Verdict::Good, "those are outside the rate");
}

#[test]
fn what_ended_most_of_them_gives_the_verdict() {
    let (found, advice) = verdict(json!({
        "l1": 50, "miss": 50, "lost_invalidated": 30, "lost_expired": 20, "lost_evicted": 9,
        "tags": { "orders": 8, "users": 20, "payments": 2 },
    }));
    assert_eq!(found, Verdict::Invalidated);
    assert!(advice.contains("touch users ended it 20 of 30 times"), "{advice}");

    // Bucket 49 holds nothing but 50: the answers were 50 ms old when they were asked for in vain.
    let late =
        |fresh_s| json!({ "l1": 50, "miss": 50, "fresh_s": fresh_s, "lost_expired": 30, "late": [[49, 30]] });
    let (found, advice) = verdict(late(0));
    assert_eq!(found, Verdict::Short);
    assert!(advice.starts_with("fresh could rise from 0 to 1 s"), "{advice}");
    assert_eq!(verdict(late(300)).1, "fresh could rise above 300 s.");

    let (found, advice) = verdict(json!({ "l1": 60, "miss": 40, "lost_evicted": 40 }));
    assert_eq!(found, Verdict::Evicted);
    assert!(advice.contains("about 1583333 bytes would serve 95 %"), "{advice}");
}

#[test]
fn half_is_not_most() {
    let told =
        json!({ "l1": 50, "miss": 50, "lost_expired": 20, "lost_invalidated": 20, "load_times": [[60, 9]] });
    assert_eq!(verdict(told).0, Verdict::Useless);
    let told =
        json!({ "l1": 50, "miss": 50, "lost_expired": 20, "lost_invalidated": 20, "load_times": [[599, 9]] });
    assert_eq!(verdict(told).0, Verdict::Scattered);
}

#[test]
fn many_answers_for_few_requests_vary_on_too_much() {
    let told = |values: Value| json!({ "l1": 10, "miss": 90, "entries": 51, "values": values });
    assert_eq!(
        verdict(told(json!([3, 40]))),
        (Verdict::Scattered, "The key varies on too much: days has 40 values.".to_owned())
    );
    assert!(verdict(told(json!([40, 3]))).1.contains("website has 40 values"));
    assert!(verdict(told(json!([1, 3, 40]))).1.contains("its parameter number 2 has 40 values"));
    let half = json!({ "l1": 10, "miss": 90, "entries": 50, "lost_evicted": 1 });
    assert_eq!(verdict(half).0, Verdict::Evicted);
}

#[test]
fn tags_come_in_order() {
    let told = figures(json!({ "tags": { "b": 2, "a": 2, "c": 9 } }));
    assert_eq!(top_tags(&told), [("c", 9), ("a", 2), ("b", 2)]);
}
