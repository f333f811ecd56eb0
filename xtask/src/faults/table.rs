//! Reads the table of faults, `tests/faults.md`: what goes wrong, what people see then, and which test holds it.

/// The engines, by the letters that the table has for them.
pub const ENGINES: [(&str, &str); 3] = [("C", "chromium"), ("F", "firefox"), ("W", "webkit")];

/// A line of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The heading that it stands under.
    pub part: String,
    pub fault: String,
    pub seen: String,
    pub kept: String,
    pub told: String,
    /// Names of engines; none for a test without a browser.
    pub engines: Vec<&'static str>,
    pub test: Test,
}

/// The test that holds a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Test {
    #[default]
    None,
    /// A journey, without its engine.
    Journey(String),
    /// A test of the package `stillpoint`.
    Native(String),
    /// A test of `tests/js/`, by its name.
    Script(String),
}

/// All rows, in the order of the file.
///
/// # Errors
/// A line that has not six cells, or a word that means nothing here.
pub fn read(text: &str) -> Result<Vec<Row>, String> {
    let mut part = String::new();
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(title) = line.strip_prefix("## ") {
            part = title.to_owned();
        }
        let Some(cells) = line.strip_prefix('|') else { continue };
        let cells: Vec<&str> = cells.trim_end().trim_end_matches('|').split('|').map(str::trim).collect();
        let is_head = cells[0] == "what goes wrong" || cells[0].starts_with("--");
        if is_head {
            continue;
        }
        let place = |why: String| format!("tests/faults.md, line {}: {why}", number + 1);
        let [fault, seen, kept, told, engines, test] = cells[..] else {
            return Err(place(format!("{} cells instead of six.", cells.len())));
        };
        let engines = engines_of(engines).map_err(place)?;
        let test = test_of(test).map_err(place)?;
        let text = |cell: &str| cell.to_owned();
        rows.push(Row {
            part: part.clone(),
            fault: text(fault),
            seen: text(seen),
            kept: text(kept),
            told: text(told),
            engines,
            test,
        });
    }
    Ok(rows)
}

fn engines_of(cell: &str) -> Result<Vec<&'static str>, String> {
    let one = |letter: &str| {
        let found = ENGINES.iter().find(|it| it.0 == letter).map(|it| it.1);
        found.ok_or_else(|| format!("“{letter}” is no engine: C, F or W."))
    };
    cell.split_whitespace().filter(|it| *it != "–").map(one).collect()
}

fn test_of(cell: &str) -> Result<Test, String> {
    let cell = cell.trim_matches('`');
    let (kind, name) = cell.split_once(' ').unwrap_or((cell, ""));
    match kind {
        "" | "–" => Ok(Test::None),
        "journey" => Ok(Test::Journey(name.into())),
        "native" => Ok(Test::Native(name.into())),
        "script" => Ok(Test::Script(name.into())),
        _ => Err(format!("“{cell}” is no journey, native test or script test.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read() {
        let text = "# Faults\n\n## Files\n\n| what goes wrong | seen | kept | told within | engines | test |\n|--|--|--|--|--|--|\n\
            | A file is gone | a message | all | 10 s | C W | `journey a::b` |\n| Time jumps | nothing | all | – | – | `native c::d` |\n\
            | A page in its place | nothing | all | – | – | `script nothing is kept with a page` |\n| Nobody knows | – | – | – | – | – |\n";
        let rows = read(text).expect("rows");
        assert_eq!(rows.len(), 4);
        assert_eq!((&*rows[0].part, &*rows[0].fault), ("Files", "A file is gone"));
        assert_eq!(rows[0].engines, ["chromium", "webkit"]);
        assert_eq!(rows[0].test, Test::Journey("a::b".into()));
        assert_eq!(rows[1].test, Test::Native("c::d".into()));
        assert_eq!(rows[2].test, Test::Script("nothing is kept with a page".into()));
        assert_eq!(rows[3].test, Test::None);
    }

    #[test]
    fn mistakes_are_named() {
        assert!(read("| a | b |").unwrap_err().contains("line 1: 2 cells"));
        assert!(read("| a | b | c | d | X | `native e` |").unwrap_err().contains("“X”"));
        assert!(read("| a | b | c | d | C | `walk e` |").unwrap_err().contains("“walk e”"));
    }
}
