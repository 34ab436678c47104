//! The OpenAPI document itself.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use super::operations::{document, operations};

fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str));
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_reference_resolves() {
    let document = document();
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(!found.is_empty());
    for reference in found {
        let pointer = reference.strip_prefix('#').expect("a reference into the document");
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}

#[test]
fn every_operation_has_an_id_of_its_own_and_says_what_it_answers() {
    let operations = operations();
    let ids: BTreeSet<_> = operations.iter().map(|operation| &operation.id).collect();
    assert_eq!(ids.len(), operations.len());
    assert_eq!(document()["openapi"], "3.1.0");
    for (path, item) in document()["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("a path item") {
            let answers = operation["responses"].as_object().expect("responses");
            assert!(answers.keys().any(|status| status.starts_with('2')), "{method} {path} answers nothing");
            assert!(operation["summary"].is_string(), "{method} {path} has no summary");
        }
    }
}

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).expect("the tests are here") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, text);
        } else {
            text.push_str(&fs::read_to_string(&path).expect("a source file"));
        }
    }
}

/// Every operation is called by name in a test of its own, beside the general ones here.
#[test]
fn every_operation_is_named_by_a_test() {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("it"), &mut text);
    for operation in operations() {
        let path = operation.path.trim_start_matches("/api/v1");
        let fixed = path.split("/{").next().expect("a first part");
        assert!(text.contains(fixed), "no test calls {} ({path})", operation.id);
    }
}
