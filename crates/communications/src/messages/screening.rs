//! What clients and writers may not tell each other: where to reach them, and files elsewhere.

/// What stands where something was taken out.
const REMOVED: &str = "*****";
/// Fewer digits are a price or a year; dates have eight.
const FEWEST_DIGITS: usize = 9;
/// Endings of addresses that lead to a file.
const FILES: [&str; 6] = ["pdf", "docx", "xlsx", "zip", "rar", "ppt"];

/// A text as the others may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Screened {
    pub(crate) text: String,
    /// What was taken out, and links that were left.
    pub(crate) matched: Vec<String>,
    /// The first link that was left.
    pub(crate) link: Option<Link>,
    /// Whether anything was taken out.
    pub(crate) is_restricted: bool,
}

/// An address that nobody has approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) url: String,
    pub(crate) domain: String,
}

/// A part of the text, from a byte to a byte.
type Span = (usize, usize);

/// Takes out what may not be told. `words` are in lower case.
///
/// What is taken out can leave something that only then reads like an address, so the rest is looked at again.
pub(crate) fn screen(text: &str, words: &[String]) -> Screened {
    let (mut text, mut matched) = (text.to_owned(), Vec::new());
    loop {
        let (removed, left) = look(&text, words);
        if removed.is_empty() {
            let left = left.iter().map(|(from, to)| text[*from..*to].to_owned());
            let (is_restricted, first) = (!matched.is_empty(), matched.len());
            matched.extend(left);
            let link = matched.get(first).map(|url| link(url));
            return Screened { text, matched, link, is_restricted };
        }
        matched.extend(removed.iter().map(|(from, to)| text[*from..*to].to_owned()));
        text = without(&text, &removed);
    }
}

/// What has to go, and the links that may stay.
fn look(text: &str, words: &[String]) -> (Vec<Span>, Vec<Span>) {
    let links = links(text);
    let (files, others): (Vec<Span>, Vec<Span>) =
        links.iter().partition(|(from, to)| leads_to_file(&text[*from..*to]));
    let inside = |(from, to): &Span| others.iter().any(|(start, end)| start <= from && to <= end);
    let mut removed = files;
    removed.extend(addresses(text));
    // An address of a page may hold any number of digits.
    removed.extend(numbers(text).into_iter().filter(|span| !inside(span)));
    // Whatever goes has letters or digits, and what stands for it has none: this comes to an end.
    let words = words.iter().filter(|word| word.contains(char::is_alphanumeric));
    removed.extend(words.flat_map(|word| whole_words(text, word)));
    (merged(removed), others)
}

/// The first link of a text, whoever wrote it.
pub(crate) fn first_link(text: &str) -> Option<Link> {
    links(text).first().map(|(from, to)| link(&text[*from..*to]))
}

fn link(url: &str) -> Link {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    Link { url: url.to_owned(), domain: host.split(':').next().unwrap_or_default().to_lowercase() }
}

/// The words between spaces, without punctuation around them.
fn tokens(text: &str) -> impl Iterator<Item = Span> {
    text.split_whitespace().map(|word| {
        let from = word.as_ptr() as usize - text.as_ptr() as usize;
        let start = word.len() - word.trim_start_matches(['(', '<', '[', '"', '\'']).len();
        let end = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '>', ']', '"', '\'']).len();
        (from + start, from + end.max(start))
    })
}

fn links(text: &str) -> Vec<Span> {
    let is_link = |token: &str| {
        let token = token.to_ascii_lowercase();
        let begins = ["http://", "https://", "www."].iter().any(|start| token.starts_with(start));
        begins || (leads_to_file(&token) && token.split('/').next().is_some_and(|host| host.contains('.')))
    };
    // A scheme may follow a word without a space.
    let begin = |(from, to): Span| {
        let lower = text[from..to].to_ascii_lowercase();
        let at = ["http://", "https://"].iter().filter_map(|scheme| lower.find(scheme)).min();
        (from + at.unwrap_or(0), to)
    };
    tokens(text).map(begin).filter(|(from, to)| is_link(&text[*from..*to])).collect()
}

fn leads_to_file(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit_once('/').and_then(|(_, name)| name.rsplit_once('.'));
    name.is_some_and(|(_, ending)| FILES.contains(&ending.to_ascii_lowercase().as_str()))
}

