//! Reads the page on choosing a practitioner, and the words of the field.

use super::{
    Reader,
    raw::{self, At},
};
use crate::content::known::{Country, Practitioners, Register, Term};
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    intro: At,
    section: Vec<raw::Section>,
    ask: Vec<Ask>,
    register: Vec<WrittenRegister>,
    country: Vec<WrittenCountry>,
    sign: Vec<Sign>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    id: At,
    question: At,
    good: At,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRegister {
    id: At,
    country: String,
    name: String,
    letters: String,
    asks: At,
    proves: At,
    site: String,
    checked: Spanned<Datetime>,
    dated: Option<String>,
    sources: Vec<At>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCountry {
    code: At,
    name: String,
    status: At,
    check: At,
    checked: Spanned<Datetime>,
    dated: Option<String>,
    sources: Vec<At>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sign {
    kind: Kind,
    text: At,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Good,
    Warning,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    term: Vec<WrittenTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTerm {
    id: At,
    term: String,
    also: Vec<String>,
    #[serde(default)]
    everyday: bool,
    plain: At,
    group: String,
    sources: Vec<At>,
    see: Vec<At>,
}

impl Reader<'_> {
    pub(super) fn practitioners(&mut self) -> Option<Practitioners> {
        const PAGE: &str = "/practitioners/";
        let (file, page) = self.toml::<Written>("practitioners.toml")?;
        let (intro, _) = self.prose(file, &page.intro);
        let sections = page.section.iter().map(|it| self.section(file, PAGE, it)).collect();
        let mut asks = Vec::new();
        for ask in &page.ask {
            self.anchor(file, PAGE, &ask.id);
            let id = ask.id.get_ref().as_str().into();
            asks.push((id, self.plain(file, &ask.question), self.plain(file, &ask.good)));
        }
        let mut registers = Vec::new();
        for register in &page.register {
            self.anchor(file, PAGE, &register.id);
            registers.push(Register {
                id: register.id.get_ref().as_str().into(),
                country: register.country.as_str().into(),
                name: register.name.as_str().into(),
                letters: register.letters.as_str().into(),
                asks: self.plain(file, &register.asks),
                proves: self.plain(file, &register.proves),
                site: register.site.as_str().into(),
                checked: self.day(file, &register.checked)?,
                dated: register.dated.as_deref().unwrap_or_default().into(),
                sources: self.cited(file, &register.sources),
            });
        }
        let mut countries = Vec::new();
        for country in &page.country {
            self.anchor(file, PAGE, &country.code);
            countries.push(Country {
                code: country.code.get_ref().as_str().into(),
                name: country.name.as_str().into(),
                status: self.plain(file, &country.status),
                check: self.plain(file, &country.check),
                checked: self.day(file, &country.checked)?,
                dated: country.dated.as_deref().unwrap_or_default().into(),
                sources: self.cited(file, &country.sources),
            });
        }
        let (mut good, mut warning) = (Vec::new(), Vec::new());
        for sign in &page.sign {
            let text = self.plain(file, &sign.text);
            if sign.kind == Kind::Good { good.push(text) } else { warning.push(text) }
        }
        Some(Practitioners { intro, sections, asks, registers, countries, good, warning })
    }

    pub(super) fn glossary(&mut self) -> Option<Vec<Term>> {
        let (file, list) = self.toml::<Glossary>("glossary.toml")?;
        let named = |id: &str| list.term.iter().find(|term| term.id.get_ref() == id);
        let mut terms = Vec::new();
        for term in &list.term {
            self.anchor(file, "/glossary/", &term.id);
            let mut see = Vec::new();
            for id in &term.see {
                match named(id.get_ref()) {
                    Some(other) => see.push((id.get_ref().as_str().into(), other.term.as_str().into())),
                    None => {
                        let reason = format!("there is no term “{}”", id.get_ref());
                        self.files[file].fault(id.span().start, reason);
                    }
                }
            }
            terms.push(Term {
                id: term.id.get_ref().as_str().into(),
                term: term.term.as_str().into(),
                also: term.also.clone(),
                everyday: term.everyday,
                plain: self.plain(file, &term.plain),
                group: term.group.as_str().into(),
                sources: self.cited(file, &term.sources),
                see,
            });
        }
        Some(terms)
    }
}
