//! Names that the page and its program share: fields, buttons, and the spots that the program draws into.

use crate::platform::store::Join;

/// The form. People and style sheets know it by this id, too.
pub const FORM: &str = "desk";
/// The sheet.
pub const SHEET: &str = "sheet";
/// The sheet over the whole screen, and the dialog around it.
pub const FULL: &str = "full-sheet";
/// The dialog around it.
pub const DIALOG: &str = "handover";
/// The field for a question of one's own, before it joins the list: by its name it's kept, by its id it's focused.
pub const OWN_QUESTION: &str = "own-question";

/// The questions, a line each, as they're kept. A person sees them as a list.
pub const QUESTIONS: &str = "questions";
/// What somebody is asking a doctor about.
pub const DOCTOR: &str = "doctor";
/// The name on the sheet.
pub const NAME: &str = "name";
/// Large print.
pub const LARGE: &str = "large";
/// One sentence to stop, chosen.
pub const SENTENCE: &str = "sentence";
/// The same in one's own words.
pub const SENTENCE_OWN: &str = "sentence-own";
/// How many visits there are.
pub const VISITS: &str = "visits";
/// How long each takes.
pub const LENGTH: &str = "length";
/// Minutes before a visit at which the calendar reminds.
pub const ALARM: &str = "alarm";
/// What visits are called, chosen.
pub const CALLED: &str = "called";
/// The same in one's own words.
pub const CALLED_OWN: &str = "called-own";
/// Where visits are.
pub const VISIT_PLACE: &str = "visit-place";
/// Where the UIDs of a course begin. Kept, but in no field.
pub const SEED: &str = "course-seed";
/// How often the course was written. Kept, but in no field.
pub const ROUND: &str = "course-round";

/// Whether a record is this page's: those of other rooms begin with the room's name and a slash.
pub fn is_ours(record: &str) -> bool {
    !record.contains('/')
}

/// The field of a place on the body.
pub fn place_field(id: &str) -> String {
    ["place-", id].concat()
}

/// The tick at a question that can be taken. Not kept itself: the question is.
pub fn take_field(id: &str) -> String {
    [TAKE, id].concat()
}

/// Where the names of such ticks begin.
pub const TAKE: &str = "take-";

/// Date and time of a visit, from 1.
pub fn visit_fields(n: usize) -> [String; 2] {
    let n = n.to_string();
    [["visit-", &n, "-date"].concat(), ["visit-", &n, "-time"].concat()]
}

/// How a choice is while nobody has chosen.
pub fn usual(name: &str) -> &'static str {
    match name {
        VISITS => "1",
        LENGTH => "60",
        CALLED => "plain",
        _ => "",
    }
}

/// How two texts of a field, written without knowing of each other, are joined.
pub fn join(name: &str) -> Join {
    match name {
        QUESTIONS => Join::Lines,
        NAME | "call-me" | "company-who" | "sign-own" | SENTENCE_OWN | CALLED_OWN | VISIT_PLACE
        | OWN_QUESTION => Join::Line,
        DOCTOR => Join::Text,
        _ if name.ends_with("-own") => Join::Text,
        _ => Join::Newer,
    }
}

/// The spots of the page that the program draws into, by their ids.
pub mod spot {
    /// What a place was just marked with.
    pub const MARKED: &str = "marked";
    /// The sentence to say aloud.
    pub const REHEARSE: &str = "rehearse";
    /// What's said about that.
    pub const REHEARSE_TOLD: &str = "rehearse-told";
    /// The questions in order.
    pub const ORDER: &str = "order-of-questions";
    /// Buttons for the sheet; the one for sharing comes last.
    pub const SHEET_BUTTONS: &str = "sheet-buttons";
    /// What was done with the sheet, and whether all is kept.
    pub const SHEET_STATUS: &str = "sheet-status";
    /// What takes an erasure back.
    pub const UNDO: &str = "undo";
    /// What's said about the checklists.
    pub const LISTS_TOLD: &str = "lists-told";
    /// Which time zone dates are in.
    pub const ZONE: &str = "dates-zone";
    /// What's said about the calendar file.
    pub const DATES_STATUS: &str = "dates-status";
    /// The sheet over the whole screen.
    pub const FULL_SCREEN: &str = "full-screen";

    /// All of them.
    pub const ALL: [&str; 11] = [
        MARKED,
        REHEARSE,
        REHEARSE_TOLD,
        ORDER,
        SHEET_BUTTONS,
        SHEET_STATUS,
        UNDO,
        LISTS_TOLD,
        ZONE,
        DATES_STATUS,
        FULL_SCREEN,
    ];
}

/// The buttons that are the page's own, by their `data-do`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Button {
    /// Adds one's own question.
    Add,
    /// Lets the device say the sentence.
    Hear,
    /// Prints the sheet.
    Print,
    /// Prints an empty sheet.
    PrintBlank,
    /// Prints the checklists.
    PrintLists,
    /// Copies the sheet as text.
    Copy,
    /// Saves the sheet as a file.
    Save,
    /// Shows the sheet over the whole screen.
    Show,
    /// Unticks the checklists.
    ResetLists,
    /// Erases everything.
    Erase,
    /// Fills in the later visits.
    Weekly,
    /// Makes the calendar file.
    Calendar,
}

impl Button {
    /// Every button.
    pub const ALL: [Button; 12] = [
        Button::Add,
        Button::Hear,
        Button::Print,
        Button::PrintBlank,
        Button::PrintLists,
        Button::Copy,
        Button::Save,
        Button::Show,
        Button::ResetLists,
        Button::Erase,
        Button::Weekly,
        Button::Calendar,
    ];

    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Button::Add => "add",
            Button::Hear => "hear",
            Button::Print => "print",
            Button::PrintBlank => "print-blank",
            Button::PrintLists => "print-lists",
            Button::Copy => "copy",
            Button::Save => "save",
            Button::Show => "show",
            Button::ResetLists => "reset-lists",
            Button::Erase => "erase",
            Button::Weekly => "weekly",
            Button::Calendar => "calendar",
        }
    }

    /// The button of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|button| button.name() == name)
    }
}
