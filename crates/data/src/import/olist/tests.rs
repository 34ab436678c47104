//! Each rule of the import on files of a few lines. The rows are made up here; none is from the real set.

mod broken;
mod files;
mod fixture;
mod money;
mod orders;
mod people;
mod reviews;
