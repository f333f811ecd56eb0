//! What a test puts into pages ahead of their own scripts.

/// A script served by the host under its name.
#[derive(Clone, Copy, Debug)]
pub struct Script {
    /// Unique among the scripts of a page.
    pub name: &'static str,
    /// Its source.
    pub text: &'static str,
}

/// Collects errors; in every watched page.
pub const ERRORS: Script = Script { name: "errors", text: include_str!("../assets/errors.js") };

/// The clock in the test's hands.
pub const CLOCK: Script = Script { name: "clock", text: include_str!("../assets/clock.js") };

/// A browser that refuses every kind of storage.
pub const NO_STORAGE: Script = Script { name: "no-storage", text: include_str!("../assets/no-storage.js") };

/// Notes each change of position and each announcement of a walk.
pub const WALK_LOG: Script = Script { name: "walk-log", text: include_str!("../assets/walk-log.js") };
