//! Before the walk: the lengths, fewer or other places, and Start.

use super::state::{Deed, Now};
use super::times::clock_face;
use super::use_walk::{SHAKE_CHANGE, UseWalk};
use crate::content::{Words, fill};
use crate::core::Text;
use crate::core::plan::{Choice, Plan};
use crate::core::position::Kind;
use crate::core::track::timeline::{Saying, Sounds};
use crate::core::walk::Event;
use crate::core::wishes::Voice;
use crate::platform::file::File;
use crate::platform::{body, form, page as view};
use crate::ui::{Glyph, icon};
use yew::prelude::*;

/// The fields of the wishes: filled whenever they come or something else is wished, and the transcript
/// is gone to when it comes.
#[hook]
pub fn use_fields(walk: &UseWalk, shown: bool) -> NodeRef {
    let fields = use_node_ref();
    let line = shown.then(|| walk.now.wishes.to_line());
    {
        let fields = fields.clone();
        use_effect_with(line, move |line| {
            if let Some(line) = line {
                form::fill(&fields, line);
            }
        });
    }
    use_effect_with(walk.now.transcript.is_some(), |shown| {
        if *shown {
            view::focus_id("transcript");
        }
    });
    fields
}

/// Choosing and starting.
pub fn chooser(words: &Words, walk: &UseWalk, fields: &NodeRef) -> Html {
    let (labels, now) = (&words.labels, &walk.now);
    let start = {
        let walk = walk.clone();
        Callback::from(move |event: MouseEvent| {
            // A tap made before the app was awake counts from the tap.
            let (ago, settle) = (view::tapped_ago(&event), walk.now.wishes.settle());
            let from = ago.saturating_sub(settle);
            walk.send(Event::Start { from, settle: settle.saturating_sub(ago) });
        })
    };
    let on_change = {
        let (walk, fields) = (walk.clone(), fields.clone());
        move |_: Changed| {
            let wishes = walk.now.wishes.clone().with(&form::read(&fields));
            if wishes != walk.now.wishes {
                walk.wish(wishes);
            }
        }
    };
    let on_click = {
        let (walk, words, fields) = (walk.clone(), words.clone(), fields.clone());
        move |event: MouseEvent| {
            if let Some(what) = form::pressed(&event) {
                pressed(&walk, &words, &what, &fields);
            }
        }
    };
    let minutes = now.choice.minutes;
    let start_label = match now.wishes.settle {
        0 => labels.start().to_string(),
        seconds => fill(&labels.start_settle(), &[("n", &seconds.to_string())]),
    };
    html! {
        <>
            { offer(words, walk) }
            if let Some(value) = &now.unknown {
                <p class="notice">{ fill(&labels.unknown_plan(), &[("value", value)]) }</p>
            }
            <div class="chooser" ref={fields.clone()} onchange={on_change} onclick={on_click}>
                <fieldset class="lengths">
                    <legend>{ &*labels.choose() }</legend>
                    <div class="lengths__row">
                        { for words.plans.iter().map(|plan| length(walk, plan, minutes)) }
                    </div>
                    if let Some(plan) = words.plan(minutes) {
                        <p class="lengths__line">{ &*plan.line }</p>
                    }
                </fieldset>
                <div class="chooser__hear">{ made(&words.sound.hear) }</div>
                <p class="aside">{ &*labels.before_start() }</p>
                <p class="chooser__start">
                    <button type="button" class="primary" id="walk-focus" data-early="start" onclick={start}>
                        { icon(Glyph::Play) }{ start_label }
                    </button>
                    <span class="chooser__wait" aria-hidden="true">{ &*labels.starting() }</span>
                </p>
                <details class="more">
                    <summary>{ &*labels.options() }</summary>
                    { options(words, walk) }
                </details>
                <div class="chooser__form">{ made(&words.sound.form) }</div>
                if let Some(text) = &now.transcript {
                    <section class="transcript" id="transcript" aria-label={labels.read().to_string()} tabindex="0">
                        <pre>{ &**text }</pre>
                    </section>
                }
                <p class="chooser__script">{ &*labels.needs_script() }</p>
                <p class="aside">{ &*labels.locked() }</p>
                <p class="aside"><strong>{ &*labels.keys_title() }{ ": " }</strong>{ &*labels.keys() }</p>
            </div>
        </>
    }
}

/// HTML that was made on the host.
fn made(html: &Text) -> Html {
    Html::from_html_unchecked(AttrValue::from(html.clone()))
}

