//! Reads the one list of conditions, and puts their words where a text names one.

use super::Reader;
use super::raw::{self, At};
use crate::content::book::{Article, Condition, Listed, Outcome, Section};
use crate::core::claim::Day;

impl Reader<'_> {
    /// Reads the list. Other texts name its entries, so it comes before them.
    pub(super) fn conditions(&mut self) -> Option<()> {
        let (file, list) = self.toml::<raw::Conditions>("conditions.toml")?;
        for condition in &list.condition {
            let at = condition.id.span().start;
            let id = condition.id.get_ref();
            if let Some(known) = self.conditions.iter().find(|known| &*known.id == id) {
                let [first, second] = [known.outcome, condition.result].map(Outcome::name);
                let reason = match first == second {
                    true => format!("the condition “{id}” is there twice"),
                    false => format!("the condition “{id}” has two results, “{first}” and “{second}”"),
                };
                self.files[file].fault(at, reason);
                continue;
            }
            self.anchor(file, "/safety/", &condition.id);
            let topic = condition.topic.as_ref().and_then(|topic| {
                let title = list.topics.get(&format!("{}-{}", condition.result.name(), topic.get_ref()));
                if title.is_none() {
                    let reason = format!("there is no topic “{}”", topic.get_ref());
                    self.files[file].fault(topic.span().start, reason);
                }
                title
            });
            let within = condition.within.as_ref().map_or("", |within| within.get_ref());
            let mut whole = |text: &At| {
                let whole = text.get_ref().replace("{within}", within);
                self.checked(file, &whole, text.span().start);
                self.partners(file, text.span().start, &[&whole]);
                whole.trim().into()
            };
            let words = whole(&condition.words);
            let short = condition.short.as_ref().map_or_else(|| "".into(), &mut whole);
            let clause = condition.clause.as_ref().map_or_else(|| "".into(), &mut whole);
            self.conditions.push(Condition {
                id: id.as_str().into(),
                outcome: condition.result,
                topic: topic.map(String::as_str).unwrap_or_default().into(),
                words,
                short,
                clause,
            });
        }
        Some(())
    }

    /// A text with the words of the conditions that it names: `{wait:stroke}` gives the short ones, `{wait-if:stroke}`
    /// the clause. A text that gives a condition another result than the list does is refused.
    pub(super) fn expand(&mut self, file: usize, at: usize, text: &str) -> String {
        let mut whole = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            whole.push_str(before);
            rest = after;
            let named = after.split_once('}').and_then(|(name, behind)| {
                let (result, id) = name.split_once(':')?;
                let plain = result.strip_suffix("-if");
                let outcome = Outcome::ALL.into_iter().find(|it| it.name() == plain.unwrap_or(result))?;
                Some((outcome, id, plain.is_some(), behind))
            });
            let Some((outcome, id, clause, behind)) = named else {
                whole.push('{');
                continue;
            };
            rest = behind;
            match self.in_words(id, outcome, clause) {
                Ok(words) => whole.push_str(&words),
                Err(reason) => {
                    let offset = self.files[file].text[at..].find(&format!(":{id}}}")).unwrap_or(0);
                    self.files[file].fault(at + offset, reason);
                }
            }
        }
        whole.push_str(rest);
        whole
    }

    fn in_words(&self, id: &str, outcome: Outcome, clause: bool) -> Result<String, String> {
        let Some(condition) = self.conditions.iter().find(|known| &*known.id == id) else {
            return Err(format!("there is no condition “{id}” in conditions.toml"));
        };
        if condition.outcome != outcome {
            let [here, there] = [outcome, condition.outcome].map(Outcome::name);
            return Err(format!("the condition “{id}” has the result “{there}”, not “{here}”"));
        }
        let (words, kind) = match clause {
            true => (&condition.clause, "clause"),
            false => (&condition.short, "short words"),
        };
        match words.is_empty() {
            true => Err(format!("the condition “{id}” has no {kind}")),
            false => Ok(words.to_string()),
        }
    }

    /// What a section with a list of the self-check says beside its text.
    pub(super) fn listed(&mut self, file: usize, section: &raw::Section) -> Option<Listed> {
        let at = section.id.span().start;
        let Some(outcome) = section.result else {
            if section.say.is_some() || section.after.is_some() {
                self.files[file].fault(at, "“say” and “after” go with a “result”");
            }
            return None;
        };
        let Some(say) = &section.say else {
            self.files[file]
                .fault(at, "a section with a result needs “say”: what is shown when something is ticked");
            return None;
        };
        let say = self.prose(file, say).0;
        let after = section.after.as_ref().map_or_else(|| "".into(), |after| self.prose(file, after).0);
        Some(Listed { outcome, say, after })
    }

    /// The day on which a section's telephone numbers were checked. Somebody in their worst hour dials them: a number
    /// without such a day is refused. After a year they are due (`prerender::reviews`).
    pub(super) fn numbers(&mut self, file: usize, section: &raw::Section) -> Option<Day> {
        let at = section.body.span().start;
        let dials = ["(tel:", "(sms:"].iter().any(|link| section.body.get_ref().contains(link));
        let day = section.checked.as_ref().and_then(|day| self.day(file, day));
        match day {
            None if dials => {
                self.files[file].fault(at, "telephone numbers need the day on which they were “checked”")
            }
            _ => {}
        }
        day
    }

    /// The conditions with a result, as text to be found.
    pub(super) fn condition_words(&self, outcome: Outcome) -> String {
        let words = self.conditions.iter().filter(|it| it.outcome == outcome).map(|it| &*it.words);
        words.collect::<Vec<_>>().join("\n")
    }

    /// Safety, with one section for each result.
    pub(super) fn safety(&mut self) -> Option<Article> {
        let article = self.article("safety.toml", "/safety/")?;
        let file = self.files.len() - 1;
        for outcome in Outcome::ALL {
            let has = |section: &&Section| section.listed.as_ref().is_some_and(|it| it.outcome == outcome);
            let count = article.sections.iter().filter(has).count();
            if count != 1 {
                let name = outcome.name();
                self.files[file].fault(0, format!("{count} sections have the result “{name}”, one should"));
            }
        }
        Some(article)
    }
}
