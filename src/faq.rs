//! The questions: a search box first, then groups; each answer opens in place.

#[cfg(feature = "ssr")]
mod questions;
mod results;
mod search;

pub use search::{Search, SearchProps, SearchWords};

#[cfg(feature = "ssr")]
pub use page::{page, props};

#[cfg(feature = "ssr")]
mod page {
    use super::questions;
    use super::search::{CLEAR, FIELD, LIST, SearchProps, SearchWords};
    use crate::content::book::Book;
    use crate::content::fill;
    use crate::route::Route;
    use crate::ui::{Base, Glyph, PageHead, icon, labels_mean};
    use yew::prelude::*;

    /// The whole page. `index` is the address of the file that finds things, `results` where the search shows what
    /// it found.
    pub fn page(book: &Book, results: Html) -> Html {
        let words = &book.legends;
        let help = Base(book.base.clone().into()).to(Route::Safety, "#crisis-lines");
        html! {
            <>
                <PageHead heading={book.pages[Route::Faq.place()].heading.clone()} />
                <div id="faq-list" class="faq">
                    <div class="search" role="search">
                        <label class="search__label" for={FIELD}>{ &*words.search }</label>
                        <div class="search__row">
                            { icon(Glyph::MagnifyingGlass) }
                            <input id={FIELD} name="q" type="search" autocomplete="off" spellcheck="false"
                                enterkeyhint="search" maxlength="200" aria-controls={LIST} />
                            <button type="button" id={CLEAR} class="quiet" hidden=true>{ &*words.search_clear }</button>
                        </div>
                    </div>
                    <p class="search__help"><a href={help.clone()}>{ &*words.crisis_near }</a></p>
                    <template id="crisis-words" data-when={book.crisis.to_string()}>
                        <div class="notice notice--help" role="alert">
                            <p>{ &*words.crisis }</p>
                            <p><a href={help}>{ &*words.crisis_lines }</a></p>
                        </div>
                    </template>
                    <div id="crisis"></div>
                    { results }
                    <nav class="contents" aria-labelledby="contents">
                        <h2 id="contents" class="contents__title">{ book.labels.contents().to_string() }</h2>
                        { questions::groups(book) }
                    </nav>
                    { labels_mean(&words.labels_asked, &words.labels_mean) }
                    <div id={LIST}>{ questions::list(book) }</div>
                </div>
            </>
        }
    }

    /// What the search says and reads.
    pub fn props(book: &Book, index: &str) -> SearchProps {
        let words = &book.legends;
        let all = fill(&words.search_all, &[("n", &book.questions.len().to_string())]);
        SearchProps {
            index: index.into(),
            words: SearchWords {
                all: all.into(),
                one: words.search_one.clone(),
                many: words.search_many.clone(),
                none: words.search_none.clone(),
                missing: words.search_missing.clone(),
                kinds: words.found_in.lines().map(Into::into).collect(),
            },
        }
    }
}
