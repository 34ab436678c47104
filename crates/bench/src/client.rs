//! The least HTTP client that keeps a server busy: one request at a time on each kept connection.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use anyhow::Context as _;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
};

/// An answer.
pub(crate) struct Answer {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

/// A kept connection.
pub(crate) struct Client {
    stream: TcpStream,
    token: String,
    buffer: Vec<u8>,
}

impl Client {
    pub(crate) async fn connect(addr: SocketAddr, token: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(addr).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, token: token.to_owned(), buffer: Vec::with_capacity(64 << 10) })
    }

    /// GET of a path; anything but 200 is an error.
    pub(crate) async fn get(&mut self, path: &str) -> anyhow::Result<Answer> {
        let body = self.exchange(path).await?;
        let head = String::from_utf8_lossy(&self.buffer[..body]).to_ascii_lowercase();
        anyhow::ensure!(head.starts_with("http/1.1 200"), "{path}: {head}");
        Ok(Answer { head, body: self.buffer[body..].to_vec() })
    }

    /// The status that a GET of a path is answered with.
    pub(crate) async fn status(&mut self, path: &str) -> anyhow::Result<u16> {
        self.exchange(path).await?;
        let status = self.buffer.get(9..12).context("no status")?;
        Ok(std::str::from_utf8(status)?.parse()?)
    }

    /// Like [`Client::get`] without looking at what came, as a load generator does.
    async fn load(&mut self, path: &str) -> anyhow::Result<()> {
        self.exchange(path).await?;
        anyhow::ensure!(self.buffer.starts_with(b"HTTP/1.1 200"), "{path}: {:?}", self.buffer.get(..40));
        Ok(())
    }

    /// Sends a GET and reads the whole answer into the buffer; says where its body begins.
    async fn exchange(&mut self, path: &str) -> anyhow::Result<usize> {
        let token = &self.token;
        let request = format!("GET {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\r\n");
        self.stream.write_all(request.as_bytes()).await?;
        self.buffer.clear();
        let body = loop {
            self.read().await?;
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let head = std::str::from_utf8(&self.buffer[..body])?;
        let length =
            head.lines().find_map(|line| line.strip_prefix("content-length: ")).context("no length")?;
        let length: usize = length.trim().parse()?;
        while self.buffer.len() < body + length {
            self.read().await?;
        }
        Ok(body)
    }

    async fn read(&mut self) -> anyhow::Result<()> {
        anyhow::ensure!(self.stream.read_buf(&mut self.buffer).await? > 0, "the connection was closed");
        Ok(())
    }
}

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
        let (mut client, left) = (Client::connect(addr, token).await?, Arc::clone(&left));
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

/// Waits until somebody listens.
pub(crate) async fn wait_for(addr: SocketAddr) -> anyhow::Result<()> {
    for _ in 0..200 {
        if TcpStream::connect(addr).await.is_ok() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    anyhow::bail!("nobody listens on {addr}")
}
