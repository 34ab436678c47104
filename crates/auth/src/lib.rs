//! Who is asking, and whose rows he may see.
//!
//! A handler says who may call it by the extractor it takes ([`Member`], [`Staff`], [`Admin`],
//! [`Superadmin`]), and [`Scoped`] adds the websites the caller may see.

pub mod audit;
mod caller;
pub mod password;
mod principal;
mod scoped;
mod sent;
pub mod session;
pub mod token;

pub use self::{
    caller::{Admin, Caller, Member, RoleRule, Staff, Superadmin},
    scoped::{Own, ScopeQuery, Scoped},
    sent::SentToken,
};
