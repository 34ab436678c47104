//! The least HTTP client: one request at a time on a kept connection, for servers in other processes.

use std::net::SocketAddr;

use anyhow::Context as _;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
};

/// An answer.
pub struct WireAnswer {
    /// Status line and headers, in lower case.
    pub head: String,
    /// The body, as it was sent.
    pub body: Vec<u8>,
}

/// A kept connection.
pub struct WireClient {
    stream: TcpStream,
    token: String,
    buffer: Vec<u8>,
}

impl WireClient {
    /// Connects; `token` goes with every request.
    ///
    /// # Errors
    /// When nobody listens.
    pub async fn connect(addr: SocketAddr, token: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(addr).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, token: token.to_owned(), buffer: Vec::with_capacity(64 << 10) })
    }

    /// GET of a path.
    ///
    /// # Errors
    /// When the answer is not 200, or the connection breaks.
    pub async fn get(&mut self, path: &str) -> anyhow::Result<WireAnswer> {
        let body = self.exchange(path).await?;
        let head = String::from_utf8_lossy(&self.buffer[..body]).to_ascii_lowercase();
        anyhow::ensure!(head.starts_with("http/1.1 200"), "{path}: {head}");
        Ok(WireAnswer { head, body: self.buffer[body..].to_vec() })
    }

    /// The status that a GET of a path is answered with.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn status(&mut self, path: &str) -> anyhow::Result<u16> {
        Ok(self.whatever(path).await?.0)
    }

    /// GET of a path that need not succeed: the status, and the answer.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn whatever(&mut self, path: &str) -> anyhow::Result<(u16, WireAnswer)> {
        let body = self.exchange(path).await?;
        self.answer(body)
    }

    fn answer(&self, body: usize) -> anyhow::Result<(u16, WireAnswer)> {
        let head = String::from_utf8_lossy(&self.buffer[..body]).to_ascii_lowercase();
        let status = head.get(9..12).context("no status")?.parse()?;
        Ok((status, WireAnswer { head, body: self.buffer[body..].to_vec() }))
    }

    /// POST of JSON that need not succeed: the status, and the answer.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn post(&mut self, path: &str, json: &str) -> anyhow::Result<(u16, WireAnswer)> {
        let length = json.len();
        let head = format!("Content-Type: application/json\r\nContent-Length: {length}\r\n");
        let body = self.send("POST", path, &head, json).await?;
        self.answer(body)
    }

    /// The same with an `Idempotency-Key`.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn post_once(
        &mut self,
        path: &str,
        key: &str,
        json: &str,
    ) -> anyhow::Result<(u16, WireAnswer)> {
        let length = json.len();
        let head = format!(
            "Idempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n"
        );
        let body = self.send("POST", path, &head, json).await?;
        self.answer(body)
    }

    /// Like [`WireClient::get`] without looking at what came, as a load generator does.
    ///
    /// # Errors
    /// As [`WireClient::get`].
    pub async fn load(&mut self, path: &str) -> anyhow::Result<()> {
        self.exchange(path).await?;
        anyhow::ensure!(self.buffer.starts_with(b"HTTP/1.1 200"), "{path}: {:?}", self.buffer.get(..40));
        Ok(())
    }

    /// Sends a GET and reads the whole answer into the buffer; says where its body begins.
    async fn exchange(&mut self, path: &str) -> anyhow::Result<usize> {
        self.send("GET", path, "", "").await
    }

    async fn send(&mut self, method: &str, path: &str, head: &str, json: &str) -> anyhow::Result<usize> {
        let token = &self.token;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: tally.example\r\nAuthorization: Bearer {token}\r\n{head}\r\n{json}"
        );
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

/// A file that came, and was not kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct Download {
    /// Its bytes.
    pub bytes: usize,
    /// Those of them that end a line.
    pub lines: usize,
}

/// GET of a file of any length.
///
/// # Errors
/// When the answer is not 200, or the connection breaks.
pub async fn download(addr: SocketAddr, token: &str, path: &str) -> anyhow::Result<Download> {
    // In this version of HTTP the file is the rest of the connection.
    let request =
        format!("GET {path} HTTP/1.0\r\nHost: tally.example\r\nAuthorization: Bearer {token}\r\n\r\n");
    let mut stream = BufReader::new(TcpStream::connect(addr).await?);
    stream.write_all(request.as_bytes()).await?;
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        anyhow::ensure!(stream.read_line(&mut head).await? > 0, "the connection was closed: {head}");
    }
    anyhow::ensure!(head.split(' ').nth(1) == Some("200"), "{path}: {head}");
    let mut file = Download::default();
    loop {
        let bytes = stream.fill_buf().await?;
        let count = bytes.len();
        if count == 0 {
            return Ok(file);
        }
        file.bytes += count;
        file.lines += bytes.split(|byte| *byte == b'\n').count() - 1;
        stream.consume(count);
    }
}
