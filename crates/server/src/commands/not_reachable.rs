use std::fmt;

/// Who would have to answer does not: no Redis, no server.
#[derive(Debug)]
pub(crate) struct NotReachable(pub(crate) &'static str);

impl fmt::Display for NotReachable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for NotReachable {}
