//! Clients of two websites, each with rows in every table that a client sees, marked so that nobody else's
//! answer may hold them by chance.

use sea_orm::{Set, prelude::Decimal};
use tally_entity::{OrderStatus, PaymentStatus, Role, TransferKind, WebsiteId, order, user};
use tally_testkit::{TestApp, ago, now};

/// A client, and how he is recognised.
pub struct Marked {
    pub user: user::Model,
    /// Texts and amounts of his rows, and of no other's.
    pub marks: Vec<String>,
    /// What somebody may ask with who knows of him.
    pub words: Vec<String>,
    /// Of his rows, whatever they are.
    pub ids: Vec<i64>,
}

/// Three clients of each of two websites.
pub async fn plant(app: &TestApp) -> Vec<Marked> {
    let mut clients = Vec::new();
    for site in ["alpha", "beta"] {
        let site = app.website(site).await;
        for _ in 0..3 {
            let number = clients.len();
            clients.push(client(app, site, number).await);
        }
    }
    clients
}

/// An amount, in cents, that only this client has: the last five digits tell him, the first what it is.
fn cents(number: usize, what: i64) -> i64 {
    (what * 1_000 + i64::try_from(number).expect("few")) * 100 + 73
}

fn shown(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

async fn client(app: &TestApp, site: WebsiteId, number: usize) -> Marked {
    let word = |what: &str| format!("{what}mark{number}x");
    let user = app.user(Role::Client, Some(site)).set(|u| {
        (u.username, u.email) = (Set(word("user")), Set(format!("{}@people.example", word("mail"))));
        (u.first_name, u.last_name) = (Set(word("First")), Set(word("Last")));
    });
    let user = user.insert().await;
    let mut planted = Planted { app, site, user: &user, number, ids: vec![user.id.0], marks: Vec::new() };
    planted.orders().await;
    planted.money().await;
    planted.points().await;
    planted.words().await;
    let Planted { ids, mut marks, .. } = planted;
    let words = ["user", "mail", "First", "Last", "topic", "note", "code", "bill"].map(word);
    marks.extend(words.clone());
    Marked { marks, words: words.to_vec(), ids, user }
}

struct Planted<'a> {
    app: &'a TestApp,
    site: WebsiteId,
    user: &'a user::Model,
    number: usize,
    ids: Vec<i64>,
    marks: Vec<String>,
}

