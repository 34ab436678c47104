use tally_http::AppState;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::handlers::{adjust, convert, my_wallet, top_up, transactions, wallets};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(my_wallet::get_my_wallet))
        .routes(routes!(transactions::list_client_wallet_transactions))
        .routes(routes!(transactions::list_writer_wallet_transactions))
        .routes(routes!(top_up::top_up_wallet))
        .routes(routes!(convert::convert_my_points))
        .routes(routes!(convert::convert_points))
        .routes(routes!(wallets::list_client_wallets))
        .routes(routes!(wallets::get_client_wallet))
        .routes(routes!(wallets::list_writer_wallets))
        .routes(routes!(wallets::get_writer_wallet))
        .routes(routes!(adjust::adjust_client_wallet))
        .routes(routes!(adjust::adjust_writer_wallet))
}
