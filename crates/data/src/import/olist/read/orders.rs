//! Orders and their items.

use std::collections::HashSet;

use super::{
    Reading,
    parties::{add, note_gaps},
};
use crate::{
    error::Error,
    import::{
        olist::{
            files, parse,
            records::{FileOrder, FileStatus, Item, once},
        },
        source::CsvFile,
    },
};

const STATUSES: [(&str, FileStatus); 8] = [
    ("created", FileStatus::Created),
    ("approved", FileStatus::Approved),
    ("invoiced", FileStatus::Invoiced),
    ("processing", FileStatus::Processing),
    ("shipped", FileStatus::Shipped),
    ("delivered", FileStatus::Delivered),
    ("unavailable", FileStatus::Unavailable),
    ("canceled", FileStatus::Canceled),
];

pub(super) fn orders(mut file: CsvFile, reading: &mut Reading) -> Result<(), Error> {
    let Reading { records, problems, customers, orders, .. } = reading;
    let before = problems.list().len();
    while let Some(row) = file.next(problems)? {
        let key = row.read(0, problems, parse::key);
        let customer = row.read(1, problems, |text| customers.find(parse::key(text)?, files::CUSTOMERS.stem));
        let status = row.read(2, problems, |text| parse::word(&STATUSES, text));
        let purchased_at = row.read(3, problems, parse::time);
        let approved_at = row.read(4, problems, parse::optional_time);
        let shipped_at = row.read(5, problems, parse::optional_time);
        let delivered_at = row.read(6, problems, parse::optional_time);
        let expected_at = row.read(7, problems, parse::optional_time);
        let (Some(key), Some(customer), Some(status), Some(purchased_at)) =
            (key, customer, status, purchased_at)
        else {
            continue;
        };
        let (Some(approved_at), Some(shipped_at), Some(delivered_at), Some(expected_at)) =
            (approved_at, shipped_at, delivered_at, expected_at)
        else {
            continue;
        };
        let Some(customer) = customer else {
            orders.add_gap();
            continue;
        };
        if add(orders, key, records.orders.len(), &row, problems) {
            records.orders.push(FileOrder {
                key: key.to_owned(),
                customer,
                status,
                purchased_at,
                approved_at,
                shipped_at,
                delivered_at,
                expected_at,
            });
        }
    }
    note_gaps(orders, before, problems);
    Ok(())
}

pub(super) fn items(mut file: CsvFile, reading: &mut Reading) -> Result<(), Error> {
    let Reading { records, problems, products, sellers, orders, .. } = reading;
    let mut seen = HashSet::new();
    while let Some(row) = file.next(problems)? {
        let order = row.read(0, problems, |text| orders.find(parse::key(text)?, files::ORDERS.stem));
        let position = row.read(1, problems, parse::position);
        let category = row.read(2, problems, |text| products.find(parse::key(text)?, files::PRODUCTS.stem));
        let seller = row.read(3, problems, |text| sellers.find(parse::key(text)?, files::SELLERS.stem));
        let ship_by = row.read(4, problems, parse::time);
        let price = row.read(5, problems, parse::cents);
        let freight = row.read(6, problems, parse::cents);
        let (Some(order), Some(position), Some(category), Some(seller)) = (order, position, category, seller)
        else {
            continue;
        };
        let (Some(ship_by), Some(price), Some(freight)) = (ship_by, price, freight) else { continue };
        let (Some(order), Some(category), Some(seller)) = (order, category, seller) else { continue };
        match once(&mut seen, (order, position), "this item of the order") {
            Ok(()) => records.items.push(Item { order, position, category, seller, ship_by, price, freight }),
            Err(reason) => problems.push(row.problem(Some(1), reason)),
        }
    }
    Ok(())
}
