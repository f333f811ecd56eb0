//! The policy that pages and every host's file carry: by the rules of Google's CSP Evaluator and of Mozilla's HTTP
//! Observatory, as far as they can be known without a network. (The browser tests ask the Evaluator itself.)

use crate::content::english;
use crate::prerender::documents;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use stillpoint::prerender::hosts::{self, Site, TYPES};
use stillpoint::prerender::{pack, policy};

fn site(base: &str) -> Site {
    Site {
        base: base.into(),
        policy: policy::of_page("script", "style"),
        hashed: vec!["program-0123456789abcdef/*".into()],
    }
}

/// The files for hosts that carry headers.
fn carriers(base: &str) -> Vec<hosts::File> {
    let site = site(base);
    let files = hosts::inside(&site).into_iter().chain(hosts::beside(&site));
    files.filter(|(name, _)| *name != "Containerfile").collect()
}

/// Headers of every answer, as a file of any of these hosts sets them; names in small letters.
fn headers_of(text: &str) -> BTreeMap<String, String> {
    let line = |line: &str| {
        let line = line.trim();
        let line = ["add_header ", "Header always set "]
            .iter()
            .find_map(|begin| line.strip_prefix(begin))
            .unwrap_or(line);
        let (name, value) = line.split_once([':', ' '])?;
        let is_name = name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.chars().all(|c| c.is_alphabetic() || c == '-');
        let value = value.trim().trim_end_matches(';').trim_end_matches(" always").trim_matches('"');
        is_name.then(|| (name.to_lowercase(), value.to_owned()))
    };
    let known: BTreeSet<String> =
        policy::headers("").into_iter().map(|(name, _)| name.to_lowercase()).collect();
    text.lines().filter_map(line).filter(|(name, _)| known.contains(name)).collect()
}

/// The directives of a policy with their values.
fn directives(policy: &str) -> BTreeMap<&str, Vec<&str>> {
    let parts = policy.split(';').map(|part| part.split_whitespace());
    parts.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
}

fn is_directive(word: &str) -> bool {
    const OTHERS: [&str; 5] =
        ["base-uri", "form-action", "frame-ancestors", "require-trusted-types-for", "trusted-types"];
    ["-src", "-src-attr", "-src-elem"].iter().any(|end| word.ends_with(end)) || OTHERS.contains(&word)
}

/// What the Evaluator says, as `severity: what`; `high` and `medium` are faults, `maybe` it can't know, `strict` is
/// advice for policies of another kind, `info` is a hint.
fn findings(policy: &str) -> Vec<String> {
    let all = directives(policy);
    let of =
        |name: &'static str| all.get(name).or_else(|| all.get("default-src")).cloned().unwrap_or_default();
    let mut found = Vec::new();
    for (name, values) in &all {
        if !is_directive(name) {
            found.push(format!("medium: nobody knows {name}"));
        }
        if values.iter().any(|it| is_directive(it)) {
            found.push(format!("medium: a semicolon is missing in {name}"));
        }
        if values.iter().any(|it| ["self", "none", "unsafe-inline", "strict-dynamic"].contains(it)) {
            found.push(format!("medium: a keyword without its marks in {name}"));
        }
        if values.contains(&"'none'") && values.len() > 1 {
            found.push(format!("medium: 'none' beside others in {name}"));
        }
        if values.iter().any(|it| it.starts_with("http:")) {
            found.push(format!("medium: {name} over HTTP"));
        }
    }
    for name in ["script-src", "object-src", "base-uri"] {
        let values = if name == "base-uri" { all.get(name).cloned().unwrap_or_default() } else { of(name) };
        if values.is_empty() {
            found.push(format!("high: {name} is missing"));
        }
        for value in values {
            if ["*", "data:", "http:", "https:"].contains(&value) {
                found.push(format!("high: {value} in {name}"));
            }
        }
    }
    let script = of("script-src");
    let hashed = script.iter().any(|it| it.starts_with("'sha256-") || it.starts_with("'nonce-"));
    if script.contains(&"'unsafe-inline'") && !hashed {
        found.push("high: 'unsafe-inline'".into());
    }
    for loose in ["'unsafe-eval'", "'unsafe-hashes'"] {
        if script.contains(&loose) {
            found.push(format!("medium: {loose}"));
        }
    }
    if script.contains(&"'self'") && !script.contains(&"'strict-dynamic'") {
        found.push("maybe: 'self', if it holds what others put there".into());
    }
    if hashed && !script.contains(&"'unsafe-inline'") {
        found.push("strict: 'unsafe-inline' for browsers that know no hashes".into());
    }
    if !all.get("require-trusted-types-for").is_some_and(|it| it.contains(&"'script'")) {
        found.push("info: no Trusted Types".into());
    }
    found
}

