//! Turns the compiled browser program into what a page loads: a main file, a chunk for each split point,
//! and the JavaScript that joins them.
//!
//! `bundle APP.WASM FOLDER` writes into FOLDER:
//!
//! | file | what it is |
//! |---|---|
//! | `app.js` | wasm-bindgen's glue; the page imports it |
//! | `app_bg.wasm` | the main program |
//! | `split_NAME.wasm` | what only the split point NAME needs |
//! | `chunk_N.wasm` | what several split points share (Yew is one) |
//! | `__wasm_split.js` | loads the chunks; its name is written into the glue |
//! | `chunks.json` | for each split point the files that it needs, for `<head>` to preload |

mod strip;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [program, folder] = arguments.as_slice() else {
        eprintln!("usage: bundle APP.WASM FOLDER");
        return ExitCode::from(2);
    };
    match bundle(program, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", program.display());
            ExitCode::FAILURE
        }
    }
}

fn bundle(program: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let input = fs::read(program)?;
    let main = folder.join("app.wasm");
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    let split = transform(options).map_err(|report| report.to_string())?;

    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&main)
        .web(true)?
        .typescript(false)
        // The chunks are linked against these.
        .keep_lld_exports(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    fs::remove_file(&main)?;

    for file in fs::read_dir(folder)? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "wasm") {
            fs::write(&file, strip::custom_sections(&fs::read(&file)?)?)?;
        }
    }
    let mut chunks: BTreeMap<_, _> = split.prefetch_map.into_iter().collect();
    // The largest first: a browser asks a host for six files at a time, and what waits for its turn should be small.
    let size = |name: &String| fs::metadata(folder.join(format!("{name}.wasm"))).map_or(0, |file| file.len());
    for files in chunks.values_mut() {
        files.sort_by_key(|name| (std::cmp::Reverse(size(name)), name.clone()));
    }
    fs::write(folder.join("chunks.json"), serde_json::to_string_pretty(&chunks)?)?;
    Ok(())
}
