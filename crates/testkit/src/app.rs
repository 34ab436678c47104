use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering::Relaxed},
};

use axum::Router;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseConnection, Set};
use tally_auth::token;
use tally_cache::{Background, Cache, CacheOptions, sweep};
use tally_config::{AuthConfig, LimitsConfig, Secret, TopUp};
use tally_db::{Db, unmetered};
use tally_entity::{Role, UserId, WebsiteId, session, user, website};
use tally_http::{AppState, Limits, middleware::Layers};
use tally_kernel::Clock;
use tally_server::{Site, router};
use uuid::Uuid;

use crate::{Caller, TestDatabase, now, redis_url};

const SECRET: &str = "the secret of every test, long enough to sign";
/// Bytes of the first cache level: far more than a test fills.
const CACHE_BYTES: u64 = 8 << 20;

/// How a [`TestApp`] differs from the usual one.
#[derive(Clone, Debug)]
pub struct TestOptions {
    /// What dashboards call now.
    pub now: DateTime<Utc>,
    /// How often who may ask.
    pub limits: LimitsConfig,
    /// Whether answers are kept in Redis too.
    pub redis: bool,
    /// Other origins a browser may call from.
    pub cors_origins: Vec<String>,
    /// When the money of a top-up is in the wallet.
    pub top_up: TopUp,
}

impl Default for TestOptions {
    fn default() -> Self {
        Self {
            now: now(),
            limits: LimitsConfig::usual(false),
            redis: false,
            cors_origins: Vec::new(),
            top_up: TopUp::Instant,
        }
    }
}

/// An application and its database.
pub struct TestApp {
    /// What handlers share.
    pub state: AppState,
    /// The router, called in process.
    pub(crate) app: Router,
    database: TestDatabase,
    next: AtomicU64,
    _background: Option<Background>,
}

impl TestApp {
    /// The usual application.
    pub async fn start() -> Self {
        Self::with(TestOptions::default()).await
    }

    /// An application that differs from the usual one.
    pub async fn with(options: TestOptions) -> Self {
        Self::over(TestDatabase::create().await, options)
    }

    /// An application over a given database.
    pub fn over(database: TestDatabase, options: TestOptions) -> Self {
        let redis_url = options.redis.then(redis_url);
        let prefix = Uuid::new_v4().simple().to_string();
        let cache = Cache::new(&CacheOptions { max_bytes: CACHE_BYTES, redis_url, prefix });
        let background = options.redis.then(|| cache.start(database.connection.clone()));
        let auth = AuthConfig {
            jwt_secret: Some(Secret::new(SECRET)),
            session_timeout: std::time::Duration::from_mins(30),
        };
        let limits = Arc::new(Limits::new(options.limits, options.redis.then(|| cache.clone())));
        let state = AppState {
            db: Db::new(database.connection.clone(), Arc::new(cache.clone())),
            cache,
            clock: Clock::frozen(options.now),
            auth: Arc::new(auth),
            limits: Arc::clone(&limits),
            top_up: options.top_up,
        };
        let layers = Layers {
            limits,
            trusted_proxies: 1,
            cors_origins: options.cors_origins,
            timeout: std::time::Duration::from_secs(15),
        };
        let app = router(state.clone(), layers, &Site::default());
        Self { state, app, database, next: AtomicU64::new(1), _background: background }
    }

    /// The pool of the application, for what a test does behind its back.
    pub fn db(&self) -> &DatabaseConnection {
        &self.database.connection
    }

    /// The address of the database.
    pub fn database_url(&self) -> &str {
        &self.database.url
    }

    /// Makes the cache hear of what was written behind its back.
    pub async fn sweep(&self) {
        unmetered(sweep(&self.state.cache, self.db())).await.expect("the outbox can be read");
    }

    /// A number that no other row of this test has.
    pub(crate) fn number(&self) -> u64 {
        self.next.fetch_add(1, Relaxed)
    }

    /// A website of that name.
    pub async fn website(&self, name: &str) -> WebsiteId {
        let row = website::ActiveModel {
            name: Set(name.to_owned()),
            slug: Set(name.to_owned()),
            domain: Set(format!("{name}.example")),
            ..Default::default()
        };
        self.insert(row).await.id
    }

    /// Somebody nobody knows.
    pub fn nobody(&self) -> Caller<'_> {
        Caller::new(self, None)
    }

    /// Somebody with this token.
    pub fn bearer(&self, token: impl Into<String>) -> Caller<'_> {
        Caller::new(self, Some(token.into()))
    }

    /// A user with a new session.
    pub async fn sign_in(&self, user: &user::Model) -> Caller<'_> {
        let session = self.session(user).await;
        let subject = token::Subject {
            user: user.id,
            session,
            version: user.token_version,
            role: user.role,
            website: user.website_id,
        };
        self.bearer(token::issue(&Secret::new(SECRET), subject).expect("tokens can be signed"))
    }

    /// A new session of a user, by the name that tokens give it.
    pub async fn session(&self, user: &user::Model) -> Uuid {
        let session = Uuid::new_v4();
        let row = session::ActiveModel {
            user_id: Set(user.id),
            family_id: Set(session),
            token_hash: Set(token::refresh_hash(&session.to_string())),
            expires_at: Set(Clock::real() + chrono::Duration::days(7)),
            ..Default::default()
        };
        self.insert(row).await;
        session
    }

    /// Somebody new of `role`, signed in; without a website only staff can be.
    pub async fn role(&self, role: Role, website: Option<WebsiteId>) -> Caller<'_> {
        let user = self.user(role, website).insert().await;
        self.sign_in(&user).await
    }

    /// An admin of one website.
    pub async fn admin(&self, website: WebsiteId) -> Caller<'_> {
        self.role(Role::Admin, Some(website)).await
    }

    /// A superadmin.
    pub async fn superadmin(&self) -> Caller<'_> {
        self.role(Role::Superadmin, None).await
    }

    /// The id of some new user of `role`.
    pub async fn user_id(&self, role: Role, website: Option<WebsiteId>) -> UserId {
        self.user(role, website).insert().await.id
    }
}
