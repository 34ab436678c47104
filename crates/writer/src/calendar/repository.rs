pub(super) mod calendar;
