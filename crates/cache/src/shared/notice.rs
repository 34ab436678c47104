use crate::{clock::Time, shared::names::unhex};

/// Which answer was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) time: Time,
    /// When it was loaded: its name among those of the same time.
    pub(crate) loaded_ms: i64,
}

/// A message on the channel.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Notice<'a> {
    /// Tags moved.
    Moved(Time, Vec<&'a str>),
    /// The heartbeat of a process: the time of the clock, and its own time when it sent it, in milliseconds.
    Tick(Time, &'a str, u64),
    /// The clock began anew.
    Epoch(Time),
    /// A load that others may wait for has ended; and the process that stored its answer for all, and which that is.
    Done([u8; 32], Option<(&'a str, Told)>),
    /// This process asks all to count from nothing again.
    Reset(&'a str),
}

impl<'a> Notice<'a> {
    /// Reads what the scripts send: a word and its fields, and the tags on lines of their own. What another
    /// version of the program sends is nothing.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (head, tail) = text.split_once('\n').unwrap_or((text, ""));
        let mut words = head.split(' ');
        let word = words.next()?;
        if word == "done" {
            let address = unhex(words.next()?)?;
            let Some(node) = words.next() else { return Some(Self::Done(address, None)) };
            // Another version of the program does not say which: no answer here is that one.
            let mut word = || words.next().unwrap_or("0");
            let time = Time { epoch: word().parse().ok()?, seq: word().parse().ok()? };
            let loaded_ms = word().parse().ok()?;
            return Some(Self::Done(address, Some((node, Told { time, loaded_ms }))));
        }
        if word == "reset" {
            return words.next().map(Self::Reset);
        }
        let time = Time { epoch: words.next()?.parse().ok()?, seq: words.next()?.parse().ok()? };
        match word {
            "moved" => Some(Self::Moved(time, tail.split('\n').collect())),
            "tick" => Some(Self::Tick(time, words.next()?, words.next()?.parse().ok()?)),
            "epoch" => Some(Self::Epoch(time)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shared::names::hex;

    #[test]
    fn notices_are_read_and_unknown_ones_are_nothing() {
        let time = Time { epoch: 9, seq: 4 };
        assert_eq!(Notice::parse("moved 9 4\na\nb/c=1"), Some(Notice::Moved(time, vec!["a", "b/c=1"])));
        assert_eq!(Notice::parse("tick 9 4 me 17"), Some(Notice::Tick(time, "me", 17)));
        assert_eq!(Notice::parse("epoch 9 4"), Some(Notice::Epoch(time)));
        let done = format!("done {}", hex([7; 32]));
        assert_eq!(Notice::parse(&done), Some(Notice::Done([7; 32], None)));
        let told = Told { time, loaded_ms: 1_700 };
        let stored = format!("{done} me 9 4 1700");
        assert_eq!(Notice::parse(&stored), Some(Notice::Done([7; 32], Some(("me", told)))));
        assert_eq!(Notice::parse("reset me"), Some(Notice::Reset("me")));
        let unsaid = Told { time: Time { epoch: 0, seq: 0 }, loaded_ms: 0 };
        let old = format!("{done} me");
        assert_eq!(Notice::parse(&old), Some(Notice::Done([7; 32], Some(("me", unsaid)))));
        for other in ["", "moved", "moved x 4\na", "tick 9 4", "news 9 4", "done 00", "reset"] {
            assert_eq!(Notice::parse(other), None, "{other}");
        }
    }
}
