//! Client A never sees client B: whatever is asked in whatever way, no answer holds a mark of somebody else.

mod marks;

use serde_json::Value;
use tally_entity::Role;
use tally_testkit::{TestApp, is_soak};

use self::marks::{Marked, plant};
use crate::contract::operations::{Operation, operations};

/// What the names of parameters have in them that take a day.
const TIMES: [&str; 4] = ["date", "_from", "_to", "deadline__"];
const FEW: u32 = 1_500;
const MANY: u32 = 10_000;

/// Numbers that follow from a seed, so that a failure can be had again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).expect("a small number")
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len())]
    }
}

/// What clients are answered; streams end only with their reader.
fn readable() -> Vec<Operation> {
    let all = operations().into_iter();
    all.filter(|operation| operation.method == "GET" && operation.access.answers(Role::Client))
        .filter(|operation| !operation.path.contains("stream"))
        .collect()
}

/// An id of anybody's rows, or of none.
fn id(dice: &mut Dice, clients: &[Marked]) -> i64 {
    let ids = &dice.pick(clients).ids;
    if dice.roll(10) == 0 { 987_654_321 } else { *dice.pick(ids) }
}

fn value(dice: &mut Dice, clients: &[Marked], parameter: &Value) -> String {
    let kind = parameter["schema"].to_string();
    let name = parameter["name"].as_str().expect("a name");
    // Mostly something that is understood: a refusal says little.
    if dice.roll(5) > 0 && TIMES.iter().any(|time| name.contains(time)) {
        return (*dice.pick(&["2026-01-01", "2026-04-10", "2026-06-01"])).to_owned();
    }
    if kind.contains("integer") || kind.contains("number") {
        return id(dice, clients).to_string();
    }
    if kind.contains("boolean") {
        return (*dice.pick(&["true", "false"])).to_owned();
    }
    let marked = dice.pick(clients);
    match dice.roll(4) {
        0 => id(dice, clients).to_string(),
        1 => (*dice.pick(&["pending", "completed", "2026-01-01", "-created_at", "order"])).to_owned(),
        _ => dice.pick(&marked.words).clone(),
    }
}

fn address(dice: &mut Dice, clients: &[Marked], operation: &Operation) -> String {
    let kinds = ["website-reviews", "writer-reviews", "order-reviews"];
    let part = |part: &str, dice: &mut Dice| match part {
        "{kind}" => (*dice.pick(&kinds)).to_owned(),
        part if part.starts_with('{') => id(dice, clients).to_string(),
        part => part.to_owned(),
    };
    let parts: Vec<_> = operation.path.split('/').map(|name| part(name, dice)).collect();
    let mut query = Vec::new();
    for parameter in operation.parameters.iter().filter(|parameter| parameter["in"] == "query") {
        let needed = parameter["required"] == true;
        if dice.roll(if needed { 1 } else { 6 }) == 0 {
            let name = parameter["name"].as_str().expect("a name").to_owned();
            query.push((name, value(dice, clients, parameter)));
        }
    }
    let query: Vec<_> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{}?{}", parts.join("/"), query.join("&"))
}

/// Everything an answer says, but for what repeats the question.
fn said(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            let said_so = members
                .iter()
                .filter(|(name, _)| !["next", "previous", "instance", "query"].contains(&name.as_str()));
            for (name, member) in said_so {
                found.push(name.clone());
                said(member, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| said(item, found)),
        Value::String(text) => found.push(text.clone()),
        Value::Number(number) => found.push(number.to_string()),
        Value::Bool(_) | Value::Null => {}
    }
}

#[tokio::test]
async fn no_answer_holds_what_is_another_clients() {
    let app = TestApp::start().await;
    let clients = plant(&app).await;
    app.sweep().await;
    let mut callers = Vec::new();
    for client in &clients {
        callers.push(app.sign_in(&client.user).await);
    }
    let (operations, mut dice) = (readable(), Dice(0xC11E_4715));
    let requests = if is_soak() { MANY } else { FEW };
    let (mut answered, mut own, mut leaks) = (0_u32, 0_u32, Vec::new());
    for _ in 0..requests {
        let (me, operation) = (dice.roll(clients.len()), dice.pick(&operations));
        let address = address(&mut dice, &clients, operation);
        let reply = callers[me].send_raw(operation.method.clone(), &address, None, "".into()).await;
        assert!(reply.status.as_u16() < 500, "{address}: {}", reply.json());
        let mut texts = Vec::new();
        said(reply.json(), &mut texts);
        let has = |mark: &String| texts.iter().any(|text| text.contains(mark.as_str()));
        let ok = reply.status.is_success();
        answered += u32::from(ok);
        own += u32::from(ok && clients[me].marks.iter().any(has));
        for (_, other) in clients.iter().enumerate().filter(|(at, _)| *at != me) {
            // A refusal may say what it was asked.
            let marks = other.marks.iter().filter(|mark| ok || !address.contains(mark.as_str()));
            leaks.extend(marks.filter(|mark| has(mark)).map(|mark| format!("{address}: {mark}")));
        }
    }
    println!(
        "{requests} requests to {} operations, {answered} answered, {own} with the caller's own marks, {} leaks",
        operations.len(),
        leaks.len()
    );
    assert_eq!(leaks, Vec::<String>::new());
    // Most ids are of other tables or people.
    assert!(answered * 3 > requests, "only {answered} of {requests} were answered");
    assert!(own * 15 > requests, "the marks were seen in {own} answers only");
}
