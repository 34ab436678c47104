//! Subjects a writer wants.

use sea_orm::entity::prelude::*;

use crate::ids::{SubjectId, UserId, WebsiteId, WriterSubjectPreferenceId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer_subject_preferences")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WriterSubjectPreferenceId,
    pub website_id: WebsiteId,
    pub writer_id: UserId,
    pub subject_id: SubjectId,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
