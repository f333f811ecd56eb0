//! Dates of visits, and the calendar file.

use crate::content::fill;
use crate::content::prepare::Prepare;
use crate::core::Text;
use crate::core::course::MOST;
use yew::prelude::*;

/// The fields and the button.
pub fn dates(prepare: &Prepare) -> Html {
    let (words, course) = (&prepare.words, &prepare.course);
    html! {
        <section class="dates" aria-labelledby="dates" data-below="">
            <h2 id="dates" tabindex="-1">{ &*words.dates_title }</h2>
            <div class="tool">
                <p class="dates__lead">{ &*words.dates_lead }</p>
                { one("visits", &words.visits, (1..=MOST).map(|n| (n.to_string(), Text::from(n.to_string()))), "1") }
                <ol class="visits">{ for (1..=MOST).map(|n| visit(prepare, n)) }</ol>
                <p class="buttons visits__weekly">
                    <button type="button" class="quiet" data-do="weekly">{ &*words.weekly }</button>
                </p>
                { one("length", &words.length, course.lengths.iter().map(|[value, label]| (value.to_string(), label.clone())), "60") }
                { one("alarm", &words.alarm, course.alarms.iter().map(|[value, label]| (value.to_string(), label.clone())), "") }
                { called(prepare) }
                <label class="write"><span>{ &*words.place }</span>
                    <input type="text" name="visit-place" data-kind="date" dir="auto" /></label>
                <p class="dates__make"><button type="button" class="primary" data-do="calendar">{ &*words.make }</button></p>
                <div id="dates-told" class="dates__told" role="status"></div>
            </div>
        </section>
    }
}

fn visit(prepare: &Prepare, n: usize) -> Html {
    let words = &prepare.words;
    html! {
        <li class="visit">
            <fieldset>
                <legend>{ fill(&words.visit, &[("n", &n.to_string())]) }</legend>
                <label class="write"><span>{ &*words.date }</span>
                    <input type="date" name={format!("visit-{n}-date")} data-kind="date" /></label>
                <label class="write"><span>{ &*words.time }</span>
                    <input type="time" name={format!("visit-{n}-time")} data-kind="date" /></label>
            </fieldset>
        </li>
    }
}

fn one(
    name: &'static str,
    legend: &Text,
    options: impl Iterator<Item = (String, Text)>,
    usual: &str,
) -> Html {
    html! {
        <fieldset class="choice">
            <legend>{ &**legend }</legend>
            <div class="choice__row">
                { for options.map(|(value, label)| html! {
                    <label class="length">
                        <input type="radio" {name} value={value.clone()} checked={value == usual} data-kind="date" />
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
                    { for prepare.course.names.iter().enumerate().map(|(place, [value, name, look])| html! {
                        <label class="length">
                            <input type="radio" name="called" value={value.to_string()} checked={place == 0} data-kind="date"
                                data-says={name.to_string()} data-lead={look.to_string()} />
                            <span>{ &**name }</span>
                        </label>
                    }) }
                </div>
            </fieldset>
            <label class="write"><span>{ &*words.called_own }</span>
                <input type="text" name="called-own" data-kind="date" dir="auto" /></label>
        </>
    }
}
