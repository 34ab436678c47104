//! Sentences that the contract has of its own.

use super::ApiError;

impl ApiError {
    /// The same error with this sentence.
    #[must_use]
    pub fn saying(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = detail.into();
        self
    }
}
