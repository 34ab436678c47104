mod announcements;
mod notifications;
