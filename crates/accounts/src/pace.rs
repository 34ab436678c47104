use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Longer than reading a user and checking a password take. The longest check is that of a hash of the old
/// backend with 1.2 million rounds: a third of a second, twice that where the processor cannot do SHA-256.
const STEP: Duration = Duration::from_millis(800);

/// Answers refusals at a pace that does not tell how much was done for them.
pub(crate) struct Pace(Instant);

impl Pace {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// Waits until a whole number of steps, at least one, has passed since the start. On a busy machine work
    /// can outlast a step; the next one then hides by how much.
    pub(crate) async fn even(self) {
        let Self(start) = self;
        let steps = start.elapsed().as_millis() / STEP.as_millis() + 1;
        sleep_until(start + STEP * u32::try_from(steps).unwrap_or(u32::MAX)).await;
    }
}
