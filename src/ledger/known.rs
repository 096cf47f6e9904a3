//! What a promise is not though its verb stands for one: a known work that goes on, an earlier plan that was surpassed.

use super::reader::Reader;
use crate::record::{Measure, MeasureStatus};
use crate::text::clause_before;

/// How works go on, before the verb.
const ON: [&str; 4] = ["加快", "继续", "抓紧", "持续"];
/// What was done with those that are meant before they are counted: 批复的|6座渔港.
const KNOWN: [&str; 5] = ["批复的", "核准的", "获批的", "在建的", "开工的"];
/// What was planned once, and what tells in a clause of its own that more is done.
const ONCE_PLANNED: [&str; 3] = ["原定", "原计划", "原来计划"];
const SURPASSED: [&str; 5] = ["已经完成", "已经超过", "已完成", "已超过", "就完成"];

impl Reader<'_> {
    /// 加快|建设“十四五”批复的|6座渔港: whether works of a number that is known go on, by no day.
    pub(super) fn goes_on_with_known(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let before = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
        let opens =
            self.first_figure(measure).and_then(|figure| measure.object.text.split_once(&figure.text));
        measure.status == MeasureStatus::Planned
            && ON.iter().any(|on| before.ends_with(on))
            && opens.is_some_and(|(opens, _)| KNOWN.iter().any(|known| opens.ends_with(known)))
    }

    /// 原定新增渔场5万亩,但是到3月已经完成6万亩: whether an earlier plan is told only to say that more was done.
    pub(super) fn was_surpassed(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let (_, end) = self.read.bounds(&measure.object.span);
        let was_planned = ONCE_PLANNED.iter().any(|once| clause_before(&preceding).contains(once));
        was_planned && {
            let after = self.read.folded(measure.object.span.end, end);
            let told = after.split(['。', ';']).next().unwrap_or_default();
            told.contains(",但") && SURPASSED.iter().any(|done| told.contains(done))
        }
    }
}
