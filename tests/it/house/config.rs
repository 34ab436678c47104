//! Settings: their list, their defaults, and what is refused.

use std::time::Duration;

use tally_config::{Config, ConfigError, Limit, Rate, TopUp, env_example};

use crate::root;

const GOOD_SECRET: &str = "0123456789abcdef0123456789abcdef";
const POSTGRES: (&str, &str) = ("DATABASE_URL", "postgres://tally@db.example/tally");

fn read(vars: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::read(vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

fn problems(vars: &[(&str, &str)]) -> Vec<String> {
    match read(vars) {
        Ok(config) => panic!("{vars:?} is taken: {config:?}"),
        Err(error) => error.problems,
    }
}

#[test]
fn the_example_file_is_the_list_of_variables() {
    let file = std::fs::read_to_string(root().join(".env.example")).unwrap();
    assert_eq!(file, env_example(), "write it anew: tally config example > .env.example");
}

#[test]
fn the_example_file_says_what_is_taken_anyway() {
    let example = env_example();
    let set: Vec<_> = example
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('='))
        .collect();
    assert!(set.len() >= 10, "{set:?}");
    let defaults = format!("{:?}", read(&[]).unwrap());
    assert_eq!(format!("{:?}", read(&set).unwrap()), defaults);

    let empty: Vec<_> = set.iter().map(|(name, _)| (*name, " ")).collect();
    assert_eq!(format!("{:?}", read(&empty).unwrap()), defaults, "an empty value is none");
}

#[test]
fn defaults_are_safe_on_a_machine_without_anything() {
    let Config { database, cache, auth, limits, payments, server, state_dir } = read(&[]).unwrap();
    assert_eq!(payments.top_up, TopUp::Instant, "a demonstration");
    assert!(database.url.is_none() && cache.redis_url.is_none() && auth.jwt_secret.is_none());
    assert!(server.now.is_none() && server.frontend_dir.is_none() && server.cors_origins.is_empty());
    assert!(server.addr.ip().is_loopback() && server.ops_addr.ip().is_loopback());
    assert_eq!((server.addr.port(), server.ops_addr.port()), (8080, 9090));
    assert!(limits.on);
    assert_eq!(limits.rate(Limit::Messages), Rate { most: 5, per: Duration::from_mins(1) });
    assert_eq!(server.trusted_proxies, 0);
    assert_eq!(server.request_timeout.as_secs(), 15);
    assert_eq!(auth.session_timeout.as_secs(), 1800);
    assert_eq!((database.connections, cache.max_bytes), (16, 32 << 20));
    assert!(cache.warm);
    assert_eq!(state_dir, std::path::Path::new(".tally"));
}

#[test]
fn every_problem_is_told_at_once() {
    let error = read(&[
        ("DATABASE_URL", "mysql://tally@db.example/tally"),
        ("REDIS_URL", "http://cache.example"),
        ("TALLY_ADDR", "here"),
        ("TALLY_CACHE_BYTES", "32 MB"),
        ("TALLY_COLOUR", "blue"),
        ("TALLY_CORS_ORIGINS", "https://one.example, two.example"),
        ("TALLY_DB_CONNECTIONS", "0"),
        ("TALLY_FRONTEND_DIR", "/nowhere/at/all"),
        ("TALLY_JWT_SECRET", "secret"),
        ("TALLY_LISTENERS", "-1"),
        ("TALLY_LOG_FORMAT", "xml"),
        ("TALLY_NOW", "yesterday"),
        ("TALLY_OPS_ADDR", "127.0.0.1"),
        ("TALLY_RATE_LIMITS", "sometimes"),
        ("TALLY_LIMITS", "messages=5/60, letters=1/1, typing=0/60"),
        ("TALLY_REQUEST_TIMEOUT_SECONDS", "15s"),
        ("TALLY_SESSION_TIMEOUT_SECONDS", "half an hour"),
        ("TALLY_TRUSTED_PROXIES", "all"),
    ]);
    insta::assert_snapshot!(error.unwrap_err(), @r#"
    the configuration has 19 problem(s):
      - TALLY_COLOUR: Tally knows no such variable
      - DATABASE_URL: must begin with postgres:// (a PostgreSQL server)
      - TALLY_DB_CONNECTIONS: must be at least 1
      - REDIS_URL: must begin with redis:// (a Redis server)
      - TALLY_CACHE_BYTES: "32 MB" is not a number of bytes
      - TALLY_JWT_SECRET: is too weak: 32 bytes or more, not one repeated; try `openssl rand -hex 32`
      - TALLY_SESSION_TIMEOUT_SECONDS: "half an hour" is not a number of seconds
      - TALLY_RATE_LIMITS: "sometimes" is neither on nor off
      - TALLY_LIMITS: "letters=1/1" is not a limit such as messages=5/60 (how many in how many seconds)
      - TALLY_LIMITS: "typing=0/60" is not a limit such as messages=5/60 (how many in how many seconds)
      - TALLY_FRONTEND_DIR: has no index.html; point it at the built frontend
      - TALLY_CORS_ORIGINS: each origin must begin with http:// or https://
      - TALLY_REQUEST_TIMEOUT_SECONDS: "15s" is not a number of seconds
      - TALLY_ADDR: "here" is not an address such as 127.0.0.1:8080
      - TALLY_OPS_ADDR: "127.0.0.1" is not an address such as 127.0.0.1:9090
      - TALLY_LISTENERS: "-1" is not a number of sockets
      - TALLY_NOW: "yesterday" is not an instant such as 2018-09-01T00:00:00Z
      - TALLY_TRUSTED_PROXIES: "all" is not a number of proxies
      - TALLY_LOG_FORMAT: "xml" is not text or json
    Set these variables and start again; .env.example explains each.
    "#);
}

#[test]
fn only_names_with_our_prefix_must_be_known() {
    assert_eq!(problems(&[("TALLY_ADRR", "127.0.0.1:80")]), ["TALLY_ADRR: Tally knows no such variable"]);
    assert!(read(&[("PATH", "/bin"), ("REDIS_URLS", "http://x")]).is_ok());
}

#[test]
fn a_real_database_wants_a_real_secret() {
    let told = |secret| problems(&[POSTGRES, ("TALLY_JWT_SECRET", secret)]).concat();
    let required = "TALLY_JWT_SECRET: is required with DATABASE_URL; try `openssl rand -hex 32`";
    assert_eq!(told(""), required);
    for weak in [&GOOD_SECRET[1..], "abcdefgabcdefgabcdefgabcdefgabcdefg"] {
        assert!(told(weak).starts_with("TALLY_JWT_SECRET: is too weak"), "{weak}");
    }
    let config = read(&[POSTGRES, ("TALLY_JWT_SECRET", GOOD_SECRET)]).unwrap();
    assert_eq!(config.auth.jwt_secret.unwrap().reveal(), GOOD_SECRET);
    assert!(read(&[("TALLY_JWT_SECRET", "secret")]).is_ok(), "the embedded database is for trying out");
}

#[test]
fn secrets_do_not_reach_a_log() {
    let config = read(&[
        ("DATABASE_URL", "postgres://tally:hidden@db.example/tally"),
        ("REDIS_URL", "redis://:hidden@cache.example"),
        ("TALLY_JWT_SECRET", "hidden-0123456789abcdef0123456789"),
    ]);
    let shown = format!("{:?}", config.unwrap());
    assert!(!shown.contains("hidden"), "{shown}");
}

#[test]
fn money_is_given_at_once_only_in_a_demonstration() {
    let secret = ("TALLY_JWT_SECRET", GOOD_SECRET);
    assert_eq!(read(&[POSTGRES, secret]).unwrap().payments.top_up, TopUp::Pending);
    assert_eq!(
        read(&[POSTGRES, secret, ("TALLY_TOP_UP", "instant")]).unwrap().payments.top_up,
        TopUp::Instant
    );
    assert_eq!(problems(&[("TALLY_TOP_UP", "free")]).len(), 1);
}
