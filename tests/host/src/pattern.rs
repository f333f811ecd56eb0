//! Path patterns with `*`, as `_headers` files and tests write them.

/// Whether `path` is like `pattern`: `*` stands for any run of characters
/// (also none, also slashes), everything else for itself.
pub fn matches(pattern: &str, path: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else {
        return false;
    };
    let Some(last) = pieces.next_back() else {
        return rest.is_empty();
    };
    for piece in pieces {
        let Some(at) = rest.find(piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_any_run_of_characters() {
        for (pattern, path) in [
            ("/", "/"),
            ("/*", "/"),
            ("/*", "/a/b.js"),
            ("*.wasm", "/app-12.wasm"),
            ("/a/*.js", "/a/b/c.js"),
            ("/*/x/*", "/en/x/y"),
            ("*pack*", "/en.pack?x"),
        ] {
            assert!(matches(pattern, path), "{pattern} {path}");
        }
    }

    #[test]
    fn everything_else_is_itself() {
        for (pattern, path) in
            [("/", "/a"), ("/a", "/"), ("*.wasm", "/app.wasm.br"), ("/a*a", "/a"), ("/en/*", "/de/x")]
        {
            assert!(!matches(pattern, path), "{pattern} {path}");
        }
    }
}
