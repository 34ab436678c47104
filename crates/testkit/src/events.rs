//! Listening to a server's events.

use std::net::SocketAddr;

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
};

/// One event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SentEvent {
    /// What to resume from.
    pub id: String,
    /// What it is.
    pub name: String,
    /// Its one line.
    pub data: Value,
}

/// A connection that events come on.
pub struct Listening {
    stream: BufReader<TcpStream>,
    /// The head of the answer, in lower case.
    pub head: String,
}

impl Listening {
    /// Asks for events; `last` is the id of the last one that came before.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn open(addr: SocketAddr, path: &str, token: &str, last: Option<&str>) -> anyhow::Result<Self> {
        let last = last.map(|id| format!("Last-Event-ID: {id}\r\n")).unwrap_or_default();
        // In this version of HTTP the events are the rest of the connection.
        let request = format!(
            "GET {path} HTTP/1.0\r\nHost: tally.example\r\nAuthorization: Bearer {token}\r\n{last}\r\n"
        );
        let mut stream = BufReader::with_capacity(1024, TcpStream::connect(addr).await?);
        stream.write_all(request.as_bytes()).await?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            anyhow::ensure!(stream.read_line(&mut head).await? > 0, "the connection was closed: {head}");
        }
        Ok(Self { stream, head: head.to_ascii_lowercase() })
    }

    /// The next event; comments are passed over.
    ///
    /// # Errors
    /// When the stream has ended.
    pub async fn next(&mut self) -> anyhow::Result<SentEvent> {
        let mut event = SentEvent::default();
        let mut line = String::new();
        loop {
            line.clear();
            anyhow::ensure!(self.stream.read_line(&mut line).await? > 0, "the stream has ended");
            match line.trim_end().split_once(": ") {
                Some(("event", name)) => name.clone_into(&mut event.name),
                Some(("id", id)) => id.clone_into(&mut event.id),
                Some(("data", data)) => event.data = serde_json::from_str(data)?,
                _ if line.trim_end().is_empty() && !event.name.is_empty() => return Ok(event),
                _ => {}
            }
        }
    }
}
