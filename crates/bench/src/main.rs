//! Real data: `make figures` compares every known figure of the data set, `make bench` measures what the
//! documents promise.
//!
//! Ratios are taken within one run, in turns, because a machine is never quiet for long.

mod app;
mod cold;
mod exports;
mod figures;
mod hit;
mod import;
mod load;
mod memory;
mod screens;
mod sql;
mod truth;
mod warm;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use mimalloc::MiMalloc;

use self::figures::Figures;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (what, folder) =
        arguments.next().zip(arguments.next()).context("usage: bench figures|speed <folder>")?;
    let folder = PathBuf::from(folder);
    anyhow::ensure!(
        folder.is_dir(),
        "{} is no folder; set DATA to where the olist files are",
        folder.display()
    );
    match what.as_str() {
        "figures" => truth::check(&folder).await,
        "speed" => speed(&folder).await,
        _ => anyhow::bail!("usage: bench figures|speed <folder>"),
    }
}

async fn speed(folder: &Path) -> anyhow::Result<()> {
    let mut figures = Figures::default();
    hit::measure(&mut figures).await?;
    let url = import::into_server(folder, &mut figures).await?;
    let bench = app::Bench::start(&url).await?;
    cold::measure(&bench, &mut figures).await?;
    screens::measure(&bench, &mut figures).await?;
    screens::measure_people(&bench, &mut figures).await?;
    warm::measure(&bench, &mut figures).await?;
    drop(bench);
    memory::measure(&url, &mut figures).await?;
    exports::measure(&url, &mut figures).await?;
    import::into_embedded(folder, &mut figures).await?;
    figures.verdict()
}
