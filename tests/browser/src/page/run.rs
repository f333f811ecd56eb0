//! Scripts that a page runs for a journey, and waiting for what they answer.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::WebElement;
use thirtyfour::error::WebDriverResult;

use super::Page;
use crate::scripts;
use crate::wait::{SOON, holds_within};

/// How long there may be no page, between one that goes and one that comes.
const A_MOMENT: Duration = Duration::from_secs(1);

const FIND: &str = include_str!("../../assets/find.js");

impl Page {
    /// Puts the test's clock into a page that came without it: what the app
    /// asks from now on, it asks this one.
    #[track_caller]
    pub fn inject_clock(&self) {
        self.eval(scripts::CLOCK.text, &[]);
    }

    /// Runs a script in a page that came without it.
    #[track_caller]
    pub fn inject(&self, script: scripts::Script) {
        self.eval(script.text, &[]);
    }

    /// Runs a script of the page with `find` at hand; `arguments` are `args`.
    #[track_caller]
    pub fn eval(&self, script: &str, args: &[Value]) -> Value {
        let mut result = self.try_eval(script, args);
        // A page that is being left has no place to run it: ask the next one.
        holds_within(A_MOMENT, || {
            if result.is_err() {
                result = self.try_eval(script, args);
            }
            result.is_ok()
        });
        result.unwrap_or_else(|why| panic!("script fails: {why}\n{script}"))
    }

    /// A script's answer as a value of Rust.
    #[track_caller]
    pub fn get<T: DeserializeOwned>(&self, script: &str) -> T {
        let value = self.eval(script, &[]);
        serde_json::from_value(value.clone())
            .unwrap_or_else(|why| panic!("unexpected answer {value}: {why}\n{script}"))
    }

    /// Runs a script that calls its last argument with its answer when it is
    /// done. Any time is given to it.
    #[track_caller]
    pub fn eval_async(&self, script: &str, args: &[Value]) -> Value {
        let script = format!("{FIND}\n{script}");
        let ran = self.session.run(self.session.handle().execute_async(script.as_str(), args.to_vec()));
        let ran = ran.unwrap_or_else(|why| panic!("script fails: {why}\n{script}"));
        ran.json().clone()
    }

    /// Waits until a script answers `true`.
    #[track_caller]
    pub fn until(&self, what: &str, script: &str) {
        self.until_within(SOON, what, script);
    }

    /// The same with a bound of its own.
    #[track_caller]
    pub fn until_within(&self, bound: Duration, what: &str, script: &str) {
        let holds = || matches!(self.try_eval(script, &[]), Ok(Value::Bool(true)));
        assert!(holds_within(bound, holds), "waited {bound:?} in vain: {what}, at {}", self.url());
    }

    pub(crate) fn try_eval(&self, script: &str, args: &[Value]) -> WebDriverResult<Value> {
        let answer = self.session.script(&format!("{FIND}\n{script}"), args)?;
        Ok(answer.json().clone())
    }

    pub(crate) fn try_element(&self, script: &str, args: &[Value]) -> WebDriverResult<WebElement> {
        self.session.script(&format!("{FIND}\n{script}"), args)?.element()
    }
}
