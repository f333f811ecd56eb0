//! Checklists: what is ticked is kept, and nothing counts it.

use super::field::button;
use super::names::{Button, spot};
use crate::content::prepare::Prepare;
use yew::prelude::*;

/// All checklists.
pub fn lists(prepare: &Prepare) -> Html {
    let words = &prepare.words;
    html! {
        <section class="lists" aria-labelledby="lists">
            <h2 id="lists" tabindex="-1">{ &*words.lists_title }</h2>
            <p class="lists__lead">{ &*words.lists_lead }</p>
            <div class="lists__all">
                { for prepare.lists.iter().map(|list| html! {
                    <fieldset class="list">
                        <legend><h3 id={list.id.to_string()}>{ &*list.title }</h3></legend>
                        { for list.items.iter().map(|(id, item)| html! {
                            <label class="check">
                                <input type="checkbox" name={format!("{}-{id}", list.id)} />
                                <span>{ Html::from_html_unchecked(item.trim_start_matches("<p>").trim_end_matches("</p>").to_owned().into()) }</span>
                            </label>
                        }) }
                    </fieldset>
                }) }
            </div>
            <p class="buttons tool">
                { button(Button::PrintLists, &words.lists_print) }
                { button(Button::ResetLists, &words.lists_reset) }
            </p>
            <p id={spot::LISTS_TOLD} role="status"></p>
        </section>
    }
}
