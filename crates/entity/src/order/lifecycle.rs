//! Which status an order may go to from which, and what it must have for it.

use std::fmt;

use super::OrderStatus;

/// Why an order stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The one status does not follow the other.
    Status {
        /// Where the order stands.
        from: OrderStatus,
        /// Where it should have gone.
        to: OrderStatus,
    },
    /// It is not paid.
    Unpaid,
    /// Nobody writes it.
    Unassigned,
    /// Somebody writes it.
    Assigned,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { from, to } => write!(f, "The order is {from} and cannot become {to}."),
            Self::Unpaid => f.write_str("The order is not paid."),
            Self::Unassigned => f.write_str("The order has no writer."),
            Self::Assigned => f.write_str("The order has a writer already; reassign it first."),
        }
    }
}

/// What decides where an order may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub status: OrderStatus,
    /// Whether it is paid.
    pub is_paid: bool,
    /// Whether somebody writes it.
    pub has_writer: bool,
}

impl Standing {
    /// Whether the order may go along this path, one status after the other.
    ///
    /// # Errors
    /// With the first reason against it.
    pub fn may_go(self, path: &[OrderStatus]) -> Result<(), Refusal> {
        path.iter().try_fold(self, |order, to| order.step(*to)).map(|_| ())
    }

    /// Where the order goes when a writer gets it.
    ///
    /// # Errors
    /// With the reason why nobody can get it.
    pub fn assigned(self) -> Result<&'static [OrderStatus], Refusal> {
        if self.has_writer {
            return Err(Refusal::Assigned);
        }
        // An order that was taken from its writer has been assigned before.
        let path: &[OrderStatus] = match self.status {
            OrderStatus::Reassigned => &[OrderStatus::InProgress],
            _ => &[OrderStatus::Assigned, OrderStatus::InProgress],
        };
        Self { has_writer: true, ..self }.may_go(path).map(|()| path)
    }

    /// Where the order goes when the writer it was offered to takes it.
    ///
    /// # Errors
    /// With the reason why he cannot have it any more.
    pub fn accepted(self) -> Result<&'static [OrderStatus], Refusal> {
        let path: &[OrderStatus] = &[OrderStatus::InProgress];
        match self.status {
            OrderStatus::Assigned => Self { has_writer: true, ..self }.may_go(path).map(|()| path),
            _ => Self { has_writer: false, ..self }.assigned(),
        }
    }

    fn step(self, to: OrderStatus) -> Result<Self, Refusal> {
        let from = self.status;
        if !from.may_become(to) {
            return Err(Refusal::Status { from, to });
        }
        let next = Self {
            status: to,
            is_paid: self.is_paid || to == OrderStatus::Paid,
            has_writer: self.has_writer && !to.frees_writer(),
        };
        match next {
            next if to.needs_payment() && !next.is_paid => Err(Refusal::Unpaid),
            next if to.needs_writer() && !next.has_writer => Err(Refusal::Unassigned),
            next => Ok(next),
        }
    }
}

impl OrderStatus {
    /// Whether an order of this status may get the status `to`. What else a change needs, a payment or a
    /// writer, is not looked at.
    pub fn may_become(self, to: Self) -> bool {
        self.followers().contains(&to)
    }

    /// Whether only paid orders get here.
    pub const fn needs_payment(self) -> bool {
        matches!(
            self,
            Self::Available
                | Self::PendingWriterAssignment
                | Self::Assigned
                | Self::InProgress
                | Self::Submitted
        )
    }

    /// Whether only orders with a writer get here.
    pub const fn needs_writer(self) -> bool {
        matches!(
            self,
            Self::Assigned | Self::InProgress | Self::Submitted | Self::RevisionInProgress | Self::Revised
        )
    }

    /// Whether an order that gets here loses its writer: nobody else could have it otherwise.
    pub const fn frees_writer(self) -> bool {
        matches!(self, Self::Reassigned | Self::Available)
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
    fn payment_and_writer_are_asked_for_where_work_begins() {
        use OrderStatus::{Assigned, Available, Cancelled, InProgress, Paid, Pending, Reassigned, Submitted};
        let order = |status, is_paid, has_writer| Standing { status, is_paid, has_writer };
        assert_eq!(order(Pending, false, false).may_go(&[Available]), Err(Refusal::Unpaid));
        assert_eq!(order(Pending, false, false).may_go(&[Paid, Available]), Ok(()));
        assert_eq!(order(Available, true, false).may_go(&[InProgress]), Err(Refusal::Unassigned));
        assert_eq!(order(InProgress, true, true).may_go(&[Reassigned, InProgress]), Err(Refusal::Unassigned));
        let skips = Refusal::Status { from: Available, to: Submitted };
        assert_eq!(order(Available, true, true).may_go(&[Submitted]), Err(skips));

        assert_eq!(order(Available, true, false).assigned(), Ok(&[Assigned, InProgress][..]));
        assert_eq!(order(Reassigned, true, false).assigned(), Ok(&[InProgress][..]));
        assert_eq!(order(Available, true, true).assigned(), Err(Refusal::Assigned));
        assert_eq!(order(Available, false, false).assigned(), Err(Refusal::Unpaid));
        assert_eq!(order(Assigned, true, true).accepted(), Ok(&[InProgress][..]));
        assert_eq!(order(Available, true, true).accepted(), Ok(&[Assigned, InProgress][..]));
        let gone = Refusal::Status { from: Cancelled, to: Assigned };
        assert_eq!(order(Cancelled, true, false).assigned(), Err(gone));
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
