//! What the wanted orders are about.

use serde::Deserialize;
use tally_entity::{AcademicLevelId, PaperTypeId, SubjectId, WorkTypeId};
use tally_http::{Price, Words};
use utoipa::IntoParams;

use crate::orders::repository::list::Wanted;

/// What the wanted orders are about. Bounds are included.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WorkQuery {
    /// Beginnings of words of the topic, or an id; for staff also of the people's user names and addresses.
    search: Option<String>,
    /// The same as `search`.
    q: Option<String>,
    #[param(value_type = Option<i64>)]
    subject_id: Option<SubjectId>,
    #[param(value_type = Option<i64>)]
    paper_type_id: Option<PaperTypeId>,
    #[param(value_type = Option<i64>)]
    academic_level_id: Option<AcademicLevelId>,
    #[param(value_type = Option<i64>)]
    type_of_work_id: Option<WorkTypeId>,
    /// The name of the kind of work.
    #[serde(rename = "service_type__name")]
    service_type_name: Option<String>,
    /// A part of the subject's name.
    #[serde(rename = "subject__name__icontains")]
    subject_name_icontains: Option<String>,
    pages_min: Option<i64>,
    pages_max: Option<i64>,
    /// The same as `pages_min`.
    #[serde(rename = "pages__gte")]
    pages_gte: Option<i64>,
    /// The same as `pages_max`.
    #[serde(rename = "pages__lte")]
    pages_lte: Option<i64>,
    #[param(value_type = Option<f64>)]
    price_min: Option<Price>,
    #[param(value_type = Option<f64>)]
    price_max: Option<Price>,
    /// The same as `price_min`.
    #[serde(rename = "total_price__gte")]
    #[param(value_type = Option<f64>)]
    total_price_gte: Option<Price>,
    /// The same as `price_max`.
    #[serde(rename = "total_price__lte")]
    #[param(value_type = Option<f64>)]
    total_price_lte: Option<Price>,
    /// All of these flags.
    #[serde(default)]
    #[param(value_type = Option<Vec<String>>)]
    flags: Words,
}

impl WorkQuery {
    pub(super) fn narrow(self, wanted: &mut Wanted) {
        let Self {
            search,
            q,
            subject_id,
            paper_type_id,
            academic_level_id,
            type_of_work_id,
            service_type_name,
            subject_name_icontains,
            pages_min,
            pages_max,
            pages_gte,
            pages_lte,
            price_min,
            price_max,
            total_price_gte,
            total_price_lte,
            flags,
        } = self;
        wanted.search = search.or(q);
        wanted.subject = subject_id;
        wanted.paper_type = paper_type_id;
        wanted.academic_level = academic_level_id;
        wanted.work_type = type_of_work_id;
        wanted.work_type_name = service_type_name;
        wanted.subject_name = subject_name_icontains;
        wanted.pages = (pages_min.or(pages_gte), pages_max.or(pages_lte));
        let cents = |price: Option<Price>| price.map(|Price(cents)| cents);
        wanted.price = (cents(price_min.or(total_price_gte)), cents(price_max.or(total_price_lte)));
        wanted.flags = flags.0;
    }
}
