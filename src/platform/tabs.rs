//! The site's other tabs: only one of them plays at a time.

use super::events::Listening;
use super::quiet::Quiet;
use std::rc::Rc;

/// What reaches the other tabs.
pub trait Tabs {
    /// Says to them that this one plays now, and calls when another one does, until what is returned is dropped.
    fn claim(&self, other: Rc<dyn Fn()>) -> Listening;
}

impl Tabs for Quiet {
    fn claim(&self, _: Rc<dyn Fn()>) -> Listening {
        Box::new(())
    }
}
