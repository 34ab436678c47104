//! The tables as the loaders write them: one struct per table, its fields named after the columns.

use std::borrow::Cow;

use chrono::{DateTime, Utc};

use crate::copy::Field;

pub(crate) mod choices;
pub(crate) mod feedback;
pub(crate) mod loyalty;
pub(crate) mod money;
pub(crate) mod notices;
pub(crate) mod orders;
pub(crate) mod packages;
pub(crate) mod people;

pub(crate) type Text = Cow<'static, str>;
pub(crate) type Time = DateTime<Utc>;

/// A number with one decimal, as ratings are stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tenths(pub i64);

impl Field for Tenths {
    fn encode(&self, out: &mut Vec<u8>) {
        (self.0 / 10).encode(out);
        out.push(b'.');
        (self.0 % 10).encode(out);
    }
}

/// A random identifier, given by the loader so that the same load gives the same rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Uuid(pub u128);

impl Field for Uuid {
    fn encode(&self, out: &mut Vec<u8>) {
        // Version 4, variant 1: what the column's own default makes.
        let bits = self.0 & !(0xf << 76) & !(0x3 << 62) | (0x4 << 76) | (0x2 << 62);
        out.extend_from_slice(format!("{bits:032x}").as_bytes());
    }
}

/// A column's name; raw identifiers lose their mark.
pub(crate) const fn column(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// Defines row structs and their COPY lines from one list, so that columns and values cannot drift apart.
macro_rules! rows {
    ($($(#[$meta:meta])* $name:ident: $table:literal { $($field:ident: $type:ty),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub(crate) struct $name {
            $(pub $field: $type),+
        }

        impl $crate::copy::Row for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$($crate::rows::column(stringify!($field))),+];

            fn encode(&self, out: &mut Vec<u8>) {
                $(
                    $crate::copy::Field::encode(&self.$field, out);
                    out.push(b'\t');
                )+
                if let Some(last) = out.last_mut() {
                    *last = b'\n';
                }
            }
        }
    )+};
}
pub(crate) use rows;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::copy::Row;

    rows! {
        Sample: "samples" { id: i64, r#type: Text, note: Option<Text> }
    }

    #[test]
    fn a_line_follows_the_columns() {
        let row = Sample { id: 7, r#type: "a\tb".into(), note: None };
        let mut out = Vec::new();
        row.encode(&mut out);

        assert_eq!(Sample::COLUMNS, ["id", "type", "note"]);
        assert_eq!(String::from_utf8(out).unwrap(), "7\ta\\tb\t\\N\n");
    }

    #[test]
    fn ratings_have_one_decimal_and_identifiers_a_version() {
        let mut out = Vec::new();
        Tenths(45).encode(&mut out);
        Uuid(u128::MAX).encode(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "4.5ffffffffffff4fffbfffffffffffffff");
    }
}
