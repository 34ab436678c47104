//! A folder with a tiny data set, and what the import makes of it.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use chrono::{DateTime, Utc};

use crate::{
    Error, Problems,
    import::olist::{files::Files, map::Ids, market::Market, read},
};

/// Ids far apart, so that a mixed-up table shows.
pub(super) const IDS: Ids = Ids {
    websites: 10,
    users: 100,
    paper_types: 1_000,
    work_types: 2_000,
    orders: 3_000,
    payments: 4_000,
    loyalty_tiers: 5_000,
};

pub(super) fn time(text: &str) -> DateTime<Utc> {
    format!("{}Z", text.replace(' ', "T")).parse().unwrap()
}

pub(super) fn as_of() -> DateTime<Utc> {
    time("2018-09-01 00:00:00")
}

/// One file: stem, header and the lines of a test.
type File = (&'static str, &'static str, String);

/// Ana in SP ordered `o1` from the seller `s1` in RJ, where Rui, a customer without orders, lives.
pub(super) struct Set {
    files: Vec<File>,
    folder: PathBuf,
}

impl Set {
    pub(super) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("tally-olist-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = |stem, header, lines: &str| (stem, header, lines.to_owned());
        let files = vec![
            file(
                "customers",
                "customer_id,customer_unique_id,customer_city,customer_state",
                "c1,ana,x,SP\nc9,rui,x,RJ",
            ),
            file(
                "products",
                "product_id,product_category_name,product_category_name_english",
                "p1,brinquedos,toys",
            ),
            file("sellers", "seller_id,seller_state", "s1,RJ"),
            file(
                "orders",
                "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,\
                 order_delivered_customer_date,order_estimated_delivery_date",
                "o1,c1,delivered,2018-01-01 10:00:00,2018-01-01 11:00:00,2018-01-02 00:00:00,2018-01-05 00:00:00,2018-01-20 00:00:00",
            ),
            file(
                "order_items",
                "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value",
                "o1,1,p1,s1,2018-01-03 00:00:00,10.00,2.50",
            ),
            file(
                "order_payments",
                "order_id,payment_sequential,payment_type,payment_installments,payment_value",
                "o1,1,credit_card,1,12.50",
            ),
            file(
                "order_reviews",
                "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,\
                 review_answer_timestamp,text_status",
                "",
            ),
        ];
        Self { files, folder }
    }

    /// Replaces the lines of a file.
    pub(super) fn with(mut self, stem: &str, lines: &str) -> Self {
        self.file(stem).2 = lines.to_owned();
        self
    }

    /// Adds a line to a file.
    pub(super) fn and(mut self, stem: &str, line: &str) -> Self {
        let lines = &mut self.file(stem).2;
        *lines = format!("{lines}\n{line}");
        self
    }

    pub(super) fn header(mut self, stem: &str, header: &'static str) -> Self {
        self.file(stem).1 = header;
        self
    }

    pub(super) fn without(mut self, stem: &str) -> Self {
        self.files.retain(|(name, ..)| *name != stem);
        self
    }

    fn file(&mut self, stem: &str) -> &mut File {
        self.files.iter_mut().find(|(name, ..)| *name == stem).unwrap()
    }

    pub(super) fn write(self) -> Self {
        for (stem, header, lines) in &self.files {
            fs::write(self.path(stem), format!("{header}\n{lines}\n")).unwrap();
        }
        self
    }

    pub(super) fn path(&self, stem: &str) -> PathBuf {
        self.folder.join(format!("olist_{stem}_dataset.csv"))
    }

    pub(super) fn read(&self) -> Result<Market, Error> {
        let records = read::read(Files::open(&self.folder)?)?;
        Ok(Market::new(records, as_of()))
    }

    pub(super) fn market(self) -> Market {
        self.write().read().unwrap()
    }

    /// The problems of a set that must be refused.
    pub(super) fn problems(self) -> Problems {
        match self.write().read() {
            Err(Error::Rows(problems)) => problems,
            other => panic!("expected broken rows, got {other:?}"),
        }
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}
