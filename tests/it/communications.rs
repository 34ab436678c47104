mod announcements;
mod marks;
mod notifications;
