//! Something on a page, named by what a person sees. It is looked up anew each
//! time, so that a redrawn page is no trouble.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{Key, WebElement};

use crate::engine::Engine;
use crate::page::Page;
use crate::wait::{SOON, holds_within};

/// The script that gives the element.
const ITSELF: &str = "return find(arguments[0])[0]";

/// Where `it` stands in the window if a pointer would meet it; else scrolls to it.
const NEAR: &str = "const box = it?.getClientRects()[0];
    if (!box) return null;
    const { x, y, width, height } = box;
    if (it.contains(document.elementFromPoint(x + width / 2, y + height / 2))) return [x, y, scrollX, scrollY];
    it.scrollIntoView({ block: 'center', behavior: 'instant' });
    return null";

/// How long WebKit may take to scroll.
const A_MOMENT: Duration = Duration::from_secs(2);

/// Notes in `__met` what a pointer meets first, whether `it` had moved by then, and whether a click meets `it`.
const HEAR: &str = "const met = window.__met = { first: null, it: false, moved: false };
    const place = () => { const { x, y } = it?.getClientRects()[0] ?? {}; return [x, y].map(Math.round).join(); };
    const stood = place();
    const hear = ({ type, target }) => {
        if (met.first === null) met.moved = place() !== stood;
        met.first ??= `${type} on ${(target.outerHTML ?? 'the document').slice(0, 80)}`;
        met.it ||= type === 'click' && Boolean(it?.contains(target));
    };
    for (const type of ['pointerdown', 'click']) addEventListener(type, hear, true)";

/// Whether the click has met `it`, or led away from the page; what was met first; and whether `it` had moved by then.
const MET: &str = "return window.__met ? [__met.it, __met.first, __met.moved] : [true, null, false]";

/// How long a click may be on its way.
const ON_ITS_WAY: Duration = Duration::from_secs(1);

/// One or several elements; acts on the first.
#[derive(Clone)]
pub struct Locator {
    page: Page,
    what: Value,
}

impl Locator {
    pub(crate) fn new(page: &Page, what: Value) -> Self {
        let page = page.clone();
        Self { page, what }
    }

    fn ask(&self, rest: &str) -> Value {
        self.page.eval(&format!("return find(arguments[0]){rest}"), std::slice::from_ref(&self.what))
    }

    /// How many are there now.
    #[must_use]
    pub fn count(&self) -> usize {
        self.ask(".length").as_u64().unwrap_or_default() as usize
    }

