//! A static host for the built site: what a person's web space does, on this
//! machine only, plus what a test needs (a log, slow files, a sudden end).
//!
//! It knows nothing of Stillpoint. Files come from `tower-http`'s `ServeDir`;
//! the rest here is what hosts add to that: the 404 page, the `_headers` file,
//! permanent redirects, a base path.

mod answer;
mod body;
mod headers;
mod pattern;
mod script;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::sync::oneshot;

use answer::Site;
use script::Script;

/// One request that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// `GET` or `HEAD`, or what was refused.
    pub method: String,
    /// Path and query as they were asked for.
    pub path: String,
    /// Status of the answer.
    pub status: u16,
    /// Bytes of the answer's body as sent (compressed, if it was).
    pub bytes: u64,
    /// `content-type` of the answer without parameters, empty if there is none.
    pub kind: String,
}

/// A running host on 127.0.0.1. It ends with [`Host::stop`] or on drop.
#[derive(Debug)]
pub struct Host {
    address: SocketAddr,
    base: String,
    script: Arc<Script>,
    end: Mutex<Option<oneshot::Sender<()>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Host {
    /// Serves `dir` under `base` (such as `/` or `/app/`) on a free port.
    ///
    /// # Panics
    /// When `dir` is no folder or no port can be opened: a test can't go on.
    #[must_use]
    pub fn start(dir: impl AsRef<Path>, base: &str) -> Self {
        Self::on_port(dir.as_ref(), base, 0)
            .unwrap_or_else(|why| panic!("cannot serve {}: {why}", dir.as_ref().display()))
    }

    /// The same on a port of choice; 0 takes a free one.
    ///
    /// # Errors
    /// `NotADirectory` for a missing folder, `InvalidInput` for a base that
    /// does not start and end with `/`, `AddrInUse` for a taken port.
    pub fn on_port(dir: &Path, base: &str, port: u16) -> io::Result<Self> {
        if !dir.is_dir() {
            return Err(io::Error::new(
                io::ErrorKind::NotADirectory,
                format!("{} is not a folder", dir.display()),
            ));
        }
        if !base.starts_with('/') || !base.ends_with('/') || base.contains("//") {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                format!("the base must start and end with one slash, like /app/; it is {base}"),
            ));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let script = Arc::new(Script::default());
        let site = Arc::new(Site::new(PathBuf::from(dir), base, Arc::clone(&script)));
        let (end, ended) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = thread::Builder::new().name("host".into()).spawn(move || {
            runtime.spawn(accept(listener, site));
            let _ = runtime.block_on(ended);
            // Drops every connection at once; only a file read that is
            // under way is waited for.
            runtime.shutdown_timeout(Duration::from_secs(1));
        })?;
        Ok(Self {
            address,
            base: base.to_owned(),
            script,
            end: Mutex::new(Some(end)),
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Address of the site with its base, ending in `/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Closes the port and every open connection, then returns. A second call
    /// does nothing.
    pub fn stop(&self) {
        // A dropped sender ends the thread as well as a sent message does.
        drop(lock(&self.end).take());
        self.wait();
    }

    /// Blocks until the host has ended.
    pub fn wait(&self) {
        let thread = lock(&self.thread).take();
        if let Some(thread) = thread {
            let _ = thread.join();
        }
    }

    /// Every request answered so far, in the order of the answers.
    #[must_use]
    pub fn requests(&self) -> Vec<Seen> {
        self.script.seen()
    }

    /// How often a path has been asked for, answered or not.
    pub fn arrived(&self, path: &str) -> usize {
        self.script.arrived(path)
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&self) {
        self.script.forget_seen();
    }

    /// Answers paths like `pattern` (`*` is any run of characters) this much
    /// later. A later call for the same pattern replaces the earlier one.
    pub fn delay(&self, pattern: &str, by: Duration) {
        self.script.delay(pattern, by);
    }

    /// Withholds answers for paths like `pattern` until [`Host::release`].
    pub fn hold(&self, pattern: &str) {
        self.script.hold(pattern);
    }

    /// Answers everything withheld and withholds nothing more.
    pub fn release(&self) {
        self.script.release();
    }

    /// Answers paths like `pattern` with 404, as if the file were gone.
    pub fn refuse(&self, pattern: &str) {
        self.script.refuse(pattern);
    }

    /// Answers the next request for a path like `pattern` with 503, as a busy
    /// or distant server does now and then.
    pub fn fail_once(&self, pattern: &str) {
        self.script.fail_once(pattern);
    }

    /// Takes the slash off the addresses of pages from now on, as some hosts do: `/faq/` is answered with 308 to `/faq`,
    /// and that with the page.
    pub fn take_slashes_off(&self) {
        self.script.take_slashes_off();
    }

    /// Answers paths like `pattern` with half of the file, and closes the line, as where a train enters a tunnel.
    pub fn cut(&self, pattern: &str) {
        self.script.cut(pattern);
    }

    /// Answers paths like `pattern` with the home page, as hosts that know no 404 and the sign-in pages of hotels do.
    pub fn stray(&self, pattern: &str) {
        self.script.stray(pattern);
    }

    /// Puts `html` right after `<head>` in every page from now on. Pages then
    /// come uncompressed and without validators.
    pub fn insert_head(&self, html: &str) {
        self.script.insert_head(html);
    }

    /// Serves a file of the test's own at `path` (from the host's root, not
    /// from the base), ahead of the site's files.
    pub fn extra(&self, path: &str, kind: &str, body: impl Into<Vec<u8>>) {
        self.script.extra(path, kind, body.into());
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Takes connections for ever; each is served by a task of its own.
async fn accept(listener: TcpListener, site: Arc<Site>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file handles, most likely: give others time to close.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let site = Arc::clone(&site);
                async move { Ok::<_, std::convert::Infallible>(site.answer(request).await) }
            });
            // A browser that goes away in mid-answer is no error of ours.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// A lock that outlives a panic elsewhere: the data are plain lists.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
