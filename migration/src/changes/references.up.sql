ALTER TABLE orders ADD COLUMN discount_id bigint REFERENCES discounts;

ALTER TABLE class_bundles ADD COLUMN discount_id bigint REFERENCES discounts;

ALTER TABLE payments
    ADD COLUMN discount_id bigint REFERENCES discounts,
    ADD COLUMN wallet_id bigint REFERENCES wallets,
    DROP CONSTRAINT payments_payment_type_check,
    ADD CONSTRAINT payments_payment_type_check CHECK (payment_type IN ('standard', 'predefined_special',
        'estimated_special', 'special_installment', 'class_payment', 'wallet_loading', 'tip')),
    DROP CONSTRAINT payments_owner_check,
    ADD CONSTRAINT payments_owner_check CHECK (num_nonnulls(order_id, special_order_id, class_bundle_id,
        tip_id, wallet_id) = 1),
    DROP CONSTRAINT payments_type_check,
    ADD CONSTRAINT payments_type_check CHECK (CASE payment_type WHEN 'standard' THEN order_id
        WHEN 'class_payment' THEN class_bundle_id WHEN 'wallet_loading' THEN wallet_id
        WHEN 'tip' THEN tip_id ELSE special_order_id END IS NOT NULL);
