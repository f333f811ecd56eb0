//! What the page of questions weighs, read from a site's folder: bytes as they are sent, with brotli.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The page that grows.
const PAGE: &str = "faq/index.html";

/// Bytes of the files that more questions might make larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The page's HTML.
    pub page: u64,
    /// The index of the search; nought where there is none.
    pub index: u64,
    /// The program that the page names; nought where it names none.
    pub wasm: u64,
}

impl Weight {
    /// Reads the folder.
    ///
    /// # Errors
    /// What is missing there.
    pub fn of(site: &Path) -> Result<Self, String> {
        let file = site.join(PAGE);
        let page = fs::read_to_string(&file).map_err(|why| format!("{}: {why}", file.display()))?;
        let named = |name: &str| {
            let (_, rest) = page.split_once(&format!(" {name}=\"/"))?;
            rest.split_once('"').map(|(file, _)| file)
        };
        let program = named("data-program").or(named("data-wasm"));
        let wasm = program.map_or(Ok(0), |program| chunks(site, program, &page))?;
        let has_index = page.contains("data-island=\"search\"") || named("data-finder").is_some();
        let index = if has_index { index(site, &page)? } else { 0 };
        Ok(Self { page: size(site, PAGE)?, index, wasm })
    }
}

/// Bytes of the parts of the program that the page asks for in its head; of a program in one file, that file.
fn chunks(site: &Path, program: &str, page: &str) -> Result<u64, String> {
    if program.ends_with(".wasm") {
        return size(site, program);
    }
    let named = page.split('"').filter(|file| file.trim_start_matches('/').starts_with(program));
    let files: BTreeSet<&str> = named.filter(|file| file.ends_with(".wasm")).collect();
    files.into_iter().map(|file| size(site, file.trim_start_matches('/'))).sum()
}

/// Bytes of all files that a visit has loaded, each once, by their paths. Browsers ask for an icon when they
/// like, and for the offline worker when nobody waits: neither counts.
///
/// # Errors
/// When the folder has no such file.
pub fn of_visit<'a>(site: &Path, paths: impl Iterator<Item = &'a str>) -> Result<u64, String> {
    let files: BTreeSet<String> = paths.map(|path| path.trim_start_matches('/').to_owned()).collect();
    let files = files.iter().filter(|file| !file.starts_with("icons/") && *file != "sw.js");
    let files = files.map(|file| match file.is_empty() || file.ends_with('/') {
        true => size(site, &format!("{file}index.html")),
        false => size(site, file),
    });
    files.sum()
}

/// Bytes of the index that the page names. Others may stand beside it: copies keep what they were copied from.
fn index(site: &Path, page: &str) -> Result<u64, String> {
    let all = fs::read_dir(site).map_err(|why| format!("{}: {why}", site.display()))?.flatten();
    let mut names = all.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let found =
        names.find(|name| name.starts_with("find-") && name.ends_with(".pack") && page.contains(name));
    size(site, &found.ok_or_else(|| format!("{} names no index", site.join(PAGE).display()))?)
}

/// Bytes of a file's brotli copy or, where it has none, of itself.
fn size(site: &Path, file: &str) -> Result<u64, String> {
    let small = fs::metadata(site.join(format!("{file}.br")));
    let about = small.or_else(|_| fs::metadata(site.join(file)));
    about.map(|it| it.len()).map_err(|why| format!("{}: {why}", site.join(file).display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_weighed() {
        let site = std::env::temp_dir().join(format!("bench-weight-{}", std::process::id()));
        let put = |file: &str, bytes: &[u8]| {
            let path = site.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        };
        let head = "<script data-glue=\"/a.js\" data-wasm=\"/a.wasm\"><script data-finder=\"/f.js /f.wasm\">";
        put("faq/index.html", format!("{head}<div data-finds=\"/find-en-2.pack\">").as_bytes());
        put("en.pack", b"words of eighteen.");
        for (file, size) in [("faq/index.html.br", 1), ("a.wasm", 500), ("a.wasm.br", 100), ("sw.js", 9)] {
            put(file, &vec![0; size]);
        }
        for (file, size) in [("find-en-2.pack.br", 7), ("find-en-2.pack", 9), ("find-en-1.pack", 5)] {
            put(file, &vec![0; size]);
        }
        let weight = Weight::of(&site);
        let visit = |paths: &[&str]| of_visit(&site, paths.iter().copied());
        let seen = visit(&["/faq/", "/a.wasm", "/a.wasm", "/en.pack", "/sw.js", "/icons/icon.svg"]);
        let missing = visit(&["/b.js"]);
        fs::remove_dir_all(&site).expect("the folder");
        assert_eq!(weight, Ok(Weight { page: 1, index: 7, wasm: 100 }));
        assert_eq!(seen, Ok(1 + 100 + 18));
        assert!(missing.expect_err("no file").contains("b.js"));
        assert!(Weight::of(&site).expect_err("no site").contains("faq/index.html"));
    }

    #[test]
    fn of_a_program_in_chunks_those_count_that_the_page_asks_for() {
        let site = std::env::temp_dir().join(format!("bench-chunks-{}", std::process::id()));
        for (file, size) in [("app_bg.wasm.br", 10), ("split_search.wasm.br", 5), ("split_walk.wasm.br", 70)]
        {
            let path = site.join("program-1").join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, vec![0; size]).expect("a file");
        }
        let page = "<link href=\"/program-1/app_bg.wasm\"><link href=\"/program-1/split_search.wasm\">\
            <link href=\"/program-1/app.js\"><script data-program=\"/program-1\">";
        let sum = chunks(&site, "program-1", page);
        fs::remove_dir_all(&site).expect("the folder");
        assert_eq!(sum, Ok(15));
    }
}
