//! Where a journey plays: its engine, its hosts, its page; and what is done
//! when it fails.

use std::any::Any;
use std::cell::RefCell;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::rc::Rc;

use crate::driver::Turn;
use crate::engine::{Engine, Own, With};
use crate::evidence;
use crate::page::Page;
use crate::scripts::{self, Script};
use crate::session::Session;
use crate::{Host, site};

/// What a journey is given.
pub struct Stage {
    /// The engine it plays in.
    pub engine: Engine,
    turn: RefCell<Turn>,
    session: RefCell<Option<Rc<Session>>>,
}

/// Plays one journey in one engine, or says that the engine is not wanted.
///
/// # Panics
/// When the journey does; a picture and the page's source are saved before.
pub fn play(engine: Engine, name: &str, journey: fn(&Stage)) {
    if !engine.is_wanted() {
        eprintln!("{name}: skipped, {engine} is not in STILLPOINT_ENGINES");
        return;
    }
    let stage = Stage::alone(engine);
    let outcome = catch_unwind(AssertUnwindSafe(|| journey(&stage)));
    if outcome.is_err() {
        // A browser that hangs must not hide what failed.
        let _ = catch_unwind(AssertUnwindSafe(|| stage.keep_evidence(name)));
    }
    stage.end_session();
    drop(stage);
    if let Err(why) = outcome {
        // Once more and last, where a long output is cut: what failed, and why.
        eprintln!("{name} failed: {}", reason(why.as_ref()));
        resume_unwind(why);
    }
}

/// What a panic said.
fn reason(why: &(dyn Any + Send)) -> &str {
    let text = why.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| why.downcast_ref::<&str>().copied()).unwrap_or("(without words)")
}

impl Stage {
    /// A stage without a journey: for measuring. Its owner closes it.
    #[must_use]
    pub fn alone(engine: Engine) -> Self {
        Self { engine, turn: RefCell::new(Turn::of(engine)), session: RefCell::default() }
    }

    /// Ends the browser that runs, if there is one.
    pub fn close(&self) {
        self.end_session();
    }

    /// A host of the site at `/` whose pages collect their errors.
    #[must_use]
    pub fn host(&self) -> Host {
        let host = Host::start(site::root(), "/");
        self.watch(&host, &[]);
        host
    }

    /// The same with the test's clock in every page.
    #[must_use]
    pub fn host_with_clock(&self) -> Host {
        let host = Host::start(site::root(), "/");
        self.watch(&host, &[scripts::CLOCK]);
        host
    }

    /// A host of any folder, with nothing put into its pages.
    #[must_use]
    pub fn plain_host(&self, folder: impl AsRef<Path>, base: &str) -> Host {
        Host::start(folder, base)
    }

    /// Puts the error collector and `more` into every page of `host`, ahead of
    /// the page's own scripts and allowed by its policy.
    pub fn watch(&self, host: &Host, more: &[Script]) {
        let mut head = String::new();
        for script in [scripts::ERRORS].iter().chain(more) {
            let path = format!("/__test/{}.js", script.name);
            host.extra(&path, "text/javascript; charset=utf-8", script.text);
            let _ = write!(head, "<script src=\"{path}\"></script>");
        }
        host.insert_head(&head);
    }

    /// A fresh browser.
    #[must_use]
    pub fn page(&self) -> Page {
        self.page_with(With::default())
    }

    /// A fresh browser that differs; the stage's former one ends.
    ///
    /// # Panics
    /// When the browser does not start.
    #[must_use]
    pub fn page_with(&self, with: With) -> Page {
        self.page_as(with, Own::default())
    }

    /// A browser with something of its own; the stage's former one ends.
    ///
    /// # Panics
    /// When the browser does not start.
    #[must_use]
    pub fn page_of(&self, own: Own) -> Page {
        self.page_as(With::default(), own)
    }

    /// A browser that differs and has something of its own; the stage's former one ends.
    ///
    /// # Panics
    /// When the browser does not start.
    #[must_use]
    pub fn page_as(&self, with: With, own: Own) -> Page {
        self.end_session();
        let mut turn = self.turn.borrow_mut();
        let session = Session::start(self.engine, &turn.url(), with, own).or_else(|why| {
            eprintln!("{} does not start: {why}; once more", self.engine);
            turn.end_driver();
            Session::start(self.engine, &turn.url(), with, own)
        });
        let session = session.unwrap_or_else(|why| panic!("{} does not start: {why}", self.engine));
        let session = Rc::new(session);
        *self.session.borrow_mut() = Some(Rc::clone(&session));
        Page::new(session)
    }

    fn end_session(&self) {
        // A page the journey still holds keeps the session alive in its hands;
        // the session itself ends here all the same.
        if let Some(session) = self.session.borrow_mut().take() {
            session.quit();
        }
    }

    fn keep_evidence(&self, name: &str) {
        let Some(session) = self.session.borrow().clone() else {
            return;
        };
        let handle = session.handle();
        eprintln!("{name} failed at {:?}", session.run(handle.current_url()).ok());
        if let Ok(picture) = session.run(handle.screenshot_as_png()) {
            evidence::save(name, "png", &picture);
        }
        if let Ok(source) = session.run(handle.source()) {
            evidence::save(name, "html", source.as_bytes());
        }
    }
}
