use std::{net::SocketAddr, num::NonZero, thread::available_parallelism};

use anyhow::Context as _;
use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::TcpListener;

/// One task accepts for this many cores before it becomes the limit.
const CORES_PER_LISTENER: usize = 4;
const BACKLOG: i32 = 1024;

/// Opens `count` sockets that share one port; 0 takes as many as the machine's cores ask for.
pub(super) fn open(addr: SocketAddr, count: usize) -> anyhow::Result<Vec<TcpListener>> {
    let cores = available_parallelism().map_or(1, NonZero::get);
    let count = if count == 0 { cores.div_ceil(CORES_PER_LISTENER) } else { count };
    // Sockets that share a port would also share it with another program of ours; this one does not.
    let alone = listener(addr, false)?;
    if count == 1 {
        return Ok(vec![alone]);
    }
    // A port that the system chose is shared by all of them.
    let addr = alone.local_addr()?;
    drop(alone);
    (0..count).map(|_| listener(addr, true)).collect()
}

fn listener(addr: SocketAddr, shared: bool) -> anyhow::Result<TcpListener> {
    let open = || {
        let socket = Socket::new(Domain::for_address(addr), Type::STREAM, Some(Protocol::TCP))?;
        socket.set_reuse_address(true)?;
        socket.set_reuse_port(shared)?;
        socket.set_nonblocking(true)?;
        socket.bind(&addr.into())?;
        socket.listen(BACKLOG)?;
        TcpListener::from_std(socket.into())
    };
    open().with_context(|| {
        format!("cannot listen on {addr}; is another program there? TALLY_ADDR chooses another")
    })
}