impl Planted<'_> {
    fn word(&self, what: &str) -> String {
        format!("{what}mark{}x", self.number)
    }

    fn cents(&mut self, what: i64) -> i64 {
        let cents = cents(self.number, what);
        self.marks.push(shown(cents));
        cents
    }

    async fn order(&mut self, status: OrderStatus, what: i64) -> order::Model {
        let (topic, note, price) = (self.word("topic"), self.word("note"), self.cents(what));
        let order = self.app.order(self.site).set(|o| {
            (o.client_id, o.topic, o.instructions) = (Set(Some(self.user.id)), Set(topic), Set(note));
            (o.total_price_cents, o.status) = (Set(price), Set(status));
            o.client_deadline_at = Set(Some(now() + chrono::Duration::days(2)));
            o.completed_at = Set((status == OrderStatus::Completed).then(|| ago(1, 0)));
        });
        let order = order.insert().await;
        self.ids.push(order.id.0);
        order
    }

    async fn orders(&mut self) {
        let (app, site) = (self.app, self.site);
        let share = Decimal::from(self.number);
        let config = app.payment_reminder_config(site).set(|c| c.deadline_pct = Set(share)).insert().await;
        for (status, what) in [
            (OrderStatus::Pending, 11),
            (OrderStatus::Completed, 12),
            (OrderStatus::RevisionRequested, 13),
            (OrderStatus::Disputed, 14),
        ] {
            let order = self.order(status, what).await;
            let note = self.word("note");
            let step = app.order_transition(&order, status).set(|t| {
                (t.action, t.user_id) = (Set(note.clone()), Set(Some(self.user.id)));
            });
            step.insert().await;
            let file = app.file(site).set(|f| f.name = Set(note.clone())).insert().await;
            self.ids.push(app.order_file(&order, &file).insert().await.id.0);
            let asked = app.order_change_request(&order, self.user.id).set(|r| r.reason = Set(note.clone()));
            self.ids.push(asked.insert().await.id.0);
            let amount = self.cents(what + 10);
            let code = self.word(&format!("code{what}"));
            let payment = app.payment(&order).set(|p| {
                (p.amount_cents, p.status) = (Set(amount), Set(PaymentStatus::Completed));
                p.transaction_id = Set(Some(code));
            });
            let payment = payment.insert().await;
            self.ids.push(payment.id.0);
            let back = self.cents(what + 20);
            let refund = app.refund(&payment).set(|r| {
                (r.external_amount_cents, r.client_id) = (Set(back), Set(Some(self.user.id)));
                (r.reason, r.receipt_code) = (Set(note.clone()), Set(Some(format!("{note}{what}"))));
            });
            self.ids.push(refund.insert().await.id.0);
            let dispute = app.dispute(&order).set(|d| d.raised_by_id = Set(Some(self.user.id)));
            self.ids.push(dispute.insert().await.id.0);
            let part = self.cents(what + 30);
            let part = app
                .installment(site)
                .set(|i| (i.order_id, i.amount_cents) = (Set(Some(order.id)), Set(part)));
            self.ids.push(part.insert().await.id.0);
            self.ids.push(app.payment_reminder_sent(&config, &order, self.user.id).insert().await.id.0);
        }
    }

    async fn money(&mut self) {
        let (app, site, me) = (self.app, self.site, self.user.id);
        let balance = self.cents(51);
        let wallet = app.wallet(site, me).set(|w| w.balance_cents = Set(balance)).insert().await.id;
        self.ids.push(wallet.0);
        for (kind, what) in
            [(TransferKind::TopUp, 52), (TransferKind::Adjustment, 53), (TransferKind::Refund, 54)]
        {
            let amount = self.cents(what);
            self.ids.push(app.booked(site, kind, wallet, amount, ago(3, 0)).await.0);
        }
        let (bill, amount) = (self.word("bill"), self.cents(55));
        let invoice = app.invoice(site).set(|i| {
            (i.client_id, i.title, i.recipient_name) = (Set(Some(me)), Set(bill.clone()), Set(bill));
            i.amount_cents = Set(amount);
        });
        let invoice = invoice.insert().await;
        self.ids.push(invoice.id.0);
        let part = self.cents(56);
        let part = app
            .installment(site)
            .set(|i| (i.invoice_id, i.amount_cents) = (Set(Some(invoice.id)), Set(part)));
        self.ids.push(part.insert().await.id.0);
        let price = self.cents(57);
        let bundle = app.class_bundle(site, me).set(|b| b.total_price_cents = Set(price)).insert().await;
        self.ids.push(bundle.id.0);
        let price = self.cents(58);
        let special =
            app.special_order(site, me).set(|s| s.total_cost_cents = Set(Some(price))).insert().await;
        self.ids.push(special.id.0);
    }

    async fn points(&mut self) {
        let (app, site, me) = (self.app, self.site, self.user.id);
        app.client_profile(site, me).set(|p| p.loyalty_points = Set(50)).insert().await;
        let note = self.word("note");
        let points = app.loyalty_transaction(site, me, 50).set(|t| t.reason = Set(note.clone()));
        self.ids.push(points.insert().await.id.0);
        let code = self.word("code");
        self.ids.push(app.referral_code(site, me, &code).insert().await.id.0);
        let guest = app.user_id(Role::Client, Some(site)).await;
        let bonus = self.cents(61);
        let brought = app.referral(site, me, guest).set(|r| {
            (r.bonus_cents, r.referral_code) = (Set(bonus), Set(code));
        });
        self.ids.push(brought.insert().await.id.0);
        let secret = self.word("code").to_uppercase();
        let discount = app.discount(site).set(|d| {
            (d.code, d.is_general, d.assigned_to_client_id) =
                (Set(secret.clone()), Set(false), Set(Some(me)));
        });
        self.ids.push(discount.insert().await.id.0);
        self.marks.push(secret);
    }

    async fn words(&mut self) {
        let (app, note) = (self.app, self.word("note"));
        let notice = app.notification(self.user).set(|n| n.body = Set(note.clone()));
        self.ids.push(notice.insert().await.id.0);
        let thread = app.thread(self.site).set(|t| t.subject = Set(Some(note.clone()))).insert().await;
        self.ids.push(thread.id.0);
        app.thread_participant(&thread, self.user).insert().await;
        let message = app.message(&thread, self.user).set(|m| m.body = Set(note.clone()));
        self.ids.push(message.insert().await.id.0);
        let ticket = app.ticket(self.site).set(|t| {
            (t.title, t.created_by_id) = (Set(note.clone()), Set(Some(self.user.id)));
        });
        self.ids.push(ticket.insert().await.id.0);
        let log = app.audit_log(Some(self.site)).set(|l| l.action = Set(note));
        self.ids.push(log.insert().await.id.0);
    }
}
