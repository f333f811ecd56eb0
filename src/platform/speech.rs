//! The device's own voice.

use super::quiet::Quiet;
use std::rc::Rc;

/// A device that speaks, or has the interface for it and no voice.
pub trait Speech {
    /// Gets ready to speak. Has to be called in a tap: some browsers let a page speak only after it has spoken in
    /// one. What is still being said ends. Calls `missing` once it's sure that there is no voice, now or when something is to be said.
    fn prepare(&self, missing: Rc<dyn Fn()>);
    /// Says something slowly, as loud as this (0 to 1).
    fn speak(&self, text: &str, volume: f64);
    /// Stops speaking.
    fn hush(&self);
}

impl Speech for Quiet {
    fn prepare(&self, _: Rc<dyn Fn()>) {}

    fn speak(&self, _: &str, _: f64) {}

    fn hush(&self) {}
}
