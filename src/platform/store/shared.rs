//! The one store of the program: made when somebody first asks for it, and the same for all.

use super::{Join, Store};
use crate::platform::{Platform, here};
use std::cell::OnceCell;
use std::rc::Rc;

/// The store, made when it's first asked for: what only it needs lies with the islands that use it.
#[derive(Clone)]
pub struct Shared {
    store: Rc<OnceCell<Store>>,
    join: fn(&str) -> Join,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store)
    }
}

impl Shared {
    /// A store that isn't made yet. `join` says how two texts of a name are joined.
    pub fn new(join: fn(&str) -> Join) -> Self {
        Self { store: Rc::default(), join }
    }

    /// The store.
    pub fn get(&self) -> Store {
        self.store.get_or_init(|| Store::new(here::notes(), Platform::here().clock, self.join)).clone()
    }
}
