//! `bench`: measures the built site beside a hand-made one with the same words, and beside yesterday's.
//!
//! Absolute times move with the machine; what counts are ratios of medians taken in turns. The window is a
//! phone's. `plain` is the machine as it is, `slow` a distant line and a processor four times slower.

mod args;
mod axis;
mod bench;
mod between;
mod budgets;
mod cost;
mod curves;
mod early;
mod history;
mod keys;
mod lighthouse;
mod lines;
mod machine;
mod offline;
mod plot;
mod reading;
mod report;
mod rows;
mod running;
mod samples;
mod scale;
mod slope;
mod weight;
mod works;

use std::fs;
use std::process::ExitCode;

use crate::args::{Args, USAGE};
use crate::bench::Bench;
use crate::budgets::Budgets;
use crate::machine::Machine;

/// Measures something of every site it concerns.
type Measure = fn(&Bench);

/// What can be measured, in the order in which it is; `--only` names them so.
pub const MEASURES: [(&str, Measure); 9] = [
    ("reading", reading::measure),
    ("works", works::measure),
    ("early", early::measure),
    ("between", between::measure),
    ("keys", keys::measure),
    ("scale", scale::measure),
    ("running", running::measure),
    ("offline", offline::measure),
    ("lighthouse", lighthouse::measure),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let args = match args::read(&words) {
        Ok(args) => args,
        Err(why) => {
            eprintln!("{why}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

/// Whether everything that was measured is within its budget.
fn run(args: &Args) -> Result<bool, String> {
    let budgets = Budgets::read(args.budgets.as_deref())?;
    fs::create_dir_all(&args.out).map_err(|why| format!("{}: {why}", args.out.display()))?;
    let bench = Bench::new(args);
    let mut machine = Machine::now(&bench, args);
    for (name, measure) in MEASURES {
        if args.only.iter().any(|wanted| wanted == name) {
            measure(&bench);
        }
    }
    bench.close();
    machine.ended();

    let samples = bench.samples.into_inner();
    let rows = rows::of(&samples);
    let judged = budgets.judge(&rows);
    let curves = curves::of(&rows);
    cost::write(&curves, &args.out)?;
    let text = report::text(&machine, &rows, &judged, &curves, &samples);
    println!("\n{text}");
    let put = |name: &str, text: &str| {
        let file = args.out.join(name);
        fs::write(&file, text).map_err(|why| format!("{}: {why}", file.display()))
    };
    put("bench.md", &text)?;
    let all = serde_json::json!({ "machine": machine, "samples": samples.all, "missed": samples.missed });
    put("bench.json", &format!("{all:#}\n"))?;
    if let Some((name, file)) = args.record.as_deref().zip(args.history.as_deref()) {
        history::record(file, name, &machine.commit, &judged)?;
    }
    Ok(judged.iter().all(|it| it.kept) && samples.missed.is_empty())
}
