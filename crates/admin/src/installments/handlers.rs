pub(crate) mod class_bundles;
pub(crate) mod orders;
pub(crate) mod special_orders;
pub(crate) mod tracking;
