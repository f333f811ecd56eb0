//! A program for the way: wasm and its JavaScript half without what no browser needs. Notes of the
//! compiler go, and the long names by which the two halves know each other become short ones.

use std::collections::HashMap;

const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const FUNCTION: u8 = 0;

/// Makes wasm and glue lean, both with the same short names.
///
/// # Errors
/// When the bytes are no wasm, or one that wasm-bindgen would not make.
pub fn program(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    if !wasm.starts_with(b"\0asm") || wasm.len() < HEADER {
        return Err("this is no wasm".to_owned());
    }
    let mut names = Names::default();
    let mut lean = wasm[..HEADER].to_vec();
    let mut rest = Reader { bytes: &wasm[HEADER..] };
    while !rest.bytes.is_empty() {
        let kind = rest.byte()?;
        let length = rest.number()?;
        let body = rest.take(length)?;
        let body = match kind {
            CUSTOM => continue,
            IMPORTS => imports(body, &mut names)?,
            EXPORTS => exports(body, &mut names)?,
            _ => body.to_vec(),
        };
        lean.push(kind);
        put_bytes(&mut lean, &body);
    }
    Ok((lean, names.in_glue(glue)))
}

/// Imports: module, name, and for a function the number of its type.
fn imports(body: &[u8], names: &mut Names) -> Result<Vec<u8>, String> {
    let (mut reader, mut lean) = (Reader { bytes: body }, Vec::new());
    let count = reader.number()?;
    put_number(&mut lean, count);
    for _ in 0..count {
        let (module, name) = (reader.text()?, reader.text()?);
        put_bytes(&mut lean, names.short(&module).as_bytes());
        put_bytes(&mut lean, names.short(&name).as_bytes());
        if reader.byte()? != FUNCTION {
            return Err(format!("{module} {name} is imported, and is no function"));
        }
        lean.push(FUNCTION);
        put_number(&mut lean, reader.number()?);
    }
    Ok(lean)
}

/// Exports: name, kind, and which one. Names that people chose stay.
fn exports(body: &[u8], names: &mut Names) -> Result<Vec<u8>, String> {
    let (mut reader, mut lean) = (Reader { bytes: body }, Vec::new());
    let count = reader.number()?;
    put_number(&mut lean, count);
    for _ in 0..count {
        let name = reader.text()?;
        let made = name.starts_with("__") || name.starts_with("wasm_bindgen_");
        let name = if made { names.short(&name) } else { name };
        put_bytes(&mut lean, name.as_bytes());
        lean.push(reader.byte()?);
        put_number(&mut lean, reader.number()?);
    }
    Ok(lean)
}

/// Long names and their short ones.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    fn short(&mut self, long: &str) -> String {
        let next = format!("w{}", self.0.len());
        self.0.entry(long.to_owned()).or_insert(next).clone()
    }

    /// The glue with short names, and without comments and indentation. Only whole words are names;
    /// a module's name stands in quotes.
    fn in_glue(&self, glue: &str) -> String {
        let lines = glue.lines().map(str::trim);
        let lines =
            lines.filter(|line| !line.is_empty() && !["//", "/*", "*"].iter().any(|c| line.starts_with(c)));
        let mut lean = String::with_capacity(glue.len());
        for line in lines {
            let mut rest = line;
            while !rest.is_empty() {
                let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
                let begins = rest.starts_with(is_word);
                let end = rest.find(|c| is_word(c) != begins).unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                lean.push_str(self.0.get(word).map_or(word, String::as_str));
                rest = after;
            }
            lean.push('\n');
        }
        for (long, short) in self.0.iter().filter(|(long, _)| long.starts_with("./")) {
            lean = lean.replace(&format!("\"{long}\""), &format!("\"{short}\""));
        }
        lean
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.bytes.split_at_checked(length).ok_or("the wasm is cut off")?;
        self.bytes = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, String> {
        Ok(self.take(1)?[0])
    }

    /// Seven bits a byte, least significant first.
    fn number(&mut self) -> Result<usize, String> {
        let (mut number, mut shift) = (0_usize, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 28 {
                return Ok(number);
            }
        }
    }

    fn text(&mut self) -> Result<String, String> {
        let length = self.number()?;
        String::from_utf8(self.take(length)?.to_vec()).map_err(|_| "a name is no text".to_owned())
    }
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn put_bytes(bytes: &mut Vec<u8>, put: &[u8]) {
    put_number(bytes, put.len());
    bytes.extend_from_slice(put);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A custom section, an import `./a_bg.js` `__wbg_now_0123` and the exports `__wbg_free` and `arrive`.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\x00\x05\x04name\x02\x1c\x01\x09./a_bg.js\x0e__wbg_now_0123\x00\x02\
        \x07\x17\x02\x0a__wbg_free\x00\x01\x06arrive\x00\x02";

    #[test]
    fn both_halves_have_the_same_short_names() {
        let glue = "/** Says when. */\n  const all = { __wbg_now_0123: () => 1 };\n  // a note\n  \
            return { \"./a_bg.js\": all, __wbg_now_01234: wasm.__wbg_free, arrive };\n";
        let (wasm, glue) = program(WASM, glue).expect("a wasm");
        assert_eq!(
            wasm,
            b"\0asm\x01\0\0\0\x02\x09\x01\x02w0\x02w1\x00\x02\x07\x0f\x02\x02w2\x00\x01\x06arrive\x00\x02"
        );
        assert_eq!(
            glue,
            "const all = { w1: () => 1 };\nreturn { \"w0\": all, __wbg_now_01234: wasm.w2, arrive };\n"
        );
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        assert!(program(&WASM[..20], "").is_err());
        assert!(program(b"<!DOCTYPE html>", "").is_err());
        assert!(program(b"\0asm", "").is_err());
    }
}
