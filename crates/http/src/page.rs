use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::request::Parts,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{ApiError, Clamped, Origin, Params};

/// Far beyond any page that exists, and small enough that `page × page_size` fits.
const LAST: i64 = 1_000_000_000;

/// One page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// All rows of the list.
    pub count: i64,
    /// Address of the next page.
    pub next: Option<String>,
    /// Address of the page before.
    pub previous: Option<String>,
    /// The rows of this page.
    pub results: Vec<T>,
    /// This page, from 1.
    pub current_page: i64,
    /// The same again, under the name some readers use.
    pub page: i64,
    /// How many pages there are; an empty list has one.
    pub total_pages: i64,
    /// Rows of a full page.
    pub page_size: i64,
}

/// The parameters of a paged list, as the OpenAPI document names them. [`Paging`] reads them.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described: Paging reads the parameters with the list's own bounds")]
pub struct PageQuery {
    /// Which page, from 1.
    #[param(minimum = 1, default = 1)]
    page: Option<i64>,
    /// Rows of a page; set to the nearest bound.
    #[param(minimum = 1)]
    page_size: Option<i64>,
}

/// Which page is asked for: rows per page up to `MAX`, `DEFAULT` when absent.
#[derive(Clone, Debug)]
pub struct Paging<const MAX: i64, const DEFAULT: i64> {
    /// This page, from 1.
    pub page: i64,
    /// Rows of a full page.
    pub page_size: i64,
    address: String,
    query: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Asked<const MAX: i64, const DEFAULT: i64> {
    #[serde(default)]
    page: Clamped<1, LAST, 1>,
    page_size: Option<Clamped<1, 500, 1>>,
}

impl<S: Send + Sync, const MAX: i64, const DEFAULT: i64> FromRequestParts<S> for Paging<MAX, DEFAULT> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let Params(asked) = Params::<Asked<MAX, DEFAULT>>::from_request_parts(parts, state).await?;
        let Ok(Origin(origin)) = Origin::from_request_parts(parts, state).await;
        // Nested routers see only their part of the path.
        let Ok(OriginalUri(uri)) = OriginalUri::from_request_parts(parts, state).await;
        let query = serde_html_form::from_str::<Vec<(String, String)>>(uri.query().unwrap_or_default());
        let query = query.unwrap_or_default().into_iter().filter(|(name, _)| name != "page");
        Ok(Self {
            page: asked.page.0,
            page_size: asked.page_size.map_or(DEFAULT, |size| size.0.min(MAX)),
            address: format!("{origin}{}/", uri.path().trim_end_matches('/')),
            query: query.collect(),
        })
    }
}

impl<const MAX: i64, const DEFAULT: i64> Paging<MAX, DEFAULT> {
    /// Rows before this page.
    pub fn offset(&self) -> u64 {
        u64::try_from((self.page - 1).saturating_mul(self.page_size)).unwrap_or(0)
    }

    /// Rows of this page at most.
    pub fn limit(&self) -> u64 {
        self.page_size.unsigned_abs()
    }

    /// The page, of a list with `count` rows in all.
    pub fn page<T>(&self, count: i64, results: Vec<T>) -> Page<T> {
        let total_pages = (count.max(0) + self.page_size - 1).div_euclid(self.page_size).max(1);
        let link = |page: i64| (1..=total_pages).contains(&page).then(|| self.link(page));
        Page {
            count,
            next: link(self.page + 1),
            previous: link(self.page - 1),
            results,
            current_page: self.page,
            page: self.page,
            total_pages,
            page_size: self.page_size,
        }
    }

    fn link(&self, page: i64) -> String {
        let mut query = self.query.clone();
        query.push(("page".to_owned(), page.to_string()));
        let query = serde_html_form::to_string(query).unwrap_or_default();
        format!("{}?{query}", self.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paging(page: i64) -> Paging<250, 20> {
        let query = vec![("search".to_owned(), "a b".to_owned())];
        Paging { page, page_size: 20, address: "http://h/x/".to_owned(), query }
    }

    #[test]
    fn links_exist_only_where_a_page_does() {
        let first = paging(1).page(41, vec![0; 20]);
        assert_eq!(first.next.as_deref(), Some("http://h/x/?search=a+b&page=2"));
        assert_eq!((first.previous, first.total_pages), (None, 3));
        let last = paging(3).page(41, vec![0]);
        assert_eq!((last.next, last.previous.is_some()), (None, true));
        let beyond = paging(9).page(41, Vec::<i32>::new());
        assert_eq!((beyond.next, beyond.previous), (None, None));
        assert_eq!(paging(1).page(0, Vec::<i32>::new()).total_pages, 1);
    }
}
