//! Customers, products and sellers: the rows that nothing else precedes.

use super::Reading;
use crate::{
    error::{Error, Problems},
    import::{
        olist::{
            parse,
            records::{Customer, Keys, Seller},
        },
        source::{CsvFile, Row},
    },
};

pub(super) fn customers(mut file: CsvFile, reading: &mut Reading) -> Result<(), Error> {
    let Reading { records, problems, customers, .. } = reading;
    let before = problems.list().len();
    while let Some(row) = file.next(problems)? {
        let key = row.read(0, problems, parse::key);
        let person = row.read(1, problems, parse::key);
        let state = row.read(2, problems, parse::state);
        let (Some(key), Some(person), Some(state)) = (key, person, state) else { continue };
        if add(customers, key, records.customers.len(), &row, problems) {
            let (person, state) = (records.people.place(person), records.states.place(state));
            records.customers.push(Customer { person, state });
        }
    }
    note_gaps(customers, before, problems);
    Ok(())
}

pub(super) fn products(mut file: CsvFile, reading: &mut Reading) -> Result<(), Error> {
    let Reading { records, problems, products, .. } = reading;
    let before = problems.list().len();
    while let Some(row) = file.next(problems)? {
        let key = row.read(0, problems, parse::key);
        let category = row.read(1, problems, parse::category);
        let (Some(key), Some(category)) = (key, category) else { continue };
        add(products, key, records.categories.place(category), &row, problems);
    }
    note_gaps(products, before, problems);
    Ok(())
}

pub(super) fn sellers(mut file: CsvFile, reading: &mut Reading) -> Result<(), Error> {
    let Reading { records, problems, customers, sellers, .. } = reading;
    let before = problems.list().len();
    while let Some(row) = file.next(problems)? {
        let key = row.read(0, problems, parse::key);
        let state = row.read(1, problems, |text| {
            let state = records.states.find(parse::state(text)?);
            if state.is_none() && !customers.has_gaps() {
                return Err(format!("no customer is in state {text}"));
            }
            Ok(state)
        });
        let (Some(key), Some(Some(state))) = (key, state) else { continue };
        if add(sellers, key, records.sellers.len(), &row, problems) {
            records.sellers.push(Seller { key: key.to_owned(), state });
        }
    }
    note_gaps(sellers, before, problems);
    Ok(())
}

/// Adds the key of a row; a second row with that key is noted.
pub(super) fn add(keys: &mut Keys, key: &str, place: usize, row: &Row<'_>, problems: &mut Problems) -> bool {
    let is_new = keys.add(key, place);
    if !is_new {
        problems.push(row.problem(Some(0), format!("'{key}' is there twice")));
    }
    is_new
}

/// Problems since `before` mean that some keys of this file are unknown.
pub(super) fn note_gaps(keys: &mut Keys, before: usize, problems: &Problems) {
    if problems.list().len() > before {
        keys.add_gap();
    }
}
