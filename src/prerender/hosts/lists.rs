//! The `_headers` file of Netlify and Cloudflare Pages. Both join a header that two rules name, and ask browsers to come
//! again for a file that no rule is about: so only files that are kept for good, and the worker, have one of their own.

use super::{ASK_ANEW, FOR_GOOD, Site, TYPES};
use std::fmt::Write as _;

/// Types that these hosts don't know, or name otherwise.
const UNKNOWN: [&str; 2] = ["pack", "webmanifest"];

/// The file.
pub fn headers(site: &Site) -> String {
    let base = &site.base;
    let mut text = format!("{base}*\n");
    for (name, value) in site.headers() {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let _ = write!(text, "{base}sw.js\n  Cache-Control: {ASK_ANEW}\n");
    for file in &site.hashed {
        let _ = write!(text, "{base}{file}\n  Cache-Control: {FOR_GOOD}\n");
    }
    for (end, kind) in TYPES.iter().filter(|(end, _)| UNKNOWN.contains(end)) {
        let _ = write!(text, "{base}*.{end}\n  Content-Type: {kind}\n");
    }
    text
}