/// What the Observatory gives for a page over HTTPS without cookies, sharing or scripts of others: points, and the grade.
fn graded(headers: &BTreeMap<String, String>, meta: &str) -> (i32, &'static str) {
    let get = |name: &str| headers.get(name).map(String::as_str).unwrap_or_default();
    let both = [get("content-security-policy"), meta].join(";");
    let csp = directives(&both);
    let any = |names: [&str; 2], bad: &[&str]| {
        names.iter().filter_map(|name| csp.get(name)).flatten().any(|value| bad.contains(value))
    };
    let policy = match () {
        () if csp.is_empty() => -25,
        () if any(["script-src", "object-src"], &["'unsafe-inline'", "data:", "https:", "http:", "*"]) => -20,
        () if any(["script-src", "style-src"], &["'unsafe-eval'"]) => -10,
        () if any(["style-src", ""], &["'unsafe-inline'", "data:", "https:", "*"]) => 0,
        () if csp.get("default-src").is_some_and(|it| *it == ["'none'"]) => 10,
        () => 5,
    };
    let age = get("strict-transport-security")
        .split(';')
        .find_map(|it| it.trim().strip_prefix("max-age=")?.parse().ok());
    let transport = match age {
        None => -20,
        Some(0..15_768_000) => -10,
        Some(_) => 0,
    };
    let framed =
        if directives(get("content-security-policy")).contains_key("frame-ancestors") { 5 } else { -20 };
    let types = if get("x-content-type-options") == "nosniff" { 0 } else { -5 };
    let referrer = if get("referrer-policy") == "no-referrer" { 5 } else { 0 };
    let resource = if get("cross-origin-resource-policy") == "same-origin" { 10 } else { 0 };
    let parts = [policy, transport, framed, types, referrer, resource];
    let lost: i32 = parts.iter().filter(|it| **it < 0).sum();
    // Extra points count from 90.
    let won: i32 = if lost >= -10 { parts.iter().filter(|it| **it > 0).sum() } else { 0 };
    let points = 100 + lost + won;
    let grade = match points {
        100.. => "A+",
        90.. => "A",
        85.. => "A-",
        80.. => "B+",
        70.. => "B",
        _ => "less",
    };
    (points, grade)
}

#[test]
fn every_host_says_the_same() {
    let wanted: BTreeMap<String, String> = policy::headers(&site("/").policy)
        .into_iter()
        .map(|(name, value)| (name.to_lowercase(), value))
        .collect();
    for base in ["/", "/app/"] {
        for (name, text) in carriers(base) {
            assert_eq!(headers_of(&text), wanted, "{name} for {base}");
            assert!(
                text.contains("-[0-9a-f]{12,}") || text.contains("program-0123456789abcdef/*"),
                "{name}: what is kept"
            );
            assert!(
                name == "_headers" || text.contains(&format!("{base}404.html")),
                "{name}: the page for nothing"
            );
            for (end, kind) in TYPES.iter().filter(|_| name != "_headers") {
                let kind = kind.split(';').next().unwrap_or_default();
                let line = text.lines().any(|line| line.contains(kind) && line.contains(end));
                assert!(line, "{name} doesn't know {end}");
            }
        }
    }
}

#[test]
fn the_evaluator_finds_nothing() {
    let known = [
        "maybe: 'self', if it holds what others put there",
        "strict: 'unsafe-inline' for browsers that know no hashes",
    ];
    for (name, text) in carriers("/") {
        assert_eq!(findings(&headers_of(&text)["content-security-policy"]), known, "{name}");
    }
    assert_eq!(findings(&site("/").policy), known, "in a page");
}

#[test]
fn the_evaluator_finds_what_is_loose() {
    let strict = site("/").policy;
    for (from, to, finding) in [
        ("script-src 'self'", "script-src 'self' *", "high: * in script-src"),
        ("script-src 'self'", "script-src 'self' 'unsafe-eval'", "medium: 'unsafe-eval'"),
        ("; base-uri 'none'", "", "high: base-uri is missing"),
        ("font-src 'self'", "font-src self", "medium: a keyword without its marks in font-src"),
        ("img-src 'self';", "img-src 'self'", "medium: a semicolon is missing in img-src"),
        ("connect-src 'self'", "connect-src http://a.test", "medium: connect-src over HTTP"),
        ("require-trusted-types-for 'script'; ", "", "info: no Trusted Types"),
        ("worker-src", "workers-of", "medium: nobody knows workers-of"),
    ] {
        let loose = strict.replacen(from, to, 1);
        assert_ne!(loose, strict, "{from}");
        assert!(findings(&loose).iter().any(|it| it == finding), "{finding}: {:?}", findings(&loose));
    }
}

