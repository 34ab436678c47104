//! The files and columns of the public data set; further columns are ignored.

use std::path::Path;

use crate::{
    error::Error,
    import::source::{CsvFile, Folder},
};

/// One file of the set: its name without ending, and the columns that are read, in the order they are asked for.
pub(super) struct Spec {
    pub stem: &'static str,
    pub columns: &'static [&'static str],
}

pub(super) const CUSTOMERS: Spec = Spec {
    stem: "olist_customers_dataset",
    columns: &["customer_id", "customer_unique_id", "customer_state"],
};
pub(super) const PRODUCTS: Spec =
    Spec { stem: "olist_products_dataset", columns: &["product_id", "product_category_name_english"] };
pub(super) const SELLERS: Spec =
    Spec { stem: "olist_sellers_dataset", columns: &["seller_id", "seller_state"] };
pub(super) const ORDERS: Spec = Spec {
    stem: "olist_orders_dataset",
    columns: &[
        "order_id",
        "customer_id",
        "order_status",
        "order_purchase_timestamp",
        "order_approved_at",
        "order_delivered_carrier_date",
        "order_delivered_customer_date",
        "order_estimated_delivery_date",
    ],
};
pub(super) const ITEMS: Spec = Spec {
    stem: "olist_order_items_dataset",
    columns: &[
        "order_id",
        "order_item_id",
        "product_id",
        "seller_id",
        "shipping_limit_date",
        "price",
        "freight_value",
    ],
};
pub(super) const PAYMENTS: Spec = Spec {
    stem: "olist_order_payments_dataset",
    columns: &["order_id", "payment_sequential", "payment_type", "payment_installments", "payment_value"],
};
pub(super) const REVIEWS: Spec = Spec {
    stem: "olist_order_reviews_dataset",
    columns: &[
        "review_id",
        "order_id",
        "review_score",
        "review_comment_title",
        "review_comment_message",
        "review_creation_date",
        "review_answer_timestamp",
    ],
};

/// The opened files, each behind its header.
pub(super) struct Files {
    pub customers: CsvFile,
    pub products: CsvFile,
    pub sellers: CsvFile,
    pub orders: CsvFile,
    pub items: CsvFile,
    pub payments: CsvFile,
    pub reviews: CsvFile,
}

impl Files {
    /// Opens all files, or says everything that is missing at once.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let mut folder = Folder::list(path)?;
        let mut faults = Vec::new();
        let mut open = |spec: &Spec| open(&mut folder, spec, &mut faults);
        let files = (
            open(&CUSTOMERS)?,
            open(&PRODUCTS)?,
            open(&SELLERS)?,
            open(&ORDERS)?,
            open(&ITEMS)?,
            open(&PAYMENTS)?,
            open(&REVIEWS)?,
        );
        match files {
            (
                Some(customers),
                Some(products),
                Some(sellers),
                Some(orders),
                Some(items),
                Some(payments),
                Some(reviews),
            ) => Ok(Self { customers, products, sellers, orders, items, payments, reviews }),
            _ => Err(Error::Files(faults)),
        }
    }
}

fn open(folder: &mut Folder, spec: &Spec, faults: &mut Vec<String>) -> Result<Option<CsvFile>, Error> {
    let Some(source) = folder.files.remove(spec.stem) else {
        faults.push(format!("{0}.csv (or {0}.csv.gz) is missing", spec.stem));
        return Ok(None);
    };
    if folder.doubled.iter().any(|stem| stem == spec.stem) {
        faults.push(format!("{0}.csv and {0}.csv.gz are both there; keep one", spec.stem));
        return Ok(None);
    }
    let mut file = CsvFile::open(source)?;
    if let Err(missing) = file.want(spec.columns) {
        faults.push(format!("{} has no column {}", file.name(), missing.join(", ")));
        return Ok(None);
    }
    Ok(Some(file))
}
