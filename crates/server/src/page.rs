//! The page for admins: a sign-in and the main dashboard, where no other frontend is served. No build step, and
//! nothing is fetched from elsewhere.

use axum::Router;

use crate::asset::Asset;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";

macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("../assets/page/", $name))
    };
}

const FILES: [(&str, Asset); 12] = [
    ("/", Asset::document(file!("index.html"), POLICY)),
    ("/page/style.css", Asset::style(file!("style.css"))),
    ("/page/icon.svg", Asset::new("image/svg+xml", file!("icon.svg"))),
    ("/page/theme.js", Asset::script(file!("theme.js"))),
    ("/page/app.js", Asset::script(file!("app.js"))),
    ("/page/api.js", Asset::script(file!("api.js"))),
    ("/page/board.js", Asset::script(file!("board.js"))),
    ("/page/panels.js", Asset::script(file!("panels.js"))),
    ("/page/charts.js", Asset::script(file!("charts.js"))),
    ("/page/dom.js", Asset::script(file!("dom.js"))),
    ("/page/format.js", Asset::script(file!("format.js"))),
    // Chart.js 4.6.1 (MIT), unchanged, as its npm package holds it.
    ("/page/chart.js", Asset::script(file!("chart.js/chart.umd.min.js.gz"))),
];

pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    FILES.into_iter().fold(Router::new(), |router, (path, file)| router.route(path, file.route()))
}
