-- Their invoices go with a later step down.
DELETE FROM payments WHERE invoice_id IS NOT NULL;
DELETE FROM installments WHERE invoice_id IS NOT NULL;

ALTER TABLE payments
    DROP CONSTRAINT payments_payer_check,
    ADD CONSTRAINT payments_payer_check CHECK (client_id IS NOT NULL OR payment_type = 'standard'),
    DROP CONSTRAINT payments_payment_type_check,
    ADD CONSTRAINT payments_payment_type_check CHECK (payment_type IN ('standard', 'predefined_special',
        'estimated_special', 'special_installment', 'class_payment', 'wallet_loading', 'tip')),
    DROP CONSTRAINT payments_owner_check,
    ADD CONSTRAINT payments_owner_check CHECK (num_nonnulls(order_id, special_order_id, class_bundle_id,
        tip_id, wallet_id) = 1),
    DROP CONSTRAINT payments_type_check,
    ADD CONSTRAINT payments_type_check CHECK (CASE payment_type WHEN 'standard' THEN order_id
        WHEN 'class_payment' THEN class_bundle_id WHEN 'wallet_loading' THEN wallet_id
        WHEN 'tip' THEN tip_id ELSE special_order_id END IS NOT NULL),
    DROP COLUMN ledger_transfer_id,
    DROP COLUMN invoice_id;

ALTER TABLE installments
    DROP CONSTRAINT installments_owner_check,
    ADD CONSTRAINT installments_owner_check
        CHECK (num_nonnulls(class_bundle_id, special_order_id, order_id) = 1),
    DROP COLUMN invoice_id;

ALTER TABLE payout_requests
    DROP COLUMN settle_transfer_id,
    DROP COLUMN hold_transfer_id,
    DROP COLUMN payout_method_id;

ALTER TABLE loyalty_transactions DROP COLUMN redemption_request_id;

ALTER TABLE referrals DROP COLUMN ledger_transfer_id;

ALTER TABLE writer_payments DROP COLUMN ledger_transfer_id;

ALTER TABLE refunds DROP COLUMN ledger_transfer_id;

ALTER TABLE tips DROP COLUMN ledger_transfer_id;
