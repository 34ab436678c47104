//! What a failed statement or load means to the caller.

use std::sync::Arc;

use sea_orm::{RuntimeErr, SqlxError};
use tally_cache::LoadFailed;
use tally_db::DbErr;

use super::ApiError;

impl From<DbErr> for ApiError {
    fn from(error: DbErr) -> Self {
        of_database(Arc::new(error))
    }
}

impl From<LoadFailed> for ApiError {
    fn from(failed: LoadFailed) -> Self {
        match failed {
            LoadFailed::Database(cause) => of_database(cause),
            // Said once, when the database went; not for each request of an outage.
            LoadFailed::Away => Self::unavailable("The database does not answer at the moment."),
            failed @ LoadFailed::TooLong(_) => {
                Self::unavailable("The database does not answer at the moment.").caused_by(failed)
            }
            failed @ (LoadFailed::Panicked(_) | LoadFailed::Undecodable(_)) => Self::internal(failed),
        }
    }
}

fn of_database(cause: Arc<DbErr>) -> ApiError {
    if is_away(&cause) {
        return ApiError::unavailable("The database cannot be reached at the moment.").caused_by(cause);
    }
    ApiError::internal(cause)
}

/// Whether the database is not there, as opposed to there and refusing.
fn is_away(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_));
    };
    match error.as_ref() {
        SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed | SqlxError::WorkerCrashed => true,
        // Class 08 is about the connection; 57P01 to 57P03 are shutdown, crash and start-up of the server.
        SqlxError::Database(error) => {
            error.code().is_some_and(|code| code.starts_with("08") || code.starts_with("57P0"))
        }
        _ => false,
    }
}
