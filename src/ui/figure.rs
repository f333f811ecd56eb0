//! The resting figure and the practitioner's hands.
//!
//! The drawing stands once in every page; here its parts are only named. Which hand lies where is in
//! the style sheet (made from `prerender/figure/hands.rs`): the figure says at which step it is, and
//! the rest is the browser's, without a line of script.

use crate::core::Text;
use yew::prelude::*;

/// Table, hands below, body, hands above. Every hand knows all shapes; the style sheet shows one.
const PARTS: &str = concat!(
    r##"<svg viewBox="-70 -200 1160 720"><use href="#figure-table"/></svg>"##,
    r##"<svg class="hand hand--under hand--lu" viewBox="-70 -200 1160 720"><use class="back" href="#hand-back"/><use class="cup" href="#hand-cup"/><use class="pads" href="#hand-pads"/></svg>"##,
    r##"<svg class="hand hand--under hand--ru" viewBox="-70 -200 1160 720"><use class="back" href="#hand-back"/><use class="cup" href="#hand-cup"/><use class="pads" href="#hand-pads"/></svg>"##,
    r##"<svg viewBox="-70 -200 1160 720"><use href="#figure-body"/></svg>"##,
    r##"<svg class="hand hand--lo" viewBox="-70 -200 1160 720"><use class="back" href="#hand-back"/><use class="cup" href="#hand-cup"/><use class="pads" href="#hand-pads"/></svg>"##,
    r##"<svg class="hand hand--ro" viewBox="-70 -200 1160 720"><use class="back" href="#hand-back"/><use class="cup" href="#hand-cup"/><use class="pads" href="#hand-pads"/></svg>"##,
);

/// The drawing at a step, and below it the words for who does not see it: those of the view that is
/// chosen. `drawn` is the drawing in words, on the back, on the side and seated; nothing where the
/// words stand beside it anyway.
pub fn figure(place: &str, drawn: Option<&[Text; 3]>) -> Html {
    html! {
        <>
            <div class="figure" data-at={place.to_owned()} aria-hidden="true">
                { Html::from_html_unchecked(AttrValue::Static(PARTS)) }
            </div>
            if let Some([back, lying, seated]) = drawn.filter(|[back, ..]| !back.is_empty()) {
                <p class="unseen drawn">
                    <span>{ &**back }</span><span data-of="lying">{ &**lying }</span><span data-of="seated">{ &**seated }</span>
                </p>
            }
        </>
    }
}
