//! Real queries against the real questions: `search_pairs.txt` names what must be found.

use crate::content::english;
use stillpoint::content::read::question_ids;
use stillpoint::core::search::search;

/// The right answer stands among the first three for at least this share of the queries.
const SHARE: f64 = 0.95;

#[test]
fn the_right_answer_is_among_the_first_three() {
    let book = english("/");
    let ids = question_ids(&book);
    let (mut asked, mut missed) = (0, Vec::new());
    for line in include_str!("search_pairs.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((query, id)) = line.split_once("=>") else {
            continue;
        };
        let (query, id) = (query.trim(), id.trim());
        let found = search(&book.index, query);
        let first: Vec<&str> =
            found.entries.iter().take(3).map(|entry| &*book.questions[*entry].id).collect();
        asked += 1;
        let right = match id {
            "-" => found.only_near,
            _ => {
                assert!(ids.contains_key(id), "there is no question “{id}”");
                !found.only_near && first.contains(&id)
            }
        };
        if !right {
            missed.push(format!("{query:?} should find {id}, finds {first:?} (near: {})", found.only_near));
        }
    }
    let share = 1.0 - missed.len() as f64 / f64::from(asked);
    println!("{asked} queries, {:.1} % right\n{}", share * 100.0, missed.join("\n"));
    assert!(asked >= 110, "only {asked} queries");
    assert!(share >= SHARE, "{:.1} % right:\n{}", share * 100.0, missed.join("\n"));
}
