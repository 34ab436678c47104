//! Columns that hold one word of a fixed list.

use sea_orm::{ActiveEnum, IntoSimpleExpr, sea_query::Expr};

/// Makes an enum of a column's words.
///
/// The database, JSON, `as_str`, `Display` and `FromStr` all use the word that stands beside the
/// variant, so it is written once. The text after the name is the type of the column.
macro_rules! words {
    (
        $(#[$about:meta])*
        pub enum $name:ident: $column:literal { $($variant:ident = $word:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            sea_orm::EnumIter, sea_orm::DeriveActiveEnum, serde::Serialize, serde::Deserialize,
        )]
        #[sea_orm(rs_type = "String", db_type = $column)]
        pub enum $name {
            $(
                #[sea_orm(string_value = $word)]
                #[serde(rename = $word)]
                $variant,
            )+
        }

        impl $name {
            /// Every word the column may hold.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word, as the database and JSON write it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(crate::UnknownWord),
                }
            }
        }
    };
}

pub(crate) use words;

/// `column IN ('a', 'b')`, with the words as literals: a partial index that has the same words in its
/// condition is of no use to a statement that binds them.
pub(crate) fn one_of<W: ActiveEnum<Value = String>>(column: impl IntoSimpleExpr, words: &[W]) -> Expr {
    let words: Vec<_> = words.iter().map(|word| format!("'{}'", word.to_value())).collect();
    Expr::cust_with_expr(format!("$1 IN ({})", words.join(", ")), column.into_simple_expr())
}

/// A word that the column never holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord;

impl std::fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("unknown word")
    }
}

impl std::error::Error for UnknownWord {}

#[cfg(test)]
mod tests {
    use sea_orm::ActiveEnum;

    use crate::OrderStatus;

    #[test]
    fn database_json_and_text_agree_on_every_word() {
        assert_eq!(OrderStatus::ALL.len(), 34);
        for status in OrderStatus::ALL {
            let word = status.as_str();
            assert_eq!(status.to_value(), word);
            assert_eq!(serde_json::to_value(status).unwrap(), word);
            assert_eq!(word.parse(), Ok(*status));
        }
    }

    #[test]
    fn an_unknown_word_is_refused() {
        assert!("Draft".parse::<OrderStatus>().is_err());
        assert!(serde_json::from_str::<OrderStatus>("\"deleted\"").is_err());
    }
}
