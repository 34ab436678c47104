use sea_orm::{ActiveModelTrait as _, Set, SqlErr};
use tally_auth::{
    names::check_email,
    password::{self, HashFailed, rules},
};
use tally_db::{Db, DbErr};
use tally_entity::{Role, UserId, user};

use crate::now;

const LONGEST_USERNAME: usize = 150;

/// Why a superuser was not created.
#[derive(Debug, thiserror::Error)]
pub enum CreateSuperuserError {
    /// It is no e-mail address.
    #[error("{0:?} is not an e-mail address")]
    Email(String),
    /// The rules for passwords refuse it.
    #[error("the password {0}")]
    Password(&'static str),
    /// Somebody has this address, or a username equal to it.
    #[error("there is a user {0} already")]
    Taken(String),
    /// Hashing did not work.
    #[error(transparent)]
    Hash(#[from] HashFailed),
    /// The database does not answer, or has no tables yet.
    #[error("the user could not be written: {0}; has `migration up` been run?")]
    Database(#[from] DbErr),
}

/// Creates a user who may do everything, on every website. The e-mail address is his username as well.
///
/// # Errors
/// When the address or the password is refused, or somebody has the address.
pub async fn create_superuser(db: &Db, email: &str, password: &str) -> Result<UserId, CreateSuperuserError> {
    let email = email.trim().to_lowercase();
    if check_email(&email).is_err() {
        return Err(CreateSuperuserError::Email(email));
    }
    let username = username_of(&email);
    rules::check(password, &[&email, &username]).map_err(CreateSuperuserError::Password)?;
    let row = user::ActiveModel {
        email: Set(email.clone()),
        username: Set(username),
        password_hash: Set(password::hash(password.to_owned()).await?),
        role: Set(Role::Superadmin),
        email_verified_at: Set(Some(now())),
        ..Default::default()
    };
    let tx = db.write().await?;
    let user = row.insert(&*tx).await.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => CreateSuperuserError::Taken(email),
        _ => error.into(),
    })?;
    tx.commit().await?;
    Ok(user.id)
}

/// The address without what a username may not hold.
fn username_of(email: &str) -> String {
    let allowed = |letter: &char| letter.is_ascii_alphanumeric() || "_.+@-".contains(*letter);
    email.chars().filter(allowed).take(LONGEST_USERNAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_username_has_what_one_may_have() {
        assert_eq!(username_of("o'neill!x@site.example"), "oneillx@site.example");
    }
}
