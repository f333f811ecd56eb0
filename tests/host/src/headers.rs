//! The `_headers` file that Netlify and Cloudflare Pages read.
//!
//! Lines at the margin are path patterns, indented lines `Name: value` belong
//! to the pattern above; `! Name` takes a name away that an earlier rule gave.
//! Every rule that fits a path counts, and a name given twice is joined by a
//! comma, as both hosts do it.

use hyper::HeaderMap;
use hyper::header::{HeaderName, HeaderValue};

use crate::pattern::matches;

/// The rules of one file, in the order of the file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rules(Vec<Rule>);

#[derive(Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    /// `None` takes the name away.
    lines: Vec<(HeaderName, Option<HeaderValue>)>,
}

impl Rules {
    /// Reads the file's text. Lines no host would understand are passed over,
    /// as hosts do.
    pub fn read(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines() {
            let words = line.trim();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                rules.push(Rule { pattern: words.to_owned(), lines: Vec::new() });
            } else if let (Some(rule), Some(line)) = (rules.last_mut(), header(words)) {
                rule.lines.push(line);
            }
        }
        Self(rules)
    }

    /// Puts the headers of every rule that fits one of `paths` into `headers`.
    /// What a rule names replaces what the host itself would have sent.
    pub fn apply(&self, paths: &[&str], headers: &mut HeaderMap) {
        let mut ours = HeaderMap::new();
        for rule in &self.0 {
            if !paths.iter().any(|path| matches(&rule.pattern, path)) {
                continue;
            }
            for (name, value) in &rule.lines {
                match (value, ours.get(name)) {
                    (None, _) => {
                        ours.remove(name);
                    }
                    (Some(value), Some(earlier)) => {
                        let both = [earlier.as_bytes(), b", ", value.as_bytes()].concat();
                        if let Ok(both) = HeaderValue::from_bytes(&both) {
                            ours.insert(name, both);
                        }
                    }
                    (Some(value), None) => {
                        ours.insert(name, value.clone());
                    }
                }
            }
        }
        headers.extend(ours);
    }
}

fn header(words: &str) -> Option<(HeaderName, Option<HeaderValue>)> {
    if let Some(name) = words.strip_prefix('!') {
        return Some((name.trim().parse().ok()?, None));
    }
    let (name, value) = words.split_once(':')?;
    let value = HeaderValue::from_str(value.trim()).ok()?;
    Some((name.trim().parse().ok()?, Some(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# a comment
/*
  X-Frame-Options: DENY
  Cache-Control: no-cache

/assets/*
  Cache-Control: public
/hashed/*
  ! Cache-Control
  Cache-Control: immutable
  no colon here
";

    fn at(path: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("cache-control", HeaderValue::from_static("its own"));
        Rules::read(FILE).apply(&[path], &mut headers);
        headers
    }

    #[test]
    fn every_fitting_rule_counts() {
        assert_eq!(at("/")["x-frame-options"], "DENY");
        assert_eq!(at("/")["cache-control"], "no-cache");
        assert_eq!(at("/assets/a.js")["cache-control"], "no-cache, public");
        assert_eq!(at("/hashed/a.js")["cache-control"], "immutable");
    }

    #[test]
    fn a_value_may_hold_colons() {
        let rules = Rules::read("/\n\tContent-Security-Policy: img-src 'self' data:\n");
        let mut headers = HeaderMap::new();
        rules.apply(&["/"], &mut headers);
        assert_eq!(headers["content-security-policy"], "img-src 'self' data:");
    }
}
