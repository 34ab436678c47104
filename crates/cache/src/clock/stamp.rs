use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering::SeqCst},
};

/// When one tag last moved, in both dimensions.
#[derive(Debug, Default)]
pub(crate) struct Cell {
    pub(crate) shared: AtomicU64,
    pub(crate) local: AtomicU64,
}

/// The tags of one answer and the times they are compared with.
#[derive(Clone, Debug)]
pub(crate) struct Stamp {
    pub(crate) cells: Arc<[Arc<Cell>]>,
    pub(crate) epoch: u64,
    /// The shared time before the first statement.
    pub(crate) s0: u64,
    /// The process's own time before it.
    pub(crate) l0: u64,
}

impl Stamp {
    /// Which of the tags moved since; none when the whole clock began anew.
    pub(crate) fn moved(&self) -> Option<usize> {
        let moved =
            |cell: &Arc<Cell>| cell.shared.load(SeqCst) > self.s0 || cell.local.load(SeqCst) > self.l0;
        self.cells.iter().position(moved)
    }

    /// Whether it was made at an earlier time of the same clock than `other`.
    pub(crate) fn is_before(&self, other: &Self) -> bool {
        self.epoch == other.epoch && (self.s0, self.l0) < (other.s0, other.l0)
    }

    /// The stamp of an answer of the same tags that another process loaded at `s0` of `epoch`.
    ///
    /// `self` was made before the answer was asked for, so that its cells hear of everything that moves after
    /// the shared clock was compared; cells of another epoch hear of nothing.
    pub(crate) fn of_other(&self, epoch: u64, s0: u64) -> Option<Self> {
        (self.epoch == epoch).then(|| Self { s0, ..self.clone() })
    }
}
