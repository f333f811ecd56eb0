//! Host entry, run by Trunk after its build: writes every page, the packs, the worker and the
//! compressed copies into Trunk's folder.

use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stillpoint::content::{Words, book::Book, read::read};
use stillpoint::core::claim::Day;
use stillpoint::prerender::document::{Assets, document, sprite};
use stillpoint::prerender::{app_html, figure, offline, pack, sound, still_pages};
use stillpoint::route::Route;

/// Style sheets, in the order of the cascade.
const SHEETS: [&str; 11] = [
    "fonts",
    "tokens",
    "base",
    "layout",
    "controls",
    "rooms",
    "reading",
    "prepare",
    "sheet",
    "utilities",
    "print",
];

type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome {
    let out = PathBuf::from(std::env::var("TRUNK_STAGING_DIR").map_err(
        |_| "TRUNK_STAGING_DIR is not set: this program is run by `trunk build`, as its post_build hook",
    )?);
    let base = match std::env::var("TRUNK_PUBLIC_URL") {
        Ok(base) if base.starts_with('/') && base.ends_with('/') => base,
        Ok(base) => {
            return Err(format!("the base path must begin and end with “/”, not “{base}”"));
        }
        Err(_) => "/".to_owned(),
    };
    let site = std::env::var("STILLPOINT_SITE_URL").ok().map(|site| site.trim_end_matches('/').to_owned());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));

    let words = root.join("src/content/en");
    let sounds = root.join("static/audio");
    let book = read(&words, &sounds, "en", &base, today()).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("src/content/en/{fault}")).collect();
        format!("{} mistakes in the words:\n{}", faults.len(), lines.join("\n"))
    })?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let folder = copy_sound(&out, &sounds, &book)?;
    let finds = postcard::to_stdvec(&book.finds).map_err(|error| format!("what is found: {error}"))?;
    let finds = write_hashed(&out, &base, "find-en", "pack", &finds)?;
    let below = finds.strip_prefix(&*base).unwrap_or(&finds).to_owned();
    let made = async { (pack(&book, &folder, &below).await, still_pages(&book).await) };
    let (pack, still) = tokio::task::LocalSet::new().block_on(&runtime, made);
    let bytes = postcard::to_stdvec(&pack).map_err(|error| format!("the pack: {error}"))?;
    let words = Words::new(pack);

    let styles: Outcome<String> =
        SHEETS.iter().map(|name| text(&root.join(format!("static/css/{name}.css")))).collect();
    let styles = format!("{}@layer controls{{\n{}}}\n", styles?, figure::sheet::rules());
    // One file for what has to run before anything is painted: it is fetched once.
    let early = ["settings", "early"].map(|name| text(&root.join(format!("static/js/{name}.js"))));
    let early = early.into_iter().collect::<Outcome<String>>()?;
    let assets = Assets {
        site,
        css: write_hashed(&out, &base, "site", "css", lean_css(&styles).as_bytes())?,
        early: write_hashed(&out, &base, "early", "js", early.as_bytes())?,
        still: write_hashed(&out, &base, "still", "js", text(&root.join("static/js/still.js"))?.as_bytes())?,
        desk_glue: take_hashed(&out, &base, "desk", "js", Ok)?,
        desk: take_hashed(&out, &base, "desk_bg", "wasm", |bytes| offline::lean_wasm(&bytes))?,
        pack: write_hashed(&out, &base, "en", "pack", &bytes)?,
        glue: format!("{base}{}", find(&out, "app-", ".js")?),
        wasm: format!("{base}{}", find(&out, "app-", "_bg.wasm")?),
        base: base.clone(),
        finds,
    };
    let wasm = find(&out, "app-", "_bg.wasm")?;
    write(&out, &wasm, &offline::lean_wasm(&bytes_of(&out.join(&wasm))?)?)?;
    write(&out, "noscript.css", &bytes_of(&root.join("static/css/noscript.css"))?)?;

    let hands = text(&root.join("static/figure/hands.svg"))?;
    let glyphs = sprite(|name| text(&root.join(format!("static/glyphs/{name}.svg"))), &hands)?;
    for (name, drawing) in figure::files() {
        write(&out, &format!("figure/{name}.svg"), drawing.as_bytes())?;
    }
    for route in Route::ALL {
        let app = tokio::task::LocalSet::new().block_on(&runtime, app_html(&words, &still, route, &base));
        let file = match route {
            Route::Missing => "404.html".to_owned(),
            _ => format!("{}index.html", route.path().trim_start_matches('/')),
        };
        write(&out, &file, document(&book, route, &app, &glyphs, &assets).as_bytes())?;
    }

    if let Some(site) = &assets.site {
        let paths = Route::ALL.iter().filter(|route| **route != Route::Missing);
        let paths = paths.map(|route| offline::address(&base, route.path().trim_start_matches('/')));
        write(&out, "sitemap.xml", offline::sitemap(site, paths).as_bytes())?;
    }
    write(&out, ".nojekyll", b"")?;
    write_worker(&out, &base, &folder, &text(&root.join("static/js/sw.js"))?)?;
    compress(&out)
}

