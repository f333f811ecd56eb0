//! The studies as a table that can be sorted and narrowed where scripts run, and read where not.

use super::{picture, sources};
use crate::content::book::Book;
use crate::content::known::{Design, Study, Topic};
use crate::content::legends::line;
use crate::ui::Prose;
use yew::prelude::*;

/// The topics that the table can be narrowed to.
const TOPICS: [Topic; 8] = [
    Topic::Anxiety,
    Topic::Stress,
    Topic::Sleep,
    Topic::Pain,
    Topic::Heart,
    Topic::Hormones,
    Topic::Body,
    Topic::Safety,
];

/// Picture and table of the studies.
pub fn section(book: &Book) -> Html {
    let (legends, evidence) = (&book.legends, &book.evidence);
    let head = |place: usize| line(&legends.study_heads, place).to_string();
    let sortable = |place: usize, by: &'static str| {
        html! {
            <th scope="col" role="columnheader" data-sort={by}>{ head(place) }</th>
        }
    };
    html! {
        <section class="section studies" aria-labelledby="studies" data-below="">
            <h2 id="studies">{ &*legends.studies }</h2>
            { picture::drawn(book) }
            <Prose html={evidence.table.clone()} />
            <dl class="grades">
                { for evidence.grades.iter().map(|named| html! {
                    <><dt class="grade">{ &*named.title }</dt><dd>{ &*named.means }</dd></>
                }) }
            </dl>
            <fieldset class="tool topics">
                <legend>{ &*legends.topic }</legend>
                <label class="choice"><input type="radio" name="topic" value="" checked=true /><span>{ &*legends.topic_all }</span></label>
                { for TOPICS.iter().map(|topic| html! {
                    <label class="choice"><input type="radio" name="topic" value={key(*topic)} /><span>{ named(book, *topic) }</span></label>
                }) }
            </fieldset>
            <table class="table" role="table">
                <thead role="rowgroup"><tr role="row">
                    { sortable(0, "name") }
                    <th scope="col" role="columnheader">{ head(1) }</th>
                    <th scope="col" role="columnheader">{ head(2) }</th>
                    <th scope="col" role="columnheader">{ head(3) }</th>
                    <th scope="col" role="columnheader">{ head(4) }</th>
                    { sortable(5, "year") }
                </tr></thead>
                <tbody role="rowgroup">{ for evidence.studies.iter().map(|study| row(book, study, &head)) }</tbody>
            </table>
        </section>
    }
}

fn row(book: &Book, study: &Study, head: &dyn Fn(usize) -> String) -> Html {
    let topics: Vec<&str> = study.topics.iter().map(|topic| key(*topic)).collect();
    let cell = |place: usize, text: &str| {
        html! { <td role="cell" data-head={head(place)}>{ text.to_owned() }</td> }
    };
    let grade = study.grade.map_or_else(|| book.evidence.near.clone(), |grade| book.grade(grade));
    html! {
        <tr role="row" id={sources::anchor(book, study)} data-topics={topics.join(" ")} data-name={study.name.to_lowercase()}
            data-year={study.year.to_string()}>
            <td role="rowheader">
                <details class="study">
                    <summary>{ &*study.name }</summary>
                    <p class="study__source">{ sources::reference(book, study.source) }</p>
                </details>
                <p class="study__kind">{ design(book, study.design) }</p>
                <span class="grade">{ &*grade }</span>
            </td>
            { cell(1, &study.who) }
            { cell(2, &study.compared) }
            { cell(3, &study.result) }
            { cell(4, &study.limit) }
            { cell(5, &study.year.to_string()) }
        </tr>
    }
}

fn design(book: &Book, design: Design) -> String {
    line(&book.legends.designs, design as usize).to_string()
}

fn named(book: &Book, topic: Topic) -> String {
    line(&book.legends.topics, topic as usize).to_string()
}

fn key(topic: Topic) -> &'static str {
    match topic {
        Topic::Anxiety => "anxiety",
        Topic::Stress => "stress",
        Topic::Sleep => "sleep",
        Topic::Pain => "pain",
        Topic::Heart => "heart",
        Topic::Hormones => "hormones",
        Topic::Body => "body",
        Topic::Safety => "safety",
        Topic::Session => "session",
        Topic::Mood => "mood",
        Topic::Children => "children",
        Topic::Cost => "cost",
        Topic::Course => "course",
        Topic::Practice => "practice",
    }
}
