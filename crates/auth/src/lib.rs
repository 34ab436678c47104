//! Who is asking, and whose rows he may see.
//!
//! A handler says who may call it by the extractor it takes ([`Member`], [`Staff`], [`Admin`],
//! [`Superadmin`]), and [`Scoped`] adds the websites the caller may see.

pub mod audit;
mod caller;
pub mod names;
pub mod notice;
mod once;
pub mod password;
mod permission;
mod principal;
mod scoped;
mod sent;
pub mod session;
pub mod token;

pub use self::{
    caller::{Admin, Caller, Desk, Member, RoleRule, Staff, Superadmin, Writer},
    once::{Once, OnceWrite},
    permission::Permission,
    scoped::{Own, ScopeQuery, Scoped},
    sent::SentToken,
};
