//! One booking; corrected only by a reversal.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{LedgerTransferId, UserId, WebsiteId},
    words,
};

words! {
    /// Why money moves.
    pub enum TransferKind: "String(StringLen::N(20))" {
        TopUp = "top_up",
        Payment = "payment",
        Refund = "refund",
        Withdrawal = "withdrawal",
        Tip = "tip",
        Fine = "fine",
        Bonus = "bonus",
        WriterPayment = "writer_payment",
        ReferralBonus = "referral_bonus",
        Loyalty = "loyalty",
        EscrowFund = "escrow_fund",
        EscrowRelease = "escrow_release",
        EscrowRefund = "escrow_refund",
        Fee = "fee",
        Adjustment = "adjustment",
        Reversal = "reversal",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_transfers")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LedgerTransferId,
    pub website_id: WebsiteId,
    pub kind: TransferKind,
    #[sea_orm(column_type = "String(StringLen::N(100))", unique)]
    pub reference: String,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub description: String,
    pub reverses_id: Option<LedgerTransferId>,
    pub created_by_id: Option<UserId>,
    #[sea_orm(column_type = "JsonBinary")]
    pub metadata: Json,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
