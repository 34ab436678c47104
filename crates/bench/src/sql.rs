//! Hears which statements the program runs, with their values, so that one of them can be run again alone.

use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::{DatabaseConnection, Statement};

/// The statements run since somebody asked last.
#[derive(Clone, Default)]
pub(crate) struct Recorder {
    statements: Arc<Mutex<Vec<Statement>>>,
}

impl Recorder {
    /// A recorder of every statement on `db`, whose own meter it replaces.
    pub(crate) fn on(db: &mut DatabaseConnection) -> Self {
        let recorder = Self::default();
        let heard = recorder.clone();
        db.set_metric_callback(move |info| heard.lock().push(info.statement.clone()));
        recorder
    }

    pub(crate) fn take(&self) -> Vec<Statement> {
        std::mem::take(&mut *self.lock())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Statement>> {
        self.statements.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
