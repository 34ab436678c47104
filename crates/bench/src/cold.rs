//! Answers that nobody has kept, and the combined statements against the single counts they replace.

use std::time::Instant;

use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};

use tally_testkit::WireClient;

use crate::{
    app::Bench,
    figures::{Figures, median},
};

const TURNS: usize = 9;

/// A screen and what its figure statement replaces.
struct Screen {
    name: &'static str,
    path: &'static str,
    target_ms: f64,
    replaces: Option<Replaced>,
}

/// The statements that one figure statement makes needless.
struct Replaced {
    /// A word that, beside `FILTER`, only the figure statement contains.
    word: &'static str,
    lists: &'static [List],
}

/// What they are, and how many times faster the one must be than all of them, if that is promised.
type List = (&'static str, fn() -> Vec<String>, Option<f64>);

const SCREENS: &[Screen] = &[
    Screen {
        name: "main dashboard",
        path: "/api/v1/admin-management/dashboard/",
        target_ms: 300.0,
        replaces: None,
    },
    Screen {
        name: "review analytics",
        path: "/api/v1/admin-management/reviews/analytics/",
        target_ms: 120.0,
        replaces: Some(Replaced {
            word: "\"rating\"",
            lists: &[
                ("12 counts, without averages and stars", review_counts, None),
                ("12 counts, 3 averages, 5 star counts", review_figures, Some(1.8)),
            ],
        }),
    },
    Screen {
        name: "installment tracking",
        path: "/api/v1/admin-management/orders/installment-tracking/",
        target_ms: 120.0,
        replaces: Some(Replaced {
            word: "amount_cents",
            lists: &[("5 counts", installment_counts, Some(1.8))],
        }),
    },
];

/// Five figures of the installments of orders, one statement each.
fn installment_counts() -> Vec<String> {
    let rows = "FROM installments i WHERE order_id IS NOT NULL AND cancelled_at IS NULL AND NOT EXISTS \
                (SELECT 1 FROM orders o WHERE o.id = i.order_id AND o.deleted_at IS NOT NULL)";
    vec![
        format!("SELECT count(*) {rows}"),
        format!("SELECT count(*) {rows} AND paid_at IS NOT NULL"),
        format!("SELECT count(*) {rows} AND paid_at IS NULL AND due_on >= '2018-09-01'"),
        format!("SELECT count(*) {rows} AND paid_at IS NULL AND due_on < '2018-09-01'"),
        format!("SELECT sum(amount_cents) {rows} AND paid_at IS NULL"),
    ]
}

/// Four figures of three kinds of reviews, one statement each.
fn review_counts() -> Vec<String> {
    let figures = [
        "TRUE",
        "(NOT is_approved OR is_shadowed OR is_flagged)",
        "is_approved AND NOT is_shadowed",
        "is_flagged",
    ];
    let of = |kind| {
        figures.map(|figure| format!("SELECT count(*) FROM reviews WHERE kind = '{kind}' AND {figure}"))
    };
    ["website", "writer", "order"].into_iter().flat_map(of).collect()
}

/// Everything the figure statement of the reviews answers, one statement each.
fn review_figures() -> Vec<String> {
    let kinds = ["website", "writer", "order"];
    let averages = kinds.map(|kind| format!("SELECT avg(rating) FROM reviews WHERE kind = '{kind}'"));
    let stars = (1..=5).map(|star| {
        format!("SELECT count(*) FROM reviews WHERE kind IN ('website', 'writer', 'order') AND round(rating) = {star}")
    });
    review_counts().into_iter().chain(averages).chain(stars).collect()
}

pub(crate) async fn measure(bench: &Bench, figures: &mut Figures) -> anyhow::Result<()> {
    let mut client = WireClient::connect(bench.addr, &bench.token).await?;
    for screen in SCREENS {
        let mut whole = Vec::new();
        for _ in 0..TURNS {
            bench.touch().await?;
            drop(bench.recorder.take());
            let started = Instant::now();
            let answer = client.get(screen.path).await?;
            whole.push(millis(started));
            anyhow::ensure!(answer.head.contains("fwd=miss"), "{} is not cold: {}", screen.name, answer.head);
        }
        figures.at_most(format!("{}, cold", screen.name), median(whole), "ms", screen.target_ms);
        if let Some(replaced) = &screen.replaces {
            compare(bench, screen.name, replaced, figures).await?;
        }
    }
    Ok(())
}

/// The figure statement alone against the statements it replaces, in turns.
async fn compare(
    bench: &Bench,
    name: &str,
    replaced: &Replaced,
    figures: &mut Figures,
) -> anyhow::Result<()> {
    let ran = bench.recorder.take();
    let is_it =
        |statement: &&Statement| statement.sql.contains("FILTER") && statement.sql.contains(replaced.word);
    let found: Vec<_> = ran.iter().filter(is_it).collect();
    let [combined] = found[..] else {
        anyhow::bail!("{name}: not one figure statement, but {}", found.len())
    };
    let combined = std::slice::from_ref(combined);
    for (what, list, target) in replaced.lists {
        let list: Vec<_> =
            list().into_iter().map(|sql| Statement::from_string(DbBackend::Postgres, sql)).collect();
        let (mut times, mut ratios) = (Vec::new(), Vec::new());
        for _ in 0..TURNS {
            let (one, many) = (run(&bench.db, combined).await?, run(&bench.db, &list).await?);
            times.push(one);
            ratios.push(many / one);
        }
        figures.note(format!("{name}: its figure statement alone"), median(times), "ms");
        let what = format!("{name}: times faster than {what}");
        match target {
            Some(target) => figures.at_least(what, median(ratios), "×", *target),
            None => figures.note(what, median(ratios), "×"),
        }
    }
    Ok(())
}

/// Milliseconds of the statements one after the other.
async fn run(db: &DatabaseConnection, statements: &[Statement]) -> anyhow::Result<f64> {
    let started = Instant::now();
    for statement in statements {
        db.query_all_raw(statement.clone()).await?;
    }
    Ok(millis(started))
}

fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}
