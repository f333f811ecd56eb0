//! What the style sheets must keep to.

use std::fs;

/// Where a browser finds text that isn't laid out yet: Safari does from 26 on.
const FINDS: &str = "@supports (text-wrap: pretty) or (not (hanging-punctuation: first)) {";

/// A style sheet without what stands in blocks that begin like this.
fn without(css: &str, begin: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, block)) = rest.split_once(begin) {
        out.push_str(before);
        let mut depth = 1;
        let end = block.find(|c| {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        });
        rest = &block[end.expect("the block ends") + 1..];
    }
    out + rest
}

#[test]
fn text_waits_only_where_the_browser_finds_it() {
    let mut waits = 0;
    for file in fs::read_dir("static/css").expect("the style sheets").flatten() {
        let css = fs::read_to_string(file.path()).expect("a style sheet");
        let all = css.matches("content-visibility: auto").count();
        let here = without(&css, FINDS).matches("content-visibility: auto").count();
        assert_eq!(here, 0, "{}: it waits in every browser", file.path().display());
        waits += all;
    }
    assert!(waits > 0, "nothing waits");
}
