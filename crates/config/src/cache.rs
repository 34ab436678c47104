use crate::{Secret, reader::Reader};

/// Both cache levels.
#[derive(Clone, Debug)]
pub struct CacheConfig {
    /// The Redis server of the second level; none keeps answers in the process only.
    pub redis_url: Option<Secret>,
    /// Memory of the first level, in bytes; 0 keeps nothing anywhere.
    pub max_bytes: u64,
    /// Whether answers are loaded before anybody asks.
    pub warm: bool,
}

impl CacheConfig {
    pub(crate) fn read(reader: &mut Reader) -> Self {
        let redis_url = reader.text("REDIS_URL");
        if let Some(url) = &redis_url
            && !["redis://", "rediss://", "redis+unix://", "unix://"]
                .iter()
                .any(|scheme| url.starts_with(scheme))
        {
            reader.problem("REDIS_URL", "must begin with redis:// (a Redis server)");
        }
        Self {
            redis_url: redis_url.map(Secret::new),
            max_bytes: reader.parsed("TALLY_CACHE_BYTES", "a number of bytes"),
            warm: reader.switch("TALLY_WARM"),
        }
    }
}
