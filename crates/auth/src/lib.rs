//! Who is asking, and whose rows he may see.
//!
//! A handler says who may call it by the extractor it takes ([`Member`], [`Staff`], [`Admin`],
//! [`Superadmin`]), and [`Scoped`] adds the websites the caller may see.

pub mod audit;
mod caller;
mod listener;
pub mod mail;
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
    caller::{
        Admin, Caller, Client, Desk, DeskOrClient, Member, Operator, RoleRule, Staff, StaffOrClient,
        Superadmin, Worker, Writer,
    },
    listener::{Listener, TokenQuery},
    once::{Once, OnceWrite},
    permission::Permission,
    scoped::{Own, ScopeQuery, Scoped},
    sent::SentToken,
};

use tally_cache::Policy;

/// What this crate keeps for every request, and what tells such answers apart.
pub fn policies() -> [(&'static Policy, &'static [&'static str]); 2] {
    [(&principal::POLICY, &["user", "session"]), (&scoped::WEBSITES, &[])]
}
