-- Their wallets go with the next step down.
DELETE FROM payments WHERE wallet_id IS NOT NULL;

ALTER TABLE payments
    DROP CONSTRAINT payments_payment_type_check,
    ADD CONSTRAINT payments_payment_type_check CHECK (payment_type IN ('standard', 'predefined_special',
        'estimated_special', 'special_installment', 'class_payment', 'tip')),
    DROP CONSTRAINT payments_owner_check,
    ADD CONSTRAINT payments_owner_check CHECK (num_nonnulls(order_id, special_order_id, class_bundle_id,
        tip_id) = 1),
    DROP CONSTRAINT payments_type_check,
    ADD CONSTRAINT payments_type_check CHECK (CASE payment_type WHEN 'standard' THEN order_id
        WHEN 'class_payment' THEN class_bundle_id WHEN 'tip' THEN tip_id
        ELSE special_order_id END IS NOT NULL),
    DROP COLUMN wallet_id,
    DROP COLUMN discount_id;

ALTER TABLE class_bundles DROP COLUMN discount_id;

ALTER TABLE orders DROP COLUMN discount_id;
