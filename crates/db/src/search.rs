//! What people type into a search box, as conditions.

use sea_orm::{
    ExprTrait, IntoSimpleExpr,
    sea_query::{Expr, extension::postgres::PgExpr},
};

/// Every word of `query` begins a word of `text`, in any case. A query without a word matches nothing.
///
/// In the words of the indexes over `to_tsvector('simple', …)`, so that they serve where there is one.
pub fn has_words(text: impl IntoSimpleExpr, query: &str) -> Expr {
    Expr::cust_with_exprs(
        "to_tsvector('simple', $1) @@ to_tsquery('simple', $2)",
        [text.into_simple_expr(), Expr::val(prefixes(query))],
    )
}

/// How well `text` fits `query` (see [`has_words`]): `ts_rank`, so a number without a unit.
pub fn rank(text: impl IntoSimpleExpr, query: &str) -> Expr {
    Expr::cust_with_exprs(
        "ts_rank(to_tsvector('simple', $1), to_tsquery('simple', $2))",
        [text.into_simple_expr(), Expr::val(prefixes(query))],
    )
}

/// `text` contains `part`, in any case.
pub fn contains(text: impl IntoSimpleExpr, part: &str) -> Expr {
    text.into_simple_expr().ilike(format!("%{}%", literal(part)))
}

/// `text` begins with `part`, exactly as written.
pub fn starts_with(text: impl IntoSimpleExpr, part: &str) -> Expr {
    text.into_simple_expr().like(format!("{}%", literal(part)))
}

/// The words of a query.
pub fn words(query: &str) -> impl Iterator<Item = &str> {
    query.split_whitespace()
}

/// The words of a query as `to_tsquery` takes them, each as the beginning of a word. Quoted, a word may hold the
/// operators of the search language.
pub fn prefixes(query: &str) -> String {
    let word = |word: &str| format!("'{}':*", word.replace('\\', r"\\").replace('\'', "''"));
    words(query).map(word).collect::<Vec<_>>().join(" & ")
}

/// The wildcards of a pattern stand for themselves.
fn literal(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_and_wildcards_are_plain_text() {
        assert_eq!(prefixes(" ann  o'neil "), "'ann':* & 'o''neil':*");
        assert_eq!(prefixes(r"a|b !c \"), r"'a|b':* & '!c':* & '\\':*");
        assert_eq!(prefixes("  "), "");
        assert_eq!(literal(r"50%_\"), r"50\%\_\\");
    }
}
