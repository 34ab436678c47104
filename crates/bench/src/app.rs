//! The application in this process, so that every statement is heard, and a handler that does nothing.

use std::{future::ready, net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use axum::{Router, body::Bytes, http::header, routing::get};
use sea_orm::{ActiveModelTrait as _, ConnectionTrait as _, DatabaseConnection, Set};
use tally_auth::{Admin, Scoped, token};
use tally_cache::{Background, Cache, CacheOptions, sweep};
use tally_config::{AuthConfig, LimitsConfig, Secret, TopUp};
use tally_db::{Db, connect};
use tally_entity::{Role, UserId, WebsiteId, session, user};
use tally_http::{AppState, Limits, middleware::Layers};
use tally_kernel::Clock;
use tally_server::{Site, router};
use tally_testkit::PROCESS_SECRET;
use tokio::net::TcpListener;
use uuid::Uuid;

use crate::sql::Recorder;

/// The instant the data set is looked at from.
pub(crate) const NOW: &str = "2018-09-01T00:00:00Z";
const CONNECTIONS: u32 = 16;
const CACHE_BYTES: u64 = 32 << 20;

/// The application, served on a port of its own.
pub(crate) struct Bench {
    pub(crate) db: DatabaseConnection,
    pub(crate) recorder: Recorder,
    _background: Background,
    pub(crate) state: AppState,
    pub(crate) addr: SocketAddr,
    /// A superadmin's.
    pub(crate) token: String,
}

impl Bench {
    pub(crate) async fn start(url: &str) -> anyhow::Result<Self> {
        let mut db = connect(url, CONNECTIONS).await?;
        let recorder = Recorder::on(&mut db);
        let cache = Cache::new(&CacheOptions { max_bytes: CACHE_BYTES, ..CacheOptions::default() });
        let state = AppState {
            db: Db::new(db.clone(), Arc::new(cache.clone())),
            cache,
            clock: Clock::frozen(NOW.parse()?),
            auth: Arc::new(AuthConfig {
                jwt_secret: Some(Secret::new(PROCESS_SECRET)),
                session_timeout: Duration::from_mins(30),
            }),
            limits: Arc::new(Limits::new(LimitsConfig::usual(false), None)),
            top_up: TopUp::Instant,
        };
        let background = state.cache.start(db.clone());
        let token = sign_in(&db, Role::Superadmin, None).await?;
        let addr = listen(router(state.clone(), layers(&state), &Site::default())).await?;
        Ok(Self { db, recorder, _background: background, state, addr, token })
    }

    /// Ends every kept answer the way any other program would.
    pub(crate) async fn touch(&self) -> anyhow::Result<()> {
        self.db
            .execute_unprepared("UPDATE orders SET topic = topic WHERE id = (SELECT min(id) FROM orders)")
            .await?;
        for table in ["reviews", "installments"] {
            let sql = format!(
                "UPDATE {table} SET created_at = created_at WHERE id = (SELECT min(id) FROM {table})"
            );
            self.db.execute_unprepared(&sql).await?;
        }
        sweep(&self.state.cache, &self.db).await.context("reading the outbox")
    }

    /// Serves a constant body of `length` bytes behind the same layers and authentication.
    pub(crate) async fn constant(&self, length: usize) -> anyhow::Result<SocketAddr> {
        let body = Bytes::from(vec![b' '; length]);
        let handler =
            move |_: Scoped<Admin>| ready(([(header::CONTENT_TYPE, "application/json")], body.clone()));
        let router = Router::new().route("/api/v1/constant", get(handler)).with_state(self.state.clone());
        listen(layers(&self.state).around(router)).await
    }
}

pub(crate) fn layers(state: &AppState) -> Layers {
    Layers {
        limits: Arc::clone(&state.limits),
        trusted_proxies: 0,
        cors_origins: Vec::new(),
        timeout: Duration::from_secs(15),
    }
}

pub(crate) async fn listen(router: Router) -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let addr = listener.local_addr()?;
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(axum::serve(listener, service).into_future());
    Ok(addr)
}

/// Somebody new of `role`, and his access token.
pub(crate) async fn sign_in(
    db: &DatabaseConnection,
    role: Role,
    website: Option<WebsiteId>,
) -> anyhow::Result<String> {
    let name = format!("bench{}", Uuid::new_v4().simple());
    let user = user::ActiveModel {
        website_id: Set(website),
        email: Set(format!("{name}@tally.example")),
        username: Set(name),
        password_hash: Set("!".to_owned()),
        role: Set(role),
        is_active: Set(true),
        ..Default::default()
    };
    session_of(db, user.insert(db).await?.id, role, website).await
}

/// The access token of somebody there is.
pub(crate) async fn session_of(
    db: &DatabaseConnection,
    user: UserId,
    role: Role,
    website: Option<WebsiteId>,
) -> anyhow::Result<String> {
    let session = Uuid::new_v4();
    let row = session::ActiveModel {
        user_id: Set(user),
        family_id: Set(session),
        token_hash: Set(session.as_bytes().to_vec()),
        expires_at: Set(Clock::real_in(Duration::from_hours(24))),
        ..Default::default()
    };
    row.insert(db).await?;
    let subject = token::Subject { user, session, version: 0, role, website };
    Ok(token::issue(&Secret::new(PROCESS_SECRET), subject)?)
}
