//! When two measures are one promise: as what their words are compared, and looked for in later documents.

use super::alike::{plainly, signs_of_spending};
use super::lead::plain_joint;
use super::noun::without_bound;
use super::opening::{FOR, MANNER};
use super::reader::{OBJECT_FIRST, Reader};
use super::sought::Sought;
use crate::lexicon::iso::{ends, year_of, years_of};
use crate::record::{Change, Figure, Measure, Span, Time};
use crate::text::clause_after;

/// Objects of fewer characters than this are one thing only under the same verb.
pub(super) const MIN_TELLING_CHARS: usize = 6;
/// Of what is built or carried out by the number, objects of as many characters tell enough: 学校5所.
const MIN_COUNTED_CHARS: usize = 2;
/// A thing of an amount that is compared sign by sign has as many at least.
const MIN_SIGNS_CHARS: usize = 4;
/// What came to be more says enough by its unit, too: 新增学位5个.
const MIN_ADDED_CHARS: usize = 2;
/// A thing without an amount has as many at least.
const MIN_THING_CHARS: usize = 3;
/// The longest verb of coming to be more or less, in characters.
const MAX_INCREASE_CHARS: usize = 3;
/// The longest words that tell that a thing is built, in characters: 均已于9月1日全面建成投用.
const MAX_END_CHARS: usize = 20;
/// The characters of most verbs.
const VERB_CHARS: usize = 2;
/// How it is told that something was done, and that it is: 依法|关停, 改造|到位.
const HOW_TOLD: [&str; 6] = ["依法", "按期", "如期", "顺利", "已经", "正式"];
const DONE: [&str; 3] = ["到位", "完毕", "完工"];
/// What stands for all verbs of founding, of bringing in, and of those that are made of these signs with 改 among them.
const CREATING: &str = "创建";
const ATTRACTING: &str = "引进";
const REBUILT: &str = "改造";
const REBUILDING: &str = "新建改扩造提升、和";
const REBUILDING_ENDS: [&str; 5] = ["改造", "提升", "改建", "扩建", "升级"];
/// What says no more than that it came to its end.
const COMPLETING: &str = "完成";
/// What stands for all verbs of keeping.
const KEEPING: &str = "守住";
/// What closes an object that names a promise, and says nothing of it.
pub(super) const CLOSING: &[&str] = &["等各项任务", "目标任务", "目标", "任务", "指标"];
/// What stands around a deadline and belongs to it: 到|2030年|前.
pub(super) const BEFORE_DEADLINE: [char; 5] = ['到', '在', '于', '至', '用'];
pub(super) const BEHIND_DEADLINE: [char; 5] = ['前', '底', '末', ',', '，'];

