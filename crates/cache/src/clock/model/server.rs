use super::{Tables, Time, Versions};

#[derive(Clone, Copy)]
pub(super) struct Message {
    pub(super) time: Time,
    pub(super) table: usize,
}

/// The shared server, as the scripts treat it.
#[derive(Default)]
pub(super) struct Server {
    pub(super) away: bool,
    pub(super) time: Time,
    pub(super) epochs: u64,
    pub(super) moved: Tables,
    pub(super) stored: Option<(Time, Versions)>,
}

impl Server {
    /// The condition of the script that stores, and of reading what it stored.
    pub(super) fn good(&self, time: Time) -> bool {
        time.epoch == self.time.epoch
            && time.seq <= self.time.seq
            && self.moved[..2].iter().all(|moved| *moved <= time.seq)
    }
}
