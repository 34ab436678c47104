pub(super) mod order_priorities;
pub(super) mod order_priority;
pub(super) mod workload_capacity;
