//! The steps, each about a screen of a phone: what is asked, and the way to the next.

use super::field::{ask, button};
use super::names::{Button, OWN_QUESTION, place_field, spot, take_field};
use super::says::Says;
use super::state::State;
use super::views::order;
use crate::content::book::Book;
use crate::content::fill;
use crate::content::prepare::{PLACES, Prepare, QUESTIONS, STOP, Step};
use crate::core::Text;
use crate::core::sheet::Wish;
use crate::ui::Prose;
use yew::prelude::*;

/// All steps. `map` is the figure with places to mark.
pub fn steps(book: &Book, says: &Says, map: &str) -> Html {
    let steps = &book.prepare.steps;
    html! { <>{ for steps.iter().enumerate().map(|(place, it)| step(book, says, place, it, map)) }</> }
}

fn step(book: &Book, says: &Says, place: usize, step: &Step, map: &str) -> Html {
    let prepare = &book.prepare;
    let (words, steps) = (&prepare.words, &prepare.steps);
    let nth = fill(&words.step_of, &[("n", &(place + 1).to_string()), ("total", &steps.len().to_string())]);
    let asks = html! { <>{ for step.asks.iter().map(|it| ask(it, &words.no_matter)) }</> };
    let (to, name) = match steps.get(place + 1) {
        Some(next) => (next.id.clone(), next.title.clone()),
        None => (Text::from("my-page"), words.sheet_title.clone()),
    };
    html! {
        <section class="step-by" aria-labelledby={step.id.to_string()}>
            <p class="step-by__nth">{ nth }</p>
            <h2 id={step.id.to_string()} tabindex="-1">{ &*step.title }</h2>
            <p class="step-by__lead">{ &*step.lead }</p>
            { match &*step.id {
                PLACES => html! { <>{ places(prepare, map) }{ asks }</> },
                STOP => html! { <>{ asks }{ rehearse(prepare) }</> },
                QUESTIONS => questions(book, says),
                _ => asks,
            } }
            if !step.note.is_empty() { <Prose html={step.note.clone()} class="step-by__note" /> }
            <p class="step-by__on"><a href={format!("#{to}")}>{ &*words.next }{ ": " }{ &*name }</a></p>
        </section>
    }
}

/// The body as a picture and as a list: both are one set of fields.
fn places(prepare: &Prepare, map: &str) -> Html {
    let (words, says) = (&prepare.words, &prepare.says);
    let pill = |id: &Text, value: &'static str, label: &Text| {
        html! {
            <label class="pick">
                <input type="radio" name={place_field(id)} {value} checked={value.is_empty()} />
                <span>{ &**label }</span>
            </label>
        }
    };
    html! {
        <div class="places">
            <div class="places__map" role="img" aria-label={words.map.to_string()}>
                <p class="places__sides" aria-hidden="true"><span>{ &*words.front }</span><span>{ &*words.behind }</span></p>
                { Html::from_html_unchecked(map.to_owned().into()) }
            </div>
            <p id={spot::MARKED} class="places__told" role="status"></p>
            <h3>{ &*words.list_title }</h3>
            <div class="places__list">
            { for prepare.places.iter().map(|(id, place)| html! {
                <fieldset class="place" id={place_field(id)}>
                    <legend>{ &**place }</legend>
                    { pill(id, "", &says.mark_open) }
                    { pill(id, Wish::Fine.name(), &says.mark_fine) }
                    { pill(id, Wish::Ask.name(), &says.mark_ask) }
                    { pill(id, Wish::Not.name(), &says.mark_not) }
                </fieldset>
            }) }
            </div>
        </div>
    }
}

/// The chosen sentence, large, to say aloud.
fn rehearse(prepare: &Prepare) -> Html {
    let words = &prepare.words;
    html! {
        <div class="rehearse tool">
            <h3>{ &*words.rehearse }</h3>
            <p class="rehearse__words" id={spot::REHEARSE} dir="auto">{ &*prepare.says.choose_first }</p>
            <p class="aside">{ &*words.rehearse_line }</p>
            <p class="buttons">{ button(Button::Hear, &words.hear_it) }</p>
            <p id={spot::REHEARSE_TOLD} role="status"></p>
        </div>
    }
}

/// Questions to take, own ones, and their order.
fn questions(book: &Book, says: &Says) -> Html {
    let words = &book.prepare.words;
    html! {
        <>
            <fieldset class="choice">
                <legend>{ &*words.from_list }</legend>
                <div class="choice__list">
                    { for book.practitioners.asks.iter().map(|(id, question, _)| html! {
                        <label class="check">
                            <input type="checkbox" name={take_field(id)} />
                            <span>{ &**question }</span>
                        </label>
                    }) }
                </div>
            </fieldset>
            <div class="tool">
                <label class="write">
                    <span>{ &*words.own_question }</span>
                    <input type="text" id={OWN_QUESTION} name={OWN_QUESTION} dir="auto" enterkeyhint="done" />
                </label>
                <p class="buttons">{ button(Button::Add, &words.add) }</p>
                <h3 id="order">{ &*words.order }</h3>
                <div id={spot::ORDER}>{ order(&State::default(), says, &Callback::noop()) }</div>
            </div>
        </>
    }
}