/// Today, by which claims that have waited too long are refused.
fn today() -> Day {
    let date = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    Day(date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// The recordings, in a folder that is named after their content.
fn copy_sound(out: &Path, sounds: &Path, book: &Book) -> Outcome<String> {
    let mut files = Vec::new();
    for (name, file) in sound::recordings(book) {
        files.push((name, bytes_of(&sounds.join(file))?));
    }
    let folder = sound::folder(files.iter().map(|(name, bytes)| (&**name, &**bytes)));
    for (name, bytes) in files {
        write(out, &format!("{folder}/{name}.mp3"), &bytes)?;
    }
    Ok(folder)
}

/// The worker and the headers, once every other file exists.
fn write_worker(out: &Path, base: &str, sound: &str, script: &str) -> Outcome {
    let mut files = list(out)?;
    files.sort();
    let hashed: Vec<String> = files.iter().filter(|file| is_hashed(file)).cloned().collect();
    let mut release = Sha256::new();
    for file in files.iter().filter(|file| offline::is_kept(file)) {
        release.update(file.as_bytes());
        release.update(bytes_of(&out.join(file))?);
    }
    release.update(script.as_bytes());
    let release = short(&release.finalize());
    let kept: Vec<String> =
        files.iter().filter(|file| offline::is_kept(file)).map(|file| offline::address(base, file)).collect();
    write(out, "sw.js", offline::worker(script, &release, &offline::address(base, sound), &kept).as_bytes())?;
    write(out, "_headers", offline::headers(base, &hashed, sound).as_bytes())
}

/// A compressed copy beside each file that gains by it, for hosts that serve such copies.
fn compress(out: &Path) -> Outcome {
    let kinds = [".html", ".css", ".js", ".wasm", ".pack", ".svg", ".webmanifest", ".xml", ".txt"];
    for file in list(out)?.iter().filter(|file| kinds.iter().any(|kind| file.ends_with(kind))) {
        let bytes = bytes_of(&out.join(file))?;
        let mut small = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut small, 4096, 11, 22);
        writer.write_all(&bytes).map_err(|error| format!("{file}: {error}"))?;
        drop(writer);
        write(out, &format!("{file}.br"), &small)?;
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(&bytes).map_err(|error| format!("{file}: {error}"))?;
        write(out, &format!("{file}.gz"), &writer.finish().map_err(|error| format!("{file}: {error}"))?)?;
    }
    Ok(())
}

/// Every file below a folder, as paths with `/`.
fn list(folder: &Path) -> Outcome<Vec<String>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let entries = fs::read_dir(&next).map_err(|error| format!("{}: {error}", next.display()))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                files.push(inside.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    Ok(files)
}

/// Whether a file's name carries a hash of its content: `name-0123456789abcdef…`. Trunk leaves out
/// leading zeros.
fn is_hashed(file: &str) -> bool {
    let stem = file.split('.').next().unwrap_or_default().trim_end_matches("_bg");
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() >= 12 && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

fn find(out: &Path, begin: &str, end: &str) -> Outcome<String> {
    let found = list(out)?.into_iter().find(|file| file.starts_with(begin) && file.ends_with(end));
    found.ok_or(format!("Trunk left no file {begin}…{end} in {}", out.display()))
}

fn write_hashed(out: &Path, base: &str, name: &str, end: &str, bytes: &[u8]) -> Outcome<String> {
    let file = format!("{name}-{}.{end}", short(&Sha256::digest(bytes)));
    write(out, &file, bytes)?;
    Ok(format!("{base}{file}"))
}

/// A file that Trunk has written without a hash, which it does for workers: written anew with one.
fn take_hashed(
    out: &Path,
    base: &str,
    name: &str,
    end: &str,
    make: impl Fn(Vec<u8>) -> Outcome<Vec<u8>>,
) -> Outcome<String> {
    let plain = out.join(format!("{name}.{end}"));
    let made = make(bytes_of(&plain)?)?;
    fs::remove_file(&plain).map_err(|error| format!("{}: {error}", plain.display()))?;
    write_hashed(out, base, name, end, &made)
}

fn short(hash: &[u8]) -> String {
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write(out: &Path, file: &str, bytes: &[u8]) -> Outcome {
    let path = out.join(file);
    let folder = path.parent().unwrap_or(out);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, bytes));
    written.map_err(|error| format!("{}: {error}", path.display()))
}

fn bytes_of(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The style sheet without comments and indentation; what is left packs well.
fn lean_css(css: &str) -> String {
    let mut lean = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(begin) = rest.find("/*") {
        lean.push_str(&rest[..begin]);
        rest = rest[begin..].find("*/").map_or("", |end| &rest[begin + end + 2..]);
    }
    lean.push_str(rest);
    let lines = lean.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