#[test]
fn the_observatory_gives_its_best_grade() {
    for (name, text) in carriers("/") {
        assert_eq!(graded(&headers_of(&text), &site("/").policy), (130, "A+"), "{name}");
    }
    let less = |name: &str| {
        let mut headers = headers_of(&carriers("/")[0].1);
        headers.remove(name).expect("the header");
        graded(&headers, &site("/").policy)
    };
    assert_eq!(less("strict-transport-security"), (80, "B+"));
    assert_eq!(less("x-content-type-options"), (125, "A+"));
}

/// GitHub Pages sends headers of its own, among them the one that keeps a browser to HTTPS. The pages bring the rest, as
/// far as a `meta` element can: it can't say who may frame a page, or that types are meant.
#[test]
fn a_host_without_headers_gets_what_a_page_can_say() {
    let its_own = BTreeMap::from([("strict-transport-security".to_owned(), "max-age=31556952".to_owned())]);
    assert_eq!(graded(&its_own, &site("/").policy), (75, "B"));
    for (route, page) in documents("/") {
        assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "{route:?}");
        let policy = page.split("<meta http-equiv=\"Content-Security-Policy\" content=\"").nth(1);
        let policy = policy.and_then(|rest| rest.split('"').next()).expect("a policy");
        for name in ["frame-ancestors", "sandbox", "report-uri"] {
            assert!(!policy.contains(name), "{route:?}: a meta element can't say {name}");
        }
    }
}

#[test]
fn every_kind_of_file_has_its_type() {
    let known: BTreeSet<&str> = TYPES.iter().map(|(end, _)| *end).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    for folder in ["icons", "fonts", "screenshots", "figure", "css", "js", "audio/en/emma", "."] {
        for file in
            std::fs::read_dir(root.join(folder)).expect("a folder").flatten().filter(|it| it.path().is_file())
        {
            let name = file.file_name().to_string_lossy().into_owned();
            let end = name.rsplit('.').next().unwrap_or_default();
            assert!(known.contains(end) || ["md", "toml"].contains(&end), "{name} has no type");
        }
    }
}

#[test]
fn a_container_serves_the_site_as_nobody() {
    for base in ["/", "/app/"] {
        let [_, _, (name, text)] = hosts::beside(&site(base));
        assert_eq!(name, "Containerfile");
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let from = lines[0].strip_prefix("FROM ").expect("where it begins");
        assert_eq!(
            from.rsplit(':').next().map(|tag| tag.matches('.').count()),
            Some(2),
            "{from}: a whole version"
        );
        assert!(lines.contains(&&*format!("COPY dist /srv/stillpoint{base}")), "{lines:?}");
        assert!(lines.contains(&"USER 65534:65534") && lines.contains(&"EXPOSE 8080"), "{lines:?}");
    }
}

/// `static/js/trust.js` lets known tags pass and nothing else: every tag that the program puts into a page is among them.
#[test]
fn the_gate_knows_all_html_of_ours() {
    let Some(book) = english("/") else { return };
    let script = include_str!("../../static/js/trust.js");
    let names =
        script.split("const NAMES = ").nth(1).and_then(|rest| rest.split(';').next()).expect("its names");
    let names: BTreeSet<&str> =
        names.split(['"', '|', '+', '\n', ' ']).filter(|name| !name.is_empty()).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let pack = tokio::task::LocalSet::new().block_on(&runtime, pack(&book, "audio-0"));
    let mut sources = vec![
        serde_json::to_string(&pack).expect("a pack"),
        serde_json::to_string(&book.finds).expect("what is found"),
    ];
    for (_, page) in documents("/") {
        let props = page.split("data-props=\"\">").skip(1).filter_map(|rest| rest.split("</script>").next());
        sources.extend(props.map(str::to_owned));
    }
    let mut seen = BTreeSet::new();
    for tag in sources.iter().flat_map(|text| text.split('<').skip(1)) {
        let name = tag.trim_start_matches(['/', '\\']).chars().take_while(char::is_ascii_alphanumeric);
        let name: String = name.collect();
        let begins: String = tag.chars().take(60).collect();
        assert!(names.contains(&*name), "trust.js doesn't know <{begins}");
        seen.insert(name);
    }
    assert!(seen.len() > 10, "only {seen:?}");
}
