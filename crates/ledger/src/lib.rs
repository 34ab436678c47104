//! Money: every movement is one balanced transfer of a double-entry ledger.
