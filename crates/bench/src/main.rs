//! Measures what the documents promise, on imported real data: `make bench`.
//!
//! Ratios are taken within one run, in turns, because a machine is never quiet for long.

mod app;
mod client;
mod cold;
mod figures;
mod import;
mod memory;
mod sql;
mod warm;

use std::path::PathBuf;

use anyhow::Context as _;
use mimalloc::MiMalloc;

use self::figures::Figures;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder =
        std::env::args_os().nth(1).map(PathBuf::from).context("usage: bench <folder of the olist files>")?;
    anyhow::ensure!(
        folder.is_dir(),
        "{} is no folder; set DATA to where the olist files are",
        folder.display()
    );
    let recorder = sql::Recorder::install()?;
    let mut figures = Figures::default();

    let url = import::into_server(&folder, &mut figures).await?;
    let bench = app::Bench::start(&url).await?;
    cold::measure(&bench, &recorder, &mut figures).await?;
    warm::measure(&bench, &mut figures).await?;
    drop(bench);
    memory::measure(&url, &mut figures).await?;
    import::into_embedded(&folder, &mut figures).await?;
    figures.verdict()
}
