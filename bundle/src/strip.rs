//! Leaves out of a program what no browser reads: names, producers, target features.
//! wasm-bindgen does this for the main file only; in a chunk they are about a third.

use wasm_encoder::{Module, RawSection};
use wasmparser::{BinaryReaderError, Parser};

/// The program without its custom sections.
///
/// # Errors
/// When the bytes are not a WebAssembly module.
pub fn custom_sections(program: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut lean = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        // Custom sections have no id here.
        if let Some((id, range)) = payload?.as_section().filter(|(id, _)| *id != 0) {
            lean.section(&RawSection { id, data: &program[range.start as usize..range.end as usize] });
        }
    }
    Ok(lean.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;
    use wasm_encoder::{CustomSection, TypeSection};

    #[test]
    fn only_custom_sections_go() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut with = Module::new();
        with.section(&CustomSection { name: Cow::Borrowed("name"), data: Cow::Borrowed(b"x") });
        with.section(&types);
        with.section(&CustomSection { name: Cow::Borrowed("producers"), data: Cow::Borrowed(b"y") });
        let mut without = Module::new();
        without.section(&types);
        assert_eq!(custom_sections(&with.finish()).expect("a module"), without.finish());
    }

    #[test]
    fn other_files_are_refused() {
        assert!(custom_sections(b"<!DOCTYPE html>").is_err());
    }
}
