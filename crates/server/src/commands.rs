//! One file per command.

mod accounts;
mod cache;
mod data;
mod ledger;
mod not_reachable;
mod schema;
mod settings;

use std::io::IsTerminal as _;

use anyhow::Context as _;
use clap::CommandFactory as _;
use sqlx::{Postgres, pool::PoolConnection};
use tally_config::{Config, LogFormat, ServerConfig};
use tally_server::open::Opened;
use tracing_subscriber::EnvFilter;

pub(crate) use self::not_reachable::NotReachable;
use crate::cli::{Cache, Cli, Command, Import, Ledger};

/// Does what the command line asks for.
pub(crate) async fn run(cli: Cli) -> anyhow::Result<()> {
    let json = cli.json;
    match cli.command {
        Command::Serve => serve().await,
        Command::Migrate => schema::migrate(json).await,
        Command::Seed { size } => data::seed(size, json).await,
        Command::Import { what: Import::Olist { folder, as_of } } => data::olist(&folder, as_of, json).await,
        Command::Import { what: Import::Csv { folder } } => data::csv(&folder, json).await,
        Command::Createsuperuser { email } => accounts::create_superuser(&email).await,
        Command::Cache { what } => cache::run(what.unwrap_or(Cache::Stats), json).await,
        Command::Ledger { what: Ledger::Verify } => ledger::prove(json).await,
        Command::Openapi => schema::openapi(),
        Command::Config { what } => settings::run(&what, json),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "tally", &mut std::io::stdout());
            Ok(())
        }
    }
}

async fn serve() -> anyhow::Result<()> {
    let config = Config::from_env()?;
    log(&config.server)?;
    tally_server::serve::serve(config, |addr| {
        println!("Tally is at     http://{addr}/");
        println!("its API page at http://{addr}/api/docs");
        println!("Stop it with Ctrl-C.");
    })
    .await
}

fn log(config: &ServerConfig) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log)
        .context("TALLY_LOG is not a tracing filter such as info,sqlx=warn")?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let lines = lines.with_ansi(std::io::stderr().is_terminal());
    match config.log_format {
        LogFormat::Text => lines.compact().init(),
        LogFormat::Json => lines.json().init(),
    }
    Ok(())
}

/// Opens the database for a command that works on it alone.
async fn open(config: &Config) -> anyhow::Result<(Opened, PoolConnection<Postgres>)> {
    let opened = Opened::open(config).await?;
    opened.require_migrated().await?;
    let connection = opened.connection.get_postgres_connection_pool().acquire().await?;
    Ok((opened, connection))
}
