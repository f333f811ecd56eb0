//! A question that opens to its answer, without a script and with one.

use crate::content::Words;
use crate::core::search::mark::{escape, mark};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Answer`].
#[derive(PartialEq, Properties)]
pub struct AnswerProps {
    /// The words.
    pub words: Words,
    /// The place of the question in the pack.
    pub place: usize,
    /// Stems of the words to mark.
    #[prop_or_default]
    pub stems: Rc<Vec<String>>,
}

/// A question and its answer. The answer carries the id, so that a link to it opens the
/// disclosure in browsers that do so by themselves.
#[component]
pub fn Answer(props: &AnswerProps) -> Html {
    let question = &props.words.questions[props.place];
    let marks = !props.stems.is_empty();
    let ask = match marks {
        true => Html::from_html_unchecked(mark(&escape(&question.ask), &props.stems).into()),
        false => html! { &*question.ask },
    };
    let answer = match marks {
        true => AttrValue::from(mark(&question.answer, &props.stems)),
        false => AttrValue::from(question.answer.clone()),
    };
    html! {
        <details class="answer">
            <summary><span class="answer__ask">{ ask }</span></summary>
            <div id={question.id.to_string()} class="answer__body">
                { Html::from_html_unchecked(answer) }
            </div>
        </details>
    }
}
