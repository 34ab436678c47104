//! What a long command shows while it works.

use std::borrow::Cow;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

const TEMPLATE: &str = "{msg:30} [{wide_bar}] {percent:>3} % {elapsed_precise}";

/// One bar on standard error; nothing when that is no terminal.
#[derive(Debug, Clone)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar for people, hidden when nobody watches.
    pub fn new() -> Self {
        Self::on(ProgressDrawTarget::stderr_with_hz(10))
    }

    /// No bar at all, for tests and machine-readable output.
    pub fn hidden() -> Self {
        Self::on(ProgressDrawTarget::hidden())
    }

    fn on(target: ProgressDrawTarget) -> Self {
        let style = ProgressStyle::with_template(TEMPLATE).unwrap_or_else(|_| ProgressStyle::default_bar());
        Self { bar: ProgressBar::with_draw_target(Some(0), target).with_style(style.progress_chars("=> ")) }
    }

    /// Sets the work to come, in whatever unit `done` counts.
    pub(crate) fn expect(&self, total: u64) {
        self.bar.set_length(total);
        self.bar.set_position(0);
    }

    pub(crate) fn stage(&self, name: impl Into<Cow<'static, str>>) {
        self.bar.set_message(name);
    }

    pub(crate) fn done(&self, units: u64) {
        self.bar.inc(units);
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}
