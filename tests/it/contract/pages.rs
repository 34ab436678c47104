//! The pages that the program itself brings: what a browser is told, and how it gets their files.

use std::collections::BTreeSet;

use axum::http::Method;
use tally_testkit::{Caller, Reply, TestApp};

const PAGES: [&str; 2] = ["/", "/api/docs"];
/// Of files written here; vendored libraries are larger, and what they quote is no address.
const LONGEST: usize = 100_000;
/// Packing does not pay below this.
const SHORTEST: usize = 1_000;

async fn load(caller: &Caller<'_>, path: &str) -> Reply {
    let reply = caller.send_raw(Method::GET, path, None, "".into()).await;
    reply.assert_status(200);
    reply
}

fn text(reply: &Reply) -> &str {
    std::str::from_utf8(&reply.body).expect("a text")
}

/// The addresses on this server that a file names in quotes; modules are named from their own folder.
fn named(path: &str, text: &str) -> BTreeSet<String> {
    let (folder, _) = path.rsplit_once('/').expect("a path");
    let absolute = |address: &str| match address.strip_prefix("./") {
        Some(module) => Some(format!("{folder}/{module}")),
        None => Some(address.to_owned()).filter(|path| path.starts_with('/') && !path.starts_with("/api/v1")),
    };
    text.split('"').skip(1).step_by(2).filter_map(absolute).collect()
}

/// A page and, from file to file, everything it loads.
async fn files(caller: &Caller<'_>, page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([page.to_owned()]);
    let mut left = vec![page.to_owned()];
    while let Some(path) = left.pop() {
        let reply = load(caller, &path).await;
        if reply.body.len() < LONGEST {
            left.extend(named(&path, text(&reply)).into_iter().filter(|path| found.insert(path.clone())));
        }
    }
    found
}

#[tokio::test]
async fn pages_allow_their_own_files_and_nothing_else() {
    let app = TestApp::start().await;
    for page in PAGES {
        let reply = load(&app.nobody(), page).await;
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'; "), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{policy}");
        assert!(!text(&reply).contains("://") && !text(&reply).contains("style="), "{page}");
    }
}

#[tokio::test]
async fn files_are_sent_packed_and_only_when_they_are_new() {
    let app = TestApp::start().await;
    let nobody = app.nobody();
    let mut seen = BTreeSet::new();
    for page in PAGES {
        seen.append(&mut files(&nobody, page).await);
    }
    for path in ["/page/chart.js", "/page/format.js", "/api/docs/swagger-ui.css"] {
        assert!(seen.contains(path), "{path} is not in {seen:?}");
    }
    for path in seen.iter().filter(|path| *path != "/api/openapi.json") {
        let plain = load(&nobody, path).await;
        let packed = load(&nobody.clone().header("accept-encoding", "gzip"), path).await;
        assert_eq!(
            (packed.header("content-encoding"), plain.header("content-encoding")),
            ("gzip", ""),
            "{path}"
        );
        assert!(packed.body.len() < plain.body.len().max(SHORTEST), "{path}");
        let etag = plain.header("etag");
        assert_eq!((packed.header("etag"), packed.header("vary")), (etag, "accept-encoding"), "{path}");
        let known = nobody.clone().header("if-none-match", etag);
        let known = known.send_raw(Method::GET, path, None, "".into()).await;
        assert_eq!((known.status.as_u16(), known.body.len(), known.header("etag")), (304, 0, etag), "{path}");
    }
}
