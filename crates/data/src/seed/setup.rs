//! What each website is set up with: order choices, prices, grades, tiers, reminders.

use super::{
    plan::{CURRENCY, Plan, SITES, nth},
    words,
};
use crate::rows::{
    choices::{AcademicLevel, AdditionalService, EnglishType, FormattingStyle, PaperType, Subject, WorkType},
    loyalty::LoyaltyTier,
    money::{DeletionMessage, ReminderConfig},
    packages::{ClassBundleConfig, SpecialOrderType},
    people::{Website, WriterLevel},
};

const FACTOR_ONE_BP: i32 = 10_000;

/// Share of the time to the deadline, and what the client reads then.
pub(super) const REMINDERS: [(&str, i32, &str); 3] = [
    ("First reminder", 30, "Your order is waiting for its payment."),
    ("Second reminder", 60, "Please pay soon, so that your deadline can be kept."),
    ("Last reminder", 90, "Your order will be removed unless it is paid."),
];

pub(super) fn websites(plan: &Plan) -> impl Iterator<Item = Website> {
    SITES.iter().enumerate().map(|(place, site)| Website {
        id: plan.website(place),
        name: site.name.into(),
        domain: site.domain.into(),
        slug: site.slug.into(),
        contact_email: Some(format!("hello@{}", site.domain).into()),
        currency: CURRENCY.into(),
        created_at: plan.opened_at(),
        updated_at: plan.opened_at(),
    })
}

/// A row per website and word: id, website, place of the word among its kind, word.
fn each<'a, T>(plan: &Plan, first: i64, list: &'a [T]) -> impl Iterator<Item = (i64, i64, i32, &'a T)> {
    let websites = plan.ids.websites;
    (0..SITES.len()).flat_map(move |site| {
        list.iter().enumerate().map(move |(place, word)| {
            let id = Plan::choice(first, list.len(), site, place);
            (id, nth(websites, site), i32::try_from(place).unwrap_or_default(), word)
        })
    })
}

macro_rules! choices {
    ($($function:ident: $row:ident, $ids:ident, $list:ident, |$word:ident| $name:expr, $factor:expr;)+) => {$(
        pub(super) fn $function(plan: &Plan) -> impl Iterator<Item = $row> {
            let at = plan.opened_at();
            each(plan, plan.ids.$ids, &words::$list).map(move |(id, website_id, sort_order, $word)| $row {
                id,
                website_id,
                name: $name.into(),
                price_factor_bp: $factor,
                is_technical: false,
                sort_order,
                created_at: at,
                updated_at: at,
            })
        }
    )+};
}

choices! {
    paper_types: PaperType, paper_types, PAPER_TYPES, |word| *word, FACTOR_ONE_BP;
    work_types: WorkType, work_types, WORK_TYPES, |word| *word, FACTOR_ONE_BP;
    academic_levels: AcademicLevel, academic_levels, ACADEMIC_LEVELS, |word| word.0, word.1;
    formatting_styles: FormattingStyle, formatting_styles, FORMATTING_STYLES, |word| *word, FACTOR_ONE_BP;
    english_types: EnglishType, english_types, ENGLISH_TYPES, |word| *word, FACTOR_ONE_BP;
}

pub(super) fn subjects(plan: &Plan) -> impl Iterator<Item = Subject> {
    let at = plan.opened_at();
    each(plan, plan.ids.subjects, &words::SUBJECTS).map(move |(id, website_id, sort_order, word)| {
        let (name, code, is_technical) = *word;
        let (name, code) = (name.into(), Some(code.into()));
        Subject { id, website_id, name, code, is_technical, sort_order, created_at: at, updated_at: at }
    })
}

pub(super) fn services(plan: &Plan) -> impl Iterator<Item = AdditionalService> {
    let at = plan.opened_at();
    each(plan, plan.ids.additional_services, &words::SERVICES).map(move |(id, website_id, _, word)| {
        let (name, slug, cost_cents) = *word;
        let (name, slug) = (name.into(), slug.into());
        AdditionalService { id, website_id, name, slug, cost_cents, created_at: at, updated_at: at }
    })
}

