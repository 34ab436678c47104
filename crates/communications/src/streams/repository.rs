pub(super) mod one_thread;
