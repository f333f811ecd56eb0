//! What the store asks of the device, one request at a time.

use super::{Change, Heard, Loaded, PATIENCE, Status, Store, Texts};
use crate::platform::indexed_db::Answer;
use std::collections::{BTreeMap, BTreeSet};

impl Store {
    pub(super) fn change(&self, then: Heard) {
        self.0.wanted.set(true);
        if self.0.overdue.get() {
            return then(false);
        }
        self.0.waiting.borrow_mut().push(then);
        self.say(Status::Saving);
        self.next();
    }

    /// Gives everything that is kept, once the device has told what is newest there; what is in memory, where it doesn't.
    pub(super) fn newest(&self, then: Loaded) {
        if self.0.overdue.get() || (self.0.refused.get() && !self.0.read.get()) {
            then(&self.all());
        } else {
            self.0.loading.borrow_mut().push(then);
        }
        if self.0.busy.get() {
            return;
        }
        if self.0.read.get() {
            self.look();
        } else {
            self.ask();
        }
    }

    /// Begins what is to be done next, if nothing is on its way.
    fn next(&self) {
        if self.0.busy.get() {
            return;
        }
        match (self.0.wanted.get(), self.0.read.get()) {
            (true, true) => self.write(),
            (true, false) => self.ask(),
            (false, true) if !self.0.loading.borrow().is_empty() => self.look(),
            (false, _) => {}
        }
    }

    /// Asks once more: another page may have written since.
    fn look(&self) {
        self.begin();
        let (before, unwritten) = (self.0.texts.borrow().clone(), self.0.changed.borrow().clone());
        let store = self.clone();
        self.0.notes.load(Box::new(move |answer| {
            let late = store.0.overdue.get();
            store.end();
            match answer {
                Answer::Emptied(_) => store.write_all(),
                Answer::Done(found) => store.take(found, &before, &unwritten),
                Answer::Failed => {}
            }
            store.loaded(&[]);
            // It was said that the device doesn't answer.
            if late && !store.0.wanted.get() {
                let unwritten = !store.0.changed.borrow().is_empty();
                store.say(if unwritten { Status::NotKept } else { Status::Kept });
            }
            store.next();
        }));
    }

    fn ask(&self) {
        self.begin();
        let store = self.clone();
        self.0.notes.load(Box::new(move |answer| {
            store.end();
            match answer {
                Answer::Done(found) | Answer::Emptied(found) => store.found(found),
                Answer::Failed => {
                    store.0.refused.set(true);
                    store.0.wanted.set(false);
                    store.say(Status::NotKept);
                    store.loaded(&[]);
                    hear(store.0.waiting.take(), false);
                }
            }
            store.next();
        }));
    }

    /// The device has told what it keeps: what was written meanwhile is joined.
    fn found(&self, found: Texts) {
        let mut news = Vec::new();
        let erased = self.0.erased.take();
        for (name, kept) in found {
            if erased.is_some_and(|goes| goes(&name)) {
                self.0.changed.borrow_mut().insert(name.clone());
                self.0.texts.borrow_mut().entry(name).or_default();
                continue;
            }
            let mut changed = self.0.changed.borrow_mut();
            let typed = changed.contains(&name).then(|| self.get(&name));
            let text =
                typed.as_ref().map_or_else(|| kept.clone(), |typed| (self.0.join)(&name).of(&kept, typed));
            if text == kept {
                changed.remove(&name);
            }
            if self.get(&name) != text {
                news.push((name.clone(), text.clone()));
            }
            self.0.texts.borrow_mut().insert(name, text);
        }
        self.0.read.set(true);
        let unwritten = !self.0.changed.borrow().is_empty();
        self.0.wanted.set(unwritten);
        if !unwritten {
            self.say(Status::Kept);
            hear(self.0.waiting.take(), true);
        }
        self.loaded(&news);
    }

