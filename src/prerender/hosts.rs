//! The one policy in the words of each host: what is sent with every file, how long it's kept, of which type it is, and
//! what an address gives that isn't a file's own. Every file for a host is written from here, so none can differ.
//!
//! | host | file | where it's put |
//! |---|---|---|
//! | Netlify, Cloudflare Pages | `_headers` | in the site |
//! | Apache | `.htaccess` | in the site |
//! | nginx | `nginx.conf` | beside the site |
//! | Caddy | `Caddyfile` | beside the site |
//! | containers | `Containerfile` | beside the site |
//!
//! GitHub Pages reads none of these: there the `meta` elements of the pages say what such elements can.

mod apache;
mod caddy;
mod container;
mod lists;
mod nginx;

use super::policy;

/// What a host has to know of a site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The base path.
    pub base: String,
    /// The content security policy of the pages.
    pub policy: String,
    /// Files and folders (`program-0123456789ab/*`) whose name changes with their content.
    pub hashed: Vec<String>,
}

/// A file for a host: its name, and what's in it.
pub type File = (&'static str, String);

/// Types of files by the ends of their names. Some servers know a few of them by other names, or not at all, and with
/// `nosniff` a browser takes none but the right one.
pub const TYPES: [(&str, &str); 13] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mp3", "audio/mpeg"),
    ("pack", "application/octet-stream"),
    ("png", "image/png"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml; charset=utf-8"),
];

/// Files whose name changes with their content are kept for good; every other one is asked for anew, and comes again
/// only if it has changed.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
const ASK_ANEW: &str = "no-cache";

/// An address with the hash of what it gives, as a pattern that all three servers read.
const HASHED: &str = "-[0-9a-f]{12,}";

/// Where the servers' files look for the site: its base path is a folder in there.
const ROOT: &str = "/srv/stillpoint";

/// Files that hosts read in the site itself.
pub fn inside(site: &Site) -> [File; 2] {
    [("_headers", lists::headers(site)), (".htaccess", apache::htaccess(site))]
}

/// Files for a server or a container, which stand beside the site.
pub fn beside(site: &Site) -> [File; 3] {
    [
        ("nginx.conf", nginx::conf(site)),
        ("Caddyfile", caddy::file(site)),
        ("Containerfile", container::file(site)),
    ]
}

impl Site {
    fn headers(&self) -> Vec<(&'static str, String)> {
        policy::headers(&self.policy)
    }
}
