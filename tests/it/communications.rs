mod announcements;
mod indexes;
mod messages;
mod notifications;
mod scene;
mod seeing;
mod sending;
mod threads;
