//! How far an order is.

use tally_entity::OrderStatus;

/// How much of an order at this status is done, in percent. Nothing stores what a writer says of it.
pub(super) fn percentage(status: OrderStatus) -> i32 {
    use OrderStatus as S;
    match status {
        S::Completed | S::Closed | S::Archived | S::Refunded => 100,
        S::Approved => 95,
        S::Reviewed | S::Rated => 90,
        S::Submitted | S::Revised | S::InReview | S::UnderReview => 80,
        S::UnderEditing => 70,
        S::RevisionRequested | S::OnRevision | S::RevisionInProgress | S::Disputed => 60,
        S::InProgress | S::OnHold | S::Late | S::Critical => 40,
        S::Assigned | S::Reassigned => 20,
        S::Paid | S::Available | S::PendingPreferred | S::PendingWriterAssignment | S::ReOpened => 10,
        S::Draft | S::Rejected | S::Cancelled | S::Created | S::Unpaid | S::Pending | S::Expired => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_share() {
        let at = |percent: i32| {
            let statuses = OrderStatus::ALL.iter().filter(|status| percentage(**status) == percent);
            statuses.map(|status| status.as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(at(100), "completed closed refunded archived");
        assert_eq!(at(95), "approved");
        assert_eq!(at(90), "rated reviewed");
        assert_eq!(at(80), "submitted in_review revised under_review");
        assert_eq!(at(70), "under_editing");
        assert_eq!(at(60), "revision_requested on_revision disputed revision_in_progress");
        assert_eq!(at(40), "in_progress on_hold critical late");
        assert_eq!(at(20), "reassigned assigned");
        assert_eq!(at(10), "available pending_preferred pending_writer_assignment re_opened paid");
        assert_eq!(at(0), "draft rejected cancelled created unpaid pending expired");
    }
}
