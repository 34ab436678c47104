//! The source files.

use std::{fs, path::Path};

use crate::root;

const ROOTS: [&str; 3] = ["crates", "migration/src", "tests"];

/// A source file.
pub(super) struct Source {
    /// From the root of the workspace.
    pub(super) path: String,
    pub(super) text: String,
}

/// Every Rust file, by path.
pub(super) fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    for folder in ROOTS {
        collect(&root().join(folder), &mut found);
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(found.len() > 100, "{} files", found.len());
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            found.push(Source { path, text });
        }
    }
}

impl Source {
    /// Which of the mirrored folders of a domain it lies in.
    pub(super) fn layer(&self) -> Option<&str> {
        let folders = self.path.trim_end_matches(".rs").split('/');
        folders.into_iter().find(|folder| ["handlers", "repository"].contains(folder))
    }

    /// Whether its code, comments aside, has this word.
    pub(super) fn names(&self, word: &str) -> bool {
        let code = self.text.lines().map(|line| line.split("//").next().unwrap_or_default());
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
        code.flat_map(|line| line.split(|letter| !is_part(letter))).any(|found| found == word)
    }

    /// The functions at the margin: their first line, and how many lines they have.
    pub(super) fn functions(&self) -> Vec<(&str, usize)> {
        let mut lines = self.text.lines();
        let mut found = Vec::new();
        while let Some(line) = lines.next() {
            let is_head = line.starts_with(|letter: char| letter.is_alphabetic()) && line.contains("fn ");
            if is_head && !line.ends_with('}') {
                found.push((line, 2 + lines.by_ref().take_while(|line| *line != "}").count()));
            }
        }
        found
    }
}
