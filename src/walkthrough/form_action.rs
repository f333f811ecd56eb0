//! What the buttons of the form do. The form is HTML that the host makes, so a button says it by name (`data-do`).

/// What a button of the form does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FormAction {
    /// Save the sound.
    Mp3,
    /// Save the transcript.
    Transcript,
    /// Save the captions.
    Captions,
    /// Read everything that is said.
    Read,
    /// Begin or stop the pacer.
    Pace,
    /// Tap with a breath in.
    PaceTap,
    /// Try the bells.
    TryBells,
    /// Try the voice.
    TryVoice,
    /// Try the soft noise.
    TryNoise,
    /// Try the shake.
    TryShake,
}

impl FormAction {
    /// Every action.
    pub const ALL: [FormAction; 10] = [
        FormAction::Mp3,
        FormAction::Transcript,
        FormAction::Captions,
        FormAction::Read,
        FormAction::Pace,
        FormAction::PaceTap,
        FormAction::TryBells,
        FormAction::TryVoice,
        FormAction::TryNoise,
        FormAction::TryShake,
    ];

    /// Its name in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            FormAction::Mp3 => "mp3",
            FormAction::Transcript => "txt",
            FormAction::Captions => "vtt",
            FormAction::Read => "read",
            FormAction::Pace => "pace",
            FormAction::PaceTap => "pace-tap",
            FormAction::TryBells => "try-bells",
            FormAction::TryVoice => "try-voice",
            FormAction::TryNoise => "try-noise",
            FormAction::TryShake => "try-shake",
        }
    }

    /// The action of this name. A name that nobody knows does nothing.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == name)
    }
}