pub(super) fn writer_levels(plan: &Plan) -> impl Iterator<Item = WriterLevel> {
    let at = plan.opened_at();
    each(plan, plan.ids.writer_levels, &words::WRITER_LEVELS).map(move |(id, website_id, place, word)| {
        let (name, page_cents, max_orders) = *word;
        WriterLevel {
            id,
            website_id,
            name: name.into(),
            description: format!("Grade {} of {}", place + 1, words::WRITER_LEVELS.len()).into(),
            page_cents,
            slide_cents: page_cents / 2,
            class_cents: Some(page_cents * 4),
            tips_pct: TIPS_PCT[usize::try_from(place).unwrap_or_default()],
            min_orders: place * 40,
            max_orders,
            display_order: place + 1,
            created_at: at,
            updated_at: at,
        }
    })
}

/// Share of a tip that a writer of each grade keeps.
pub(super) const TIPS_PCT: [i32; 4] = [60, 70, 80, 90];

pub(super) fn loyalty_tiers(plan: &Plan) -> impl Iterator<Item = LoyaltyTier> {
    let at = plan.opened_at();
    each(plan, plan.ids.loyalty_tiers, &words::TIERS).map(move |(id, website_id, place, word)| {
        let ((name, threshold), discount_pct) = (*word, 5 * (place + 1));
        let perks = format!("{discount_pct} % off every order").into();
        LoyaltyTier {
            id,
            website_id,
            name: name.into(),
            threshold,
            discount_pct,
            perks,
            created_at: at,
            updated_at: at,
        }
    })
}

pub(super) fn special_types(plan: &Plan) -> impl Iterator<Item = SpecialOrderType> {
    let at = plan.opened_at();
    each(plan, plan.ids.special_order_types, &words::SPECIAL_TYPES).map(move |(id, website_id, _, word)| {
        let description = format!("{word}, priced by days").into();
        SpecialOrderType { id, website_id, name: (*word).into(), description, created_at: at, updated_at: at }
    })
}

/// Level and size of a bundle for each duration.
pub(super) const BUNDLES: [(&str, i32); 4] = [("undergrad", 5), ("undergrad", 10), ("grad", 5), ("grad", 10)];
/// Bundle offers of a website.
pub(super) const OFFERS: usize = words::COURSE_DURATIONS.len() * BUNDLES.len();

/// Duration, level, classes and price per class of an offer.
pub(super) fn offer(place: usize) -> (&'static str, &'static str, i32, i64) {
    let (level, size) = BUNDLES[place % BUNDLES.len()];
    let course = place / BUNDLES.len() % words::COURSE_DURATIONS.len();
    let base = if level == "grad" { 9_500 } else { 7_500 };
    let price = base + 1_500 * i64::try_from(course).unwrap_or_default() - if size == 10 { 500 } else { 0 };
    (words::COURSE_DURATIONS[course], level, size, price)
}

pub(super) fn bundle_configs(plan: &Plan) -> impl Iterator<Item = ClassBundleConfig> {
    let at = plan.opened_at();
    (0..SITES.len() * OFFERS).map(move |place| {
        let (duration, level, bundle_size, price_per_class_cents) = offer(place % OFFERS);
        ClassBundleConfig {
            id: nth(plan.ids.class_bundle_configs, place),
            website_id: plan.website(place / OFFERS),
            duration: duration.into(),
            level: level.into(),
            bundle_size,
            price_per_class_cents,
            created_at: at,
            updated_at: at,
        }
    })
}

pub(super) fn reminder_configs(plan: &Plan) -> impl Iterator<Item = ReminderConfig> {
    let at = plan.opened_at();
    each(plan, plan.ids.payment_reminder_configs, &REMINDERS).map(move |(id, website_id, place, word)| {
        let (name, deadline_pct, message) = *word;
        ReminderConfig {
            id,
            website_id,
            name: name.into(),
            deadline_pct,
            message: message.into(),
            email_subject: Some(format!("{name}: your order").into()),
            is_active: true,
            display_order: place,
            created_by_id: Some(plan.staff(1)),
            created_at: at,
            updated_at: at,
        }
    })
}

/// One text in use and one that is kept but off, for each website.
pub(super) fn deletion_messages(plan: &Plan) -> impl Iterator<Item = DeletionMessage> {
    let at = plan.opened_at();
    let texts =
        ["Your unpaid order was removed. You can place it again at any time.", "Your order has expired."];
    (0..SITES.len()).flat_map(move |site| {
        texts.into_iter().enumerate().map(move |(place, message)| DeletionMessage {
            website_id: plan.website(site),
            message: message.into(),
            email_subject: Some("Your order was removed".into()),
            is_active: place == 0,
            created_by_id: Some(plan.staff(2 + site)),
            created_at: at,
            updated_at: at,
        })
    })
}
