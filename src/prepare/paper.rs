//! The page to hand over, as it grows, and an empty one to fill in by hand.

use super::field::button;
use super::names::{Button, LARGE, NAME, spot};
use super::says::Says;
use super::sheet::legend;
use super::views::sheet_status;
use crate::content::book::Book;
use crate::content::prepare::{Ask, Kind, PLACES, Prepare, Step};
use yew::prelude::*;

/// The page as it grows, and what can be done with it.
pub fn paper(prepare: &Prepare, says: &Says, sheet: Html) -> Html {
    let words = &prepare.words;
    html! {
        <section class="paper" aria-labelledby="my-page">
            <h2 id="my-page" tabindex="-1">{ &*words.sheet_title }</h2>
            <p class="paper__lead">{ &*words.sheet_lead }</p>
            <label class="write paper__name">
                <span>{ &*words.name }</span>
                <input type="text" name={NAME} dir="auto" />
            </label>
            <div class="paper__sheet" data-draw="">{ sheet }</div>
            <div class="tool">
                <label class="check paper__large">
                    <input type="checkbox" name={LARGE} /><span>{ &*words.large }</span>
                </label>
                <p class="paper__first">
                    <button type="button" class="primary" data-do={Button::Print.name()}>{ &*words.print }</button>
                </p>
                <p class="buttons" id={spot::SHEET_BUTTONS} data-beside="">
                    { button(Button::Show, &words.show) }
                    { button(Button::Copy, &words.copy) }
                    { button(Button::Save, &words.save_file) }
                    { button(Button::PrintBlank, &words.print_blank) }
                </p>
                <p class="aside">{ &*words.keeping }</p>
                <p class="buttons paper__erase" id={spot::UNDO} data-beside="">{ button(Button::Erase, &words.erase) }</p>
                // Last: what's said here comes and goes, and no button moves under a finger.
                <div id={spot::SHEET_STATUS}>{ sheet_status("", None, None, says) }</div>
            </div>
        </section>
    }
}

/// An empty page: every part with what could be ticked, the figure, and lines to write on.
pub fn blank(book: &Book, marks: &str) -> Html {
    let prepare = &book.prepare;
    html! {
        <article class="sheet blank" aria-hidden="true">
            <p class="sheet__head">{ &*prepare.says.sheet_head }<span class="rule" /></p>
            <div class="blank__parts">
                { for prepare.steps.iter().map(|step| part(prepare, step, marks)) }
            </div>
        </article>
    }
}

fn part(prepare: &Prepare, step: &Step, marks: &str) -> Html {
    let places = &*step.id == PLACES;
    let says = &prepare.says;
    let legend = || legend([&says.sheet_not, &says.sheet_ask, &says.sheet_fine].map(|text| &**text));
    html! {
        <section class="sheet__part">
            <p class="blank__title">{ &*step.sheet }</p>
            if places {
                <div class="blank__map">{ Html::from_html_unchecked(marks.to_owned().into()) }{ legend() }</div>
            }
            { for step.asks.iter().map(asked) }
            if step.asks.is_empty() {
                <ol><li class="rule" /><li class="rule" /><li class="rule" /></ol>
            }
        </section>
    }
}

fn asked(ask: &Ask) -> Html {
    match ask.kind {
        Kind::Ticks | Kind::One => html! {
            <p class="blank__boxes">
                if ask.kind == Kind::One { <strong>{ &*ask.legend }{ ": " }</strong> }
                { for ask.options.iter().map(|[_, label, _]| html! { <span class="box">{ &**label }</span> }) }
            </p>
        },
        Kind::Text | Kind::Line => html! {
            <p class="blank__lines"><span>{ &*ask.legend }</span><span class="rule" />
                if ask.kind == Kind::Text { <span class="rule" /> }</p>
        },
    }
}
