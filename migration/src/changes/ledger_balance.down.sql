DROP TRIGGER ledger_entries_balanced ON ledger_entries;

DROP FUNCTION ledger_balanced;
