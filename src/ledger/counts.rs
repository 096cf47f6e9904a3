//! What has an entry: a measure that can be worked off.

use std::ops::Range;

use super::reader::Reader;
use crate::record::{Figure, FigureKind, Measure, MeasureStatus};

/// Up to how many things are enumerated.
const MOST_ENUMERATED: u32 = 10;
/// Up to how many tasks are announced.
const MOST_ANNOUNCED: u32 = 20;
/// How far before a figure what it gauges is looked for, in characters.
const GAUGE: usize = 4;
/// A name of fewer characters tells nothing that comes to an end.
const SHORTEST_THING: usize = 3;
/// How many characters beside its figure an object has at most that is a mere amount: 达到5%.
const CHANGE: usize = 2;
/// So many people are a whole people.
const EVERYONE: u32 = 400_000_000;

impl Reader<'_> {
    /// A measure has an entry of its own when it has a figure, or a deadline and an end that can be checked, and no
    /// project, whose entry tells it.
    pub(super) fn counts(&self, measure: &Measure) -> bool {
        let is_counted = !self.counted(measure).is_empty();
        let is_promise = !self.forbids(measure)
            && !self.words().saying.contains(&measure.verb)
            && !self.sums_up(measure)
            && !self.announces(measure)
            && !self.follows(measure)
            && !self.is_statement(measure)
            && !self.has_no_object(measure);
        is_promise
            && measure.projects.is_empty()
            && (is_counted || measure.deadline.is_some() && self.comes_to_an_end(measure))
    }

    /// 严禁新建, 停止审批, 人数不得少于: to keep off something is not delivered, but 2030年底前停止使用 is.
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

    /// The figures of a measure that say how much shall be done.
    pub(super) fn counted(&self, measure: &Measure) -> Vec<usize> {
        let figure = |index: &usize| self.speech.figures.get(*index);
        let is_amount = |index: &usize| figure(index).is_some_and(|figure| self.is_amount(figure, measure));
        measure.figures.iter().copied().filter(is_amount).collect()
    }

    /// Whether a figure is one of what shall be done, and no label, number of kinds or explanation.
    fn is_amount(&self, figure: &Figure, measure: &Measure) -> bool {
        let words = self.words();
        let behind = self.source.folded(figure.span.end, measure.object.span.end.max(figure.span.end));
        // 千亿级开发区, 10万千瓦及以下机组, 12英寸产线: a class of things.
        let is_class = words.ranks.longest_at(&behind, 0).is_some();
        let is_size = figure.unit.as_deref().is_some_and(|unit| words.sizes.contains(unit));
        // 时速120公里以上线路: which are meant.
        let gauged = self.source.folded(figure.span.start.saturating_sub(GAUGE), figure.span.start);
        let is_gauge = words.gauges.end(&gauged);
        let is_size = is_size && behind.starts_with(|c: char| !c.is_ascii_punctuation());
        let is_label = is_class || is_size || is_gauge;
        // 尾矿库(1公里内有居民的尾矿库): what a bracket explains.
        let before = self.source.folded(measure.object.span.start, figure.span.start);
        let is_aside = before.matches('(').count() > before.matches(')').count() && behind.contains(')');
        // “三公里”就业圈: what the quotation marks of a name hold.
        let is_coined = before.matches('“').count() > before.matches('”').count() && behind.contains('”');
        // 产值过百亿元企业: how large those are that are meant.
        let names_more = behind.starts_with(|c: char| c == '的' || c.is_alphabetic())
            && words.beyond.longest_at(&behind, 0).is_none();
        let is_bar = figure.kind == FigureKind::Money && before.ends_with(['过', '超']) && names_more;
        let says_how_large =
            is_bar || self.is_everyone(figure, &behind) || self.is_size_of_counted(figure, measure);
        !is_label && !is_aside && !is_coined && !says_how_large && !self.enumerates(figure, measure)
    }

    /// 实施亿元以上|技改项目|1200项: a sum that says how large those are that the next figure counts, and no sum that is spent.
    fn is_size_of_counted(&self, figure: &Figure, measure: &Measure) -> bool {
        let words = self.words();
        let mut others = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        figure.kind == FigureKind::Money
            && others.any(|other| {
                let between = self.source.folded(figure.span.end, other.span.start.max(figure.span.end));
                let named = words.bounds.longest_at(&between, 0).map(|(bound, ())| &between[bound.end..]);
                let is_one_phrase = named.is_some_and(|named| {
                    !named.is_empty()
                        && !named.contains(['、', ',', ';', '。', '和', '及', '(', ')'])
                        && words.spent.find(named).next().is_none()
                });
                other.kind == FigureKind::Count && is_one_phrase
            })
    }

    /// 甲和乙两个手段, 四类村庄: a small count in words that only sums up what is named, or says of how many kinds.
    fn enumerates(&self, figure: &Figure, measure: &Measure) -> bool {
        let kinds = &self.words().kinds;
        let object = &measure.object.span;
        let behind = measure.object.text.split_once(&figure.text).map_or("", |(_, behind)| behind);
        let is_respect = kinds.longest_at(behind, 0).is_some();
        let is_inside = figure.span.start > object.start && figure.span.end < object.end;
        let is_kind = figure.unit.as_deref().is_some_and(|unit| kinds.contains(unit));
        let is_small = figure.value.is_some_and(|value| value <= MOST_ENUMERATED.into());
        let in_words = figure.text.starts_with(|c: char| !c.is_numeric() && !c.is_ascii());
        // 用好两个市场: what is there already.
        let is_there = figure.span.start == object.start && self.words().using.contains(&measure.verb);
        let says_none = is_inside || is_kind || is_respect || is_there || self.follows_its_items(figure);
        in_words && is_small && figure.kind == FigureKind::Count && says_none
    }

    /// 甲整治和乙清理|两个行动: whether as many things as a figure counts are named before it in its clause; what is done to
    /// them (改造和新建|两个水库) is none of them.
    fn follows_its_items(&self, figure: &Figure) -> bool {
        let (start, _) = self.source.bounds(&figure.span);
        let before = self.source.folded(start, figure.span.start);
        let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
        let items: Vec<&str> = clause.split(['、', '和', '与', '及']).collect();
        let words = self.words();
        let is_done =
            items.last().is_none_or(|last| words.finishing.contains(last) || words.carried.contains(last));
        items.len() > 1 && !is_done && figure.value.is_some_and(|value| value <= items.len().into())
    }

    /// 河道整治(8个), 民生改善方面4项: — headings that count what is listed below them.
    fn sums_up(&self, measure: &Measure) -> bool {
        let (_, end) = self.source.bounds(&measure.span);
        let rest = self.source.folded(measure.span.start, end);
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

    /// 推进十个方面重点任务。一是…: the tasks that follow are the entries.
    fn announces(&self, measure: &Measure) -> bool {
        let object = &measure.object.span;
        let figures = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        let mut counted = figures.filter(|figure| object.contains(&figure.span));
        let is_few = counted.any(|figure| figure.value.is_some_and(|value| value <= MOST_ANNOUNCED.into()));
        let behind = self.source.folded(object.end, object.end + 8);
        let Some(next) = behind.strip_prefix([':', '。', ';']) else { return false };
        let next = next.trim_start();
        is_few && (behind.starts_with(':') || self.words().firsts.longest_at(next, 0).is_some())
    }

    /// 这样就能…: what comes of something else is no promise of its own.
    fn follows(&self, measure: &Measure) -> bool {
        let before = self.ahead(measure);
        let clause = before.rsplit([';', '。']).next().unwrap_or_default();
        self.words().consequence.find(clause).next().is_some()
    }

    /// 参加保障的劳动者达5万人: the verb tells which they are; 企业实现利润5亿元: a group only earned it; 新工艺可以节约5%: it
    /// may be.
    fn is_statement(&self, measure: &Measure) -> bool {
        let words = self.words();
        let object = &measure.object;
        let figure = self.first_figure(measure);
        let before = figure.map_or_else(String::new, |figure| {
            self.source.folded(object.span.start, figure.span.start.max(object.span.start))
        });
        let counts = words.standing.end(&before) && before.contains('的');
        // 取消审批的事项|力争达到100项: that is what is promised.
        let is_aimed = words.letting.contains(&measure.verb) || words.letting.find(&before).next().is_some();
        let earns = measure.verb == "实现"
            && measure.status == MeasureStatus::Done
            && measure.actor.as_ref().is_some_and(|actor| words.groups.end(&actor.text));
        let is_able = words.able.find(&object.text).any(|(able, ())| !object.text[able.end..].contains('的'));
        // 吸纳技术合同成交额年均增长5%: how an indicator grows that opens with a verb, which does nothing to it.
        let verb = &measure.verb;
        let is_led =
            || [&words.moving, &words.finishing, &words.force].iter().any(|words| words.contains(verb));
        let grows = before.ends_with("年均增长") && !is_aimed && !is_led();
        // 煤耗由5吨降低到3吨: what an amount came down to.
        let comes_to = measure.verb.ends_with(['到', '至'])
            && measure.rule != super::reader::OBJECT_FIRST
            && self.ahead(measure).rsplit([';', ':']).next().is_some_and(|said| said.contains(['由', '从']));
        counts && !is_aimed || earns || is_able || grows || comes_to
    }

    /// 实现目标的关键时期: what a time is; 将在明年提请大会审议通过: of what is not said; 通报如下: what follows is meant;
    /// 乙市控制|单元等5个单元: what 等 closes is counted by its own noun, so that the verb is part of the name.
    fn has_no_object(&self, measure: &Measure) -> bool {
        let words = self.words();
        let object = &measure.object.text;
        let figure = self.first_figure(measure);
        let is_list = object.split_once('等').is_some_and(|(item, behind)| {
            let noun = figure.and_then(|figure| behind.strip_prefix(&figure.text));
            item.chars().count() > 1 && noun.is_some_and(|noun| noun.starts_with(item))
        });
        // 争取达到5%: of what is not said.
        let is_bare = figure.is_some_and(|figure| {
            let more = object.chars().count().saturating_sub(figure.text.chars().count());
            figure.of.is_none() && object.contains(&figure.text) && more <= CHANGE
        });
        let is_asked = words.decisions.end(object) && figure.is_none();
        words.eras.end(object) || object.ends_with("如下") || is_list || is_bare || is_asked
    }

    pub(super) fn first_figure(&self, measure: &Measure) -> Option<&Figure> {
        self.speech.figures.get(*measure.figures.first()?)
    }

    /// 建成甲制度, 确保乙改造完成: what can be seen to be done; 加强, 推进 never are, nor is 实现良好开局.
    fn comes_to_an_end(&self, measure: &Measure) -> bool {
        let words = self.words();
        let lets = words.letting.contains(&measure.verb);
        // 改建铁路: any of them.
        let is_vague = measure.object.text.chars().count() < SHORTEST_THING;
        if is_vague || words.aspirations.end(&measure.object.text) {
            return false;
        }
        words.finishing.contains(&measure.verb)
            || lets && words.finishing.find(&measure.object.text).next().is_some()
    }

    /// The sentence before the object of a measure, its verb included.
    pub(super) fn ahead(&self, measure: &Measure) -> String {
        let (start, _) = self.source.bounds(&measure.object.span);
        self.source.folded(start, measure.object.span.start)
    }

    /// Where the verb of a measure stands in a stretch of text before its object, in bytes.
    pub(super) fn verb_in(&self, ahead: &str, measure: &Measure) -> Option<Range<usize>> {
        let at = ahead.rfind(&measure.verb)?;
        Some(at..at + measure.verb.len())
    }

    /// 十几亿人口的|潜力: all people that there are, and no amount of what is done.
    fn is_everyone(&self, figure: &Figure, behind: &str) -> bool {
        let is_whole = match figure.value {
            Some(value) => value >= EVERYONE.into(),
            None => figure.text.contains('亿') || figure.text.contains("万万"),
        };
        let people = || self.words().people.longest_at(behind, 0);
        let named = match figure.unit.as_deref() {
            Some("人") => Some(behind),
            _ => people().map(|(people, ())| &behind[people.end..]),
        };
        is_whole && named.is_some_and(|behind| behind.starts_with('的'))
    }
}
