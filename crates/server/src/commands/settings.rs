use serde_json::json;
use tally_config::{Config, env_example};

use crate::cli::Settings;

pub(super) fn run(what: &Settings, as_json: bool) -> anyhow::Result<()> {
    match what {
        Settings::Example => print!("{}", env_example()),
        Settings::Check => {
            let read = Config::from_env();
            if as_json {
                let problems = read.as_ref().err().map(|error| error.problems.clone()).unwrap_or_default();
                println!("{}", json!({ "ok": problems.is_empty(), "problems": problems }));
            }
            read?;
            if !as_json {
                println!("The configuration is right.");
            }
        }
    }
    Ok(())
}
