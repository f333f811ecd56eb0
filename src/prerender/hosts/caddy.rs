//! For Caddy 2: a whole `Caddyfile`, also that of the container.

use super::{ASK_ANEW, FOR_GOOD, HASHED, ROOT, Site, TYPES};
use std::fmt::Write as _;

/// The file.
pub fn file(site: &Site) -> String {
    let base = &site.base;
    let mut text = format!(
        r#"# Made by the build, from src/prerender/hosts.rs. The site's files stand in {ROOT}{base}
# STILLPOINT_ADDRESS is where it's served: example.org gets a certificate of its own, too.

{{$STILLPOINT_ADDRESS::8080}} {{
	root * {ROOT}

	# For a site that only some may see (`caddy hash-password` makes the second word):
	# basicauth {{
	# 	name hash
	# }}

	header {{
"#
    );
    for (name, value) in site.headers() {
        let _ = writeln!(text, "\t\t{name} \"{value}\"");
    }
    let _ = write!(
        text,
        "\t}}\n\t@hashed path_regexp {HASHED}\n\theader @hashed Cache-Control \"{FOR_GOOD}\"\n\
         \t@anew not path_regexp {HASHED}\n\theader @anew Cache-Control \"{ASK_ANEW}\"\n"
    );
    for (end, kind) in TYPES {
        let _ = writeln!(text, "\t@{end} path *.{end}\n\theader @{end} Content-Type \"{kind}\"");
    }
    let _ = write!(
        text,
        r#"
	# A page has one address.
	@asked {{
		path_regexp asked ^(.*/)index\.html$
		expression {{query}} != ""
	}}
	redir @asked {{re.asked.1}}?{{query}} 301
	@index path_regexp index ^(.*/)index\.html$
	redir @index {{re.index.1}} 301

	# What is meant for other hosts.
	@others path_regexp /(_headers$|\.(?:[^w]|w[^e]))
	error @others 404

	file_server {{
		precompressed br gzip
	}}
	handle_errors {{
		header Content-Type "text/html; charset=utf-8"
		header Cache-Control "{ASK_ANEW}"
		rewrite * {base}404.html
		file_server
	}}
}}
"#
    );
    text
}
