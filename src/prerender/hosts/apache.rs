//! For Apache 2.4: `.htaccess`, in the site itself. It needs `AllowOverride All` for its folder, and the modules
//! `headers` and `rewrite`; the same lines may stand in a `<Directory>` instead.

use super::{ASK_ANEW, FOR_GOOD, HASHED, Site, TYPES};
use std::fmt::Write as _;

/// The file.
pub fn htaccess(site: &Site) -> String {
    let base = &site.base;
    let mut text = format!(
        "# Made by the build, from src/prerender/hosts.rs. Needs `AllowOverride All`, and the modules headers and rewrite.\n\
         Options -Indexes -MultiViews\nDirectoryIndex index.html\nDirectorySlash On\nErrorDocument 404 {base}404.html\n\n\
         # For a site that only some may see:\n# AuthType Basic\n# AuthName \"Stillpoint\"\n\
         # AuthUserFile /etc/apache2/stillpoint.passwords\n# Require valid-user\n\n"
    );
    for (name, value) in site.headers() {
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    let _ = write!(
        text,
        "Header always set Cache-Control \"{ASK_ANEW}\"\n\
         Header always set Cache-Control \"{FOR_GOOD}\" \"expr=%{{REQUEST_URI}} =~ m#{HASHED}# && %{{REQUEST_STATUS}} -lt 400\"\n\n"
    );
    for (end, kind) in TYPES {
        let (kind, charset) = kind.split_once("; charset=").unwrap_or((kind, ""));
        let _ = writeln!(text, "AddType {kind} .{end}");
        if !charset.is_empty() {
            let _ = writeln!(text, "AddCharset {charset} .{end}");
        }
    }
    let _ = write!(
        text,
        r#"
# Beside most files stand copies that are compressed already. (.br is a language to Apache, .gz a type.)
RemoveLanguage .br
RemoveType .gz
AddEncoding br .br
AddEncoding gzip .gz

RewriteEngine On
# What is meant for other hosts.
RewriteRule (^|/)(_headers$|\.(?!well-known/)) - [R=404,L]
# A page has one address.
RewriteCond %{{THE_REQUEST}} "^\S+ ([^ ?]*/)index\.html[ ?]"
RewriteRule ^ %1 [R=301,L]
"#
    );
    for (name, end) in [("br", "br"), ("gzip", "gz")] {
        let _ = write!(
            text,
            r#"
RewriteCond %{{HTTP:Accept-Encoding}} \b{name}\b
RewriteCond %{{REQUEST_FILENAME}}index.html.{end} -f
RewriteRule (^|/)$ %{{REQUEST_URI}}index.html.{end} [L]
RewriteCond %{{HTTP:Accept-Encoding}} \b{name}\b
RewriteCond %{{REQUEST_FILENAME}}.{end} -f
RewriteRule [^/]$ %{{REQUEST_URI}}.{end} [L]
"#
        );
    }
    text.push_str("\nHeader merge Vary Accept-Encoding\n");
    text
}
