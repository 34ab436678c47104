//! Writers of two servers want the same order.

use futures::future::join_all;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use tally_entity::{Role, order_assignment};
use tally_testkit::{PrivateRedis, Serving, TestApp, WireClient, tally_to};

use super::{StateDir, token};
use crate::writer::people::{free, takes_enabled};

const TAKES: &str = "/api/v1/writer-management/writer-order-takes/";
const WRITERS: usize = 24;

#[tokio::test]
async fn one_writer_of_two_servers_gets_an_order() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    takes_enabled(&app, site, |_| ()).await;
    let redis = PrivateRedis::start().await;
    let states = [StateDir::new(), StateDir::new()];
    let mut servers = Vec::new();
    for state in &states {
        let mut command = tally_to(app.database_url()).unwrap();
        command.env("REDIS_URL", redis.url());
        servers.push(Serving::start(command, &state.0).await.unwrap());
    }
    let mut writers = Vec::new();
    for number in 0..WRITERS {
        let token = token(&app, Role::Writer, Some(site)).await;
        writers.push(WireClient::connect(servers[number % 2].addr, &token).await.unwrap());
    }
    // Each of them could have five.
    for round in 0..5 {
        let wanted = app.order(site).set(free).insert().await.id;
        let body = format!("{{\"order\":{wanted}}}");
        let answers = join_all(writers.iter_mut().map(|writer| writer.post(TAKES, &body))).await;
        let statuses: Vec<u16> = answers.into_iter().map(|answer| answer.unwrap().0).collect();
        let done = statuses.iter().filter(|status| **status == 201).count();
        assert_eq!(done, 1, "round {round}: {statuses:?}");
        assert!(statuses.iter().all(|status| [201, 404, 409].contains(status)), "{statuses:?}");
        let given = order_assignment::Entity::find().filter(order_assignment::COLUMN.order_id.eq(wanted));
        assert_eq!(given.count(app.db()).await.unwrap(), 1);
    }
}
