//! Nobody sees what is not his: over many generated messages and requests.

use sea_orm::Set;
use serde_json::Value;
use tally_entity::{Role, message, thread, user};
use tally_testkit::{TestApp, ago};

use super::scene::{Scene, THREADS, messages};

/// A number that looks like any other.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % bound as u64).unwrap()
    }

    fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }
}

/// What the rules say, written once more in plain words.
fn may_see(viewer: &user::Model, joined: bool, message: &message::Model) -> bool {
    if message.deleted_at.is_some() || !joined {
        return false;
    }
    let mine = message.sender_id == viewer.id || message.recipient_id == Some(viewer.id);
    let shown = mine || message.visible_to_roles.contains(&viewer.role.to_string());
    shown && !message.is_internal_note && (!message.is_hidden || message.sender_id == viewer.id)
}

#[tokio::test]
async fn clients_and_writers_see_their_own_and_nothing_else() {
    let app = TestApp::start().await;
    let scenes = [Scene::new(&app, "alpha").await, Scene::new(&app, "beta").await];
    let mut dice = Dice(11);
    let mut people: Vec<user::Model> = Vec::new();
    for s in &scenes {
        people.extend([s.client.clone(), s.writer.clone(), s.support.clone(), s.admin.clone()]);
        for role in [Role::Client, Role::Writer] {
            people.push(app.user(role, Some(s.site)).insert().await);
        }
    }
    let (mut threads, mut sent): (Vec<thread::Model>, Vec<message::Model>) = (Vec::new(), Vec::new());
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for number in 0..24 {
        let s = &scenes[number % 2];
        // An order of nobody: only those who take part see what is said about it.
        let order = app.order(s.site).insert().await;
        let thread = app.talk(&order, &[]).await;
        for person in people.iter().filter(|person| person.website_id == Some(s.site)) {
            if dice.one_in(2) {
                let left = dice.one_in(4);
                app.participant(&thread, person)
                    .set(|p| p.left_at = Set(left.then(|| ago(1, 0))))
                    .insert()
                    .await;
                if !left {
                    joined.push((thread.id.0, person.id.0));
                }
            }
        }
        let here: Vec<_> = people.iter().filter(|person| person.website_id == Some(s.site)).collect();
        for _ in 0..12 {
            let (from, to) = (here[dice.below(here.len())], here[dice.below(here.len())]);
            let marks = [dice.one_in(4), dice.one_in(5), dice.one_in(6)];
            let row = app.said(&thread, from, to).set(|m| {
                (m.is_hidden, m.is_internal_note) = (Set(marks[0]), Set(marks[1]));
                m.deleted_at = Set(marks[2].then(|| ago(0, 1)));
            });
            sent.push(row.insert().await);
        }
        threads.push(thread);
    }
    let mut asked = 0;
    for viewer in people.iter().filter(|person| matches!(person.role, Role::Client | Role::Writer)) {
        let caller = app.sign_in(viewer).await;
        let is_in = |thread: &thread::Model| joined.contains(&(thread.id.0, viewer.id.0));
        let listed = caller.get(&format!("{THREADS}?page_size=250")).await;
        let rows = listed.json()["results"].as_array().unwrap().clone();
        let expected = threads.iter().filter(|thread| is_in(thread)).count();
        assert_eq!(rows.len(), expected, "{}", viewer.username);
        assert_eq!(shown_names(&Value::Array(rows), viewer, &people), Vec::<String>::new());
        for thread in &threads {
            let reply = caller.get(&format!("{}?page_size=100", messages(thread))).await;
            asked += 1;
            if is_in(thread) {
                let mut seen: Vec<i64> = reply.json()["results"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|row| row["id"].as_i64().unwrap())
                    .collect();
                let of_thread = sent.iter().filter(|message| message.thread_id == thread.id);
                let mut may: Vec<i64> = of_thread
                    .filter(|message| may_see(viewer, true, message))
                    .map(|message| message.id.0)
                    .collect();
                seen.sort_unstable();
                may.sort_unstable();
                assert_eq!(seen, may, "{} in {}", viewer.username, thread.id);
                assert_eq!(shown_names(reply.json(), viewer, &people), Vec::<String>::new());
            } else {
                reply.assert_problem(404, "not-found");
            }
        }
        for message in sent.iter().step_by(3) {
            let thread = threads.iter().find(|thread| thread.id == message.thread_id).unwrap();
            let reply = caller.get(&format!("{}{}/", messages(thread), message.id)).await;
            let may = may_see(viewer, is_in(thread), message);
            assert_eq!(
                reply.status.as_u16(),
                if may { 200 } else { 404 },
                "{} {:?}",
                viewer.username,
                message
            );
            asked += 1;
        }
    }
    println!("{asked} requests of clients and writers, none shows what is not theirs");
}

/// Names and addresses in an answer that its reader must not know.
fn shown_names(answer: &Value, viewer: &user::Model, people: &[user::Model]) -> Vec<String> {
    let text = answer.to_string();
    let unknown = people.iter().filter(|person| person.role != viewer.role);
    let secrets = unknown.flat_map(|person| [person.email.clone(), format!("\"{}\"", person.username)]);
    secrets.filter(|secret| text.contains(secret.as_str())).collect()
}

#[tokio::test]
async fn support_sees_what_clients_and_writers_write_and_no_other_talk() {
    let app = TestApp::start().await;
    let (s, other) = (Scene::new(&app, "alpha").await, Scene::new(&app, "beta").await);
    let pair = s.thread(&app).await;
    let with_admin = app.talk(&s.order, &[&s.client, &s.admin]).await;
    let with_editor = app.talk(&s.order, &[&s.client, &s.editor]).await;
    let elsewhere = other.thread(&app).await;
    let ids = async |person: &user::Model| {
        let caller = app.sign_in(person).await;
        let mut ids: Vec<_> =
            super::scene::list(&caller, "").await.iter().map(|row| row["id"].as_i64().unwrap()).collect();
        ids.sort_unstable();
        for thread in [&pair, &with_admin, &with_editor, &elsewhere] {
            let status = caller.get(&format!("{THREADS}{}/", thread.id)).await.status.as_u16();
            assert_eq!(status, if ids.contains(&thread.id.0) { 200 } else { 404 }, "{}", person.username);
        }
        ids
    };
    assert_eq!(ids(&s.support).await, [pair.id.0]);
    assert_eq!(ids(&s.editor).await, [pair.id.0, with_editor.id.0]);
    assert_eq!(ids(&s.admin).await, [pair.id.0, with_admin.id.0, with_editor.id.0]);
    let superadmin = app.superadmin().await;
    assert_eq!(super::scene::list(&superadmin, "").await.len(), 4);
    // The writer of the order has not joined yet: he does not list it, but finds it by its id.
    let writer = app.sign_in(&s.writer).await;
    assert_eq!(super::scene::list(&writer, "").await.len(), 1);
    writer.get(&format!("{THREADS}{}/", with_admin.id)).await.assert_status(200);
}
