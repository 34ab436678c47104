//! Whether an answer is what the OpenAPI document says of it.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use axum::http::{Method, StatusCode, header};
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use crate::Reply;

/// The document's name inside of the schemas that refer to it.
const NAME: &str = "urn:tally";

static DOCUMENT: LazyLock<Document> = LazyLock::new(Document::of_the_program);

struct Document {
    root: Value,
    schemas: Registry<'static>,
    /// The parts of each documented path; `None` stands for a parameter.
    paths: Vec<(Vec<Option<String>>, String)>,
    /// By their place in the document.
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Document {
    fn of_the_program() -> Self {
        let root = serde_json::to_value(tally_server::openapi()).expect("a document");
        let schemas = Registry::new()
            .add(NAME, root.clone())
            .and_then(jsonschema::RegistryBuilder::prepare)
            .expect("schemas that refer to each other");
        let paths = root["paths"].as_object().expect("paths").keys();
        let parts = |path: &String| {
            let part = |part: &str| (!part.starts_with('{')).then(|| part.to_owned());
            (path.trim_matches('/').split('/').map(part).collect(), path.clone())
        };
        Self { paths: paths.map(parts).collect(), root, schemas, validators: Mutex::default() }
    }

    /// The documented path of a request: the one with the fewest parameters, as the router chooses.
    fn path(&self, path: &str) -> Option<&str> {
        let asked: Vec<_> = path.trim_matches('/').split('/').collect();
        let fits = |parts: &&(Vec<Option<String>>, String)| {
            let same =
                |(known, asked): (&Option<String>, &&str)| known.as_ref().is_none_or(|known| known == asked);
            parts.0.len() == asked.len() && parts.0.iter().zip(&asked).all(same)
        };
        let found = self.paths.iter().filter(fits);
        let fewest = found.min_by_key(|parts| parts.0.iter().filter(|part| part.is_none()).count());
        fewest.map(|(_, path)| path.as_str())
    }

    /// The schema at a JSON pointer of the document.
    fn validator(&self, pointer: &str) -> Arc<Validator> {
        let mut known = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        let made = || {
            let schema = json!({ "$ref": format!("{NAME}#{pointer}") });
            let options = jsonschema::options().with_registry(&self.schemas).should_validate_formats(true);
            Arc::new(options.build(&schema).unwrap_or_else(|error| panic!("{pointer}: {error}")))
        };
        Arc::clone(known.entry(pointer.to_owned()).or_insert_with(made))
    }
}

/// Fails when a documented operation answers what its description does not hold. Other names of routes, and
/// what is no route, are not described.
#[track_caller]
pub(crate) fn assert_described(method: &Method, path: &str, reply: &Reply) {
    let path = path.split('?').next().unwrap_or_default();
    let Some(template) = DOCUMENT.path(path) else { return };
    let operation = format!("/paths/{}/{}", escaped(template), method.as_str().to_lowercase());
    if DOCUMENT.root.pointer(&operation).is_none() || reply.status == StatusCode::NOT_MODIFIED {
        return;
    }
    let who = format!("{method} {path}: {}", reply.status);
    let response = format!("{operation}/responses/{}", reply.status.as_u16());
    let described = DOCUMENT.root.pointer(&response);
    let described = described.unwrap_or_else(|| panic!("{who} is not described: {}", reply.json()));
    let kind = reply.header(header::CONTENT_TYPE.as_str()).split(';').next().unwrap_or_default();
    let Some(content) = described.get("content") else {
        assert!(reply.body.is_empty(), "{who} should be empty, by its description");
        return;
    };
    assert!(content.get(kind).is_some(), "{who}: {kind:?} is not described");
    // Compressed ones are the same bytes.
    if kind.ends_with("json") && reply.header(header::CONTENT_ENCODING.as_str()).is_empty() {
        let validator = DOCUMENT.validator(&format!("{response}/content/{}/schema", escaped(kind)));
        let wrong: Vec<_> = validator
            .iter_errors(reply.json())
            .map(|error| (error.instance_path().to_string(), error.to_string()))
            .collect();
        assert!(wrong.is_empty(), "{who} is not as it is described: {wrong:#?}\n{}", reply.json());
    }
}

/// A step of a JSON pointer inside of a URI.
fn escaped(part: &str) -> String {
    part.replace('~', "~0").replace('/', "~1").replace('{', "%7B").replace('}', "%7D")
}
