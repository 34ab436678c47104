//! Who is typing: known for a few seconds, and nowhere in the database.

use std::time::Duration;

use tally_cache::{Cache, Mark};
use tally_entity::{ThreadId, UserId};

const LASTING: Duration = Duration::from_secs(6);

/// The tag that moves when somebody begins. That somebody stops shows in time.
pub(crate) fn tag(thread: ThreadId) -> String {
    format!("typing/thread_id={thread}")
}

fn set(thread: ThreadId) -> String {
    format!("typing:{thread}")
}

/// Remembers that `user` types.
pub(crate) async fn note(cache: &Cache, thread: ThreadId, user: UserId) {
    if cache.mark(&set(thread), user.0, LASTING, u32::MAX).await == Mark::New {
        cache.invalidate(&[tag(thread)]).await;
    }
}

/// Who types, `user` left out, and after what time the first of them may have stopped.
pub(crate) async fn others(cache: &Cache, thread: ThreadId, user: UserId) -> (Vec<UserId>, Option<Duration>) {
    let mut marked = cache.marked(&set(thread)).await;
    marked.retain(|(id, _)| *id != user.0);
    marked.sort_unstable();
    let first = marked.iter().map(|(_, left)| *left).min();
    (marked.into_iter().map(|(id, _)| UserId(id)).collect(), first)
}
