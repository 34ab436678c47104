use serde_json::{Value, json};
use tally_insight::{CacheInsight, Kept, Warmed};

/// Prints rows under their heads, as wide as what stands in them; numbers at the right.
fn print(heads: &[&str], rows: &[Vec<String>]) {
    let mut widths: Vec<usize> = heads.iter().map(|head| head.len()).collect();
    for row in rows {
        widths.iter_mut().zip(row).for_each(|(width, cell)| *width = cell.chars().count().max(*width));
    }
    let heads: Vec<_> = heads.iter().map(ToString::to_string).collect();
    for row in std::iter::once(&heads).chain(rows) {
        let cells = row.iter().zip(&widths).map(|(cell, width)| {
            let is_number = cell.starts_with(|first: char| first.is_ascii_digit());
            if is_number { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}

fn or_dash(value: &Value) -> String {
    if value.is_null() { "-".to_owned() } else { value.to_string() }
}

pub(super) fn stats(told: &CacheInsight, as_json: bool) {
    if as_json {
        println!("{}", json!(told));
        return;
    }
    let totals = &told.totals;
    println!(
        "{} process(es) since {}: {} of {} requests hit ({} %), which saved {} statements.\n",
        told.processes,
        told.since.format("%Y-%m-%d %H:%M:%S UTC"),
        totals.hits,
        totals.total_operations,
        json!(totals.hit_rate),
        totals.saved_statements,
    );
    let asked = || told.policies.iter().filter(|row| row.loads + row.l1 + row.l2 + row.stale + row.miss > 0);
    let rows = asked().map(|row| {
        let counts = [row.l1, row.l2, row.stale, row.miss, row.collapsed, row.bypass, row.refresh, row.loads];
        let counts = counts.iter().map(ToString::to_string);
        let figures = [or_dash(&json!(row.hit_rate)), or_dash(&json!(row.load_ms.p95))];
        let verdict = json!(row.verdict).as_str().unwrap_or_default().to_owned();
        std::iter::once(row.policy.clone()).chain(counts).chain(figures).chain([verdict]).collect()
    });
    let heads = [
        "policy",
        "l1",
        "l2",
        "stale",
        "miss",
        "collapsed",
        "bypass",
        "refresh",
        "loads",
        "hit %",
        "load p95 ms",
        "verdict",
    ];
    print(&heads, &rows.collect::<Vec<_>>());
    for row in asked().filter(|row| row.advice.is_some()) {
        println!("\n{}: {}", row.policy, row.advice.as_deref().unwrap_or_default());
    }
}

pub(super) fn policies(kept: &[Kept], as_json: bool) {
    let reads = |kept: &Kept| kept.policy.reads.iter().map(ToString::to_string).collect::<Vec<_>>();
    if as_json {
        let rows = kept.iter().map(|kept| {
            let policy = kept.policy;
            json!({
                "policy": policy.name, "endpoints": kept.endpoints, "fresh_s": policy.fresh.as_secs(),
                "grace_s": policy.grace.as_secs(), "fail_safe_s": policy.fail_safe.as_secs(),
                "varies_on": kept.varies_on, "reads": reads(kept), "warm": policy.warm,
            })
        });
        println!("{}", Value::from(rows.collect::<Vec<_>>()));
        return;
    }
    let rows = kept.iter().map(|kept| {
        let policy = kept.policy;
        let seconds = [policy.fresh, policy.grace, policy.fail_safe].map(|time| time.as_secs().to_string());
        let words = [
            if policy.warm { "warm" } else { "" }.to_owned(),
            kept.varies_on.join(" "),
            reads(kept).join(" "),
        ];
        std::iter::once(policy.name.to_owned()).chain(seconds).chain(words).collect()
    });
    let heads = ["policy", "fresh", "grace", "fail-safe", "warm", "varies on", "reads"];
    print(&heads, &rows.collect::<Vec<_>>());
}

pub(super) fn warmed(done: &Warmed, as_json: bool) {
    if as_json {
        println!("{}", json!(done));
        return;
    }
    let rows = done.items.iter().map(|item| {
        let website = item.website_id.map_or_else(|| "all".to_owned(), |id| id.to_string());
        let outcome = json!(item.outcome).as_str().unwrap_or_default().to_owned();
        vec![item.policy.to_owned(), website, outcome, or_dash(&json!(item.ms))]
    });
    print(&["policy", "website", "outcome", "ms"], &rows.collect::<Vec<_>>());
    let Warmed { warmed, fresh, failed, left, .. } = done;
    println!("\n{warmed} loaded, {fresh} kept already, {failed} failed, {left} left for want of time.");
}
