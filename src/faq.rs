//! The questions: a search box first, then groups; each answer opens in place.
//!
//! The page is HTML from the host, so it can be read without a program. What searches is a program of its
//! own (`finder`, `bin/finder.rs`), which only this page loads. What it finds stands above the list of all
//! questions, which steps aside meanwhile.

pub mod finder;
#[cfg(feature = "ssr")]
mod list;

#[cfg(feature = "ssr")]
pub use page::page;

#[cfg(feature = "ssr")]
mod page {
    use super::finder::{CLEAR, COUNT, CRISIS, FIELD, HITS, LIST, PLACE, SAYS};
    use super::list;
    use crate::app::islands::Island;
    use crate::content::book::Book;
    use crate::content::fill;
    use crate::route::Route;
    use crate::ui::{Base, Glyph, icon};
    use yew::prelude::*;

    /// The whole page. `finds` is the address of the file that finds things.
    pub fn page(book: &Book, finds: &str) -> Html {
        let words = &book.legends;
        let help = Base(book.base.clone().into()).to(Route::Safety, "#crisis-lines");
        let all = fill(&words.search_all, &[("n", &book.questions.len().to_string())]);
        html! {
            <>
                <div class="page__head"><h1 tabindex="-1">{ &*book.pages[Route::Faq.place()].heading }</h1></div>
                <div id={PLACE} data-island={Island::Search.name()}>
                    <div class="search" role="search">
                        <pre id={SAYS} hidden=true>{ says(book, finds, &all) }</pre>
                        <label class="search__label" for={FIELD}>{ &*words.search }</label>
                        <div class="search__row">
                            { icon(Glyph::MagnifyingGlass) }
                            <input id={FIELD} name="q" type="search" autocomplete="off" spellcheck="false"
                                enterkeyhint="search" maxlength="200" aria-controls={format!("{HITS} {LIST}")} />
                            <button type="button" id={CLEAR} class="quiet" data-do="clear" hidden=true>{ &*words.search_clear }</button>
                        </div>
                        <p id={COUNT} class="search__count" role="status" data-missing={words.search_missing.to_string()}>{ all }</p>
                    </div>
                    <p class="search__help"><a href={help.clone()}>{ &*words.crisis_near }</a></p>
                    <template id={format!("{CRISIS}-words")} data-when={book.crisis.to_string()}>
                        <div class="notice notice--help" role="alert">
                            <p>{ &*words.crisis }</p>
                            <p><a href={help}>{ &*words.crisis_lines }</a></p>
                        </div>
                    </template>
                    <div id={CRISIS}></div>
                    <div id={HITS} class="hits"></div>
                    <div id={LIST}>{ list::list(book) }</div>
                </div>
            </>
        }
    }

    /// What the program says, a line each.
    fn says(book: &Book, finds: &str, all: &str) -> String {
        let words = &book.legends;
        let kinds = words.found_in.lines().enumerate().map(|(nth, kind)| format!("kind-{nth}={kind}"));
        let mut lines: Vec<String> = kinds.collect();
        for (name, text) in [
            ("base", &*book.base),
            ("finds", finds),
            ("all", all),
            ("one", &words.search_one),
            ("many", &words.search_many),
            ("none", &words.search_none),
            ("missing", &words.search_missing),
        ] {
            lines.push(format!("{name}={text}"));
        }
        lines.join("\n")
    }
}
