//! What the offline worker keeps, and what hosts are told.

use super::document::POLICY;

/// Puts the list of files and the name of the release into the worker's script.
///
/// The release's name is made from every name and content, so that any change is a new release.
pub fn worker(script: &str, release: &str, files: &[String]) -> String {
    let list: Vec<String> = files.iter().map(|file| format!("\"{file}\"")).collect();
    script
        .replace("\"RELEASE\"", &format!("\"{release}\""))
        .replace("[/* FILES */]", &format!("[{}]", list.join(",")))
}

/// Headers for hosts that read a `_headers` file. `hashed` are files whose name changes with
/// their content.
pub fn headers(base: &str, hashed: &[String]) -> String {
    let policy = format!("{POLICY}; frame-ancestors 'none'");
    let mut text = format!(
        "{base}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Cross-Origin-Opener-Policy: same-origin\n  \
         Permissions-Policy: camera=(), microphone=(), geolocation=()\n  Cache-Control: no-cache\n"
    );
    for file in hashed {
        text.push_str(&format!(
            "{base}{file}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
    }
    text
}

/// Whether the worker keeps a file: everything a page can ask for.
pub fn is_kept(file: &str) -> bool {
    let left_out = ["sw.js", "_headers", ".nojekyll", "robots.txt", "404.html", "sitemap.xml"];
    !left_out.contains(&file)
        && !file.starts_with("screenshots/")
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
