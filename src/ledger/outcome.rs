//! What has no entry though it has an amount: what only came of something else, a goal that only directs, a meeting.

use super::reader::Reader;
use crate::record::{FigureKind, Measure, MeasureStatus};

/// What an outturn is a share of: 完成预算数的98%.
pub(super) const PLANS: [&str; 4] = ["计划", "预算", "预算数", "计划数"];
/// Verbs of holding a meeting, which somebody promises or does.
const HOLDING: [char; 3] = ['举', '承', '主'];
/// Between the clause before and a verb of what came of it.
const MANNER: [&str; 4] = ["累计", "每年", "共", "全年"];

impl Reader<'_> {
    /// Whether a measure tells only what came of another, what directs others, or that one met.
    pub(super) fn only_tells(&self, measure: &Measure) -> bool {
        self.is_relief(measure)
            || self.is_total(measure)
            || self.is_outturn(measure)
            || self.is_anchored(measure)
            || self.is_meeting(measure)
    }

    /// 取消收费5项，|减轻渔民负担3亿元|: a sum saved that came of the clause before.
    fn is_relief(&self, measure: &Measure) -> bool {
        let saves = measure.status == MeasureStatus::Done
            && self.words().relieving.contains(&measure.verb)
            && self.first_figure(measure).is_some_and(|figure| figure.kind == FigureKind::Money);
        saves && {
            let ahead = self.ahead(measure);
            let before = self.verb_in(&ahead, measure).map_or("", |verb| &ahead[..verb.start]);
            MANNER.iter().fold(before, |before, manner| before.trim_end_matches(manner)).ends_with(',')
        }
    }

    /// 渔业税|完成预算数的98%|: how much of a plan an amount came to.
    fn is_outturn(&self, measure: &Measure) -> bool {
        let share = self.first_figure(measure).filter(|figure| figure.kind == FigureKind::Percent);
        let opens =
            share.and_then(|figure| measure.object.text.split_once(&figure.text)).map(|(opens, _)| opens);
        let of = opens.and_then(|opens| opens.strip_suffix('的'));
        measure.status == MeasureStatus::Done
            && of.is_some_and(|of| PLANS.iter().any(|plan| of.ends_with(plan)))
    }

    /// 锚定2030年|实现渔业翻番目标|: a goal by which something else is done.
    fn is_anchored(&self, measure: &Measure) -> bool {
        let is_goal =
            ["目标", "要求", "愿景", "目标任务"].iter().any(|goal| measure.object.text.ends_with(goal));
        is_goal && {
            let ahead = self.ahead(measure);
            let clause = ahead.rsplit([',', ';', ':']).next().unwrap_or_default();
            self.words().anchors.longest_at(clause, 0).is_some()
        }
    }

    /// 组织专家与50家渔场|视频连线|: a meeting, unless it is what is held (举办论坛).
    fn is_meeting(&self, measure: &Measure) -> bool {
        !measure.verb.starts_with(HOLDING) && self.words().meetings.end(&measure.object.text)
    }
}
