use std::fmt::Display;

/// One line of the table.
struct Figure {
    what: String,
    measured: f64,
    unit: &'static str,
    target: Option<Target>,
}

#[derive(Clone, Copy)]
enum Target {
    AtMost(f64),
    AtLeast(f64),
}

/// What was measured, and what it should be.
#[derive(Default)]
pub(crate) struct Figures {
    figures: Vec<Figure>,
}

impl Figures {
    /// Notes a figure without a target.
    pub(crate) fn note(&mut self, what: impl Display, measured: f64, unit: &'static str) {
        self.add(what, measured, unit, None);
    }

    /// Notes a figure that must not be larger.
    pub(crate) fn at_most(&mut self, what: impl Display, measured: f64, unit: &'static str, target: f64) {
        self.add(what, measured, unit, Some(Target::AtMost(target)));
    }

    /// Notes a figure that must not be smaller.
    pub(crate) fn at_least(&mut self, what: impl Display, measured: f64, unit: &'static str, target: f64) {
        self.add(what, measured, unit, Some(Target::AtLeast(target)));
    }

    fn add(&mut self, what: impl Display, measured: f64, unit: &'static str, target: Option<Target>) {
        let figure = Figure { what: what.to_string(), measured, unit, target };
        eprintln!("{}", figure.line());
        self.figures.push(figure);
    }

    /// Prints the table.
    ///
    /// # Errors
    /// When a target is missed.
    pub(crate) fn verdict(&self) -> anyhow::Result<()> {
        println!("| figure | measured | target |\n|---|---:|---:|");
        for figure in &self.figures {
            println!("{}", figure.line());
        }
        let missed = self.figures.iter().filter(|figure| !figure.holds()).count();
        anyhow::ensure!(missed == 0, "{missed} target(s) missed");
        Ok(())
    }
}

impl Figure {
    fn holds(&self) -> bool {
        match self.target {
            None => true,
            Some(Target::AtMost(most)) => self.measured <= most,
            Some(Target::AtLeast(least)) => self.measured >= least,
        }
    }

    fn line(&self) -> String {
        let Self { what, measured, unit, target } = self;
        let target = match target {
            None => String::new(),
            Some(Target::AtMost(most)) => format!("≤ {most} {unit}"),
            Some(Target::AtLeast(least)) => format!("≥ {least} {unit}"),
        };
        let missed = if self.holds() { "" } else { " **missed**" };
        format!("| {what} | {measured:.1} {unit} | {target}{missed} |")
    }
}

/// The middle of some measurements.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
