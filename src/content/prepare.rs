//! The words of the page to prepare with: steps towards one page to hand over, places on the body,
//! checklists, dates. They are needed on the host alone; the page carries what the browser says.

use super::legends::words;
use crate::core::Text;
use serde::Deserialize;

/// The step with the places to mark.
pub const PLACES: &str = "places";
/// The step for the sign and the sentence to stop.
pub const STOP: &str = "stop";
/// The step for questions.
pub const QUESTIONS: &str = "questions";

/// Everything on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepare {
    /// HTML before the first step.
    pub intro: Text,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// Places on the body from head to feet: id and name.
    pub places: Vec<(Text, Text)>,
    /// The checklists.
    pub lists: Vec<List>,
    /// What can be chosen for dates.
    pub course: Course,
    /// Words that stand on the page.
    pub words: PrepareWords,
    /// What is said when something is done.
    pub says: PrepareSays,
}

/// One small step. A note that is empty has nothing to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name in links.
    pub id: Text,
    /// What it is about.
    pub title: Text,
    /// Its heading on the page to hand over.
    pub sheet: Text,
    /// One or two sentences before it.
    pub lead: Text,
    /// HTML after it.
    pub note: Text,
    /// What it asks.
    pub asks: Vec<Ask>,
}

/// Something a step asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// How it is answered.
    pub kind: Kind,
    /// The name of its field.
    pub name: Text,
    /// The question.
    pub legend: Text,
    /// What stands before the answer on the page to hand over; may be empty.
    pub lead: Text,
    /// What can be chosen: value, label, and how the page to hand over says it.
    pub options: Vec<[Text; 3]>,
}

/// How something is answered.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Any number of ticks.
    Ticks,
    /// One of several, or none.
    One,
    /// Some lines.
    Text,
    /// One line.
    Line,
}

/// A checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Its name in links.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Id and HTML of each item.
    pub items: Vec<(Text, Text)>,
}

/// What can be chosen for dates.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Minutes, and how they are said.
    pub lengths: Vec<[Text; 2]>,
    /// Minutes before a visit, and how they are said; nothing for no reminder.
    pub alarms: Vec<[Text; 2]>,
    /// Value, name of a visit, name of a reminder to look back.
    pub names: Vec<[Text; 3]>,
}

words! {
    /// Words that stand on the page.
    PrepareWords:
    /// Name of the list of steps.
    steps,
    /// Place of a step; `{n}`, `{total}`.
    step_of,
    /// To the next step.
    next,
    /// Of a choice: left open.
    no_matter,
    /// The figure seen from the front.
    front,
    /// The figure seen from behind.
    behind,
    /// What the picture is, in words.
    map,
    /// Heading of the list of places.
    list_title,
    /// Heading over the sentence to rehearse.
    rehearse,
    /// What that is for.
    rehearse_line,
    /// Lets the device say it.
    hear_it,
    /// Heading of questions to take.
    from_list,
    /// Label of the field for an own question.
    own_question,
    /// Adds it.
    add,
    /// Heading of the questions in order.
    order,
    /// There is none.
    order_none,
    /// Heading of the page to hand over.
    sheet_title,
    /// What stands on it.
    sheet_lead,
    /// Nothing stands on it yet.
    sheet_empty,
    /// Label of the name.
    name,
    /// Choice: large print.
    large,
    /// Prints it.
    print,
    /// Shares it as a file.
    share_file,
    /// Saves it as a file.
    save_file,
    /// Copies it as text.
    copy,
    /// Shows it over the whole screen.
    show,
    /// Ends that.
    hide,
    /// Prints an empty page.
    print_blank,
    /// Erases everything.
    erase,
    /// Takes that back.
    unerase,
    /// Said when the program does not start.
    failed,
    /// How long it is kept.
    keeping,
    /// Said where there is no script.
    no_script,
    /// Heading of the checklists.
    lists_title,
    /// What they are.
    lists_lead,
    /// Prints them.
    lists_print,
    /// Unticks them.
    lists_reset,
    /// Heading of the dates.
    dates_title,
    /// What they become.
    dates_lead,
    /// How many visits there are.
    visits,
    /// One visit; `{n}`.
    visit,
    /// Label of a date.
    date,
    /// Label of a time.
    time,
    /// Fills in the other dates.
    weekly,
    /// How long a visit is.
    length,
    /// Whether to remind.
    alarm,
    /// Legend of the name.
    called,
    /// Why a plain name.
    called_line,
    /// Label of another name.
    called_own,
    /// Label of the address.
    place,
    /// Saves the calendar file.
    make,
}

words! {
    /// What the program says when something is done.
    PrepareSays:
    /// A place is not marked.
    mark_open,
    /// A place is fine.
    mark_fine,
    /// Ask before touching it.
    mark_ask,
    /// Do not touch it.
    mark_not,
    /// The same on the page to hand over.
    sheet_fine,
    /// The same on the page to hand over.
    sheet_ask,
    /// The same on the page to hand over.
    sheet_not,
    /// Said when a place was marked; `{place}`, `{mark}`.
    marked,
    /// The device has no voice.
    hear_none,
    /// There is no sentence yet.
    choose_first,
    /// Moves a question up.
    up,
    /// Moves a question down.
    down,
    /// Removes a question.
    remove,
    /// Said after it; `{n}`, `{total}`.
    moved,
    /// Said after it.
    removed,
    /// Said after it; `{n}`.
    added,
    /// Said instead where the list takes no more.
    full_list,
    /// The heading that is printed.
    sheet_head,
    /// Said when it was copied.
    copied,
    /// Said when it could not be copied.
    uncopied,
    /// Said when it was shared.
    shared,
    /// Said when it was not shared.
    unshared,
    /// Said when it can be saved.
    saved,
    /// A link to the file, for whoever got nothing; before the link.
    download,
    /// Said where the browser can't print.
    unprinted,
    /// Name of the file, without its end.
    file_name,
    /// Said after it.
    erased,
    /// Said after it.
    back_again,
    /// Said when what was written is kept.
    kept,
    /// Said when nothing can be kept.
    unkept,
    /// Said when the device doesn't answer.
    unanswered,
    /// Said after it.
    lists_done,
    /// Said when there is no first date.
    weekly_none,
    /// Name of a reminder to look back; `{name}`.
    own_review,
    /// Said after it; `{visits}`, `{reviews}`.
    made,
    /// One visit.
    made_visit,
    /// Several visits; `{n}`.
    made_visits,
    /// One reminder.
    made_review,
    /// Several reminders; `{n}`.
    made_reviews,
    /// Said without any date.
    dates_none,
    /// Said when a date or a time is missing; `{n}`.
    date_half,
    /// Said of no date; `{n}`, `{value}`.
    date_wrong,
    /// Said of a time that does not exist; `{n}`, `{time}`, `{other}`.
    date_gap,
    /// Said of a time that comes twice; `{n}`, `{time}`.
    date_twice,
    /// Said of a date in the past; `{n}`.
    date_past,
    /// Said of visits that overlap; `{n}`, `{other}`.
    date_same,
    /// In which time zone dates are; `{zone}`.
    zone,
    /// The same where that's UTC, which some browsers only pretend; `{zone}`.
    zone_utc,
}
