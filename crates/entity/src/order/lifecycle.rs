//! Which status an order may go to from which.

use super::OrderStatus;

impl OrderStatus {
    /// Whether an order of this status may get the status `to`. What else a change needs, a payment or a
    /// writer, is not looked at.
    pub fn may_become(self, to: Self) -> bool {
        self.followers().contains(&to)
    }

    /// The statuses that may follow this one.
    #[rustfmt::skip]
    pub const fn followers(self) -> &'static [Self] {
        use OrderStatus::{
            Approved, Archived, Assigned, Available, Cancelled, Closed, Completed, Created, Critical, Disputed,
            Draft, Expired, InProgress, InReview, Late, OnHold, OnRevision, Paid, Pending, PendingPreferred,
            PendingWriterAssignment, Rated, ReOpened, Reassigned, Refunded, Rejected, Reviewed, Revised,
            RevisionInProgress, RevisionRequested, Submitted, UnderEditing, UnderReview, Unpaid,
        };
        match self {
            Draft => &[Created, Cancelled],
            Created => &[Pending, Unpaid, Cancelled],
            Pending => &[Unpaid, Paid, PendingWriterAssignment, Available, Expired, Cancelled],
            Unpaid => &[Pending, Paid, InProgress, OnHold, Expired, Cancelled],
            Paid => &[Available, PendingWriterAssignment, PendingPreferred, Assigned, InProgress, OnHold, Cancelled],
            Available => &[Assigned, InProgress, PendingWriterAssignment, PendingPreferred, Reassigned, OnHold, Cancelled],
            PendingWriterAssignment | PendingPreferred => &[Available, Assigned, InProgress, OnHold, Cancelled],
            Assigned => &[InProgress, Available, Reassigned, OnHold, Cancelled],
            // The last two stand only in imported rows.
            InProgress | Late | Critical => &[Submitted, UnderEditing, Reassigned, OnHold, Cancelled],
            OnHold => &[Available, InProgress, Reassigned, Cancelled],
            Reassigned => &[Available, InProgress, OnHold],
            // The last two stand only in imported rows.
            Submitted | InReview | UnderReview => &[UnderEditing, Reviewed, Rated, RevisionRequested, Disputed, Cancelled],
            UnderEditing => &[Submitted, InProgress, Revised, OnHold, Cancelled],
            Reviewed => &[Rated, Approved, RevisionRequested],
            Rated => &[Approved, Completed, RevisionRequested],
            Approved => &[Completed, Archived],
            Completed => &[Approved, RevisionRequested, Closed, Archived],
            RevisionRequested => &[RevisionInProgress, Reassigned, OnHold, Cancelled],
            OnRevision => &[RevisionInProgress, Revised, Cancelled],
            RevisionInProgress => &[Revised, Submitted, Reassigned, OnHold, Closed, Cancelled],
            Revised => &[UnderEditing, Reviewed, Rated, Approved, RevisionRequested, Closed, Cancelled],
            Disputed => &[InProgress, RevisionRequested, Refunded, Closed, Cancelled],
            // The last one stands only in imported rows.
            Cancelled | Rejected => &[ReOpened, Unpaid, Refunded],
            Expired => &[ReOpened, Cancelled],
            ReOpened => &[Unpaid, Pending, Available],
            Refunded => &[Closed, Cancelled],
            Closed => &[Archived],
            Archived => &[Closed],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who may enter what, counted from the other side: a pair put in the wrong row shows here.
    #[test]
    fn each_status_is_entered_from_where_the_business_says() {
        let from = |to: OrderStatus| {
            let leads = OrderStatus::ALL.iter().filter(|status| status.may_become(to));
            leads.map(|status| status.as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(from(OrderStatus::Disputed), "submitted in_review under_review");
        assert_eq!(from(OrderStatus::Completed), "approved rated");
        assert_eq!(
            from(OrderStatus::Submitted),
            "in_progress under_editing critical late revision_in_progress"
        );
        assert_eq!(
            from(OrderStatus::UnderEditing),
            "submitted in_review in_progress revised critical late under_review"
        );
        assert_eq!(
            from(OrderStatus::Closed),
            "revised completed refunded disputed archived revision_in_progress"
        );
        assert_eq!(from(OrderStatus::ReOpened), "rejected cancelled expired");
        assert_eq!(from(OrderStatus::Draft), "");
        let pairs: usize = OrderStatus::ALL.iter().map(|status| status.followers().len()).sum();
        assert_eq!(pairs, 143);
    }

    #[test]
    fn no_status_follows_itself_or_is_named_twice() {
        for status in OrderStatus::ALL {
            let mut followers = status.followers().to_vec();
            assert!(!followers.contains(status), "{status}");
            followers.sort_unstable();
            followers.dedup();
            assert_eq!(followers.len(), status.followers().len(), "{status}");
        }
    }

    /// Only imported rows stand in these: nothing leads there.
    #[test]
    fn some_statuses_are_only_left() {
        use OrderStatus::{Critical, InReview, Late, Rejected, UnderReview};
        for imported in [InReview, UnderReview, Late, Critical, Rejected] {
            assert!(OrderStatus::ALL.iter().all(|status| !status.may_become(imported)), "{imported}");
            assert!(!imported.followers().is_empty());
        }
    }
}
