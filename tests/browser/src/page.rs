//! A page in a browser, as a person sees and uses it.

mod hands;
mod run;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use crate::Host;
use crate::clock::Clock;
use crate::engine::Engine;
use crate::locator::Locator;
use crate::process;
use crate::session::Session;
use crate::wait::{SOON, holds_within, until};

/// A browser with one tab. Cheap to clone: a clone is the same tab.
#[derive(Clone)]
pub struct Page {
    session: Rc<Session>,
    /// The hosts opened so far, the present one last.
    hosts: Rc<RefCell<Vec<String>>>,
}

impl Page {
    pub(crate) fn new(session: Rc<Session>) -> Self {
        Self { session, hosts: Rc::default() }
    }

    /// The engine it runs in.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.session.engine
    }

    /// Opens `route` (such as `/faq/?q=cost`) of a host, under the host's base.
    #[track_caller]
    pub fn open(&self, host: &Host, route: &str) {
        self.hosts.borrow_mut().push(host.url());
        self.go(&format!("{}{}", host.url(), route.trim_start_matches('/')));
    }

    /// Opens an address.
    #[track_caller]
    pub fn go(&self, url: &str) {
        let gone = self.session.run(self.session.handle().goto(url));
        gone.unwrap_or_else(|why| panic!("{url} does not open: {why}"));
    }

    /// Opens `route` and waits until the app answers in it.
    #[track_caller]
    pub fn open_ready(&self, host: &Host, route: &str) {
        self.open(host, route);
        self.ready();
    }

    /// Waits for `<html data-app="ready">`: every island of the page is awake.
    #[track_caller]
    pub fn ready(&self) {
        let mut state = String::new();
        let ready = holds_within(Duration::from_secs(30), || {
            state = self.app();
            matches!(&*state, "ready" | "failed")
        });
        assert!(ready && state != "failed", "the app is {state:?} at {}: {:?}", self.url(), self.errors());
    }

    /// `waiting`, `ready` or `failed`; empty without the mark.
    #[must_use]
    pub fn app(&self) -> String {
        let script = "return document.documentElement?.getAttribute('data-app') ?? ''";
        self.try_eval(script, &[]).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Loads the page again, as a person does: WebDriver's own refresh goes
    /// round the service worker in Firefox.
    #[track_caller]
    pub fn reload(&self) {
        self.eval("window.__former = true; location.reload()", &[]);
        until("the page to load again", Duration::from_secs(30), || {
            let script = "return !window.__former && document.readyState === 'complete'";
            matches!(self.try_eval(script, &[]), Ok(Value::Bool(true)))
        });
    }

    /// Back in the history.
    #[track_caller]
    pub fn back(&self) {
        self.session.run(self.session.handle().back()).expect("to go back");
    }

    /// The address now.
    #[must_use]
    pub fn url(&self) -> String {
        let url = self.session.run(self.session.handle().current_url());
        url.map_or_else(|why| format!("(no address: {why})"), |it| it.to_string())
    }

    /// Path, query and fragment of the address now; empty while one page goes and the next has not come.
    #[must_use]
    pub fn route(&self) -> String {
        self.get::<Option<String>>("return location.pathname + location.search + location.hash")
            .unwrap_or_default()
    }

    /// `document.title`.
    #[must_use]
    pub fn title(&self) -> String {
        self.get("return document.title")
    }

    /// Text of the one `h1`, once a page that is still coming has it.
    #[must_use]
    #[track_caller]
    pub fn heading(&self) -> String {
        let all = self.css("h1");
        all.wait();
        let headings = all.texts();
        assert_eq!(headings.len(), 1, "headings of the first level: {headings:?} at {}", self.url());
        headings.into_iter().next().unwrap_or_default()
    }

    /// Waits until the page at `route` is there with a heading that fits. Pages are fetched anew or woken, so
    /// the address may have changed before there is any heading.
    #[track_caller]
    pub fn comes_to(&self, route: &str, fits: impl Fn(&str) -> bool) {
        until(route, SOON, || {
            self.route() == route && self.css("h1").texts().first().is_some_and(|it| fits(it))
        });
    }

    /// Waits until everything that the page asks for has come, fonts included.
    #[track_caller]
    pub fn settled(&self) {
        self.until(
            "the fonts",
            "return document.readyState === 'complete' && document.fonts.status === 'loaded'",
        );
    }

    /// A button by its whole name.
    #[must_use]
    pub fn button(&self, name: impl AsRef<str>) -> Locator {
        self.role("button", name)
    }

    /// A link by its whole name.
    #[must_use]
    pub fn link(&self, name: impl AsRef<str>) -> Locator {
        self.role("link", name)
    }

    /// Elements of a role (see `assets/find.js`) by their whole name.
    #[must_use]
    pub fn role(&self, role: &str, name: impl AsRef<str>) -> Locator {
        Locator::new(self, json!({ "role": role, "name": name.as_ref() }))
    }

    /// Elements of a role whose name begins so.
    #[must_use]
    pub fn role_begins(&self, role: &str, name: impl AsRef<str>) -> Locator {
        Locator::new(self, json!({ "role": role, "name": name.as_ref(), "begins": true }))
    }

    /// Elements of a role by their whole name, in the part or group of the page that is called so.
    #[must_use]
    pub fn role_in(&self, part: impl AsRef<str>, role: &str, name: impl AsRef<str>) -> Locator {
        Locator::new(self, json!({ "within": part.as_ref(), "role": role, "name": name.as_ref() }))
    }

    /// Elements by a style sheet's selector, for what has no name.
    #[must_use]
    pub fn css(&self, selector: &str) -> Locator {
        Locator::new(self, json!({ "css": selector }))
    }

    /// The same, also those that are not shown.
    #[must_use]
    pub fn any(&self, selector: &str) -> Locator {
        Locator::new(self, json!({ "css": selector, "hidden": true }))
    }

    /// Opens another tab beside this one and goes there; gives the tab that was left.
    #[track_caller]
    pub fn new_tab(&self) -> WindowHandle {
        let handle = self.session.handle();
        let left = self.session.run(handle.window()).expect("a tab");
        let new = self.session.run(handle.new_tab()).expect("another tab");
        self.to_tab(&new);
        left
    }

    /// Goes to a tab; gives the one that was left.
    #[track_caller]
    pub fn to_tab(&self, tab: &WindowHandle) -> WindowHandle {
        let handle = self.session.handle();
        let left = self.session.run(handle.window()).expect("a tab");
        self.session.run(handle.switch_to_window(tab.clone())).expect("to go to the tab");
        left
    }

    /// Ends the browser with all its processes at once, as a device does whose power is gone (Chromium and
    /// Firefox).
    #[track_caller]
    pub fn kill(&self) {
        process::kill(self.session.process().expect("the browser's process"));
    }

    /// What went wrong in this page since it was opened, one line each.
    ///
    /// Chromium may fetch a left page's icons in the page that follows, which
    /// belongs to another host and forbids it: that is not this page's doing.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        let errors = self.try_eval("return window.__errors ?? []", &[]);
        let mut errors: Vec<String> =
            errors.ok().and_then(|it| serde_json::from_value(it).ok()).unwrap_or_default();
        let hosts = self.hosts.borrow();
        let present = hosts.last();
        let left = hosts.iter().filter(|host| Some(*host) != present);
        let late: Vec<String> = left.map(|host| format!("csp: img-src refuses {host}icons/")).collect();
        errors.retain(|error| !late.iter().any(|late| error.starts_with(late)));
        errors
    }

    /// Nothing went wrong in this page.
    #[track_caller]
    pub fn is_clean(&self) {
        let errors = self.errors();
        assert!(errors.is_empty(), "errors at {}: {errors:#?}", self.url());
    }

    /// The test's clock; only in pages of a host with clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        Clock::new(self)
    }

    /// Makes the window as large as this many CSS pixels, at this many pixels each (Chromium).
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32, scale: f64) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size);
    }

    /// A picture of the window, or of the whole page, as PNG (Chromium).
    #[track_caller]
    pub fn picture(&self, whole: bool) -> Vec<u8> {
        let answer =
            self.cdp("Page.captureScreenshot", json!({ "format": "png", "captureBeyondViewport": whole }));
        let text = answer["data"].as_str().expect("a picture");
        BASE64_STANDARD.decode(text).expect("base64")
    }

    /// A picture of a part of the page: `clip` has x, y, width, height and scale (Chromium).
    #[track_caller]
    pub fn picture_of(&self, clip: Value) -> Vec<u8> {
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let answer = self.cdp("Page.captureScreenshot", wanted);
        BASE64_STANDARD.decode(answer["data"].as_str().expect("a picture")).expect("base64")
    }

    /// A command of Chromium's own protocol.
    #[track_caller]
    pub fn cdp(&self, method: &str, parameters: Value) -> Value {
        let answer = self.session.cdp(method, parameters);
        answer.unwrap_or_else(|why| panic!("{method}: {why}"))
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }
}
