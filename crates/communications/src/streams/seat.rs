//! How many streams one person may have open at once.

use std::time::Duration;

use tally_cache::{Cache, Mark};
use tally_entity::UserId;
use tally_http::{ApiError, ApiResult, AppState, Limit};
use uuid::Uuid;

/// A process that ends without a word keeps its seats for as long.
const LASTING: Duration = Duration::from_secs(45);
/// When a seat is taken again.
pub(super) const RENEWED: Duration = Duration::from_secs(15);

/// A stream's place among those of its person; it is free again when this is dropped.
pub(super) struct Seat {
    cache: Cache,
    user: UserId,
    number: i64,
}

impl Seat {
    /// # Errors
    /// 429 when all are taken.
    pub(super) async fn take(app: &AppState, user: UserId) -> ApiResult<Self> {
        let number =
            i64::from_le_bytes(Uuid::new_v4().as_u128().to_le_bytes()[..8].try_into().unwrap_or_default());
        let (cache, most) = (app.cache.clone(), app.limits.at_once(Limit::Streams));
        if cache.mark(&set(user), number, LASTING, most).await == Mark::Full {
            let detail = format!("You have {most} event streams open already.");
            return Err(ApiError::throttled(detail, RENEWED)
                .with("limit", Limit::Streams.name())
                .with("retry_after", RENEWED.as_secs()));
        }
        Ok(Self { cache, user, number })
    }

    /// Keeps it.
    pub(super) async fn renew(&self) {
        self.cache.mark(&set(self.user), self.number, LASTING, u32::MAX).await;
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let (cache, set, number) = (self.cache.clone(), set(self.user), self.number);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { cache.unmark(&set, number).await });
        }
    }
}

fn set(user: UserId) -> String {
    format!("streams:{user}")
}
