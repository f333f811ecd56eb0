//! Reads the steps of a walk and the plans made of them.

use super::{Reader, raw};
use crate::content::book::StepText;
use crate::core::plan::{Hold, Plan};
use crate::core::position::Kind;

impl Reader<'_> {
    pub(super) fn steps(&mut self) -> Option<Vec<StepText>> {
        let (file, steps) = self.toml::<raw::Positions>("positions.toml")?;
        let ids: Vec<String> = steps.position.iter().map(|step| step.id.get_ref().clone()).collect();
        let mut made = Vec::new();
        for step in &steps.position {
            made.push(self.step(file, step, Kind::Position));
        }
        for step in &steps.alternate {
            let named = step.instead_of.as_ref().map(|id| id.get_ref().as_str()).unwrap_or_default();
            match ids.iter().position(|id| id == named) {
                Some(place) => made.push(self.step(file, step, Kind::Alternate(place as u16))),
                None => {
                    self.files[file].fault(step.id.span().start, format!("there is no position “{named}”"))
                }
            }
        }
        for step in &steps.step {
            made.push(self.step(file, step, Kind::Quiet));
        }
        Some(made)
    }

    fn step(&mut self, file: usize, step: &raw::Step, kind: Kind) -> StepText {
        self.anchor(file, "/walkthrough/", &step.id);
        let needs = [&step.hands, &step.why, &step.consent, &step.pregnant, &step.seated];
        if kind != Kind::Quiet && needs.iter().any(|text| text.is_none()) {
            let reason = "a position needs hands, why, consent, pregnant and seated";
            self.files[file].fault(step.id.span().start, reason);
        }
        let made = StepText {
            id: step.id.get_ref().as_str().into(),
            kind,
            title: step.title.as_str().into(),
            place: step.place.as_str().into(),
            what: self.plain(file, &step.what),
            hands: self.plain_or_empty(file, step.hands.as_ref()),
            notice: self.plain(file, &step.notice),
            why: self.plain_or_empty(file, step.why.as_ref()),
            prompt: self.plain(file, &step.prompt),
            say: step.say.iter().map(|line| self.plain(file, line)).collect(),
            consent: self.plain_or_empty(file, step.consent.as_ref()),
            pregnant: self.plain_or_empty(file, step.pregnant.as_ref()),
            seated: self.plain_or_empty(file, step.seated.as_ref()),
            sources: self.cited(file, &step.sources),
            claims: self.claimed(file, &step.claims),
        };
        let said = [
            &made.what,
            &made.hands,
            &made.notice,
            &made.why,
            &made.prompt,
            &made.consent,
            &made.pregnant,
            &made.seated,
        ];
        let mut said: Vec<&str> = said.into_iter().map(|text| &**text).collect();
        said.push(&made.title);
        said.push(&made.place);
        self.partners(file, step.id.span().start, &said);
        made
    }

    pub(super) fn plans(&mut self, steps: &[StepText]) -> Option<Vec<Plan>> {
        let (file, plans) = self.toml::<raw::Plans>("plans.toml")?;
        let made = plans.plan.iter().map(|plan| Plan {
            minutes: *plan.minutes.get_ref(),
            title: plan.title.as_str().into(),
            line: self.plain(file, &plan.line),
            steps: self.holds(file, plan, &plan.steps, steps),
            fewer: plan.fewer.as_ref().map(|fewer| self.holds(file, plan, fewer, steps)).unwrap_or_default(),
        });
        Some(made.collect())
    }

    fn holds(&mut self, file: usize, plan: &raw::Plan, holds: &[raw::Hold], steps: &[StepText]) -> Vec<Hold> {
        let at = plan.minutes.span().start;
        let mut made = Vec::new();
        for hold in holds {
            match steps.iter().position(|step| *step.id == **hold.at.get_ref()) {
                Some(step) => made.push(Hold { step: step as u16, seconds: hold.seconds }),
                None => {
                    let reason = format!("there is no step “{}”", hold.at.get_ref());
                    self.files[file].fault(hold.at.span().start, reason);
                }
            }
            if !(10..=1_800).contains(&hold.seconds) {
                let reason = format!("{} seconds: a step has 10 to 1,800", hold.seconds);
                self.files[file].fault(hold.at.span().start, reason);
            }
        }
        let seconds: u32 = holds.iter().map(|hold| u32::from(hold.seconds)).sum();
        let minutes = *plan.minutes.get_ref();
        if seconds != u32::from(minutes) * 60 {
            let reason = format!(
                "the steps add up to {seconds} seconds, {minutes} minutes are {}",
                u32::from(minutes) * 60
            );
            self.files[file].fault(at, reason);
        }
        made
    }
}
