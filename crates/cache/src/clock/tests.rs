use super::*;

fn tags(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

const fn at(epoch: u64, seq: u64) -> Time {
    Time { epoch, seq }
}

#[test]
fn only_answers_that_read_the_tag_earlier_are_ended() {
    let clock = TagClock::default();
    let orders = clock.stamp(&tags(&["orders"]));
    let users = clock.stamp(&tags(&["users"]));
    clock.bump_local(&tags(&["orders", "payments"]));
    let later = clock.stamp(&tags(&["orders"]));
    assert!(!clock.holds(&orders));
    assert!(clock.holds(&users) && clock.holds(&later));
    assert_eq!(clock.hear(at(0, 1), ["users"]), Heard::InOrder);
    assert!(!clock.holds(&users) && clock.holds(&later));
}

#[test]
fn a_truncated_table_ends_everything() {
    let clock = TagClock::default();
    let users = clock.stamp(&tags(&["users"]));
    clock.bump_local(&tags(&[EVERYTHING]));
    assert!(!clock.holds(&users) && clock.holds(&clock.stamp(&tags(&["users"]))));
}

#[test]
fn a_gap_is_noticed_and_closed_without_forgetting() {
    let clock = TagClock::default();
    let (orders, users) = (clock.stamp(&tags(&["orders"])), clock.stamp(&tags(&["users"])));
    assert_eq!(clock.hear(at(0, 2), ["payments"]), Heard::Behind);
    assert_eq!(clock.hear_tick(at(0, 2)), Heard::Behind);
    assert!(clock.catch_up(at(0, 2), 0, [("orders", 1), ("payments", 2)]));
    assert_eq!(clock.hear_tick(at(0, 2)), Heard::InOrder);
    assert_eq!(clock.hear(at(0, 2), ["payments"]), Heard::InOrder, "told twice");
    assert!(!clock.holds(&orders) && clock.holds(&users));
}

#[test]
fn another_epoch_ends_everything_and_never_comes_back() {
    let clock = TagClock::default();
    let users = clock.stamp(&tags(&["users"]));
    assert_eq!(clock.hear(at(7, 1), ["orders"]), Heard::Behind);
    assert!(clock.catch_up(at(7, 1), 0, []));
    assert!(!clock.holds(&users));
    let orders = clock.stamp(&tags(&["orders"]));
    assert!(clock.learn(at(7, 2), 0, [("orders", 2)]) && !clock.holds(&orders));
    assert!(!clock.learn(at(0, 9), 0, []), "a late answer");
    assert!(!clock.holds(&users));
}

#[test]
fn a_floor_that_was_missed_counts_for_every_tag() {
    let clock = TagClock::default();
    clock.catch_up(at(0, 5), 0, []);
    let users = clock.stamp(&tags(&["users"]));
    clock.catch_up(at(0, 9), 4, []);
    assert!(clock.holds(&users), "moves below were applied");
    clock.catch_up(at(0, 12), 11, []);
    assert!(!clock.holds(&users));
}

#[test]
fn a_forgotten_tag_counts_as_moved() {
    let clock = TagClock::default();
    clock.learn(at(0, 3), 0, []);
    let many: Vec<String> = (0..REMEMBERED).map(|n| format!("t{n}")).collect();
    clock.stamp(&many);
    let cells = clock.stamp(&tags(&["orders"])).cells;
    assert!(!clock.holds(&Stamp { cells, epoch: 0, s0: 2, l0: 0 }));
}

#[test]
fn many_tags_that_answers_carry_are_looked_through_seldom() {
    let clock = TagClock::default();
    clock.learn(at(0, 3), 0, []);
    let many: Vec<String> = (0..REMEMBERED).map(|n| format!("t{n}")).collect();
    let carried = clock.stamp(&many);
    let floor = |tag: &str| clock.stamp(&tags(&[tag])).cells[0].shared.load(SeqCst);
    assert_eq!(floor("first"), 3, "too many: those that nobody carries were forgotten");
    clock.learn(at(0, 5), 0, []);
    assert_eq!(floor("second"), 3, "not again for one more");
    assert!(clock.holds(&carried));
    let more: Vec<String> = (0..=REMEMBERED).map(|n| format!("u{n}")).collect();
    clock.stamp(&more);
    assert_eq!(floor("third"), 5, "for as many more");
}

#[test]
fn trust_ends_by_itself_and_at_once_in_doubt() {
    let clock = TagClock::default();
    clock.trust(10);
    assert!(clock.trusted_at(9) && !clock.trusted_at(10));
    clock.doubt();
    assert!(!clock.trusted_at(0));
}
