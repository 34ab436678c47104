/// A word of a column as people read it: `awaiting_response` is `Awaiting Response`.
pub(crate) fn title(word: &str) -> String {
    let capitalised = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    word.split('_').filter_map(capitalised).collect::<Vec<_>>().join(" ")
}
