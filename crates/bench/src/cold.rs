//! Answers that nobody has kept, and the combined statements against the single counts they replace.

use std::time::Instant;

use sea_orm::{ConnectionTrait as _, DatabaseConnection};

use crate::{
    app::Bench,
    client::Client,
    figures::{Figures, median},
    sql::Recorder,
};

const TURNS: usize = 9;

/// A screen, the word that its figure statement alone contains, and the counts which that replaces.
struct Screen {
    name: &'static str,
    path: &'static str,
    target_ms: f64,
    replaces: Option<(&'static str, fn() -> Vec<String>)>,
}

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
        replaces: Some(("\"rating\"", review_counts)),
    },
    Screen {
        name: "installment tracking",
        path: "/api/v1/admin-management/orders/installment-tracking/",
        target_ms: 120.0,
        replaces: Some(("FILTER", installment_counts)),
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

pub(crate) async fn measure(bench: &Bench, recorder: &Recorder, figures: &mut Figures) -> anyhow::Result<()> {
    let mut client = Client::connect(bench.addr, &bench.token).await?;
    for screen in SCREENS {
        let (mut whole, mut combined, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..TURNS {
            bench.touch().await?;
            drop(recorder.take());
            let started = Instant::now();
            let answer = client.get(screen.path).await?;
            whole.push(started.elapsed().as_secs_f64() * 1e3);
            anyhow::ensure!(answer.head.contains("fwd=miss"), "{} is not cold: {}", screen.name, answer.head);
            if let Some((word, counts)) = screen.replaces {
                let ran = recorder.take();
                let statement = ran.iter().filter(|statement| statement.sql.contains("FILTER"));
                let statement =
                    statement.filter(|statement| statement.sql.contains(word)).collect::<Vec<_>>();
                let [statement] = statement[..] else {
                    anyhow::bail!("{}: not one figure statement, but {}", screen.name, statement.len())
                };
                ratios.push(one_by_one(&bench.db, &counts()).await? / statement.millis);
                combined.push(statement.millis);
            }
        }
        figures.at_most(format!("{}, cold", screen.name), median(whole), "ms", screen.target_ms);
        if let Some((_, counts)) = screen.replaces {
            figures.note(format!("{}: its figure statement", screen.name), median(combined), "ms");
            let what = format!("{}: times faster than {} counts", screen.name, counts().len());
            figures.at_least(what, median(ratios), "×", 1.8);
        }
    }
    Ok(())
}

/// Milliseconds of the statements one after the other.
async fn one_by_one(db: &DatabaseConnection, statements: &[String]) -> anyhow::Result<f64> {
    let started = Instant::now();
    for sql in statements {
        db.query_one_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, sql.as_str())).await?;
    }
    Ok(started.elapsed().as_secs_f64() * 1e3)
}
