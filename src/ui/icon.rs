//! Glyphs. Their drawings are Phosphor's (`static/glyphs/`), put once into every page by
//! the prerenderer; here they are only named.

use yew::prelude::*;

/// A glyph in use.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Glyph {
    /// An open book.
    BookOpen,
    /// A hand.
    HandPalm,
    /// A question mark.
    Question,
    /// A page and a pencil.
    NotePencil,
    /// A magnifying glass.
    MagnifyingGlass,
    /// A triangle.
    Play,
    /// Two bars.
    Pause,
    /// A triangle and a bar.
    SkipForward,
    /// The same, mirrored.
    SkipBack,
    /// A square.
    Stop,
    /// An arrow to the right.
    ArrowRight,
    /// Two sliders.
    Sliders,
    /// An octagon with an exclamation mark.
    Warning,
    /// A stethoscope.
    Stethoscope,
    /// A speech bubble with lines.
    Chat,
}

impl Glyph {
    /// Every glyph in use.
    pub const ALL: [Glyph; 15] = [
        Glyph::BookOpen,
        Glyph::HandPalm,
        Glyph::Question,
        Glyph::NotePencil,
        Glyph::MagnifyingGlass,
        Glyph::Play,
        Glyph::Pause,
        Glyph::SkipForward,
        Glyph::SkipBack,
        Glyph::Stop,
        Glyph::ArrowRight,
        Glyph::Sliders,
        Glyph::Warning,
        Glyph::Stethoscope,
        Glyph::Chat,
    ];

    /// The name of its file, without ending.
    pub fn name(self) -> &'static str {
        match self {
            Glyph::BookOpen => "book-open",
            Glyph::HandPalm => "hand-palm",
            Glyph::Question => "question",
            Glyph::NotePencil => "note-pencil",
            Glyph::MagnifyingGlass => "magnifying-glass",
            Glyph::Play => "play",
            Glyph::Pause => "pause",
            Glyph::SkipForward => "skip-forward",
            Glyph::SkipBack => "skip-back",
            Glyph::Stop => "stop",
            Glyph::ArrowRight => "arrow-right",
            Glyph::Sliders => "sliders",
            Glyph::Warning => "warning-octagon",
            Glyph::Stethoscope => "stethoscope",
            Glyph::Chat => "chat-circle-text",
        }
    }
}

/// A glyph beside a word; it says nothing by itself.
pub fn icon(glyph: Glyph) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 256 256" aria-hidden="true" focusable="false">
            <use href={["#glyph-", glyph.name()].concat()} />
        </svg>
    }
}
