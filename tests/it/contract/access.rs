//! Who is answered, and with what.

use tally_entity::{Role, WebsiteId};
use tally_testkit::{Caller, TestApp};

use super::operations::operations;

/// Platform roles and people of a website, each in every role there is.
async fn caller(app: &TestApp, role: Role, site: WebsiteId) -> Caller<'_> {
    app.role(role, (role != Role::Superadmin).then_some(site)).await
}

#[tokio::test]
async fn without_a_token_only_what_is_declared_open_answers() {
    let app = TestApp::start().await;
    for operation in operations() {
        let reply = operation.call(&app.nobody()).await;
        if operation.access.anonymous {
            assert!(![401, 403].contains(&reply.status.as_u16()), "{}: {}", operation.id, reply.status);
            assert!(reply.status.as_u16() < 500, "{}: {}", operation.id, reply.json());
            continue;
        }
        assert_eq!(reply.status.as_u16(), 401, "{}: {}", operation.id, reply.json());
        reply.assert_problem(401, "unauthenticated");
        assert_eq!(reply.json()["code"], "token_missing", "{}", operation.id);
        assert_eq!(reply.header("www-authenticate"), "Bearer", "{}", operation.id);
        assert_eq!(reply.statements(), 0, "{}", operation.id);
    }
}

#[tokio::test]
async fn each_role_gets_what_the_operation_declares_for_it() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    for operation in operations() {
        for role in Role::ALL {
            let reply = operation.call(&caller(&app, *role, site).await).await;
            let (status, who) = (reply.status.as_u16(), format!("{} as {role}", operation.id));
            assert!(status < 500, "{who}: {}", reply.json());
            if operation.access.answers(*role) || operation.access.anonymous {
                assert!(![401, 403].contains(&status), "{who}: {status} {}", reply.json());
            } else {
                assert_eq!(status, 403, "{who}: {}", reply.json());
                reply.assert_problem(403, "forbidden");
            }
        }
    }
}

#[tokio::test]
async fn a_website_outside_the_scope_does_not_exist() {
    let app = TestApp::start().await;
    let (own, other) = (app.website("own").await, app.website("other").await);
    for operation in operations() {
        if operation.parameters.iter().all(|parameter| parameter["name"] != "website_id") {
            continue;
        }
        for role in [Role::Admin, Role::Editor, Role::Support] {
            if !operation.access.answers(role) {
                continue;
            }
            let caller = caller(&app, role, own).await;
            for name in ["website_id", "website"] {
                let foreign = operation.call_with(&caller, &format!("?{name}={other}")).await;
                assert_eq!(foreign.status.as_u16(), 404, "{} as {role}: {}", operation.id, foreign.json());
                foreign.assert_problem(404, "not-found");
            }
            let own = operation.call_with(&caller, &format!("?website_id={own}")).await;
            assert_ne!(own.status.as_u16(), 403, "{} as {role}", operation.id);
        }
        let superadmin = app.superadmin().await;
        let unknown = operation.call_with(&superadmin, "?website_id=987654321").await;
        assert_eq!(unknown.status.as_u16(), 404, "{}: {}", operation.id, unknown.json());
    }
}
