//! Reads the command line.

use std::path::PathBuf;

use browser::words::routes;

use crate::MEASURES;

/// How `bench` is called.
pub const USAGE: &str =
    "usage: bench --site here=DIR --site floor=DIR [--site yesterday=DIR] --out DIR [--runs 5]
             [--only reading,works,early,between,keys,scale,running,offline,lighthouse] [--all]
             [--routes /,/faq/] [--scaled 10000=DIR:FLOORDIR]… [--budgets FILE] [--commit HASH] [--dirty]
             [--record NAME --history FILE]";

/// What was asked for.
#[derive(Debug, Default)]
pub struct Args {
    /// Name and folder of each site, in the order in which they take turns.
    pub sites: Vec<(String, PathBuf)>,
    /// Sites with more questions: how many, ours, the floor's.
    pub scaled: Vec<(u32, PathBuf, PathBuf)>,
    /// Where the report goes.
    pub out: PathBuf,
    /// Samples of each figure.
    pub runs: usize,
    /// Names out of [`MEASURES`].
    pub only: Vec<String>,
    /// The pages that are read, all as a rule.
    pub routes: Vec<String>,
    /// The file of budgets.
    pub budgets: Option<PathBuf>,
    /// The commit that is measured.
    pub commit: String,
    /// Whether there are changes beyond the commit.
    pub dirty: bool,
    /// The name under which the ratios are kept.
    pub record: Option<String>,
    /// The file in which they are.
    pub history: Option<PathBuf>,
}

/// Reads the words of the command line.
///
/// # Errors
/// A sentence about what is missing or unknown.
pub fn read(words: &[String]) -> Result<Args, String> {
    let mut args = Args { runs: 5, commit: "unknown".into(), ..Args::default() };
    let mut all = false;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().cloned().ok_or(format!("{word} needs a value."));
        match word.as_str() {
            "--site" => args.sites.push(named(&value()?)?),
            "--scaled" => args.scaled.push(scaled(&value()?)?),
            "--out" => args.out = value()?.into(),
            "--runs" => {
                let text = value()?;
                let number = text.parse().ok().filter(|runs| *runs > 0);
                args.runs = number.ok_or(format!("{text} is no number of runs."))?;
            }
            "--only" => args.only.extend(value()?.split(',').map(|name| name.trim().to_owned())),
            "--routes" => args.routes.extend(value()?.split(',').map(str::to_owned)),
            "--all" => all = true,
            "--budgets" => args.budgets = Some(value()?.into()),
            "--commit" => args.commit = value()?,
            "--dirty" => args.dirty = true,
            "--record" => args.record = Some(value()?),
            "--history" => args.history = Some(value()?.into()),
            _ => return Err(format!("{word} is not known.")),
        }
    }
    if args.sites.is_empty() || args.out.as_os_str().is_empty() {
        return Err("At least one --site, and --out.".into());
    }
    if args.record.is_some() != args.history.is_some() {
        return Err("--record and --history go together.".into());
    }
    if let Some(unknown) = args.only.iter().find(|name| !MEASURES.iter().any(|(known, _)| known == name)) {
        return Err(format!("--only {unknown}: nothing is called so."));
    }
    if args.routes.is_empty() {
        args.routes = routes().into_iter().map(String::from).collect();
    }
    if args.only.is_empty() {
        // Lighthouse takes longer than all the others together.
        let usual = MEASURES.iter().filter(|(name, _)| all || *name != "lighthouse");
        args.only = usual.map(|(name, _)| (*name).to_owned()).collect();
    }
    Ok(args)
}

fn named(text: &str) -> Result<(String, PathBuf), String> {
    let (name, dir) = text.split_once('=').ok_or(format!("--site {text}: it is NAME=DIR."))?;
    Ok((name.to_owned(), folder(dir)?))
}

fn scaled(text: &str) -> Result<(u32, PathBuf, PathBuf), String> {
    let parts = text.split_once('=').and_then(|(n, dirs)| Some((n.parse().ok()?, dirs.split_once(':')?)));
    let (number, (ours, floor)) = parts.ok_or(format!("--scaled {text}: it is N=DIR:FLOORDIR."))?;
    Ok((number, folder(ours)?, folder(floor)?))
}

fn folder(dir: &str) -> Result<PathBuf, String> {
    let dir = PathBuf::from(dir);
    match dir.join("faq/index.html").is_file() {
        true => Ok(dir),
        false => Err(format!("There is no built site in {}.", dir.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_named() {
        for (line, part) in [
            ("--out x", "--site"),
            ("--site here", "NAME=DIR"),
            ("--site here=/nowhere --out x", "/nowhere"),
            ("--scaled 10=/a", "N=DIR:FLOORDIR"),
            ("--runs 0", "0"),
            ("--fast", "--fast"),
        ] {
            let words: Vec<String> = line.split(' ').map(String::from).collect();
            let why = read(&words).expect_err(line);
            assert!(why.contains(part), "{line}: {why}");
        }
    }
}