impl Reader<'_> {
    /// Verb and object, as they are compared: how hard it is striven for (力争), the deadline, the figures and 目标 or 任务
    /// at the end left out; of what is built or carried out only the object, where it says enough.
    pub(super) fn key(&self, opens: &str, verb: &str, measure: &Measure) -> String {
        let object = self.with_purpose(measure);
        let carried = &self.words().carried;
        // 严守红线: 守住红线.
        let verb = if self.words().keeping.contains(verb) { KEEPING } else { verb };
        let shortest = if measure.figures.is_empty() { MIN_TELLING_CHARS } else { MIN_COUNTED_CHARS };
        let tells = |object: &str| object.chars().count() >= shortest;
        if tells(&object) && carried.contains(verb) {
            return object;
        }
        let opens = plain_joint(opens, &self.words().finishing);
        // 力争新增企业8家、|新增|工厂9家.
        let shared = self.gapped(measure, &measure.object.text).unwrap_or_default();
        let whole = format!("{opens}{verb}{shared}{object}");
        let plain = self.without_force(&whole);
        let forced = plain.len() < whole.len();
        let inner = carried.longest_at(plain, 0).map(|(range, ())| &plain[range.end..]);
        inner.filter(|object| forced && tells(object)).unwrap_or(plain).to_owned()
    }

    /// As what a promise is looked for in later documents: of one with an amount only its report says that it is the same.
    pub(super) fn sought(&self, verb: &str, key: &str, measure: &Measure) -> Option<Sought> {
        let object = &measure.object.span;
        let due = self.due(measure);
        if measure.figures.is_empty() {
            Sought::promise(verb, &self.plain_object(measure), key, due, self.words())
        } else {
            let whole = without_closing(&self.read.folded(object.start, object.end));
            let figures = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
            let amounts = figures.map(|figure| crate::document::plain(&figure.text)).collect();
            let thing = self.plain_object(measure);
            Sought::amount((verb, &whole), (&thing, amounts), due, self.words())
        }
    }

    /// The year in which a promise is due: that of its deadline (三年内: this many years from now), else of its document.
    pub(super) fn due(&self, measure: &Measure) -> Option<i32> {
        let said = self.read.date().and_then(year_of);
        let deadline = measure.deadline.and_then(|index| self.speech.times.get(index)?.iso.as_deref());
        let Some(deadline) = deadline else { return said };
        match years_of(deadline) {
            Some(years) => said.map(|said| said + years),
            None => year_of(ends(deadline).1).or(said),
        }
    }

    /// 增加沼气户, 新增沼气户; 渔民的安全饮水, 渔民的饮水安全: a promise and its report in other words have the same signs in any
    /// order, those left out that say nothing of what is meant, and verbs that say the same are one.
    pub(super) fn signs(&self, opens: &str, measure: &Measure) -> Option<String> {
        if measure.rule == OBJECT_FIRST {
            return self.signs_of_outcome(self.first_figure(measure)?);
        }
        if let Some(signs) = self.signs_of_sum(measure) {
            return Some(signs);
        }
        // 取消渔业税: a short thing says enough with its verb.
        let is_short = measure.verb.chars().count() > 1;
        // 改造危桥9座: nor does what is added, built or done by the number need more.
        let words = self.words();
        let is_plain = || {
            words.increasing.contains(&measure.verb)
                || words.carried.contains(&measure.verb)
                || words.finishing.contains(&measure.verb)
                || words.creating.contains(&measure.verb)
                || words.attracting.contains(&measure.verb)
                || words.deeds.end(&measure.verb)
                || words.alike.contains(&measure.verb)
        };
        let adds = !measure.figures.is_empty() && is_plain();
        let shortest = match (adds, is_short) {
            (true, _) => MIN_ADDED_CHARS,
            (_, true) => MIN_THING_CHARS,
            _ => MIN_SIGNS_CHARS,
        };
        let object = self.with_purpose(measure);
        // 覆盖全县的|渔业防疫体系: what it is, and not what it is like.
        let tail = object.rsplit_once('的').map(|(_, tail)| tail);
        let tail =
            tail.filter(|tail| measure.figures.is_empty() && tail.chars().count() >= MIN_TELLING_CHARS);
        // 为渔民筛查5万人: for whom, without the word that says this.
        let opens = plain_joint(opens, &self.words().finishing);
        let opens = crate::document::plain(opens.trim_start_matches(FOR));
        let opens = crate::document::without(&opens, &self.words().filling);
        let is_bare = object.is_empty() && opens.chars().count() >= MIN_SIGNS_CHARS;
        let thing = if is_bare { Some(object) } else { self.telling(tail.unwrap_or(&object), shortest) };
        // 建设泊位50个, 新增泊位52个.
        let builds = !measure.figures.is_empty() && measure.verb.contains('建');
        let verb = if builds && self.words().carried.contains(&measure.verb) { "" } else { &measure.verb };
        Some(self.sorted(verb, &format!("{opens}{}", thing?)))
    }

    /// Those of what came to be more or less, or was done, which no measure says: 新增2万|沼气户, 贫困户|减少3万, 渔民搬迁|3万人.
    pub(super) fn signs_of_outcome(&self, figure: &Figure) -> Option<String> {
        let of = figure.of.as_ref()?;
        if let Some(signs) = signs_of_spending(figure, self.words()).or_else(|| self.signs_of_task(figure)) {
            return Some(signs);
        }
        if of.span.end <= figure.span.start {
            let verb = self.read.folded(of.span.end, figure.span.start);
            let verb = without_bound(&verb);
            if let Some(more) = self.increase_before(of.span.start).filter(|_| verb.is_empty()) {
                return Some(self.sorted(&more, &self.telling(&of.text, MIN_ADDED_CHARS)?));
            }
            // 更新|改造|输水管网36公里.
            if let Some(deed) = self.deed_before(of.span.start).filter(|_| verb.is_empty()) {
                return Some(self.sorted(&deed, &self.telling(&of.text, MIN_ADDED_CHARS)?));
            }
            // 街心公园|建成|8个, as 新建街心公园8个.
            if let Some(told) = self.verb_told(verb) {
                return Some(self.sorted(told, &self.telling(&of.text, MIN_ADDED_CHARS)?));
            }
            // 口袋公园|8处|全部建成.
            if let Some(told) = self.verb_after(&figure.span).filter(|_| verb.is_empty()) {
                return Some(self.sorted(&told, &self.telling(&of.text, MIN_ADDED_CHARS)?));
            }
            let deeds = &self.words().deeds;
            // 渔民搬迁|3万人, 渔村住房|改造|9万套.
            let is_done = verb.is_empty() && deeds.end(&of.text) || deeds.end(verb);
            let is_less =
                figure.change == Change::Down && (1..=MAX_INCREASE_CHARS).contains(&verb.chars().count());
            let thing = self.telling(&of.text, MIN_SIGNS_CHARS).filter(|_| is_done || is_less)?;
            return Some(self.sorted(verb, &thing));
        }
        let before =
            || self.increase_before(figure.span.start).or_else(|| self.alike_before(figure.span.start));
        if let Some(verb) = before() {
            return Some(self.sorted(&verb, &self.telling(&of.text, MIN_ADDED_CHARS)?));
        }
        let verb = self.verb_after(&of.span)?;
        Some(self.sorted(&verb, &self.telling(&of.text, MIN_ADDED_CHARS)?))
    }

    /// 渔港|新建|5座, 养殖项目|已实施|5个: the verb between a thing and its amount that says what was done, as it is compared.
    fn verb_told<'v>(&self, between: &'v str) -> Option<&'v str> {
        let words = self.words();
        let verb = without_manner(between);
        let is_deed =
            [&words.carried, &words.increasing, &words.finishing].iter().any(|verbs| verbs.contains(verb))
                && (words.carried.contains(verb) || !words.moving.contains(verb));
        is_deed.then(|| if words.carried.contains(verb) && verb.contains('建') { "" } else { verb })
    }

    /// 新增|学位5个: the verb of coming to be more that ends here.
    fn increase_before(&self, at: usize) -> Option<String> {
        let before = self.read.folded(at.saturating_sub(MAX_INCREASE_CHARS), at);
        let mut starts = before.char_indices().map(|(at, _)| &before[at..]);
        starts.find(|verb| self.words().increasing.contains(verb)).map(str::to_owned)
    }

    /// 更新|改造|: the deed that ends here.
    fn deed_before(&self, at: usize) -> Option<String> {
        let before = self.read.folded(at.saturating_sub(MAX_INCREASE_CHARS), at);
        let (start, ()) = self.words().deeds.longest(&before)?;
        Some(before[start..].to_owned())
    }

    /// 9万平方米厂房|全面建成, 9座危桥|全部完成改造, 3家煤矿|依法关停: the verb that is told of a thing right here, as it is compared; none where
    /// the thing is only said to be built or in use.
    fn verb_after(&self, thing: &Span) -> Option<String> {
        let (_, end) = self.read.bounds(thing);
        let after = self.read.folded(thing.end, end.min(thing.end + MAX_END_CHARS));
        let told = self.without_day(without_manner(clause_after(&after)), thing.end, clause_after(&after));
        let words = self.words();
        // 完成|改造, 改造|全面完工.
        let deed = told.strip_prefix("完成").unwrap_or(told);
        let end = deed.char_indices().nth(VERB_CHARS).map_or(deed.len(), |(end, _)| end);
        let (verb, rest) = deed.split_at(end);
        if words.deeds.end(verb) && (rest.is_empty() || self.is_finished(without_manner(rest))) {
            return Some(verb.to_owned());
        }
        if self.is_finished(told) {
            return Some(String::new());
        }
        let is_all = told.len() < clause_after(&after).len();
        let verb = self.verb_told(told).filter(|_| is_all)?;
        Some(verb.to_owned())
    }

    /// 已于|9月1日|投用: what is told of a thing, the rest of a clause that starts at `from`, without the day.
    fn without_day<'t>(&self, told: &'t str, from: usize, clause: &str) -> &'t str {
        let Some(dated) = told.strip_prefix('于') else { return told };
        let at = from + clause[..clause.len() - dated.len()].chars().count();
        let first = self.speech.times.partition_point(|time| time.span.start < at);
        let day = self.speech.times.get(first).filter(|time| time.span.start == at);
        let rest =
            day.and_then(|day| dated.char_indices().nth(day.span.end - at)).map(|(end, _)| &dated[end..]);
        without_manner(rest.unwrap_or(told))
    }

    /// 建成投用, 到位: whether a text opens with what says that a work is done or in use.
    fn is_finished(&self, told: &str) -> bool {
        let mark = self.lexicon.stages.marks.longest_at(told, 0);
        mark.is_some_and(|(_, mark)| super::progress::is_end(mark.stage))
            || DONE.iter().any(|done| told.starts_with(done))
    }

    /// A thing without what says nothing of what is meant, where this many characters are left.
    pub(super) fn telling(&self, thing: &str, shortest: usize) -> Option<String> {
        let words = self.words();
        let thing = crate::document::without(&crate::document::plain(thing), &words.filling);
        let thing = words.general.longest(&thing).map_or(thing.as_str(), |(at, ())| &thing[..at]);
        (thing.chars().count() >= shortest).then(|| plainly(thing, words))
    }

    /// A verb, the same for all of coming to be more and of carrying out what the thing says itself (完成搬迁, as 搬迁), and the
    /// signs of a thing.
    pub(super) fn sorted(&self, verb: &str, thing: &str) -> String {
        let words = self.words();
        let verb = self.verb_of_its_sort(verb);
        let is_deed = words.deeds.end(verb);
        // 完成码头5座, 码头完成5座: what is completed was built, added or done.
        let is_plain = words.increasing.contains(verb)
            || verb == COMPLETING
            || words.carried.contains(verb) && words.deeds.end(thing);
        let rebuilt = thing_of_its_sort(thing);
        let mut signs: Vec<char> =
            rebuilt.as_deref().unwrap_or(thing).chars().chain(verb.chars().filter(|_| is_deed)).collect();
        signs.sort_unstable();
        let verb = if is_plain || is_deed { "" } else { verb };
        format!("{verb} {}", signs.into_iter().collect::<String>())
    }

    /// 创成 as 创建, 招引 as 引进, 新改建 as 改造: one verb for all that say the same of an amount.
    fn verb_of_its_sort<'v>(&self, verb: &'v str) -> &'v str {
        let words = self.words();
        if words.creating.contains(verb) {
            return CREATING;
        }
        if words.attracting.contains(verb) {
            return ATTRACTING;
        }
        let verb = words.alike.get(verb).copied().unwrap_or(verb);
        let rebuilds = verb.contains('改') && verb.chars().all(|c| REBUILDING.contains(c));
        if rebuilds { REBUILT } else { verb }
    }

    /// Of which time the first figure of a measure is told; of none that is over, where it is promised (全年, without a year).
    pub(super) fn when(&self, measure: &Measure, is_promised: bool) -> Option<String> {
        let time = self.first_figure(measure)?.time?;
        let iso = self.speech.times.get(time)?.iso.as_ref()?;
        let is_over = || year_of::<i32>(ends(iso).1) < self.read.date().and_then(year_of);
        (!is_promised || !is_over()).then(|| iso.clone())
    }

    /// 引导1万人|在山区就业: the words of a promise that says more than how much of a thing, and names no year that is its own.
    pub(super) fn restates(&self, measure: &Measure) -> Option<String> {
        let figure = self.first_figure(measure)?;
        let object = &measure.object.span;
        let after = self.read.folded(figure.span.end, object.end.max(figure.span.end));
        let keeps = self.words().keeping.contains(&measure.verb);
        let tells = keeps || object.contains(&figure.span) && after.chars().count() >= MIN_TELLING_CHARS;
        let preceding = self.text_before(measure).replace("今后", "");
        let is_open = measure.deadline.is_none() && !preceding.contains(['今', '再']);
        (tells && is_open).then(|| crate::document::plain(&self.read.folded(object.start, object.end)))
    }

    /// 建设资金|用于渔港: the plain object, with what a sum is for whose noun says nothing of it.
    fn with_purpose(&self, measure: &Measure) -> String {
        let object = self.plain_object(measure);
        let is_bare = object.chars().count() < MIN_TELLING_CHARS;
        let purpose = self.purpose(measure).filter(|_| is_bare).unwrap_or_default();
        format!("{object}{purpose}")
    }

    /// The object without its figures, since 新建学校5所 may be kept by 新建学校6所, its deadline and what closes it.
    fn plain_object(&self, measure: &Measure) -> String {
        let span = &measure.object.span;
        // 引进|亿元以上|项目5个: how large they are is no amount of them.
        let counted = self.counted(measure).into_iter();
        let figures = counted.filter_map(|index| self.speech.figures.get(index));
        // 今年 is another year in each document.
        let is_own = |time: &&Time| !time.text.starts_with(['今', '全', '明', '本', '当', '年']);
        let deadline = measure.deadline.and_then(|index| self.speech.times.get(index)).filter(is_own);
        let deadline = deadline.map(|time| self.around_deadline(&time.span, span));
        let mut left_out: Vec<Span> = figures.map(|figure| figure.span).chain(deadline).collect();
        left_out.retain(|part| span.contains(part));
        left_out.sort_by_key(|part| part.start);
        let mut rest = String::new();
        let mut at = span.start;
        for part in left_out.into_iter().filter(|part| part.end > span.start) {
            // 新建渔港|近|3000座.
            rest.push_str(without_bound(&self.read.folded(at, part.start.max(at))));
            at = part.end.max(at);
        }
        rest.push_str(&self.read.folded(at, span.end.max(at)));
        // 新建渔港5座(牵头单位:渔业局): who is responsible is no part of it.
        let rest = rest.split_once("(牵头").map_or(rest.as_str(), |(rest, _)| rest);
        let rest: String = rest.chars().filter(|c| !crate::text::is_line_break(*c)).collect();
        without_closing(&rest)
    }

    /// 到|2030年|前: a deadline with the words that tie it into its clause.
    fn around_deadline(&self, time: &Span, object: &Span) -> Span {
        let before = self.read.folded(time.start.saturating_sub(1).max(object.start), time.start);
        let after = self.read.folded(time.end, (time.end + 1).min(object.end));
        let start = time.start - usize::from(before.starts_with(BEFORE_DEADLINE));
        Span::from(start..time.end + usize::from(after.starts_with(BEHIND_DEADLINE)))
    }

    /// 力争|建成: a promise without how hard it is striven for.
    fn without_force<'t>(&self, promise: &'t str) -> &'t str {
        let force = |text: &str| self.words().force.longest_at(text, 0).map(|(range, ())| range.end);
        let mut rest = promise;
        while let Some(end) = force(rest).filter(|end| *end < rest.len()) {
            rest = &rest[end..];
        }
        rest
    }
}

/// 渔村公路|改造提升 as 渔村公路改造.
fn thing_of_its_sort(thing: &str) -> Option<String> {
    let mut rest = thing;
    while let Some(open) = REBUILDING_ENDS.iter().find_map(|end| rest.strip_suffix(end)) {
        rest = open;
    }
    let is_rebuilt = thing[rest.len()..].contains('改') && !rest.is_empty();
    is_rebuilt.then(|| format!("{rest}{REBUILT}"))
}

/// 全部已|完工: what is told without how it was done.
fn without_manner(told: &str) -> &str {
    let told = told.trim_start_matches(['已', '均', '都']);
    let manner = MANNER.iter().chain(&HOW_TOLD);
    let told = manner.fold(told, |told, manner| told.strip_prefix(manner).unwrap_or(told));
    told.trim_start_matches(['已', '均', '都'])
}

/// 水库改造|任务: an object without what only says that it is promised.
fn without_closing(object: &str) -> String {
    let open = CLOSING.iter().find_map(|closing| object.strip_suffix(closing));
    let open = open.map(|open| open.trim_end_matches('的'));
    open.filter(|open| open.chars().count() >= MIN_TELLING_CHARS).unwrap_or(object).to_owned()
}
