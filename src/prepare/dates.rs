//! Dates of visits, and the calendar file.

use super::field::button;
use super::names::{
    ALARM, Button, CALLED, CALLED_OWN, LENGTH, VISIT_PLACE, VISITS, spot, usual, visit_fields,
};
use super::says::Says;
use super::views::dates_status;
use crate::content::fill;
use crate::content::prepare::Prepare;
use crate::core::Text;
use crate::core::course::MOST;
use yew::prelude::*;

/// The fields and the button.
pub fn dates(prepare: &Prepare, says: &Says) -> Html {
    let (words, course) = (&prepare.words, &prepare.course);
    html! {
        <section class="dates" aria-labelledby="dates">
            <h2 id="dates" tabindex="-1">{ &*words.dates_title }</h2>
            <div class="tool">
                <p class="dates__lead">{ &*words.dates_lead }</p>
                { one(VISITS, &words.visits, (1..=MOST).map(|n| (n.to_string(), Text::from(n.to_string())))) }
                <ol class="visits">{ for (1..=MOST).map(|n| visit(prepare, n)) }</ol>
                <p class="buttons visits__weekly">{ button(Button::Weekly, &words.weekly) }</p>
                { one(LENGTH, &words.length, course.lengths.iter().map(|[value, label]| (value.to_string(), label.clone()))) }
                { one(ALARM, &words.alarm, course.alarms.iter().map(|[value, label]| (value.to_string(), label.clone()))) }
                { called(prepare) }
                <label class="write"><span>{ &*words.place }</span>
                    <input type="text" name={VISIT_PLACE} dir="auto" /></label>
                <p class="aside" id={spot::ZONE}></p>
                <p class="dates__make"><button type="button" class="primary" data-do={Button::Calendar.name()}>{ &*words.make }</button></p>
                <div id={spot::DATES_STATUS}>{ dates_status(&[], None, says) }</div>
            </div>
        </section>
    }
}

fn visit(prepare: &Prepare, n: usize) -> Html {
    let words = &prepare.words;
    let [date, time] = visit_fields(n);
    html! {
        <li class="visit">
            <fieldset>
                <legend>{ fill(&words.visit, &[("n", &n.to_string())]) }</legend>
                <label class="write"><span>{ &*words.date }</span>
                    <input type="date" name={date} /></label>
                <label class="write"><span>{ &*words.time }</span>
                    <input type="time" name={time} /></label>
            </fieldset>
        </li>
    }
}

fn one(name: &'static str, legend: &Text, options: impl Iterator<Item = (String, Text)>) -> Html {
    html! {
        <fieldset class="choice">
            <legend>{ &**legend }</legend>
            <div class="choice__row">
                { for options.map(|(value, label)| html! {
                    <label class="length">
                        <input type="radio" {name} value={value.clone()} checked={value == usual(name)} />
                        <span>{ &*label }</span>
                    </label>
                }) }
            </div>
        </fieldset>
    }
}

/// What visits are called: plainly, by name, or as somebody likes.
fn called(prepare: &Prepare) -> Html {
    let words = &prepare.words;
    html! {
        <>
            <fieldset class="choice">
                <legend>{ &*words.called }</legend>
                <p class="aside">{ &*words.called_line }</p>
                <div class="choice__row">
                    { for prepare.course.names.iter().map(|[value, name, _]| html! {
                        <label class="length">
                            <input type="radio" name={CALLED} value={value.to_string()} checked={**value == *usual(CALLED)} />
                            <span>{ &**name }</span>
                        </label>
                    }) }
                </div>
            </fieldset>
            <label class="write"><span>{ &*words.called_own }</span>
                <input type="text" name={CALLED_OWN} dir="auto" /></label>
        </>
    }
}
