//! Marking: wrapping the words that matched, inside HTML that we made ourselves.

use super::fold::{Stem, fold};

/// Wraps each word whose stem is among `stems` in `<mark>`. Tags and character
/// references are copied as they stand.
pub fn mark(html: &str, stems: &[String]) -> String {
    if stems.is_empty() {
        return html.to_owned();
    }
    let stem = Stem::new();
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '<' => rest.find('>').map_or(rest.len(), |end| end + 1),
            '&' => rest.find(';').map_or(rest.len(), |end| end + 1),
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        if is_word(first) && matches(piece, stems, &stem) {
            out.push_str("<mark>");
            out.push_str(piece);
            out.push_str("</mark>");
        } else {
            out.push_str(piece);
        }
        rest = after;
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '’' || c == '\''
}

fn matches(word: &str, stems: &[String], stem: &Stem) -> bool {
    fold(word).iter().any(|word| stems.contains(&stem.of(word)))
}

/// Plain text as HTML: the characters that mean something there are written as references.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_words_by_stem_and_leaves_tags_alone() {
        let stems = vec!["hand".to_owned(), "session".to_owned()];
        assert_eq!(
            mark("<p class=\"hand\">Hands &amp; a session’s <em>handle</em></p>", &stems),
            "<p class=\"hand\"><mark>Hands</mark> &amp; a <mark>session’s</mark> <em>handle</em></p>"
        );
    }

    proptest! {
        #[test]
        fn taking_the_marks_away_gives_the_text_back(text: String) {
            let html = escape(&text);
            let marked = mark(&html, &["a".to_owned(), "the".to_owned()]);
            prop_assert_eq!(marked.replace("<mark>", "").replace("</mark>", ""), html);
        }
    }
}
