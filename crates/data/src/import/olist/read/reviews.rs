//! Reviews of orders.

use std::collections::HashSet;

use super::Reading;
use crate::{
    error::Error,
    import::{
        olist::{
            files, parse,
            records::{FileReview, once},
        },
        source::CsvFile,
    },
};

/// One review may stand at several orders, so the pair is the key.
pub(super) fn reviews(mut file: CsvFile, reading: &mut Reading) -> Result<(), Error> {
    let Reading { records, problems, orders, .. } = reading;
    let mut seen = HashSet::new();
    while let Some(row) = file.next(problems)? {
        let key = row.read(0, problems, parse::key);
        let order = row.read(1, problems, |text| orders.find(parse::key(text)?, files::ORDERS.stem));
        let score = row.read(2, problems, parse::score);
        let title = row.read(3, problems, Ok);
        let message = row.read(4, problems, Ok);
        let created_at = row.read(5, problems, parse::optional_time);
        let answered_at = row.read(6, problems, parse::optional_time);
        let (Some(key), Some(order), Some(score), Some(title)) = (key, order, score, title) else { continue };
        let (Some(message), Some(created_at), Some(answered_at)) = (message, created_at, answered_at) else {
            continue;
        };
        let Some(order) = order else { continue };
        if let Err(reason) = once(&mut seen, (key.to_owned(), order), "this review of the order") {
            problems.push(row.problem(Some(0), reason));
            continue;
        }
        let (key, title, message) = (key.to_owned(), title.to_owned(), message.to_owned());
        records.reviews.push(FileReview { key, order, score, title, message, created_at, answered_at });
    }
    Ok(())
}
