//! What single members of staff may do, beyond what their role lets them.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IdenStatic as _, QueryFilter, QuerySelect};
use tally_db::unmetered;
use tally_entity::{Role, staff_profile};
use tally_http::{ApiError, ApiResult};

use crate::Caller;

/// A flag of `staff_profiles`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Create and edit users, give them new passwords.
    ManageUsers,
    /// Suspend users and take it back.
    SuspendUsers,
    /// Put users on probation and take it back.
    PutOnProbation,
    /// Put users on the black list.
    BlacklistUsers,
    /// Assign orders and move them on.
    HandleOrders,
    /// Decide disputes.
    ResolveDisputes,
    /// Refunds, fines and payment reminders.
    ManageFinancials,
    /// Pay people.
    ManagePayouts,
    /// Work on tickets.
    ManageTickets,
    /// Take reports out.
    ViewReports,
}

impl Permission {
    fn column(self) -> staff_profile::Column {
        use staff_profile::Column;
        match self {
            Self::ManageUsers => Column::CanManageUsers,
            Self::SuspendUsers => Column::CanSuspendUsers,
            Self::PutOnProbation => Column::CanPutOnProbation,
            Self::BlacklistUsers => Column::CanBlacklistUsers,
            Self::HandleOrders => Column::CanHandleOrders,
            Self::ResolveDisputes => Column::CanResolveDisputes,
            Self::ManageFinancials => Column::CanManageFinancials,
            Self::ManagePayouts => Column::CanManagePayouts,
            Self::ManageTickets => Column::CanManageTickets,
            Self::ViewReports => Column::CanViewReports,
        }
    }

    /// What the table says of somebody who has no row in it.
    fn by_default(self) -> bool {
        self != Self::BlacklistUsers
    }
}

impl Caller {
    /// Refuses whoever does not have this flag. Superadmins need none, and nobody but staff has any.
    ///
    /// Like everything about the caller it is not counted as a statement of the answer.
    ///
    /// # Errors
    /// 403 with the name of the flag.
    pub async fn require(&self, db: &impl ConnectionTrait, permission: Permission) -> ApiResult<()> {
        let held = match self.role {
            Role::Superadmin => true,
            Role::Admin | Role::Editor | Role::Support => unmetered(self.holds(db, permission)).await?,
            Role::Writer | Role::Client => false,
        };
        if held {
            return Ok(());
        }
        let flag = permission.column();
        Err(ApiError::forbidden(format!("You need the permission {} for this.", flag.as_str())))
    }

    async fn holds(&self, db: &impl ConnectionTrait, permission: Permission) -> ApiResult<bool> {
        let flag = staff_profile::Entity::find()
            .select_only()
            .column(permission.column())
            .filter(staff_profile::COLUMN.user_id.eq(self.id))
            .into_tuple::<bool>()
            .one(db)
            .await?;
        Ok(flag.unwrap_or(permission.by_default()))
    }
}
