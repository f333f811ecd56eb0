//! Base path and address of the site, as typed by a person.

/// A base path that starts and ends with `/`: `/app` becomes `/app/`.
///
/// # Errors
/// When it is an address or does not start with `/`, or holds what has no place in a plain path.
pub fn normalise(given: &str) -> Result<String, String> {
    if given.contains("://") || given.starts_with("//") {
        return Err(format!(
            "`--base {given}`: the base is a path such as /app/, not an address. Use --site-url for the address."
        ));
    }
    if !given.starts_with('/') {
        return Err(format!("`--base {given}`: the base starts with a slash. Did you mean /{given}/ ?"));
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    let climbs = given.split('/').any(|part| part == "." || part == "..");
    if !given.chars().all(plain) || given.contains("//") || climbs {
        return Err(format!(
            "`--base {given}`: the base is a plain path such as /app/ (letters, digits and - . _ ~ between single slashes)."
        ));
    }
    Ok(if given.ends_with('/') { given.to_owned() } else { format!("{given}/") })
}

/// The address the site will have, without a slash at its end: scheme and host, no path (the base is the path).
///
/// # Errors
/// When it is not `https://host` or `http://host`.
pub fn site_url(given: &str) -> Result<String, String> {
    let trimmed = given.trim_end_matches('/');
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '"', '<', '&']) => {
            Ok(trimmed.to_owned())
        }
        _ => Err(format!(
            "`--site-url {given}`: it is scheme and host, such as https://example.org; a path goes into --base."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_end_with_a_slash() {
        assert_eq!(normalise("/").as_deref(), Ok("/"));
        assert_eq!(normalise("/app").as_deref(), Ok("/app/"));
        assert_eq!(normalise("/app/").as_deref(), Ok("/app/"));
        assert_eq!(normalise("/a/b-c.d_e~1").as_deref(), Ok("/a/b-c.d_e~1/"));
    }

    #[test]
    fn other_bases_are_refused() {
        for bad in [
            "",
            "app",
            "app/",
            "./",
            "https://example.org/app/",
            "//host/",
            "/a//b/",
            "/a/../b",
            "/a b",
            "/ä",
            "/a?b",
        ] {
            assert!(normalise(bad).is_err(), "{bad}");
        }
        assert!(normalise("https://example.org/").unwrap_err().contains("--site-url"));
    }

    #[test]
    fn addresses_are_scheme_and_host() {
        assert_eq!(site_url("https://example.org/").as_deref(), Ok("https://example.org"));
        assert_eq!(site_url("http://localhost:8080").as_deref(), Ok("http://localhost:8080"));
        for bad in
            ["example.org", "https://", "https://example.org/app/", "ftp://example.org", "https://a\"b"]
        {
            assert!(site_url(bad).is_err(), "{bad}");
        }
    }
}
