//! What a writer could do about his desk.

use serde::Serialize;
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use super::load::{HIGH, Load};

/// Hours of work from which there is a lot of it, in hundredths.
const MUCH: Hundredths = Hundredths(4_000);

/// A piece of advice.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct WorkloadAdvice {
    /// `warning`, `urgent` or `info`.
    #[serde(rename = "type")]
    kind: &'static str,
    message: String,
    /// `high`, `medium` or `low`.
    priority: &'static str,
}

pub(super) fn advice(load: &Load) -> Vec<WorkloadAdvice> {
    let mut found = Vec::new();
    let mut say = |kind, priority, message| found.push(WorkloadAdvice { kind, message, priority });
    let Load { current, most, urgent, .. } = *load;
    if load.is_full() {
        say(
            "warning",
            "high",
            format!("You have {current} of {most} orders; finish some before you take more."),
        );
    } else if load.percentage().0 >= HIGH {
        let free = load.free();
        say("info", "medium", format!("You have {current} of {most} orders; there is room for {free} more."));
    }
    if urgent > 0 {
        say("urgent", "high", format!("Orders due within 24 hours: {urgent}; do these first."));
    }
    if load.hours() > MUCH {
        say("info", "medium", format!("About {} hours of work lie ahead; plan your days.", load.hours()));
    }
    if !load.is_available && !load.is_full() {
        let free = load.free();
        let message = format!("You could take {free} more orders, but you are marked as unavailable.");
        say("info", "low", message);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(load: Load) -> Vec<(&'static str, &'static str)> {
        advice(&load).into_iter().map(|advice| (advice.kind, advice.priority)).collect()
    }

    #[test]
    fn advice_comes_in_order_and_only_when_there_is_reason() {
        let light = Load { current: 1, most: 10, pages: 80, urgent: 0, is_available: true };
        assert_eq!(said(light), []);
        let all = Load { current: 9, most: 10, pages: 81, urgent: 2, is_available: false };
        assert_eq!(said(all), [("info", "medium"), ("urgent", "high"), ("info", "medium"), ("info", "low")]);
        assert_eq!(said(Load { current: 10, ..all })[0], ("warning", "high"));
        assert_eq!(said(Load { current: 10, pages: 0, urgent: 0, ..all }), [("warning", "high")]);
        assert_eq!(advice(&all)[2].message, "About 40.5 hours of work lie ahead; plan your days.");
    }
}
