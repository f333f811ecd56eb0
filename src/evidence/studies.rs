//! The studies as a table that can be sorted and narrowed, and read where there is no program.

use super::sources::Reference;
use crate::core::Text;
use crate::core::search::fold::fold;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Studies`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct StudiesProps {
    /// What the table says.
    pub words: StudyWords,
    /// The studies, nearest to anxiety and stress first.
    pub studies: Vec<Study>,
}

/// What the table of studies says.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct StudyWords {
    /// Before the topics.
    pub topic: Text,
    /// Every topic.
    pub all: Text,
    /// The topics that the table can be narrowed to.
    pub topics: Vec<Text>,
    /// The heads of the columns: name, who, compared, result, limit, year.
    pub heads: [Text; 6],
    /// After a link that leaves the site.
    pub leaves: Text,
}

/// A row of the table.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct Study {
    /// Its name in links.
    pub id: Text,
    /// A few plain words that tell it from others.
    pub name: Text,
    /// Where it was published.
    pub reference: Reference,
    /// What kind of study it is.
    pub kind: Text,
    /// How sure it is, in words.
    pub grade: Text,
    /// Who was studied, with what that was compared, what was seen, and its main limit.
    pub cells: [Text; 4],
    /// When it was published.
    pub year: u16,
    /// What it is about, by place in the list of topics.
    pub topics: Vec<usize>,
}

/// A column that the table can be sorted by.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Column {
    Name,
    Year,
}

/// How the table stands.
#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    /// What it is sorted by, and whether downwards. Nothing: nearest to anxiety and stress first.
    sorted: Option<(Column, bool)>,
    /// The topic that it is narrowed to, by place in the list.
    topic: Option<usize>,
}

enum Action {
    /// The head of a column was pressed.
    Sort(Column),
    /// A topic was chosen, or all.
    Narrow(Option<usize>),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Sort(column) => state.sorted = Some((column, state.sorted == Some((column, false)))),
            Action::Narrow(topic) => state.topic = topic,
        }
        state.into()
    }
}

impl State {
    /// The places of the studies, in the order in which they stand.
    fn order(&self, studies: &[Study]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..studies.len()).collect();
        let Some((column, down)) = self.sorted else { return order };
        match column {
            Column::Name => order.sort_by_cached_key(|at| fold(&studies[*at].name)),
            Column::Year => order.sort_by_key(|at| studies[*at].year),
        }
        if down {
            order.reverse();
        }
        order
    }

    fn shows(&self, study: &Study) -> bool {
        self.topic.is_none_or(|topic| study.topics.contains(&topic))
    }
}

/// The table, and what narrows it.
#[component]
pub fn Studies(props: &StudiesProps) -> Html {
    let StudiesProps { words, studies } = props;
    let state = use_reducer(State::default);
    let act = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let topic = |topic: Option<usize>, name: &str| {
        let value = topic.map(|topic| topic.to_string()).unwrap_or_default();
        let onchange = act.reform(move |_: Event| Action::Narrow(topic));
        html! {
            <label class="choice">
                <input type="radio" name="topic" {value} checked={state.topic == topic} {onchange} />
                <span>{ name.to_owned() }</span>
            </label>
        }
    };
    let head = |place: usize, column: Option<Column>| {
        let name = &words.heads[place];
        let sorted = state.sorted.filter(|(by, _)| Some(*by) == column);
        let aria_sort = sorted.map(|(_, down)| if down { "descending" } else { "ascending" });
        html! {
            <th scope="col" role="columnheader" aria-sort={aria_sort} data-head={column.map(|_| name.to_string())}>
                if let Some(column) = column {
                    <button type="button" class="sort" data-do={if column == Column::Name { "name" } else { "year" }}
                        onclick={act.reform(move |_: MouseEvent| Action::Sort(column))}>{ &**name }</button>
                } else {
                    { &**name }
                }
            </th>
        }
    };
    html! {
        <>
            <fieldset class="tool topics">
                <legend>{ &*words.topic }</legend>
                { topic(None, &words.all) }
                { for words.topics.iter().enumerate().map(|(place, name)| topic(Some(place), name)) }
            </fieldset>
            <table class="table" role="table">
                <thead role="rowgroup"><tr role="row">
                    { head(0, Some(Column::Name)) }
                    { for (1..5).map(|place| head(place, None)) }
                    { head(5, Some(Column::Year)) }
                </tr></thead>
                <tbody role="rowgroup">
                    { for state.order(studies).into_iter().map(|at| row(words, &studies[at], !state.shows(&studies[at]))) }
                </tbody>
            </table>
        </>
    }
}

fn row(words: &StudyWords, study: &Study, hidden: bool) -> Html {
    let cell = |place: usize, text: &str| {
        html! { <td role="cell" data-head={words.heads[place].to_string()}>{ text.to_owned() }</td> }
    };
    html! {
        <tr role="row" id={study.id.to_string()} key={&*study.id} {hidden}>
            <td role="rowheader">
                <details class="study">
                    <summary>{ &*study.name }</summary>
                    <p class="study__source">{ study.reference.show(&words.leaves) }</p>
                </details>
                <p class="study__kind">{ &*study.kind }</p>
                <span class="grade">{ &*study.grade }</span>
            </td>
            { for study.cells.iter().enumerate().map(|(nth, text)| cell(nth + 1, text)) }
            { cell(5, &study.year.to_string()) }
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn study(name: &str, year: u16, topics: &[usize]) -> Study {
        let text = |text: &str| -> Text { text.into() };
        Study {
            id: text(name),
            name: text(name),
            reference: Reference { before: text(""), link: None, after: text("") },
            kind: text(""),
            grade: text(""),
            cells: std::array::from_fn(|_| text("")),
            year,
            topics: topics.to_vec(),
        }
    }

    #[test]
    fn heads_sort_up_then_down() {
        let studies = [study("beta", 2010, &[]), study("Älpha", 2020, &[]), study("gamma", 2000, &[])];
        let mut state = Rc::new(State::default());
        for (column, wanted) in [
            (None, [0, 1, 2]),
            (Some(Column::Name), [1, 0, 2]),
            (Some(Column::Name), [2, 0, 1]),
            (Some(Column::Year), [2, 0, 1]),
            (Some(Column::Year), [1, 0, 2]),
            (Some(Column::Name), [1, 0, 2]),
        ] {
            if let Some(column) = column {
                state = state.reduce(Action::Sort(column));
            }
            assert_eq!(state.order(&studies), wanted, "{state:?}");
        }
    }

    #[test]
    fn a_topic_narrows_and_keeps_the_order() {
        let (one, other) = (study("one", 2000, &[0, 2]), study("other", 2001, &[1]));
        let state =
            Rc::new(State::default()).reduce(Action::Sort(Column::Year)).reduce(Action::Narrow(Some(2)));
        assert!(state.shows(&one) && !state.shows(&other));
        assert_eq!(state.sorted, Some((Column::Year, false)));
        let state = state.reduce(Action::Narrow(None));
        assert!(state.shows(&one) && state.shows(&other));
    }
}
