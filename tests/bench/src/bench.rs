//! The sites on their hosts, a browser for each sample, and what has been found so far.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use browser::{Engine, Host, Own, Page, Stage, With};
use serde_json::json;

use crate::args::Args;
use crate::samples::{Sample, Samples};

const PROBE: &str = include_str!("../assets/probe.js");

/// A click made by a script is no gesture, and sound that a person's tap may play would be refused.
const SOUND: &str = "--autoplay-policy=no-user-gesture-required";

/// Questions of the site as it is.
pub fn questions() -> u32 {
    browser::words::words().questions.len() as u32
}

/// How fast line and processor are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// The machine as it is.
    Plain,
    /// 1.6 Mbit/s down, 750 kbit/s up, 150 ms a request, and a processor four times slower.
    Slow,
    /// The line as it is, and a processor four times slower: what an offline visit meets.
    SlowProcessor,
}

impl Profile {
    /// The two in which almost everything is measured.
    pub const BOTH: [Self; 2] = [Self::Slow, Self::Plain];

    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Slow => "slow",
            Self::SlowProcessor => "slow cpu",
        }
    }
}

/// A site that is measured.
pub struct Site {
    /// `here`, `floor` or `yesterday`.
    pub name: String,
    /// Its files.
    pub dir: PathBuf,
    /// What serves them.
    pub host: Host,
}

impl Site {
    /// Serves a folder.
    pub fn serve(name: &str, dir: &PathBuf) -> Self {
        Self { name: name.to_owned(), dir: dir.clone(), host: Host::start(dir, "/") }
    }

    /// Whether it has what only the app has: waking, rest mode, a worker.
    pub fn is_app(&self) -> bool {
        self.name != "floor"
    }
}

/// What every measure is given.
pub struct Bench {
    /// In the order of the command line, `here` first.
    pub sites: Vec<Site>,
    /// Sites with this many questions.
    pub scaled: Vec<(u32, Vec<Site>)>,
    /// The pages that are read.
    pub routes: Vec<String>,
    /// Samples of each figure.
    pub runs: usize,
    /// What has been found.
    pub samples: RefCell<Samples>,
    stage: Stage,
}

impl Bench {
    /// Serves the sites; the driver starts with the first visit.
    pub fn new(args: &Args) -> Self {
        let scaled = args.scaled.iter().map(|(number, ours, floor)| {
            (*number, vec![Site::serve("here", ours), Site::serve("floor", floor)])
        });
        Self {
            sites: args.sites.iter().map(|(name, dir)| Site::serve(name, dir)).collect(),
            scaled: scaled.collect(),
            routes: args.routes.clone(),
            runs: args.runs,
            samples: RefCell::default(),
            stage: Stage::alone(Engine::Chromium),
        }
    }

    /// Ends the last browser.
    pub fn close(&self) {
        self.stage.close();
    }

    /// The site of a name.
    pub fn site(&self, name: &str) -> Option<&Site> {
        self.sites.iter().find(|site| site.name == name)
    }

    /// Calls `take` for each site in turns, every other run the other way round: what slows the machine for a
    /// while then slows all of them.
    pub fn in_turns<'a>(&self, run: usize, sites: &'a [Site], mut take: impl FnMut(&'a Site)) {
        match run % 2 {
            0 => sites.iter().for_each(&mut take),
            _ => sites.iter().rev().for_each(&mut take),
        }
    }

    /// A fresh browser with the window of a phone, whose pages carry the probe and `scripts`.
    pub fn visit(&self, profile: Profile, scripts: &[&str]) -> Page {
        self.visit_as(With::default(), profile, scripts)
    }

    /// The same in a browser that differs.
    pub fn visit_as(&self, with: With, profile: Profile, scripts: &[&str]) -> Page {
        let page = self.stage.page_as(with, Own { args: &[SOUND], ..Own::default() });
        let window = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        page.cdp("Emulation.setDeviceMetricsOverride", window);
        page.cdp("Performance.enable", json!({}));
        for source in [PROBE].iter().chain(scripts) {
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        }
        if profile == Profile::Slow {
            page.cdp("Network.enable", json!({}));
            // Bytes a second.
            let line = json!({ "offline": false, "latency": 150,
                "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 });
            page.cdp("Network.emulateNetworkConditions", line);
        }
        if profile != Profile::Plain {
            slow_down(&page);
        }
        page
    }

    /// Takes a sample. One that does not come is noted with its reason, and the next is taken.
    pub fn attempt<T>(&self, what: &str, take: impl FnOnce() -> T) -> Option<T> {
        match catch_unwind(AssertUnwindSafe(take)) {
            Ok(taken) => Some(taken),
            Err(why) => {
                let missed = format!("{what}: {}", reason(why.as_ref()));
                eprintln!("no sample of {missed}");
                self.samples.borrow_mut().missed.push(missed);
                None
            }
        }
    }

    /// Keeps one figure.
    pub fn note(&self, what: &What, site: &str, run: usize, value: f64) {
        let What { measure, page, profile, unit } = what;
        self.samples.borrow_mut().all.push(Sample {
            measure: measure.clone(),
            page: page.clone(),
            profile,
            unit,
            site: site.to_owned(),
            run,
            value,
        });
    }
}

/// Makes the processor four times slower from now on.
pub fn slow_down(page: &Page) {
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
}

/// What a figure is about.
pub struct What {
    /// Its name in report and budgets.
    pub measure: String,
    /// The page's route, or what else it belongs to.
    pub page: String,
    /// Name of the profile.
    pub profile: &'static str,
    /// `ms`, `kB`, `%` … or nothing.
    pub unit: &'static str,
}

/// Short for the fields of [`What`].
pub fn what(measure: impl Into<String>, page: &str, profile: Profile, unit: &'static str) -> What {
    What { measure: measure.into(), page: page.to_owned(), profile: profile.name(), unit }
}

/// What a panic said.
fn reason(why: &(dyn Any + Send)) -> String {
    let text = why.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| why.downcast_ref::<&str>().copied()).unwrap_or("(without words)").to_owned()
}
