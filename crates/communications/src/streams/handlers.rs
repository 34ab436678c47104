pub(super) mod all_threads;
pub(super) mod one_thread;
