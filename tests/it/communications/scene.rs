//! A website with an order, and everybody who may talk about it.

use sea_orm::Set;
use serde_json::Value;
use tally_entity::{OrderStatus, Role, WebsiteId, order, thread, user};
use tally_testkit::{Caller, Reply, TestApp};

pub const THREADS: &str = "/order-communications/communication-threads/";

/// People of one website, and an order between two of them.
pub struct Scene {
    pub site: WebsiteId,
    pub client: user::Model,
    pub writer: user::Model,
    pub support: user::Model,
    pub editor: user::Model,
    pub admin: user::Model,
    pub order: order::Model,
}

impl Scene {
    pub async fn new(app: &TestApp, name: &str) -> Self {
        let site = app.website(name).await;
        let user = async |role| app.user(role, Some(site)).insert().await;
        let (client, writer) = (user(Role::Client).await, user(Role::Writer).await);
        let order = app.order(site).set(|o| {
            (o.client_id, o.assigned_writer_id) = (Set(Some(client.id)), Set(Some(writer.id)));
            o.status = Set(OrderStatus::InProgress);
        });
        Self {
            site,
            order: order.insert().await,
            support: user(Role::Support).await,
            editor: user(Role::Editor).await,
            admin: user(Role::Admin).await,
            client,
            writer,
        }
    }

    /// The conversation of client and writer.
    pub async fn thread(&self, app: &TestApp) -> thread::Model {
        app.talk(&self.order, &[&self.client, &self.writer]).await
    }
}

pub fn messages(thread: &thread::Model) -> String {
    format!("{THREADS}{}/communication-messages/", thread.id)
}

pub async fn list(caller: &Caller<'_>, query: &str) -> Vec<Value> {
    let reply = caller.get(&format!("{THREADS}{query}")).await;
    results(&reply)
}

pub fn results(reply: &Reply) -> Vec<Value> {
    reply.assert_status(200);
    reply.json()["results"].as_array().expect("a page").clone()
}
