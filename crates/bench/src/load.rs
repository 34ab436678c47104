//! Keeps a server busy.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Instant,
};

use tally_testkit::WireClient;
use tokio::task::JoinSet;

/// Asks `total` times over `connections` connections, and answers requests per second.
pub(crate) async fn rate(
    addr: SocketAddr,
    token: &str,
    path: &'static str,
    connections: usize,
    total: u64,
) -> anyhow::Result<f64> {
    let left = Arc::new(AtomicU64::new(total));
    let mut workers = JoinSet::new();
    let started = Instant::now();
    for _ in 0..connections {
        let (mut client, left) = (WireClient::connect(addr, token).await?, Arc::clone(&left));
        workers.spawn(async move {
            while left.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1)).is_ok() {
                client.load(path).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(worker) = workers.join_next().await {
        worker??;
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52 requests")]
    Ok(total as f64 / started.elapsed().as_secs_f64())
}
