//! What an order can be made of.

use super::{Text, Time, rows};

macro_rules! choices {
    ($($name:ident: $table:literal)+) => {
        rows! {$(
            $name: $table {
                id: i64, website_id: i64, name: Text, price_factor_bp: i32, is_technical: bool, sort_order: i32,
                created_at: Time, updated_at: Time,
            }
        )+}
    };
}

choices! {
    PaperType: "paper_types"
    WorkType: "work_types"
    AcademicLevel: "academic_levels"
    FormattingStyle: "formatting_styles"
    EnglishType: "english_types"
}

rows! {
    Subject: "subjects" {
        id: i64, website_id: i64, name: Text, code: Option<Text>, is_technical: bool, sort_order: i32,
        created_at: Time, updated_at: Time,
    }
    AdditionalService: "additional_services" {
        id: i64, website_id: i64, name: Text, slug: Text, cost_cents: i64, created_at: Time, updated_at: Time,
    }
}
