//! Journeys through the built site in real browsers: the harness.
//!
//! A journey is a plain function of a [`Stage`]; [`journeys!`] makes one test
//! an engine of it. It finds things as a person does, by role and name, and
//! waits for what should happen instead of for time to pass. What things are called
//! it asks [`words`].
//!
//! The environment says what to test: `STILLPOINT_SITE` and
//! `STILLPOINT_SITE_APP` (folders built for `/` and `/app/`) and
//! `STILLPOINT_ENGINES` (out of `chromium,firefox,webkit`).

mod clock;
mod driver;
mod engine;
mod evidence;
mod locator;
mod page;
mod process;
pub mod scripts;
mod session;
pub mod site;
mod stage;
mod wait;
pub mod words;

pub use clock::Clock;
pub use engine::{Engine, Own, With};
pub use host::Host;
pub use locator::Locator;
pub use page::Page;
pub use stage::{Stage, play};
pub use stillpoint::route::Route;
pub use thirtyfour::Key;
pub use wait::{SOON, becomes, holds_within, until};

/// Turns journeys into tests: `walk_runs` becomes `walk_runs::chromium`,
/// `walk_runs::firefox` and `walk_runs::webkit`.
///
/// - `everywhere:` plays in every engine in each run: what engines do differently.
/// - Without a word before the list, Firefox and WebKit play it in the long run
///   (`cargo xtask test --all`) and are counted as ignored in the short one.
/// - `long everywhere:` plays in every engine in the long run alone, and in that of the faults: what takes real seconds.
/// - `long Chromium:` plays in Chromium in the long run alone: times, which a busy machine blurs.
/// - `only Chromium, Firefox:` names the engines that have what the journey needs.
#[macro_export]
macro_rules! journeys {
    (only Chromium: $($journey:ident),+ $(,)?) => {
        $(mod $journey { $crate::journeys!(@ chromium Chromium $journey); })+
    };
    (long everywhere: $($journey:ident),+ $(,)?) => {
        $(mod $journey {
            $crate::journeys!(@ #[ignore = "played by `cargo xtask test --all`"] chromium Chromium $journey);
            $crate::journeys!(@ #[ignore = "played by `cargo xtask test --all`"] firefox Firefox $journey);
            $crate::journeys!(@ #[ignore = "played by `cargo xtask test --all`"] webkit WebKit $journey);
        })+
    };
    (long Chromium: $($journey:ident),+ $(,)?) => {
        $(mod $journey {
            $crate::journeys!(@ #[ignore = "played by `cargo xtask test --all`"] chromium Chromium $journey);
        })+
    };
    (only Chromium, Firefox: $($journey:ident),+ $(,)?) => {
        $(mod $journey {
            $crate::journeys!(@ chromium Chromium $journey);
            $crate::journeys!(@ firefox Firefox $journey);
        })+
    };
    (everywhere: $($journey:ident),+ $(,)?) => {
        $(mod $journey {
            $crate::journeys!(@ chromium Chromium $journey);
            $crate::journeys!(@ firefox Firefox $journey);
            $crate::journeys!(@ webkit WebKit $journey);
        })+
    };
    (@ $(#[$how:meta])* $test:ident $engine:ident $journey:ident) => {
        #[test]
        $(#[$how])*
        fn $test() {
            let name = concat!(module_path!(), "::", stringify!($test));
            $crate::play($crate::Engine::$engine, name, super::$journey);
        }
    };
    ($($journey:ident),+ $(,)?) => {
        $(mod $journey {
            $crate::journeys!(@ chromium Chromium $journey);
            $crate::journeys!(@ #[ignore = "played by `cargo xtask test --all`"] firefox Firefox $journey);
            $crate::journeys!(@ #[ignore = "played by `cargo xtask test --all`"] webkit WebKit $journey);
        })+
    };
}
