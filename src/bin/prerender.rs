//! Host entry, run after the build of the program by `cargo xtask` or by Trunk: writes every page, the worker
//! and the compressed copies into the folder of the site.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stillpoint::content::{Words, book::Book, read::read, scenes};
use stillpoint::core::claim::Day;
use stillpoint::prerender::document::{Assets, document, sprite};
use stillpoint::prerender::files::{brotli, gains, list};
use stillpoint::prerender::{app_html, figure, hosts, offline, pack, reviews, sbom, settings, sound};
use stillpoint::route::Route;

/// Style sheets, in the order of the cascade.
const SHEETS: [&str; 12] = [
    "fonts",
    "font-faces",
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
    for warning in reviews::due(&reviews::of(&book), today(), site.is_some())? {
        eprintln!("warning: {warning}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let folder = copy_sound(&out, &sounds, &book)?;
    let finds = postcard::to_stdvec(&book.finds).map_err(|error| format!("what is found: {error}"))?;
    let finds = write_hashed(&out, &base, "find-en", "pack", &finds)?;
    let pack = tokio::task::LocalSet::new().block_on(&runtime, pack(&book, &folder));
    let words = Words::new(pack);
    let render =
        |route| tokio::task::LocalSet::new().block_on(&runtime, app_html(&book, &words, &finds, route));
    let pages: Vec<(Route, String)> = Route::ALL.map(|route| (route, render(route))).into();

    let styles: Outcome<String> =
        SHEETS.iter().map(|name| text(&root.join(format!("static/css/{name}.css")))).collect();
    let styles = format!("{}@layer controls{{\n{}}}\n", styles?, figure::rules::rules());
    // Style stands in pages of every depth.
    let styles = styles.replace("url(\"fonts/", &format!("url(\"{base}fonts/"));
    let early = ["trust", "settings", "keeper", "plain-search", "pictures", "start", "offline"];
    let early = early.map(|name| text(&root.join(format!("static/js/{name}.js"))));
    let early = early.into_iter().collect::<Outcome<String>>()?;
    let (program, chunks) = take_program(&out)?;
    let settings = tokio::task::LocalSet::new().block_on(&runtime, settings::dialog(&book));
    let mut release = Sha256::new();
    for part in [&styles, &early, &settings, &program].into_iter().chain(pages.iter().map(|(_, app)| app)) {
        release.update(Sha256::digest(part));
    }
    let assets = Assets {
        site,
        css: lean_css(&styles),
        early: lean_script(&early),
        settings,
        program: format!("{base}{program}"),
        chunks,
        release: short(&release.finalize()),
        base: base.clone(),
    };
    write(&out, "noscript.css", &bytes_of(&root.join("static/css/noscript.css"))?)?;

    let glyphs = sprite(|name| text(&root.join(format!("static/glyphs/{name}.svg"))))?;
    for scene in scenes::all() {
        let file = format!("figure/{}.svg", scene.id);
        write(&out, &file, &bytes_of(&root.join("static").join(&file))?)?;
    }
    for (route, app) in pages {
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
    write_worker(&out, &base, &assets, [&folder, &program], &text(&root.join("static/js/sw.js"))?)?;
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

/// The worker and the files for hosts, once every other file exists. Those that don't belong in the site are written
/// only where a folder for them is named.
fn write_worker(out: &Path, base: &str, assets: &Assets, folders: [&str; 2], script: &str) -> Outcome {
    let mut files = list(out)?;
    files.sort();
    let hashed = files.iter().filter(|file| is_hashed(file)).cloned();
    let hashed = hashed.chain(folders.map(|folder| format!("{folder}/*"))).collect();
    let mut release = Sha256::new();
    for file in files.iter().filter(|file| offline::is_kept(file)) {
        release.update(file.as_bytes());
        release.update(bytes_of(&out.join(file))?);
    }
    release.update(script.as_bytes());
    let release = short(&release.finalize());
    let kept = files.iter().filter(|file| offline::is_kept(file));
    let kept = kept.map(|file| Ok((offline::address(base, file), bytes_of(&out.join(file))?.len())));
    let kept = kept.collect::<Outcome<Vec<_>>>()?;
    let sound = offline::address(base, folders[0]);
    write(out, "sw.js", offline::worker(script, [&release, &assets.release], &sound, &kept).as_bytes())?;
    let site = hosts::Site { base: base.to_owned(), policy: assets.policy(), hashed };
    for (name, text) in hosts::inside(&site) {
        write(out, name, text.as_bytes())?;
    }
    let Some(beside) = std::env::var_os("STILLPOINT_HOSTS").map(PathBuf::from) else { return Ok(()) };
    for (name, text) in hosts::beside(&site) {
        write(&beside, name, text.as_bytes())?;
    }
    write(&beside, "sbom.cdx.json", made_of()?.as_bytes())
}

/// What the site is made of and with.
fn made_of() -> Outcome<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let [cargo, npm, voices, figure] = [
        "Cargo.lock",
        "tests/package-lock.json",
        "authoring/requirements.txt",
        "authoring/requirements-figure.txt",
    ]
    .map(|file| text(&root.join(file)));
    let (cargo, npm, voices, figure) = (cargo?, npm?, voices?, figure?);
    let version = env!("CARGO_PKG_VERSION");
    sbom::list(&sbom::Sources { cargo: &cargo, npm: &npm, python: [&voices, &figure], version })
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

/// The folder of the program, under a name with a hash of what is in it, and for each island the files that it
/// needs. `cargo xtask` leaves the program split up in `program/`; Trunk leaves one file and its glue.
fn take_program(out: &Path) -> Outcome<(String, BTreeMap<String, Vec<String>>)> {
    let left = out.join("program");
    if !left.is_dir() {
        gather_program(out, &left)?;
    }
    let map = left.join("chunks.json");
    let chunks = if map.is_file() {
        let chunks = serde_json::from_str(&text(&map)?).map_err(|error| format!("chunks.json: {error}"))?;
        fs::remove_file(&map).map_err(|error| format!("{}: {error}", map.display()))?;
        chunks
    } else {
        BTreeMap::new()
    };
    let mut files = list(&left)?;
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.as_bytes());
        hash.update(Sha256::digest(bytes_of(&left.join(file))?));
    }
    let name = format!("program-{}", short(&hash.finalize()));
    let named = out.join(&name);
    if named.is_dir() {
        fs::remove_dir_all(&named).map_err(|error| format!("{}: {error}", named.display()))?;
    }
    fs::rename(&left, &named).map_err(|error| format!("{}: {error}", left.display()))?;
    Ok((name, chunks))
}

/// Puts the two files of an unsplit program, as Trunk names them, into a folder.
fn gather_program(out: &Path, folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (ends, name) in [("_bg.wasm", "app_bg.wasm"), (".js", "app.js")] {
        let is_left = |file: &String| file.starts_with("app-") && file.ends_with(ends) && !file.contains('/');
        let found = list(out)?.into_iter().find(is_left).ok_or(format!("Trunk left no file app-…{ends}"))?;
        fs::rename(out.join(&found), folder.join(name)).map_err(|error| format!("{found}: {error}"))?;
    }
    Ok(())
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
