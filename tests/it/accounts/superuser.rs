//! The first user of a new database.

use tally_accounts::{CreateSuperuserError, create_superuser};
use tally_entity::Role;
use tally_testkit::TestApp;

use super::{PASSWORD, login, the_user};

#[tokio::test]
async fn a_superuser_can_sign_in() {
    let app = TestApp::start().await;
    let db = &app.state.db;
    let id = create_superuser(db, " Ada@Site.example", PASSWORD).await.unwrap();
    let user = the_user(&app, id).await;
    assert_eq!(
        (user.role, user.website_id, user.email.as_str()),
        (Role::Superadmin, None, "ada@site.example")
    );
    login(&app, "ada@site.example", PASSWORD).await.assert_status(200);

    let again = create_superuser(db, "ada@site.example", PASSWORD).await.unwrap_err();
    assert_eq!(again.to_string(), "there is a user ada@site.example already");
    let no_address = create_superuser(db, "ada", PASSWORD).await;
    assert!(matches!(no_address, Err(CreateSuperuserError::Email(_))));
    let weak = create_superuser(db, "eve@site.example", "password1").await.unwrap_err();
    assert_eq!(weak.to_string(), "the password is one of the most common passwords; choose another");
    let same = create_superuser(db, "eve@site.example", "eve@site.example").await;
    assert!(matches!(same, Err(CreateSuperuserError::Password(_))));
}
