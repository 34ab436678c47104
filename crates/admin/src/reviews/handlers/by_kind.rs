//! Figures per kind of review.

use serde::Serialize;
use tally_entity::ReviewKind;
use utoipa::ToSchema;

/// A count per kind of review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct ByKind {
    pub(super) website: i64,
    pub(super) writer: i64,
    pub(super) order: i64,
    pub(super) total: i64,
}

impl ByKind {
    /// The sums of the figures of each kind.
    pub(super) fn sum(figures: impl IntoIterator<Item = (ReviewKind, i64)>) -> Self {
        let mut sums = Self::default();
        for (kind, figure) in figures {
            let of_kind = match kind {
                ReviewKind::Website => &mut sums.website,
                ReviewKind::Writer => &mut sums.writer,
                ReviewKind::Order => &mut sums.order,
            };
            *of_kind += figure;
            sums.total += figure;
        }
        sums
    }
}
