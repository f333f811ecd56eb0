//! Sources on the page of evidence: named in a few words, each a link to its study in the table of
//! this page, or to the list of sources. Full references there would make the page twice as long.

use crate::content::book::Book;
use crate::content::known::Study;
use crate::route::Route;
use crate::ui::Link;
use yew::prelude::*;

/// The name of a study in links on this page.
pub fn anchor(book: &Book, study: &Study) -> String {
    format!("study-{}", book.sources[usize::from(study.source)].id)
}

/// Some sources in one small line. Nothing is shown for none.
pub fn named(book: &Book, sources: &[u16]) -> Html {
    let links = sources.iter().map(|source| {
        let known = &book.sources[usize::from(*source)];
        match book.evidence.studies.iter().find(|study| study.source == *source) {
            Some(study) => html! { <a href={format!("#{}", anchor(book, study))}>{ &*known.short }</a> },
            None => {
                html! { <Link to={Route::About} rest={format!("#{}", known.id)}>{ &*known.short }</Link> }
            }
        }
    });
    html! {
        if !sources.is_empty() {
            <p class="basis__sources">
                { &*book.legends.sources }{ ": " }
                { for links.enumerate().map(|(nth, link)| html! { <>if nth > 0 { { "; " } }{ link }</> }) }
            </p>
        }
    }
}

/// A full reference, with its DOI or its number in PubMed as a link.
pub fn reference(book: &Book, source: u16) -> Html {
    let full = &*book.sources[usize::from(source)].full;
    let linked = number(full, "doi ", |it| format!("https://doi.org/{it}"))
        .or_else(|| number(full, "PMID ", |it| format!("https://pubmed.ncbi.nlm.nih.gov/{it}/")));
    match linked {
        Some((from, to, address)) => html! {
            <>
                { &full[..from] }
                <a href={address} rel="noreferrer">{ &full[from..to] }</a>{ " " }{ &*book.legends.leaves }
                { &full[to..] }
            </>
        },
        None => html! { full },
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
