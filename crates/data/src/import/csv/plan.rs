//! Which file fills which columns of which table.

use std::path::Path;

use super::{
    catalog::{Catalog, Column},
    value::Rule,
};
use crate::{
    error::Error,
    import::source::{CsvFile, Folder, SourceFile},
};

/// A file and the table it fills.
#[derive(Debug)]
pub(super) struct Job {
    pub source: SourceFile,
    pub table: String,
    /// One per column of the file, in its order.
    pub rules: Vec<Rule>,
}

/// Holds the files of a folder against the database; every fault is told at once.
pub(super) fn plan(path: &Path, catalog: &Catalog) -> Result<Vec<Job>, Error> {
    let folder = Folder::list(path)?;
    let mut faults: Vec<String> = folder
        .others
        .iter()
        .map(|name| format!("{name} is no .csv or .csv.gz file; move it elsewhere"))
        .collect();
    faults.extend(
        folder.doubled.iter().map(|stem| format!("{stem}.csv and {stem}.csv.gz are both there; keep one")),
    );
    let known = |stem: &String| catalog.tables.contains_key(stem);
    let unknown = folder.files.iter().filter(|(stem, _)| !known(stem));
    faults.extend(unknown.map(|(_, source)| format!("{} is named after no table", source.name)));
    if folder.files.is_empty() {
        faults.push("there is no .csv or .csv.gz file".to_owned());
    }
    let mut jobs = Vec::new();
    for table in &catalog.order {
        let (Some(source), Some(columns)) = (folder.files.get(table), catalog.tables.get(table)) else {
            continue;
        };
        let file = CsvFile::open(source.clone())?;
        match rules(file.header(), columns) {
            Ok(rules) => jobs.push(Job { source: source.clone(), table: table.clone(), rules }),
            Err(reasons) => {
                faults.extend(reasons.into_iter().map(|reason| format!("{} {reason}", source.name)));
            }
        }
    }
    if faults.is_empty() { Ok(jobs) } else { Err(Error::Files(faults)) }
}

fn rules(header: &[String], columns: &[Column]) -> Result<Vec<Rule>, Vec<String>> {
    if header.is_empty() {
        return Err(vec!["is empty: the first line must name the columns".to_owned()]);
    }
    let mut faults = Vec::new();
    let mut rules: Vec<Rule> = Vec::new();
    for name in header {
        match columns.iter().find(|column| column.name == *name) {
            None => faults.push(format!("has the column '{name}', which the table has not")),
            Some(column) if column.is_generated => {
                faults.push(format!("has the column {name}, which the database computes; leave it out"));
            }
            Some(_) if rules.iter().any(|rule| rule.column == *name) => {
                faults.push(format!("has the column {name} twice"));
            }
            Some(column) => rules.push(Rule::of(column)),
        }
    }
    let is_missing = |column: &&Column| {
        !column.is_nullable && !column.has_default && !column.is_generated && !header.contains(&column.name)
    };
    faults
        .extend(columns.iter().filter(is_missing).map(|column| format!("lacks the column {}", column.name)));
    if faults.is_empty() { Ok(rules) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str) -> Column {
        Column {
            table: "things".into(),
            name: name.into(),
            kind: "text".into(),
            is_nullable: false,
            has_default: false,
            is_generated: false,
            length: None,
            precision: None,
            scale: None,
        }
    }

    fn faults(header: &[&str]) -> Vec<String> {
        let columns = [
            Column { has_default: true, ..column("id") },
            column("name"),
            Column { is_nullable: true, ..column("note") },
            Column { is_nullable: true, is_generated: true, ..column("total") },
        ];
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        rules(&header, &columns).err().unwrap_or_default()
    }

    #[test]
    fn only_what_has_a_value_otherwise_may_be_left_out() {
        assert!(faults(&["name"]).is_empty());
        assert!(faults(&["note", "name", "id"]).is_empty());
        assert_eq!(faults(&["id", "note"]), ["lacks the column name"]);
    }

    #[test]
    fn columns_that_cannot_be_filled_are_refused() {
        assert_eq!(faults(&["name", "colour"]), ["has the column 'colour', which the table has not"]);
        assert_eq!(faults(&["name", "name"]), ["has the column name twice"]);
        assert_eq!(
            faults(&["name", "total"]),
            ["has the column total, which the database computes; leave it out"]
        );
        assert_eq!(faults(&[]), ["is empty: the first line must name the columns"]);
    }
}
