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

#[tokio::main]
async fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    match commands::run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            let wrong = error.downcast_ref::<tally_config::ConfigError>().is_some();
            if wrong { ExitCode::from(WRONG_CONFIGURATION) } else { ExitCode::FAILURE }
        }
    }
}
