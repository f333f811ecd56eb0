//! What was found, parted by where it stands.

use crate::content::{FindKind, Finds};
use crate::core::search::Found;

/// How many questions, and how many places of each other kind, are shown at most: more is no answer.
const MOST: [usize; 2] = [8, 3];

/// Places by kind.
pub type Kinds = Vec<(FindKind, Vec<usize>)>;

/// The places that are shown, by kind; the kind with the best place comes first.
pub fn by_kind(found: &Found, finds: &Finds) -> Kinds {
    let mut kinds = Kinds::new();
    for &place in &found.entries {
        let kind = finds.entries[place].kind;
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, places)) if places.len() >= MOST[usize::from(kind != FindKind::Question)] => {}
            Some((_, places)) => places.push(place),
            None => kinds.push((kind, vec![place])),
        }
    }
    kinds
}
