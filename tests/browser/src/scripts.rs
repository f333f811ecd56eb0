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

/// Counts what a page holds on to; beside the clock.
pub const COUNTS: Script = Script { name: "counts", text: include_str!("../assets/counts.js") };

/// A browser that refuses every kind of storage.
pub const NO_STORAGE: Script = Script { name: "no-storage", text: include_str!("../assets/no-storage.js") };

/// A browser that refuses to play any sound.
pub const NO_SOUND: Script = Script { name: "no-sound", text: include_str!("../assets/no-sound.js") };

/// Keeps hold of what a page plays and makes.
pub const SOUNDS: Script = Script { name: "sounds", text: include_str!("../assets/sounds.js") };

/// Keeps hold of what a page prints, copies and saves.
pub const HANDS: Script = Script { name: "hands", text: include_str!("../assets/hands.js") };

/// A device that can share files.
pub const SHARING: Script = Script { name: "sharing", text: include_str!("../assets/sharing.js") };

/// Notes everything by which a page reaches out or leaves something behind.
pub const REACH: Script = Script { name: "reach", text: include_str!("../assets/reach.js") };

/// Notes each change of position and each announcement of a walk.
pub const WALK_LOG: Script = Script { name: "walk-log", text: include_str!("../assets/walk-log.js") };

/// Makes every text one of the same length for its kind: for looking at a page whatever its words are.
pub const SAME_WORDS: Script = Script { name: "same-words", text: include_str!("../assets/same-words.js") };

/// Keeps what a screen reader is told from here on, in `__told`: every change of a status.
pub const COUNT_TOLD: &str = "window.__told = [];
    new MutationObserver((changes) => {
      const told = new Set(changes.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status]')));
      for (const it of told) if (it) __told.push(it.textContent);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });";

/// Lays out what lies below, as for somebody who has come there: until then Firefox reads no text in it.
pub const COME_NEAR: &str = "for (const it of document.querySelectorAll('main *')) {
    if (getComputedStyle(it).contentVisibility === 'auto') it.style.contentVisibility = 'visible';
}";
