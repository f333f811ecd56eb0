//! The page: what is only read is made on the host; the questions to ask are an island.

use crate::content::book::{Book, Section};
use crate::content::fill;
use crate::content::known::{Country, Register};
use crate::content::legends::line;
use crate::core::Text;
use crate::route::Route;
use crate::ui::{BasisNote, Columns, PageHead, Prose, labels_mean, place};
use std::collections::BTreeSet;
use yew::prelude::*;

/// The page on choosing a practitioner. `asks` are the questions to ask, `give` puts ticked ones on the page to hand
/// over.
pub fn page(book: &Book, asks: Html, give: Html) -> Html {
    let (legends, page) = (&book.legends, &book.practitioners);
    let mut explained = BTreeSet::new();
    let contents = html! {
        <ul>
            { for page.sections.iter().map(|section| place(&section.id, &section.title)) }
            { place("registers", &legends.registers) }
            { place("countries", &legends.countries) }
        </ul>
    };
    html! {
        <>
            <PageHead heading={book.pages[Route::Practitioners.place()].heading.clone()}>
                <Prose html={page.intro.clone()} class="lead" />
            </PageHead>
            <Columns title={book.labels.contents()} {contents}>
                <div class="sections">
                    { labels_mean(&legends.labels_asked, &legends.labels_mean) }
                    { for page.sections.iter().map(|section| told(book, section, [&asks, &give], &mut explained)) }
                    <section class="section" aria-labelledby="registers">
                        <h2 id="registers">{ &*legends.registers }</h2>
                        { looked_up(book) }
                        { for page.registers.iter().map(|register| body(book, register)) }
                    </section>
                    <section class="section" aria-labelledby="countries">
                        <h2 id="countries">{ &*legends.countries }</h2>
                        { for page.countries.iter().map(|country| rules(book, country)) }
                    </section>
                </div>
            </Columns>
        </>
    }
}

/// A section, with the list that belongs to it.
fn told(book: &Book, section: &Section, [asks, give]: [&Html; 2], explained: &mut BTreeSet<Text>) -> Html {
    let page = &book.practitioners;
    let signs = |texts: &[Text]| html! { <ul class="signs">{ for texts.iter().map(|text| html! { <li>{ &**text }</li> }) }</ul> };
    html! {
        <section class="section" aria-labelledby={section.id.to_string()}>
            <h2 id={section.id.to_string()}>{ &*section.title }</h2>
            <Prose html={section.html.clone()} />
            { match &*section.id {
                "questions" => html! {
                    <div class="asks">{ asks.clone() }<div class="tool asks__tools">{ give.clone() }</div></div>
                },
                "good-signs" => signs(&page.good),
                "warning-signs" => signs(&page.warning),
                _ => html! {},
            } }
            <BasisNote of={book.basis_below(&section.claims, &section.sources, &section.plain, explained)} />
        </section>
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
                { age(book, &register.dated) }
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
                { age(book, &country.dated) }
                <BasisNote of={book.basis(&[], &country.sources, "")} />
            </div>
        </details>
    }
}

/// When registers and rules were looked up: said once, above both.
fn looked_up(book: &Book) -> Html {
    let Some(day) = book.rules_checked() else { return Html::default() };
    html! { <p class="aside">{ fill(&book.legends.checked, &[("date", &book.month(day))]) }</p> }
}

/// How old the page is that says so, where it tells.
fn age(book: &Book, dated: &str) -> Html {
    match dated.is_empty() {
        true => Html::default(),
        false => html! { <p class="aside">{ fill(&book.legends.checked_dated, &[("age", dated)]) }</p> },
    }
}
