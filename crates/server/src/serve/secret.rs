use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write as _},
    os::unix::fs::OpenOptionsExt as _,
};

use anyhow::Context as _;
use tally_config::{Config, Secret};

/// The secret that signs access tokens: the configured one, or one made up once and kept in the state folder,
/// so that people stay signed in when the server starts again.
pub(super) fn of(config: &Config) -> anyhow::Result<Secret> {
    if let Some(secret) = &config.auth.jwt_secret {
        return Ok(secret.clone());
    }
    let path = config.state_dir.join("jwt-secret");
    let shown = path.display();
    fs::create_dir_all(&config.state_dir).with_context(|| format!("making the folder of {shown}"))?;
    let made_up = format!("{:032x}{:032x}", rand::random::<u128>(), rand::random::<u128>());
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
        Ok(mut file) => {
            file.write_all(made_up.as_bytes()).with_context(|| format!("writing {shown}"))?;
            Ok(Secret::new(made_up))
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let kept = fs::read_to_string(&path).with_context(|| format!("reading {shown}"))?;
            anyhow::ensure!(kept.trim().len() >= 32, "{shown} is damaged; remove it and start again");
            Ok(Secret::new(kept.trim()))
        }
        Err(error) => Err(error).with_context(|| format!("writing {shown}")),
    }
}
