//! What the offline worker keeps, and what hosts are told.

/// Puts the list of files and the names of the release into the worker's script.
///
/// `release` names the worker's cache; it's made from every name and content, so that any change is a new cache.
/// Each file comes with its bytes: browsers may take a line that breaks for the end of a file.
/// `pages` is the release that every page names. `sound` is the address of the recordings' folder: they are kept
/// once they have been asked for.
pub fn worker(script: &str, [release, pages]: [&str; 2], sound: &str, files: &[(String, usize)]) -> String {
    let list: Vec<String> = files.iter().map(|(file, bytes)| format!("[\"{file}\",{bytes}]")).collect();
    script
        .replace("\"RELEASE\"", &format!("\"{release}\""))
        .replace("\"PAGES\"", &format!("\"{pages}\""))
        .replace("\"SOUND\"", &format!("\"{sound}/\""))
        .replace("[/* FILES */]", &format!("[{}]", list.join(",")))
}

/// Whether the worker keeps a file: everything a page can ask for.
pub fn is_kept(file: &str) -> bool {
    let left_out = ["sw.js", "_headers", ".htaccess", ".nojekyll", "robots.txt", "404.html", "sitemap.xml"];
    !left_out.contains(&file)
        && !file.starts_with("screenshots/")
        && !file.starts_with("audio-")
        && ![".br", ".gz", ".d.ts"].iter().any(|end| file.ends_with(end))
}

/// The address of a file under the base path: a folder's `index.html` is the folder.
pub fn address(base: &str, file: &str) -> String {
    format!("{base}{}", file.strip_suffix("index.html").unwrap_or(file))
}

/// A sitemap, for sites that know their address.
pub fn sitemap(site: &str, paths: impl Iterator<Item = String>) -> String {
    let urls: String = paths.map(|path| format!("<url><loc>{site}{path}</loc></url>\n")).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_gets_its_list_and_its_release() {
        let script = "const RELEASE = \"RELEASE\"; const PAGES = \"PAGES\"; const SOUND = \"SOUND\"; const FILES = [/* FILES */];";
        let made = worker(
            script,
            ["ab12", "cd34"],
            "/app/audio-1",
            &[(address("/app/", "faq/index.html"), 70), (address("/app/", "a.css"), 8)],
        );
        assert_eq!(
            made,
            "const RELEASE = \"ab12\"; const PAGES = \"cd34\"; const SOUND = \"/app/audio-1/\"; const FILES = [[\"/app/faq/\",70],[\"/app/a.css\",8]];"
        );
    }

    #[test]
    fn the_worker_does_not_keep_itself_nor_copies() {
        for file in ["sw.js", "_headers", "app.js.br", "404.html", "audio-0123456789abcdef/bell.mp3"] {
            assert!(!is_kept(file), "{file}");
        }
        assert!(is_kept("fonts/literata-480.woff2") && is_kept("index.html"));
    }
}
