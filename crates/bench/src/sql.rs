//! Hears how long each statement of the program takes, as the program itself measures it.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tracing::{
    Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer, Registry,
    filter::filter_fn,
    layer::{Context, SubscriberExt as _},
};

/// A statement that was run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statement {
    pub(crate) sql: String,
    pub(crate) millis: f64,
}

/// The statements run since somebody asked last.
#[derive(Clone, Default)]
pub(crate) struct Recorder {
    statements: Arc<Mutex<Vec<Statement>>>,
}

impl Recorder {
    pub(crate) fn install() -> anyhow::Result<Self> {
        let recorder = Self::default();
        let own =
            |metadata: &Metadata<'_>| metadata.target() == "tally::sql" && *metadata.level() == Level::TRACE;
        tracing::subscriber::set_global_default(
            Registry::default().with(recorder.clone().with_filter(filter_fn(own))),
        )?;
        Ok(recorder)
    }

    pub(crate) fn take(&self) -> Vec<Statement> {
        std::mem::take(&mut *self.statements.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<S: Subscriber> Layer<S> for Recorder {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut statement = Statement::default();
        event.record(&mut statement);
        self.statements.lock().unwrap_or_else(PoisonError::into_inner).push(statement);
    }
}

impl Visit for Statement {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "sql" {
            value.clone_into(&mut self.sql);
        }
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "micros" {
            self.millis = Duration::from_micros(value).as_secs_f64() * 1e3;
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}
