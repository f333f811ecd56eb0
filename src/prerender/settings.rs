//! The dialog of the settings, in every page and outside `#app`: it outlives the page that is shown.

use super::{island, render};
use crate::app::islands::Island;
use crate::app::settings::{Settings, SettingsProps};
use crate::content::book::Book;
use yew::prelude::*;

/// The dialog. `static/js/keeper.js` opens it, so it opens without the program, which brings what is in it.
pub async fn dialog(book: &Book) -> String {
    let inside = island::<Settings>(Island::Settings, SettingsProps { words: book.settings.clone() });
    let dialog = html! {
        <dialog id="settings" class="settings" closedby="any" aria-labelledby="settings-title">{ inside }</dialog>
    };
    render(dialog, &book.base).await
}
