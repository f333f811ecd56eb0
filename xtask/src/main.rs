//! `cargo xtask`: installs the tools, builds, serves and tests Stillpoint.
//!
//! It only orchestrates: Cargo compiles, `bundle` splits, `prerender` writes, `host` serves, Cargo tests. It uses std alone, so that the first
//! command on a bare machine starts within seconds.

mod apt;
mod args;
mod base;
mod bench;
mod cache;
mod counts;
mod earlier;
mod faults;
mod heartbeat;
mod help;
mod lock;
mod lockfile;
mod node;
mod npm;
mod rustup;
mod serve;
mod setup;
mod site;
mod step;
mod sysroot;
mod test;
mod tools;
mod track;
mod updates;
mod wasm;
mod workspace;

use args::Command;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let command = match args::parse(&words) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("{message}\n`cargo xtask help` lists the commands.");
            return ExitCode::from(2);
        }
    };
    let outcome = match command {
        Command::Help => {
            print!("{}", help::TEXT);
            Ok(())
        }
        Command::Setup { retry } => setup::run(retry),
        Command::Build { base, out, site_url } => site::run(&base, out.as_deref(), site_url.as_deref()),
        Command::Serve { port, open, base } => serve::serve(port, open, &base),
        Command::Dev { port, open } => serve::dev(port, open),
        Command::Track { plan, voice, out } => track::run(&plan, &voice, &out),
        Command::Bench(wanted) => bench::run(&wanted),
        Command::Test { all } => test::run(all),
        Command::Faults => faults::run(),
        Command::Hosts => test::hosts(),
        Command::Updates { from } => updates::run(from.as_deref()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Empty where the command has told it already.
            if !message.is_empty() {
                eprintln!("\n{message}");
            }
            ExitCode::FAILURE
        }
    }
}
