//! Choosing a practitioner: first steps, questions to ask, signs, letters, and rules by country.
//! Only read, so it is made on the host; ticking and adding questions is a small script's.

use crate::content::book::{Book, Section};
use crate::content::fill;
use crate::content::known::{Country, Register};
use crate::content::legends::line;
use crate::core::Text;
use crate::core::claim::Day;
use crate::route::Route;
use crate::ui::{BasisNote, Columns, Prose, below, place};
use yew::prelude::*;

/// The page on choosing a practitioner. `give` puts ticked questions on the page to hand over.
pub fn page(book: &Book, give: Html) -> Html {
    let (legends, page) = (&book.legends, &book.practitioners);
    let contents = html! {
        <ul>
            { for page.sections.iter().map(|section| place(&section.id, &section.title)) }
            { place("registers", &legends.registers) }
            { place("countries", &legends.countries) }
        </ul>
    };
    html! {
        <>
            <div class="page__head">
                <h1 tabindex="-1">{ &*book.pages[Route::Practitioners.place()].heading }</h1>
                <Prose html={page.intro.clone()} class="lead" />
            </div>
            <Columns title={book.labels.contents()} {contents}>
                <div class="sections">
                    { for page.sections.iter().enumerate().map(|(nth, section)| told(book, section, below(nth), &give)) }
                    <section class="section" aria-labelledby="registers" data-below={below(page.sections.len())}>
                        <h2 id="registers">{ &*legends.registers }</h2>
                        { for page.registers.iter().map(|register| body(book, register)) }
                    </section>
                    <section class="section" aria-labelledby="countries" data-below={below(page.sections.len() + 1)}>
                        <h2 id="countries">{ &*legends.countries }</h2>
                        { for page.countries.iter().map(|country| rules(book, country)) }
                    </section>
                </div>
            </Columns>
        </>
    }
}

/// A section, with the list that belongs to it.
fn told(book: &Book, section: &Section, below: Option<&'static str>, give: &Html) -> Html {
    let page = &book.practitioners;
    let signs = |texts: &[Text]| html! { <ul class="signs">{ for texts.iter().map(|text| html! { <li>{ &**text }</li> }) }</ul> };
    html! {
        <section class="section" aria-labelledby={section.id.to_string()} data-below={below}>
            <h2 id={section.id.to_string()}>{ &*section.title }</h2>
            <Prose html={section.html.clone()} />
            { match &*section.id {
                "questions" => asks(book, give),
                "good-signs" => signs(&page.good),
                "warning-signs" => signs(&page.warning),
                _ => html! {},
            } }
            <BasisNote of={book.basis(&section.claims, &section.sources, &section.plain)} />
        </section>
    }
}

fn asks(book: &Book, give: &Html) -> Html {
    let legends = &book.legends;
    html! {
        <div class="asks" data-asks="">
            <ul class="asks__list">
                { for book.practitioners.asks.iter().map(|(id, question, good)| html! {
                    <li id={id.to_string()}>
                        <label class="ask"><input type="checkbox" data-tick="ask" data-give="" value={id.to_string()} /><span>{ &**question }</span></label>
                        <p class="ask__good"><strong>{ &*legends.good_answer }{ ": " }</strong>{ &**good }</p>
                    </li>
                }) }
            </ul>
            <div class="tool asks__tools">
                <label for="own-ask">{ &*legends.own_ask }</label>
                <p class="buttons"><input id="own-ask" type="text" maxlength="300" autocomplete="off" />
                    <button type="button" class="quiet" data-ask="add">{ &*legends.ask_add }</button></p>
                <p class="buttons">
                    <button type="button" class="quiet" data-ask="copy">{ &*legends.ask_copy }</button>
                    <button type="button" class="quiet" data-ask="clear">{ &*legends.ask_clear }</button>
                </p>
                <p class="tool__count" id="asks-told" role="status" data-copied={legends.ask_copied.to_string()}
                    data-uncopied={legends.ask_uncopied.to_string()} data-unkept={legends.ask_unkept.to_string()}
                    data-remove={legends.ask_remove.to_string()}></p>
                { give.clone() }
            </div>
        </div>
    }
}

fn body(book: &Book, register: &Register) -> Html {
    let legends = &book.legends;
    let head = |place: usize| line(&legends.register_heads, place).to_string();
    html! {
        <details class="answer">
            <summary><span class="answer__ask">{ &*register.name }</span></summary>
            <div id={register.id.to_string()} class="answer__body">
                <dl class="facts">
                    if !register.letters.is_empty() { <dt>{ head(0) }</dt><dd>{ &*register.letters }</dd> }
                    <dt>{ head(1) }</dt><dd>{ &*register.asks }</dd>
                    <dt>{ head(2) }</dt><dd>{ &*register.proves }</dd>
                </dl>
                if !register.site.is_empty() {
                    <p><a href={format!("https://{}", register.site)} rel="noreferrer">{ &*register.site }</a>{ " " }{ &*legends.leaves }</p>
                }
                <p class="aside">{ looked_up(book, register.checked, &register.dated) }</p>
                <BasisNote of={book.basis(&[], &register.sources, "")} />
            </div>
        </details>
    }
}

fn rules(book: &Book, country: &Country) -> Html {
    html! {
        <details class="answer">
            <summary><span class="answer__ask">{ &*country.name }</span></summary>
            <div id={country.code.to_string()} class="answer__body">
                <p>{ &*country.status }</p>
                <p><strong>{ &*book.legends.check_there }{ ": " }</strong>{ &*country.check }</p>
                <p class="aside">{ looked_up(book, country.checked, &country.dated) }</p>
                <BasisNote of={book.basis(&[], &country.sources, "")} />
            </div>
        </details>
    }
}

/// When it was looked up, and how old the page was: the one says nothing about the other.
fn looked_up(book: &Book, day: Day, dated: &str) -> String {
    let month = book.month(day);
    match dated.is_empty() {
        true => fill(&book.legends.checked, &[("date", &month)]),
        false => fill(&book.legends.checked_dated, &[("date", &month), ("age", dated)]),
    }
}
