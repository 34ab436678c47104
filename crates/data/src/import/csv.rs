//! Tables as CSV files.
