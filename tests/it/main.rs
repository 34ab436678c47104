//! One binary for all integration tests: linking once is what keeps them fast.

mod accounts;
mod admin;
mod cache;
mod client;
mod communications;
mod contract;
mod dice;
mod house;
mod insight;
mod ledger;
mod payments;
mod process;
mod schema;
mod writer;

/// The folder of the workspace.
fn root() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("this crate lies in it")
}
