//! The `Cargo.toml` files.

use std::{collections::BTreeSet, fs};

use toml::Table;

use crate::root;

const SHARED: [&str; 5] = ["version", "edition", "rust-version", "license", "publish"];

/// What a crate's `Cargo.toml` says.
pub(super) struct Manifest {
    /// Its folder, which is also its name after `tally-`.
    pub(super) name: String,
    /// Our crates it depends on, those for its own tests included.
    pub(super) ours: BTreeSet<String>,
    /// Everybody else's.
    pub(super) dependencies: BTreeSet<String>,
    /// Where it departs from the workspace.
    pub(super) own_ways: Vec<String>,
}

/// Every crate of the workspace, by name.
pub(super) fn manifests() -> Vec<Manifest> {
    let crates = fs::read_dir(root().join("crates")).unwrap().map(|entry| entry.unwrap().file_name());
    let crates = crates.map(|folder| format!("crates/{}", folder.to_str().unwrap()));
    let mut folders: Vec<_> = crates.chain(["migration".to_owned(), "tests".to_owned()]).collect();
    folders.sort();
    assert!(folders.len() > 10, "{folders:?}");
    folders.iter().map(|folder| manifest(folder)).collect()
}

fn manifest(folder: &str) -> Manifest {
    let text = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
    let table: Table = text.parse().unwrap();
    let name = folder.rsplit('/').next().unwrap_or_default().to_owned();
    let inherits = |value: Option<&toml::Value>| {
        value.and_then(|value| value.get("workspace")).and_then(toml::Value::as_bool) == Some(true)
    };
    let mut own_ways = Vec::new();
    if table["package"]["name"].as_str() != Some(&format!("tally-{name}")) {
        own_ways.push(format!("{folder} is not named after its folder"));
    }
    let own = SHARED.iter().filter(|key| !inherits(table["package"].get(**key)));
    own_ways.extend(own.map(|key| format!("{folder} has its own {key}")));
    if !inherits(table.get("lints")) || table.contains_key("target") {
        own_ways.push(format!("{folder} has its own lints or targets"));
    }
    let mut all = BTreeSet::new();
    for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        for (dependency, value) in table.get(kind).and_then(toml::Value::as_table).into_iter().flatten() {
            if !inherits(Some(value)) {
                own_ways.push(format!("{folder} has its own version of {dependency}"));
            }
            all.insert(dependency.clone());
        }
    }
    let (ours, dependencies): (BTreeSet<_>, BTreeSet<_>) =
        all.into_iter().partition(|dependency| dependency.starts_with("tally-"));
    let ours = ours.iter().map(|dependency| dependency.replacen("tally-", "", 1)).collect();
    Manifest { name, ours, dependencies, own_ways }
}

/// The lines of a section of the workspace's `Cargo.toml`.
pub(super) fn workspace_lines(section: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let after = text.lines().skip_while(|line| *line != section).skip(1);
    let lines: Vec<_> =
        after.take_while(|line| !line.starts_with('[')).map(|line| line.trim().to_owned()).collect();
    assert!(lines.len() > 50, "{section} has {} lines", lines.len());
    lines
}