    /// Tells whoever waits for what is kept; where nobody does any more, it is news.
    fn loaded(&self, news: &[(String, String)]) {
        let loading = self.0.loading.take();
        if loading.is_empty() && !news.is_empty() {
            self.tell(Change::News(news));
        }
        for then in loading {
            then(&self.all());
        }
    }

    fn write(&self) {
        self.0.wanted.set(false);
        let names = self.0.changed.take();
        self.0.writing.borrow_mut().extend(self.0.waiting.take());
        if names.is_empty() {
            self.say(Status::Kept);
            return hear(self.0.writing.take(), true);
        }
        let texts: Texts = names.iter().map(|name| (name.clone(), self.get(name))).collect();
        self.begin();
        let store = self.clone();
        self.0.notes.save(
            texts,
            Box::new(move |answer| {
                store.end();
                match answer {
                    Answer::Done(()) => store.written(),
                    Answer::Emptied(()) => {
                        hear(store.0.writing.take(), true);
                        store.write_all();
                    }
                    Answer::Failed => {
                        // They go with the next write: there may be space again.
                        store.0.changed.borrow_mut().extend(names);
                        store.say(Status::NotKept);
                        hear(store.0.writing.take(), false);
                    }
                }
                store.next();
            }),
        );
    }

    fn written(&self) {
        if self.0.changed.borrow().is_empty() {
            self.say(Status::Kept);
        } else {
            self.0.wanted.set(true);
        }
        hear(self.0.writing.take(), true);
    }

    /// Everything of ours is gone from the device, though nobody here has erased it.
    fn write_all(&self) {
        let texts = self.0.texts.borrow();
        let filled = texts.iter().filter(|(_, text)| !text.is_empty()).map(|(name, _)| name.clone());
        self.0.changed.borrow_mut().extend(filled);
        drop(texts);
        self.0.wanted.set(true);
        self.next();
    }

    /// Takes what another page has changed, and joins to it what was changed here while it was asked for: until then
    /// there was what stood there `before`. What the device didn't take from us, `unwritten`, is only here.
    fn take(&self, found: Texts, before: &BTreeMap<String, String>, unwritten: &BTreeSet<String>) {
        let found: BTreeMap<String, String> = found.into_iter().collect();
        let mut news = Vec::new();
        let names: BTreeSet<String> = self.0.texts.borrow().keys().chain(found.keys()).cloned().collect();
        for name in names.difference(unwritten) {
            let (theirs, here) = (found.get(name).cloned().unwrap_or_default(), self.get(name));
            let is_ours = self.0.changed.borrow().contains(name);
            let nothing_new = before.get(name).map_or("", String::as_str) == theirs;
            // What was taken away here stays away.
            let new = match is_ours {
                true if nothing_new || here.is_empty() => continue,
                true => (self.0.join)(name).of(&theirs, &here),
                false => theirs,
            };
            if here != new {
                self.0.texts.borrow_mut().insert(name.clone(), new.clone());
                news.push((name.clone(), new));
            }
        }
        if !news.is_empty() {
            self.tell(Change::News(&news));
        }
    }

    /// A request begins: if it isn't answered, all goes on without it.
    fn begin(&self) {
        self.0.busy.set(true);
        let store = self.clone();
        let alarm = self.0.clock.after(PATIENCE, Box::new(move || store.is_overdue()));
        self.0.alarm.replace(Some(alarm));
    }

    fn end(&self) {
        self.0.alarm.take();
        self.0.busy.set(false);
        self.0.overdue.set(false);
    }

    fn is_overdue(&self) {
        if !self.0.busy.get() {
            return;
        }
        self.say(Status::NeverAnswered);
        self.0.overdue.set(true);
        self.loaded(&[]);
        let waiting = self.0.writing.take().into_iter().chain(self.0.waiting.take());
        hear(waiting.collect(), false);
    }
}

fn hear(all: Vec<Heard>, good: bool) {
    for heard in all {
        heard(good);
    }
}
