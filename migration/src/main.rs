//! `migration`: brings the schema of a PostgreSQL database up to date, or back.

use std::{process::ExitCode, time::Duration};

use anyhow::Context;
use clap::{Parser, Subcommand};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use sqlx::{Connection, PgConnection};
use tally_migration::{Locking, State, down, fresh, refresh, reset, status, up};

/// How long the server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(10);

/// Brings the schema of a PostgreSQL database up to date, or back.
#[derive(Parser)]
#[command(name = "migration", version)]
struct Arguments {
    /// The database, such as `postgres://user:password@host/name`
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    database_url: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, Subcommand)]
enum Command {
    /// Apply pending migrations: all, or the oldest N
    Up {
        /// How many
        n: Option<usize>,
    },
    /// Undo applied migrations: the newest one, or the newest N. Their tables and rows are lost
    Down {
        /// How many
        #[arg(default_value_t = 1)]
        n: usize,
    },
    /// List the migrations and which of them the database has
    Status,
    /// Drop every table and apply all migrations. All rows are lost
    Fresh,
    /// Undo all migrations and apply them again. All rows are lost
    Refresh,
    /// Undo all migrations. All rows are lost
    Reset,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_env_filter("tally_migration=info")
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_level(false)
        .with_target(false)
        .without_time()
        .init();
    let Some(url) = arguments.database_url else {
        eprintln!("migration: no database is named. Set DATABASE_URL or pass --database-url");
        return ExitCode::from(2);
    };
    match run(arguments.command, url).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("migration: {}", told(&error));
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command, url: String) -> anyhow::Result<()> {
    let db = connect(url).await?;
    let lock = Locking::Advisory;
    match command {
        Command::Up { n } => report("applied", &up(&db, lock, n).await?, "Nothing to apply"),
        Command::Down { n } => report("undone", &down(&db, lock, Some(n)).await?, "Nothing to undo"),
        Command::Status => list(&status(&db).await?),
        Command::Fresh => report("applied", &fresh(&db, lock).await?, "Nothing to apply"),
        Command::Refresh => report("applied again", &refresh(&db, lock).await?, "Nothing to apply"),
        Command::Reset => report("undone", &reset(&db, lock).await?, "Nothing to undo"),
    }
    Ok(())
}

async fn connect(url: String) -> anyhow::Result<DatabaseConnection> {
    let advice =
        "cannot connect to the database. Check DATABASE_URL and that PostgreSQL runs, then try again";
    // A pool tries until its time is up and then hides the reason; a single connection tells it at once.
    let probe = tokio::time::timeout(PATIENCE, PgConnection::connect(&url));
    probe.await.context(advice)?.context(advice)?.close().await.context(advice)?;
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).connect_timeout(PATIENCE).sqlx_logging(false);
    Database::connect(options).await.context(advice)
}

/// The error and its causes, each said once: some causes repeat theirs in their own text.
fn told(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).fold(String::new(), |said, cause| {
        if said.is_empty() {
            cause
        } else if said.contains(&cause) {
            said
        } else {
            format!("{said}: {cause}")
        }
    })
}

fn report(word: &str, names: &[String], nothing: &str) {
    for name in names {
        println!("{word} {name}");
    }
    if names.is_empty() {
        println!("{nothing}.");
    }
}

fn list(all: &[State]) {
    for State { name, applied } in all {
        println!("{:<8} {name}", if *applied { "applied" } else { "pending" });
    }
    let pending = all.iter().filter(|state| !state.applied).count();
    println!("{} migrations, {pending} pending.", all.len());
}
