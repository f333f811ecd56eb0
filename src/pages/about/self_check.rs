//! The self-check of the safety page: the lists of conditions, each line with a box to tick, and what to do about what
//! is ticked. A long list stands behind questions: whoever answers one with yes opens what is behind it. Style rules
//! alone show it (`reading.css`): it needs no script, stores nothing, and without a tick its lists are plain lists under
//! the headings of their results.

use crate::content::book::{Book, Condition, Listed, Outcome, Section};
use crate::ui::{BasisNote, Glyph, Prose, icon};
use yew::prelude::*;

/// The self-check round the sections that have a list, the most serious first.
pub fn self_check(book: &Book, give: Html) -> Html {
    let legends = &book.legends;
    let mut parts: Vec<(&Section, &Listed)> =
        book.safety.sections.iter().filter_map(|section| Some((section, section.listed.as_ref()?))).collect();
    parts.sort_by_key(|(_, listed)| listed.outcome);
    html! {
        <form class="selfcheck" autocomplete="off">
            <div class="selfcheck__head">
                <h2 id="self-check">{ &*legends.check_title }</h2>
                <p>{ &*legends.check_lead }</p>
            </div>
            { for parts.iter().map(|(section, listed)| part(book, section, listed)) }
            <div class="selfcheck__bar" role="status">
                <p class="selfcheck__none">{ &*legends.check_none }</p>
                { for parts.iter().map(|(section, listed)| html! {
                    <p data-result={listed.outcome.name()}>
                        <a href={format!("#{}", result_id(listed.outcome))}>{ heading(section, listed.outcome) }</a>
                    </p>
                }) }
            </div>
            <div class="selfcheck__results">
                <h2>{ &*legends.check_results }</h2>
                { for parts.iter().map(|(section, listed)| result(section, listed)) }
                { tools(book, give) }
            </div>
        </form>
    }
}

fn result_id(outcome: Outcome) -> String {
    format!("result-{}", outcome.name())
}

/// What to do, in words and with a shape of its own: no result is told by its colour.
fn heading(section: &Section, outcome: Outcome) -> Html {
    let glyph = match outcome {
        Outcome::Help => Glyph::Warning,
        Outcome::Talk => Glyph::Chat,
        Outcome::Wait => Glyph::HandPalm,
        Outcome::Doctor => Glyph::Stethoscope,
        Outcome::Ask => Glyph::Question,
        Outcome::Also => Glyph::NotePencil,
    };
    html! { <>{ icon(glyph) }<span>{ &*section.title }</span></> }
}

/// A section with its list.
fn part(book: &Book, section: &Section, listed: &Listed) -> Html {
    let all = book.conditions.iter().filter(|condition| condition.outcome == listed.outcome);
    let mut topics: Vec<(&str, Vec<&Condition>)> = Vec::new();
    for condition in all {
        match topics.iter_mut().find(|(topic, _)| *topic == &*condition.topic) {
            Some((_, list)) => list.push(condition),
            None => topics.push((&*condition.topic, vec![condition])),
        }
    }
    let list = topics.into_iter().map(|(topic, conditions)| {
        let lines = html! { <ul>{ for conditions.into_iter().map(line) }</ul> };
        match topic.is_empty() {
            true => lines,
            false => {
                html! { <details class="selfcheck__behind"><summary>{ topic }</summary>{ lines }</details> }
            }
        }
    });
    html! {
        <section class={classes!("section", super::tone(section.tone))} aria-labelledby={section.id.to_string()}>
            <h2 class="selfcheck__title" id={section.id.to_string()}>{ heading(section, listed.outcome) }</h2>
            <Prose html={section.html.clone()} />
            <div class="selfcheck__list">{ for list }</div>
            // Whoever needs an ambulance shouldn't stop to read when its number was checked.
            if listed.outcome != Outcome::Help { { super::numbers_checked(book, section) } }
            if !listed.after.is_empty() { <Prose html={listed.after.clone()} /> }
            <BasisNote of={book.basis(&section.claims, &section.sources, &section.plain)} />
        </section>
    }
}

fn line(condition: &Condition) -> Html {
    // What needs an ambulance or a crisis line is nothing to hand over.
    let gives = !matches!(condition.outcome, Outcome::Help | Outcome::Talk);
    html! {
        <li id={condition.id.to_string()}>
            <label>
                <input type="checkbox" data-then={condition.outcome.name()} data-give={gives.then_some("")} /><span>{ &*condition.words }</span>
            </label>
        </li>
    }
}

/// What to do about it, shown when something in the list is ticked.
fn result(section: &Section, listed: &Listed) -> Html {
    let id = result_id(listed.outcome);
    html! {
        <div class="result" data-result={listed.outcome.name()}>
            <h3 class="selfcheck__title" {id}>{ heading(section, listed.outcome) }</h3>
            <Prose html={listed.say.clone()} />
        </div>
    }
}

fn tools(book: &Book, give: Html) -> Html {
    let legends = &book.legends;
    html! {
        <>
            <div class="tool selfcheck__take">{ give }</div>
            <button type="reset" class="quiet">{ &*legends.check_clear }</button>
        </>
    }
}
