use std::sync::{Arc, OnceLock};

use tally_cache::{Policy, Scope};

/// Why the program asks itself: put into the extensions of a request that nobody sent. Such a request counts nowhere.
#[derive(Clone, Debug)]
pub enum Inward {
    /// To have the answer kept before anybody asks; `force` loads even what is good.
    Warm {
        /// Whether to load what is good too.
        force: bool,
    },
    /// To learn how the answer would be kept. It is not looked up, and nothing is loaded.
    Describe(Arc<OnceLock<(&'static Policy, Scope)>>),
}
