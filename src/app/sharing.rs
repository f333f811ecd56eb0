//! Links to hand on (`ui::ShareLink`): with a program, the device shares them, or they are copied.

use crate::platform::share::{self, Link};

/// Begins to listen. Before links are followed: these are not.
pub fn begin() {
    share::on_link(|link: Link| {
        let Some(address) = link.address() else { return };
        share::share_address(&address.clone(), move || {
            share::copy(&address.clone(), move |done| {
                link.say(link.copied().filter(|_| done).unwrap_or(address));
            });
        });
    });
}
