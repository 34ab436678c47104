use sea_orm::DbErr;
use tally_http::ApiError;

/// Why money does not move.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// Somebody's wallet is frozen.
    #[error("This wallet is frozen; ask us about it.")]
    Frozen,
    /// There is less in a wallet than should leave it.
    #[error("Insufficient wallet balance.")]
    Insufficient,
    /// The database refuses; the transaction is then of no more use.
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<BookError> for ApiError {
    fn from(error: BookError) -> Self {
        match error {
            BookError::Frozen => Self::wallet_frozen(error.to_string()),
            BookError::Insufficient => Self::insufficient_funds(error.to_string()),
            BookError::Database(error) => error.into(),
        }
    }
}
