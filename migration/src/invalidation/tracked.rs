//! The tables that dashboards read, and what narrows an answer from them.

/// A table whose changes end cached answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tracked {
    /// The table, which is also the name of its widest tag.
    pub table: &'static str,
    /// The columns a tag is narrowed by.
    pub columns: &'static [&'static str],
    /// What no cached answer shows, so that its change leaves no tag.
    pub ignored: Ignored,
}

/// The part of a table that no cached answer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ignored {
    /// Everything is shown.
    Nothing,
    /// An UPDATE of a row that changes nothing but these columns leaves no tag.
    Columns(&'static [&'static str]),
    /// Rows for which this SQL condition holds leave no tag.
    Rows(&'static str),
}

impl Tracked {
    const fn by(table: &'static str, columns: &'static [&'static str]) -> Self {
        Self { table, columns, ignored: Ignored::Nothing }
    }

    const fn ignoring(self, ignored: Ignored) -> Self {
        Self { ignored, ..self }
    }
}

/// Every tracked table. `user_presence` is missing on purpose: it is never cached.
pub const TRACKED: &[Tracked] = &[
    Tracked::by("websites", &["id"]),
    // Or every sign-in would end every dashboard.
    Tracked::by("users", &["website_id", "id"]).ignoring(Ignored::Columns(&[
        "last_login_at",
        "failed_logins",
        "login_lock_ends_at",
        "updated_at",
    ])),
    Tracked::by("sessions", &["user_id"]),
    Tracked::by("staff_profiles", &["website_id"]),
    Tracked::by("user_action_requests", &["website_id"]),
    Tracked::by("blacklisted_emails", &["website_id"]),
    Tracked::by("paper_types", &["website_id"]),
    Tracked::by("work_types", &["website_id"]),
    Tracked::by("academic_levels", &["website_id"]),
    Tracked::by("formatting_styles", &["website_id"]),
    Tracked::by("english_types", &["website_id"]),
    Tracked::by("subjects", &["website_id"]),
    Tracked::by("additional_services", &["website_id"]),
    Tracked::by("writer_levels", &["website_id"]),
    Tracked::by("files", &["website_id"]),
    Tracked::by("promotional_campaigns", &["website_id"]),
    Tracked::by("discounts", &["website_id"]),
    Tracked::by("discount_usages", &["website_id"]),
    Tracked::by("orders", &["website_id", "client_id", "assigned_writer_id", "preferred_writer_id"]),
    Tracked::by("order_items", &["website_id"]),
    Tracked::by("order_transitions", &["website_id"]),
    Tracked::by("order_assignments", &["website_id", "writer_id"]),
    Tracked::by("order_requests", &["website_id", "writer_id"]),
    Tracked::by("order_change_requests", &["website_id", "requested_by_id"]),
    Tracked::by("preferred_writer_responses", &["website_id", "writer_id"]),
    Tracked::by("order_files", &["website_id"]),
    Tracked::by("editor_tasks", &["website_id", "editor_id"]),
    Tracked::by("special_order_types", &["website_id"]),
    Tracked::by("special_order_prices", &["website_id"]),
    Tracked::by("special_orders", &["website_id", "writer_id"]),
    Tracked::by("class_bundle_configs", &["website_id"]),
    Tracked::by("class_bundles", &["website_id"]),
    Tracked::by("tips", &["website_id", "writer_id"]),
    Tracked::by("wallets", &["website_id"]),
    Tracked::by("payments", &["website_id", "client_id", "recipient_id"]),
    Tracked::by("installments", &["website_id"]),
    Tracked::by("payment_reminder_configs", &["website_id"]),
    Tracked::by("payment_deletion_messages", &["website_id"]),
    Tracked::by("payment_reminders_sent", &["website_id"]),
    Tracked::by("payout_requests", &["website_id", "user_id"]),
    Tracked::by("writer_payments", &["website_id", "writer_id"]),
    Tracked::by("writer_profiles", &["website_id", "user_id"]),
    Tracked::by("order_pricing_snapshots", &["website_id"]),
    Tracked::by("invoices", &["website_id", "client_id"]),
    Tracked::by("payout_methods", &["website_id", "user_id"]),
    Tracked::by("writer_bonuses", &["website_id", "writer_id"]),
    Tracked::by("writer_configs", &["website_id"]),
    Tracked::by("writer_subject_preferences", &["website_id", "writer_id"]),
    Tracked::by("writer_performance_snapshots", &["website_id", "writer_id"]),
    Tracked::by("badges", &["website_id"]),
    Tracked::by("user_badges", &["website_id", "user_id"]),
    Tracked::by("fines", &["website_id", "writer_id"]),
    Tracked::by("loyalty_tiers", &["website_id"]),
    Tracked::by("client_profiles", &["website_id", "user_id"]),
    Tracked::by("loyalty_transactions", &["website_id", "client_id"]),
    Tracked::by("referrals", &["website_id", "referrer_id"]),
    Tracked::by("reviews", &["website_id", "reviewed_user_id"]),
    Tracked::by("disputes", &["website_id"]),
    Tracked::by("refunds", &["website_id"]),
    Tracked::by("threads", &["website_id", "id"]),
    Tracked::by("thread_participants", &["website_id", "user_id", "thread_id"]),
    Tracked::by("messages", &["website_id", "thread_id"]),
    Tracked::by("message_receipts", &["website_id", "user_id", "thread_id"]),
    Tracked::by("message_reactions", &["website_id", "user_id"]),
    Tracked::by("notification_preferences", &["website_id", "user_id"]),
    Tracked::by("notifications", &["website_id", "user_id"]),
    Tracked::by("broadcasts", &["website_id"]),
    Tracked::by("broadcast_views", &["website_id", "user_id"]),
    Tracked::by("tickets", &["website_id", "assigned_to_id", "created_by_id"]),
    // Sign-ins and the like are written down but are no activity that a dashboard shows.
    Tracked::by("audit_log", &["website_id"]).ignoring(Ignored::Rows("action_type = 'security'")),
];
