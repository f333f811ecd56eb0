//! The three browsers: which are wanted, where they are, how they are asked for.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::evidence;

/// Width and height of a desktop window in CSS pixels.
pub const WINDOW: (u32, u32) = (1280, 900);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by ChromeDriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser by WebKitWebDriver, on a screen of its own.
    WebKit,
}

/// How a session differs from an ordinary one.
#[derive(Clone, Copy, Debug, Default)]
pub struct With {
    /// The person prefers dark colours.
    pub dark: bool,
    /// No script of the page runs (Chromium and Firefox).
    pub no_script: bool,
    /// `open` returns before the page has loaded: to act on a page that waits.
    pub no_wait: bool,
}

/// What a browser has of its own instead of the machine's usual.
#[derive(Clone, Copy, Debug, Default)]
pub struct Own<'a> {
    /// The folder of its profile, which outlives it (Chromium and Firefox).
    pub profile: Option<&'a Path>,
    /// Its time zone, such as `Europe/Berlin` (Chromium and Firefox).
    pub zone: Option<&'a str>,
    /// Further words of its command line (Chromium and Firefox).
    pub args: &'a [&'a str],
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl Engine {
    /// Whether `STILLPOINT_ENGINES` asks for it; Chromium alone without that.
    #[must_use]
    pub fn is_wanted(self) -> bool {
        let list = env::var("STILLPOINT_ENGINES").unwrap_or_else(|_| "chromium".into());
        let name = self.to_string();
        list.split(',').any(|word| word.trim() == name)
    }

    /// The driver program.
    ///
    /// # Panics
    /// When it is not installed, with the name of what is missing.
    #[must_use]
    pub fn driver(self) -> PathBuf {
        let found = match self {
            Self::Chromium => on_path(&["chromedriver"]),
            Self::Firefox => env::var_os("STILLPOINT_GECKODRIVER")
                .map(PathBuf::from)
                .filter(|it| it.is_file())
                .or_else(|| on_path(&["geckodriver"])),
            Self::WebKit => on_path(&["WebKitWebDriver"]),
        };
        found.unwrap_or_else(|| {
            let what = match self {
                Self::Chromium => "chromedriver is not on the PATH",
                Self::Firefox => "geckodriver is neither in STILLPOINT_GECKODRIVER nor on the PATH",
                Self::WebKit => "WebKitWebDriver is not on the PATH",
            };
            panic!("{self} is wanted, but {what}; `cargo xtask setup` installs it")
        })
    }

    /// The browser's own program.
    ///
    /// # Panics
    /// When it is not installed.
    #[must_use]
    pub fn browser(self) -> PathBuf {
        let found = match self {
            Self::Chromium => on_path(&["chromium", "google-chrome", "chrome"]),
            Self::Firefox => on_path(&["firefox-esr", "firefox"]),
            Self::WebKit => mini_browser(),
        };
        found.unwrap_or_else(|| {
            panic!("{self} is wanted, but its browser is not installed; `cargo xtask setup` does it")
        })
    }

    /// What a new session is asked for with.
    pub(crate) fn capabilities(self, with: With, own: Own) -> Value {
        let browser = self.browser();
        let (width, height) = WINDOW;
        let mut caps = match self {
            Self::Chromium => json!({ "goog:chromeOptions": {
                "binary": browser,
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--no-first-run", "--disable-background-networking", "--mute-audio",
                    format!("--window-size={width},{height}"),
                ],
            }}),
            Self::Firefox => json!({ "moz:firefoxOptions": {
                "binary": browser,
                "args": ["-headless", format!("--width={width}"), format!("--height={height}")],
                "prefs": {
                    "javascript.enabled": !with.no_script,
                    // 0 is dark, 1 light.
                    "layout.css.prefers-color-scheme.content-override": i32::from(!with.dark),
                },
            }}),
            Self::WebKit => {
                let mut args = vec!["--automation"];
                args.extend(with.dark.then_some("--dark-mode"));
                json!({ "webkitgtk:browserOptions": { "binary": browser, "args": args } })
            }
        };
        let args = match self {
            Self::Chromium => {
                let folder = own.profile.map(|folder| format!("--user-data-dir={}", folder.display()));
                Some(folder.into_iter().chain(own.args.iter().map(|it| (*it).to_owned())).collect())
            }
            Self::Firefox => {
                let folder = own.profile.map(|folder| ["-profile".into(), folder.display().to_string()]);
                let words = own.args.iter().map(|it| (*it).to_owned());
                Some(folder.into_iter().flatten().chain(words).collect::<Vec<String>>())
            }
            Self::WebKit => None,
        };
        let options = caps.as_object_mut().and_then(|all| all.values_mut().next()).expect("options");
        if let (Some(all), Some(args)) = (options["args"].as_array_mut(), args) {
            all.extend(args.into_iter().map(Value::from));
        }
        if let (Self::Firefox, Some(zone)) = (self, own.zone) {
            options["binary"] = json!(in_zone(&browser, zone));
        }
        caps["pageLoadStrategy"] = json!(if with.no_wait { "none" } else { "normal" });
        caps
    }
}

/// A program that starts a browser in a time zone: geckodriver hands no environment on.
fn in_zone(browser: &Path, zone: &str) -> PathBuf {
    let file = evidence::folder().join(format!("zone-{}.sh", zone.replace('/', "-")));
    let text = format!("#!/bin/sh\nTZ={zone} exec {} \"$@\"\n", browser.display());
    fs::write(&file, text).expect("a place for files");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o700)).expect("it can be made a program");
    }
    file
}

/// The first of `names` that stands on the PATH.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let places: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut all = names.iter().flat_map(|name| places.iter().map(move |place| place.join(name)));
    all.find(|file| file.is_file())
}

/// MiniBrowser is no command: it stands with WebKitGTK's library.
fn mini_browser() -> Option<PathBuf> {
    let mut roots = vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")];
    let inner = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    roots.extend(inner.map(|entry| entry.path()));
    let candidates = roots.iter().map(|root| root.join(Path::new("webkit2gtk-4.1/MiniBrowser")));
    candidates.into_iter().find(|file| file.is_file())
}
