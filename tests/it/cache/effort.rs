//! What somebody who adds an endpoint writes for the cache.

use std::fs;

use crate::root;

#[test]
fn a_cached_endpoint_needs_five_lines_beside_its_handler() {
    let page = fs::read_to_string(root().join("docs/CACHE.md")).unwrap();
    let example = page.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let handler = root().join("crates/admin/src/dashboard/handlers/payment_status.rs");
    let handler = fs::read_to_string(handler).unwrap();
    let missing: Vec<_> = example.lines().filter(|line| !handler.lines().any(|have| have == *line)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "the page shows another handler than there is");
    let about = |line: &&str| ["tally_cache", "POLICY", "load"].iter().any(|word| line.contains(word));
    let imports = "use crate::";
    let all = handler.lines().filter(|line| !line.starts_with(imports)).filter(about).count();
    println!("C18: {} lines for the cache beside a handler", example.lines().count());
    assert_eq!(all, example.lines().count(), "the page leaves something out");
    assert!(all <= 5);
}
