use std::{env, fs, io::Read as _, path::Path};

use anyhow::Context as _;
use flate2::read::GzDecoder;
use tally_testkit::tally_to;

use super::number;

/// The line that is broken, counted with the header.
const LINE: usize = 1_001;
const FILE: &str = "olist_order_payments_dataset.csv";

/// Imports a copy of the folder with one broken amount: it must be refused by name, and leave nothing.
pub(super) async fn nothing_is_imported(url: &str, folder: &Path) -> anyhow::Result<()> {
    let copy = env::temp_dir().join(format!("tally-broken-{}", std::process::id()));
    fs::create_dir_all(&copy)?;
    let refused = refusal(url, folder, &copy).await;
    fs::remove_dir_all(&copy)?;
    let refused = refused?;
    let named = format!("{FILE}, line {LINE}, column payment_value");
    anyhow::ensure!(refused.contains(&named), "the broken line is not named {named:?}: {refused}");
    let db = tally_db::connect(url, 1).await?;
    let left = number(&db, "SELECT (SELECT count(*) FROM websites) + (SELECT count(*) FROM users)").await?;
    anyhow::ensure!(left == 0, "a refused import left {left} rows");
    println!(
        "one broken line: nothing imported; {}",
        refused.lines().find(|line| line.contains(FILE)).unwrap_or("")
    );
    Ok(())
}

async fn refusal(url: &str, folder: &Path, copy: &Path) -> anyhow::Result<String> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().context("a name")?.to_string_lossy().into_owned();
        if !name.starts_with(FILE) {
            fs::copy(&path, copy.join(&name))?;
            continue;
        }
        let text = read(&path)?;
        let lines = text.lines().enumerate().map(|(at, line)| match at + 1 {
            LINE => line.rsplit_once(',').map_or(line.to_owned(), |(rest, _)| format!("{rest},much")),
            _ => line.to_owned(),
        });
        fs::write(copy.join(FILE), lines.collect::<Vec<_>>().join("\n"))?;
    }
    let output = tally_to(url)?.arg("import").arg("olist").arg(copy).output().await?;
    anyhow::ensure!(!output.status.success(), "a broken file was imported");
    Ok(String::from_utf8_lossy(&output.stderr).into_owned())
}

fn read(path: &Path) -> anyhow::Result<String> {
    let bytes = fs::read(path)?;
    let mut text = String::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        GzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
    } else {
        text = String::from_utf8(bytes)?;
    }
    Ok(text)
}