/// A button of the form was pressed.
fn pressed(walk: &UseWalk, words: &Words, what: &str, fields: &NodeRef) {
    let (score, player) = (walk.score(), &walk.player);
    let Now { choice, timeline, wishes, .. } = &*walk.now;
    let save = |kind: &str, text: String| {
        if let Some(file) = File::new(kind, |take| take(text.as_bytes())) {
            file.save(&score.file_name(what));
        }
    };
    match what {
        "mp3" => {
            let (words, walk) = (words.clone(), walk.clone());
            walk.note(words.labels.taking());
            player.take_along(&score, move |made| {
                let labels = &words.labels;
                walk.note(if made { labels.taken() } else { labels.not_taken() });
            });
        }
        "txt" => save("text/plain;charset=utf-8", words.transcript(choice, timeline)),
        "vtt" => save("text/vtt", words.vtt(choice, timeline)),
        "read" => walk.act(Deed::Read),
        "pace" => walk.pacer.toggle(form::read(fields).contains("slower=1")),
        "pace-tap" => walk.pacer.tap(),
        "try-voice" if wishes.voice == Voice::Device => {
            body::speak(&words.caption(choice, Sounds::Saying(Saying::Hello)), 1.0);
        }
        "try-shake" => body::shake(SHAKE_CHANGE),
        _ => player.try_out(&score, what.trim_start_matches("try-")),
    }
}

/// One length to choose.
fn length(walk: &UseWalk, plan: &Plan, chosen: u16) -> Html {
    let choice = Choice { minutes: plan.minutes, ..walk.now.choice.clone() };
    let choose = walk.clone();
    let (number, unit) = plan.title.split_once(' ').unwrap_or((&plan.title, ""));
    html! {
        <label class="length">
            <input type="radio" name="plan" value={plan.minutes.to_string()} checked={plan.minutes == chosen}
                onchange={move |_: Changed| choose.choose(choice.clone())} />
            <span>{ number }{ " " }<span class="length__unit">{ unit }</span></span>
        </label>
    }
}

/// A field was changed (the walk has events of its own).
type Changed = yew::events::Event;

/// The offer to go on after a reload.
fn offer(words: &Words, walk: &UseWalk) -> Html {
    let labels = &words.labels;
    let Some(place) = &walk.now.offer else {
        return html! {};
    };
    let known = words.plan(place.choice.minutes).map(|plan| (plan, plan.holds(&place.choice)));
    let Some((plan, holds)) = known else {
        return html! {};
    };
    let mut over = 0;
    let hold = holds.iter().find(|hold| {
        over += u64::from(hold.seconds) * 1_000;
        over > place.elapsed
    });
    let title = hold.map_or_else(|| "".into(), |hold| words.steps[usize::from(hold.step)].title.clone());
    let done = clock_face(place.elapsed);
    let text = fill(&labels.go_on_text(), &[("title", &title), ("done", &done), ("plan", &plan.title)]);
    let (take, leave) = (walk.clone(), walk.clone());
    html! {
        <section class="offer-box" aria-labelledby="go-on">
            <h2 id="go-on">{ &*labels.go_on_title() }</h2>
            <p>{ text }</p>
            <p class="buttons">
                <button type="button" class="primary" onclick={move |_| take.answer_offer(true)}>{ &*labels.go_on() }</button>
                <button type="button" class="quiet" onclick={move |_| leave.answer_offer(false)}>{ &*labels.afresh() }</button>
            </p>
        </section>
    }
}

/// Fewer places, and other ones.
fn options(words: &Words, walk: &UseWalk) -> Html {
    let (labels, choice) = (&words.labels, &walk.now.choice);
    let plan = words.plan(choice.minutes);
    let can_be_fewer = plan.is_some_and(|plan| !plan.fewer.is_empty());
    let toggled = Choice { fewer: !choice.fewer, ..choice.clone() };
    let choose = walk.clone();
    html! {
        <>
            <label class="check">
                <input type="checkbox" checked={choice.fewer && can_be_fewer} disabled={!can_be_fewer}
                    onchange={move |_: Changed| choose.choose(toggled.clone())} />
                <span>{ &*labels.fewer() }</span>
            </label>
            <fieldset class="swaps">
                <legend>{ &*labels.swaps() }</legend>
                { for words.steps.iter().enumerate().filter_map(|(place, step)| {
                    let Kind::Alternate(usual) = step.kind else { return None };
                    Some(swap(words, walk, usual, place as u16))
                }) }
            </fieldset>
        </>
    }
}

/// One place that can be used instead of another.
fn swap(words: &Words, walk: &UseWalk, usual: u16, instead: u16) -> Html {
    let choice = &walk.now.choice;
    let on = choice.swaps.contains(&(usual, instead));
    let mut swapped = choice.clone();
    swapped.swaps.retain(|(from, _)| *from != usual);
    if !on {
        swapped.swaps.push((usual, instead));
    }
    let title = |place: u16| words.steps[usize::from(place)].title.clone();
    let label = fill(&words.labels.swap(), &[("instead", &title(instead)), ("usual", &title(usual))]);
    let choose = walk.clone();
    html! {
        <label class="check">
            <input type="checkbox" checked={on} onchange={move |_: Changed| choose.choose(swapped.clone())} />
            <span>{ label }</span>
        </label>
    }
}
