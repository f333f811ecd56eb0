//! What was found, as HTML: questions that open in place, and places elsewhere. Each letter finds anew, and a
//! text that is put in at once costs a browser far less than a tree of elements made one by one.

use super::{Kinds, Says};
use crate::content::{FindKind, Finds};
use crate::core::search::Found;
use crate::core::search::mark::{escape, mark};
use crate::platform::page as view;

/// What was found: a section for each kind. `opened` holds the questions that have been opened.
pub fn hits(says: &Says, found: &Found, finds: &Finds, kinds: &Kinds, opened: &[usize]) -> Vec<String> {
    let base = says.of("base");
    let stems = stems(found);
    let sections = kinds.iter().map(|(kind, places)| {
        let name = escape(says.of(&["kind-", &(*kind as usize).to_string()].concat()));
        let (begin, end, one): (_, _, &dyn Fn(usize) -> String) = match kind {
            FindKind::Question => ("", "", &|place| answer(found, finds, place, opened.contains(&place))),
            _ => ("<ul class=\"hits__places\">", "</ul>", &|place| {
                let find = &finds.entries[place];
                let title = mark(&escape(&find.title), stems);
                ["<li><a href=\"", base, &find.to, "\">", &title, "</a></li>"].concat()
            }),
        };
        let all: String = places.iter().map(|place| one(*place)).collect();
        ["<section class=\"answers\"><h2>", &name, "</h2>", begin, &all, end, "</section>"].concat()
    });
    sections.collect()
}

/// A question. Most that are found are never opened: the answer is put in when it is.
fn answer(found: &Found, finds: &Finds, place: usize, open: bool) -> String {
    let title = mark(&escape(&finds.entries[place].title), stems(found));
    let (open, body) = if open { (" open", body(found, finds, place)) } else { ("", String::new()) };
    let place = place.to_string();
    let begin = ["<details class=\"answer\"", open, "><summary data-tap=\"", &place, "\">"].concat();
    let ask = ["<span class=\"answer__ask\">", &title, "</span></summary>"].concat();
    [&begin, &*ask, "<div class=\"answer__body\" id=\"hit-", &place, "\">", &body, "</div></details>"]
        .concat()
}

/// The answer to a question, which stands in the list of all.
pub fn body(found: &Found, finds: &Finds, place: usize) -> String {
    let to = finds.entries[place].to.trim_start_matches(|c| c != '#');
    mark(&view::html_in(to).unwrap_or_default(), stems(found))
}

/// What is marked: nothing where all is only near.
fn stems(found: &Found) -> &[String] {
    if found.only_near { &[] } else { &found.stems }
}
