//! The commands that show the site in a browser: `serve`, as a host would give it out, and `dev`, with reload.

use crate::cache::Cache;
use crate::setup;
use crate::site;
use crate::step;
use crate::workspace;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

/// Builds the release site and serves it with the `host` crate until it is stopped. `host` prints the address.
///
/// # Errors
/// What is missing, or the step that failed.
pub fn serve(port: u16, open: bool, base: &str) -> Result<(), String> {
    expect_free(port)?;
    let root = workspace::root()?;
    let cache = Cache::open()?;
    let tools = site::prepare(&cache, &root)?;
    let out = root.join("target").join("serve");
    site::build(&tools, &root, base, &out, None)?;
    // As a step of its own: its first compilation takes a while and should show.
    let mut server = workspace::cargo(&root);
    step::shown("building the server", server.args(["build", "--package", "host"]))?;
    let mut command = workspace::cargo(&root);
    command.args(["run", "--quiet", "--package", "host", "--"]).arg(&out);
    command.args(["--port", &port.to_string(), "--base", base]);
    if open {
        command.arg("--open");
    }
    println!("Serving; Ctrl-C stops it.");
    foreground(command, "The server")
}

/// Trunk's own server: builds, serves and reloads after each change.
///
/// # Errors
/// What is missing, or the step that failed.
pub fn dev(port: u16, open: bool) -> Result<(), String> {
    expect_free(port)?;
    let root = workspace::root()?;
    let cache = Cache::open()?;
    let tools = site::prepare(&cache, &root)?;
    let dev = setup::for_dev(&cache, &root)?;
    site::fetch_crates(&tools, &root)?;
    let mut command = site::trunk(&dev, &tools, &root, "serve")?;
    command.args(["--port", &port.to_string(), "--address", "127.0.0.1", "--dist"]);
    command.arg(root.join("target").join("dev"));
    // What the build itself writes must not start the next build.
    for written in ["target/**", "dist/**", "tests/**"] {
        command.args(["--ignore", written]);
    }
    if open {
        command.arg("--open");
    }
    foreground(command, "Trunk")
}

/// Says so before the build, not after it, when the port is taken.
fn expect_free(port: u16) -> Result<(), String> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Err(e) if e.kind() == ErrorKind::AddrInUse => Err(format!(
            "Port {port} is taken by another program. Choose another: --port {}",
            port.wrapping_add(1).max(1024)
        )),
        // Any other trouble is the server's to report.
        _ => Ok(()),
    }
}

/// Runs until the person stops it. It shares our process group, so that Ctrl-C reaches it too.
fn foreground(mut command: std::process::Command, name: &str) -> Result<(), String> {
    let status = command.status().map_err(|e| format!("{name} cannot be started: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended: {status}")) }
}
