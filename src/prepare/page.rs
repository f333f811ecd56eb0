//! The whole page, as the host renders it.

use super::form::Form;
use super::island::PrepareProps;
use super::marks::MARKS;
use super::names::{FORM, spot};
use super::says::Says;
use super::{dates, lists, paper, steps};
use crate::content::book::Book;
use crate::core::Text;
use crate::route::Route;
use crate::ui::{PageHead, Prose, place};
use yew::prelude::*;

/// What the island gets. `map` is the drawing of the sheet.
pub fn props(book: &Book, map: &str) -> PrepareProps {
    PrepareProps { form: Form::from(book), says: Says::from(&book.prepare), map: Text::from(map) }
}

/// The whole page: the drawing to tap on, and the one to mark by hand. The form is the island, of the given name: the
/// program hears what is done in it, and draws the sheet in the place of what is drawn of it now.
pub fn page(book: &Book, island: &'static str, [tapped, by_hand]: [&str; 2], sheet: Html) -> Html {
    let prepare = &book.prepare;
    let (words, says) = (&prepare.words, Says::from(prepare));
    html! {
        <>
            <PageHead heading={book.pages[Route::Prepare.place()].heading.clone()}>
                <Prose html={prepare.intro.clone()} class="lead" />
            </PageHead>
            <form id={FORM} class="desk" data-island={island} autocomplete="off">
                { Html::from_html_unchecked(MARKS.into()) }
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
                    <div class="desk__steps">{ steps::steps(book, &says, tapped) }</div>
                    { paper::paper(prepare, &says, sheet) }
                </div>
                { lists::lists(prepare) }
                { dates::dates(prepare, &says) }
                { paper::blank(book, by_hand) }
                <div id={spot::FULL_SCREEN}></div>
            </form>
        </>
    }
}
