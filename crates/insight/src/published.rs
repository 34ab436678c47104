//! What a process tells where there is no Redis: a file that the command line reads.

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use tally_cache::{Cache, ProcessFigures};
use tally_kernel::Clock;
use tokio::{fs, time::interval};

const EVERY: Duration = Duration::from_secs(10);
/// Older figures are of a process that is gone.
const CURRENT_MS: i64 = 60_000;

/// Writes the process's figures into the folder `state` every ten seconds. Does not return.
pub async fn publish_to(state: PathBuf, cache: Cache) {
    let mut tick = interval(EVERY);
    loop {
        tick.tick().await;
        let figures = cache.process_figures();
        if let Err(error) = write(&state, &figures).await {
            tracing::warn!(%error, "the counters cannot be written to {}", state.display());
        }
    }
}

async fn write(state: &Path, figures: &ProcessFigures) -> io::Result<()> {
    fs::create_dir_all(state).await?;
    for (path, told) in files(state).await? {
        if !is_current(&told) {
            fs::remove_file(path).await?;
        }
    }
    let path = state.join(format!("insight-{}.json", figures.process));
    let half = path.with_extension("half");
    fs::write(&half, serde_json::to_vec(figures)?).await?;
    fs::rename(half, path).await
}

/// What processes have written into the folder `state` in the last minute.
///
/// # Errors
/// When it cannot be read. A folder that is not there has nothing in it.
pub async fn published_in(state: &Path) -> io::Result<Vec<ProcessFigures>> {
    match files(state).await {
        Ok(files) => Ok(files.into_iter().map(|(_, told)| told).filter(is_current).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn is_current(told: &ProcessFigures) -> bool {
    Clock::real().timestamp_millis() - told.at_ms < CURRENT_MS
}

/// A file that does not read as figures counts as told long ago.
async fn files(state: &Path) -> io::Result<Vec<(PathBuf, ProcessFigures)>> {
    let (mut found, mut entries) = (Vec::new(), fs::read_dir(state).await?);
    while let Some(entry) = entries.next_entry().await? {
        let path = entry.path();
        let is_ours = entry.file_name().to_string_lossy().starts_with("insight-");
        if is_ours && path.extension().is_some_and(|extension| extension == "json") {
            let told = fs::read(&path).await.ok().and_then(|text| serde_json::from_slice(&text).ok());
            found.push((path, told.unwrap_or_default()));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn files_of_the_dead_are_not_read_and_go() {
        let state = std::env::temp_dir().join(format!("tally-insight-{}", uuid::Uuid::new_v4().simple()));
        assert_eq!(published_in(&state).await.unwrap(), []);
        let now = Clock::real().timestamp_millis();
        let told = |process: &str, age: i64| ProcessFigures {
            process: process.to_owned(),
            at_ms: now - age,
            ..ProcessFigures::default()
        };
        write(&state, &told("dead", 61_000)).await.unwrap();
        fs::write(state.join("insight-odd.json"), "{").await.unwrap();
        fs::write(state.join("jwt-secret"), "stays").await.unwrap();
        assert_eq!(published_in(&state).await.unwrap(), []);
        write(&state, &told("alive", 0)).await.unwrap();
        assert_eq!(published_in(&state).await.unwrap(), [told("alive", 0)]);
        let left = files(&state).await.unwrap();
        assert_eq!(left.len(), 1, "{left:?}");
        assert!(state.join("jwt-secret").exists());
        fs::remove_dir_all(state).await.unwrap();
    }
}
