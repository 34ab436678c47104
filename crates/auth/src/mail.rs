//! Letters to people, in the transaction of what they are about. Somebody else delivers them.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use tally_entity::{UserId, WebsiteId};

/// Whoever has switched these letters off gets none, nor does whoever is gone.
const WRITE: &str = "
    INSERT INTO notification_deliveries (website_id, user_id, channel, address, subject, body)
    SELECT letter.website_id, users.id, 'email', users.email, letter.subject, letter.body
    FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[])
        AS letter (user_id, website_id, subject, body)
    JOIN users ON users.id = letter.user_id AND users.deleted_at IS NULL
    WHERE NOT EXISTS (
        SELECT FROM notification_preferences AS wish
        WHERE wish.user_id = users.id AND wish.category = 'info' AND wish.channel = 'email'
            AND NOT wish.is_enabled)";

/// A letter to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub user: UserId,
    /// The website that writes.
    pub website: WebsiteId,
    /// What stands above it; 255 characters at most.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// Leaves letters to be delivered, with one statement for any number of them.
///
/// # Errors
/// When the rows cannot be written; the transaction is then of no use either.
pub async fn write(
    tx: &impl ConnectionTrait,
    letters: impl IntoIterator<Item = Letter>,
) -> Result<(), DbErr> {
    let (mut users, mut websites) = (Vec::<i64>::new(), Vec::<i64>::new());
    let (mut subjects, mut bodies) = (Vec::<String>::new(), Vec::<String>::new());
    for Letter { user, website, subject, body } in letters {
        users.push(user.0);
        websites.push(website.0);
        subjects.push(subject);
        bodies.push(body);
    }
    if users.is_empty() {
        return Ok(());
    }
    let values = [users.into(), websites.into(), subjects.into(), bodies.into()];
    tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, WRITE, values)).await?;
    Ok(())
}
