//! A field or button that is the page's own, and that an island listens to. Nothing happens where it's missing.

#[cfg(not(target_arch = "wasm32"))]
use super::events::Listening;

#[cfg(target_arch = "wasm32")]
pub use super::web::field::Field;

/// A field of the page, by its id. On the host there is none.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone)]
pub struct Field;

#[cfg(not(target_arch = "wasm32"))]
impl Field {
    /// The field with this id.
    pub fn new(_: &'static str) -> Self {
        Self
    }

    /// What stands in it. Letters that look the same are the same: full-width ones, ligatures.
    pub fn value(&self) -> String {
        String::new()
    }

    /// Writes into it, as if somebody had typed it: whatever listens to the field hears of it.
    pub fn type_text(&self, _: &str) {}

    /// Whether it has the focus.
    pub fn has_focus(&self) -> bool {
        false
    }

    /// Gives it the focus.
    pub fn focus(&self) {}

    /// Hides it, or shows it.
    pub fn set_hidden(&self, _: bool) {}

    /// Calls with what stands in it at each letter.
    pub fn on_input(&self, _: impl Fn(String) + 'static) -> Listening {
        Box::new(())
    }

    /// Calls when it gets the focus.
    pub fn on_focus(&self, _: impl Fn() + 'static) -> Listening {
        Box::new(())
    }

    /// Calls when it's pressed.
    pub fn on_click(&self, _: impl Fn() + 'static) -> Listening {
        Box::new(())
    }
}
