//! `GET /api/v1/writer-management/dashboard/communications`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::Writer;
use tally_db::Db;
use tally_entity::{MessageId, OrderId, OrderStatus, Role, ThreadId, ThreadType, UserId};
use tally_http::{ApiResult, Problems, access::WRITER};
use tally_kernel::Clock;
use utoipa::ToSchema;

use crate::conversations::repository::overview::{self, About, Conversation, LastWord, Totals};

const LONGEST: usize = 100;

/// What people write to the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommunicationsAnswer {
    total_threads: i64,
    total_unread: i64,
    /// Those with something unread, and those in which somebody wrote within a week.
    active_conversations: i64,
    threads: Vec<ConversationRow>,
    active_threads: Vec<ConversationRow>,
    threads_by_client: Vec<ClientThreads>,
    summary: CommunicationsSummary,
}

/// Figures of all conversations.
#[derive(Debug, Serialize, ToSchema)]
struct CommunicationsSummary {
    threads_with_unread: i64,
    threads_this_week: i64,
}

/// The listed conversations about the orders of one client.
#[derive(Debug, Serialize, ToSchema)]
struct ClientThreads {
    #[schema(value_type = i64)]
    client_id: UserId,
    client_name: String,
    unread_count: i64,
    threads: Vec<ConversationRow>,
}

/// A conversation.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct ConversationRow {
    #[schema(value_type = i64)]
    id: ThreadId,
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    order_topic: String,
    #[schema(value_type = Option<String>)]
    order_status: Option<OrderStatus>,
    #[schema(value_type = Option<i64>)]
    client_id: Option<UserId>,
    /// Empty where there is no client.
    client_name: String,
    #[schema(value_type = String)]
    thread_type: ThreadType,
    /// Whether it is open.
    is_active: bool,
    unread_count: i64,
    participants_count: i64,
    last_message: Option<LastMessage>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// The newest message that the caller may see.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct LastMessage {
    #[schema(value_type = i64)]
    id: MessageId,
    sender: String,
    #[schema(value_type = String)]
    sender_role: Role,
    /// Its first 100 characters.
    message: String,
    created_at: DateTime<Utc>,
    has_attachment: bool,
}

impl LastMessage {
    fn of(last: LastWord, reader: UserId) -> Self {
        let LastWord { id, sender_id, sender_username, sender_role, body, sent_at, has_attachment } = last;
        let sender = match sender_role {
            _ if sender_id == reader => sender_username,
            Role::Client => client_name(sender_id),
            Role::Writer => format!("Writer #{sender_id}"),
            Role::Editor => "Editor".to_owned(),
            Role::Superadmin | Role::Admin | Role::Support => "Support".to_owned(),
        };
        let mut message: String = body.chars().take(LONGEST).collect();
        if message.len() < body.len() {
            message.push_str("...");
        }
        Self { id, sender, sender_role, message, created_at: sent_at, has_attachment }
    }
}

fn client_name(client: UserId) -> String {
    format!("Client #{client}")
}

impl ConversationRow {
    fn of(about: About, unread_count: i64, reader: UserId) -> Self {
        let About {
            id,
            thread_type,
            order_id,
            topic,
            order_status,
            client_id,
            is_open,
            participants,
            created_at,
            updated_at,
            last,
        } = about;
        Self {
            id,
            order_id,
            order_topic: topic,
            order_status,
            client_id,
            client_name: client_id.map(client_name).unwrap_or_default(),
            thread_type,
            is_active: is_open,
            unread_count,
            participants_count: participants,
            last_message: last.map(|last| LastMessage::of(last, reader)),
            created_at,
            updated_at,
        }
    }
}

impl CommunicationsAnswer {
    fn new(totals: Totals, conversations: Vec<Conversation>, reader: UserId) -> Self {
        let Totals { threads: total_threads, unread, active, with_unread, this_week } = totals;
        let (mut threads, mut active_threads) = (Vec::new(), Vec::new());
        for Conversation { is_listed, is_active, unread, about } in conversations {
            let row = ConversationRow::of(about, unread, reader);
            if is_active {
                active_threads.push(row.clone());
            }
            if is_listed {
                threads.push(row);
            }
        }
        Self {
            total_threads,
            total_unread: unread,
            active_conversations: active,
            threads_by_client: by_client(&threads),
            threads,
            active_threads,
            summary: CommunicationsSummary { threads_with_unread: with_unread, threads_this_week: this_week },
        }
    }
}

/// The client with the last word first.
fn by_client(threads: &[ConversationRow]) -> Vec<ClientThreads> {
    let mut clients = Vec::<ClientThreads>::new();
    for row in threads {
        let Some(client_id) = row.client_id else { continue };
        let at = clients.iter().position(|client| client.client_id == client_id).unwrap_or_else(|| {
            let client_name = row.client_name.clone();
            clients.push(ClientThreads { client_id, client_name, unread_count: 0, threads: Vec::new() });
            clients.len() - 1
        });
        clients[at].unread_count += row.unread_count;
        clients[at].threads.push(row.clone());
    }
    clients
}

/// What people write to the caller
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/communications",
    tag = "writer",
    responses((status = OK, body = CommunicationsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_communications(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
) -> ApiResult<Json<CommunicationsAnswer>> {
    let (totals, conversations) = overview::load(db.reads(), writer.id, clock.now()).await?;
    Ok(Json(CommunicationsAnswer::new(totals, conversations, writer.id)))
}
