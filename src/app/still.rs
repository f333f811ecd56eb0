//! The content of pages that are only read. Each page's own file brings it: the one that was
//! opened is there from the start, others are fetched when they are first gone to.

use crate::core::Text;
use crate::route::Route;
use std::cell::RefCell;
use std::rc::Rc;

/// What has been read so far, shared by everyone who holds it.
#[derive(Clone, Debug, Default)]
pub struct Still(Rc<RefCell<Vec<(Route, Text)>>>);

impl Still {
    /// The HTML of a page, if it has come.
    pub fn get(&self, route: Route) -> Option<Text> {
        let known = self.0.borrow();
        known.iter().find(|(known, _)| *known == route).map(|(_, html)| html.clone())
    }

    /// Keeps the HTML of a page.
    pub fn keep(&self, route: Route, html: Text) {
        if self.get(route).is_none() {
            self.0.borrow_mut().push((route, html));
        }
    }
}

impl PartialEq for Still {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
