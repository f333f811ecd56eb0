//! The settings as a dialog. It stands beside the app and is served by `static/js/settings.js`, so that
//! it works before the app is awake, and where the app can't start.

use crate::content::book::{Choice, Settings};
use crate::core::search::mark::escape;
use std::fmt::Write as _;

/// The dialog.
pub fn dialog(settings: &Settings) -> String {
    let choices: String = settings.choices.iter().map(choice).collect();
    let mut hide = String::new();
    for (name, title) in &settings.hide {
        let title = escape(title);
        write!(
            hide,
            "<label class=\"check\"><input type=\"checkbox\" name=\"hide-{name}\" value=\"{name}\"><span>{title}</span></label>"
        )
        .expect("a string takes everything");
    }
    format!(
        "<dialog id=\"settings\" class=\"settings\" aria-labelledby=\"settings-title\">\
         <h2 id=\"settings-title\" tabindex=\"-1\" autofocus>{title}</h2><p class=\"settings__lead\">{lead}</p>\
         <div class=\"settings__choices\">{choices}\
         <fieldset class=\"setting\"><legend>{hide_title}</legend><div class=\"setting__row\">{hide}</div></fieldset></div>\
         <p role=\"status\" class=\"settings__note\" data-unkept=\"{unkept}\" data-undrawn=\"{undrawn}\"></p>\
         <p class=\"settings__end\"><button type=\"button\" class=\"primary\" data-closes=\"settings\">{close}</button>\
         <button type=\"button\" class=\"quiet\" data-resets=\"settings\">{reset}</button></p></dialog>",
        title = escape(&settings.title),
        lead = escape(&settings.lead),
        hide_title = escape(&settings.hide_title),
        unkept = escape(&settings.unkept),
        undrawn = escape(&settings.undrawn),
        close = escape(&settings.close),
        reset = escape(&settings.reset),
    )
}

fn choice(choice: &Choice) -> String {
    let Choice { name, title, options } = choice;
    let mut row = String::new();
    for (value, words) in options {
        let checked = if value.is_empty() { " checked" } else { "" };
        let words = escape(words);
        write!(
            row,
            "<label class=\"length\"><input type=\"radio\" name=\"{name}\" value=\"{value}\"{checked}><span>{words}</span></label>"
        )
        .expect("a string takes everything");
    }
    format!(
        "<fieldset class=\"setting\"><legend>{}</legend><div class=\"setting__row\">{row}</div></fieldset>",
        escape(title)
    )
}
