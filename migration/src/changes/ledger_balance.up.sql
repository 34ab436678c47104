-- Deferred, because a transfer is written before its entries.
CREATE FUNCTION ledger_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    legs bigint;
    total numeric;
BEGIN
    SELECT count(*), sum(amount_cents) INTO legs, total FROM ledger_entries WHERE transfer_id = NEW.transfer_id;
    IF legs < 2 OR total <> 0 THEN
        RAISE EXCEPTION 'transfer % does not balance: % entries, sum %', NEW.transfer_id, legs, total
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER ledger_entries_balanced AFTER INSERT ON ledger_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balanced();
