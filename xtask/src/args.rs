//! Reads the command line into a [`Command`].

use crate::base;
use crate::bench::Wanted;

/// What was asked for. Base paths are already normalised.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Setup { retry: bool },
    Build { base: String, out: Option<String>, site_url: Option<String> },
    Serve { port: u16, open: bool, base: String },
    Dev { port: u16, open: bool },
    Test { all: bool },
    Faults,
    Hosts,
    Updates { from: Option<String> },
    Track { plan: String, voice: String, out: String },
    Bench(Wanted),
}

const COMMANDS: &str = "serve, test, build, track, bench, dev, setup, help";

/// Reads the words after `cargo xtask`. No word at all means help.
///
/// # Errors
/// A sentence for the person who typed it: unknown command or option, missing or unusable value.
pub fn parse(words: &[String]) -> Result<Command, String> {
    let Some((name, rest)) = words.split_first() else {
        return Ok(Command::Help);
    };
    if rest.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Command::Help);
    }
    let mut options = Options { command: name, words: rest };
    match name.as_str() {
        "help" | "--help" | "-h" => {
            options.read(&[], &[])?;
            Ok(Command::Help)
        }
        "setup" => {
            let found = options.read(&["--retry"], &[])?;
            Ok(Command::Setup { retry: found.has("--retry") })
        }
        "build" => {
            let found = options.read(&[], &["--base", "--out", "--site-url"])?;
            Ok(Command::Build {
                base: base::normalise(found.value("--base").unwrap_or("/"))?,
                out: found.value("--out").map(String::from),
                site_url: found.value("--site-url").map(base::site_url).transpose()?,
            })
        }
        "serve" => {
            let found = options.read(&["--open"], &["--port", "--base"])?;
            Ok(Command::Serve {
                port: port(found.value("--port"))?,
                open: found.has("--open"),
                base: base::normalise(found.value("--base").unwrap_or("/"))?,
            })
        }
        "dev" => {
            let found = options.read(&["--open"], &["--port"])?;
            Ok(Command::Dev { port: port(found.value("--port"))?, open: found.has("--open") })
        }
        "test" => {
            let found = options.read(&["--all", "--faults", "--hosts", "--updates"], &["--from"])?;
            let from = found.value("--from").map(String::from);
            let wanted = ["--all", "--faults", "--hosts", "--updates"].map(|name| found.has(name));
            if from.is_some() && !found.has("--updates") {
                return Err("`--from` belongs to `--updates`.".into());
            }
            match wanted {
                [all, false, false, false] => Ok(Command::Test { all }),
                [false, true, false, false] => Ok(Command::Faults),
                [false, false, true, false] => Ok(Command::Hosts),
                [false, false, false, true] => Ok(Command::Updates { from }),
                _ => {
                    Err("`--all`, `--faults`, `--hosts` and `--updates` are runs of their own: name one."
                        .into())
                }
            }
        }
        "track" => {
            let found = options.read(&[], &["--plan", "--voice", "--out"])?;
            let value = |name: &str, usual: &str| found.value(name).unwrap_or(usual).to_owned();
            Ok(Command::Track {
                plan: value("--plan", "60"),
                voice: value("--voice", "recorded"),
                out: value("--out", "walk.mp3"),
            })
        }
        "bench" => {
            let found = options.read(&["--all"], &["--runs", "--only", "--against", "--record"])?;
            let value = |name: &str| found.value(name).map(String::from);
            let runs = value("--runs");
            if let Some(text) = runs.as_ref().filter(|text| !text.parse().is_ok_and(|number: u32| number > 0))
            {
                return Err(format!("`--runs {text}`: runs are a number from 1."));
            }
            let (only, against, record) = (value("--only"), value("--against"), value("--record"));
            Ok(Command::Bench(Wanted { runs, only, against, record, all: found.has("--all") }))
        }
        _ => Err(format!("There is no command `{name}`. The commands are: {COMMANDS}.")),
    }
}

/// The port to serve on, 1 to 65535; 8080 when none was given.
fn port(given: Option<&str>) -> Result<u16, String> {
    let Some(text) = given else { return Ok(8080) };
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("`--port {text}`: a port is a number from 1 to 65535.")),
    }
}

struct Options<'a> {
    command: &'a str,
    words: &'a [String],
}

/// Options found on the line: name and value, the value empty for a switch.
struct Found<'a>(Vec<(&'a str, &'a str)>);

impl Found<'_> {
    fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// The last value given, as with most tools.
    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(found, _)| *found == name).map(|(_, value)| *value)
    }
}

