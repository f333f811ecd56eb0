//! What every address should give on every server, and the table of what it gave.

use crate::ask::{self, Answer};
use crate::servers::{Kind, Server};
use std::fs;
use std::path::Path;

/// What an address should give.
struct Row {
    /// Below the base path.
    address: String,
    /// What a browser says it can unpack.
    accept: &'static str,
    status: u16,
    /// Begin of its type, or where a redirect leads, below the base path.
    gives: &'static str,
    /// How it's packed.
    packed: &'static str,
    keeps: Keeps,
}

#[derive(Clone, Copy, PartialEq)]
enum Keeps {
    ForGood,
    AskAnew,
    /// Whatever.
    Any,
}

const ALL: &str = "gzip, deflate, br, zstd";

/// The rows for a site.
fn rows(folder: &Path) -> Vec<Row> {
    let names: Vec<String> = fs::read_dir(folder)
        .expect("the site")
        .flatten()
        .map(|it| it.file_name().to_string_lossy().into_owned())
        .collect();
    let named = |begin: &str, end: &str| {
        let found = names.iter().find(|name| name.starts_with(begin) && name.ends_with(end));
        found.unwrap_or_else(|| panic!("no {begin}…{end}")).clone()
    };
    let program = named("program-", "");
    let sound = named("audio-", "");
    let first = |folder: &Path| {
        fs::read_dir(folder).expect("recordings").flatten().next().expect("a recording").path()
    };
    let mut clip = folder.join(&sound);
    while clip.is_dir() {
        clip = first(&clip);
    }
    let clip = clip.strip_prefix(folder).expect("it's in the site").to_string_lossy().into_owned();
    let row = |address: &str, accept, status, gives, packed, keeps| Row {
        address: address.to_owned(),
        accept,
        status,
        gives,
        packed,
        keeps,
    };
    let page = |address: &str, accept, packed| {
        row(address, accept, 200, "text/html; charset=utf-8", packed, Keeps::AskAnew)
    };
    let file = |address: &str, gives, packed| row(address, ALL, 200, gives, packed, Keeps::AskAnew);
    let hashed = |address: &str, gives, packed| row(address, ALL, 200, gives, packed, Keeps::ForGood);
    let leads = |address: &str, to| row(address, ALL, 301, to, "", Keeps::Any);
    let nothing = |address: &str| row(address, ALL, 404, "text/html; charset=utf-8", "any", Keeps::AskAnew);
    vec![
        page("", ALL, "br"),
        page("", "gzip", "gzip"),
        page("", "", ""),
        page("faq/", ALL, "br"),
        page("faq/?q=cost", ALL, "br"),
        leads("faq", "faq/"),
        leads("faq/index.html", "faq/"),
        leads("faq/index.html?q=cost", "faq/?q=cost"),
        leads("index.html", ""),
        nothing("nothing"),
        nothing("nothing/at/all/"),
        nothing("program-0123456789abcdef/none.wasm"),
        nothing("_headers"),
        nothing(".htaccess"),
        file("sw.js", "text/javascript; charset=utf-8", "br"),
        file("manifest.webmanifest", "application/manifest+json", "br"),
        file("robots.txt", "text/plain; charset=utf-8", "br"),
        file("icons/icon.svg", "image/svg+xml", "br"),
        file("icons/icon-192.png", "image/png", ""),
        file("fonts/literata-480.woff2", "font/woff2", ""),
        hashed(&format!("{program}/app.js"), "text/javascript; charset=utf-8", "br"),
        hashed(&format!("{program}/app_bg.wasm"), "application/wasm", "br"),
        row(&format!("{program}/app_bg.wasm"), "", 200, "application/wasm", "", Keeps::ForGood),
        hashed(&named("find-en-", ".pack"), "application/octet-stream", "br"),
        hashed(&clip, "audio/mpeg", ""),
    ]
}

/// A cell: what came, short, and what's wrong with it.
pub type Cell = (String, String, Option<String>);

