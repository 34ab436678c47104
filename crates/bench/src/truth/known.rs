use serde_json::{Value, json};

use super::{json as ask, number};
use crate::app::Bench;

/// Where a figure stands in an answer, and what it is.
const ANSWERED: &[(&str, &[(&str, f64)])] = &[
    (
        "/api/v1/admin-management/dashboard/",
        &[
            ("/total_orders", 98_203.0),
            ("/stats/completed_orders", 95_986.0),
            ("/payment_stats/total_payments", 102_568.0),
            ("/payment_stats/total_amount", 15_758_120.20),
            ("/total_clients", 94_975.0),
            ("/total_writers", 3_095.0),
        ],
    ),
    (
        "/api/v1/admin-management/orders/installment-tracking/",
        &[
            ("/statistics/total_installments", 292_644.0),
            ("/statistics/paid", 230_303.0),
            ("/statistics/unpaid", 56_359.0),
            ("/statistics/overdue", 5_982.0),
            ("/statistics/total_due", 2_926_239.89),
        ],
    ),
    (
        "/api/v1/admin-management/reviews/analytics/",
        &[
            ("/summary/total_reviews/total", 97_962.0),
            ("/summary/total_reviews/order", 97_962.0),
            ("/summary/average_rating", 4.1),
        ],
    ),
    (
        "/api/v1/superadmin-management/dashboard/",
        &[("/total_refunds", 110_313.25), ("/total_orders", 98_203.0)],
    ),
];

/// What no screen shows by itself, asked of the tables: the figure in whole numbers.
const STORED: &[(&str, i64)] = &[
    ("SELECT count(*) FROM payments WHERE method = 'credit_card'", 75_906),
    ("SELECT sum(amount_cents)::bigint FROM payments WHERE method = 'credit_card'", 1_237_019_912),
    ("SELECT round(avg(rating) * 1000000)::bigint FROM reviews", 4_103_959),
    ("SELECT count(*) FROM refunds", 501),
];

pub(super) async fn compare(bench: &Bench) -> anyhow::Result<Vec<String>> {
    let mut differences = Vec::new();
    for (path, figures) in ANSWERED {
        let answer = ask(bench, &bench.token, path).await?;
        for (pointer, expected) in *figures {
            let found = answer.pointer(pointer).and_then(Value::as_f64);
            println!("{path}{pointer} = {}", found.map_or(json!(null), |found| json!(found)));
            if found != Some(*expected) {
                differences.push(format!("{path} {pointer} is {found:?}, not {expected}"));
            }
        }
    }
    for (sql, expected) in STORED {
        let found = number(&bench.db, sql).await?;
        println!("{sql} = {found}");
        if found != *expected {
            differences.push(format!("{sql} is {found}, not {expected}"));
        }
    }
    Ok(differences)
}
