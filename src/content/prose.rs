//! Markdown to HTML, and only so much of it as the words may use: paragraphs, lists, strong and
//! emphasised text, links within the product, telephone numbers, addresses of help elsewhere.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};

/// What a text became.
#[derive(Debug, Default)]
pub struct Prose {
    /// HTML; addresses begin with the base path.
    pub html: String,
    /// The text without markup, a line for each paragraph and list item.
    pub plain: String,
    /// Addresses it links to, from the root, each with the byte it stands at.
    pub links: Vec<(String, usize)>,
    /// What it may not use, with the byte it stands at.
    pub refused: Vec<(String, usize)>,
}

/// Turns Markdown into HTML for a site under `base` (`/` or `/app/`).
pub fn prose(markdown: &str, base: &str) -> Prose {
    let mut out = Prose::default();
    let mut events = Vec::new();
    // The address of another site that is linked to, where its words begin, and its byte.
    let mut outside: Option<(String, usize, usize)> = None;
    // The number of the telephone link that is open, where its words begin, and its byte.
    let mut dialled: Option<(String, usize, usize)> = None;
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        let at = range.start;
        match &event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                let number = dest_url.strip_prefix("tel:").or(dest_url.strip_prefix("sms:"));
                dialled = number.map(|number| (number.to_owned(), out.plain.len(), at));
                outside = dest_url
                    .strip_prefix("https://")
                    .map(|address| (address.to_owned(), out.plain.len(), at));
                if number.is_none() && outside.is_none() {
                    if !dest_url.starts_with('/') {
                        let reason = format!(
                            "a link must begin with “/”, “https://”, “tel:” or “sms:”, not “{dest_url}”"
                        );
                        out.refused.push((reason, at));
                    }
                    out.links.push((dest_url.to_string(), at));
                }
            }
            Event::End(TagEnd::Link) => {
                // Whoever leaves the site sees where to.
                if let Some((address, from, at)) = outside.take()
                    && out.plain[from..] != address
                {
                    out.refused.push((format!("“{address}” is not the address that is shown"), at));
                }
                // A number that is called has to be the one that is read.
                if let Some((number, from, at)) = dialled.take()
                    && digits(&out.plain[from..]) != number
                {
                    out.refused.push((format!("“{number}” is not the number that is shown"), at));
                }
            }
            Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::Strong | Tag::Emphasis) => {}
            Event::Start(tag) => out.refused.push((format!("{} may not be used here", name(tag)), at)),
            Event::Html(_) | Event::InlineHtml(_) => {
                out.refused.push(("HTML may not be used here".into(), at))
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item) => out.plain.push('\n'),
            Event::Text(text) | Event::Code(text) => out.plain.push_str(text),
            Event::SoftBreak | Event::HardBreak => out.plain.push(' '),
            _ => {}
        }
        events.push(match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = under(base, &dest_url).into();
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            // A number stays on one line.
            Event::Text(text) if dialled.is_some() => {
                Event::Text(text.replace(' ', "\u{a0}").replace('-', "\u{2011}").into())
            }
            other => other,
        });
    }
    html::push_html(&mut out.html, events.into_iter());
    out.html = out.html.trim_end().to_owned();
    out
}

/// An address from the root, under the base path.
pub fn under(base: &str, address: &str) -> String {
    match address.strip_prefix('/') {
        Some(rest) => format!("{base}{rest}"),
        None => address.to_owned(),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn name(tag: &Tag) -> &'static str {
    match tag {
        Tag::Heading { .. } => "a heading",
        Tag::BlockQuote(_) => "a block quote",
        Tag::CodeBlock(_) => "a code block (an indented line?)",
        Tag::Image { .. } => "a picture",
        Tag::HtmlBlock => "HTML",
        _ => "this kind of markup",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_come_under_the_base_path() {
        let made = prose("See [safety](/safety/#ask-first).", "/app/");
        assert_eq!(made.html, "<p>See <a href=\"/app/safety/#ask-first\">safety</a>.</p>");
        assert_eq!(made.links, [("/safety/#ask-first".to_owned(), 4)]);
        assert_eq!(made.plain, "See safety.\n");
    }

    #[test]
    fn a_number_that_is_called_is_the_one_shown() {
        let made = prose("Call [116 123](tel:116123).", "/app/");
        assert_eq!(made.html, "<p>Call <a href=\"tel:116123\">116\u{a0}123</a>.</p>");
        assert!(made.links.is_empty() && made.refused.is_empty());
        assert_eq!(prose("Call [116 123](tel:116132).", "/").refused.len(), 1);
    }

    #[test]
    fn a_link_to_another_site_shows_its_address() {
        let made = prose("See [example.org](https://example.org).", "/app/");
        assert_eq!(made.html, "<p>See <a href=\"https://example.org\">example.org</a>.</p>");
        assert!(made.links.is_empty() && made.refused.is_empty());
        assert_eq!(prose("See [here](https://example.org).", "/").refused.len(), 1);
    }

    #[test]
    fn what_may_not_be_used_is_named() {
        for markdown in
            ["# Heading", "<b>x</b>", "    indented", "![x](/y.png)", "[x](https://example.org)", "> quote"]
        {
            assert!(!prose(markdown, "/").refused.is_empty(), "{markdown}");
        }
    }
}
