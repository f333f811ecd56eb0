//! Real inputs with some changes: bytes, and texts.

use proptest::prelude::*;
use proptest::sample::Index;

/// What readers stumble over, put in anywhere.
const ODD: [&str; 34] = [
    "\0",
    "\n",
    "\r\n",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "𝒳",
    "é",
    "e\u{301}",
    "\u{d7ff}",
    "%",
    "%E0%A4%A",
    "=",
    "&",
    ":",
    ",",
    ";",
    " ",
    "\"",
    "\\",
    "</script>",
    "-1",
    "0",
    "255",
    "65535",
    "65536",
    "2147483648",
    "4294967295",
    "18446744073709551615",
    "18446744073709551616",
    "1e999",
    "NaN",
    "null",
    "__proto__",
];

/// One change.
#[derive(Clone, Debug)]
enum Change {
    /// Another byte.
    Set(Index, u8),
    /// Another bit.
    Flip(Index, u8),
    /// So many bytes are missing.
    Cut(Index, u16),
    /// So many bytes are there twice.
    Double(Index, u16),
    /// It ends early.
    End(Index),
    /// Something odd is put in.
    Odd(Index, usize),
    /// The same many times.
    Many(Index, usize, u16),
    /// Any bytes are put in.
    Put(Index, Vec<u8>),
}

impl Change {
    fn carry_out(&self, bytes: &mut Vec<u8>) {
        let end = bytes.len();
        let place = |at: &Index| at.index(end + 1);
        let span = |at: &Index, length: u16| place(at)..(place(at) + usize::from(length)).min(end);
        let put =
            |bytes: &mut Vec<u8>, at: usize, what: &[u8]| drop(bytes.splice(at..at, what.iter().copied()));
        match self {
            Change::Set(at, byte) if end > 0 => bytes[at.index(end)] = *byte,
            Change::Flip(at, bit) if end > 0 => bytes[at.index(end)] ^= 1 << (bit % 8),
            Change::Set(..) | Change::Flip(..) => {}
            Change::Cut(at, length) => drop(bytes.drain(span(at, *length))),
            Change::Double(at, length) => {
                let piece = bytes[span(at, *length)].to_vec();
                put(bytes, place(at), &piece);
            }
            Change::End(at) => bytes.truncate(place(at)),
            Change::Odd(at, which) => put(bytes, place(at), ODD[*which].as_bytes()),
            Change::Many(at, which, times) => {
                put(bytes, place(at), ODD[*which].repeat(usize::from(*times)).as_bytes());
            }
            Change::Put(at, what) => put(bytes, place(at), what),
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        3 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        3 => (at(), any::<u8>()).prop_map(|(at, bit)| Change::Flip(at, bit)),
        2 => (at(), 1..64_u16).prop_map(|(at, length)| Change::Cut(at, length)),
        2 => (at(), 1..64_u16).prop_map(|(at, length)| Change::Double(at, length)),
        1 => at().prop_map(Change::End),
        4 => (at(), 0..ODD.len()).prop_map(|(at, which)| Change::Odd(at, which)),
        1 => (at(), 0..ODD.len(), 1..3_000_u16).prop_map(|(at, which, times)| Change::Many(at, which, times)),
        1 => (at(), prop::collection::vec(any::<u8>(), 0..200)).prop_map(|(at, what)| Change::Put(at, what)),
    ]
}

/// One of some real inputs, with changes. It's small to print whatever the input's size.
#[derive(Clone, Debug)]
pub struct Changed {
    of: usize,
    changes: Vec<Change>,
}

/// One of so many real inputs, with no change, one or several.
pub fn changed(inputs: usize) -> impl Strategy<Value = Changed> {
    let changes = prop_oneof![1 => Just(Vec::new()), 9 => prop::collection::vec(change(), 1..8)];
    (0..inputs, changes).prop_map(|(of, changes)| Changed { of, changes })
}

impl Changed {
    /// Whether it's as it was.
    pub fn is_whole(&self) -> bool {
        self.changes.is_empty()
    }

    /// Which of the inputs it is.
    pub fn of(&self) -> usize {
        self.of
    }

    /// The bytes.
    pub fn bytes(&self, inputs: &[impl AsRef<[u8]>]) -> Vec<u8> {
        let mut bytes = inputs[self.of].as_ref().to_vec();
        self.changes.iter().for_each(|change| change.carry_out(&mut bytes));
        bytes
    }

    /// The same as a text.
    pub fn text(&self, inputs: &[impl AsRef<[u8]>]) -> String {
        String::from_utf8_lossy(&self.bytes(inputs)).into_owned()
    }
}
