//! What the page does outside itself: in the store, in its fields, at the printer, in files.

use super::{Heard, Prepare};
use crate::core::course::{Calendar, Moment};
use crate::platform::body::{LitFor, keep_awake};
use crate::platform::calendar::{self, Meant};
use crate::platform::file::{File, Link};
use crate::platform::{here, page, share};
use crate::prepare::action::{Action, Effect, Paper, Use};
use crate::prepare::file::file;
use crate::prepare::names::{DIALOG, is_ours};
use crate::prepare::says::Says;
use crate::prepare::views::Offer;
use std::rc::Rc;
use yew::prelude::*;

/// What the calendar file is called.
const CALENDAR_FILE: &str = "visits.ics";

impl Prepare {
    pub(super) fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect) {
        let Some(outside) = &self.outside else { return };
        match effect {
            Effect::Keep(texts) => outside.store.set(texts, |_| {}),
            Effect::Join(texts) => outside.store.add(texts, |_| {}),
            Effect::Clear => drop(outside.store.clear(is_ours)),
            Effect::Fill(texts) => texts.iter().for_each(|(name, text)| outside.fields.set(name, text)),
            Effect::Focus(id) => self.focus = Some(id),
            Effect::Speak(sentence) => {
                let mute = ctx.link().callback(|()| Heard::Action(Action::HasNoVoice));
                let speech = here::speech();
                speech.prepare(Rc::new(move || mute.emit(())));
                speech.speak(&sentence, 1.0);
            }
            Effect::Print(paper) => {
                let mark = match paper {
                    Paper::Sheet => "sheet",
                    Paper::Blank => "blank",
                    Paper::Lists => "lists",
                };
                if !share::print(mark) {
                    ctx.link().send_message(Heard::Action(Action::CannotPrint(paper)));
                }
            }
            Effect::Copy(text) => {
                let copied = ctx.link().callback(|done| Heard::Action(Action::Copied(done)));
                share::copy(&text, move |done| copied.emit(done));
            }
            Effect::MakeFile(how) => self.wanted = Some(how),
            Effect::Calendar(text) => {
                let file = File::new("text/calendar", |take| take(text.as_bytes()));
                self.offers.dates = file.and_then(|file| save(&file, CALENDAR_FILE));
            }
            Effect::Show(full) => {
                keep_awake(LitFor::Sheet, full);
                page::show_dialog(DIALOG, full);
            }
        }
    }

    /// Makes a file of the sheet as it's drawn for that.
    pub(super) fn make_file(&mut self, ctx: &Context<Self>, how: Use) {
        let says = &ctx.props().says;
        let language = self.outside.as_ref().map(|outside| outside.fields.language()).unwrap_or_default();
        let text = file(&language, says.sheet_head(), &page::inner_html(&self.drawn));
        let made = File::new("text/html", |take| take(text.as_bytes()));
        let name = file_name(says);
        match (how, made) {
            (Use::Save, Some(made)) => self.offers.sheet = save(&made, &name),
            (Use::Share, Some(made)) => {
                let shared = ctx.link().callback(|done| Heard::Action(Action::Shared(done)));
                share::share(&made, &name, move |done| shared.emit(done));
            }
            (_, None) => ctx.link().send_message(Heard::Action(Action::Shared(false))),
        }
    }
}

/// What the file of the sheet is called.
pub(super) fn file_name(says: &Says) -> String {
    [says.file_name(), ".html"].concat()
}

/// Offers a file to be saved, and gives a link to it besides.
fn save(file: &File, name: &str) -> Option<(Link, Offer)> {
    file.save(name);
    let link = file.link()?;
    let offer = Offer { address: link.0.clone(), name: name.to_owned() };
    Some((link, offer))
}

/// The calendar of the place where the device is.
pub(super) struct Here;

impl Calendar for Here {
    fn moment(&self, date: &str, time: &str) -> Moment {
        match calendar::moment(date, time) {
            Meant::At(at) => Moment::At(at),
            Meant::Twice(at) => Moment::Twice(at),
            Meant::Gap(other) => Moment::Gap(other),
            Meant::Nothing => Moment::Nowhere,
        }
    }

    fn stamp(&self, moment: i64) -> String {
        calendar::stamp(moment)
    }

    fn later(&self, date: &str, days: u32) -> String {
        calendar::later(date, days)
    }
}
