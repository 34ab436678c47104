//! Who may know whom, and what a file may be called, hold and cost.

mod manifests;
mod sources;

use std::collections::BTreeSet;

use self::{
    manifests::{Manifest, manifests, workspace_lines},
    sources::{Source, sources},
};

/// Each may know those before it. They know no domain.
const FOUNDATION: [&str; 10] =
    ["kernel", "sheet", "config", "entity", "db", "cache", "http", "auth", "lifecycle", "ledger"];
/// Neither foundation nor domain: only who is named may know them.
const KNOWN_BY: [(&str, &[&str]); 6] = [
    ("bench", &[]),
    ("data", &["server", "tests"]),
    ("migration", &["server", "testkit", "tests"]),
    ("server", &["bench", "testkit", "tests"]),
    ("testkit", &["bench", "tests"]),
    ("tests", &[]),
];
/// Libraries that one crate hides from all others.
const HIDDEN: [(&str, &[&str]); 4] =
    [("moka", &["cache"]), ("deadpool-redis", &["cache"]), ("redis", &[]), ("pglite-oxide", &["db"])];
const FORBIDDEN_NAMES: [&str; 7] = ["core", "common", "utils", "helpers", "models", "dto", "services"];
const MOST_LINES: usize = 300;
const MOST_HANDLER_LINES: usize = 30;
/// Lines that one comment in the list of dependencies may speak for.
const MOST_IN_A_GROUP: usize = 2;

#[test]
fn knowledge_points_from_the_server_over_domains_and_foundation_to_the_kernel() {
    let mut wrong = Vec::new();
    for Manifest { name, ours, .. } in manifests() {
        for known in ours.iter().filter(|known| !may_know(&name, known)) {
            wrong.push(format!("{name} knows {known}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

fn may_know(name: &str, known: &str) -> bool {
    let place = |name| FOUNDATION.iter().position(|foundation| *foundation == name);
    if let Some((_, by)) = KNOWN_BY.iter().find(|(special, _)| *special == known) {
        return by.contains(&name);
    }
    match (place(name), place(known)) {
        (Some(own), Some(other)) => other < own,
        (None, Some(_)) => name != "migration",
        (_, None) => ["server", "testkit", "tests"].contains(&name),
    }
}

#[test]
fn the_kernel_knows_only_chrono() {
    let all = manifests();
    let kernel = all.iter().find(|manifest| manifest.name == "kernel").unwrap();
    assert_eq!(kernel.dependencies, BTreeSet::from(["chrono".to_owned()]));
}

#[test]
fn some_libraries_are_named_by_one_crate() {
    for (library, by) in HIDDEN {
        let naming = manifests().into_iter().filter(|manifest| manifest.dependencies.contains(library));
        let naming: Vec<_> = naming.map(|manifest| manifest.name).collect();
        assert_eq!(naming, by, "{library}");
    }
}

#[test]
fn crates_share_versions_lints_and_edition() {
    let wrong: Vec<_> = manifests().into_iter().flat_map(|manifest| manifest.own_ways).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// A line, or a pair of lines that belong together, under a comment that is no heading.
#[test]
fn each_dependency_is_explained() {
    let mut unexplained = Vec::new();
    let mut left = 0;
    for line in workspace_lines("[workspace.dependencies]") {
        if line.starts_with('#') {
            left = if line.starts_with("# ---") { 0 } else { MOST_IN_A_GROUP };
        } else if line.is_empty() {
            left = 0;
        } else if !line.contains("path = ") {
            if left == 0 {
                unexplained.push(line);
            }
            left = left.saturating_sub(1);
        }
    }
    assert_eq!(unexplained, Vec::<String>::new());
}

#[test]
fn files_are_short_and_named_for_what_they_hold() {
    let mut wrong = Vec::new();
    for Source { path, text } in sources() {
        let lines = text.lines().count();
        if lines > MOST_LINES {
            wrong.push(format!("{path} has {lines} lines"));
        }
        if path.ends_with("/mod.rs") {
            wrong.push(format!("{path} should be named after its folder"));
        }
        let names: Vec<_> = path.trim_end_matches(".rs").split('/').collect();
        let inline = text.lines().filter_map(|line| {
            line.split_once("mod ").map(|(_, name)| name.trim_end_matches([' ', '{', ';']))
        });
        for name in names.into_iter().chain(inline).filter(|name| FORBIDDEN_NAMES.contains(name)) {
            wrong.push(format!("{path}: {name} says nothing"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn handlers_know_no_queries_and_repositories_no_requests() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.path.starts_with("crates/")) {
        let words: &[&str] = match source.layer() {
            Some("handlers") => &["sea_orm"],
            Some("repository") => &["axum", "serde", "serde_json", "tally_cache", "tally_http"],
            _ => continue,
        };
        wrong.extend(
            words
                .iter()
                .filter(|word| source.names(word))
                .map(|word| format!("{} names {word}", source.path)),
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn handlers_are_thin() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.layer() == Some("handlers")) {
        let long = source.functions().into_iter().filter(|(_, lines)| *lines > MOST_HANDLER_LINES);
        wrong.extend(long.map(|(head, lines)| format!("{}: {lines} lines: {head}", source.path)));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nothing_is_switched_off_or_left_for_later() {
    let mut wrong = Vec::new();
    for source in sources() {
        let off = ["#[allow(", "#![allow(", "#[ignore"];
        let later = ["todo", "unimplemented"].map(|word| format!("{word}!("));
        for (number, line) in (1..).zip(source.text.lines().map(str::trim_start)) {
            if off.iter().any(|off| line.starts_with(off)) || later.iter().any(|later| line.contains(later)) {
                wrong.push(format!("{}:{number}: {line}", source.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
