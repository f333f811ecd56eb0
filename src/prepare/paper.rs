//! The page to hand over, as it grows; an empty one to fill in by hand; and the same over the whole screen.

use super::field::button;
use crate::content::book::Book;
use crate::content::prepare::{Ask, Kind, Prepare, Step};
use crate::core::Text;
use crate::core::sheet::Wish;
use yew::prelude::*;

/// The page as it grows, and what can be done with it. `marks` is the figure to look at.
pub fn paper(prepare: &Prepare, marks: &str) -> Html {
    let (words, says) = (&prepare.words, &prepare.says);
    html! {
        <section class="paper" aria-labelledby="my-page">
            <h2 id="my-page" tabindex="-1">{ &*words.sheet_title }</h2>
            <p class="paper__lead">{ &*words.sheet_lead }</p>
            <label class="write paper__name">
                <span>{ &*words.name }</span>
                <input type="text" name="name" data-kind="name" dir="auto" />
            </label>
            <article id="sheet" class="sheet" aria-label={says.sheet_head.to_string()}>
                <h3 class="sheet__head">{ &*says.sheet_head }<span id="sheet-name" class="sheet__name" dir="auto"></span></h3>
                <div id="sheet-map" class="sheet__map" hidden=true>
                    { Html::from_html_unchecked(marks.to_owned().into()) }
                    { legend(prepare) }
                </div>
                <div id="sheet-parts" class="sheet__parts"></div>
                <p id="sheet-empty" class="sheet__empty">{ &*words.sheet_empty }</p>
            </article>
            <div class="tool">
                <label class="check paper__large">
                    <input type="checkbox" name="large" data-kind="large" /><span>{ &*words.large }</span>
                </label>
                <p class="paper__first">
                    <button type="button" class="primary" data-do="print">{ &*words.print }</button>
                </p>
                <p class="buttons">
                    { button("show", &words.show) }
                    { button("copy", &words.copy) }
                    { button("save", &words.save_file) }
                    <button type="button" class="quiet" data-do="share" id="share-file" hidden=true>{ &*words.share_file }</button>
                    { button("print-blank", &words.print_blank) }
                </p>
                <p id="paper-told" class="paper__told" role="status"></p>
                <p id="kept" class="aside"></p>
                <p class="aside">{ &*words.keeping }</p>
                <p class="buttons paper__erase">
                    { button("erase", &words.erase) }
                    <button type="button" class="quiet" data-do="unerase" id="unerase" hidden=true>{ &*words.unerase }</button>
                </p>
            </div>
        </section>
    }
}

/// What the marks mean.
fn legend(prepare: &Prepare) -> Html {
    let says = &prepare.says;
    let line = |wish: Wish, text: &Text| {
        html! {
            <li class="key" data-mark={wish.name()}>
                <svg class="key__spot spot" viewBox="0 0 40 40" data-mark={wish.name()} aria-hidden="true" focusable="false">
                    <circle cx="20" cy="20" r="18" />
                    <use href="#mark-ask" x="6" y="6" width="28" height="28" />
                    <use href="#mark-fine" x="6" y="6" width="28" height="28" />
                    <use href="#mark-not" x="6" y="6" width="28" height="28" />
                </svg>
                { text.trim_end_matches(':').to_owned() }
            </li>
        }
    };
    html! {
        <ul class="keys">
            { line(Wish::Not, &says.sheet_not) }
            { line(Wish::Ask, &says.sheet_ask) }
            { line(Wish::Fine, &says.sheet_fine) }
        </ul>
    }
}

/// The sheet over the whole screen, to hand over the phone.
pub fn handover(prepare: &Prepare) -> Html {
    html! {
        <dialog id="handover" class="handover" aria-label={prepare.says.sheet_head.to_string()}>
            <div id="handover-sheet" class="sheet" tabindex="0"></div>
            <p class="handover__end"><button type="button" class="primary" data-do="hide">{ &*prepare.words.hide }</button></p>
        </dialog>
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
    let places = &*step.id == "places";
    html! {
        <section class="sheet__part">
            <p class="blank__title">{ &*step.sheet }</p>
            if places {
                <div class="blank__map">{ Html::from_html_unchecked(marks.to_owned().into()) }{ legend(prepare) }</div>
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
