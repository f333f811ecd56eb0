//! The tag before a track that is taken along: title, chapters and a picture (ID3v2.3, with
//! chapters after the chapter frame addendum of 2005). Only what is written here is needed, and
//! a whole library would cost the browser more than the rest of the track.

use crate::core::Ms;

/// A chapter: one step of the walk.
pub struct Chapter<'a> {
    /// Its title.
    pub title: &'a str,
    /// When it begins, in milliseconds.
    pub begin: Ms,
    /// When it ends, in milliseconds.
    pub end: Ms,
}

/// What stands in a tag.
pub struct Tag<'a> {
    /// Title of the track.
    pub title: &'a str,
    /// Who made it.
    pub by: &'a str,
    /// Language as three letters of ISO 639-2, for instance `eng`.
    pub language: &'a str,
    /// Length in milliseconds.
    pub length: Ms,
    /// The chapters in order, at most 255.
    pub chapters: &'a [Chapter<'a>],
    /// A PNG, or nothing.
    pub picture: &'a [u8],
}

impl Tag<'_> {
    /// The bytes that stand before the first frame.
    pub fn bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        text(&mut body, b"TIT2", self.title);
        text(&mut body, b"TPE1", self.by);
        text(&mut body, b"TALB", self.by);
        text(&mut body, b"TLAN", self.language);
        text(&mut body, b"TLEN", &self.length.to_string());
        self.contents(&mut body);
        for (n, chapter) in self.chapters.iter().enumerate() {
            let mut data = element(n);
            for moment in [chapter.begin, chapter.end] {
                data.extend((moment as u32).to_be_bytes());
            }
            // Places in bytes are not given: all bits set means "go by time".
            data.extend([0xff; 8]);
            text(&mut data, b"TIT2", chapter.title);
            frame(&mut body, b"CHAP", &data);
        }
        if !self.picture.is_empty() {
            // Latin-1, type, kind 3 (front cover), no description.
            let mut data = b"\0image/png\0\x03\0".to_vec();
            data.extend(self.picture);
            frame(&mut body, b"APIC", &data);
        }
        let mut bytes = b"ID3\x03\0\0".to_vec();
        bytes.extend([21, 14, 7, 0].map(|shift| (body.len() >> shift & 0x7f) as u8));
        bytes.extend(body);
        bytes
    }

    /// The table of contents: top level and in order.
    fn contents(&self, body: &mut Vec<u8>) {
        if self.chapters.is_empty() {
            return;
        }
        let mut data = b"toc\0\x03".to_vec();
        data.push(self.chapters.len() as u8);
        for n in 0..self.chapters.len() {
            data.extend(element(n));
        }
        frame(body, b"CTOC", &data);
    }
}

/// The name of a chapter's element.
fn element(n: usize) -> Vec<u8> {
    let mut name = b"chp".to_vec();
    name.extend(n.to_string().bytes());
    name.push(0);
    name
}

/// A frame of text, in UTF-16 with its byte order mark, which version 2.3 wants for any alphabet.
fn text(body: &mut Vec<u8>, name: &[u8; 4], value: &str) {
    let mut data = vec![1, 0xff, 0xfe];
    data.extend(value.encode_utf16().flat_map(u16::to_le_bytes));
    frame(body, name, &data);
}

fn frame(body: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    body.extend(name);
    body.extend((data.len() as u32).to_be_bytes());
    body.extend([0, 0]);
    body.extend(data);
}
