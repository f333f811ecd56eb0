//! Stillpoint: a companion before a first craniosacral session. Rooms in reading order.

#![recursion_limit = "256"]

pub mod app;
pub mod content;
pub mod core;
pub mod platform;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod route;
pub mod ui;

pub mod evidence;
pub mod faq;
#[cfg(feature = "ssr")]
mod pages;
pub mod practitioners;
pub mod prepare;
mod walkthrough;
