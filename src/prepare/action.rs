//! What can happen on the page, and what's then to be done outside.

use super::answers::Texts;

/// What can be printed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Paper {
    /// The sheet.
    Sheet,
    /// An empty one.
    Blank,
    /// The checklists.
    Lists,
}

/// Which way a question moves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Way {
    Up,
    Down,
}

/// What is done with the sheet as a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Use {
    Save,
    Share,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Something was written, ticked or chosen in a field.
    Write(String, String),
    /// The program has come: this stands in the fields already.
    Find(Texts),
    /// Texts have come from the device.
    Come(Texts),
    /// One's own question is added.
    Add(String),
    /// A question moves.
    Move(usize, Way),
    /// A question goes.
    Remove(usize),
    /// A place in the drawing was tapped.
    Tap(String),
    /// All checklists are unticked.
    ResetLists,
    /// Everything is erased.
    Erase,
    /// That's taken back.
    Unerase,
    /// Later visits are filled in.
    Weekly,
    /// A calendar file is wanted: the present moment, and random letters in case there were none before.
    Calendar(i64, String),
    /// The sentence is to be heard.
    Hear,
    /// The device can't say it.
    HasNoVoice,
    /// Something is to be printed.
    Print(Paper),
    /// It can't be.
    CannotPrint(Paper),
    /// The sheet is to be copied.
    Copy,
    /// It was, or not.
    Copied(bool),
    /// The sheet is wanted as a file.
    File(Use),
    /// The file was shared, or not.
    Shared(bool),
    /// The sheet is shown over the whole screen, or no longer.
    Show(bool),
}

/// What's to be done outside.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Effect {
    /// Keep these on the device.
    Keep(Texts),
    /// Join these to what's on the device.
    Join(Texts),
    /// Erase what this page keeps on the device.
    Clear,
    /// Put these into their fields.
    Fill(Texts),
    /// Move the focus to the element with this id, once all is drawn.
    Focus(String),
    /// Say this with the device's voice.
    Speak(String),
    /// Print.
    Print(Paper),
    /// Copy this text.
    Copy(String),
    /// Make a file of the sheet.
    MakeFile(Use),
    /// Offer this calendar file.
    Calendar(String),
    /// Open the sheet over the whole screen, or close it.
    Show(bool),
}
