//! Keys that lead to the search. A single character does so only on the page that has it, where nobody can lose
//! anything by it (WCAG 2.1.4); and no key that somebody writes with is taken away.

use crate::platform::events::{Focus, Press};

/// Where a key leads.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Lead {
    /// Into the search box of this page.
    Box,
    /// To the page that has it.
    Page,
}

/// Where this key leads. `has_box`: the page that is shown has the search box.
pub fn lead(press: &Press, has_box: bool) -> Option<Lead> {
    if press.key.on == Focus::Field || press.alt {
        return None;
    }
    match (&*press.key.name, press.command) {
        ("/", false) if has_box => Some(Lead::Box),
        ("k" | "K", true) => Some(if has_box { Lead::Box } else { Lead::Page }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::events::Key;

    #[test]
    fn keys_lead_to_the_search() {
        let press =
            |name: &str, on, command| Press { key: Key { name: name.into(), on }, command, alt: false };
        for (name, command, has_box, leads) in [
            ("/", false, true, Some(Lead::Box)),
            ("/", false, false, None),
            ("/", true, true, None),
            ("k", true, true, Some(Lead::Box)),
            ("K", true, false, Some(Lead::Page)),
            ("k", false, true, None),
            ("Enter", true, true, None),
        ] {
            for on in [Focus::Page, Focus::Control] {
                assert_eq!(lead(&press(name, on, command), has_box), leads, "{name} {command} {has_box}");
            }
            let writing = press(name, Focus::Field, command);
            assert_eq!(lead(&writing, has_box), None, "{name} belongs to whoever writes");
        }
        let alt = Press { alt: true, ..press("/", Focus::Page, false) };
        assert_eq!(lead(&alt, true), None);
    }
}
