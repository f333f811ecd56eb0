//! What was found: questions that open in place, and places elsewhere.

use super::Kinds;
use crate::content::{FindKind, Finds, Words};
use crate::core::search::Found;
use crate::core::search::mark::{escape, mark};
use crate::platform::page as view;
use crate::ui::Base;
use yew::prelude::*;

/// What was found, by kind.
pub fn hits(words: &Words, found: &Found, finds: &Finds, kinds: &Kinds, base: &Base) -> Html {
    let stems: &[String] = if found.only_near { &[] } else { &found.stems };
    let names = words.labels.found_in();
    html! {
        { for kinds.iter().map(|(kind, places)| html! {
            <section key={*kind as usize} class="answers">
                <h2>{ names.lines().nth(*kind as usize).unwrap_or_default().to_owned() }</h2>
                if *kind == FindKind::Question {
                    { for places.iter().map(|place| answer(finds, *place, stems)) }
                } else {
                    <ul class="hits__places">
                        { for places.iter().map(|place| {
                            let find = &finds.entries[*place];
                            let title = marked(&escape(&find.title), stems);
                            html! { <li><a href={[&*base.0, &find.to].concat()}>{ title }</a></li> }
                        }) }
                    </ul>
                }
            </section>
        }) }
    }
}

/// A question and its answer, which stands in the list of all.
fn answer(finds: &Finds, place: usize, stems: &[String]) -> Html {
    let find = &finds.entries[place];
    let body = view::html_in(find.to.trim_start_matches(|c| c != '#')).unwrap_or_default();
    html! {
        <details key={place} class="answer">
            <summary><span class="answer__ask">{ marked(&escape(&find.title), stems) }</span></summary>
            <div class="answer__body">{ marked(&body, stems) }</div>
        </details>
    }
}

fn marked(html: &str, stems: &[String]) -> Html {
    let html = if stems.is_empty() { html.to_owned() } else { mark(html, stems) };
    Html::from_html_unchecked(html.into())
}
