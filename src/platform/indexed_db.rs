//! The database that keeps what people write: small texts by name, safe on the device before they count as kept.

/// How a request ended.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Answer<T> {
    /// It is done.
    Done(T),
    /// It is done, but whatever was kept before is gone: somebody has cleared the site's data while the page was
    /// open.
    Emptied(T),
    /// The device refused.
    Failed,
}

/// What hears how a request ended.
pub type Then = Box<dyn FnOnce(Answer<()>)>;

/// What hears everything that is kept.
pub type Read = Box<dyn FnOnce(Answer<Vec<(String, String)>>)>;

/// A keeper of what a person wrote.
pub trait Notes {
    /// Reads everything.
    fn load(&self, then: Read);
    /// Keeps these texts by their names, all or none; an empty text is forgotten. Done once they are safe, also
    /// if the browser is ended by force.
    fn save(&self, notes: Vec<(String, String)>, then: Then);
}

/// Keeps nothing.
pub struct QuietNotes;

impl Notes for QuietNotes {
    fn load(&self, then: Read) {
        then(Answer::Failed);
    }

    fn save(&self, _: Vec<(String, String)>, then: Then) {
        then(Answer::Failed);
    }
}
