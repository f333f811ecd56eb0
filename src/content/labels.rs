//! Short words of the interface. One field a label; the language fills them from `labels.toml`.
//! Words in braces, such as `{n}`, are filled in by [`fill`].

use crate::core::Text;
use serde::{Deserialize, Serialize};

macro_rules! labels {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// Every label of the interface, in the order of [`Place`]. A list and not a struct of
        /// texts: reading one costs the browser far less code.
        #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
        pub struct Labels(Vec<Text>);

        #[allow(non_camel_case_types)]
        enum Place { $($name,)+ }

        impl Labels {
            $($(#[doc = $doc])+ pub fn $name(&self) -> Text { self.at(Place::$name) })+
        }

        #[cfg(test)]
        impl Labels {
            /// Labels for tests: each is its own name.
            pub fn sample() -> Self {
                Self(vec![$(stringify!($name).into(),)+])
            }
        }

        /// The labels as they are written in `labels.toml`.
        #[cfg(feature = "ssr")]
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct WrittenLabels { $($name: Text,)+ }

        #[cfg(feature = "ssr")]
        impl From<WrittenLabels> for Labels {
            fn from(written: WrittenLabels) -> Self {
                Self(vec![$(written.$name,)+])
            }
        }
    };
}

impl Labels {
    fn at(&self, place: Place) -> Text {
        self.0.get(place as usize).cloned().unwrap_or_default()
    }
}

labels! {
    /// The product's name.
    name,
    /// Link that jumps over the navigation.
    skip,
    /// Name of the main navigation.
    nav_main,
    /// Name of the pages beside the main navigation.
    nav_also,
    /// Name of the navigation in the footer.
    nav_foot,
    /// Opens the settings.
    settings,
    /// Footer: what this is not.
    foot,
    /// Link to the crisis lines, in the footer of every page.
    foot_crisis,
    /// Shown when the working parts could not start.
    failed,
    /// Link beside it.
    reload,
    /// The page of a link didn't come while a session runs.
    unreached,
    /// Heading of a table of contents.
    contents,
    /// Before the link to the next page.
    next,
    /// Before an offer at the end of a section.
    offer,
    /// What a walk is and is not.
    walk_is,
    /// Legend of the lengths.
    choose,
    /// Opens further choices.
    options,
    /// Choice: fewer places.
    fewer,
    /// Heading of the swaps.
    swaps,
    /// One swap; `{instead}` and `{usual}`.
    swap,
    /// Above Start: what to know first.
    before_start,
    /// Begin.
    start,
    /// While an early tap waits to be carried out.
    starting,
    /// Stand still.
    pause,
    /// Go on.
    resume,
    /// To the next position.
    next_position,
    /// To the position before.
    previous_position,
    /// Stop.
    end,
    /// Begin again.
    again,
    /// Heading after the end.
    ended,
    /// Text after the end, all steps walked.
    ended_whole,
    /// Text after the end, stopped before.
    ended_early,
    /// After it: what to do with what was noticed.
    ended_next,
    /// The link there.
    ended_link,
    /// Heading of the offer after a reload.
    go_on_title,
    /// Its text; `{title}`, `{done}`, `{plan}`.
    go_on_text,
    /// Take it up.
    go_on,
    /// Leave it.
    afresh,
    /// Name of the running walk's region.
    stage,
    /// After the time left in this step.
    left_here,
    /// The time left in the walk; `{time}`.
    left_in_all,
    /// Place in the walk; `{n}` and `{total}`.
    nth,
    /// Announcement of a step; `{title}`, `{n}`, `{total}`, `{length}`.
    news,
    /// Announcement of a pause.
    paused,
    /// Heading of the keys.
    keys_title,
    /// The keys.
    keys,
    /// What happens when the screen is locked.
    locked,
    /// A length in minutes; `{n}`.
    minutes,
    /// A length in seconds; `{n}`.
    seconds,
    /// `?plan=` names no plan; `{value}`.
    unknown_plan,
    /// Storage was refused.
    not_kept,
    /// In place of the controls where scripts do not run.
    needs_script,
    /// Heading of what may be noticed.
    notice,
    /// Opens the rest of what is said of a step.
    more,
    /// Heading of where the hands are.
    hands,
    /// Heading of why this place.
    why,
    /// Heading of the prompt.
    prompt,
    /// Heading of the sentences.
    say,
    /// Heading of consent.
    consent,
    /// Link to who should wait or ask first.
    when_not,
    /// Heading of the variant in pregnancy.
    pregnant,
    /// Heading of the variant sitting.
    seated,
    /// The link to the search in the header.
    find,
    /// Heading of the list of sources.
    source_list,
    /// The version; `{version}`.
    version,
    /// Legend of what is heard.
    hear,
    /// Choice: bells.
    bells,
    /// Choice: a voice.
    voice,
    /// Opens the recorded voices and how somebody lies.
    who,
    /// Legend of the recorded voices.
    speaker,
    /// Choice: the woman’s voice.
    voice_emma,
    /// Choice: the man’s voice.
    voice_george,
    /// Legend of how somebody lies or sits.
    posture,
    /// Choice: on the back.
    posture_back,
    /// Choice: on the side.
    posture_side,
    /// Choice: in a chair.
    posture_seated,
    /// Opens the other preferences.
    wishes,
    /// How loud the bells are.
    bells_level,
    /// How loud the voice is.
    voice_level,
    /// Choice: the device’s own voice.
    device,
    /// What that means.
    device_line,
    /// Legend of the soft sounds to rest on.
    bed,
    /// Choice: like rain.
    bed_rain,
    /// Choice: brown noise.
    bed_brown,
    /// Choice: low tones.
    bed_drone,
    /// How loud it is.
    noise,
    /// Choice: shaking.
    shake,
    /// Time to settle in.
    settle,
    /// Choice: rest on at the end.
    rests,
    /// What that means.
    rests_line,
    /// Lets something be heard or felt for a moment.
    try_it,
    /// Name of that button.
    try_bells,
    /// Name of that button.
    try_voice,
    /// Name of that button.
    try_noise,
    /// Name of that button.
    try_shake,
    /// Opens what can be taken along.
    along,
    /// What it is.
    along_line,
    /// Save the sound.
    take_mp3,
    /// Save the transcript.
    take_text,
    /// Save the captions.
    take_vtt,
    /// Read everything that is said.
    read,
    /// While the file is made.
    taking,
    /// The file is there.
    taken,
    /// For whoever finds no file.
    taken_nothing,
    /// The file could not be made.
    not_taken,
    /// Begin after settling in; `{n}` seconds.
    start_settle,
    /// After the time left to settle in.
    settling,
    /// Shown while somebody settles in.
    settle_caption,
    /// Caption of the bell at a change.
    bell_change,
    /// Caption of the bells at the end.
    bell_end,
    /// Title of a walk that is taken along; `{plan}`.
    walk_title,
    /// Makes the screen dark.
    rest_mode,
    /// Makes it light again.
    rest_leave,
    /// The device plays nothing.
    sound_refused,
    /// Recordings did not come.
    sound_missing,
    /// The device does not play what was to be tried.
    try_refused,
    /// What was to be tried did not come.
    try_missing,
    /// The device does not shake.
    no_shake,
    /// Opens the breathing pacer.
    pacer,
    /// What it is.
    pacer_text,
    /// Who should leave it off.
    pacer_not,
    /// Choice: slower.
    pacer_slower,
    /// Begin.
    pacer_start,
    /// Stop.
    pacer_stop,
    /// Measure.
    pacer_tap,
    /// Breathing in.
    pacer_in,
    /// Breathing out.
    pacer_out,
    /// The device has no voice of its own.
    no_voice,
    /// The language in three letters of ISO 639-2.
    language,
    /// A link to this page, to hand on.
    share,
    /// Said when a link was copied.
    copied,
    /// Another tab has started a walk; this one is paused.
    other_tab,
    /// Name of the bar with the running walk on the other pages.
    bar,
    /// Before the title of what is held, in the link of that bar.
    bar_back,
    /// The time left in that bar; `{time}`.
    bar_left,
}

/// Puts values into the places of a label: `fill("{n} left", &[("n", "3")])` is "3 left".
pub fn fill(label: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(label.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
