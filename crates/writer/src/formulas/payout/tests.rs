use super::*;

const FIXED: Terms = Terms {
    earning_mode: EarningMode::FixedPerPage,
    page_cents: 600,
    slide_cents: 250,
    cost_pct: None,
    total_pct: None,
    urgency_pct: 1_250,
    urgency_page_cents: 50,
    urgent_hours: 24,
    technical_page_cents: 100,
    technical_slide_cents: 40,
};
const OF_COST: Terms =
    Terms { earning_mode: EarningMode::PercentageOfOrderCost, cost_pct: Some(4_000), ..FIXED };
const OF_TOTAL: Terms =
    Terms { earning_mode: EarningMode::PercentageOfOrderTotal, total_pct: Some(3_333), ..FIXED };
/// 5 × 6.00 + 2 × 2.50 = 35.00 at fixed prices.
const WORK: Work = Work {
    agreed_cents: 0,
    pages: 5,
    slides: 2,
    total_cents: 10_000,
    cost_cents: 12_000,
    is_urgent: false,
    is_technical: false,
    due: None,
    assigned_at: None,
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn pay(work: Work, terms: Terms) -> i64 {
    payout(&work, Some(&terms), at("2026-03-15T12:00:00Z"))
}

#[test]
fn what_was_agreed_is_paid() {
    assert_eq!(pay(Work { agreed_cents: 4_321, is_urgent: true, ..WORK }, OF_COST), 4_321);
    assert_eq!(payout(&Work { agreed_cents: 1, ..WORK }, None, at("2026-03-15T12:00:00Z")), 1);
}

#[test]
fn each_mode_has_its_base() {
    assert_eq!(pay(WORK, FIXED), 3_500);
    // 40 % of 120.00; the fixed price is the least there is.
    assert_eq!(pay(WORK, OF_COST), 4_800);
    assert_eq!(pay(Work { cost_cents: 8_000, ..WORK }, OF_COST), 3_500);
    assert_eq!(pay(Work { cost_cents: 0, ..WORK }, OF_COST), 3_500);
    assert_eq!(pay(WORK, Terms { cost_pct: Some(0), ..OF_COST }), 3_500);
    // 33.33 % of 100.00 is less than 35.00, of 120.00 it is 39.996.
    assert_eq!(pay(WORK, OF_TOTAL), 3_500);
    assert_eq!(pay(Work { total_cents: 12_000, ..WORK }, OF_TOTAL), 4_000);
    assert_eq!(pay(WORK, Terms { total_pct: None, ..OF_TOTAL }), 3_500);
}

#[test]
fn haste_raises_the_base_and_technical_work_comes_on_top() {
    // 35.00 × 1.125 + 5 × 0.50 = 41.875
    assert_eq!(pay(Work { is_urgent: true, ..WORK }, FIXED), 4_188);
    // 35.00 + 5 × 1.00 + 2 × 0.40
    assert_eq!(pay(Work { is_technical: true, ..WORK }, FIXED), 4_080);
    // 41.875 + 5.80 = 47.675
    assert_eq!(pay(Work { is_urgent: true, is_technical: true, ..WORK }, FIXED), 4_768);
    // 48.00 × 1.125 + 2.50 = 56.50
    assert_eq!(pay(Work { is_urgent: true, ..WORK }, OF_COST), 5_650);
}

#[test]
fn haste_is_the_time_there_was_when_the_order_was_given() {
    let due = Some(at("2026-03-10T12:00:00Z"));
    let given = |text: &str| Work { due, assigned_at: Some(at(text)), ..WORK };
    assert_eq!(pay(given("2026-03-09T12:00:00Z"), FIXED), 4_188);
    assert_eq!(pay(given("2026-03-09T11:59:59Z"), FIXED), 3_500);
    // Nobody has it yet: five days past is urgent, two days ahead is not.
    assert_eq!(pay(Work { due, ..WORK }, FIXED), 4_188);
    assert_eq!(pay(Work { due: Some(at("2026-03-17T12:00:00Z")), ..WORK }, FIXED), 3_500);
    assert_eq!(pay(Work { due: None, assigned_at: None, ..WORK }, FIXED), 3_500);
}

#[test]
fn nothing_is_never_the_pay_of_an_order_that_costs() {
    let now = at("2026-03-15T12:00:00Z");
    // 55 % of 100.01 = 55.0055
    assert_eq!(payout(&Work { total_cents: 10_001, ..WORK }, None, now), 5_501);
    let free = Terms { page_cents: 0, slide_cents: 0, ..FIXED };
    assert_eq!(pay(WORK, free), 5_500);
    assert_eq!(pay(WORK, Terms { cost_pct: Some(2_000), ..free }), 2_000);
    assert_eq!(pay(WORK, Terms { cost_pct: Some(2_000), total_pct: Some(3_000), ..free }), 3_000);
    assert_eq!(pay(WORK, Terms { cost_pct: Some(2_000), total_pct: Some(0), ..free }), 2_000);
    assert_eq!(payout(&Work::default(), None, now), 0);
}

#[test]
fn halves_are_rounded_up_once_and_the_parts_add_up() {
    // 10.01 × 50 % = 5.005
    let half = Terms { total_pct: Some(5_000), page_cents: 0, slide_cents: 0, ..OF_TOTAL };
    assert_eq!(pay(Work { total_cents: 1_001, ..WORK }, half), 501);
    // 5.005 × 1.1 = 5.5055: from the rounded 5.01 it would be 5.511.
    let hasty = Terms { urgency_pct: 1_000, urgency_page_cents: 0, ..half };
    let work = Work { total_cents: 1_001, is_urgent: true, is_technical: true, ..WORK };
    let parts = hasty.parts(&work, at("2026-03-15T12:00:00Z"));
    assert_eq!(parts, Parts { base_cents: 501, urgency_cents: 50, technical_cents: 580 });
    assert_eq!(parts.total_cents(), 1_131);
}

proptest::proptest! {
    /// More work, more money, more haste: never less pay.
    #[test]
    fn more_is_never_paid_less(
        pages in 0..500_i32, slides in 0..500_i32, total in 0..10_000_000_i64, cost in 0..10_000_000_i64,
        share in 0..=10_000_i64, urgency in 0..=10_000_i64, more in 0..100_i32, mode in 0..3_usize,
    ) {
        let earning_mode = EarningMode::ALL[mode];
        let (cost_pct, total_pct) = (Some(share), Some(share));
        let terms = Terms { earning_mode, cost_pct, total_pct, urgency_pct: urgency, ..FIXED };
        let work = Work { pages, slides, total_cents: total, cost_cents: cost, ..WORK };
        let less = pay(work, terms);
        let cents = i64::from(more);
        // With no pages at all the pay is a share of the price, which is no part of the ladder.
        if pages > 0 {
            for greater in [
                Work { pages: pages + more, ..work },
                Work { slides: slides + more, ..work },
                Work { total_cents: total + cents, ..work },
                Work { cost_cents: cost + cents, ..work },
                Work { is_urgent: true, ..work },
                Work { is_technical: true, ..work },
            ] {
                proptest::prop_assert!(pay(greater, terms) >= less, "{greater:?}");
            }
        }
        let now = at("2026-03-15T12:00:00Z");
        let parts = terms.parts(&Work { is_urgent: true, is_technical: true, ..work }, now);
        proptest::prop_assert!(parts.base_cents >= 0 && parts.urgency_cents >= 0 && parts.technical_cents >= 0);
    }
}
