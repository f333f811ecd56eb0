//! Sources on the page of evidence: named in a few words, each a link to its study in the table of
//! this page, or to the list of sources. Full references there would make the page twice as long.

use crate::core::Text;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// A source in a few words.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Named {
    /// The words.
    pub short: Text,
    /// Where they lead.
    pub href: Text,
}

/// A full reference, with its DOI or its number in PubMed as a link.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Reference {
    /// What stands before the link; all of it, where there is none.
    pub before: Text,
    /// The link: its words and its address.
    pub link: Option<(Text, Text)>,
    /// What stands after it.
    pub after: Text,
}

/// Some sources in one small line, after a word for them. Nothing is shown for none.
pub fn line(word: &str, sources: &[Named]) -> Html {
    let links = sources.iter().enumerate().map(|(nth, named)| {
        html! { <>if nth > 0 { { "; " } }<a href={named.href.to_string()}>{ &*named.short }</a></> }
    });
    html! {
        if !sources.is_empty() {
            <p class="basis__sources">{ word.to_owned() }{ ": " }{ for links }</p>
        }
    }
}

impl Reference {
    /// It, with what is said of links that leave the site.
    pub fn show(&self, leaves: &str) -> Html {
        html! {
            <>
                { &*self.before }
                if let Some((words, href)) = &self.link {
                    <a href={href.to_string()} rel="noreferrer">{ &**words }</a>{ " " }{ leaves.to_owned() }
                }
                { &*self.after }
            </>
        }
    }
}

#[cfg(feature = "ssr")]
pub use host::{anchor, named, of, reference};

#[cfg(feature = "ssr")]
mod host {
    use super::{Named, Reference, line};
    use crate::content::book::Book;
    use crate::content::known::Study;
    use crate::core::Text;
    use crate::route::Route;
    use crate::ui::Base;
    use yew::prelude::*;

    /// The name of a study in links on this page.
    pub fn anchor(book: &Book, study: &Study) -> String {
        format!("study-{}", book.sources[usize::from(study.source)].id)
    }

    /// Some sources, as they are named on this page.
    pub fn of(book: &Book, sources: &[u16]) -> Vec<Named> {
        let named = |source: &u16| {
            let known = &book.sources[usize::from(*source)];
            let href = match book.evidence.studies.iter().find(|study| study.source == *source) {
                Some(study) => format!("#{}", anchor(book, study)),
                None => {
                    Base(book.base.clone().into()).to(Route::About, &format!("#{}", known.id)).to_string()
                }
            };
            Named { short: known.short.clone(), href: href.into() }
        };
        sources.iter().map(named).collect()
    }

    /// Some sources in one small line.
    pub fn named(book: &Book, sources: &[u16]) -> Html {
        line(&book.legends.sources, &of(book, sources))
    }

    /// A full reference.
    pub fn reference(book: &Book, source: u16) -> Reference {
        let full = &*book.sources[usize::from(source)].full;
        let linked = number(full, "doi ", |it| format!("https://doi.org/{it}"))
            .or_else(|| number(full, "PMID ", |it| format!("https://pubmed.ncbi.nlm.nih.gov/{it}/")));
        let text = |part: &str| -> Text { part.into() };
        match linked {
            Some((from, to, address)) => Reference {
                before: text(&full[..from]),
                link: Some((text(&full[from..to]), address.into())),
                after: text(&full[to..]),
            },
            None => Reference { before: text(full), link: None, after: text("") },
        }
    }

    /// Where a number stands in a reference, with the address it leads to.
    fn number(full: &str, name: &str, address: fn(&str) -> String) -> Option<(usize, usize, String)> {
        let at = full.find(name)?;
        let from = at + name.len();
        let number = full[from..].split_whitespace().next()?.trim_end_matches(['.', ',', ';']);
        number.starts_with(|c: char| c.is_ascii_digit()).then(|| (at, from + number.len(), address(number)))
    }

    #[cfg(test)]
    mod tests {
        use super::number;

        #[test]
        fn a_number_is_cut_out_whole() {
            let full = "Doe J (2020). Rest. Journal 3:5. doi 10.1016/S2095-4964(14)60021-2. PMID 12.";
            let (from, to, address) = number(full, "doi ", |it| it.to_owned()).expect("a DOI");
            assert_eq!(&full[from..to], "doi 10.1016/S2095-4964(14)60021-2");
            assert_eq!(address, "10.1016/S2095-4964(14)60021-2");
            assert_eq!(number(full, "PMID ", |it| it.to_owned()).expect("a number").2, "12");
            assert!(number("No doi to be had.", "doi ", |it| it.to_owned()).is_none());
        }
    }
}
