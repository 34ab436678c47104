//! The clock against every order of events a scheduler of dice comes upon: two processes, two tables, messages
//! that are late or lost, a server that goes away, comes back or forgets. The oracle is the number of each
//! table's last write.

mod server;

use std::collections::VecDeque;

use self::server::{Message, Server};
use super::{Heard, Stamp, TagClock, Time};

const NODES: usize = 2;
/// Answers read the first two.
const TABLES: [&str; 3] = ["a", "b", "c"];
const SCHEDULES: u64 = 1_000_000;
const STEPS: usize = 20;

/// What an answer read of each table.
type Versions = [u64; 2];
/// By table.
type Tables = [u64; 3];

/// A load between its stamp and its end.
struct Load {
    stamp: Stamp,
    read: [Option<u64>; 2],
    with_lease: bool,
}

#[derive(Default)]
struct Node {
    clock: TagClock,
    inbox: VecDeque<Message>,
    /// Whether a message was lost that no later one has shown yet.
    lost: bool,
    kept: Option<(Stamp, Versions)>,
    load: Option<Load>,
    /// What this process wrote and was told to be written.
    own: Tables,
    /// What the outbox told it while the server was away.
    told: Tables,
}

struct World {
    dice: u64,
    server: Server,
    nodes: [Node; NODES],
    written: Tables,
    /// What was written and answered while the clock could be moved.
    answered: Tables,
    /// Committed by a process that has not moved the clock yet.
    pending: Vec<(usize, usize, u64)>,
    /// Rows nobody has published.
    outbox: Vec<(usize, u64)>,
    tags: [Vec<String>; 3],
    both: Vec<String>,
}

impl World {
    fn new(seed: u64) -> Self {
        let tags = TABLES.map(|table| vec![table.to_owned()]);
        let mut world = Self {
            dice: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            server: Server { time: Time { epoch: 1, seq: 0 }, epochs: 1, ..Server::default() },
            nodes: Default::default(),
            written: [0; 3],
            answered: [0; 3],
            pending: Vec::new(),
            outbox: Vec::new(),
            both: tags[..2].concat(),
            tags,
        };
        (0..NODES).for_each(|node| world.join(node));
        world
    }

    fn roll(&mut self, sides: u64) -> usize {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        usize::try_from((self.dice >> 11) % sides).unwrap()
    }

    fn step(&mut self) {
        let (node, table) = (self.roll(2), self.roll(3));
        match self.roll(20) {
            0 | 1 => self.commit(node, table),
            2 | 3 => self.tell(),
            4 | 5 => self.deliver(node),
            6 => {
                let lost = self.nodes[node].inbox.pop_front().is_some();
                self.nodes[node].lost |= lost;
            }
            7 => self.join(node),
            8 => self.begin(node),
            9 | 10 => self.read_table(node, table),
            11 => self.end(node),
            12 => self.server_event(),
            13 => self.look(node),
            // Whole, so that long stories are told often enough.
            14 => {
                self.begin(node);
                (0..2).for_each(|table| self.read_table(node, table));
                self.end(node);
            }
            15 => {
                self.commit(node, table);
                self.tell();
            }
            _ => self.ask(node),
        }
    }

    /// A writer's first half.
    fn commit(&mut self, node: usize, table: usize) {
        self.written[table] += 1;
        self.pending.push((node, table, self.written[table]));
    }

    /// Moves the server's clock; every process is sent a notice.
    fn move_clock(&mut self, table: usize) -> Time {
        self.server.time.seq += 1;
        self.server.moved[table] = self.server.time.seq;
        let time = self.server.time;
        self.nodes.iter_mut().for_each(|node| node.inbox.push_back(Message { time, table }));
        time
    }

    /// A writer's second half: moves the clock, takes its own notice in, answers.
    fn tell(&mut self) {
        let Some((node, table, version)) = self.pending.pop() else { return };
        if self.server.away {
            self.outbox.push((table, version));
            self.nodes[node].clock.bump_local(&self.tags[table]);
        } else {
            let time = self.move_clock(table);
            self.nodes[node].clock.learn(time, 0, [(TABLES[table], time.seq)]);
            self.answered[table] = self.answered[table].max(version);
        }
        let own = &mut self.nodes[node].own[table];
        *own = (*own).max(version);
    }

    fn deliver(&mut self, node: usize) {
        let node = &mut self.nodes[node];
        let Some(Message { time, table }) = node.inbox.pop_front() else { return };
        if node.clock.hear(time, [TABLES[table]]) == Heard::Behind {
            node.clock.doubt();
        }
        // Whatever was lost before this message shows by it: from now on there is no excuse.
        node.lost = false;
    }

