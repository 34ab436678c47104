//! How near a writer is to the next level.

use tally_kernel::Hundredths;

/// Parts of a whole requirement; enough that three decimals of the mean of six are right.
const WHOLE: i128 = 1_000_000_000_000;

/// What a writer has done, ever. Rates and ratings are in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) assigned: i64,
    pub(crate) finished: i64,
    pub(crate) late: i64,
    /// Finished orders that had to be done again.
    pub(crate) revised: i64,
    /// Nothing when nobody reviewed him.
    pub(crate) rating: Option<i64>,
    pub(crate) takes: i64,
}

impl Record {
    pub(crate) fn completion_rate(&self) -> Hundredths {
        Hundredths::percent(self.finished, self.assigned)
    }

    pub(crate) fn lateness_rate(&self) -> Hundredths {
        Hundredths::percent(self.late, self.finished)
    }

    pub(crate) fn revision_rate(&self) -> Hundredths {
        Hundredths::percent(self.revised, self.finished)
    }
}

/// What a level asks for; 0 asks nothing. Rates and ratings are in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Requirements {
    pub(crate) orders: i64,
    pub(crate) rating: i64,
    pub(crate) takes: i64,
    pub(crate) completion: i64,
    pub(crate) most_revision: i64,
    pub(crate) most_lateness: i64,
}

/// How near he is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    /// 0 to 100, one decimal.
    pub(crate) score: Hundredths,
    /// A sentence for each requirement that is not met.
    pub(crate) failed: Vec<String>,
}

impl Progress {
    pub(crate) fn is_eligible(&self) -> bool {
        self.failed.is_empty()
    }
}

/// One requirement: what there is and what it takes, both in the same unit.
struct Asked {
    have: i64,
    need: i64,
    /// Whether less is better.
    is_most: bool,
    sentence: String,
}

impl Asked {
    fn is_met(&self) -> bool {
        if self.is_most { self.have <= self.need } else { self.have >= self.need }
    }

    /// How much of it is there.
    fn parts(&self) -> i128 {
        let (part, whole) = if self.is_most { (self.need, self.have) } else { (self.have, self.need) };
        if self.is_met() { WHOLE } else { i128::from(part) * WHOLE / i128::from(whole) }
    }
}

/// How near a writer with this record is to a level that asks for these things.
pub(crate) fn progress(record: &Record, requirements: &Requirements) -> Progress {
    let asked = asked(record, requirements);
    let parts: i128 = asked.iter().map(Asked::parts).sum();
    let score = match i128::try_from(asked.len()).unwrap_or(0) {
        0 => Hundredths(10_000),
        count => super::exact::tenths(parts * 100, WHOLE * count),
    };
    let failed = asked.into_iter().filter(|asked| !asked.is_met()).map(|asked| asked.sentence).collect();
    Progress { score, failed }
}

fn asked(record: &Record, requirements: &Requirements) -> Vec<Asked> {
    let Requirements { orders, rating, takes, completion, most_revision, most_lateness } = *requirements;
    let share = |what: &str, have: Hundredths, need: i64, is_most: bool| Asked {
        have: have.0,
        need,
        is_most,
        sentence: format!("Need a {what} of {}% (currently have {have}%)", bound(Hundredths(need), is_most)),
    };
    let number = |what: &str, have: i64, need: i64| Asked {
        have,
        need,
        is_most: false,
        sentence: format!("Need {need} {what} (currently have {have})"),
    };
    let stars = Hundredths(record.rating.unwrap_or(0));
    let rated = Asked {
        have: stars.0,
        need: rating,
        is_most: false,
        sentence: format!("Need an average rating of {} (currently have {stars})", Hundredths(rating)),
    };
    [
        number("completed orders", record.finished, orders),
        rated,
        number("taken orders", record.takes, takes),
        share("completion rate", record.completion_rate(), completion, false),
        share("revision rate", record.revision_rate(), most_revision, true),
        share("lateness rate", record.lateness_rate(), most_lateness, true),
    ]
    .into_iter()
    .filter(|asked| asked.need > 0)
    .collect()
}

fn bound(need: Hundredths, is_most: bool) -> String {
    if is_most { format!("at most {need}") } else { need.to_string() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RECORD: Record =
        Record { assigned: 16, finished: 12, late: 3, revised: 6, rating: Some(420), takes: 5 };

    #[test]
    fn each_requirement_counts_as_far_as_it_is_met() {
        let requirements = Requirements {
            orders: 20,
            rating: 450,
            takes: 5,
            completion: 8_000,
            most_revision: 2_000,
            most_lateness: 3_000,
        };
        let found = progress(&RECORD, &requirements);
        // 12/20 + 4.2/4.5 + 1 + 75/80 + 20/50 + 1 = 4.870833…, of six 81.1805… %
        assert_eq!(found.score, Hundredths(8_120));
        assert_eq!(
            found.failed,
            [
                "Need 20 completed orders (currently have 12)",
                "Need an average rating of 4.5 (currently have 4.2)",
                "Need a completion rate of 80% (currently have 75%)",
                "Need a revision rate of at most 20% (currently have 50%)",
            ]
        );
        assert!(!found.is_eligible());
    }

    #[test]
    fn who_is_asked_nothing_is_ready() {
        let found = progress(&Record::default(), &Requirements::default());
        assert_eq!((found.score, found.is_eligible()), (Hundredths(10_000), true));
        let one = Requirements { orders: 12, ..Requirements::default() };
        assert_eq!(progress(&RECORD, &one).score, Hundredths(10_000));
        assert_eq!(progress(&Record::default(), &one).score, Hundredths(0));
        // Nobody's late work is nobody's revision: the most is not reached.
        let most = Requirements { most_lateness: 500, ..Requirements::default() };
        assert_eq!(progress(&Record::default(), &most).score, Hundredths(10_000));
        // A rating is asked for and there is none.
        let rated = Requirements { rating: 100, takes: 4, ..Requirements::default() };
        let unrated = Record { rating: None, takes: 3, ..RECORD };
        assert_eq!(progress(&unrated, &rated).score, Hundredths(3_750));
    }

    proptest! {
        /// Whoever is ready has the full score, and more work never lowers it.
        #[test]
        fn more_work_never_lowers_the_score(
            finished in 0..50_i64, more in 0..50_i64, rating in 100..500_i64, takes in 0..20_i64,
            orders in 0..60_i64, need in 0..500_i64, most in 0..20_i64,
        ) {
            let record = Record { assigned: 100, finished, late: 0, revised: 0, rating: Some(rating), takes };
            let requirements = Requirements { orders, rating: need, takes: most, ..Requirements::default() };
            let found = progress(&record, &requirements);
            prop_assert!((0..=10_000).contains(&found.score.0));
            prop_assert!(!found.is_eligible() || found.score.0 == 10_000);
            let later = progress(&Record { finished: finished + more, ..record }, &requirements);
            prop_assert!(later.score >= found.score && later.failed.len() <= found.failed.len());
        }
    }
}
