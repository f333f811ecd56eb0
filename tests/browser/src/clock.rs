//! The page's time in the test's hands; see `assets/clock.js`.

use std::time::Duration;

use serde_json::{Value, json};

use crate::page::Page;

/// A page's clock. Times are of the page: no second passes here.
pub struct Clock {
    page: Page,
}

impl Clock {
    pub(crate) fn new(page: &Page) -> Self {
        let page = page.clone();
        Self { page }
    }

    /// Time stands still from now on.
    pub fn hold(&self) {
        self.page.eval("__clock.hold()", &[]);
    }

    /// Time goes on by itself.
    pub fn flow(&self) {
        self.page.eval("__clock.flow()", &[]);
    }

    /// Moves time on; every timer fires in order, at its due time.
    #[track_caller]
    pub fn advance(&self, by: Duration) {
        self.call("advance", by);
    }

    /// Moves time on with nothing fired, then fires once what is overdue.
    #[track_caller]
    pub fn freeze(&self, by: Duration) {
        self.call("freeze", by);
    }

    /// Shifts the system clock alone, in milliseconds.
    pub fn wall(&self, by: i64) {
        self.page.eval("__clock.wall(arguments[0])", &[json!(by)]);
    }

    /// Milliseconds, as the page's `performance.now()` says.
    #[must_use]
    pub fn now(&self) -> f64 {
        self.page.get("return __clock.now()")
    }

    #[track_caller]
    fn call(&self, name: &str, by: Duration) {
        let script = "const [name, by, done] = arguments;
            __clock[name](by).then(() => done('done'), (why) => done(String(why)))";
        let by = json!(by.as_secs_f64() * 1000.0);
        let done = self.page.eval_async(script, &[json!(name), by]);
        assert_eq!(done, Value::from("done"), "the page's clock");
    }
}
