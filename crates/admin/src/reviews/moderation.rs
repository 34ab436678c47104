//! What a decision does to the marks of a review: the one place that knows it.
//!
//! A mark is set, cleared or left as it is, whatever it was before. So the same decision again changes nothing,
//! and one statement carries it out for any number of reviews.

/// What somebody decides about reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Everybody may see them.
    Approve,
    /// Nobody but their authors may.
    Reject {
        /// Why; what was said before stays when nobody says it.
        reason: Option<String>,
    },
    /// Somebody else should look at them.
    Flag {
        /// Why.
        reason: String,
    },
    /// Only their authors see them.
    Shadow,
    /// A moderator sets the marks himself.
    Moderate(Marks),
    /// The one whom a review is about does not agree.
    Dispute,
}

/// What becomes of the marks of a review; what is not named stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) approved: Option<bool>,
    pub(crate) shadowed: Option<bool>,
    pub(crate) flagged: Option<bool>,
    pub(crate) reason: Reason,
}

/// What becomes of the reason of a flag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reason {
    #[default]
    Kept,
    Cleared,
    Given(String),
}

/// The reason of a flag that a dispute leaves.
const DISPUTED: &str = "Disputed by writer";

impl Decision {
    /// What it does to the marks.
    pub(crate) fn marks(&self) -> Marks {
        let given = |reason: &str| Reason::Given(reason.to_owned());
        match self {
            Self::Approve => Marks {
                approved: Some(true),
                shadowed: Some(false),
                flagged: Some(false),
                reason: Reason::Cleared,
            },
            Self::Reject { reason } => Marks {
                approved: Some(false),
                shadowed: Some(true),
                flagged: None,
                reason: reason.as_deref().map_or(Reason::Kept, given),
            },
            Self::Flag { reason } => Marks { flagged: Some(true), reason: given(reason), ..Marks::default() },
            Self::Shadow => Marks { shadowed: Some(true), ..Marks::default() },
            Self::Moderate(marks) => marks.clone(),
            Self::Dispute => Marks { flagged: Some(true), reason: given(DISPUTED), ..Marks::default() },
        }
    }

    /// What the log calls it.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Approve => "Approved",
            Self::Reject { .. } => "Rejected",
            Self::Flag { .. } => "Flagged",
            Self::Shadow => "Shadowed",
            Self::Moderate(_) => "Moderated",
            Self::Dispute => "Disputed",
        }
    }
}

impl Marks {
    /// The marks that a moderator sets himself. Without a flag there is no reason for one, unless he gives it.
    pub(crate) fn set(
        approved: Option<bool>,
        shadowed: Option<bool>,
        flagged: Option<bool>,
        reason: Option<String>,
    ) -> Self {
        let reason = match (reason, flagged) {
            (Some(reason), _) => Reason::Given(reason),
            (None, Some(false)) => Reason::Cleared,
            (None, _) => Reason::Kept,
        };
        Self { approved, shadowed, flagged, reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The database refuses a flag without a reason.
    #[test]
    fn no_decision_leaves_a_flag_without_a_reason() {
        let why = || "rude".to_owned();
        let mut decisions = vec![
            Decision::Approve,
            Decision::Reject { reason: None },
            Decision::Reject { reason: Some(why()) },
            Decision::Flag { reason: why() },
            Decision::Shadow,
            Decision::Dispute,
        ];
        for flagged in [None, Some(false)] {
            decisions.push(Decision::Moderate(Marks::set(None, None, flagged, None)));
        }
        for flagged in [None, Some(false), Some(true)] {
            decisions.push(Decision::Moderate(Marks::set(None, None, flagged, Some(why()))));
        }
        for decision in decisions {
            let Marks { flagged, reason, .. } = decision.marks();
            assert!(flagged != Some(true) || matches!(reason, Reason::Given(_)), "{decision:?}");
            assert!(reason != Reason::Cleared || flagged == Some(false), "{decision:?}");
        }
    }
}
