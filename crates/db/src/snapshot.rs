use std::str::FromStr;

/// More transactions than this between two looks are not told apart.
const TOO_MANY: u64 = 100_000;

/// Which transactions had ended at one moment, as `pg_current_snapshot()` says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Every transaction below this had ended.
    pub xmin: u64,
    /// No transaction from this on had ended.
    pub xmax: u64,
    /// Those in between that had not.
    pub running: Vec<u64>,
}

/// A text that is no snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no snapshot")]
pub struct NoSnapshot;

impl FromStr for Snapshot {
    type Err = NoSnapshot;

    fn from_str(text: &str) -> Result<Self, NoSnapshot> {
        let mut parts = text.split(':');
        let number = |part: Option<&str>| part.and_then(|part| part.parse().ok()).ok_or(NoSnapshot);
        let (xmin, xmax) = (number(parts.next())?, number(parts.next())?);
        let running = parts.next().ok_or(NoSnapshot)?.split(',').filter(|part| !part.is_empty());
        let running = running.map(|part| number(Some(part))).collect::<Result<_, _>>()?;
        Ok(Self { xmin, xmax, running })
    }
}

impl Snapshot {
    fn ended(&self, transaction: u64) -> bool {
        transaction < self.xmax && !self.running.contains(&transaction)
    }

    /// The transactions that ended after `before` was taken and before this was; none when they are too many
    /// to tell.
    pub fn ended_since(&self, before: &Self) -> Option<Vec<u64>> {
        if self.xmax.saturating_sub(before.xmax) > TOO_MANY {
            return None;
        }
        let candidates = before.running.iter().copied().chain(before.xmax..self.xmax);
        Some(candidates.filter(|transaction| self.ended(*transaction)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ended_between_two_moments_is_told() {
        let before: Snapshot = "10:14:10,12".parse().unwrap();
        let now: Snapshot = "12:17:12,15".parse().unwrap();
        assert_eq!(now.ended_since(&before), Some(vec![10, 14, 16]));
        assert_eq!(now.ended_since(&now), Some(vec![]));
        assert_eq!("5:5:".parse(), Ok(Snapshot { xmin: 5, xmax: 5, running: vec![] }));
        assert_eq!("5:x:".parse::<Snapshot>(), Err(NoSnapshot));
        let far = Snapshot { xmin: 0, xmax: 1_000_000, running: vec![] };
        assert_eq!(far.ended_since(&before), None);
    }
}
