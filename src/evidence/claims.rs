//! Claims that people meet elsewhere, and what can honestly be said instead; a field narrows them.

use super::sources::{Named, line};
use crate::content::fill;
use crate::core::Text;
use crate::core::search::fold::fold;
use crate::platform::Platform;
use crate::platform::field::Field;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// The field that narrows them.
const FIELD: &str = "find-claim";
/// When nobody has typed for so long, in milliseconds, a screen reader hears how many are left.
const RESTING: u32 = 700;

/// Props of [`Claims`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct ClaimsProps {
    /// What the list says.
    pub words: ClaimWords,
    /// The verdicts, and what they mean.
    pub verdicts: Vec<(Text, Text)>,
    /// The claims, in groups.
    pub groups: Vec<Group>,
}

/// What the list of claims says.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct ClaimWords {
    /// Label of the field.
    pub find: Text,
    /// How many are left; `{n}`.
    pub count: Text,
    /// Before what can be said instead.
    pub says: Text,
    /// Before sources.
    pub sources: Text,
}

/// Claims on one thing.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct Group {
    /// Its name in links.
    pub id: Text,
    /// Its heading.
    pub title: Text,
    /// The claims.
    pub claims: Vec<Claim>,
}

/// A claim.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct Claim {
    /// Its name in links.
    pub id: Text,
    /// The claim, as it's met or as we make it.
    pub head: Text,
    /// The verdict on it, how sure it is, or what it is.
    pub tag: Text,
    /// What can be said instead. Nothing, where the claim is ours.
    pub instead: Option<Text>,
    /// Why.
    pub why: Text,
    /// Sources.
    pub sources: Vec<Named>,
}

/// What can be looked for in each claim: its words, folded, group by group.
fn folded(groups: &[Group], words: &ClaimWords) -> Vec<Vec<String>> {
    let of = |claim: &Claim| {
        let says = claim.instead.as_deref().unwrap_or_default();
        let sources: Vec<&str> = claim.sources.iter().map(|named| &*named.short).collect();
        let all = [&claim.head, &claim.tag, &*words.says, says, &claim.why, &sources.join(" ")];
        fold(&all.join(" ")).join(" ")
    };
    groups.iter().map(|group| group.claims.iter().map(of).collect()).collect()
}

/// Whether every word that was typed is somewhere in a folded text.
fn holds(text: &str, typed: &[String]) -> bool {
    typed.iter().all(|word| text.contains(&**word))
}

/// The field, the verdicts and the claims.
#[component]
pub fn Claims(props: &ClaimsProps) -> Html {
    let ClaimsProps { words, verdicts, groups } = props;
    let typed = use_state_eq(Vec::<String>::new);
    // What was typed when the typing last rested.
    let rested = use_state_eq(Vec::<String>::new);
    let texts = use_memo((groups.clone(), words.clone()), |(groups, words)| folded(groups, words));
    {
        let rested = rested.clone();
        use_effect_with((*typed).clone(), move |typed| {
            let typed = typed.clone();
            let timer = Platform::here().clock.after(RESTING, Box::new(move || rested.set(typed)));
            move || drop(timer)
        });
    }
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |_: InputEvent| typed.set(fold(&Field::new(FIELD).value())))
    };
    let left = || texts.iter().flatten().filter(|text| holds(text, &rested)).count();
    let count =
        if rested.is_empty() { String::new() } else { fill(&words.count, &[("n", &left().to_string())]) };
    html! {
        <>
            <div class="claims__find tool">
                <label for={FIELD}>{ &*words.find }</label>
                <input id={FIELD} type="search" autocomplete="off" maxlength="100" {oninput} />
                <p class="tool__count" role="status"><span key={count.clone()}>{ count }</span></p>
            </div>
            <dl class="grades">
                { for verdicts.iter().map(|(title, means)| html! {
                    <><dt class="grade">{ &**title }</dt><dd>{ &**means }</dd></>
                }) }
            </dl>
            { for groups.iter().zip(&*texts).map(|(group, texts)| {
                let fits: Vec<bool> = texts.iter().map(|text| holds(text, &typed)).collect();
                html! {
                    <div class="claims__group" hidden={!fits.contains(&true)}>
                        <h3 id={group.id.to_string()}>{ &*group.title }</h3>
                        { for group.claims.iter().zip(fits).map(|(claim, fits)| row(words, claim, !fits)) }
                    </div>
                }
            }) }
        </>
    }
}

fn row(words: &ClaimWords, claim: &Claim, hidden: bool) -> Html {
    html! {
        <details class="answer claim" {hidden}>
            <summary><span class="answer__ask">{ &*claim.head }</span><span class="grade">{ &*claim.tag }</span></summary>
            <div id={claim.id.to_string()} class="answer__body">
                if let Some(says) = &claim.instead {
                    <p><strong>{ &*words.says }{ ": " }</strong>{ &**says }</p>
                }
                if !claim.why.is_empty() { <p>{ &*claim.why }</p> }
                { line(&words.sources, &claim.sources) }
            </div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_to_be_there() {
        let text = |text: &str| -> Text { text.into() };
        let claim = |head: &str, says: &str| Claim {
            id: text("a"),
            head: text(head),
            tag: text("no"),
            instead: Some(text(says)),
            why: text(""),
            sources: vec![Named { short: text("Ólafsson 2020"), href: text("#x") }],
        };
        let words = ClaimWords { find: text(""), count: text(""), says: text("Say"), sources: text("From") };
        let group =
            Group { id: text("g"), title: text("G"), claims: vec![claim("It cures", "Nobody knows")] };
        let texts = folded(&[group], &words);
        for (typed, fits) in [
            ("", true),
            ("CURES", true),
            ("knöws  cure", true),
            ("olaf", true),
            ("cures cats", false),
            ("'", true),
        ] {
            assert_eq!(holds(&texts[0][0], &fold(typed)), fits, "{typed}");
        }
    }
}
