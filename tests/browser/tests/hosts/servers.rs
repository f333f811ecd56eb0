//! The servers: each is started on a free port, with a folder of its own and the file that the build made for it.

use browser::{Host, holds_within};
use std::fs::{self, Permissions};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Which server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// With `nginx.conf`.
    Nginx,
    /// With `.htaccess`.
    Apache,
    /// With `Caddyfile`.
    Caddy,
    /// Our own, which reads `_headers` as Netlify and Cloudflare Pages do.
    Lists,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Nginx, Self::Apache, Self::Caddy, Self::Lists];

    fn program(self) -> Option<PathBuf> {
        let name = match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache2",
            Self::Caddy => "caddy",
            Self::Lists => return None,
        };
        let folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/local/sbin"];
        folders.iter().map(|folder| Path::new(folder).join(name)).find(|file| file.is_file())
    }
}

/// One that runs. It ends on drop, and its folder goes.
pub struct Server {
    /// Where it listens.
    pub port: u16,
    folder: PathBuf,
    child: Option<Child>,
    host: Option<Host>,
}

impl Server {
    /// Serves a site under `base`; `locked` asks for a password (`user`, `word`). `None` where it isn't installed.
    pub fn start(kind: Kind, base: &str, site: &Path, locked: bool) -> Option<Self> {
        if kind == Kind::Lists {
            let host = Host::start(site, base);
            return Some(Self { port: host.port(), folder: PathBuf::new(), child: None, host: Some(host) });
        }
        let Some(program) = kind.program() else {
            println!("left out: {kind:?} is not installed");
            return None;
        };
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("stillpoint-{}-{number}", std::process::id()));
        let room = folder.join("srv").join(base.trim_matches('/'));
        fs::create_dir_all(&room).expect("a folder");
        for entry in
            fs::read_dir(site).expect("the site").flatten().filter(|it| it.file_name() != ".htaccess")
        {
            symlink(entry.path(), room.join(entry.file_name())).expect("a link");
        }
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a free port").port();
        let beside = site.with_file_name(format!("{}-hosts", site.file_name()?.to_string_lossy()));
        let made = |file: PathBuf| {
            let text = fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
            let srv = folder.join("srv");
            text.replace("/srv/stillpoint", &srv.display().to_string())
                .replace("listen 8080", &format!("listen 127.0.0.1:{port}"))
        };
        let opened = |text: String, lines: &[&str]| {
            lines.iter().fold(text, |text, line| {
                assert!(text.contains(&format!("# {line}")), "{kind:?} has no line {line}");
                text.replace(&format!("# {line}"), line)
            })
        };
        let write = |name: &str, text: &str| {
            fs::write(folder.join(name), text).expect("a file");
            fs::set_permissions(folder.join(name), Permissions::from_mode(0o644)).expect("a file to read");
        };
        let mut command = Command::new(program);
        match kind {
            Kind::Nginx => {
                let mut text = made(beside.join("nginx.conf"));
                let module = Path::new("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
                let mut load = String::new();
                if module.is_file() {
                    text = opened(text, &["brotli_static on;"]);
                    load = format!("load_module {};", module.display());
                } else {
                    println!("nginx is without its Brotli module");
                }
                if locked {
                    let words = folder.join("words");
                    write("words", "user:{PLAIN}word\n");
                    text = opened(text, &["auth_basic \"Stillpoint\";", "auth_basic_user_file"]);
                    text = text.replace("/etc/nginx/stillpoint.passwords", &words.display().to_string());
                }
                write("site.conf", &text);
                let at = folder.display();
                let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                    .map(|name| format!("{name}_temp_path {at}/{name};\n"))
                    .concat();
                write(
                    "nginx.conf",
                    &format!(
                        "{load}\ndaemon off;\nmaster_process off;\npid {at}/pid;\nerror_log stderr;\nevents {{}}\n\
                         http {{\naccess_log off;\n{temporary}include {at}/site.conf;\n}}\n"
                    ),
                );
                command.args(["-e", "stderr", "-p"]).arg(&folder).arg("-c").arg(folder.join("nginx.conf"));
            }
            Kind::Apache => {
                let mut text = made(site.join(".htaccess"));
                if locked {
                    write("words", "user:{SHA}PLzZCtxLGSqHpiWFC38jHK3fDrM=\n");
                    text = opened(text, &["AuthType", "AuthName", "AuthUserFile", "Require"]);
                    text = text.replace(
                        "/etc/apache2/stillpoint.passwords",
                        &folder.join("words").display().to_string(),
                    );
                }
                fs::write(room.join(".htaccess"), text).expect("a file");
                let modules = [
                    "mpm_event",
                    "authn_core",
                    "authn_file",
                    "authz_core",
                    "authz_user",
                    "auth_basic",
                    "dir",
                    "mime",
                    "headers",
                    "rewrite",
                    "deflate",
                    "filter",
                    "negotiation",
                ];
                let modules: String = modules
                    .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
                    .concat();
                let at = folder.display();
                write(
                    "apache.conf",
                    &format!(
                        "ServerRoot {at}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {at}/pid\n{modules}\
                         User www-data\nGroup www-data\nTypesConfig /etc/mime.types\nErrorLog {at}/log\n\
                         # As on many hosts: what's sent is packed on the way, if it isn't yet.\n\
                         AddOutputFilterByType DEFLATE text/html text/css text/javascript application/wasm\n\
                         DocumentRoot {at}/srv\n<Directory {at}/srv>\nAllowOverride All\nRequire all granted\n\
                         Options FollowSymLinks\n</Directory>\n"
                    ),
                );
                command.arg("-DFOREGROUND").arg("-f").arg(folder.join("apache.conf"));
            }
            Kind::Caddy | Kind::Lists => {
                let mut text = format!("{{\n\tadmin off\n}}\n{}", made(beside.join("Caddyfile")));
                if locked {
                    let hash = Command::new(Kind::Caddy.program()?)
                        .args(["hash-password", "--plaintext", "word"])
                        .output();
                    let hash = String::from_utf8(hash.expect("Caddy").stdout).expect("a hash");
                    text = opened(text, &["basicauth {", "\tname hash", "}"]);
                    text = text.replace("name hash", &format!("user {}", hash.trim()));
                }
                write("Caddyfile", &text);
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
                command.env("STILLPOINT_ADDRESS", format!(":{port}")).env("HOME", &folder);
                command.env("XDG_DATA_HOME", &folder).env("XDG_CONFIG_HOME", &folder);
            }
        }
        let log = fs::File::create(folder.join("said")).expect("a file");
        let child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().expect("the server");
        let mut server = Self { port, folder, child: Some(child), host: None };
        let listens =
            holds_within(Duration::from_secs(20), || TcpStream::connect(("127.0.0.1", port)).is_ok());
        if !listens {
            server.end();
            let said =
                ["said", "log"].map(|name| fs::read_to_string(server.folder.join(name)).unwrap_or_default());
            panic!("{kind:?} doesn't start:\n{}", said.concat());
        }
        Some(server)
    }

    /// Whether it's our own.
    pub fn is_ours(&self) -> bool {
        self.child.is_none()
    }

    fn end(&mut self) {
        if let Some(child) = &mut self.child {
            // Kindly: Apache has children of its own, and ends them.
            let _ = Command::new("kill").arg("-TERM").arg(child.id().to_string()).status();
            let _ = child.wait();
        }
        if let Some(host) = self.host.take() {
            host.stop();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
        if self.child.is_some() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}
