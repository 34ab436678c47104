DROP TRIGGER ledger_entries_refuse_change ON ledger_entries;
DROP TRIGGER ledger_transfers_refuse_change ON ledger_transfers;
DROP TRIGGER ledger_entries_balanced ON ledger_entries;

DROP FUNCTION refuse_ledger_change, ledger_balanced;
