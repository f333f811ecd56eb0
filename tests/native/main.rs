//! Checks on the host: what the words, the pages and the tree must keep to.

mod content;
mod contrast;
mod fuzz;
mod layering;
mod licences;
mod prerender;
mod search;
mod self_check;
mod styles;
mod track;
