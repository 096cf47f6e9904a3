//! Recognises measures that are no promise although their verb suggests one: a known work that goes on, an
//! earlier plan that was surpassed.

use super::reader::Reader;
use crate::record::{Measure, MeasureStatus};
use crate::text::clause_before;

impl Reader<'_> {
    /// Whether known works of a known number go on, without a deadline: 加快|建设“十四五”批复的|6座渔港.
    pub(super) fn goes_on_with_known(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let before = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
        let opens =
            self.first_figure(measure).and_then(|figure| measure.object.text.split_once(&figure.text));
        measure.status == MeasureStatus::Planned
            && self.words().onward.end(before)
            && opens.is_some_and(|(opens, _)| self.words().known.end(opens))
    }

    /// Whether an earlier plan is told only to say that more was done: 原定新增渔场5万亩,但是到3月已经完成6万亩.
    pub(super) fn was_surpassed(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let (_, end) = self.read.bounds(&measure.object.span);
        let was_planned = self.words().once_planned.stands_in(clause_before(&preceding));
        was_planned && {
            let after = self.read.folded(measure.object.span.end, end);
            let told = after.split(['。', ';']).next().unwrap_or_default();
            told.contains(",但") && self.words().surpassed.stands_in(told)
        }
    }
}