    /// Publishes what waits, catches up, is in no doubt.
    fn join(&mut self, node: usize) {
        if self.server.away {
            return;
        }
        for (table, version) in std::mem::take(&mut self.outbox) {
            self.move_clock(table);
            self.answered[table] = self.answered[table].max(version);
        }
        let node = &mut self.nodes[node];
        let applied = node.clock.applied();
        let since = |seq: &u64| applied.epoch != self.server.time.epoch || *seq > applied.seq;
        let moved = TABLES.into_iter().zip(self.server.moved).filter(|(_, seq)| since(seq));
        assert!(node.clock.catch_up(self.server.time, 0, moved));
        node.clock.trust(1);
        node.lost = false;
    }

    /// What a process in doubt does before it uses anything; says whether it is sure then.
    fn sure(&mut self, node: usize) -> bool {
        let node = &mut self.nodes[node];
        let trusted = node.clock.trusted_at(0);
        if !trusted && !self.server.away {
            node.clock.learn(self.server.time, 0, TABLES.into_iter().zip(self.server.moved));
        }
        trusted || !self.server.away
    }

    fn begin(&mut self, node: usize) {
        self.sure(node);
        let stamp = self.nodes[node].clock.stamp(&self.both);
        let with_lease = !self.server.away;
        self.nodes[node].load = Some(Load { stamp, read: [None; 2], with_lease });
    }

    fn read_table(&mut self, node: usize, table: usize) {
        let version = self.written[table];
        if let Some(load) = &mut self.nodes[node].load
            && let Some(read) = load.read.get_mut(table)
        {
            read.get_or_insert(version);
        }
    }

    fn end(&mut self, node: usize) {
        let node = &mut self.nodes[node];
        let Some(Load { stamp, read: [Some(a), Some(b)], with_lease }) = node.load.take() else { return };
        if !node.clock.holds(&stamp) {
            return;
        }
        if with_lease && !self.server.away {
            let time = Time { epoch: stamp.epoch, seq: stamp.s0 };
            if !self.server.good(time) {
                return;
            }
            self.server.stored = Some((time, [a, b]));
        }
        node.kept = Some((stamp, [a, b]));
    }

    fn server_event(&mut self) {
        match self.roll(3) {
            0 => {
                let epochs = self.server.epochs + 1;
                self.server = Server {
                    time: Time { epoch: epochs, seq: 0 },
                    epochs,
                    away: self.server.away,
                    ..Server::default()
                };
            }
            1 => {
                self.server.away = true;
                self.nodes.iter().for_each(|node| node.clock.doubt());
            }
            _ => self.server.away = false,
        }
    }

    /// A look at the outbox while the server is away.
    fn look(&mut self, node: usize) {
        if self.server.away {
            let node = &mut self.nodes[node];
            for (table, version) in &self.outbox {
                node.clock.bump_local(&self.tags[*table]);
                node.told[*table] = node.told[*table].max(*version);
            }
        }
    }

    /// A request: whatever it is answered without a load has to be new enough.
    fn ask(&mut self, node: usize) {
        let (was_trusted, sure) = (self.nodes[node].clock.trusted_at(0), self.sure(node));
        let current = &self.nodes[node];
        let up_to_date = sure && (!was_trusted || current.inbox.is_empty() && !current.lost);
        let least = [0, 1].map(|table| {
            let heard = if up_to_date { self.answered[table] } else { 0 };
            heard.max(current.own[table]).max(current.told[table])
        });
        let kept = current.kept.as_ref().filter(|(stamp, _)| current.clock.holds(stamp));
        if let Some((_, versions)) = kept {
            assert!(
                versions[0] >= least[0] && versions[1] >= least[1],
                "kept {versions:?}, written {least:?}"
            );
        } else if sure && was_trusted && !self.server.away {
            let watch = current.clock.stamp(&self.both);
            let Some((time, versions)) = self.server.stored.filter(|(time, _)| self.server.good(*time))
            else {
                return;
            };
            if let Some(stamp) = watch.of_other(time.epoch, time.seq) {
                let least = [0, 1].map(|table| self.answered[table]);
                assert!(
                    versions[0] >= least[0] && versions[1] >= least[1],
                    "stored {versions:?}, written {least:?}"
                );
                let node = &mut self.nodes[node];
                node.clock.learn(self.server.time, 0, TABLES.into_iter().zip(self.server.moved));
                if node.clock.holds(&stamp) {
                    node.kept = Some((stamp, versions));
                }
            }
        }
    }
}

#[test]
fn no_schedule_shows_an_answer_from_before_a_write() {
    let run = |seeds: std::ops::Range<u64>| {
        for seed in seeds {
            let mut world = World::new(seed + 1);
            (0..STEPS).for_each(|_| world.step());
            (0..NODES).for_each(|node| world.ask(node));
        }
    };
    let began = std::time::Instant::now();
    std::thread::scope(|scope| {
        scope.spawn(|| run(0..SCHEDULES / 2));
        scope.spawn(|| run(SCHEDULES / 2..SCHEDULES));
    });
    println!("{SCHEDULES} schedules of {STEPS} steps in {:.1} s, 0 stale", began.elapsed().as_secs_f64());
}