impl<'a> Options<'a> {
    /// Reads `--switch`, `--name value` and `--name=value`.
    fn read(&mut self, switches: &[&str], named: &[&str]) -> Result<Found<'a>, String> {
        let mut found = Vec::new();
        let mut words = self.words.iter();
        while let Some(word) = words.next() {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (word.as_str(), None),
            };
            if switches.contains(&name) {
                if inline.is_some() {
                    return Err(format!("`{name}` takes no value."));
                }
                found.push((name, ""));
            } else if named.contains(&name) {
                let value = inline.or_else(|| words.next().map(String::as_str)).unwrap_or("");
                if value.is_empty() || (inline.is_none() && value.starts_with("--")) {
                    return Err(format!("`{name}` needs a value."));
                }
                found.push((name, value));
            } else {
                return Err(self.unknown(word, switches, named));
            }
        }
        Ok(Found(found))
    }

    fn unknown(&self, word: &str, switches: &[&str], named: &[&str]) -> String {
        let known: Vec<&str> = named.iter().chain(switches).copied().collect();
        let takes =
            if known.is_empty() { "takes no options".into() } else { format!("takes {}", known.join(", ")) };
        format!("`{word}` is not known here: `{}` {takes}.", self.command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        parse(&words)
    }

    #[test]
    fn defaults() {
        assert_eq!(read(""), Ok(Command::Help));
        assert_eq!(read("build"), Ok(Command::Build { base: "/".into(), out: None, site_url: None }));
        assert_eq!(read("serve"), Ok(Command::Serve { port: 8080, open: false, base: "/".into() }));
        assert_eq!(read("test"), Ok(Command::Test { all: false }));
        assert_eq!(read("setup"), Ok(Command::Setup { retry: false }));
    }

    #[test]
    fn values_in_both_spellings() {
        let wanted = Command::Build {
            base: "/app/".into(),
            out: Some("../site".into()),
            site_url: Some("https://example.org".into()),
        };
        assert_eq!(
            read("build --base /app --out ../site --site-url https://example.org/").as_ref(),
            Ok(&wanted)
        );
        assert_eq!(
            read("build --base=/app/ --out=../site --site-url=https://example.org").as_ref(),
            Ok(&wanted)
        );
        assert_eq!(
            read("serve --open --port 9000"),
            Ok(Command::Serve { port: 9000, open: true, base: "/".into() })
        );
        assert_eq!(read("dev --port=9001"), Ok(Command::Dev { port: 9001, open: false }));
        assert_eq!(read("test --all"), Ok(Command::Test { all: true }));
        assert_eq!(read("test --faults"), Ok(Command::Faults));
        assert_eq!(read("test --hosts"), Ok(Command::Hosts));
        assert_eq!(read("test --updates"), Ok(Command::Updates { from: None }));
        let from = Some("HEAD~2,HEAD~1".into());
        assert_eq!(read("test --updates --from HEAD~2,HEAD~1"), Ok(Command::Updates { from }));
        let track = Command::Track { plan: "10".into(), voice: "recorded".into(), out: "a.mp3".into() };
        assert_eq!(read("track --plan 10 --out=a.mp3"), Ok(track));
        let bench = Wanted { runs: Some("3".into()), against: Some("HEAD~2".into()), ..Wanted::default() };
        assert_eq!(read("bench --runs 3 --against=HEAD~2"), Ok(Command::Bench(bench)));
    }

    #[test]
    fn help_is_always_at_hand() {
        assert_eq!(read("help"), Ok(Command::Help));
        assert_eq!(read("--help"), Ok(Command::Help));
        assert_eq!(read("build --help"), Ok(Command::Help));
    }

    #[test]
    fn mistakes_are_named() {
        assert!(read("biuld").unwrap_err().contains("`biuld`"));
        assert!(read("build --fast").unwrap_err().contains("--base, --out, --site-url"));
        assert!(read("build dist").unwrap_err().contains("`dist`"));
        assert!(read("serve --port").unwrap_err().contains("needs a value"));
        assert!(read("serve --port --open").unwrap_err().contains("needs a value"));
        assert!(read("serve --port 70000").unwrap_err().contains("65535"));
        assert!(read("serve --port 0").unwrap_err().contains("65535"));
        assert!(read("bench --runs 0").unwrap_err().contains("`--runs 0`"));
        assert!(read("test --all --faults").unwrap_err().contains("runs of their own"));
        assert!(read("test --from HEAD~1").unwrap_err().contains("--updates"));
        assert!(read("test --all=yes").unwrap_err().contains("takes no value"));
        assert!(read("build --base app").is_err());
    }
}
