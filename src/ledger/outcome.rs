//! Recognises measures that have no entry despite their amount: an effect of something else, a goal that only
//! directs, a meeting.

use super::reader::{OBJECT_FIRST, Reader};
use crate::lexicon::Measures;
use crate::record::{FigureKind, Measure, MeasureStatus};
use crate::text::{clause_after, clause_before};

/// The last characters of words for the time of a task, and their greatest length, in characters: 全年, 年度, 年初,
/// 原定.
const OF_TIME: [char; 4] = ['年', '度', '初', '定'];
const MAX_OF_TIME_CHARS: usize = 3;
/// First characters of verbs of holding a meeting, which somebody promises or does.
const HOLDING: [char; 3] = ['举', '承', '主'];
/// Words between the clause before and the verb of an effect.
const MANNER: [&str; 4] = ["累计", "每年", "共", "全年"];
/// A clause of at most this many characters only says when.
const MAX_TIME_CHARS: usize = 4;

impl Reader<'_> {
    /// Whether a measure tells only an effect of another, what directs others, or that people met.
    pub(super) fn only_tells(&self, measure: &Measure) -> bool {
        self.is_relief(measure)
            || self.is_total(measure)
            || self.is_outturn(measure)
            || self.is_anchored(measure)
            || self.is_meeting(measure)
            || self.is_registered(measure)
            || self.is_indicator(measure)
            || self.is_occasion(measure)
            || self.guides(measure)
            || self.is_brought_about(measure)
            || self.is_reach(measure)
            || self.is_honoured(measure)
    }

    /// Whether it tells how far the deed of the clause before reaches: 建设渔业服务点20个，|覆盖渔村300个|; not
    /// 今年，覆盖渔村300个.
    fn is_reach(&self, measure: &Measure) -> bool {
        self.words().reaching.contains(&measure.verb) && {
            let preceding = self.text_before(measure);
            let before = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
            let before = MANNER.iter().fold(before, |before, manner| before.trim_end_matches(manner));
            let clause = before.strip_suffix(',').map_or("", clause_before);
            clause.chars().count() > MAX_TIME_CHARS
        }
    }

    /// Whether others do it because of the clause with 使 before, without an amount: 免除渔村学费，使孩子都能上学，|完成学业|.
    fn is_brought_about(&self, measure: &Measure) -> bool {
        measure.figures.is_empty() && {
            let preceding = self.text_before(measure);
            let before =
                self.verb_in(&preceding, measure).and_then(|verb| preceding[..verb.start].strip_suffix(','));
            let clause = before.and_then(|before| before.rsplit([',', ';', ':', '。']).next());
            clause.is_some_and(|clause| clause.starts_with(['使', '让']))
        }
    }

    /// Whether it is praised, so that the verb opens the name of the thing praised: 促进渔业、渔具创新等9项经验|受到肯定和推广.
    fn is_honoured(&self, measure: &Measure) -> bool {
        let words = self.words();
        let figure = self.first_figure(measure).filter(|_| measure.status == MeasureStatus::Done);
        let after = figure.and_then(|figure| measure.object.text.split_once(&figure.text));
        let praised =
            after.and_then(|(_, after)| words.honours.find(after).next().map(|(at, ())| (at, after)));
        praised.is_some_and(|(at, after)| at.start > 0 && !after[at.start..].contains('的'))
    }

    /// Whether it is a sum saved by the clause before: 取消收费5项，|减轻渔民负担3亿元|.
    fn is_relief(&self, measure: &Measure) -> bool {
        let saves = measure.status == MeasureStatus::Done
            && self.words().relieving.contains(&measure.verb)
            && self.first_figure(measure).is_some_and(|figure| figure.kind == FigureKind::Money);
        saves && {
            let preceding = self.text_before(measure);
            let before = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
            MANNER.iter().fold(before, |before, manner| before.trim_end_matches(manner)).ends_with(',')
        }
    }

    /// Whether it tells how much of a plan an amount came to: 渔业税|完成预算数的98%|, 培训渔民300人次,|完成年度任务的72%|.
    fn is_outturn(&self, measure: &Measure) -> bool {
        let share = self.first_figure(measure).filter(|figure| figure.kind == FigureKind::Percent);
        let opens =
            share.and_then(|figure| measure.object.text.split_once(&figure.text)).map(|(opens, _)| opens);
        let of = opens.and_then(|opens| opens.strip_suffix('的'));
        measure.status == MeasureStatus::Done && of.is_some_and(|of| self.is_plan(of))
    }

    /// Whether the noun of a share is a plan: 预算数, 年度任务.
    fn is_plan(&self, of: &str) -> bool {
        let measures = &self.lexicon.measures;
        measures.plan(of).is_some_and(|plan| !plan.is_task || is_bare_task(of, measures))
    }

    /// Whether it is a goal by which something else is done: 锚定2030年|实现渔业翻番目标|.
    fn is_anchored(&self, measure: &Measure) -> bool {
        let is_goal =
            ["目标", "要求", "愿景", "目标任务"].iter().any(|goal| measure.object.text.ends_with(goal));
        is_goal && {
            let preceding = self.text_before(measure);
            let clause = clause_before(&preceding);
            self.words().anchors.longest_at(clause, 0).is_some()
        }
    }

    /// Whether it is a meeting, and not the holding of one (举办论坛): 组织专家与50家渔场|视频连线|.
    fn is_meeting(&self, measure: &Measure) -> bool {
        !measure.verb.starts_with(HOLDING) && self.words().meetings.end(&measure.object.text)
    }

    /// Whether it is a statistic of what others did: 新设|渔业企业5万户|, 新登记7万户、|其中企业5万家|.
    fn is_registered(&self, measure: &Measure) -> bool {
        let figures = || measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        let counted = || figures().filter_map(|figure| figure.of.as_ref());
        measure.status == MeasureStatus::Done
            && self.words().registering.contains(&measure.verb)
            && counted().any(|of| self.words().registrants.end(&of.text))
    }

    /// Whether it is what an indicator in money came to, which nobody did: 实现|渔业增加值5亿元|, 渔业进出口额|突破5亿元|.
    fn is_indicator(&self, measure: &Measure) -> bool {
        let is_done = measure.status == MeasureStatus::Done;
        let came_to = is_done && self.words().coming_to.contains(&measure.verb);
        let sum = || self.first_figure(measure).filter(|figure| figure.kind == FigureKind::Money);
        if is_done && (measure.rule == OBJECT_FIRST || measure.verb == "突破") {
            let of = sum().and_then(|figure| figure.of.as_ref());
            return of.is_some_and(|of| self.words().outcomes.end(&of.text));
        }
        let named = || measure.object.text.split_once(&sum()?.text).map(|(named, _)| named);
        came_to && named().is_some_and(|named| self.words().outcomes.end(self.words().without_bound(named)))
    }

    /// Whether it is only the occasion of something else: 以|举办渔业论坛|为契机.
    fn is_occasion(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let clause = clause_before(&preceding);
        clause.contains('以') && {
            let (_, end) = self.read.bounds(&measure.object.span);
            let after = self.read.folded(measure.object.span.end, end);
            let closes = clause_after(&after);
            self.words().occasions.end(closes)
        }
    }

    /// Whether it only guides: 指导思想是:…建设美丽渔村.
    fn guides(&self, measure: &Measure) -> bool {
        measure.figures.is_empty() && self.text_before(measure).contains("指导思想")
    }
}

/// Whether a task is named only by its time: 年度任务, 全年目标任务; not 渔港改造任务.
fn is_bare_task(of: &str, measures: &Measures) -> bool {
    let mut time = of;
    while let Some(plan) = measures.plan(time) {
        time = &time[..plan.start];
    }
    time.is_empty() || time.chars().count() <= MAX_OF_TIME_CHARS && time.ends_with(OF_TIME)
}
