//! `host DIR [--port 8080] [--base /app/] [--open]`: shows a built site on this
//! machine, as a static host would serve it.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use host::Host;

const USAGE: &str = "usage: host DIR [--port 8080] [--base /app/] [--open]";

struct Wish {
    dir: PathBuf,
    port: u16,
    base: String,
    open: bool,
}

fn main() -> ExitCode {
    let wish = match read(std::env::args().skip(1)) {
        Ok(wish) => wish,
        Err(why) => {
            eprintln!("{why}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    if !wish.dir.join("index.html").is_file() {
        eprintln!("There is no index.html in {}: build the site first.", wish.dir.display());
        return ExitCode::FAILURE;
    }
    let host = match Host::on_port(&wish.dir, &wish.base, wish.port) {
        Ok(host) => host,
        Err(why) if why.kind() == ErrorKind::AddrInUse => {
            eprintln!(
                "Port {} is taken by another program. Stop that one, or choose another port with --port.",
                wish.port
            );
            return ExitCode::FAILURE;
        }
        Err(why) => {
            eprintln!("The site cannot be served: {why}.");
            return ExitCode::FAILURE;
        }
    };
    println!("Stillpoint is at {}", host.url());
    if wish.open {
        open(&host.url());
    }
    host.wait();
    ExitCode::SUCCESS
}

fn read(mut words: impl Iterator<Item = String>) -> Result<Wish, String> {
    let (mut dir, mut port, mut base, mut open) = (None, 8080, "/".to_owned(), false);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value."));
        match word.as_str() {
            "--port" => {
                let text = value()?;
                port = text.parse().map_err(|_| format!("{text} is not a port (0 to 65535)."))?;
            }
            "--base" => base = value()?,
            "--open" => open = true,
            flag if flag.starts_with('-') => return Err(format!("{flag} is not known.")),
            _ if dir.is_none() => dir = Some(PathBuf::from(word)),
            _ => return Err(format!("One folder only, please: {word} is a second one.")),
        }
    }
    let dir = dir.ok_or("Which folder?")?;
    Ok(Wish { dir, port, base, open })
}

/// Asks the desktop to show the page; a machine without one is no failure.
fn open(url: &str) {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(first).arg(url);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        eprintln!("No program to open a browser was found; please open the address yourself.");
    }
}
