//! Payments of orders.

use std::collections::HashSet;

use super::Reading;
use crate::{
    error::Error,
    import::{
        olist::{
            files, parse,
            records::{FilePayment, once},
        },
        source::CsvFile,
    },
};

/// Words of the file and the methods they mean.
const METHODS: [(&str, &str); 5] = [
    ("credit_card", "credit_card"),
    ("boleto", "boleto"),
    ("voucher", "voucher"),
    ("debit_card", "debit_card"),
    ("not_defined", "other"),
];

pub(super) fn payments(mut file: CsvFile, reading: &mut Reading) -> Result<(), Error> {
    let Reading { records, problems, orders, .. } = reading;
    let mut seen = HashSet::new();
    while let Some(row) = file.next(problems)? {
        let order = row.read(0, problems, |text| orders.find(parse::key(text)?, files::ORDERS.stem));
        let position = row.read(1, problems, parse::position);
        let method = row.read(2, problems, |text| parse::word(&METHODS, text));
        let installments = row.read(3, problems, parse::installments);
        let cents = row.read(4, problems, parse::cents);
        let (Some(order), Some(position), Some(method)) = (order, position, method) else { continue };
        let (Some(order), Some(installments), Some(cents)) = (order, installments, cents) else { continue };
        match once(&mut seen, (order, position), "this payment of the order") {
            Ok(()) => records.payments.push(FilePayment { order, position, method, installments, cents }),
            Err(reason) => problems.push(row.problem(Some(1), reason)),
        }
    }
    Ok(())
}
