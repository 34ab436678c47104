use std::sync::Arc;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream, tcp::OwnedReadHalf, tcp::OwnedWriteHalf},
    sync::watch,
    task::JoinSet,
};

use super::redis_url;

/// What a link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Passes everything on.
    Whole,
    /// Says nothing, in either direction, and breaks nothing off.
    Frozen,
    /// Breaks off, and refuses.
    Cut,
}

/// A link to Redis that a test can freeze and cut.
pub(super) struct Proxy {
    pub(super) url: String,
    state: Arc<watch::Sender<Link>>,
    _accepting: JoinSet<()>,
}

impl Proxy {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("redis://{}", listener.local_addr().unwrap());
        let state = Arc::new(watch::Sender::new(Link::Whole));
        let mut accepting = JoinSet::new();
        let links = Arc::clone(&state);
        accepting.spawn(async move {
            let mut passing = JoinSet::new();
            while let Ok((near, _)) = listener.accept().await {
                if *links.borrow() != Link::Cut {
                    let address = redis_url().trim_start_matches("redis://").trim_end_matches('/').to_owned();
                    let far = TcpStream::connect(address).await.unwrap();
                    let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
                    passing.spawn(pass(near_in, far_out, links.subscribe()));
                    passing.spawn(pass(far_in, near_out, links.subscribe()));
                }
            }
        });
        Self { url, state, _accepting: accepting }
    }

    pub(super) fn set(&self, link: Link) {
        self.state.send_replace(link);
    }
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut state: watch::Receiver<Link>) {
    let mut buffer = vec![0; 1 << 16];
    loop {
        let length = tokio::select! {
            read = from.read(&mut buffer) => read.unwrap_or(0),
            _ = state.wait_for(|link| *link == Link::Cut) => return,
        };
        let Ok(link) = state.wait_for(|link| *link != Link::Frozen).await.map(|link| *link) else { return };
        if length == 0 || link == Link::Cut || to.write_all(&buffer[..length]).await.is_err() {
            return;
        }
    }
}
