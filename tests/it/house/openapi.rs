//! The committed description of the API is the one that the program gives.

use std::{env, fs};

use crate::root;

#[test]
fn the_committed_document_is_true() {
    let document = format!("{}\n", tally_server::openapi().to_pretty_json().unwrap());
    let file = root().join("openapi/openapi.json");
    #[expect(
        clippy::disallowed_methods,
        reason = "it tells the test what to do and is no setting of the program"
    )]
    let update = env::var("UPDATE_OPENAPI").is_ok();
    if update {
        fs::write(&file, &document).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    for (number, (committed, given)) in (1..).zip(committed.lines().zip(document.lines())) {
        assert_eq!(committed, given, "line {number} of openapi.json; `make openapi` writes it anew");
    }
    assert_eq!(
        committed.len(),
        document.len(),
        "openapi.json ends early or late; `make openapi` writes it anew"
    );
}
