//! What a person's hands do on a page: pointing, pressing, typing.

use thirtyfour::Key;

use super::Page;

impl Page {
    /// Clicks at a point of the window, in CSS pixels from its corner, whatever is there.
    #[track_caller]
    pub fn click_at(&self, x: i64, y: i64) {
        let chain = self.session.handle().action_chain().move_to(x, y).click();
        self.session.run(chain.perform()).expect("a click");
    }

    /// Puts the pointer to a point of the window and presses; it stays pressed until it is let go.
    #[track_caller]
    pub fn hold_at(&self, x: i64, y: i64) {
        let chain = self.session.handle().action_chain().move_to(x, y).click_and_hold();
        self.session.run(chain.perform()).expect("the pointer to be pressed");
    }

    /// Lets the pointer go.
    #[track_caller]
    pub fn let_go(&self) {
        let chain = self.session.handle().action_chain().release();
        self.session.run(chain.perform()).expect("the pointer to be let go");
    }

    /// Presses and lets go keys where the focus is.
    #[track_caller]
    pub fn press(&self, keys: impl AsRef<str>) {
        let chain = self.session.handle().action_chain().send_keys(keys.as_ref());
        self.session.run(chain.perform()).expect("keys to be pressed");
    }

    /// Presses and lets go one key that has a name.
    #[track_caller]
    pub fn press_key(&self, key: Key) {
        let chain = self.session.handle().action_chain().key_down(key.clone()).key_up(key);
        self.session.run(chain.perform()).expect("a key to be pressed");
    }

    /// The same while another key is held.
    #[track_caller]
    pub fn press_with(&self, held: Key, key: Key) {
        let chain = self.session.handle().action_chain().key_down(held.clone());
        let chain = chain.key_down(key.clone()).key_up(key).key_up(held);
        self.session.run(chain.perform()).expect("keys to be pressed");
    }
}
