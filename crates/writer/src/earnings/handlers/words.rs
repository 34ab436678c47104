//! What people read about a payment.

use tally_entity::WriterPaymentStatus;

/// Where it stands.
pub(super) fn shown(status: WriterPaymentStatus) -> &'static str {
    match status {
        WriterPaymentStatus::Pending => "Pending",
        WriterPaymentStatus::Delayed => "Delayed",
        WriterPaymentStatus::Paid => "Paid",
        WriterPaymentStatus::Failed => "Failed",
        WriterPaymentStatus::Cancelled => "Cancelled",
    }
}
