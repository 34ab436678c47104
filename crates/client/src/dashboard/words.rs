/// Who does what nobody did.
pub(super) const SYSTEM: &str = "System";

/// A word of a column as people read it: `in_progress` is `In Progress`.
pub(super) fn in_words(word: &str) -> String {
    let capitalised = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    word.split('_').filter_map(capitalised).collect::<Vec<_>>().join(" ")
}
