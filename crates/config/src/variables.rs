/// One environment variable.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// The value it has when unset; empty when it has none.
    pub default: &'static str,
    /// What it does, in one sentence.
    pub about: &'static str,
}

const fn var(name: &'static str, default: &'static str, about: &'static str) -> Variable {
    Variable { name, default, about }
}

/// Every variable Tally reads.
pub const VARIABLES: &[Variable] = &[
    var("DATABASE_URL", "", "The PostgreSQL server; unset runs an embedded one in the state folder."),
    var("REDIS_URL", "", "The second cache level; unset keeps answers in this process only."),
    var("TALLY_ADDR", "127.0.0.1:8080", "Where the API listens."),
    var("TALLY_OPS_ADDR", "127.0.0.1:9090", "Where /metrics listens; keep it off the public network."),
    var("TALLY_LISTENERS", "0", "Listening sockets that share the port; 0 takes one for every four cores."),
    var("TALLY_JWT_SECRET", "", "Signs access tokens, 32 bytes or more; required with DATABASE_URL."),
    var("TALLY_NOW", "", "Freezes what dashboards call now, as an RFC 3339 instant; tokens keep real time."),
    var("TALLY_FRONTEND_DIR", "", "A built frontend beside the API; unset serves a page for admins."),
    var("TALLY_STATE_DIR", ".tally", "The folder of the embedded database and other local state."),
    var("TALLY_DB_CONNECTIONS", "16", "Connections to PostgreSQL at most; the embedded one always has 1."),
    var(
        "TALLY_CACHE_BYTES",
        "33554432",
        "Memory the first cache level may use, in bytes; 0 keeps no answers.",
    ),
    var("TALLY_WARM", "on", "on or off; on loads the main dashboards before anybody asks for them."),
    var(
        "TALLY_REMINDERS_SECONDS",
        "60",
        "How often unpaid clients are reminded and unpaid orders removed; 0 is never.",
    ),
    var("TALLY_RATE_LIMITS", "on", "on or off; off is for benches and tests."),
    var(
        "TALLY_LIMITS",
        "",
        "Limits that differ from the usual, as messages=5/60,staff-hour=20000/3600 (how many in how many seconds).",
    ),
    var("TALLY_TRUSTED_PROXIES", "0", "Proxies in front whose X-Forwarded-For entries are believed."),
    var("TALLY_CORS_ORIGINS", "", "Other origins a browser may call from, separated by commas."),
    var("TALLY_REQUEST_TIMEOUT_SECONDS", "15", "A request that takes longer is answered 503."),
    var("TALLY_SESSION_TIMEOUT_SECONDS", "1800", "Idle seconds after which a page should warn and sign out."),
    var(
        "TALLY_TOP_UP",
        "",
        "instant or pending; unset, money is in the wallet at once in the embedded database, else when confirmed.",
    ),
    var("TALLY_LOG", "info", "What is logged, as a tracing filter such as info,sqlx=warn."),
    var("TALLY_LOG_FORMAT", "text", "text or json."),
];

/// The text of `.env.example`.
pub fn env_example() -> String {
    let entries = VARIABLES.iter().map(|Variable { name, default, about }| {
        let sign = if default.is_empty() { "# " } else { "" };
        format!("# {about}\n{sign}{name}={default}\n")
    });
    entries.collect::<Vec<_>>().join("\n")
}
