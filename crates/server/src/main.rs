//! `tally`: serves the API, and does what an operator does beside it.

mod cli;
mod commands;

use std::process::ExitCode;

use clap::Parser as _;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What a wrong configuration exits with, so that a supervisor does not try again.
const WRONG_CONFIGURATION: u8 = 2;
/// What a wrong command line exits with (`EX_USAGE`).
const WRONG_USAGE: u8 = 64;
/// What a command exits with that finds nobody to ask (`EX_UNAVAILABLE`).
const NOT_REACHABLE: u8 = 69;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(refusal) => {
            // Help and version are no refusals.
            let wrong = refusal.use_stderr();
            drop(refusal.print());
            return if wrong { ExitCode::from(WRONG_USAGE) } else { ExitCode::SUCCESS };
        }
    };
    match commands::run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            if error.is::<tally_config::ConfigError>() {
                ExitCode::from(WRONG_CONFIGURATION)
            } else if error.is::<commands::NotReachable>() {
                ExitCode::from(NOT_REACHABLE)
            } else {
                ExitCode::FAILURE
            }
        }
    }
}
