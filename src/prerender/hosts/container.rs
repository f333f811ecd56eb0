//! For containers: a `Containerfile` that serves the site with Caddy, as nobody in particular.

use super::{ROOT, Site};

/// The image it starts from, by a full version.
const CADDY: &str = "docker.io/library/caddy:2.10.2-alpine";

/// The file. It's built where the site's folder and the folder of this file stand side by side.
pub fn file(site: &Site) -> String {
    format!(
        "# Made by the build, from src/prerender/hosts.rs. In the folder that holds `dist` and `dist-hosts`:\n\
         #   podman build -f dist-hosts/Containerfile -t stillpoint . && podman run --rm -p 8080:8080 stillpoint\n\
         FROM {CADDY}\n\
         COPY dist-hosts/Caddyfile /etc/caddy/Caddyfile\n\
         COPY dist {ROOT}{}\n\
         # It needs no port below 1024 and writes nothing into the image.\n\
         RUN setcap -r /usr/bin/caddy\n\
         USER 65534:65534\n\
         ENV XDG_CONFIG_HOME=/tmp XDG_DATA_HOME=/tmp\n\
         EXPOSE 8080\n",
        site.base
    )
}
