//! Keeps the list of steps in step with the walk: which steps it has and for how long, and which is on now.
//!
//! The list is the page's own HTML, with every card in it, so that it can be read, searched and printed without a
//! program. Here it is only put in another order and marked, through the DOM: as a component it would have to be made
//! again from props as large as the page.

use super::times::in_words;
use super::use_session::Page;
use crate::content::Words;
use crate::core::plan::Hold;
use crate::platform::list;
use std::rc::Rc;
use yew::prelude::*;

/// Where the steps of the walk are.
const WALK: &str = "positions";

/// Where the others wait.
const OTHERS: &str = "alternates";

/// The links on the figure.
const PLACES: &str = "places";

/// Shows these holds, and the index of the one that is on now. `go` is called with the index of a hold that
/// is asked for. On each return to the page the list is a new one.
#[hook]
pub fn use_steps(
    words: &Words,
    holds: &Rc<Vec<Hold>>,
    current: Option<usize>,
    page: Page,
    go: Callback<usize>,
) {
    let id = |hold: &Hold| words.steps[usize::from(hold.step)].id.clone();
    // The page comes with the first plan.
    let first = use_mut_ref(|| true);
    use_effect_with((holds.clone(), page), {
        let words = words.clone();
        move |(holds, page)| {
            if first.replace(false) || page.away {
                return;
            }
            let notes = holds.iter().map(|hold| in_words(&words.labels, u32::from(hold.seconds)));
            let ids = holds.iter().map(|hold| words.steps[usize::from(hold.step)].id.to_string());
            list::arrange(WALK, OTHERS, PLACES, &ids.zip(notes).collect::<Vec<_>>());
        }
    });
    use_effect_with((current.map(|at| id(&holds[at])), page), |(id, _)| list::mark(WALK, id.as_deref()));
    use_effect_with(page, move |_| {
        let listening = list::on_choice(WALK, move |place| go.emit(place));
        move || drop(listening)
    });
}
