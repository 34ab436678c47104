//! An order as every list and page shows it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{
    AcademicLevelId, OrderId, OrderStatus, PaperTypeId, Role, Spacing, SubjectId, UserId, WebsiteId,
    WorkTypeId,
};
use tally_http::{Amount, UserRef, WebsiteRef};
use utoipa::ToSchema;

use crate::orders::repository::order::{Order, Revision};

/// An order.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the contract's flags")]
pub(crate) struct OrderRow {
    #[schema(value_type = i64)]
    id: OrderId,
    topic: String,
    #[schema(value_type = String)]
    status: OrderStatus,
    is_paid: bool,
    total_price: Amount,
    /// 0 for clients.
    writer_compensation: Amount,
    client_deadline: Option<DateTime<Utc>>,
    writer_deadline: Option<DateTime<Utc>>,
    /// The one that counts for the reader, or else the other one.
    deadline: Option<DateTime<Utc>>,
    number_of_pages: i32,
    pages: i32,
    number_of_slides: i32,
    number_of_references: i32,
    number_of_refereces: i32,
    #[schema(value_type = String)]
    spacing: Spacing,
    flags: Vec<String>,
    is_urgent: bool,
    is_follow_up: bool,
    /// Always false: special orders have a list of their own.
    is_special_order: bool,
    is_deleted: bool,
    discount_code_used: Option<String>,
    service_type: Option<String>,
    type_of_work_name: Option<String>,
    #[schema(value_type = Option<i64>)]
    type_of_work: Option<WorkTypeId>,
    #[schema(value_type = Option<i64>)]
    paper_type: Option<PaperTypeId>,
    paper_type_name: Option<String>,
    #[schema(value_type = Option<i64>)]
    subject: Option<SubjectId>,
    subject_name: Option<String>,
    #[schema(value_type = Option<i64>)]
    academic_level: Option<AcademicLevelId>,
    academic_level_name: Option<String>,
    client: Option<UserRef>,
    client_username: Option<String>,
    assigned_writer: Option<UserRef>,
    writer_username: Option<String>,
    #[schema(value_type = Option<i64>)]
    preferred_writer: Option<UserId>,
    website: WebsiteRef,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
    website_name: String,
    submitted_at: Option<DateTime<Utc>>,
    completed_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    /// While the order is being done again.
    revision_request: Option<RevisionRequest>,
}

/// What shall be done again.
#[derive(Debug, Serialize, ToSchema)]
struct RevisionRequest {
    title: String,
    description: String,
    requested_at: DateTime<Utc>,
    requested_by: String,
}

/// Who is shown for what nobody in particular did.
pub(super) const NOBODY: &str = "System";

impl OrderRow {
    /// The order as somebody of this role may see it.
    pub(super) fn of(order: Order, reader: Role) -> Self {
        let Order {
            id,
            topic,
            status,
            is_paid,
            total_price_cents,
            writer_compensation_cents,
            client_deadline_at,
            writer_deadline_at,
            number_of_pages,
            number_of_slides,
            number_of_references,
            spacing,
            flags,
            is_urgent,
            is_follow_up,
            is_deleted,
            discount_code_used,
            work_type_id,
            work_type,
            paper_type_id,
            paper_type,
            subject_id,
            subject,
            academic_level_id,
            academic_level,
            client,
            writer,
            preferred_writer_id,
            website,
            asked,
            sent_back_at,
            reviser,
            submitted_at,
            completed_at,
            created_at,
            updated_at,
        } = order;
        let [client, assigned_writer, reviser] =
            [client, writer, reviser].map(|person| person.map(|person| UserRef::seen_by(reader, person)));
        let deadline = match reader {
            Role::Writer => writer_deadline_at.or(client_deadline_at),
            _ => client_deadline_at.or(writer_deadline_at),
        };
        let compensation = if reader == Role::Client { 0 } else { writer_compensation_cents };
        Self {
            id,
            topic,
            status,
            is_paid,
            total_price: Amount::cents(total_price_cents),
            writer_compensation: Amount::cents(compensation),
            client_deadline: client_deadline_at,
            writer_deadline: writer_deadline_at,
            deadline,
            number_of_pages,
            pages: number_of_pages,
            number_of_slides,
            number_of_references,
            number_of_refereces: number_of_references,
            spacing,
            flags,
            is_urgent,
            is_follow_up,
            is_special_order: false,
            is_deleted,
            discount_code_used,
            service_type: work_type.clone(),
            type_of_work_name: work_type,
            type_of_work: work_type_id,
            paper_type: paper_type_id,
            paper_type_name: paper_type,
            subject: subject_id,
            subject_name: subject,
            academic_level: academic_level_id,
            academic_level_name: academic_level,
            client_username: client.as_ref().map(|client| client.username.clone()),
            client,
            writer_username: assigned_writer.as_ref().map(|writer| writer.username.clone()),
            assigned_writer,
            preferred_writer: preferred_writer_id,
            website_id: website.id,
            website_name: website.name.clone(),
            website: website.into(),
            submitted_at,
            completed_at,
            created_at,
            updated_at,
            revision_request: RevisionRequest::of(asked, sent_back_at, reviser),
        }
    }
}

impl RevisionRequest {
    fn of(
        asked: Option<Revision>,
        sent_back_at: Option<DateTime<Utc>>,
        reviser: Option<UserRef>,
    ) -> Option<Self> {
        let requested_by = reviser.map_or_else(|| NOBODY.to_owned(), |reviser| reviser.username);
        let sent_back = |created_at| Revision {
            title: "Revision requested".to_owned(),
            reason: String::new(),
            created_at,
        };
        let Revision { title, reason, created_at } = asked.or_else(|| sent_back_at.map(sent_back))?;
        Some(Self { title, description: reason, requested_at: created_at, requested_by })
    }
}
