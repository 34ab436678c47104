use std::{net::SocketAddr, path::PathBuf, str::FromStr, time::Duration};

use chrono::{DateTime, Utc};

use crate::reader::Reader;

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines, one object per line.
    Json,
}

impl FromStr for LogFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(()),
        }
    }
}

/// Listeners and logs.
#[derive(Clone, Debug)]
pub struct ServerConfig {
    /// Where the API listens.
    pub addr: SocketAddr,
    /// Where `/metrics` listens.
    pub ops_addr: SocketAddr,
    /// Sockets that share the port; 0 lets the server choose by its cores.
    pub listeners: usize,
    /// What dashboards call now, when it is frozen.
    pub now: Option<DateTime<Utc>>,
    /// A built single-page frontend.
    pub frontend_dir: Option<PathBuf>,
    /// Proxies in front whose `X-Forwarded-For` entries are believed.
    pub trusted_proxies: usize,
    /// Other origins a browser may call from.
    pub cors_origins: Vec<String>,
    /// The longest a request may take.
    pub request_timeout: Duration,
    /// How often unpaid clients are reminded; never when there is nothing.
    pub reminders: Option<Duration>,
    /// A tracing filter.
    pub log: String,
    /// How log lines look.
    pub log_format: LogFormat,
}

impl ServerConfig {
    pub(crate) fn read(reader: &mut Reader) -> Self {
        let frontend_dir = reader.optional::<PathBuf>("TALLY_FRONTEND_DIR", "a path");
        if let Some(dir) = &frontend_dir
            && !dir.join("index.html").is_file()
        {
            reader.problem("TALLY_FRONTEND_DIR", "has no index.html; point it at the built frontend");
        }
        let origins = reader.text("TALLY_CORS_ORIGINS").unwrap_or_default();
        let cors_origins: Vec<String> = origins
            .split(',')
            .map(|origin| origin.trim().to_owned())
            .filter(|origin| !origin.is_empty())
            .collect();
        if cors_origins.iter().any(|origin| !origin.starts_with("http")) {
            reader.problem("TALLY_CORS_ORIGINS", "each origin must begin with http:// or https://");
        }
        let seconds = reader.parsed("TALLY_REQUEST_TIMEOUT_SECONDS", "a number of seconds");
        let reminders: u64 = reader.parsed("TALLY_REMINDERS_SECONDS", "a number of seconds");
        Self {
            reminders: (reminders > 0).then(|| Duration::from_secs(reminders)),
            addr: reader.parsed("TALLY_ADDR", "an address such as 127.0.0.1:8080"),
            ops_addr: reader.parsed("TALLY_OPS_ADDR", "an address such as 127.0.0.1:9090"),
            listeners: reader.parsed("TALLY_LISTENERS", "a number of sockets"),
            now: reader.optional("TALLY_NOW", "an instant such as 2018-09-01T00:00:00Z"),
            frontend_dir,
            trusted_proxies: reader.parsed("TALLY_TRUSTED_PROXIES", "a number of proxies"),
            cors_origins,
            request_timeout: Duration::from_secs(seconds),
            log: reader.text("TALLY_LOG").unwrap_or_default(),
            log_format: reader.optional("TALLY_LOG_FORMAT", "text or json").unwrap_or(LogFormat::Text),
        }
    }
}
