use std::path::Path;

use axum::Router;
use tower_http::services::{ServeDir, ServeFile};

/// Serves the built frontend beside the API: its files, and its index for every other address outside `/api`,
/// because such an address is a screen that the frontend itself knows.
pub(crate) fn beside(api: Router, dir: &Path) -> Router {
    api.fallback_service(ServeDir::new(dir).fallback(ServeFile::new(dir.join("index.html"))))
}
