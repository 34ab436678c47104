ALTER TABLE tips ADD COLUMN ledger_transfer_id bigint REFERENCES ledger_transfers;

ALTER TABLE refunds ADD COLUMN ledger_transfer_id bigint REFERENCES ledger_transfers;

ALTER TABLE writer_payments ADD COLUMN ledger_transfer_id bigint REFERENCES ledger_transfers;

ALTER TABLE referrals ADD COLUMN ledger_transfer_id bigint REFERENCES ledger_transfers;

ALTER TABLE loyalty_transactions ADD COLUMN redemption_request_id bigint REFERENCES redemption_requests;

ALTER TABLE payout_requests
    ADD COLUMN payout_method_id bigint REFERENCES payout_methods,
    ADD COLUMN hold_transfer_id bigint REFERENCES ledger_transfers,
    ADD COLUMN settle_transfer_id bigint REFERENCES ledger_transfers;

ALTER TABLE installments
    ADD COLUMN invoice_id bigint REFERENCES invoices,
    DROP CONSTRAINT installments_owner_check,
    ADD CONSTRAINT installments_owner_check
        CHECK (num_nonnulls(class_bundle_id, special_order_id, order_id, invoice_id) = 1);

ALTER TABLE payments
    ADD COLUMN invoice_id bigint REFERENCES invoices,
    ADD COLUMN ledger_transfer_id bigint REFERENCES ledger_transfers,
    DROP CONSTRAINT payments_payment_type_check,
    ADD CONSTRAINT payments_payment_type_check CHECK (payment_type IN ('standard', 'predefined_special',
        'estimated_special', 'special_installment', 'class_payment', 'wallet_loading', 'tip', 'invoice')),
    DROP CONSTRAINT payments_owner_check,
    ADD CONSTRAINT payments_owner_check CHECK (num_nonnulls(order_id, special_order_id, class_bundle_id,
        invoice_id, tip_id, wallet_id) = 1),
    DROP CONSTRAINT payments_type_check,
    ADD CONSTRAINT payments_type_check CHECK (CASE payment_type WHEN 'standard' THEN order_id
        WHEN 'class_payment' THEN class_bundle_id WHEN 'wallet_loading' THEN wallet_id
        WHEN 'tip' THEN tip_id WHEN 'invoice' THEN invoice_id ELSE special_order_id END IS NOT NULL),
    DROP CONSTRAINT payments_payer_check,
    ADD CONSTRAINT payments_payer_check
        CHECK (client_id IS NOT NULL OR payment_type IN ('invoice', 'standard'));
