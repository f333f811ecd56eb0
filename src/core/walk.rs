//! A walk: a plan being followed. A pure state machine.
//!
//! Events and the time go in, the next state and cues come out. The place in the walk is a
//! function of time, so a tick that comes late (a frozen tab, a closed lid) lands where the plan
//! says, and rings once, however many changes it missed. Every event is legal in every phase;
//! where it means nothing, nothing happens.

use super::Ms;
use super::plan::Hold;

#[cfg(test)]
mod tests;

/// What a walk is doing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Phase {
    /// Not begun.
    Ready,
    /// Running: at the moment `since` it was `from` milliseconds in. Until then, somebody settles in.
    Holding {
        /// Moment of the last start, resume or jump; lies ahead while somebody settles in.
        since: Ms,
        /// Milliseconds of the walk that were over at that moment.
        from: Ms,
    },
    /// Standing still, this many milliseconds in.
    Paused {
        /// Milliseconds of the walk that are over.
        elapsed: Ms,
    },
    /// Over, after this many milliseconds: all of them, or fewer when it was ended early.
    Ended {
        /// Milliseconds of the walk that were over when it ended.
        elapsed: Ms,
    },
}

impl Phase {
    /// Its name in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Phase::Ready => "ready",
            Phase::Holding { .. } => "holding",
            Phase::Paused { .. } => "paused",
            Phase::Ended { .. } => "ended",
        }
    }

    /// Whether the walk is under way, holding or paused.
    pub fn is_under_way(self) -> bool {
        matches!(self, Phase::Holding { .. } | Phase::Paused { .. })
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Event {
    /// Begin, this many milliseconds in (0 for the beginning).
    Start {
        /// Milliseconds of the walk to leave out.
        from: Ms,
        /// Milliseconds to settle in before it.
        settle: Ms,
    },
    /// Stand still.
    Pause,
    /// Go on.
    Resume,
    /// To the beginning of the next step; after the last one, to the end.
    Next,
    /// To the beginning of the step before; in the first one, to its beginning.
    Previous,
    /// To a moment of the walk, in milliseconds.
    To(Ms),
    /// Stop here.
    End,
    /// Time has passed.
    Tick,
}

/// Which bell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Bell {
    /// The hands move on.
    Change,
    /// The walk is over.
    End,
}

/// What should be perceived.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Cue {
    /// Ring.
    Ring(Bell),
    /// The step with this index begins, or is returned to.
    Enter(usize),
    /// The walk is over.
    Ended,
}

/// A plan being followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    /// Moment at which each step ends, in milliseconds of the walk.
    ends: Vec<Ms>,
    phase: Phase,
    /// The step that was entered last.
    at: usize,
}

impl Walk {
    /// A walk that has not begun. A plan without steps ends as soon as it starts.
    pub fn new(holds: &[Hold]) -> Self {
        let ends = holds
            .iter()
            .scan(0, |end, hold| {
                *end += Ms::from(hold.seconds) * 1_000;
                Some(*end)
            })
            .collect();
        Self { ends, phase: Phase::Ready, at: 0 }
    }

    /// What it is doing.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The length of the whole walk.
    pub fn total(&self) -> Ms {
        self.ends.last().copied().unwrap_or(0)
    }

    /// How much of the walk is over; never more than [`Walk::total`].
    pub fn elapsed(&self, now: Ms) -> Ms {
        let elapsed = match self.phase {
            Phase::Ready => 0,
            Phase::Holding { since, from } => from + now.saturating_sub(since),
            Phase::Paused { elapsed } | Phase::Ended { elapsed } => elapsed,
        };
        elapsed.min(self.total())
    }

    /// How much time there still is to settle in.
    pub fn settling(&self, now: Ms) -> Ms {
        match self.phase {
            Phase::Holding { since, .. } => since.saturating_sub(now),
            _ => 0,
        }
    }

    /// How much of the walk is left.
    pub fn remaining(&self, now: Ms) -> Ms {
        self.total() - self.elapsed(now)
    }