    /// Whether there is one now.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.count() > 0
    }

    /// Waits until there is one.
    #[track_caller]
    pub fn wait(&self) -> &Self {
        self.wait_for("to be there", Self::is_there)
    }

    /// Waits until there is none.
    #[track_caller]
    pub fn wait_gone(&self) -> &Self {
        self.wait_for("to be gone", |it| !it.is_there())
    }

    /// Waits until `condition` holds for it.
    #[track_caller]
    pub fn wait_for(&self, what: &str, condition: impl Fn(&Self) -> bool) -> &Self {
        let held = holds_within(SOON, || condition(self));
        assert!(held, "waited {SOON:?} in vain for {} {what}, at {}", self.what, self.page.url());
        self
    }

    /// Text of each as shown, with single spaces; of what is hidden, all of it.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let texts = self.ask(".map((it) => squeeze(it.innerText || it.textContent))");
        serde_json::from_value(texts).unwrap_or_default()
    }

    /// Text of the first, once it is there.
    #[must_use]
    #[track_caller]
    pub fn text(&self) -> String {
        self.wait();
        self.texts().into_iter().next().unwrap_or_default()
    }

    /// Accessible name of each.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        serde_json::from_value(self.ask(".map(named)")).unwrap_or_default()
    }

    /// An attribute of each; those without it are left out.
    #[must_use]
    pub fn attributes(&self, name: &str) -> Vec<String> {
        let rest = format!(".map((it) => it.getAttribute({})).filter((it) => it !== null)", json!(name));
        serde_json::from_value(self.ask(&rest)).unwrap_or_default()
    }

    /// An attribute of the first.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<String> {
        serde_json::from_value(self.ask(&format!("[0]?.getAttribute({}) ?? null", json!(name))))
            .unwrap_or_default()
    }

    /// A property of the first, such as `value` or `checked`.
    #[must_use]
    pub fn property(&self, name: &str) -> Value {
        self.ask(&format!("[0]?.[{}] ?? null", json!(name)))
    }

    /// Whether the first has the focus.
    #[must_use]
    pub fn has_focus(&self) -> bool {
        self.ask("[0] === document.activeElement && document.activeElement !== null") == json!(true)
    }

    /// Clicks the first as a pointer does, once that is possible.
    #[track_caller]
    pub fn click(&self) {
        self.click_on(ITSELF, "click");
    }

    /// Clicks what labels the first: how people choose a radio button.
    #[track_caller]
    pub fn choose(&self) {
        self.click_on("const it = find(arguments[0])[0]; return it?.labels?.[0] ?? it", "choose");
    }

    #[track_caller]
    fn click_on(&self, script: &str, what: &str) {
        let session = self.page.session();
        if self.page.engine() != Engine::WebKit {
            return self.act_on(script, what, |it| session.run(it.click()));
        }
        self.bring(script);
        // On a busy machine its driver may say that it clicked when no event has reached the page, or click where the
        // element stood before the page was laid out anew: then it clicks again. A pointer that met something else
        // where nothing had moved is what a person would have met, and no reason to try again.
        self.act_on(script, what, |it| {
            self.ask_of(script, HEAR)?;
            session.run(it.click())?;
            let (mut first, mut moved) = (Value::Null, false);
            let met = holds_within(ON_ITS_WAY, || match self.page.try_eval(MET, &[]) {
                Ok(met) => {
                    (first, moved) = (met[1].clone(), met[2] == true);
                    met[0] == true
                }
                Err(_) => true,
            });
            if met {
                return Ok(());
            }
            assert!(first.is_null() || moved, "{what} {}: not met, but {first}", self.what);
            let why =
                if first.is_null() { "no event reached the page" } else { "it moved under the pointer" };
            // Past the test's own capture: a journey that passes tells it, too.
            let _ = writeln!(io::stderr(), "{what} {}: {why}", self.what);
            Err(WebDriverError::RequestFailed(why.to_owned()))
        });
    }

    /// Types into the first, after what stands there.
    #[track_caller]
    pub fn type_text(&self, text: impl AsRef<str>) {
        self.act("type into", |it| self.page.session().run(it.send_keys(text.as_ref())));
    }

    /// Empties the first by keys.
    #[track_caller]
    pub fn clear(&self) {
        self.act("clear", |it| {
            let session = self.page.session();
            session.run(it.send_keys(Key::Control + "a"))?;
            session.run(it.send_keys(Key::Delete + ""))
        });
    }

    #[track_caller]
    fn act(&self, what: &str, act: impl Fn(&WebElement) -> WebDriverResult<()>) {
        self.act_on(ITSELF, what, act);
    }

    /// Scrolls to what WebKit is to click: its driver scrolls and clicks at once, and on a busy machine
    /// meets what stood there before. Waits until it can be met where it is; whoever acts says if it never can.
    fn bring(&self, script: &str) {
        let mut stood = Value::Null;
        holds_within(A_MOMENT, || {
            let stands = self.ask_of(script, NEAR).unwrap_or_default();
            let still = !stands.is_null() && stands == stood;
            stood = stands;
            still
        });
    }

    /// Runs `rest` with what `script` gives as `it`.
    fn ask_of(&self, script: &str, rest: &str) -> WebDriverResult<Value> {
        let given = script.replace("arguments[0]", "what");
        let script = format!("const what = arguments[0];\nconst it = (() => {{ {given} }})();\n{rest}");
        self.page.try_eval(&script, std::slice::from_ref(&self.what))
    }

    /// Tries until the element is there, stands still and nothing is in front.
    #[track_caller]
    fn act_on(&self, script: &str, what: &str, act: impl Fn(&WebElement) -> WebDriverResult<()>) {
        let begun = Instant::now();
        let mut trouble = String::new();
        let done = || {
            let element = self.page.try_element(script, std::slice::from_ref(&self.what));
            match element.and_then(|it| act(&it)) {
                Ok(()) => true,
                Err(why) => {
                    trouble = why.to_string();
                    // A person scrolls to what lies below, and only then is it laid out; WebKit's driver does not.
                    let _ = self.ask_of(script, "it?.scrollIntoView({ block: 'center' })");
                    false
                }
            }
        };
        let done = holds_within(SOON, done);
        assert!(
            done,
            "cannot {what} {} at {} for {:?}: {trouble}",
            self.what,
            self.page.url(),
            begun.elapsed()
        );
    }
}
