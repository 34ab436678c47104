use std::{
    io::{BufRead as _, IsTerminal as _},
    sync::Arc,
};

use tally_config::Config;
use tally_db::{Db, LeaveToSweeper};
use tally_server::open::Opened;

/// Makes a superadmin.
pub(super) async fn create_superuser(email: &str) -> anyhow::Result<()> {
    let opened = Opened::open(&Config::from_env()?).await?;
    opened.require_migrated().await?;
    let password = password()?;
    let db = Db::new(opened.connection.clone(), Arc::new(LeaveToSweeper));
    tally_accounts::create_superuser(&db, email, &password).await?;
    println!("{email} can sign in now and may do everything.");
    opened.close().await
}

fn password() -> anyhow::Result<String> {
    if !std::io::stdin().is_terminal() {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let password = rpassword::prompt_password("Password: ")?;
    anyhow::ensure!(password == rpassword::prompt_password("The same again: ")?, "the two passwords differ");
    Ok(password)
}
