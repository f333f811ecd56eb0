//! Words round what is only read: headings, heads of tables, results of the self-check. They are
//! needed on the host alone, so the pack does not carry them. Filled from `legends.toml`.

use crate::core::Text;
use serde::Deserialize;

/// A struct of texts, as a table of a file of words has them.
macro_rules! words {
    ($(#[doc = $about:literal])+ $all:ident: $($(#[doc = $doc:literal])+ $name:ident,)+) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Deserialize, PartialEq)]
        #[serde(deny_unknown_fields)]
        pub struct $all { $($(#[doc = $doc])+ pub $name: Text,)+ }
    };
}
pub(super) use words;

words! {
    /// Every legend.
    Legends:
    /// Label of the search box.
    search,
    /// Empties the search box.
    search_clear,
    /// How many questions there are; `{n}`.
    search_all,
    /// One match.
    search_one,
    /// Several matches; `{n}`.
    search_many,
    /// No match; `{query}`.
    search_none,
    /// Said when the search could not be loaded.
    search_missing,
    /// Where found things stand, one a line, in the order of `FindKind`.
    found_in,
    /// Shown before the answers to somebody who may be in danger.
    crisis,
    /// Link beside it.
    crisis_lines,
    /// Link beside the search, for whoever needs help and not an answer.
    crisis_near,
    /// Before the sources of a text.
    sources,
    /// Opens the claims of a text.
    how_sure,
    /// Opens the words of the field in a text.
    words_here,
    /// Opens the next one.
    labels_asked,
    /// What the labels of the claims of a text mean.
    labels_mean,
    /// Labels of our own words that no study grades, one a line, in the order of `Kind`.
    kinds,
    /// Heading over the disagreeing reviews.
    sides,
    /// Before what a review looked at.
    looked,
    /// Before what it finds.
    finds,
    /// Before who stands behind it.
    stands,
    /// Heading of the studies.
    studies,
    /// Heading of the claims.
    claims,
    /// Before the list of claims.
    claims_line,
    /// Label of the field that narrows the claims.
    claims_find,
    /// Status of that field; `{n}`.
    claims_count,
    /// Before what can be said instead.
    says,
    /// Heading over claims that only we make.
    claims_ours,
    /// Before the topics.
    topic,
    /// Every topic.
    topic_all,
    /// The topics, one a line, in the order of `Topic`.
    topics,
    /// Heads of the table: study, who, compared with, result, main limit, year.
    study_heads,
    /// Kinds of study, one a line, in the order of `Design`.
    designs,
    /// Heading of the questions to ask.
    asks,
    /// Before what a good answer sounds like.
    good_answer,
    /// Label of the field for an own question.
    own_ask,
    /// Adds it.
    ask_add,
    /// Copies what is ticked.
    ask_copy,
    /// Unticks everything and takes own questions away.
    ask_clear,
    /// Said when it was copied.
    ask_copied,
    /// Said when it could not be copied.
    ask_uncopied,
    /// Said when nothing can be kept.
    ask_unkept,
    /// Takes one own question away.
    ask_remove,
    /// The name of the therapy, for search engines.
    therapy,
    /// Minutes in a drawing; `{n}`.
    minutes,
    /// When the words were last looked at; `{date}`.
    reviewed,
    /// The months, one a line.
    months,
    /// Before the words.
    glossary_lead,
    /// Heading of the bodies.
    registers,
    /// Heading of the countries.
    countries,
    /// Letters, what it asks, what it proves.
    register_heads,
    /// Before what somebody can check.
    check_there,
    /// When the pages on registers and rules were read; `{date}`.
    checked,
    /// How old such a page is, where it tells; `{age}`.
    checked_dated,
    /// Before the address for reports.
    report_here,
    /// Where there is no address for reports.
    report_none,
    /// After a link that leaves the site.
    leaves,
    /// When telephone numbers were checked; `{date}`.
    numbers_checked,
    /// What was checked, one a line: effects and risks, telephone numbers, registers and rules.
    checked_kinds,
    /// Heading of the self-check.
    check_title,
    /// How the self-check works.
    check_lead,
    /// Nothing is ticked.
    check_none,
    /// Heading over what to do about what is ticked.
    check_results,
    /// Unticks everything.
    check_clear,
    /// Takes what is ticked onto the page to hand over.
    check_take,
    /// Said after it.
    check_taken,
    /// Said when it could not be kept.
    check_untaken,
    /// Said when the program for it did not come.
    check_lost,
    /// Said when nothing is ticked.
    check_untold,
    /// Link to that page.
    to_page,
    /// Takes ticked questions onto the page to hand over.
    ask_take,
    /// Said when none is ticked.
    ask_untold,
    /// A link to a position, to hand on.
    share_place,
    /// A link to an answer, to hand on.
    share_answer,
    /// Heading of the list of steps.
    walk_list,
    /// What other styles do as well, and what holds for every position: a line each.
    walk_styles,
    /// Name of the places on the figure, each a link.
    walk_map,
    /// Heading of the alternates in the list.
    walk_alternates,
    /// Goes to a step of the walk that is on.
    walk_go,
    /// Groups of the glossary: body, method, practice, safety, research, one a line.
    term_groups,
    /// Before related terms.
    term_see,
}

/// The line of a legend that holds several; empty where it is missing.
pub fn line(legend: &Text, place: usize) -> Text {
    legend.lines().nth(place).unwrap_or_default().into()
}
