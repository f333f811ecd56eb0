//! The base path.

use crate::route::Route;
use yew::prelude::*;

/// The path that the site stands under: `/`, or for instance `/app/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Base(pub AttrValue);

impl Base {
    /// The address of a page, with what follows its path (`#anchor` or nothing).
    pub fn to(&self, route: Route, rest: &str) -> AttrValue {
        let path = route.path();
        AttrValue::from(format!("{}{}{rest}", self.0, path.trim_start_matches('/')))
    }
}
