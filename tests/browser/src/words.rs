//! The product's words, as its own reader gives them. Journeys look for what a person sees, and its name comes
//! from here: whoever changes a word changes what is looked for, and no test.
//!
//! What a journey needs of the content (a question, a walk's steps) is taken from here as well, never copied.

use std::ops::Range;
use std::path::Path;

use stillpoint::content::book::Book;
use stillpoint::content::legends::Legends;
use stillpoint::content::prepare::{Prepare, PrepareSays, PrepareWords};
use stillpoint::content::read::read;
use stillpoint::content::{Labels, Words};
use stillpoint::core::plan::Choice;
use stillpoint::core::preferences::Preferences;
use stillpoint::core::track::timeline::Sounds;
use stillpoint::core::track::{Posture, ms};
use stillpoint::route::Route;

pub use stillpoint::content::{FindKind, fill};

/// All words of the site that is tested.
///
/// # Panics
/// When there is a mistake in them; the native tests name it.
#[must_use]
pub fn words() -> &'static Book {
    // A book is of one thread, and each journey plays in a thread of its own.
    thread_local! {
        static BOOK: &'static Book = Box::leak(Box::new(book()));
    }
    BOOK.with(|book| *book)
}

fn book() -> Book {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = read(&root.join("src/content/en"), &root.join("static/audio"), "en", "/");
    read.unwrap_or_else(|faults| panic!("the words have mistakes, such as {}", faults[0]))
}

/// What the rooms of the site get of the words: what sounds in a walk, and when.
///
/// # Panics
/// When there is a mistake in the words.
#[must_use]
pub fn pack() -> Words {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    Words::new(tokio::task::LocalSet::new().block_on(&runtime, stillpoint::prerender::pack(words(), "")))
}

/// Short words of the interface.
#[must_use]
pub fn labels() -> &'static Labels {
    &words().labels
}

/// Words round what is only read.
#[must_use]
pub fn legends() -> &'static Legends {
    &words().legends
}

/// The page to prepare with.
#[must_use]
pub fn prepare() -> &'static Prepare {
    &words().prepare
}

/// Words that stand on the page to prepare with.
#[must_use]
pub fn on_prepare() -> &'static PrepareWords {
    &prepare().words
}

/// What the page to prepare with says when something is done.
#[must_use]
pub fn says() -> &'static PrepareSays {
    &prepare().says
}

/// The name of a page in the navigation.
#[must_use]
pub fn nav(route: Route) -> &'static str {
    &words().pages[route.place()].nav
}

/// What a setting and one of its options are called, by name and value; the option at first has no value.
///
/// # Panics
/// When there is no such option.
#[must_use]
pub fn setting(name: &str, value: &str) -> (&'static str, &'static str) {
    let choices = words().settings.choices.iter().filter(|it| &*it.name == name);
    let mut options = choices.flat_map(|it| it.options.iter().map(|option| (&*it.title, option)));
    let found = options.find(|(_, (known, _))| &**known == value);
    found
        .map(|(title, (_, option))| (title, &**option))
        .unwrap_or_else(|| panic!("no setting {name}={value}"))
}

/// A line of a legend that holds several.
#[must_use]
pub fn line(legend: &str, place: usize) -> String {
    legend.lines().nth(place).unwrap_or_default().to_owned()
}

/// A length in words, as it is announced.
#[must_use]
pub fn length(seconds: u64) -> String {
    let part = |label: &str, n: u64| fill(label, &[("n", &n.to_string())]);
    let [minutes, rest] = [part(&labels().minutes(), seconds / 60), part(&labels().seconds(), seconds % 60)];
    match (seconds / 60, seconds % 60) {
        (_, 0) => minutes,
        (0, _) => rest,
        _ => format!("{minutes} {rest}"),
    }
}

/// Every page's path, but that of a page that is not there.
#[must_use]
pub fn routes() -> Vec<&'static str> {
    Route::ALL.into_iter().filter(|it| *it != Route::Missing).map(Route::path).collect()
}

/// A plan as it is walked: its steps with their times.
#[derive(Clone, Debug)]
pub struct Walk {
    /// Its length, which also names it in an address.
    pub minutes: u16,
    /// What the choice is called.
    pub title: &'static str,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// A step of a walk.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Its id on the page.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// When it begins, in seconds from the walk's begin.
    pub begins: u64,
    /// How long it lasts, in seconds.
    pub seconds: u64,
}

impl Walk {
    /// What is announced when the step of this place begins.
    #[must_use]
    pub fn news(&self, place: usize) -> String {
        let step = &self.steps[place];
        let [n, total] = [place + 1, self.steps.len()].map(|it| it.to_string());
        let length = length(step.seconds);
        fill(&labels().news(), &[("title", step.title), ("n", &n), ("total", &total), ("length", &length)])
    }

    fn of(minutes: u16) -> Self {
        let book = words();
        let plan = book.plans.iter().find(|it| it.minutes == minutes).expect("a plan");
        let mut begins = 0;
        let steps = plan.steps.iter().map(|hold| {
            let step = &book.steps[usize::from(hold.step)];
            let seconds = u64::from(hold.seconds);
            begins += seconds;
            Step { id: &step.id, title: &step.title, begins: begins - seconds, seconds }
        });
        Self { minutes, title: &plan.title, steps: steps.collect() }
    }

    /// The shortest walk there is: most journeys take it.
    #[must_use]
    pub fn shortest() -> Self {
        Self::all().pop().expect("a plan")
    }

    /// The longest walk there is.
    #[must_use]
    pub fn longest() -> Self {
        Self::all().swap_remove(0)
    }

    /// Every walk, longest first.
    #[must_use]
    pub fn all() -> Vec<Self> {
        words().plans.iter().map(|plan| Self::of(plan.minutes)).collect()
    }

    /// The query that chooses it, such as `?plan=20`.
    #[must_use]
    pub fn query(&self) -> String {
        format!("?plan={}", self.minutes)
    }

    /// The recordings that are needed for it as it is usually heard, by name.
    #[must_use]
    pub fn recordings(&self) -> Vec<String> {
        let (pack, choice) = (pack(), Choice { minutes: self.minutes, ..Choice::default() });
        pack.recordings(&choice, &pack.timeline(&choice, false), Preferences::default().channels())
    }

    /// What is said in it from one second to another, line by line.
    #[must_use]
    pub fn said(&self, seconds: Range<u64>) -> Vec<String> {
        let (pack, choice) = (pack(), Choice { minutes: self.minutes, ..Choice::default() });
        let cues = pack.timeline(&choice, false).cues;
        let said = cues.iter().filter(|cue| matches!(cue.what, Sounds::Saying(_)));
        let said = said.filter(|cue| seconds.contains(&(ms(cue.at) / 1_000)));
        said.map(|cue| pack.caption(&choice, Posture::Back, cue.what).to_string()).collect()
    }

    /// How long it is, in seconds.
    #[must_use]
    pub fn seconds(&self) -> u64 {
        self.steps.iter().map(|step| step.seconds).sum()
    }

    /// The step that is held after so many seconds.
    ///
    /// # Panics
    /// When the walk is over by then.
    #[must_use]
    pub fn at(&self, second: u64) -> Step {
        *self.steps.iter().rfind(|step| step.begins <= second).expect("a step")
    }
}
