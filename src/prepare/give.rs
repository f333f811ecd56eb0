//! Puts what is ticked on another page (questions to ask, lines of the self-check) on the page to hand over.

use super::names::{DOCTOR, QUESTIONS, join};
use super::views::fresh;
use crate::core::Text;
use crate::platform::fields;
use crate::platform::store::Shared;
use crate::route::Route;
use crate::ui::Base;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// The mark of boxes whose labels can be given.
const BOXES: &str = "data-give";

/// What is given.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Gift {
    /// Questions to ask.
    Questions,
    /// What somebody is asking a doctor about.
    Doctor,
}

impl Gift {
    /// The name that it's kept under.
    pub fn name(self) -> &'static str {
        match self {
            Gift::Questions => QUESTIONS,
            Gift::Doctor => DOCTOR,
        }
    }

    /// Where it stands on the page.
    fn anchor(self) -> &'static str {
        match self {
            Gift::Questions => "#questions",
            Gift::Doctor => "#know",
        }
    }
}

/// Props of [`Give`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct GiveProps {
    /// What is given.
    pub gift: Gift,
    /// What it says.
    pub words: GiveWords,
}

/// What it says.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct GiveWords {
    /// Label of the button.
    pub give: Text,
    /// The link to the page to hand over.
    pub open: Text,
    /// Nothing is ticked.
    pub none: Text,
    /// It's kept.
    pub given: Text,
    /// It's there until the site is left.
    pub unkept: Text,
    /// The program didn't come.
    pub failed: Text,
}

/// The button, the link to the page, and what's said about it.
#[component]
pub fn Give(props: &GiveProps) -> Html {
    let GiveProps { gift, words } = props;
    let base = use_context::<Base>().expect("every page and every island has the base path around it");
    let shared = use_context::<Shared>();
    let told = use_state(Text::default);
    let onclick = {
        let (gift, words, told) = (*gift, words.clone(), told.clone());
        move |_: MouseEvent| {
            let lines = fields::ticked(BOXES);
            if lines.is_empty() {
                return told.set(words.none.clone());
            }
            let store = shared.clone().unwrap_or_else(|| Shared::new(join)).get();
            let (words, told) = (words.clone(), told.clone());
            store.add_lines(gift.name(), lines.join("\n"), move |kept| {
                told.set(if kept { &words.given } else { &words.unkept }.clone());
            });
        }
    };
    html! {
        <>
            <p class="buttons">
                <button type="button" class="quiet" data-do="give" {onclick}>{ &*words.give }</button>
                <a href={base.to(Route::Prepare, gift.anchor())}>{ &*words.open }</a>
            </p>
            <p id="give-told" role="status">{ fresh(&told) }</p>
            <p class="give__failed" data-says-failed="" role="status">{ &*words.failed }</p>
        </>
    }
}
