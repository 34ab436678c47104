use std::sync::LazyLock;

use deadpool_redis::redis::{Cmd, cmd};

/// A call of `script`, sent whole: the server knows it by its hash from the second time on, a kilobyte costs
/// it a few microseconds, and there is no script it could have forgotten.
pub(crate) fn call(script: &str, keys: &[&str]) -> Cmd {
    let mut command = cmd("EVAL");
    command.arg(script).arg(keys.len()).arg(keys);
    command
}

/// What every script about the clock begins with: KEYS are the clock and its moves, ARGV begins with an epoch
/// nobody had before and the channel. A clock that is not there begins anew.
const CLOCK: &str = r"
local clock, moves = KEYS[1], KEYS[2]
local fresh, news = ARGV[1], ARGV[2]
local function run() return string.match(redis.call('INFO', 'server'), 'run_id:(%x+)') or 'unknown' end
local function renew()
  redis.call('DEL', clock, moves)
  redis.call('HSET', clock, 'epoch', fresh, 'seq', 0, 'floor', 0, 'run', run())
  redis.call('PUBLISH', news, 'epoch ' .. fresh .. ' 0')
  return fresh
end
local epoch = redis.call('HGET', clock, 'epoch') or renew()
";

fn clock(code: &str) -> String {
    format!("{CLOCK}{code}")
}

/// A server that was restarted may have an older state of the same epoch: begins anew unless the clock was
/// made by this run of the server. Every connection starts with it.
pub(crate) static GREET: LazyLock<String> = LazyLock::new(|| {
    clock(
        r"
if redis.call('HGET', clock, 'run') ~= run() then epoch = renew() end
return {epoch, redis.call('HGET', clock, 'seq')}",
    )
});

/// Begins anew: everything that was ever kept is invalid.
pub(crate) static RENEW: LazyLock<String> = LazyLock::new(|| {
    clock(
        r"
if epoch ~= fresh then renew() end
return {fresh, '0'}",
    )
});

/// Moves the tags in ARGV[3..].
pub(crate) static MOVE: LazyLock<String> = LazyLock::new(|| {
    clock(
        r"
local seq = string.format('%.0f', redis.call('HINCRBY', clock, 'seq', 1))
for i = 3, #ARGV do
  redis.call('HSET', clock, 't:' .. ARGV[i], seq)
  redis.call('ZADD', moves, seq, ARGV[i])
end
redis.call('PUBLISH', news, 'moved ' .. epoch .. ' ' .. seq .. '\n' .. table.concat(ARGV, '\n', 3))
return {epoch, seq}",
    )
});

/// The heartbeat of the process ARGV[3], sent at its ARGV[4]; KEYS[3] says for ARGV[5] ms that it lives.
/// Beyond ARGV[6] tags the ones that moved longest ago are forgotten, a thousand at a time.
pub(crate) static TICK: LazyLock<String> = LazyLock::new(|| {
    clock(
        r"
redis.call('SET', KEYS[3], '', 'PX', ARGV[5])
if redis.call('ZCARD', moves) > tonumber(ARGV[6]) then
  local oldest = redis.call('ZRANGE', moves, 0, 999, 'WITHSCORES')
  for i = 1, #oldest, 2 do
    redis.call('HDEL', clock, 't:' .. oldest[i])
    redis.call('ZREM', moves, oldest[i])
  end
  redis.call('HSET', clock, 'floor', oldest[#oldest])
end
local seq = redis.call('HGET', clock, 'seq')
redis.call('PUBLISH', news, 'tick ' .. epoch .. ' ' .. seq .. ' ' .. ARGV[3] .. ' ' .. ARGV[4])
return {epoch, seq}",
    )
});

/// The first ARGV[5] tags that moved after ARGV[4] of the epoch ARGV[3], oldest first. A clock that is behind
/// the reader, or that lost one of its two halves, begins anew.
pub(crate) static MOVED_SINCE: LazyLock<String> = LazyLock::new(|| {
    clock(
        r"
local seq = tonumber(redis.call('HGET', clock, 'seq'))
local broken = redis.call('ZCARD', moves) + 4 ~= redis.call('HLEN', clock)
if broken or (epoch == ARGV[3] and seq < tonumber(ARGV[4])) then epoch = renew() end
local state = redis.call('HMGET', clock, 'seq', 'floor')
local moved = {}
if epoch == ARGV[3] then
  moved = redis.call('ZRANGEBYSCORE', moves, '(' .. ARGV[4], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[5])
end
return {epoch, state[1], state[2], moved}",
    )
});

/// Takes the lease KEYS[1] for ARGV[1] (process:token) for ARGV[2] ms, unless a process that lives has it.
/// ARGV[3] is what comes before a process in the key that says it lives.
pub(crate) const LEASE: &str = r"
local held = redis.call('GET', KEYS[1])
if held and redis.call('EXISTS', ARGV[3] .. string.match(held, '^[^:]*')) == 1 then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1";

/// Keeps the answer ARGV[7] as KEYS[2] for ARGV[6] ms, if the lease KEYS[3] is still ARGV[1]'s, and nothing it
/// read moved: its tags are ARGV[9..], its time ARGV[5] of the epoch ARGV[4]. In any case frees the lease and
/// wakes those who wait (on the channel ARGV[2], with the message ARGV[3]); a kept answer is announced with what
/// ARGV[8] says of it, so that the others drop what they hold in its place.
/// Answers 1 kept, 0 something moved, -1 another has the lease.
pub(crate) const STORE: &str = r"
if redis.call('GET', KEYS[3]) ~= ARGV[1] then return -1 end
local s0 = tonumber(ARGV[5])
local state = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'floor')
local good = state[1] == ARGV[4] and tonumber(state[2]) >= s0 and tonumber(state[3]) <= s0
for i = 9, #ARGV do
  if not good then break end
  local moved = redis.call('HGET', KEYS[1], 't:' .. ARGV[i])
  good = not (moved and tonumber(moved) > s0)
end
if good then redis.call('SET', KEYS[2], ARGV[7], 'PX', ARGV[6]) end
redis.call('DEL', KEYS[3])
redis.call('PUBLISH', ARGV[2], ARGV[3] .. (good and ARGV[8] or ''))
return good and 1 or 0";

/// Frees the lease KEYS[1] if it is ARGV[1]'s, and wakes those who wait.
pub(crate) const RELEASE: &str = r"
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('DEL', KEYS[1])
  redis.call('PUBLISH', ARGV[2], ARGV[3])
end
return 0";

/// Puts the counters ARGV[2] of the process ARGV[1] into the hash KEYS[1], unless it names none, and forgets those
/// that are older than ARGV[3] ms. Answers what is left. The server's clock is the one that counts.
pub(crate) const FIGURES: &str = r"
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if ARGV[1] ~= '' then redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f ', now) .. ARGV[2]) end
local all, left = redis.call('HGETALL', KEYS[1]), {}
for i = 1, #all, 2 do
  local at, text = string.match(all[i + 1], '^(%d+) (.*)$')
  if at and now - tonumber(at) < tonumber(ARGV[3]) then left[#left + 1] = text else redis.call('HDEL', KEYS[1], all[i]) end
end
return left";
