//! For nginx: a file to include in its `http` block (`/etc/nginx/conf.d/stillpoint.conf`).

use super::{ASK_ANEW, FOR_GOOD, HASHED, ROOT, Site, TYPES};
use std::fmt::Write as _;

/// The file.
pub fn conf(site: &Site) -> String {
    let base = &site.base;
    let mut text = format!(
        r#"# Made by the build, from src/prerender/hosts.rs. Goes into the `http` block: /etc/nginx/conf.d/stillpoint.conf
# The site's files stand in {ROOT}{base}

map $uri $stillpoint_keep {{
    default "{ASK_ANEW}";
    "~{HASHED}" "{FOR_GOOD}";
}}

server {{
    listen 8080;
    server_name _;
    server_tokens off;
    root {ROOT};
    index index.html;
    # A folder's address without its slash is mended by an address without host and port: these may be others outside.
    absolute_redirect off;

    # Beside most files stand copies that are compressed already.
    gzip_static on;
    # With the module ngx_brotli:
    # brotli_static on;

    # For a site that only some may see:
    # auth_basic "Stillpoint";
    # auth_basic_user_file /etc/nginx/stillpoint.passwords;

"#
    );
    for (name, value) in site.headers() {
        let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
    }
    let _ = write!(
        text,
        "    add_header Cache-Control $stillpoint_keep;\n    add_header Vary Accept-Encoding always;\n\n    types {{\n"
    );
    for (end, kind) in TYPES {
        let kind = kind.split(';').next().unwrap_or_default();
        let _ = writeln!(text, "        {kind} {end};");
    }
    let charsets: Vec<&str> =
        TYPES.iter().filter_map(|(_, kind)| kind.strip_suffix("; charset=utf-8")).collect();
    let charsets =
        charsets.iter().filter(|kind| **kind != "text/html").copied().collect::<Vec<_>>().join(" ");
    let _ = write!(
        text,
        r#"    }}
    default_type application/octet-stream;
    charset utf-8;
    # text/html belongs to them anyway.
    charset_types {charsets};

    error_page 404 {base}404.html;
    location = {base}404.html {{
        internal;
    }}
    # What is meant for other hosts.
    location ~ "/(_headers$|\.(?!well-known/))" {{
        return 404;
    }}
    # A page has one address.
    if ($request_uri ~ "^([^?]*/)index\.html(\?.*)?$") {{
        return 301 $1$2;
    }}
}}
"#
    );
    text
}
