//! What happens by itself to orders that are not paid.

use chrono::{DateTime, Utc};
use tally_auth::{
    mail::{self, Letter},
    notice::{Event, Notice, tell},
};
use tally_db::{Db, DbErr};
use tally_entity::{UserId, WebsiteId, payment_deletion_message};

use super::repository::job::{self, Due, Removed};

/// Orders in one transaction at most.
const BATCH: usize = 500;

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminded {
    /// Reminders sent.
    pub reminders: usize,
    /// Orders removed.
    pub removed: usize,
}

/// Removes the orders of every website with reminders that should have been paid by `now`, and reminds the
/// clients of the others. What was done before is not done again, and several processes may do it at once.
///
/// # Errors
/// When the database cannot be asked; what was done until then stays.
pub async fn remind(db: &Db, now: DateTime<Utc>) -> Result<Reminded, DbErr> {
    let mut done = Reminded::default();
    for website in job::websites(db.reads()).await? {
        loop {
            let removed = remove(db, website, now).await?;
            done.removed += removed;
            if removed < BATCH {
                break;
            }
        }
        loop {
            let sent = send(db, website, now).await?;
            done.reminders += sent;
            if sent < BATCH {
                break;
            }
        }
    }
    Ok(done)
}

async fn send(db: &Db, website: WebsiteId, now: DateTime<Utc>) -> Result<usize, DbErr> {
    let tx = db.write().await?;
    let due = job::due(&tx, website, now, BATCH).await?;
    let shown = due.iter().filter(|due| due.send_as_notification);
    tell(&*tx, shown.map(|due| (due.client_id, due.notice(website)))).await?;
    let mailed = due.iter().filter(|due| due.send_as_email);
    mail::write(&*tx, mailed.map(|due| due.letter(website))).await?;
    tx.commit().await?;
    Ok(due.len())
}

impl Due {
    fn notice(&self, website: WebsiteId) -> Notice {
        Notice::of_order(Event::PaymentReminder, self.order_id, self.message.clone(), website)
    }

    fn letter(&self, website: WebsiteId) -> Letter {
        let subject = self.email_subject.clone().unwrap_or_else(|| self.name.clone());
        Letter { user: self.client_id, website, subject, body: about(&self.topic, &self.message) }
    }
}

async fn remove(db: &Db, website: WebsiteId, now: DateTime<Utc>) -> Result<usize, DbErr> {
    let tx = db.write().await?;
    let removed = job::remove(&tx, website, now, BATCH).await?;
    if !removed.is_empty()
        && let Some(message) = job::deletion_message(&tx, website).await?
    {
        let clients = || removed.iter().filter_map(|row| Some((row.client_id?, row)));
        if message.send_as_notification {
            tell(&*tx, clients().map(|(client, row)| (client, row.notice(&message)))).await?;
        }
        if message.send_as_email {
            mail::write(&*tx, clients().map(|(client, row)| row.letter(client, &message))).await?;
        }
    }
    tx.commit().await?;
    Ok(removed.len())
}

impl Removed {
    fn notice(&self, message: &payment_deletion_message::Model) -> Notice {
        let (event, website) = (Event::OrderDeletedUnpaid, message.website_id);
        Notice::of_order(event, self.order_id, message.message.clone(), website)
    }

    fn letter(&self, user: UserId, message: &payment_deletion_message::Model) -> Letter {
        let subject = message.email_subject.clone().unwrap_or_else(|| "Your order was removed".to_owned());
        let body = about(&self.topic, &message.message);
        Letter { user, website: message.website_id, subject, body }
    }
}

/// A letter has no place of its own for what it is about.
fn about(topic: &str, message: &str) -> String {
    format!("{topic}: {message}")
}
