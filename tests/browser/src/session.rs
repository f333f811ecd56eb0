//! One WebDriver session, spoken to without `async`: a failed expectation then
//! points at the journey's own line.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{TimeoutConfiguration, WebDriver};
use tokio::runtime::{Builder, Runtime};

use crate::engine::{Engine, Own, WINDOW, With};

/// How long a session's start, a page load, a script's answer and a quit may
/// take. WebKit's driver loses an answer now and then, when a page is just
/// being left or a browser is starting: better to ask again than to wait.
const START: Duration = Duration::from_secs(30);
const LOAD: Duration = Duration::from_secs(60);
const ANSWER: Duration = Duration::from_secs(15);
const QUIT: Duration = Duration::from_secs(10);
/// WebKit measures a script's time by the page's own clock, which a test moves
/// by hours: longer than any test moves it.
const SCRIPT: Duration = Duration::from_secs(100_000);

pub struct Session {
    runtime: Runtime,
    driver: WebDriver,
    pub engine: Engine,
}

impl Session {
    pub fn start(engine: Engine, url: &str, with: With, own: Own) -> WebDriverResult<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let caps = engine.capabilities(with, own);
        let caps: Capabilities = serde_json::from_value(caps)?;
        let driver = runtime.block_on(within(START, "a session", async {
            let driver = WebDriver::builder(url, caps).request_timeout(LOAD * 2).connect().await?;
            let times = TimeoutConfiguration::new(Some(SCRIPT), Some(LOAD), Some(Duration::ZERO));
            driver.update_timeouts(times).await?;
            Ok(driver)
        }))?;
        let session = Self { runtime, driver, engine };
        if engine == Engine::WebKit {
            let (width, height) = WINDOW;
            session.run(session.driver.set_window_rect(0, 0, width, height))?;
        }
        if engine == Engine::Chromium {
            if with.dark {
                let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
                session.cdp("Emulation.setEmulatedMedia", json!({ "features": dark }))?;
            }
            if let Some(zone) = own.zone {
                session.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }))?;
            }
            if with.no_script {
                session.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
            }
        }
        Ok(session)
    }

    pub fn run<F: Future>(&self, future: F) -> F::Output {
        self.runtime.block_on(future)
    }

    /// Runs a script of the page that answers at once.
    pub fn script(&self, script: &str, args: &[Value]) -> WebDriverResult<ScriptRet> {
        let asked = self.handle().execute(script, args.to_vec());
        self.run(within(ANSWER, "a script's answer", asked))
    }

    pub fn handle(&self) -> &Arc<SessionHandle> {
        self.driver.handle()
    }

    /// A command of Chromium's own protocol.
    pub fn cdp(&self, method: &str, parameters: Value) -> WebDriverResult<Value> {
        self.run(self.driver.cdp().send_raw(method, parameters))
    }

    /// The browser's process, as its driver names it.
    pub fn process(&self) -> Option<u64> {
        let caps = self.handle().capabilities();
        ["goog:processID", "moz:processID"].iter().find_map(|name| caps.get(name)?.as_u64())
    }

    /// Ends the session and its browser. What can't be ended so is ended by
    /// the driver's keeper later.
    pub fn quit(&self) {
        let driver = self.driver.clone();
        let ended = self.run(async { tokio::time::timeout(QUIT, driver.quit()).await });
        if !matches!(ended, Ok(Ok(()))) {
            let _ = self.driver.clone().leak();
        }
    }
}

async fn within<T>(
    bound: Duration,
    what: &str,
    work: impl Future<Output = WebDriverResult<T>>,
) -> WebDriverResult<T> {
    let late = |_| WebDriverError::RequestFailed(format!("no sign of {what} within {bound:?}"));
    tokio::time::timeout(bound, work).await.map_err(late)?
}
