//! The pages that are only read. They are written on the host, and need no program in the browser.

pub mod about;
mod glossary;
pub mod guide;
pub mod home;
mod stress;

use crate::content::book::Book;
use crate::route::Route;
use yew::prelude::*;

/// A page that needs its book alone.
pub fn page(book: &Book, route: Route) -> Html {
    match route {
        Route::Stress => stress::page(book),
        Route::Glossary => glossary::page(book),
        Route::About => about::about(book),
        _ => about::missing(book),
    }
}
