//! `yardsticks --site DIR --out DIR [--sizes 1000,10000]`: makes what the built site is measured
//! against. `floor` has the same text by hand, `scaled-N` is the site and `floor-N` the floor with N
//! questions. Run with the profile `prerender`: a debug build writes Rust type names into pages.

mod files;
mod floor;
mod larger;
mod lean;
mod made;
mod scaled;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: yardsticks --site DIR --out DIR [--sizes 1000,10000]";

/// What went right, or in words what did not.
type Outcome<T = ()> = Result<T, String>;

struct Wish {
    /// The built site.
    site: PathBuf,
    /// The folder that takes what is made.
    out: PathBuf,
    /// Numbers of questions.
    sizes: Vec<usize>,
}

fn main() -> ExitCode {
    let wish = match read(std::env::args().skip(1)) {
        Ok(wish) => wish,
        Err(reason) => {
            eprintln!("{reason}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&wish) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn read(mut words: impl Iterator<Item = String>) -> Outcome<Wish> {
    let (mut site, mut out, mut sizes) = (None, None, Vec::new());
    while let Some(word) = words.next() {
        let value = words.next().ok_or(format!("{word} needs a value."))?;
        match word.as_str() {
            "--site" => site = Some(PathBuf::from(value)),
            "--out" => out = Some(PathBuf::from(value)),
            "--sizes" => {
                let parsed = value.split(',').map(|size| size.trim().parse::<usize>());
                let parsed: Result<Vec<usize>, _> = parsed.collect();
                sizes = parsed.map_err(|_| format!("“{value}” is no list of numbers."))?;
            }
            _ => return Err(format!("{word} is not known.")),
        }
    }
    Ok(Wish { site: site.ok_or("--site is missing.")?, out: out.ok_or("--out is missing.")?, sizes })
}

fn run(wish: &Wish) -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (words, sound) = (root.join("src/content/en"), root.join("static/audio"));
    let book = made::book(&words, &sound)?;
    floor::write(&book, &wish.out.join("floor"))?;
    println!("floor: {} questions", book.questions.len());
    let mut sizes = Vec::new();
    for &size in &wish.sizes {
        let folder = wish.out.join(format!("words-{size}"));
        larger::write(&words, &folder, &book, size)?;
        let book = made::book(&folder, &sound)?;
        floor::write(&book, &wish.out.join(format!("floor-{size}")))?;
        sizes.extend(scaled::write(&book, &wish.site, &wish.out.join(format!("scaled-{size}")))?);
        println!("scaled-{size} and floor-{size}: {} questions", book.questions.len());
    }
    println!("\n{:>9}  {:<6} {:>11} {:>11}  time", "questions", "file", "bytes", "brotli");
    sizes.iter().for_each(|line| println!("{line}"));
    Ok(())
}
