pub(super) mod my_discounts;