    /// The index of the step that the plan has at this moment. The last one when all is over.
    pub fn current(&self, now: Ms) -> usize {
        self.step_at(self.elapsed(now))
    }

    /// How much of the current step is left.
    pub fn remaining_here(&self, now: Ms) -> Ms {
        let elapsed = self.elapsed(now);
        let end = self.ends.get(self.step_at(elapsed)).copied().unwrap_or(0);
        end.saturating_sub(elapsed)
    }

    /// When the step with this index begins, in milliseconds of the walk.
    pub fn start_of(&self, index: usize) -> Ms {
        match index {
            0 => 0,
            _ => self.ends.get(index - 1).copied().unwrap_or(self.total()),
        }
    }

    /// Takes an event at a moment; gives the walk after it, and what should be perceived.
    #[must_use]
    pub fn step(&self, event: Event, now: Ms) -> (Walk, Vec<Cue>) {
        match (event, self.phase) {
            (Event::Start { from, settle }, Phase::Ready | Phase::Ended { .. }) => {
                self.jump(from, now + settle, true)
            }
            (Event::Pause, Phase::Holding { .. }) => {
                let elapsed = self.elapsed(now);
                let (walk, cues) = self.settle(now);
                match walk.phase {
                    Phase::Ended { .. } => (walk, cues),
                    _ => (walk.with(Phase::Paused { elapsed }), cues),
                }
            }
            (Event::Resume, Phase::Paused { elapsed }) => {
                (self.with(Phase::Holding { since: now, from: elapsed }), Vec::new())
            }
            (Event::Next, Phase::Holding { .. } | Phase::Paused { .. }) => {
                self.jump(self.start_of(self.current(now) + 1), now, self.is_holding())
            }
            (Event::Previous, Phase::Holding { .. } | Phase::Paused { .. }) => {
                let before = self.current(now).saturating_sub(1);
                self.jump(self.start_of(before), now, self.is_holding())
            }
            (Event::To(to), Phase::Holding { .. } | Phase::Paused { .. }) => {
                self.jump(to, now, self.is_holding())
            }
            (Event::End, Phase::Holding { .. } | Phase::Paused { .. }) => {
                let elapsed = self.elapsed(now);
                (self.with(Phase::Ended { elapsed }), vec![Cue::Ended])
            }
            (Event::Tick, Phase::Holding { .. }) => self.settle(now),
            _ => (self.clone(), Vec::new()),
        }
    }

    fn is_holding(&self) -> bool {
        matches!(self.phase, Phase::Holding { .. })
    }

    fn with(&self, phase: Phase) -> Walk {
        Walk { phase, ..self.clone() }
    }

    /// The step that holds the moment `elapsed`; a step's end belongs to the next one.
    fn step_at(&self, elapsed: Ms) -> usize {
        let over = self.ends.iter().filter(|end| **end <= elapsed).count();
        over.min(self.ends.len().saturating_sub(1))
    }

    /// Goes to a moment of the walk because somebody asked: no bell, but the step is named.
    fn jump(&self, to: Ms, now: Ms, holding: bool) -> (Walk, Vec<Cue>) {
        if to >= self.total() {
            let ended = self.with(Phase::Ended { elapsed: self.total() });
            return (ended, vec![Cue::Ring(Bell::End), Cue::Ended]);
        }
        let phase = match holding {
            true => Phase::Holding { since: now, from: to },
            false => Phase::Paused { elapsed: to },
        };
        let at = self.step_at(to);
        (Walk { phase, at, ..self.clone() }, vec![Cue::Enter(at)])
    }

    /// Walks on to where the plan is by now, ringing once however much was missed.
    fn settle(&self, now: Ms) -> (Walk, Vec<Cue>) {
        let elapsed = self.elapsed(now);
        if elapsed >= self.total() {
            return (self.with(Phase::Ended { elapsed }), vec![Cue::Ring(Bell::End), Cue::Ended]);
        }
        let at = self.step_at(elapsed);
        if at == self.at {
            return (self.clone(), Vec::new());
        }
        (Walk { at, ..self.clone() }, vec![Cue::Ring(Bell::Change), Cue::Enter(at)])
    }
}
