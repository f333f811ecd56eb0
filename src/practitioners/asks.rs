//! The questions to ask: tick some, add your own, take them along as text.

mod state;

use self::state::{Action, Said, State, moved};
use crate::core::Text;
use crate::platform::local_storage::Storage;
use crate::platform::store::{Change, Shared, Store, Texts};
use crate::platform::{Platform, events, json, page as view, share};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

/// Where an older release kept all of it, in `localStorage`.
const OLD: &str = "stillpoint-asks";
/// Says that something is kept.
const MARK: &str = "stillpoint.asks";
/// Keys in `localStorage`: where one of them is, there is something to show.
pub const KEPT: &[&str] = &[MARK, OLD];

/// The field for a question of one's own.
const OWN: &str = "own-ask";
/// Letters of a question at most.
const LONGEST: usize = 300;

/// Props of [`Asks`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct AsksProps {
    /// The questions.
    pub asks: Vec<Ask>,
    /// What it says.
    pub words: AskWords,
}

/// A question to ask.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct Ask {
    /// Its name in links.
    pub id: Text,
    /// The question.
    pub question: Text,
    /// What a good answer sounds like.
    pub good: Text,
}

/// What the questions to ask say.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct AskWords {
    /// Before what a good answer sounds like.
    pub good: Text,
    /// Label of the field for a question of one's own.
    pub own: Text,
    /// Adds it.
    pub add: Text,
    /// Takes it away.
    pub remove: Text,
    /// Copies what is ticked.
    pub copy: Text,
    /// Unticks everything, and takes all own questions away.
    pub clear: Text,
    /// It was copied.
    pub copied: Text,
    /// It couldn't be.
    pub uncopied: Text,
    /// Nothing can be kept.
    pub unkept: Text,
}

/// The list, and what can be done with it.
#[component]
pub fn Asks(props: &AsksProps) -> Html {
    let AsksProps { asks, words } = props;
    let state = use_reducer(State::default);
    let shared = use_context::<Shared>();
    use_kept(&state, shared.as_ref());

    let act = {
        let (state, shared) = (state.clone(), shared.clone());
        Callback::from(move |action: Action| {
            let texts = state.keeps(&action);
            state.dispatch(action);
            let Some(shared) = shared.as_ref().filter(|_| !texts.is_empty()) else { return };
            let dispatcher = state.dispatcher();
            shared.get().set(texts, move |kept| {
                if !kept {
                    dispatcher.dispatch(Action::Say(Said::NotKept));
                }
            });
        })
    };
    let add = {
        let act = act.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text: String = view::take_value(OWN).trim().chars().take(LONGEST).collect();
            if !text.is_empty() {
                act.emit(Action::Add(text));
            }
            view::focus_id(OWN);
        })
    };
    let copy = {
        let (text, dispatcher) = (text(asks, &state), state.dispatcher());
        Callback::from(move |_: MouseEvent| {
            let dispatcher = dispatcher.clone();
            let said = move |done| Action::Say(if done { Said::Copied } else { Said::NotCopied });
            share::copy(&text, move |done| dispatcher.dispatch(said(done)));
        })
    };
    let said = match state.said {
        None => "",
        Some(Said::Copied) => &words.copied,
        Some(Said::NotCopied) => &words.uncopied,
        Some(Said::NotKept) => &words.unkept,
    };
    html! {
        <>
            <ul class="asks__list">
                { for asks.iter().map(|ask| given(ask, words, &state, &act)) }
                { for state.own.iter().map(|own| {
                    let (text, ticked) = (own.text.clone(), own.ticked);
                    let ontick = act.reform(move |_: Event| Action::TickOwn(text.clone(), !ticked));
                    let text = own.text.clone();
                    let remove = act.reform(move |_: MouseEvent| {
                        view::focus_id(OWN);
                        Action::Remove(text.clone())
                    });
                    html! {
                        <li key={own.text.clone()}>
                            { tick(None, &own.text, ticked, ontick) }
                            <button type="button" class="quiet" onclick={remove} aria-label={[&words.remove, ": ", &own.text].concat()}>{ &*words.remove }</button>
                        </li>
                    }
                }) }
            </ul>
            <div class="tool asks__tools">
                // Return submits a form, but never while a word is being composed: browsers know.
                <form onsubmit={add}>
                    <label for={OWN}>{ &*words.own }</label>
                    <p class="buttons">
                        <input id={OWN} type="text" maxlength={LONGEST.to_string()} autocomplete="off" />
                        <button type="submit" class="quiet" data-do="add">{ &*words.add }</button>
                    </p>
                </form>
                <p class="buttons">
                    <button type="button" class="quiet" data-do="copy" onclick={copy}>{ &*words.copy }</button>
                    <button type="button" class="quiet" data-do="clear" onclick={act.reform(|_: MouseEvent| Action::Clear)}>{ &*words.clear }</button>
                </p>
                <p class="tool__count" role="status"><span key={said.to_owned()}>{ said.to_owned() }</span></p>
            </div>
        </>
    }
}

