use std::{fs, io::Write as _};

use flate2::{Compression, write::GzEncoder};

use super::fixture::Set;
use crate::Error;

fn faults(set: &Set) -> Vec<String> {
    match set.read() {
        Err(Error::Files(faults)) => faults,
        other => panic!("expected missing files, got {other:?}"),
    }
}

#[test]
fn a_compressed_file_is_read_like_a_plain_one() {
    let set = Set::new().write();
    let plain = set.path("orders");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(&fs::read(&plain).unwrap()).unwrap();
    fs::write(plain.with_extension("csv.gz"), gzip.finish().unwrap()).unwrap();
    fs::remove_file(&plain).unwrap();

    assert_eq!(set.read().unwrap().orders.len(), 1);
}

#[test]
fn everything_that_is_missing_is_told_at_once() {
    let set = Set::new()
        .without("sellers")
        .header("order_items", "order_id,product_id,seller_id,shipping_limit_date,price");

    assert_eq!(
        faults(&set.write()),
        [
            "olist_sellers_dataset.csv (or olist_sellers_dataset.csv.gz) is missing",
            "olist_order_items_dataset.csv has no column order_item_id, freight_value",
        ]
    );
}

#[test]
fn a_file_that_is_there_twice_is_refused() {
    let set = Set::new().write();
    fs::write(set.path("orders").with_extension("csv.gz"), "").unwrap();

    assert_eq!(
        faults(&set),
        ["olist_orders_dataset.csv and olist_orders_dataset.csv.gz are both there; keep one"]
    );
}

#[test]
fn a_broken_archive_is_named() {
    let set = Set::new().write();
    fs::remove_file(set.path("orders")).unwrap();
    fs::write(set.path("orders").with_extension("csv.gz"), "no archive").unwrap();

    let reason = set.read().unwrap_err().to_string();
    assert!(
        reason.starts_with("cannot read ") && reason.contains("olist_orders_dataset.csv.gz: "),
        "{reason}"
    );
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let set = Set::new().write();
    fs::remove_dir_all(set.path("orders").parent().unwrap()).unwrap();

    assert!(matches!(set.read(), Err(Error::Read { .. })));
}
