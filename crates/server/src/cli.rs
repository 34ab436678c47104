use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Dashboards and admin screens of a service business.
///
/// Settings come from the environment; `.env.example` lists them.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Prints results as JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serves the API until it is told to end.
    Serve,
    /// Brings the database's schema up to date.
    Migrate,
    /// Fills the database with demo data, once.
    Seed {
        /// How much of it.
        #[arg(long, value_enum, default_value_t = Size::Small)]
        size: Size,
    },
    /// Loads rows from files.
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Makes somebody who may do everything; asks for the password, or reads it from standard input.
    Createsuperuser {
        /// His e-mail address.
        #[arg(long)]
        email: String,
    },
    /// Tells what the cache does, ends what it keeps, and has it kept again.
    Cache {
        #[command(subcommand)]
        what: Option<Cache>,
    },
    /// Looks after the money.
    Ledger {
        #[command(subcommand)]
        what: Ledger,
    },
    /// Prints the description of the API.
    Openapi,
    /// Looks at the settings.
    Config {
        #[command(subcommand)]
        what: Settings,
    },
    /// Prints a completion script.
    Completions {
        /// For which shell.
        shell: Shell,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Size {
    /// 2,000 orders.
    Small,
    /// 50,000 orders.
    Medium,
    /// 1,000,000 orders.
    Large,
}

#[derive(Subcommand)]
pub(crate) enum Import {
    /// The public data set of a Brazilian marketplace, as its publisher names the files.
    Olist {
        /// Where the files are, plain or gzipped.
        folder: PathBuf,
        /// The time that installments are looked at from.
        #[arg(long, default_value = "2018-09-01T00:00:00Z")]
        as_of: DateTime<Utc>,
    },
    /// Files named after our tables, with our column names.
    Csv {
        /// Where the files are.
        folder: PathBuf,
    },
}

#[derive(Clone, Copy, Subcommand)]
pub(crate) enum Ledger {
    /// Proves the whole history, and names every row that does not fit; exits with 1 when there is one.
    Verify,
}

#[derive(Subcommand)]
pub(crate) enum Settings {
    /// Says whether the settings are right, and all that is wrong with them.
    Check,
    /// Prints every variable with its default and meaning, as `.env.example`.
    Example,
}

#[derive(Subcommand)]
pub(crate) enum Cache {
    /// What the serving processes told in the last minute; also without a word.
    Stats,
    /// Every policy, whether it is asked for or not.
    Policies,
    /// Loads answers into Redis before anybody asks.
    Warm {
        /// A policy that is marked warm; several times for several. All of them without it.
        #[arg(long)]
        policy: Option<Vec<String>>,
        /// A website; several times for several. Every active one, and all together, without it.
        #[arg(long)]
        website: Option<Vec<i64>>,
    },
    /// Ends kept answers, in every process that shares the Redis.
    Flush {
        #[command(flatten)]
        what: Flush,
        /// Does not ask before everything ends.
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Args)]
#[group(id = "ended", required = true, multiple = false)]
pub(crate) struct Flush {
    /// Every answer of one policy.
    #[arg(long)]
    pub(crate) policy: Option<String>,
    /// Every answer that carries a tag: a table, or table/column=value.
    #[arg(long)]
    pub(crate) tag: Option<String>,
    /// Every answer.
    #[arg(long)]
    pub(crate) everything: bool,
}
