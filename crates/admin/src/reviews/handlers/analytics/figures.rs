//! From groups of reviews to figures.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use tally_entity::ReviewKind;
use tally_http::Decimal;
use tally_kernel::{first_of_month, monday_of};

use super::answer::{
    AverageRatings, MonthlyTrends, RatingDistribution, ReviewAnalyticsAnswer, ReviewMonth, ReviewSummary,
    ReviewWeek,
};
use crate::reviews::{
    handlers::by_kind::ByKind,
    repository::analytics::{Rated, ReviewAnalytics, Submitted},
};

/// Days from the first Monday of the weekly trend to the last.
const WEEKS_BEFORE: Days = Days::new(11 * 7);

impl ReviewAnalyticsAnswer {
    pub(super) fn new(rows: ReviewAnalytics, today: NaiveDate) -> Self {
        let ReviewAnalytics { rated, submitted } = rows;
        Self {
            summary: ReviewSummary::new(&rated),
            monthly_trends: MonthlyTrends::new(&submitted),
            weekly_trends: weekly(&submitted, today),
            rating_distribution: RatingDistribution::new(&rated),
        }
    }
}

impl ReviewSummary {
    fn new(rated: &[Rated]) -> Self {
        let sum = |figure: fn(&Rated) -> i64| ByKind::sum(rated.iter().map(|row| (row.kind, figure(row))));
        let total_reviews = sum(|row| row.reviews);
        let ByKind { website, writer, order, total: _ } = total_reviews;
        let tenths = sum(|row| row.tenths * row.reviews);
        let mean = |tenths: i64, reviews: i64| Decimal::mean(tenths, reviews * 10);
        Self {
            total_reviews,
            pending_reviews: sum(|row| row.pending),
            approved_reviews: sum(|row| row.approved),
            flagged_reviews: sum(|row| row.flagged),
            average_ratings: AverageRatings {
                website: mean(tenths.website, website),
                writer: mean(tenths.writer, writer),
                order: mean(tenths.order, order),
            },
            website_reviews: website,
            writer_reviews: writer,
            order_reviews: order,
            average_rating: mean(tenths.total, total_reviews.total),
        }
    }
}

impl MonthlyTrends {
    fn new(submitted: &[Submitted]) -> Self {
        let of = |kind| {
            let mut months = BTreeMap::<NaiveDate, (i64, i64)>::new();
            for row in submitted.iter().filter(|row| row.kind == kind) {
                let (count, approved) = months.entry(first_of_month(row.day)).or_default();
                *count += row.reviews;
                *approved += row.approved;
            }
            let month = |(month, (count, approved))| ReviewMonth { month, count, approved };
            months.into_iter().map(month).collect()
        };
        Self {
            website: of(ReviewKind::Website),
            writer: of(ReviewKind::Writer),
            order: of(ReviewKind::Order),
        }
    }
}

fn weekly(submitted: &[Submitted], today: NaiveDate) -> Vec<ReviewWeek> {
    let first = monday_of(today) - WEEKS_BEFORE;
    let mut weeks = BTreeMap::<NaiveDate, i64>::new();
    for row in submitted.iter().filter(|row| row.day >= first) {
        *weeks.entry(monday_of(row.day)).or_default() += row.reviews;
    }
    weeks.into_iter().map(|(week, count)| ReviewWeek { week, count }).collect()
}

impl RatingDistribution {
    fn new(rated: &[Rated]) -> Self {
        let mut stars = Self::default();
        for row in rated {
            let star = match row.tenths {
                ..15 => &mut stars.one,
                15..25 => &mut stars.two,
                25..35 => &mut stars.three,
                35..45 => &mut stars.four,
                45.. => &mut stars.five,
            };
            *star += row.reviews;
        }
        stars
    }
}
