//! Other forms of a kept answer: compressed for those who take it so, decoded for the program itself.

use std::sync::Arc;

use moka::ops::compute::Op;
use serde::{Serialize, de::DeserializeOwned};
use tally_db::DbErr;
use tokio::runtime::Handle;

use super::{Cache, Inner};
use crate::{Key, LoadFailed, Reply, entry::Entry};

impl Cache {
    /// Like [`Cache::get`] for what the program itself uses: the kept value, or what `load` returns (get-or-set).
    /// However many ask at once, it runs once; it is read from its JSON once for as long as it is kept here.
    ///
    /// The key names everything the value varies on, the policy its time-out and the tags that end it sooner.
    ///
    /// ```
    /// # use tally_cache::{Cache, CacheOptions, Key, LoadFailed, Policy, Reads, Scope};
    /// # async fn rate(from: &str, to: &str) -> f64 { f64::from(u8::from(from != to)) / 4.0 }
    /// static RATE: Policy = Policy::new("docs.rate", 600, &[Reads::Whole("rates")]);
    ///
    /// async fn kept_rate(cache: &Cache, from: &'static str, to: &'static str) -> Result<f64, LoadFailed> {
    ///     let key = Key::new(&RATE, Scope::Everything, 1).with(from).with(to);
    ///     Ok(*cache.value(key, || async move { Ok(rate(from, to).await) }).await?)
    /// }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), LoadFailed> {
    /// # let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
    /// # assert_eq!(kept_rate(&cache, "USD", "EUR").await?, 0.25);
    /// # assert_eq!(kept_rate(&cache, "USD", "USD").await?, 0.0);
    /// # assert_eq!(cache.figures()[0].loads, 2);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// For one user and a short time:
    ///
    /// ```
    /// # use tally_cache::{Cache, CacheOptions, Key, LoadFailed, Policy, Reads, Scope};
    /// static PREVIEW: Policy = Policy::new("docs.preview", 60, &[Reads::Own("imports", "user_id")]);
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), LoadFailed> {
    /// # let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
    /// let preview = |user| Key::new(&PREVIEW, Scope::User(user), 1);
    /// cache.value(preview(7), || async { Ok("three rows".to_owned()) }).await?;
    /// let again = cache.value(preview(7), || async { Ok("not asked".to_owned()) }).await?;
    /// let other = cache.value(preview(8), || async { Ok("no rows".to_owned()) }).await?;
    /// assert_eq!((again.as_str(), other.as_str()), ("three rows", "no rows"));
    ///
    /// // The user's rows changed. Tables that the database watches need no such line.
    /// cache.invalidate(&["imports/user_id=7".to_owned()]).await;
    /// let anew = cache.value(preview(7), || async { Ok("four rows".to_owned()) }).await?;
    /// let other = cache.value(preview(8), || async { Ok("not asked".to_owned()) }).await?;
    /// assert_eq!((anew.as_str(), other.as_str()), ("four rows", "no rows"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Cache::get`].
    pub async fn value<T, F>(&self, key: Key, load: impl FnOnce() -> F) -> Result<Arc<T>, LoadFailed>
    where
        T: Serialize + DeserializeOwned + Send + Sync + 'static,
        F: Future<Output = Result<T, DbErr>> + Send + 'static,
    {
        let Reply { entry, .. } = self.get(key, false, load).await?;
        entry.decoded().map_or_else(|| self.inner.decode(&entry), Ok)
    }
}

impl Inner {
    /// Compresses an answer without anybody waiting, once, when somebody takes it compressed; most answers that
    /// the program itself reads, and all that their callers have already (304), never are.
    ///
    /// Processes do not give each other these forms although making them takes longer than sending them (140
    /// against 50 microseconds for 10 KB, 31 against 0.6 milliseconds for a megabyte): who waits in another
    /// process for a load has the answer before its forms are made and would make them all the same, and
    /// everybody else would read three bodies instead of one.
    pub(crate) fn compress_behind(self: &Arc<Self>, entry: &Entry) {
        let Ok(runtime) = Handle::try_current() else { return };
        // Busy with others: this one's turn comes with its next caller.
        let Ok(permit) = Arc::clone(&self.compressing).try_acquire_owned() else { return };
        let (inner, plain) = (Arc::clone(self), entry.clone());
        runtime.spawn_blocking(move || {
            let _permit = permit;
            let kept = inner
                .level1
                .get(&inner.address(&plain.key))
                .filter(|kept| kept.is(&plain) && kept.wants_compression());
            if let Some(kept) = kept {
                inner.put_form(kept.compressed());
            }
        });
    }

    /// What the body says. It is read once for as long as the answer is kept here.
    fn decode<T>(&self, entry: &Entry) -> Result<Arc<T>, LoadFailed>
    where
        T: DeserializeOwned + Send + Sync + 'static,
    {
        let value: Arc<T> = serde_json::from_slice(&entry.body)
            .map(Arc::new)
            .map_err(|error| LoadFailed::Undecodable(error.to_string()))?;
        self.put_form(Entry { decoded: Some(value.clone()), ..entry.clone() });
        Ok(value)
    }

    /// Puts another form of an answer in its place. A newer answer may have taken that meanwhile.
    fn put_form(&self, form: Entry) {
        self.level1.kept.entry(self.address(&form.key)).and_compute_with(|kept| match kept {
            Some(kept) if kept.value().is(&form) => Op::Put(Arc::new(form)),
            _ => Op::Nop,
        });
    }
}
