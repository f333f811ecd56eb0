//! The document round a page: head, glyphs, the message for when nothing starts.

use super::{policy, schema};
use crate::app::islands::Island;
use crate::content::book::Book;
use crate::content::pages::Page;
use crate::core::search::mark::escape;
use crate::route::Route;
use crate::ui::Glyph;
use std::collections::BTreeMap;

/// What every page holds, and addresses of the files that it loads, each with the base path.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The base path.
    pub base: String,
    /// Address of the site, without a path, if it is known: `https://example.org`.
    pub site: Option<String>,
    /// The style sheet itself: it stands in every page, so that the first picture waits for nothing else.
    pub css: String,
    /// The script itself that keeps what is done early and starts the app.
    pub early: String,
    /// The dialog of the settings.
    pub settings: String,
    /// The folder of the program: its main file, its chunks, and the JavaScript that joins them.
    pub program: String,
    /// For each island the files of that folder that it needs beside the main one.
    pub chunks: BTreeMap<String, Vec<String>>,
    /// The release: a name made from the content of every file.
    pub release: String,
}

impl Assets {
    /// The content security policy of the pages.
    pub fn policy(&self) -> String {
        policy::of_page(&self.early, &self.css)
    }
}

/// The whole document of a page.
pub fn document(book: &Book, route: Route, app: &str, sprite: &str, assets: &Assets) -> String {
    let Page { title, description, .. } = &book.pages[route.place()];
    let (title, description) = (escape(title), escape(description));
    let Assets { base, css, early, settings, program, chunks, release, .. } = assets;
    let policy = assets.policy();
    let path = format!("{base}{}", route.path().trim_start_matches('/'));
    let address = format!("{}{path}", assets.site.as_deref().unwrap_or_default());
    let labels = &book.labels;
    let robots = match route {
        Route::Missing => "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        _ if assets.site.is_some() => format!("<link rel=\"canonical\" href=\"{address}\">"),
        // Without the site's address there is nothing to tell: only a whole address counts.
        _ => String::new(),
    };
    // What a page does is dead until its program is there: that is asked for before anything else of it is read.
    let fetch = |file: &str| format!("<link rel=\"preload\" as=\"fetch\" href=\"{file}\" crossorigin>\n");
    let module = |file: &str| format!("<link rel=\"modulepreload\" href=\"{file}\">\n");
    let islands: Vec<Island> =
        Island::ALL.into_iter().filter(|it| it.routes().contains(&route) && !it.wakes_on_use()).collect();
    let mut ahead = String::new();
    if !islands.is_empty() {
        ahead = [fetch(&format!("{program}/app_bg.wasm")), module(&format!("{program}/app.js"))].concat();
    }
    // A page has one island at most that wakes with it.
    let needed: Vec<&String> = islands.iter().filter_map(|it| chunks.get(it.name())).flatten().collect();
    if !needed.is_empty() {
        ahead.push_str(&module(&format!("{program}/__wasm_split.js")));
    }
    for file in needed {
        ahead.push_str(&fetch(&format!("{program}/{file}.wasm")));
    }
    let picture = match &assets.site {
        Some(site) => format!(
            "<meta property=\"og:url\" content=\"{address}\">\n<meta property=\"og:image\" \
             content=\"{site}{base}screenshots/share.png\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n"
        ),
        None => String::new(),
    };
    format!(
        r##"<!DOCTYPE html>
<html lang="{language}" data-base="{base}" data-release="{release}" data-app="waiting">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
{ahead}<title>{title}</title>
<style>{css}</style>
<script data-program="{program}" data-settings="{offered}"{first}>{early}</script>
<meta name="description" content="{description}">
{robots}
<meta name="theme-color" content="#f8f6f2" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#101619" media="(prefers-color-scheme: dark)">
<meta name="color-scheme" content="light dark">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta property="og:type" content="website">
{picture}<link rel="icon" href="{base}icons/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="{base}icons/icon-180.png">
<link rel="manifest" href="{base}manifest.webmanifest" crossorigin="use-credentials">
<noscript><link rel="stylesheet" href="{base}noscript.css"></noscript>
</head>
<body>
{sprite}
<div id="app" data-path="{path}" data-release="{release}">{app}</div>
<div id="{bar}"></div>
{settings}
<p id="failed" class="failed" role="alert"{needed}>{failed} <a href="{path}">{reload}</a></p>
<p id="unreached" class="unreached" role="status" data-text="{unreached}"></p>
{schema}
</body>
</html>
"##,
        language = book.language,
        bar = crate::walkthrough::BAR,
        unreached = escape(&labels.unreached()),
        failed = escape(&labels.failed()),
        reload = escape(&labels.reload()),
        offered = escape(&book.settings.offered()),
        // What an island does is dead until the program is there: only that is worth asking for beside the first paint.
        needed = if islands.is_empty() { "" } else { " data-needed" },
        first = if islands.is_empty() { "" } else { " data-first" },
        // It says everything once more, and to search engines alone: people come first.
        schema = schema::element(book, route, assets.site.as_deref().unwrap_or_default(), base, &address),
    )
}

/// All glyphs as symbols, for pages to use by name. `read` gives the SVG file of a glyph's name.
///
/// # Errors
/// When a file cannot be read or holds no path.
pub fn sprite(read: impl Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let mut symbols = String::new();
    for name in Glyph::ALL.iter().map(|glyph| glyph.name()).chain(["mark"]) {
        let svg = read(name)?;
        let view = attribute(&svg, "viewBox").ok_or(format!("the glyph {name} has no viewBox"))?;
        let path = attribute(&svg, " d").ok_or(format!("the glyph {name} has no path"))?;
        symbols
            .push_str(&format!(r#"<symbol id="glyph-{name}" viewBox="{view}"><path d="{path}"/></symbol>"#));
    }
    Ok(format!(
        r#"<svg class="unseen" aria-hidden="true" focusable="false" width="0" height="0">{symbols}</svg>"#
    ))
}

fn attribute<'a>(svg: &'a str, name: &str) -> Option<&'a str> {
    let begin = svg.find(&format!("{name}=\""))? + name.len() + 2;
    let end = begin + svg[begin..].find('"')?;
    Some(&svg[begin..end])
}
