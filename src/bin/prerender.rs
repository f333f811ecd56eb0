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
use stillpoint::prerender::files::{brotli, gains, list};
use stillpoint::prerender::{app_html, figure, lean, offline, pack, reviews, sound};
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
    let book = read(&words, &sounds, "en", &base).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("src/content/en/{fault}")).collect();
        format!("{} mistakes in the words:\n{}", faults.len(), lines.join("\n"))
    })?;
    for warning in reviews::due(&book.claims, today(), site.is_some())? {
        eprintln!("warning: {warning}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let folder = copy_sound(&out, &sounds, &book)?;
    let finds = postcard::to_stdvec(&book.finds).map_err(|error| format!("what is found: {error}"))?;
    let finds = write_hashed(&out, &base, "find-en", "pack", &finds)?;
    let mut pack = tokio::task::LocalSet::new().block_on(&runtime, pack(&book, &folder));
    let words = Words::new(pack.clone());
    let render =
        |route| tokio::task::LocalSet::new().block_on(&runtime, app_html(&book, &words, &finds, route));
    pack.leave_to_the_page(&render(Route::Walk));
    let bytes = postcard::to_stdvec(&pack).map_err(|error| format!("the pack: {error}"))?;

    let styles: Outcome<String> =
        SHEETS.iter().map(|name| text(&root.join(format!("static/css/{name}.css")))).collect();
    let styles = format!("{}@layer controls{{\n{}}}\n", styles?, figure::sheet::rules());
    let letters = lean_css(&text(&root.join("static/css/letters.css"))?);
    let early = ["settings", "early"].map(|name| text(&root.join(format!("static/js/{name}.js"))));
    let early = early.into_iter().collect::<Outcome<String>>()?;
    let [glue, wasm] = take_program(&out, &base, "app")?;
    let [desk_glue, desk] = take_program(&out, &base, "desk")?;
    let [finder_glue, finder] = take_program(&out, &base, "finder")?;
    let assets = Assets {
        site,
        css: lean_css(&styles),
        early: lean_script(&early),
        letters: write_hashed(&out, &base, "letters", "css", letters.as_bytes())?,
        still: write_hashed(&out, &base, "still", "js", text(&root.join("static/js/still.js"))?.as_bytes())?,
        desk_glue,
        desk,
        finder_glue,
        finder,
        pack: write_hashed(&out, &base, "en", "pack", &bytes)?,
        glue,
        wasm,
        base: base.clone(),
    };
    write(&out, "noscript.css", &bytes_of(&root.join("static/css/noscript.css"))?)?;

    let hands = text(&root.join("static/figure/hands.svg"))?;
    let glyphs = sprite(|name| text(&root.join(format!("static/glyphs/{name}.svg"))), &hands)?;
    for (name, drawing) in figure::files() {
        write(&out, &format!("figure/{name}.svg"), drawing.as_bytes())?;
    }
    for route in Route::ALL {
        let app = render(route);
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
    write_worker(&out, &base, &assets.policy(), &folder, &text(&root.join("static/js/sw.js"))?)?;
    compress(&out)
}

/// Today: claims that have waited too long are told, and keep a release from being built.
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
fn write_worker(out: &Path, base: &str, policy: &str, sound: &str, script: &str) -> Outcome {
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
    write(out, "_headers", offline::headers(base, policy, &hashed, sound).as_bytes())
}

/// A compressed copy beside each file that gains by it, for hosts that serve such copies.
fn compress(out: &Path) -> Outcome {
    for file in list(out)?.iter().filter(|file| gains(file)) {
        let bytes = bytes_of(&out.join(file))?;
        let small = brotli(&bytes).map_err(|error| format!("{file}: {error}"))?;
        write(out, &format!("{file}.br"), &small)?;
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(&bytes).map_err(|error| format!("{file}: {error}"))?;
        write(out, &format!("{file}.gz"), &writer.finish().map_err(|error| format!("{file}: {error}"))?)?;
    }
    Ok(())
}

/// Whether a file's name carries a hash of its content: `name-0123456789abcdef…`. Trunk leaves out
/// leading zeros.
fn is_hashed(file: &str) -> bool {
    let stem = file.split('.').next().unwrap_or_default().trim_end_matches("_bg");
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() >= 12 && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

fn write_hashed(out: &Path, base: &str, name: &str, end: &str, bytes: &[u8]) -> Outcome<String> {
    let file = format!("{name}-{}.{end}", short(&Sha256::digest(bytes)));
    write(out, &file, bytes)?;
    Ok(format!("{base}{file}"))
}

/// The two halves of a program that Trunk has left, made lean, under names with a hash of what they are now.
fn take_program(out: &Path, base: &str, name: &str) -> Outcome<[String; 2]> {
    let left = |ends: &str| {
        let is_left = |file: &String| {
            let middle = file.strip_prefix(name).and_then(|rest| rest.strip_suffix(ends));
            middle.is_some_and(|middle| middle.is_empty() || middle.starts_with('-'))
        };
        let found =
            list(out)?.into_iter().find(|file| is_left(file) && (ends != ".js" || !file.contains("_bg")));
        found.map(|file| out.join(file)).ok_or(format!("Trunk left no file {name}…{ends}"))
    };
    let (glue, wasm) = (left(".js")?, left("_bg.wasm")?);
    let (lean, short) = lean::program(&bytes_of(&wasm)?, &text(&glue)?)?;
    for file in [glue, wasm] {
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok([
        write_hashed(out, base, name, "js", short.as_bytes())?,
        write_hashed(out, base, &format!("{name}_bg"), "wasm", &lean)?,
    ])
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

/// The style sheet without comments, and without spaces that mean nothing. What stands in quotation marks stays
/// as it is: it is shown.
fn lean_css(css: &str) -> String {
    let mut lean = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(begin) = rest.find("/*") {
        lean.push_str(&rest[..begin]);
        rest = rest[begin..].find("*/").map_or("", |end| &rest[begin + end + 2..]);
    }
    lean.push_str(rest);
    let lines = lean.lines().map(str::trim).filter(|line| !line.is_empty());
    let lean = lines.collect::<Vec<_>>().join("\n");
    let parts = lean.split('"').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { tight(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("\"")
}

/// Rules without spaces beside their signs.
fn tight(rules: &str) -> String {
    let signs = ["{", "}", ";", ",", ":"].map(|sign| (sign, [sign, " "].concat(), [sign, "\n"].concat()));
    let rules = signs
        .iter()
        .fold(rules.to_owned(), |rules, (sign, space, line)| rules.replace(space, sign).replace(line, sign));
    rules.replace(" {", "{").replace(" }", "}").replace(";}", "}")
}

/// A script without lines that are only a comment, and without indentation.
fn lean_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
