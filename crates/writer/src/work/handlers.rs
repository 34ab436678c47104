pub(crate) mod order_priorities;
pub(crate) mod order_priority;
pub(crate) mod workload_capacity;
