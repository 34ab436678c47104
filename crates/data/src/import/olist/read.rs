//! Files to records. Broken rows are noted and left out.

mod orders;
mod parties;
mod payments;
mod reviews;

use super::{
    files::Files,
    records::{Keys, Records},
};
use crate::error::{Error, Problems};

/// What the readers share: the records so far, the keys that later files refer to, and what is wrong.
#[derive(Default)]
struct Reading {
    records: Records,
    problems: Problems,
    customers: Keys,
    /// Places are categories: nothing else of a product is read.
    products: Keys,
    sellers: Keys,
    orders: Keys,
}

/// Reads every file. `Error::Rows` when a row does not parse or breaks a rule.
pub(super) fn read(files: Files) -> Result<Records, Error> {
    let Files { customers, products, sellers, orders, items, payments, reviews } = files;
    let mut reading = Reading::default();
    parties::customers(customers, &mut reading)?;
    parties::products(products, &mut reading)?;
    parties::sellers(sellers, &mut reading)?;
    orders::orders(orders, &mut reading)?;
    orders::items(items, &mut reading)?;
    payments::payments(payments, &mut reading)?;
    reviews::reviews(reviews, &mut reading)?;
    reading.problems.into_result()?;
    Ok(reading.records)
}
