//! HTML of the site without what only its programs serve.

/// Drawings of the sprite, buttons and lists of sayings that stand there for a program.
const TAKEN_OUT: [&str; 4] = ["svg", "button", "script", "pre"];

/// The same HTML without those elements and what is in them.
pub fn lean(html: &str) -> String {
    TAKEN_OUT.iter().fold(without_comments(html), |html, name| without(&html, name))
}

/// Hydration reads comments; nobody else does.
fn without_comments(html: &str) -> String {
    let pieces = html.split("<!--");
    let (first, rest) = (pieces.clone().next().unwrap_or_default(), pieces.skip(1));
    rest.fold(first.to_owned(), |kept, piece| {
        kept + piece.split_once("-->").map_or(piece, |(_, after)| after)
    })
}

fn without(html: &str, name: &str) -> String {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let mut kept = String::with_capacity(html.len());
    let (mut rest, mut depth) = (html, 0_usize);
    loop {
        let opens = opening(rest, &begin);
        match (opens, rest.find(&end)) {
            (Some(at), closes) if closes.is_none_or(|closes| at < closes) => {
                if depth == 0 {
                    kept.push_str(&rest[..at]);
                }
                depth += 1;
                rest = &rest[at + begin.len()..];
            }
            (_, Some(at)) if depth > 0 => {
                depth -= 1;
                rest = &rest[at + end.len()..];
            }
            _ => break,
        }
    }
    kept.push_str(rest);
    kept
}

/// Where an element of just this name opens: `<pre` is not the beginning of `<prefix>`.
fn opening(html: &str, begin: &str) -> Option<usize> {
    let fits = |at: &usize| html[at + begin.len()..].starts_with([' ', '>', '/', '\n']);
    html.match_indices(begin).map(|(at, _)| at).find(fits)
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn elements_go_with_all_that_is_in_them() {
        for (html, left) in [
            ("<p>a<svg><svg/></svg></svg>b</p>", "<p>ab</p>"),
            ("<p><button type=\"button\">x<svg></svg></button>b</p>", "<p>b</p>"),
            ("<prefix>a</prefix><pre hidden>b</pre>", "<prefix>a</prefix>"),
            ("<!--<[]>--><p>a<!--</[]>--></p>", "<p>a</p>"),
            ("<p>nothing</p>", "<p>nothing</p>"),
        ] {
            assert_eq!(lean(html), left);
        }
    }
}
