//! The choices of one list.

use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{WebsiteId, WebsiteScope};

/// What is chosen.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Table {
    Subjects,
    PaperTypes,
    AcademicLevels,
    WorkTypes,
    FormattingStyles,
    EnglishTypes,
}

impl Table {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Subjects => "subjects",
            Self::PaperTypes => "paper_types",
            Self::AcademicLevels => "academic_levels",
            Self::WorkTypes => "work_types",
            Self::FormattingStyles => "formatting_styles",
            Self::EnglishTypes => "english_types",
        }
    }
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Choice {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) is_active: bool,
    pub(crate) is_technical: bool,
    pub(crate) website_id: WebsiteId,
}

/// Those that can be chosen, in the order in which they are shown.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    table: Table,
) -> Result<Vec<Choice>, DbErr> {
    let website = match scope {
        WebsiteScope::All => None,
        WebsiteScope::One(WebsiteId(id)) => Some(id),
    };
    let sql = format!(
        "SELECT id, name, is_active, is_technical, website_id FROM {}
        WHERE is_active AND ($1::bigint IS NULL OR website_id = $1) ORDER BY sort_order, name, id",
        table.name()
    );
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [website.into()]);
    Choice::find_by_statement(statement).all(db).await
}
