//! Decides which measures have an entry: those that can be worked off.

use std::ops::Range;

use super::reader::Reader;
use super::sibling::BEING_BUILT;
use crate::record::{Figure, FigureKind, Measure, MeasureStatus};

/// Largest number of tasks that an announcement counts.
const MAX_ANNOUNCED: u32 = 20;
/// A name with fewer characters means nothing that comes to an end.
const MIN_THING_CHARS: usize = 3;
/// Most characters beside its figure in an object that is a mere amount: 达到5%.
const MAX_CHANGE_CHARS: usize = 2;

/// The verb after which a share tells how far a thing is.
const COMPLETED: &str = "完成";
/// Stands before what is foreseen and not promised.
const EXPECTED: &str = "预计";

/// What others advise, and those of whom is not said who they are.
const ADVISING: &str = "建议";
const SOME: [&str; 6] = ["一些", "有的", "有些", "不少", "许多", "部分"];

/// Adverbs of what only moves towards an end.
const GRADUAL: [&str; 3] = ["逐步", "逐渐", "加快"];

impl Reader<'_> {
    /// Whether a measure has an entry of its own: it has a figure, or a deadline and an end that can be
    /// checked, and no project whose entry tells it.
    pub(super) fn counts(&self, measure: &Measure) -> bool {
        let counted = self.counted(measure);
        // Nobody can tell when this is done: 修建水坝几十座.
        let is_counted = counted.iter().any(|index| self.speech.figures[*index].value.is_some());
        self.is_work(measure)
            && (is_counted
                || self.own_deadline(measure).is_some()
                    && self.comes_to_an_end(measure)
                    && !self.is_gradual(measure)
                || self.is_ended(measure))
    }

    /// Whether the next clause says by when the promise comes to its end: 加快渔村改造，|确保9月底前全部完工|.
    fn is_ended(&self, measure: &Measure) -> bool {
        measure.status == MeasureStatus::Planned
            && measure.deadline.is_none()
            && measure.object.text.chars().count() >= MIN_THING_CHARS
            && self.ends_with_work(&measure.object.text)
            && self.end_after(measure).is_some()
    }

    /// Whether the deed only moves towards an end, and so is not done by the time of another clause:
    /// 今年进行试点，|逐步|形成制度.
    fn is_gradual(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let clauses = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
        let Some((_, own)) = clauses.rsplit_once([',', ';']) else { return false };
        let is_before = self.due_time(measure).is_some_and(|time| !own.contains(&time.text));
        is_before && (GRADUAL.iter().any(|word| own.ends_with(word)) || measure.verb == "引导")
    }

    /// Whether an object ends with a deed that comes to an end: 渔村|改造|.
    fn ends_with_work(&self, object: &str) -> bool {
        let last = self.words().finishing.find(object).last();
        last.is_some_and(|(range, ())| range.end == object.len())
    }

    /// Whether a measure without an entry may tell what came of a promise.
    pub(super) fn may_report(&self, measure: &Measure) -> bool {
        measure.status == MeasureStatus::Done && measure.figures.is_empty() && self.is_work(measure)
    }

    /// Whether somebody does something that can be told apart, and no project's entry tells it.
    fn is_work(&self, measure: &Measure) -> bool {
        measure.projects.is_empty()
            && !self.forbids(measure)
            && !self.only_says(measure)
            && !self.sums_up(measure)
            && !self.announces(measure)
            && !self.follows(measure)
            && !self.is_statement(measure)
            && !self.is_effect(measure)
            && !self.only_tells(measure)
            && !self.has_no_object(measure)
            && !self.is_alternative(measure)
            && !self.is_size(measure)
            && !self.is_advised(measure)
    }

    /// 一些部门建议,|新建码头5座|: what others, of whom is not said who, only advise; but 《建议》提出, and what the speaker advises.
    fn is_advised(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let sentence = preceding.rsplit([';', '。']).next().unwrap_or_default();
        let mut clauses = sentence.rsplit(',');
        let (own, before) = (clauses.next().unwrap_or_default(), clauses.next().unwrap_or_default());
        let advise = |told: &str| {
            let who = told.trim_start_matches(|c: char| c.is_whitespace());
            SOME.iter().any(|some| who.starts_with(some))
        };
        let advised = |clause: &str| clause.split_once(ADVISING).map(|(who, _)| advise(who));
        advised(own).unwrap_or(false) || before.strip_suffix(ADVISING).is_some_and(advise)
    }

    /// Whether it is the second of two alternatives, which the first one tells: 建成码头5座或|渔港3座|.
    fn is_alternative(&self, measure: &Measure) -> bool {
        let start = measure.object.span.start;
        let is_start = |first| self.alternative(first).is_some_and(|other| other.object.span.start == start);
        self.read.folded(start.saturating_sub(1), start) == "或"
            && self.around(&measure.object.span).into_iter().any(is_start)
    }

    /// The measure that may be done instead, with the same verb: 建成码头5座|或|渔港3座.
    pub(super) fn alternative(&self, measure: &Measure) -> Option<&Measure> {
        let end = measure.object.span.end;
        if self.read.folded(end, end + 1) != "或" {
            return None;
        }
        self.objects_from(end + 1, end + 2).find(|other| other.span == measure.span)
    }

    /// Whether the measure only keeps off something, which is never delivered: 严禁新建, 停止审批, 人数不得少于; but
    /// 2030年底前停止使用 is.
    fn forbids(&self, measure: &Measure) -> bool {
        let words = self.words();
        let due = || measure.deadline.and_then(|index| self.speech.times.get(index));
        let ends = || due().is_some_and(|time| time.text.ends_with(['前', '底', '末', '止']));
        let bars = measure.text.contains("不得") && !measure.text.contains("不得不");
        words.forbidding.contains(&measure.verb)
            || words.stopping.contains(&measure.verb) && !ends()
            || bars && !measure.object.text.contains("不得")
            || bars && measure.rule == super::reader::OBJECT_FIRST
    }

    /// Whether something is only said: 宣布5项举措, 提出四项指标; 提出法律草案3件 is work.
    fn only_says(&self, measure: &Measure) -> bool {
        let words = self.words();
        let tables = words.tabling.contains(&measure.verb) && !measure.object.text.contains('案');
        // Somebody resolved it, and nothing was worked off: 确定渔业翻番的目标.
        let is_worked_off =
            [&words.finishing, &words.moving].iter().any(|verbs| verbs.contains(&measure.verb));
        let resolves =
            measure.status == MeasureStatus::Done && measure.object.text.ends_with("目标") && !is_worked_off;
        tables || resolves || words.saying.contains(&measure.verb)
    }

    /// Whether it is a heading that counts the items below it: 河道整治(8个), 民生改善方面4项.
    fn sums_up(&self, measure: &Measure) -> bool {
        let (_, end) = self.read.bounds(&measure.span);
        let rest = self.read.folded(measure.span.start, end);
        let rest = rest.trim_end();
        let in_bracket = rest.strip_suffix(['个', ')']).and(rest.rsplit_once('(')).map(|(_, count)| count);
        let is_count = |count: &str| {
            let unit = count.trim_end_matches(')');
            let number = unit.strip_suffix(['个', '项']);
            number.is_some_and(|number| !number.is_empty() && number.chars().all(char::is_numeric))
        };
        let summed = rest.strip_suffix(':').and_then(|rest| rest.rsplit_once("方面")).map(|(_, count)| count);
        in_bracket.or(summed).is_some_and(is_count)
    }

    /// Whether it announces the tasks after it, which are the entries: 推进十个方面重点任务。一是….
    fn announces(&self, measure: &Measure) -> bool {
        let object = &measure.object.span;
        let figures = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        let mut counted = figures.filter(|figure| object.contains(&figure.span));
        let is_few = counted.any(|figure| figure.value.is_some_and(|value| value <= MAX_ANNOUNCED.into()));
        let after = self.read.folded(object.end, object.end + 8);
        let Some(next) = after.strip_prefix([':', '。', ';']) else { return false };
        let next = next.trim_start();
        is_few && (after.starts_with(':') || self.words().firsts.longest_at(next, 0).is_some())
    }

    /// Whether it follows from something else and is no promise of its own: 这样就能….
    fn follows(&self, measure: &Measure) -> bool {
        let before = self.text_before(measure);
        let clause = before.rsplit([';', '。']).next().unwrap_or_default();
        self.words().consequence.find(clause).next().is_some()
    }

    /// Whether the verb makes a statement and promises nothing: it tells which are counted (参加保障的劳动者达5万人),
    /// what a group earned (企业实现利润5亿元), or what may be (新工艺可以节约5%).
    fn is_statement(&self, measure: &Measure) -> bool {
        let words = self.words();
        let object = &measure.object;
        let figure = self.first_figure(measure);
        let before = figure.map_or_else(String::new, |figure| {
            self.read.folded(object.span.start, figure.span.start.max(object.span.start))
        });
        let counts = words.standing.end(&before) && before.contains('的');
        // The verb tells which are meant: 列入规划的65种产品的产量.
        let joins = words.joining.contains(&measure.verb) && before.contains('的');
        // Here the amount is promised: 取消审批的事项|力争达到100项.
        let is_aimed = words.letting.contains(&measure.verb) || words.letting.find(&before).next().is_some();
        let earns = measure.verb == "实现"
            && measure.status == MeasureStatus::Done
            && measure.actor.as_ref().is_some_and(|actor| words.groups.end(&actor.text));
        let is_able = words.able.find(&object.text).any(|(able, ())| !object.text[able.end..].contains('的'));
        // The verb opens the name of an indicator that grows: 吸纳技术合同成交额年均增长5%.
        let verb = &measure.verb;
        let is_led =
            || [&words.moving, &words.finishing, &words.force].iter().any(|words| words.contains(verb));
        let grew = || measure.status == MeasureStatus::Done && self.tells_growth(measure);
        let grows = before.ends_with("年均增长") && !is_aimed && !is_led() || grew();
        // The amount is what something came down to: 煤耗由5吨降低到3吨.
        let comes_to = measure.verb.ends_with(['到', '至'])
            && measure.rule != super::reader::OBJECT_FIRST
            && self
                .text_before(measure)
                .rsplit([';', ':'])
                .next()
                .is_some_and(|said| said.contains(['由', '从']));
        counts && !is_aimed
            || joins
            || earns
            || is_able
            || grows
            || comes_to
            || self.tells_share(measure)
            || self.is_expected_of_others(measure)
    }

    /// Whether a share tells how far a thing is: 完成征地80%, 完成改造任务的60%; 年底前完成征地80% is a promise.
    fn tells_share(&self, measure: &Measure) -> bool {
        let object = &measure.object;
        let ends =
            |figure: &Figure| figure.kind == FigureKind::Percent && object.text.ends_with(&figure.text);
        let is_due = || measure.status == MeasureStatus::Planned && self.deadline(measure).is_some();
        measure.verb == COMPLETED
            && measure.figures.iter().filter_map(|index| self.speech.figures.get(*index)).any(ends)
            && !is_due()
    }

    /// Whether others are expected to do it: 预计农民|新建住宅5万平方米.
    fn is_expected_of_others(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let before = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
        let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
        clause.split_once(EXPECTED).is_some_and(|(_, who)| self.words().groups.end(who))
    }

    /// Whether it is an effect of another deed: 发放补贴3亿元、带动消费20亿元.
    fn is_effect(&self, measure: &Measure) -> bool {
        measure.status == MeasureStatus::Done
            && (self.words().effects.contains(&measure.verb) || self.is_on_average(measure))
    }

    /// Whether it is an average effect: 推出服务9项，|平均|压减时间5%.
    fn is_on_average(&self, measure: &Measure) -> bool {
        let is_share = self.first_figure(measure).is_some_and(|figure| figure.kind == FigureKind::Percent);
        is_share && {
            let preceding = self.text_before(measure);
            self.verb_in(&preceding, measure).is_some_and(|verb| preceding[..verb.start].ends_with(",平均"))
        }
    }

    /// Whether the object says how an indicator grew: 带动投资增长5%, 旅游总花费分别增长5%、6%.
    fn tells_growth(&self, measure: &Measure) -> bool {
        let object = &measure.object.span;
        let figures = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        let mut inside = figures.filter(|figure| object.contains(&figure.span));
        inside.any(|figure| self.read.folded(object.start, figure.span.start).ends_with("增长"))
    }

    /// Whether the object is no object: it describes a time (实现目标的关键时期), is not told (将在明年提请大会审议通过), follows
    /// (通报如下) or went before (把这个比例提高到5%), or is counted by its own noun after 等, so that the verb is part of
    /// the name (乙市控制|单元等5个单元).
    fn has_no_object(&self, measure: &Measure) -> bool {
        let words = self.words();
        let object = &measure.object.text;
        let figure = self.first_figure(measure);
        let is_list = object.split_once('等').is_some_and(|(item, after)| {
            let noun = figure.and_then(|figure| after.strip_prefix(&figure.text));
            item.chars().count() > 1 && noun.is_some_and(|noun| noun.starts_with(item))
        });
        // The thing that reaches the amount is not told: 争取达到5%.
        let is_bare = figure.is_some_and(|figure| {
            let more = object.chars().count().saturating_sub(figure.text.chars().count());
            // These are counted by the deed: 体检5万人次.
            let is_deed = words.deeds.end(&measure.verb)
                && figure.unit.as_deref().is_some_and(|unit| unit.contains(['人', '次']));
            figure.of.is_none() && object.contains(&figure.text) && more <= MAX_CHANGE_CHARS && !is_deed
        });
        // It was promised before: 落实建渔港5座的承诺.
        let is_promise = object.ends_with("的承诺");
        let is_asked = words.decisions.end(object) && figure.is_none();
        let is_anaphor = words.anaphors.longest_at(object, 0).is_some();
        // The verb is part of what is measured: 投资|总规模5亿元, 服务|数量7万人次.
        let is_measured = measure.verb == "投资" && object.starts_with("总规模")
            || ["数量", "金额"].iter().any(|measured| object.starts_with(measured));
        // It tells among which: 集中开工的11个项目中.
        let is_among = object.strip_suffix('中').is_some_and(|whole| {
            let of = figure.and_then(|figure| figure.of.as_ref());
            of.is_some_and(|of| whole.ends_with(&of.text) && object.contains('的'))
        });
        // It tells how many of the same are still being built: 建成渔道4条、|在建8条.
        let is_stage = object.strip_prefix(BEING_BUILT).is_some_and(|count| {
            figure.is_some_and(|figure| !figure.text.is_empty() && count.starts_with(&figure.text))
        });
        is_anaphor
            || is_stage
            || is_among
            || is_promise
            || is_measured
            || words.eras.end(object)
            || object.ends_with("如下")
            || is_list
            || is_bare
            || is_asked
    }

    pub(super) fn first_figure(&self, measure: &Measure) -> Option<&Figure> {
        self.speech.figures.get(*measure.figures.first()?)
    }

    /// Whether it can be seen to be done: 建成甲制度, 确保乙改造完成; never 加强 or 推进, nor 实现良好开局.
    fn comes_to_an_end(&self, measure: &Measure) -> bool {
        let words = self.words();
        let lets = words.letting.contains(&measure.verb);
        // It may be any of them: 改建铁路.
        let is_vague = measure.object.text.chars().count() < MIN_THING_CHARS;
        // Nobody can tell which: 兴建一批项目.
        let is_open = words.indefinite.longest_at(&measure.object.text, 0).is_some();
        if is_vague || is_open || words.aspirations.end(&measure.object.text) {
            return false;
        }
        words.finishing.contains(&measure.verb)
            || lets && words.finishing.find(&measure.object.text).next().is_some()
    }

    /// The sentence before the object of a measure, with the verb, folded.
    pub(super) fn text_before(&self, measure: &Measure) -> String {
        let (start, _) = self.read.bounds(&measure.object.span);
        self.read.folded(start, measure.object.span.start)
    }

    /// The bytes of a measure's verb in the text before its object.
    pub(super) fn verb_in(&self, preceding: &str, measure: &Measure) -> Option<Range<usize>> {
        let at = preceding.rfind(&measure.verb)?;
        Some(at..at + measure.verb.len())
    }
}
