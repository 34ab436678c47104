//! The rows of the files as they are, keys replaced by positions.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
};

use chrono::{DateTime, Utc};

type Time = DateTime<Utc>;

/// `order_status` of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileStatus {
    Created,
    Approved,
    Invoiced,
    Processing,
    Shipped,
    Delivered,
    Unavailable,
    Canceled,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Customer {
    pub person: usize,
    pub state: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seller {
    pub key: String,
    pub state: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileOrder {
    pub key: String,
    pub customer: usize,
    pub status: FileStatus,
    pub purchased_at: Time,
    pub approved_at: Option<Time>,
    pub shipped_at: Option<Time>,
    pub delivered_at: Option<Time>,
    pub expected_at: Option<Time>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    pub order: usize,
    pub position: i64,
    pub category: usize,
    pub seller: usize,
    pub ship_by: Time,
    pub price: i64,
    pub freight: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FilePayment {
    pub order: usize,
    pub position: i64,
    pub method: &'static str,
    pub installments: i64,
    pub cents: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileReview {
    pub key: String,
    pub order: usize,
    pub score: i64,
    pub title: String,
    pub message: String,
    pub created_at: Option<Time>,
    pub answered_at: Option<Time>,
}

/// Everything the files say.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub states: Names,
    pub people: Names,
    pub categories: Names,
    pub customers: Vec<Customer>,
    pub sellers: Vec<Seller>,
    pub orders: Vec<FileOrder>,
    pub items: Vec<Item>,
    pub payments: Vec<FilePayment>,
    pub reviews: Vec<FileReview>,
}

/// Distinct texts, numbered as they come.
#[derive(Debug, Default)]
pub(super) struct Names {
    places: HashMap<String, usize>,
    pub list: Vec<String>,
}

impl Names {
    pub(super) fn place(&mut self, name: &str) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        self.list.push(name.to_owned());
        self.places.insert(name.to_owned(), self.list.len() - 1);
        self.list.len() - 1
    }

    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }
}

/// The keys of one file. They are complete unless a row of that file was broken; then an unknown key proves nothing.
#[derive(Debug, Default)]
pub(super) struct Keys {
    places: HashMap<String, usize>,
    has_gaps: bool,
}

impl Keys {
    /// False when the key was there before.
    pub(super) fn add(&mut self, key: &str, place: usize) -> bool {
        self.places.insert(key.to_owned(), place).is_none()
    }

    pub(super) fn add_gap(&mut self) {
        self.has_gaps = true;
    }

    pub(super) fn has_gaps(&self) -> bool {
        self.has_gaps
    }

    /// Where the key is; `Err` when no such row exists, `Ok(None)` when it may be one of the broken rows.
    pub(super) fn find(&self, key: &str, file: &str) -> Result<Option<usize>, String> {
        match self.places.get(key) {
            Some(place) => Ok(Some(*place)),
            None if self.has_gaps => Ok(None),
            None => Err(format!("'{key}' is not in {file}")),
        }
    }
}

/// Notes a pair of keys; the reason when it was there before.
pub(super) fn once<K: Hash + Eq>(seen: &mut HashSet<K>, key: K, what: &str) -> Result<(), String> {
    if seen.insert(key) { Ok(()) } else { Err(format!("{what} is there twice")) }
}
