use super::fixture::{IDS, Set, time};
use crate::{
    import::olist::{map, market::Market},
    rows::{
        Tenths,
        feedback::{Dispute, Review},
    },
};

const DAY_2: &str = "2018-02-02 00:00:00";
const DAY_3: &str = "2018-02-03 00:00:00";

fn market(lines: &str) -> Market {
    Set::new().with("order_reviews", lines).market()
}

fn review(line: &str) -> Review {
    map::reviews(&market(line), IDS).next().unwrap()
}

fn dispute(line: &str) -> Option<Dispute> {
    map::disputes(&market(line), IDS).next()
}

#[test]
fn a_review_belongs_to_its_order() {
    let review = review(&format!("r1,o1,4,Good,Quick,{DAY_2},{DAY_3},full"));

    assert_eq!((&*review.kind, review.website_id, review.reviewer_id), ("order", 11, 100));
    assert_eq!((review.order_id, review.reviewed_user_id), (Some(3_000), Some(102)));
    assert_eq!((review.rating, &*review.comment), (Tenths(40), "Good\nQuick"));
    assert_eq!(review.submitted_at, time(DAY_2));
    assert!(review.is_approved && !review.is_shadowed && !review.is_flagged);
}

#[test]
fn empty_parts_leave_no_line() {
    let comment = |title: &str, message: &str| {
        review(&format!("r1,o1,4,{title},{message},,,full")).comment.into_owned()
    };
    assert_eq!(comment("Good", ""), "Good");
    assert_eq!(comment("", "\"a\nb\""), "a\nb");
    assert_eq!(comment("", ""), "");
}

#[test]
fn without_an_answer_a_review_waits_for_approval() {
    assert!(!review(&format!("r1,o1,4,,,{DAY_2},,full")).is_approved);
}

#[test]
fn a_review_without_a_date_has_that_of_the_delivery_or_purchase() {
    assert_eq!(review("r1,o1,4,,,,,full").submitted_at, time("2018-01-05 00:00:00"));
    let set = Set::new()
        .with("orders", "o1,c1,shipped,2018-01-01 10:00:00,,,,")
        .with("order_reviews", "r1,o1,4,,,,,full");
    assert_eq!(map::reviews(&set.market(), IDS).next().unwrap().submitted_at, time("2018-01-01 10:00:00"));
}

#[test]
fn one_star_without_a_message_is_flagged() {
    let flagged = review("r1,o1,1,Bad,,,,full");
    assert_eq!((flagged.is_flagged, flagged.flag_reason.as_deref()), (true, Some("One star without a text")));
    for line in ["r1,o1,1,,Never came,,,full", "r1,o1,2,,,,,full"] {
        let review = review(line);
        assert_eq!((review.is_flagged, review.flag_reason), (false, None));
    }
}

#[test]
fn of_several_reviews_of_an_order_the_last_counts() {
    let kept = |lines: &str| {
        let market = market(lines);
        let [review] = market.reviews.as_slice() else { panic!("{:?}", market.reviews) };
        (review.key.clone(), market.superseded_reviews)
    };
    assert_eq!(kept(&format!("a,o1,5,,,{DAY_3},,full\nb,o1,1,,,{DAY_2},,full")), ("a".into(), 1));
    assert_eq!(kept(&format!("b,o1,1,,,{DAY_2},,full\na,o1,5,,,{DAY_2},,full")), ("b".into(), 1));
    // Without a date the delivery of 5 January counts, which is before.
    assert_eq!(kept(&format!("z,o1,1,,,,,full\na,o1,5,,,{DAY_2},,full")), ("a".into(), 1));
    assert_eq!(kept(&format!("a,o1,5,,,{DAY_2},,full")), ("a".into(), 0));
}

#[test]
fn a_superseded_review_rates_nobody_and_disputes_nothing() {
    let market = market(&format!("a,o1,1,,,{DAY_2},{DAY_2},full\nb,o1,5,,,{DAY_3},{DAY_3},full"));
    assert_eq!(market.writers[0].rating_sum, 5);
    assert_eq!(map::disputes(&market, IDS).count(), 0);
}

#[test]
fn up_to_two_stars_are_a_dispute() {
    assert!(dispute("r1,o1,3,,,,,full").is_none());
    assert!(dispute("r1,o1,2,,,,,full").is_some());
    let dispute = dispute(&format!("r1,o1,1,Bad,Broken,{DAY_2},,full")).unwrap();
    assert_eq!((dispute.order_id, dispute.raised_by_id, dispute.website_id), (Some(3_000), Some(100), 11));
    assert_eq!((&*dispute.reason, dispute.created_at), ("Bad\nBroken", time(DAY_2)));
    assert_eq!((&*dispute.status, dispute.resolved_at, dispute.writer_responded_at), ("open", None, None));
    assert_eq!(dispute.updated_at, time(DAY_2));
}

#[test]
fn an_answered_dispute_is_resolved_and_never_before_it_began() {
    let answered = |at: &str| dispute(&format!("r1,o1,1,,,{DAY_2},{at},full")).unwrap();
    for (at, resolved) in [(DAY_3, DAY_3), ("2018-01-01 00:00:00", DAY_2)] {
        let dispute = answered(at);
        assert_eq!((&*dispute.status, &*dispute.reason), ("resolved", "No reason given"));
        assert_eq!(dispute.resolved_at, Some(time(resolved)));
        assert_eq!((dispute.updated_at, dispute.writer_responded_at), (time(resolved), Some(time(resolved))));
    }
}
