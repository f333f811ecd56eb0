//! Preparing: small steps towards one page to hand over, checklists, and dates for a calendar.
//!
//! The page is HTML from the host, so it can be read, filled in and printed without a program. What keeps
//! it, and makes sheet and calendar file of it, is a program of its own (`desk`, `bin/desk.rs`), which
//! only this page loads.

#[cfg(feature = "ssr")]
mod dates;
pub mod desk;
#[cfg(feature = "ssr")]
mod field;
#[cfg(feature = "ssr")]
mod lists;
#[cfg(feature = "ssr")]
mod paper;
#[cfg(feature = "ssr")]
mod steps;

#[cfg(feature = "ssr")]
pub use page::page;

#[cfg(feature = "ssr")]
mod page {
    use super::{dates, lists, paper, steps};
    use crate::content::book::Book;
    use crate::route::Route;
    use crate::ui::{Prose, place};
    use yew::prelude::*;

    /// What marks are drawn with: a hatching, dots, a cross and a question mark, so that a sheet needs no
    /// colour. It goes into the sheet's file as well.
    const MARKS: &str = concat!(
        r#"<svg id="mark-shapes" class="unseen" width="0" height="0" aria-hidden="true" focusable="false">"#,
        r#"<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">"#,
        r#"<path d="M0 3.5h7" class="hatch"/></pattern>"#,
        r#"<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="1.4" class="dots"/></pattern>"#,
        r#"<symbol id="mark-not" viewBox="0 0 24 24"><path d="M5 5 19 19M19 5 5 19"/></symbol>"#,
        r#"<symbol id="mark-ask" viewBox="0 0 24 24"><path d="M8 9a4.2 4.2 0 1 1 6.2 3.7c-1.5.8-2.2 1.5-2.2 3M12 19.6v.2"/></symbol>"#,
        r#"<symbol id="mark-fine" viewBox="0 0 24 24"><path d="M4 13 10 19 20 6"/></symbol>"#,
        "</svg>"
    );

    /// The whole page. The name of its island; the figure to tap on, to look at, and to mark by hand.
    pub fn page(book: &Book, island: &'static str, [tapped, seen, by_hand]: [&str; 3]) -> Html {
        let prepare = &book.prepare;
        let words = &prepare.words;
        let says: String =
            prepare.says.pairs().iter().map(|(name, text)| format!("{name}={text}\n")).collect();
        html! {
            <>
                <div class="page__head">
                    <h1 tabindex="-1">{ &*book.pages[Route::Prepare.place()].heading }</h1>
                    <Prose html={prepare.intro.clone()} class="lead" />
                </div>
                <form id="desk" class="desk" data-island={island} autocomplete="off">
                    { Html::from_html_unchecked(MARKS.into()) }
                    <pre id="desk-says" hidden=true>{ says }</pre>
                    <p class="notice desk__failed" role="status">{ &*words.failed }</p>
                    <p class="notice desk__unscripted">{ &*words.no_script }</p>
                    <nav class="desk__contents" aria-label={words.steps.to_string()}>
                        <ol>
                            { for prepare.steps.iter().map(|step| place(&step.id, &step.title)) }
                            { place("my-page", &words.sheet_title) }
                            { place("lists", &words.lists_title) }
                            { place("dates", &words.dates_title) }
                        </ol>
                    </nav>
                    <div class="desk__work">
                        <div class="desk__steps">{ steps::steps(book, tapped) }</div>
                        { paper::paper(prepare, seen) }
                    </div>
                    { lists::lists(prepare) }
                    { dates::dates(prepare) }
                    { paper::blank(book, by_hand) }
                    { paper::handover(prepare) }
                </form>
            </>
        }
    }
}
