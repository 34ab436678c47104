use serde_json::json;
use tally_config::Config;
use tally_server::open::Opened;

/// Brings the schema up to date.
pub(super) async fn migrate(as_json: bool) -> anyhow::Result<()> {
    let opened = Opened::open(&Config::from_env()?).await?;
    let applied = tally_migration::up(&opened.connection, opened.locking(), None).await?;
    if as_json {
        println!("{}", json!({ "applied": applied }));
    } else if applied.is_empty() {
        println!("The schema is up to date.");
    } else {
        println!("Applied {} migrations.", applied.len());
    }
    opened.close().await
}

/// Prints the description of the API.
pub(super) fn openapi() -> anyhow::Result<()> {
    println!("{}", tally_server::openapi().to_pretty_json()?);
    Ok(())
}
