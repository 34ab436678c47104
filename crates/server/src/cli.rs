use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand, ValueEnum};
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

#[derive(Subcommand)]
pub(crate) enum Settings {
    /// Says whether the settings are right, and all that is wrong with them.
    Check,
    /// Prints every variable with its default and meaning, as `.env.example`.
    Example,
}
