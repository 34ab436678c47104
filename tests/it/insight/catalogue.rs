//! The list of policies is learnt from the routes: nothing may be missing.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;
use tally_testkit::tally;

use crate::root;

/// The names that policies are given in the sources of the program.
fn written(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            written(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            let text = fs::read_to_string(path).unwrap();
            let calls = ["Policy::new(", "Policy::of_identity("]
                .map(|call| text.split(call).skip(1).map(str::to_owned).collect::<Vec<_>>());
            let first = calls
                .concat()
                .into_iter()
                .filter_map(|rest| Some(rest.trim_start().strip_prefix('"')?.split('"').next()?.to_owned()));
            names.extend(first);
        }
    }
}

#[tokio::test]
async fn every_policy_of_the_program_is_listed() {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let path = entry.unwrap().path();
        if !["cache", "testkit", "bench"].iter().any(|own| path.ends_with(own)) {
            written(&path, &mut names);
        }
    }
    let mut command = tally().unwrap();
    let output = command.args(["--json", "cache", "policies"]).output().await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let listed: BTreeSet<_> = rows.iter().map(|row| row["policy"].as_str().unwrap().to_owned()).collect();
    assert!(names.len() > 25, "{names:?}");
    assert_eq!(listed, names);
    for row in &rows {
        let asked = row["endpoints"].as_array().unwrap().len();
        let inner = ["auth.principal", "websites.ids"].contains(&row["policy"].as_str().unwrap());
        assert_eq!(asked == 0, inner, "{row}");
        assert!(!row["reads"].as_array().unwrap().is_empty(), "{row}");
    }
    let tips = rows.iter().find(|row| row["policy"] == "admin.tips").unwrap();
    assert_eq!(tips["varies_on"], serde_json::json!(["website", "days"]), "{tips}");
    let unread = rows.iter().find(|row| row["policy"] == "notifications.unread").unwrap();
    assert_eq!(unread["varies_on"], serde_json::json!(["user"]), "{unread}");
}
