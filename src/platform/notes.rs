//! Keeping what a person wrote: small texts by name, safe on the device before it is said to be kept.

/// What hears whether something was kept.
pub type Then = Box<dyn FnOnce(bool)>;

/// What hears everything that is kept; nothing where it can't be read.
pub type Read = Box<dyn FnOnce(Option<Vec<(String, String)>>)>;

/// A keeper of what a person wrote.
pub trait Notes {
    /// Reads everything.
    fn load(&self, then: Read);
    /// Keeps these texts by their names, all or none; an empty text is forgotten. `true` once they are
    /// safe, also if the browser is ended by force.
    fn save(&self, notes: Vec<(String, String)>, then: Then);
    /// Forgets everything.
    fn clear(&self, then: Then);
}

/// Keeps nothing.
pub struct QuietNotes;

impl Notes for QuietNotes {
    fn load(&self, then: Read) {
        then(None);
    }

    fn save(&self, _: Vec<(String, String)>, then: Then) {
        then(false);
    }

    fn clear(&self, then: Then) {
        then(false);
    }
}

/// The keeper of the place we run in.
pub fn here() -> std::rc::Rc<dyn Notes> {
    #[cfg(target_arch = "wasm32")]
    return std::rc::Rc::new(super::web::notes::WebNotes);
    #[cfg(not(target_arch = "wasm32"))]
    std::rc::Rc::new(QuietNotes)
}
