//! Runs the programs that do the work, each as a step that says what it does and how long it took.

use crate::counts::Counts;
use crate::heartbeat::Heartbeat;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Lines of a log shown when its step failed.
const TAIL: usize = 30;

/// Runs a program whose output goes to a log file; on failure the end of the log becomes the message.
///
/// `what` is a phrase such as "building Trunk". The program gets no standard input: it must not ask.
///
/// # Errors
/// When the program cannot be started or fails.
pub fn logged(what: &str, command: &mut Command, log: &Path) -> Result<(), String> {
    println!("{} …", capital(what));
    let heartbeat = Heartbeat::start(what);
    let place = |e| format!("{}: {e}", log.display());
    let file = File::create(log).map_err(place)?;
    command.stdin(Stdio::null()).stdout(file.try_clone().map_err(place)?).stderr(file);
    let status = status(command).map_err(|e| format!("{} failed: {e}", capital(what)))?;
    if !status.success() {
        let text =
            fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        return Err(format!(
            "{} failed ({status}). The whole log: {}\n{}",
            capital(what),
            log.display(),
            tail(&text)
        ));
    }
    println!("  done in {}", heartbeat.elapsed());
    Ok(())
}

/// Runs a program whose output is shown as it comes.
///
/// # Errors
/// When the program cannot be started or fails.
pub fn shown(what: &str, command: &mut Command) -> Result<(), String> {
    println!("{} …", capital(what));
    let heartbeat = Heartbeat::start(what);
    let status = status(command)?;
    if !status.success() {
        return Err(format!("{} failed ({status}) after {}.", capital(what), heartbeat.elapsed()));
    }
    println!("  done in {}", heartbeat.elapsed());
    Ok(())
}

/// What a test run left behind: did it succeed, its own `test result:` lines, and their sum.
pub struct Tested {
    pub success: bool,
    pub results: Vec<String>,
    pub counts: Counts,
}

/// Runs tests, shows their output as it comes and reads the counts out of it.
///
/// # Errors
/// When the program cannot be started; failed tests are no error here.
pub fn counted(what: &str, command: &mut Command) -> Result<Tested, String> {
    let mut tested = Tested { success: false, results: Vec::new(), counts: Counts::default() };
    let (results, counts) = (&mut tested.results, &mut tested.counts);
    let success = lines(what, command, |line| {
        println!("{line}");
        if let Some(more) = Counts::from_line(line) {
            *counts += more;
            results.push(line.to_owned());
        }
    })?;
    tested.success = success;
    Ok(tested)
}

/// Runs a program and hands on each line of its output as it comes; whether it succeeded.
///
/// # Errors
/// When the program cannot be started.
pub fn lines(what: &str, command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool, String> {
    let heartbeat = Heartbeat::start(what);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| not_started(command, &e))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            each(&String::from_utf8_lossy(&line));
        }
    }
    let success = child.wait().map_err(|e| not_started(command, &e))?.success();
    drop(heartbeat);
    Ok(success)
}

/// How a bounded run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounded {
    Succeeded,
    Failed,
    /// Nothing moved for as long as was allowed; the program was ended.
    Stuck,
}

/// Runs a program quietly and ends it when `progress` has stood still for `patience`.
///
/// # Errors
/// When the program cannot be started.
pub fn bounded(
    command: &mut Command,
    patience: Duration,
    progress: impl Fn() -> u64,
) -> Result<Bounded, String> {
    const POLL: Duration = Duration::from_millis(100);
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = quiet.spawn().map_err(|e| not_started(command, &e))?;
    let mut seen = progress();
    let mut moved = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(Bounded::Succeeded),
            Ok(Some(_)) => return Ok(Bounded::Failed),
            Ok(None) => {}
            Err(e) => return Err(not_started(command, &e)),
        }
        let now = progress();
        if now != seen {
            (seen, moved) = (now, Instant::now());
        }
        if moved.elapsed() >= patience {
            // It may have ended in between: then there is nothing to kill, which is what we want.
            let _ = child.kill();
            let _ = child.wait();
            return Ok(Bounded::Stuck);
        }
        thread::sleep(POLL);
    }
}

/// The trimmed standard output of a short program; `None` when it is missing or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs to the end; an error only when the program cannot be started.
fn status(command: &mut Command) -> Result<ExitStatus, String> {
    command.status().map_err(|e| not_started(command, &e))
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` cannot be run: {error}", command.get_program().display())
}

fn capital(what: &str) -> String {
    let mut letters = what.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].iter().flat_map(|line| ["  | ", line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_cut_to_its_end() {
        let text: String = (1..=100).flat_map(|n| [n.to_string(), "\n".into()]).collect();
        let end = tail(&text);
        assert_eq!(end.lines().count(), TAIL);
        assert!(end.starts_with("  | 71\n") && end.ends_with("  | 100\n"));
        assert_eq!(tail(""), "");
    }

    #[cfg(unix)]
    #[test]
    fn stuck_programs_are_ended() {
        let mut sleeper = Command::new("sleep");
        let ended = bounded(sleeper.arg("600"), Duration::from_millis(300), || 0);
        assert_eq!(ended, Ok(Bounded::Stuck));
        assert_eq!(bounded(&mut Command::new("true"), Duration::from_secs(60), || 0), Ok(Bounded::Succeeded));
        assert_eq!(bounded(&mut Command::new("false"), Duration::from_secs(60), || 0), Ok(Bounded::Failed));
    }

    #[cfg(unix)]
    #[test]
    fn progress_gives_more_time() {
        let started = Instant::now();
        let mut sleeper = Command::new("sleep");
        // Progress is seen for the first half second only, so the end comes later than the patience alone.
        let ended = bounded(sleeper.arg("600"), Duration::from_millis(300), || {
            started.elapsed().min(Duration::from_millis(500)).as_millis() as u64
        });
        assert_eq!(ended, Ok(Bounded::Stuck));
        assert!(started.elapsed() >= Duration::from_millis(800));
    }

    #[cfg(unix)]
    #[test]
    fn results_are_read_while_shown() {
        let mut printer = Command::new("printf");
        let tested =
            counted("testing", printer.arg("test result: ok. 2 passed; 0 failed; 0 ignored\nother\n"));
        let tested = tested.unwrap();
        assert!(tested.success);
        assert_eq!(tested.counts, Counts { passed: 2, failed: 0 });
        assert_eq!(tested.results.len(), 1);
    }

    #[test]
    fn missing_programs_are_named() {
        let error = shown("trying", &mut Command::new("no-such-program-here")).unwrap_err();
        assert!(error.contains("no-such-program-here"));
    }
}
