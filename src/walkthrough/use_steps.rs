//! Keeps the list of steps in step with the walk: which steps it has and for how long, and which is on now.
//! The list itself is HTML of the page, so nothing of it is made again here.

use super::times::in_words;
use crate::content::Words;
use crate::core::plan::Hold;
use crate::platform::list;
use std::rc::Rc;
use yew::prelude::*;

/// Where the steps of the walk stand.
const WALK: &str = "positions";

/// Where the others wait.
const OTHERS: &str = "alternates";

/// The links on the figure.
const PLACES: &str = "places";

/// Shows these holds, and the index of the one that is on now. `go` is called with the index of a hold that
/// is asked for.
#[hook]
pub fn use_steps(words: &Words, holds: &Rc<Vec<Hold>>, current: Option<usize>, go: Callback<usize>) {
    let id = |hold: &Hold| words.steps[usize::from(hold.step)].id.clone();
    // The page comes with the first plan.
    let first = use_mut_ref(|| true);
    use_effect_with(holds.clone(), {
        let words = words.clone();
        move |holds| {
            if first.replace(false) {
                return;
            }
            let notes = holds.iter().map(|hold| in_words(&words.labels, u32::from(hold.seconds)));
            let ids = holds.iter().map(|hold| words.steps[usize::from(hold.step)].id.to_string());
            list::arrange(WALK, OTHERS, PLACES, &ids.zip(notes).collect::<Vec<_>>());
        }
    });
    use_effect_with(current.map(|at| id(&holds[at])), |id| list::mark(WALK, id.as_deref()));
    use_effect_with((), move |()| {
        let listening = list::on_choice(WALK, move |place| go.emit(place));
        move || drop(listening)
    });
}