/// Asks a server for every address.
pub fn column(server: &Server, base: &str, folder: &Path) -> Vec<Cell> {
    let lists = fs::read_to_string(folder.join("_headers")).expect("the headers");
    let policy: Vec<(&str, &str)> =
        lists.lines().skip(1).map_while(|line| line.strip_prefix("  ")?.split_once(": ")).collect();
    assert!(policy.len() >= 8, "{policy:?}");
    rows(folder)
        .iter()
        .map(|row| {
            let accept = [("accept-encoding", row.accept)];
            let asked = if row.accept.is_empty() { &[][..] } else { &accept };
            let answer = ask::get(server.port, &format!("{base}{}", row.address), asked);
            let fault = fault(row, &answer, base, &policy, server.is_ours());
            let name = if row.accept == ALL {
                row.address.clone()
            } else {
                format!("{} ({})", row.address, row.accept)
            };
            (name, short(&answer), fault)
        })
        .collect()
}

/// What came, in a few words.
fn short(answer: &Answer) -> String {
    let packed = answer.header("content-encoding");
    let keeps = answer.header("cache-control");
    let keeps = if keeps.contains("immutable") {
        "∞"
    } else if keeps == "no-cache" {
        "?"
    } else {
        "-"
    };
    let kind = answer.header("content-type");
    let kind = kind.split([';', '/']).nth(1).unwrap_or_default();
    format!("{} {kind} {packed} {keeps}", answer.status).replace("  ", " ")
}

/// What's wrong with an answer. Hosts that read `_headers` say themselves that pages are to be asked for anew, and
/// redirect as they like.
fn fault(row: &Row, answer: &Answer, base: &str, policy: &[(&str, &str)], lists: bool) -> Option<String> {
    let is_lead = (300..400).contains(&row.status);
    if lists && (row.address.ends_with("index.html") || row.address.contains("index.html?")) {
        return None;
    }
    if is_lead {
        let to = answer.header("location");
        let path = to
            .strip_prefix("http://127.0.0.1")
            .and_then(|rest| rest.find('/').map(|at| &rest[at..]))
            .unwrap_or(&to);
        let is_fine = [301, 307, 308].contains(&answer.status) && path == format!("{base}{}", row.gives);
        return (!is_fine).then(|| format!("{} to {to:?}", answer.status));
    }
    if answer.status != row.status {
        return Some(format!("{} instead of {}", answer.status, row.status));
    }
    let kind = answer.header("content-type").to_lowercase();
    if !kind.starts_with(row.gives) {
        return Some(format!("{kind:?} instead of {:?}", row.gives));
    }
    let packed = answer.header("content-encoding");
    if row.packed != "any" && packed != row.packed {
        return Some(format!("packed as {packed:?} instead of {:?}", row.packed));
    }
    if packed.is_empty()
        && row.status == 404
        && !String::from_utf8_lossy(&answer.body).contains("data-release=")
    {
        return Some("not the page for what isn't there".into());
    }
    let keeps = answer.header("cache-control");
    let is_kept = keeps.contains("immutable");
    let right = match row.keeps {
        Keeps::ForGood => is_kept && keeps.contains("max-age=31536000"),
        Keeps::AskAnew => !is_kept && (keeps == "no-cache" || lists || row.status == 404),
        Keeps::Any => true,
    };
    if !right {
        return Some(format!("kept as {keeps:?}"));
    }
    if row.status == 200
        && !packed.is_empty()
        && !answer.header("vary").to_lowercase().contains("accept-encoding")
    {
        return Some("packed, and Vary doesn't say so".into());
    }
    let other = policy.iter().find(|(name, value)| answer.header(name) != *value)?;
    Some(format!("{} is {:?}", other.0, answer.header(other.0)))
}

/// Prints what came, one line an address, one column a server; gives what's wrong.
pub fn print(base: &str, columns: &[(Kind, Vec<Cell>)]) -> Vec<String> {
    println!(
        "\n{:<44}{}",
        format!("under {base}"),
        columns.iter().map(|(kind, _)| format!("{:<28}", format!("{kind:?}"))).collect::<String>()
    );
    let mut faults = Vec::new();
    for at in 0..columns.first().map_or(0, |(_, cells)| cells.len()) {
        let name = &columns[0].1[at].0;
        let mut line = format!("{:<44}", name);
        for (kind, cells) in columns {
            let (name, came, fault) = &cells[at];
            line += &format!("{:<28}", format!("{}{came}", if fault.is_some() { "✗ " } else { "" }));
            faults.extend(fault.iter().map(|fault| format!("{kind:?} {base}{name}: {fault}")));
        }
        println!("{line}");
    }
    faults
}
