//! Every form of a word that the search takes for the same one, written out for a script that has no stemmer.

use super::fold::{Stem, fold};
use std::collections::BTreeSet;

/// What English puts behind a word.
const ENDINGS: [&str; 8] = ["", "s", "es", "d", "ed", "ing", "al", "ally"];

/// The forms of a folded word that have its stem.
pub fn forms(word: &str) -> BTreeSet<String> {
    let stem = Stem::new();
    let own = stem.of(word);
    let doubled: String = word.chars().chain(word.chars().last()).collect();
    let begins = [word, &own, &doubled, word.trim_end_matches('e')];
    let all = begins.iter().flat_map(|begin| ENDINGS.iter().map(move |end| [*begin, *end].concat()));
    all.filter(|form| stem.of(form) == own).collect()
}

/// A regular expression for folded text that fits these phrases in every form, and nothing else.
pub fn pattern(phrases: &[String]) -> String {
    let words = |phrase: &String| fold(phrase).iter().map(|word| one_of(&forms(word))).collect::<Vec<_>>();
    // Several phrases may be forms of one.
    let all: BTreeSet<String> = phrases.iter().map(|phrase| words(phrase).join(" ")).collect();
    all.into_iter().collect::<Vec<_>>().join("|")
}

/// `kill(|ed|ing|s)` of the forms of "kill".
fn one_of(forms: &BTreeSet<String>) -> String {
    let first = forms.first().map_or("", String::as_str);
    let common = (0..=first.len())
        .rev()
        .filter_map(|end| first.get(..end))
        .find(|begin| forms.iter().all(|form| form.starts_with(begin)))
        .unwrap_or_default();
    let ends: Vec<&str> = forms.iter().filter_map(|form| form.strip_prefix(common)).collect();
    if ends == [""] { common.to_owned() } else { format!("{common}({})", ends.join("|")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_one_stem() {
        for (word, some, none) in [
            ("kill", &["kill", "kills", "killed", "killing"][..], "killer"),
            ("take", &["take", "takes", "taking"], "taker"),
            ("cut", &["cut", "cuts", "cutting"], "cute"),
            ("suicide", &["suicid", "suicide", "suicides", "suicidal"], "suit"),
            ("die", &["die", "dies", "died"], "diet"),
        ] {
            let all = forms(word);
            assert!(some.iter().all(|form| all.contains(*form)), "{word}: {all:?}");
            assert!(!all.contains(none), "{word}: {all:?}");
        }
    }

    #[test]
    fn phrases_that_are_forms_of_one_stand_once() {
        let phrases = ["To die", "to dies", "Don’t"].map(str::to_owned);
        assert_eq!(pattern(&phrases).matches("di").count(), 1, "{}", pattern(&phrases));
        assert_eq!(one_of(&["kill", "kills"].map(str::to_owned).into()), "kill(|s)");
        assert_eq!(one_of(&["my".to_owned()].into()), "my");
    }
}