/// A question of ours.
fn given(ask: &Ask, words: &AskWords, state: &State, act: &Callback<Action>) -> Html {
    let ticked = state.is_ticked(&ask.id);
    let id = ask.id.clone();
    let ontick = act.reform(move |_: Event| Action::Tick(id.to_string(), !ticked));
    html! {
        <li id={ask.id.to_string()} key={&*ask.id}>
            { tick(Some(&ask.id), &ask.question, ticked, ontick) }
            <p class="ask__good"><strong>{ &*words.good }{ ": " }</strong>{ &*ask.good }</p>
        </li>
    }
}

/// One to tick; only ours have an id.
fn tick(id: Option<&str>, question: &str, checked: bool, onchange: Callback<Event>) -> Html {
    html! {
        <label class="ask">
            <input type="checkbox" id={id.map(|id| ["ask-", id].concat())} value={id.unwrap_or_default().to_owned()} data-give="" {checked} {onchange} />
            <span>{ question.to_owned() }</span>
        </label>
    }
}

/// What is ticked, a line each.
fn text(asks: &[Ask], state: &State) -> String {
    let ours = asks.iter().filter(|ask| state.is_ticked(&ask.id)).map(|ask| &*ask.question);
    let own = state.own.iter().filter(|own| own.ticked).map(|own| &*own.text);
    let lines: Vec<String> = ours.chain(own).map(|line| ["– ", line].concat()).collect();
    lines.join("\n")
}

/// Shows what is kept, here and in other tabs, and takes over what an older release kept.
#[hook]
fn use_kept(state: &UseReducerHandle<State>, shared: Option<&Shared>) {
    let (dispatcher, shared) = (state.dispatcher(), shared.cloned());
    // Where nothing is kept, the page needn't wake anything.
    let kept = state.loaded.then(|| !state.is_empty());
    let marked = use_mut_ref(|| kept);
    marked.replace(kept);
    let again = marked.clone();
    use_effect_with((), move |()| {
        let listening = shared.map(|shared| {
            let store = shared.get();
            let come = {
                let dispatcher = dispatcher.clone();
                move |texts: &[(String, String)]| dispatcher.dispatch(Action::Come(texts.to_vec()))
            };
            let loaded = come.clone();
            move_old(&store, Platform::here().storage);
            store.load(move |texts| loaded(texts));
            let returning = store.clone();
            let on_news = store.subscribe(move |change| {
                if let Change::News(texts) = change {
                    come(texts);
                }
            });
            let on_return = move || {
                returning.refresh();
                // Whoever has cleared what the site keeps gets the mark again with the rest.
                mark(*again.borrow());
            };
            (on_news, events::on_return(on_return))
        });
        move || drop(listening)
    });
    // With each change, as what is kept is written with it.
    use_effect_with((**state).clone(), move |_| mark(kept));
}

/// Says whether something is kept, once it's known.
fn mark(kept: Option<bool>) {
    match kept {
        Some(true) => drop(Platform::here().storage.save(MARK, "1")),
        Some(false) => Platform::here().storage.erase(MARK),
        None => {}
    }
}

/// Joins what an older release kept to the rest. It's there until that is safe.
fn move_old(store: &Store, storage: Rc<dyn Storage>) {
    let Some(old) = storage.load(OLD) else { return };
    let texts: Texts = json::read(&old).map(moved).unwrap_or_default();
    store.add(texts, move |kept| {
        if kept {
            storage.erase(OLD);
        }
    });
}

/// The questions of a book.
#[cfg(feature = "ssr")]
pub fn props(book: &crate::content::book::Book) -> AsksProps {
    let words = &book.legends;
    let asks = book.practitioners.asks.iter().cloned();
    AsksProps {
        asks: asks.map(|(id, question, good)| Ask { id, question, good }).collect(),
        words: AskWords {
            good: words.good_answer.clone(),
            own: words.own_ask.clone(),
            add: words.ask_add.clone(),
            remove: words.ask_remove.clone(),
            copy: words.ask_copy.clone(),
            clear: words.ask_clear.clone(),
            copied: words.ask_copied.clone(),
            uncopied: words.ask_uncopied.clone(),
            unkept: words.ask_unkept.clone(),
        },
    }
}
