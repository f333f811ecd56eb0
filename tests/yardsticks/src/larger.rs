//! The words of the site with many more questions. They are written as files of words and read like
//! all others, so whatever is made of a book is made of a larger one by the same code.
//!
//! What is added is made of the real questions: their sentences, with some words exchanged for other
//! real ones and a rare one invented. The same number gives the same words every time.

use crate::Outcome;
use crate::files::{Folder, list, text};
use serde::{Deserialize, Serialize};
use std::path::Path;
use stillpoint::content::book::Book;
use stillpoint::content::check::{ANSWER, sentences};

/// Questions of a group: about three times what real groups hold would be too many headings.
const GROUP: usize = 100;

/// Sentences of a paragraph; the words allow as many.
const PARAGRAPH: usize = 3;

/// Words of the longest sentence that is taken.
const LONGEST: usize = 24;

/// In ten sentences, how many hold an invented word. Rare words are what makes an index grow.
const RARE: u64 = 2;

#[derive(Deserialize, Serialize)]
struct Group {
    id: String,
    title: String,
    question: Vec<Question>,
}

#[derive(Clone, Deserialize, Serialize)]
struct Question {
    id: String,
    ask: String,
    answer: String,
    sources: Vec<String>,
    #[serde(default)]
    claims: Vec<String>,
    #[serde(default)]
    words: Vec<String>,
}

/// Writes the words of a folder, and so many questions that there are `size` in all.
pub fn write(from: &Path, to: &Path, book: &Book, size: usize) -> Outcome {
    let mut folder = Folder::new(to);
    let mut real: Vec<Question> = Vec::new();
    let mut files = list(from)?;
    files.sort();
    for file in &files {
        match file.as_str() {
            // What nobody reads need not be true, nor kind: the lists of what may be said are empty.
            "never.toml" => folder.write(file, b"never = []\ndenies = []\ndenying_ends = []\n")?,
            "jargon.toml" => folder.write(file, b"word = []\n")?,
            "style.toml" => folder.write(file, b"unread_files = []\nunread = []\nnot_yet = []\n")?,
            _ => folder.take(from, file)?,
        }
        if file.starts_with("faq/") {
            let group = toml::from_str::<Group>(&text(&from.join(file))?);
            real.extend(group.map_err(|error| format!("{file}: {error}"))?.question);
        }
    }
    let mut writer = Writer::new(book, real);
    let more: Vec<Question> = (book.questions.len()..size).map(|nth| writer.question(nth)).collect();
    for (nth, questions) in more.chunks(GROUP).enumerate() {
        let nth = nth + 1;
        let (id, title) = (format!("more-{nth}"), format!("More questions, part {nth}"));
        let group = Group { id, title, question: questions.to_vec() };
        let group = toml::to_string(&group).map_err(|error| format!("more questions: {error}"))?;
        folder.write(&format!("faq/more-{nth:04}.toml"), group.as_bytes())?;
    }
    folder.close()
}

struct Writer {
    real: Vec<Question>,
    /// Sentences of the real answers.
    sentences: Vec<String>,
    /// Longer words of these sentences and of the other texts.
    words: Vec<String>,
    /// Words of each real answer.
    lengths: Vec<usize>,
    chance: u64,
}

impl Writer {
    fn new(book: &Book, real: Vec<Question>) -> Self {
        let plain = || book.questions.iter().map(|question| &*question.plain);
        let sentences: Vec<String> =
            plain().flat_map(sentences).map(|it| it.trim().to_owned()).filter(|it| is_usable(it)).collect();
        // Words of the walk and of the field too: who searches at all sizes for the same one finds it.
        let steps = book.steps.iter().flat_map(|it| [&it.title, &it.what, &it.hands, &it.notice, &it.why]);
        let others = steps.chain(book.terms.iter().map(|term| &term.plain)).map(|text| &**text);
        let texts = sentences.iter().map(String::as_str).chain(others);
        let words = texts.flat_map(|text| text.split([' ', '.', ',', ':', '\n']));
        let words = words.filter(|word| is_exchangeable(word)).map(str::to_owned).collect();
        let lengths = plain().map(|plain| plain.split_whitespace().count()).collect();
        Self { real, sentences, words, lengths, chance: 0x9e37_79b9_7f4a_7c15 }
    }

    /// The next number below `end`, by xorshift: the same ones in every run.
    fn below(&mut self, end: usize) -> usize {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        ((self.chance >> 11) % end as u64) as usize
    }

    fn one<T: Clone>(&mut self, of: impl Fn(&Self) -> &[T]) -> T {
        let place = self.below(of(self).len());
        of(self)[place].clone()
    }

    fn question(&mut self, nth: usize) -> Question {
        let like = self.one(|it| &it.real);
        let length = self.one(|it| &it.lengths);
        let ask = self.exchanged(&like.ask);
        let mut answer = String::new();
        let (mut words, mut count) = (0, 0);
        // While an answer is shorter than this, any sentence still fits into it.
        let wanted = length.clamp(ANSWER.start, ANSWER.end - LONGEST - 1);
        while words < wanted {
            let sentence = self.one(|it| &it.sentences);
            words += sentence.split_whitespace().count();
            answer.push_str(match count {
                0 => "",
                _ if count % PARAGRAPH == 0 => "\n\n",
                _ => " ",
            });
            answer.push_str(&self.exchanged(&sentence));
            count += 1;
        }
        let words = (0..like.words.len()).map(|_| self.one(|it| &it.words)).collect();
        Question { id: format!("more-question-{nth}"), ask, answer, words, ..like }
    }

    /// The sentence with every other of its longer words exchanged, one of them perhaps for a new one.
    fn exchanged(&mut self, sentence: &str) -> String {
        let mut rare = self.below(10) < RARE as usize;
        let mut words = Vec::new();
        for word in sentence.split(' ') {
            let exchange = is_exchangeable(word) && self.below(2) == 0;
            words.push(match exchange {
                true if std::mem::take(&mut rare) => self.invented(),
                true => self.one(|it| &it.words),
                false => word.to_owned(),
            });
        }
        words.join(" ")
    }

    /// A word of two or three syllables that can be said and means nothing.
    fn invented(&mut self) -> String {
        const BEGIN: [&str; 16] =
            ["b", "br", "d", "f", "gl", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v"];
        const MIDDLE: [&str; 5] = ["a", "e", "i", "o", "u"];
        const END: [&str; 8] = ["", "", "", "l", "m", "n", "r", "t"];
        let syllables = 2 + self.below(2);
        let parts = (0..syllables).map(|_| {
            [BEGIN[self.below(BEGIN.len())], MIDDLE[self.below(MIDDLE.len())], END[self.below(END.len())]]
                .concat()
        });
        parts.collect()
    }
}

/// Whether a sentence can stand anywhere: whole, not too long, and no markup when it is read again.
fn is_usable(sentence: &str) -> bool {
    let words = sentence.split_whitespace().count();
    (5..=LONGEST).contains(&words)
        && sentence.starts_with(|c: char| c.is_ascii_uppercase())
        && sentence.ends_with(['.', '?'])
        && !sentence.contains(['*', '_', '[', ']', '<', '>', '`', '\\', '#', '&', '“', '”'])
}

/// Whether a word may be exchanged: plain, lower-case, and long enough to carry a meaning.
fn is_exchangeable(word: &str) -> bool {
    word.len() >= 5 && word.chars().all(|c| c.is_ascii_lowercase())
}
