//! Real JSON that is bent: what is in it is missing, is there twice, or is something else.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// How a value is bent.
#[derive(Clone, Debug)]
enum Bend {
    /// It's this one of the odd values.
    Odd(usize),
    /// It's missing.
    Away,
    /// It's there twice, where that can be.
    Twice,
    /// It's what another one is.
    As(Index),
}

/// What no page has.
fn odd(which: usize) -> Value {
    match which {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(-1),
        4 => json!(65_535),
        5 => json!(4_294_967_296_u64),
        6 => json!(0.5),
        7 => json!(""),
        8 => json!("<b>\u{202e}&amp;"),
        9 => json!("x".repeat(5_000)),
        10 => json!([]),
        _ => json!({}),
    }
}

const ODD: usize = 12;

/// One of some real values, bent in a few places.
#[derive(Clone, Debug)]
pub struct Bent {
    of: usize,
    bends: Vec<(Index, Bend)>,
}

/// One of so many real values, bent in no place, in one or in several.
pub fn bent(values: usize) -> impl Strategy<Value = Bent> {
    let bend = prop_oneof![
        4 => (0..ODD).prop_map(Bend::Odd),
        2 => Just(Bend::Away),
        2 => Just(Bend::Twice),
        2 => any::<Index>().prop_map(Bend::As),
    ];
    let bends = prop_oneof![
        1 => Just(Vec::new()),
        9 => prop::collection::vec((any::<Index>(), bend), 1..5),
    ];
    (0..values, bends).prop_map(|(of, bends)| Bent { of, bends })
}

impl Bent {
    /// Whether it's as it was.
    pub fn is_whole(&self) -> bool {
        self.bends.is_empty()
    }

    /// Which of the values it is.
    pub fn of(&self) -> usize {
        self.of
    }

    /// The value.
    pub fn value(&self, values: &[Value]) -> Value {
        let mut value = values[self.of].clone();
        for (at, bend) in &self.bends {
            let count = count(&value);
            let new = match bend {
                Bend::Odd(which) => Some(odd(*which)),
                Bend::As(other) => {
                    Some(nth(&mut value, &mut other.index(count)).expect("one of them").clone())
                }
                Bend::Away | Bend::Twice => None,
            };
            let mut left = at.index(count);
            match (new, bend) {
                (Some(new), _) => *nth(&mut value, &mut left).expect("one of them") = new,
                (None, Bend::Twice) => repeat(&mut value, &mut left, true),
                (None, _) => repeat(&mut value, &mut left, false),
            }
        }
        value
    }
}

/// How many values there are in a value, with itself.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(all) => all.iter().map(count).sum(),
        Value::Object(all) => all.values().map(count).sum(),
        _ => 0,
    }
}

/// The value after so many others.
fn nth<'a>(value: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(all) => all.iter_mut().find_map(|it| nth(it, left)),
        Value::Object(all) => all.values_mut().find_map(|it| nth(it, left)),
        _ => None,
    }
}

/// Lets the value after so many others be there twice, or not at all.
fn repeat(value: &mut Value, left: &mut usize, twice: bool) {
    // Itself, which nothing is around.
    if *left == 0 {
        return;
    }
    *left -= 1;
    let is_here = |it: &Value, left: &mut usize| {
        let found = *left < count(it);
        if !found {
            *left -= count(it);
        }
        found
    };
    match value {
        Value::Array(all) => {
            let Some(place) = all.iter().position(|it| is_here(it, left)) else { return };
            match (*left, twice) {
                (0, true) => all.insert(place, all[place].clone()),
                (0, false) => drop(all.remove(place)),
                _ => repeat(&mut all[place], left, twice),
            }
        }
        Value::Object(all) => {
            let Some(name) = all.iter().find(|(_, it)| is_here(it, left)).map(|(name, _)| name.clone())
            else {
                return;
            };
            match (*left, twice) {
                (0, false) => drop(all.remove(&name)),
                (0, true) => {}
                _ => repeat(&mut all[&name], left, twice),
            }
        }
        _ => {}
    }
}
