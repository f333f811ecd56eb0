//! The drivers: one process an engine for the whole test program.
//!
//! Each runs under `keep.sh`, whose standard input is a pipe held here. The
//! system closes the pipe however this program ends, so that neither driver
//! nor browser nor screen outlives it.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::engine::{Engine, on_path};
use crate::evidence;

const KEEPER: &str = include_str!("../assets/keep.sh");
const START: Duration = Duration::from_secs(20);

/// A running driver. Its processes end when this is dropped or the program ends.
#[derive(Debug)]
pub struct Driver {
    port: u16,
    _kept: Vec<Child>,
}

impl Driver {
    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// An engine for oneself: geckodriver and WebKitWebDriver take one session at
/// a time.
pub struct Turn {
    engine: Engine,
    driver: MutexGuard<'static, Option<Driver>>,
}

impl Turn {
    /// Waits until nobody else has the engine.
    pub fn of(engine: Engine) -> Self {
        static DRIVERS: [Mutex<Option<Driver>>; 3] = [const { Mutex::new(None) }; 3];
        let mine = &DRIVERS[engine as usize];
        let driver = mine.lock().unwrap_or_else(PoisonError::into_inner);
        Self { engine, driver }
    }

    /// The driver's address. It is started at the first call.
    pub fn url(&mut self) -> String {
        self.driver.get_or_insert_with(|| start(self.engine)).url()
    }

    /// Ends the driver with its browser; the next call of `url` starts another.
    pub fn end_driver(&mut self) {
        *self.driver = None;
    }
}

fn start(engine: Engine) -> Driver {
    let port = free_port();
    let mut kept = Vec::new();
    let mut command = keep(&engine.driver());
    let log = evidence::folder().join(format!("driver-{engine}.log"));
    let log = File::create(&log).unwrap_or_else(|why| panic!("{}: {why}", log.display()));
    command.stderr(log.try_clone().expect("a second handle of an open file"));
    command.stdout(log);
    match engine {
        Engine::Chromium => command.arg(format!("--port={port}")),
        Engine::Firefox => {
            let (device, address) = sound();
            kept.push(device);
            command.env("PULSE_SERVER", address);
            command.args(["--port", &port.to_string()])
        }
        Engine::WebKit => {
            let (screen, name) = screen();
            kept.push(screen);
            command.env("DISPLAY", name).env("GDK_BACKEND", "x11");
            command.env("NO_AT_BRIDGE", "1").env("MESA_SHADER_CACHE_DISABLE", "true");
            command.arg(format!("--port={port}"))
        }
    };
    kept.push(command.spawn().unwrap_or_else(|why| panic!("{engine}'s driver: {why}")));
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(begun.elapsed() < START, "{engine}'s driver does not listen after {START:?}");
        thread::sleep(Duration::from_millis(20));
    }
    Driver { port, _kept: kept }
}

/// An X screen that nobody sees, and its name such as `:3`.
fn screen() -> (Child, String) {
    let xvfb = on_path(&["Xvfb"])
        .expect("webkit is wanted, but Xvfb is not on the PATH; `cargo xtask setup` installs it");
    let mut child = keep(&xvfb)
        .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb to start");
    let mut line = String::new();
    let out = child.stdout.take().expect("a piped stdout");
    let read = BufReader::new(out).read_line(&mut line);
    assert!(read.is_ok() && !line.trim().is_empty(), "Xvfb found no free screen");
    (child, format!(":{}", line.trim()))
}

/// A sound device that nobody hears, and its address.
fn sound() -> (Child, String) {
    let pulse = on_path(&["pulseaudio"])
        .expect("firefox is wanted, but pulseaudio is not on the PATH; `cargo xtask setup` installs it");
    let socket = std::env::temp_dir().join(format!("stillpoint-sound-{}", std::process::id()));
    let _ = std::fs::remove_file(&socket);
    let place = socket.display();
    let child = keep(&pulse)
        .args(["-n", "--exit-idle-time=-1", "--daemonize=no", "--use-pid-file=no", "--disable-shm=yes"])
        .args(["-L", "module-null-sink"])
        .args(["-L", &format!("module-native-protocol-unix socket={place} auth-anonymous=1")])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("pulseaudio to start");
    let begun = Instant::now();
    while !socket.exists() {
        assert!(begun.elapsed() < START, "no sound device after {START:?}");
        thread::sleep(Duration::from_millis(20));
    }
    (child, format!("unix:{place}"))
}

fn keep(program: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", KEEPER, "keep"]).arg(program).stdin(Stdio::piped());
    // An interrupt from the keyboard is for this program; the keeper must live
    // on to clear up.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}
