//! A link between a process and a server that a test can freeze and cut.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};

/// What a [`Link`] does with what it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// It arrives.
    Everything,
    /// It stays on the way; no connection breaks.
    Nothing,
    /// Connections break, and new ones are refused.
    Broken,
}

/// A TCP address behind which is another.
pub struct Link {
    /// Where it listens.
    pub addr: SocketAddr,
    passing: watch::Sender<Passing>,
    _task: JoinSet<()>,
}

impl Link {
    /// A whole link to `server`.
    pub async fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let addr = listener.local_addr().expect("it is bound");
        let passing = watch::Sender::new(Passing::Everything);
        let news = passing.subscribe();
        let mut task = JoinSet::new();
        task.spawn(async move {
            let mut pairs = JoinSet::new();
            while let Ok((near, _)) = listener.accept().await {
                if *news.borrow() != Passing::Broken {
                    pairs.spawn(join(near, server, news.clone()));
                }
            }
        });
        Self { addr, passing, _task: task }
    }

    /// Changes what it does from now on.
    pub fn set(&self, passing: Passing) {
        self.passing.send_replace(passing);
    }
}

async fn join(near: TcpStream, server: SocketAddr, news: watch::Receiver<Passing>) {
    let Ok(far) = TcpStream::connect(server).await else { return };
    let _ = (near.set_nodelay(true), far.set_nodelay(true));
    let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
    // Whichever direction ends, both do.
    tokio::select! {
        () = carry(near_in, far_out, news.clone()) => {}
        () = carry(far_in, near_out, news) => {}
    }
}

async fn carry(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut news: watch::Receiver<Passing>,
) {
    let mut buffer = vec![0; 64 << 10];
    loop {
        let length = tokio::select! {
            read = from.read(&mut buffer) => read.unwrap_or(0),
            _ = news.wait_for(|passing| *passing == Passing::Broken) => 0,
        };
        if length == 0 || news.wait_for(|passing| *passing != Passing::Nothing).await.is_err() {
            return;
        }
        if *news.borrow() == Passing::Broken || to.write_all(&buffer[..length]).await.is_err() {
            return;
        }
    }
}
