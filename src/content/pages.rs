//! What is said of a page outside its text: in its head, in links to it, and over a group of questions.

use crate::core::Text;

/// What stands in a page's head, and its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its path from the root, without a base path.
    pub path: Text,
    /// The document's title.
    pub title: Text,
    /// Its description for search engines and link previews.
    pub description: Text,
    /// The one first-level heading.
    pub heading: Text,
    /// Its name in the navigation.
    pub nav: Text,
    /// Whether it says when its facts were last checked.
    pub checked: bool,
}

/// A group of questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name in links.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// How many of the questions, in order, belong to it.
    pub questions: u16,
}