/// E-mail addresses: letters on both sides of an `@`, and a dot on the right.
fn addresses(text: &str) -> Vec<Span> {
    let is_local = |letter: char| letter.is_alphanumeric() || "._%+-".contains(letter);
    let is_host = |letter: char| letter.is_alphanumeric() || ".-".contains(letter);
    let span = |at: usize| {
        let local = text[..at].len() - text[..at].trim_end_matches(is_local).len();
        let rest = &text[at + 1..];
        let host = rest[..rest.len() - rest.trim_start_matches(is_host).len()].trim_end_matches(['.', '-']);
        // Digits behind the letters may be a number that is taken out.
        let is_top = |label: &str| label.chars().take_while(|letter| !letter.is_numeric()).count() >= 2;
        let good = local > 0 && !host.starts_with('.') && host.split('.').skip(1).any(is_top);
        good.then_some((at - local, at + 1 + host.len()))
    };
    text.match_indices('@').filter_map(|(at, _)| span(at)).collect()
}

/// Telephone numbers: nine digits and more, with at most two other signs between two of them. A day such as
/// 2026-01-31 is none, and ends one.
fn numbers(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut run, mut digits, mut between): (Option<Span>, usize, usize) = (None, 0, 0);
    let mut close = |run: &mut Option<Span>, digits: &mut usize| {
        found.extend(run.take().filter(|_| *digits >= FEWEST_DIGITS));
        *digits = 0;
    };
    let mut skip = 0;
    for (at, letter) in text.char_indices() {
        if at < skip {
            continue;
        }
        if letter.is_ascii_digit() && digits == 0 && is_day(&text[at..]) {
            skip = at + "2026-01-31".len();
        } else if letter.is_ascii_digit() {
            run = Some((run.map_or(at, |(from, _)| from), at + 1));
            (digits, between) = (digits + 1, 0);
        } else if run.is_some() && between < 2 && " -.()/".contains(letter) {
            between += 1;
        } else {
            close(&mut run, &mut digits);
            between = 0;
        }
    }
    close(&mut run, &mut digits);
    // The sign of the country belongs to it.
    let plus = |(from, to): Span| (from - usize::from(text[..from].ends_with('+')), to);
    found.into_iter().map(plus).collect()
}

fn is_day(text: &str) -> bool {
    let shape = b"dddd-dd-dd";
    let fits =
        |(letter, shape): (&u8, &u8)| if *shape == b'd' { letter.is_ascii_digit() } else { letter == shape };
    let next = text.as_bytes().get(shape.len());
    text.len() >= shape.len()
        && text.as_bytes().iter().zip(shape).all(fits)
        && next.is_none_or(|next| !next.is_ascii_digit())
}

/// Where `word` stands by itself, in any case.
fn whole_words(text: &str, word: &str) -> Vec<Span> {
    let letters: Vec<char> = word.chars().collect();
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let end = |from: usize| {
        let mut rest = text[from..].char_indices();
        for expected in &letters {
            let (_, letter) = rest.next()?;
            if !letter.to_lowercase().eq(expected.to_lowercase()) {
                return None;
            }
        }
        Some(rest.next().map_or(text.len(), |(at, _)| from + at))
    };
    let stands = |from: usize| {
        let to = end(from)?;
        let alone = !is_part(text[..from].chars().next_back()) && !is_part(text[to..].chars().next());
        alone.then_some((from, to))
    };
    if letters.is_empty() {
        Vec::new()
    } else {
        text.char_indices().filter_map(|(at, _)| stands(at)).collect()
    }
}

/// The spans in order, those that touch as one.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::new();
    for (from, to) in spans {
        match apart.last_mut() {
            Some((_, end)) if from < *end => *end = to.max(*end),
            _ => apart.push((from, to)),
        }
    }
    apart
}

fn without(text: &str, removed: &[Span]) -> String {
    let mut left = String::with_capacity(text.len());
    let mut at = 0;
    for (from, to) in removed {
        left.push_str(&text[at..*from]);
        left.push_str(REMOVED);
        at = *to;
    }
    left.push_str(&text[at..]);
    left
}

#[cfg(test)]
mod tests;
