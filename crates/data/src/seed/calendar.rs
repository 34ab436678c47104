//! When orders come: a business that grows, with weekdays, seasons and office hours.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};

/// Three years back from now.
const DAYS: u64 = 3 * 365;
/// Orders of a day at the end, in percent of the beginning.
const GROWTH_PCT: u64 = 350;
/// Monday first.
const WEEK: [u64; 7] = [115, 118, 112, 105, 90, 70, 95];
/// January first: the academic year has its peaks before the holidays.
const YEAR: [u64; 12] = [90, 100, 108, 118, 112, 82, 60, 66, 96, 115, 128, 105];
/// Hours of the day, midnight first.
const DAY: [u64; 24] =
    [20, 14, 9, 6, 5, 6, 12, 24, 40, 54, 62, 64, 60, 58, 62, 66, 68, 64, 58, 60, 66, 64, 50, 34];

/// Places orders in time.
#[derive(Debug)]
pub(super) struct Calendar {
    pub first_day: NaiveDate,
    now: DateTime<Utc>,
    /// Weight of all days up to and including this one.
    until: Vec<u64>,
}

impl Calendar {
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        let first_day = now.date_naive() - Days::new(DAYS);
        let mut sum = 0;
        let mut weigh = |day: NaiveDate, age: u64| {
            let growth = 100 + (GROWTH_PCT - 100) * age / DAYS;
            let (weekday, month) = (day.weekday().num_days_from_monday() as usize, day.month0() as usize);
            sum += growth * WEEK[weekday] * YEAR[month];
            sum
        };
        let until = (0..=DAYS).zip(first_day.iter_days()).map(|(age, day)| weigh(day, age)).collect();
        Self { first_day, now, until }
    }

    /// When something happens that is this part of the way from the first to the last order. It never goes back.
    pub(super) fn at(&self, place: usize, of: usize) -> DateTime<Utc> {
        let total = self.until.last().copied().unwrap_or(1);
        let (place, of) = (place as u64, of.max(1) as u64);
        let target = (place * total + total / 2) / of;
        let day = self.until.partition_point(|until| *until <= target).min(self.until.len() - 1);
        let before = day.checked_sub(1).map_or(0, |before| self.until[before]);
        let weight = self.until[day] - before;
        let date = self.first_day + Days::new(day as u64);
        let start = date.and_time(chrono::NaiveTime::MIN).and_utc();
        let second = second_of_day((target - before).min(weight), weight);
        if date < self.now.date_naive() {
            return start + TimeDelta::seconds(second);
        }
        // Today is squeezed into the hours that have passed, so that there is always something from today.
        start + TimeDelta::seconds((self.now - start).num_seconds() * second / 86_400)
    }
}

/// Where in the day a part of its weight has come in.
fn second_of_day(part: u64, weight: u64) -> i64 {
    let all: u64 = DAY.iter().sum();
    // In thousandths, so that seconds differ within the hour.
    let mut rest = part * all * 1_000 / weight.max(1);
    for (hour, share) in DAY.iter().enumerate() {
        let share = share * 1_000;
        if rest < share {
            return i64::try_from(hour as u64 * 3_600 + rest * 3_600 / share).unwrap_or_default();
        }
        rest -= share;
    }
    86_399
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: usize = 50_000;

    fn times(now: &str) -> (DateTime<Utc>, Vec<DateTime<Utc>>) {
        let now = now.parse().unwrap();
        let calendar = Calendar::new(now);
        (now, (0..COUNT).map(|place| calendar.at(place, COUNT)).collect())
    }

    #[test]
    fn time_never_goes_back_and_ends_now() {
        for now in ["2024-03-06T15:30:00Z", "2024-03-06T00:00:00Z", "2023-12-31T23:59:59Z"] {
            let (now, times) = times(now);
            assert!(times.is_sorted());
            assert!(times.iter().all(|time| *time <= now));
            assert_eq!(times.last().unwrap().date_naive(), now.date_naive());
            assert!((now - times[0]).num_days() > 1_000);
        }
    }

    #[test]
    fn the_business_grows_and_rests_on_saturdays() {
        let (now, times) = times("2024-03-06T15:30:00Z");
        let within = |from: i64, to: i64| {
            times.iter().filter(|time| (from..to).contains(&(now - **time).num_days())).count()
        };
        assert!(within(0, 365) > 2 * within(730, 1_095));
        let on = |weekday| times.iter().filter(|time| time.weekday() == weekday).count();
        assert!(on(chrono::Weekday::Tue) > on(chrono::Weekday::Sat) * 3 / 2);
    }

    #[test]
    fn nights_are_quiet() {
        let (_, times) = times("2024-03-06T15:30:00Z");
        let at = |hour: u32| times.iter().filter(|time| chrono::Timelike::hour(*time) == hour).count();
        assert!(at(16) > 5 * at(4) && at(4) > 0);
    }
}
