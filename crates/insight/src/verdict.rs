//! What to think of a policy's figures, and what could be done.

use serde::Serialize;
use tally_cache::Figures;
use utoipa::ToSchema;

/// Fewer requests say nothing.
const ENOUGH: u64 = 20;
/// The share of hits, in percent, that an answer should have.
pub(crate) const TARGET: u64 = 80;
/// Loads quicker than this, in microseconds, are not worth a place in memory.
const QUICK_US: u64 = 2_000;
/// The share of requests that should find their answer, when memory is asked for.
const FITTING: u64 = 95;

/// What to think of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Too few requests to say.
    Idle,
    /// Enough hits.
    Good,
    /// Commits end its answers.
    Invalidated,
    /// They grow old before they are asked for again.
    Short,
    /// Requests hardly ever ask for the same.
    Scattered,
    /// There is no room for its answers.
    Evicted,
    /// Loading is as quick as keeping.
    Useless,
}

/// The first verdict of the contract's table that fits, and what could be done. `max_bytes` is the room of the first
/// level. Few hits without a cause in the table are mostly first requests of their key: scattered.
pub(crate) fn judge(figures: &Figures, varies_on: &[String], max_bytes: u64) -> (Verdict, Option<String>) {
    let (hits, asked) = (figures.hits(), figures.hits() + figures.misses());
    if figures.requests() < ENOUGH || asked == 0 {
        return (Verdict::Idle, None);
    }
    if 100 * hits >= TARGET * asked {
        return (Verdict::Good, None);
    }
    let Figures { lost_expired, lost_invalidated, lost_evicted, .. } = *figures;
    let lost = lost_expired + lost_invalidated + lost_evicted;
    let is_most = |part: u64| 2 * part > lost;
    if is_most(lost_invalidated) {
        (Verdict::Invalidated, Some(narrower(figures)))
    } else if is_most(lost_expired) {
        (Verdict::Short, Some(longer(figures)))
    } else if figures.is_scattered() {
        (Verdict::Scattered, Some(fewer(figures, varies_on)))
    } else if is_most(lost_evicted) {
        (Verdict::Evicted, Some(larger(hits, lost_evicted, max_bytes)))
    } else if figures.load_times.percentile(95).is_some_and(|micros| micros < QUICK_US) {
        (Verdict::Useless, Some("Loading takes less than 2 ms: it is not worth keeping.".to_owned()))
    } else {
        (Verdict::Scattered, Some(fewer(figures, varies_on)))
    }
}

/// The tags that ended most answers first.
pub(crate) fn top_tags(figures: &Figures) -> Vec<(&str, u64)> {
    let mut tags: Vec<_> = figures.tags.iter().map(|(tag, times)| (tag.as_str(), *times)).collect();
    // They come in order of their names, which stays where they are equal.
    tags.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    tags
}

fn narrower(figures: &Figures) -> String {
    let lost = figures.lost_invalidated;
    match top_tags(figures).first() {
        Some((tag, times)) => format!(
            "Commits that touch {tag} ended it {times} of {lost} times: narrow what the answer reads, or accept it."
        ),
        None => "Commits end it: narrow what the answer reads, or accept it.".to_owned(),
    }
}

fn longer(figures: &Figures) -> String {
    let now = figures.fresh_s;
    match figures.late.percentile(90).map(|millis| millis.div_ceil(1_000)) {
        Some(seconds) if seconds > now => {
            format!(
                "fresh could rise from {now} to {seconds} s: by then 90 % of those who came too late had come."
            )
        }
        _ => format!("fresh could rise above {now} s."),
    }
}

fn fewer(figures: &Figures, varies_on: &[String]) -> String {
    let most = figures.values.iter().zip(0_usize..).max_by_key(|(values, at)| (**values, usize::MAX - at));
    match most {
        Some((values, at)) => {
            let known = (varies_on.len() == figures.values.len()).then(|| varies_on.get(at)).flatten();
            let name = known.cloned().unwrap_or_else(|| {
                if at == 0 { "the scope".to_owned() } else { format!("its parameter number {at}") }
            });
            format!("The key varies on too much: {name} has {values} values.")
        }
        None => "Most requests are the first of their key: it varies on too much.".to_owned(),
    }
}

fn larger(hits: u64, evicted: u64, max_bytes: u64) -> String {
    let fitting = hits + evicted;
    let bytes = u128::from(max_bytes) * u128::from(fitting * FITTING) / u128::from((100 * hits).max(1));
    let bytes = bytes.max(u128::from(max_bytes) + 1);
    format!(
        "Level 1 is too small: about {bytes} bytes would serve {FITTING} % of the hits (TALLY_CACHE_BYTES)."
    )
}

#[cfg(test)]
mod tests;
