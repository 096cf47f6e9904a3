//! Gives the signs by which a promise and its report are found to mean the same in other words: synonyms,
//! another order, sums that are spent, tasks that are told as done.

use super::lead::plain_joint;
use super::opening::FOR;
use super::promise::{CLOSING, MIN_TELLING_CHARS};
use super::reader::{OBJECT_FIRST, Reader};
use super::report::reports;
use crate::lexicon::LedgerWords;
use crate::record::{Change, Figure, FigureKind, Measure, Span};
use crate::text::{clause_after, clause_before};

/// Fewest characters of a counted thing that is compared by its signs.
const MIN_SIGNS_CHARS: usize = 4;
/// Fewest for a thing that became more, whose unit tells enough: 新增学位5个.
const MIN_ADDED_CHARS: usize = 2;
/// Fewest characters of a thing without an amount.
const MIN_THING_CHARS: usize = 3;
/// The longest verb of becoming more or less, in characters.
const MAX_INCREASE_CHARS: usize = 3;
/// Most items of a list before one that are asked for their verb.
const MAX_LISTED: usize = 8;
/// The longest words for the end of building, in characters: 均已于9月1日全面建成投用.
const MAX_END_CHARS: usize = 20;
/// The length of most verbs, in characters.
const VERB_CHARS: usize = 2;
/// Say that something was done: 改造|到位.
const DONE: [&str; 3] = ["到位", "完毕", "完工"];
/// Stand in for all verbs of founding, of bringing in, and of rebuilding.
const CREATING: &str = "创建";
const ATTRACTING: &str = "引进";
const REBUILT: &str = "改造";
/// Says only that something came to its end.
const COMPLETING: &str = "完成";
/// Verbs of setting a sum aside, and nouns for it.
const ARRANGING: [&str; 2] = ["安排", "投入"];
const SPENDING: [&str; 2] = ["支出", "投入"];
/// The word for a government's purse, and the most characters by which its name is longer.
const PURSE: &str = "财政";
const MAX_OWNER_CHARS: usize = 4;
/// Fewest characters of the thing that a task is about.
const MIN_TASK_CHARS: usize = 4;

impl Reader<'_> {
    /// The signs of a promise, which its report in other words has in any order: 增加沼气户, 新增沼气户; 渔民的安全饮水,
    /// 渔民的饮水安全. Words without meaning are left out, and verbs that say the same are one.
    pub(super) fn signs(&self, opens: &str, measure: &Measure) -> Option<String> {
        if measure.rule == OBJECT_FIRST {
            return self.signs_of_outcome(self.first_figure(measure)?);
        }
        if let Some(signs) = self.signs_of_sum(measure) {
            return Some(signs);
        }
        // A short thing tells enough with its verb: 取消渔业税.
        let is_short = measure.verb.chars().count() > 1;
        // So does a thing that is added, built or done by the number: 改造危桥9座.
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
        // The noun counts, not its description: 覆盖全县的|渔业防疫体系.
        let tail = object.rsplit_once('的').map(|(_, tail)| tail);
        let tail =
            tail.filter(|tail| measure.figures.is_empty() && tail.chars().count() >= MIN_TELLING_CHARS);
        // Those for whom it is done count, without the word before them: 为渔民筛查5万人.
        let opens = plain_joint(opens, &self.words().finishing);
        let opens = crate::document::plain(opens.trim_start_matches(FOR));
        let opens = crate::document::without(&opens, &self.words().filling);
        let is_bare = object.is_empty() && opens.chars().count() >= MIN_SIGNS_CHARS;
        let thing = if is_bare { Some(object) } else { self.telling(tail.unwrap_or(&object), shortest) };
        // Building and adding by the number are one: 建设泊位50个, 新增泊位52个.
        let builds = !measure.figures.is_empty() && measure.verb.contains('建');
        let verb = if builds && self.words().carried.contains(&measure.verb) { "" } else { &measure.verb };
        Some(self.sorted(verb, &format!("{opens}{}", thing?)))
    }

    /// The signs of an amount that became more or less, or was done, without a measure: 新增2万|沼气户, 贫困户|减少3万,
    /// 渔民搬迁|3万人.
    pub(super) fn signs_of_outcome(&self, figure: &Figure) -> Option<String> {
        let of = figure.of.as_ref()?;
        if let Some(signs) = signs_of_spending(figure, self.words()).or_else(|| self.signs_of_task(figure)) {
            return Some(signs);
        }
        let thing = || self.telling(&of.text, MIN_ADDED_CHARS);
        if of.span.end > figure.span.start {
            let at = figure.span.start;
            let verb = self.increase_before(at).or_else(|| self.alike_before(at));
            let verb = verb.or_else(|| self.verb_after(&of.span))?;
            return Some(self.sorted(&verb, &thing()?));
        }
        let verb = self.read.folded(of.span.end, figure.span.start);
        let verb = self.words().without_bound(&verb);
        let told = if verb.is_empty() {
            let at = of.span.start;
            // The verb stands before the thing or after the amount: 新增|学位5个, 更新|改造|输水管网36公里, 口袋公园|8处|全部建成.
            let before = self.increase_before(at).or_else(|| self.deed_before(at));
            before.or_else(|| self.verb_after(&figure.span)).or_else(|| self.increase_of_list(at, figure))
        } else {
            // The verb stands between thing and amount: 街心公园|建成|8个 is 新建街心公园8个, 渔道|打通|2条 is of 打通渔道6条.
            let own = || self.own_deed(verb).filter(|_| figure.change == Change::Level);
            self.verb_told(verb).or_else(own).map(str::to_owned)
        };
        if let Some(told) = told {
            return Some(self.sorted(&told, &thing()?));
        }
        let deeds = &self.words().deeds;
        // The deed ends the thing: 渔民搬迁|3万人, 渔村住房|改造|9万套.
        let is_done = verb.is_empty() && deeds.end(&of.text) || deeds.end(verb);
        let is_less =
            figure.change == Change::Down && (1..=MAX_INCREASE_CHARS).contains(&verb.chars().count());
        let thing = self.telling(&of.text, MIN_SIGNS_CHARS).filter(|_| is_done || is_less)?;
        Some(self.sorted(verb, &thing))
    }

    /// The signs of a sum that a measure sets aside.
    pub(super) fn signs_of_sum(&self, measure: &Measure) -> Option<String> {
        let arranges = ARRANGING.iter().any(|verb| measure.verb.ends_with(verb));
        arranges
            .then(|| self.first_figure(measure).and_then(|figure| signs_of_spending(figure, self.words())))
            .flatten()
    }

    /// The signs of a task that the words after its amount tell as done: 裁减|渔船|二百艘|任务顺利完成|.
    pub(super) fn signs_of_task(&self, figure: &Figure) -> Option<String> {
        let (start, end) = self.read.bounds(&figure.span);
        let after = self.read.folded(figure.span.end, end);
        let open = after.strip_prefix('的').unwrap_or(&after);
        if !CLOSING.iter().any(|closing| open.starts_with(closing))
            || !reports("", &after, None, self.words())
        {
            return None;
        }
        let before = self.read.folded(start, figure.span.start);
        let thing = self.telling(clause_before(&before), MIN_TASK_CHARS)?;
        Some(self.sorted("完成", &thing))
    }

    /// The verb between a thing and its amount that says what was done, as it is compared: 渔港|新建|5座,
    /// 养殖项目|已实施|5个.
    fn verb_told<'v>(&self, between: &'v str) -> Option<&'v str> {
        let words = self.words();
        let verb = without_manner(between, words);
        let is_deed =
            [&words.carried, &words.increasing, &words.finishing].iter().any(|verbs| verbs.contains(verb))
                && (words.carried.contains(verb) || !words.moving.contains(verb));
        is_deed.then(|| if words.carried.contains(verb) && verb.contains('建') { "" } else { verb })
    }

    /// 断头渔道|打通|2条: a verb of doing between a thing and its amount that says by itself what was done; not 渔民|占|3人,
    /// 产值|提高|3成.
    fn own_deed<'v>(&self, between: &'v str) -> Option<&'v str> {
        let words = self.words();
        let verb = without_manner(between, words);
        let acts = self.lexicon.measures.words.get(verb).is_some_and(|deed| deed.act.is_some());
        let is_level =
            words.standing.end(verb) || words.moving.contains(verb) || words.increasing.contains(verb);
        (verb.chars().count() == VERB_CHARS && acts && !is_level).then_some(verb)
    }

    /// The verb of becoming more that ends at this code point: 新增|学位5个.
    fn increase_before(&self, at: usize) -> Option<String> {
        let before = self.read.folded(at.saturating_sub(MAX_INCREASE_CHARS), at);
        let mut starts = before.char_indices().map(|(at, _)| &before[at..]);
        starts.find(|verb| self.words().increasing.contains(verb)).map(str::to_owned)
    }

    /// The verb of becoming more that opens the list whose item starts at this code point; all items have one
    /// unit: 新增|渔企40户、|渔市41户.
    fn increase_of_list(&self, at: usize, figure: &Figure) -> Option<String> {
        let (mut at, mut index) = (at, self.speech.figures.partition_point(|other| other.span.start < at));
        for _ in 0..MAX_LISTED {
            index = index.checked_sub(1)?;
            let before = self.speech.figures.get(index)?;
            let of = before.of.as_ref().filter(|of| of.span.end == before.span.start)?;
            let joins = before.span.end + 1 == at && self.read.folded(before.span.end, at) == "、";
            if !joins || before.unit != figure.unit {
                return None;
            }
            if let Some(verb) = self.increase_before(of.span.start) {
                return Some(verb);
            }
            at = of.span.start;
        }
        None
    }

    /// The deed that ends at this code point: 更新|改造|.
    fn deed_before(&self, at: usize) -> Option<String> {
        let before = self.read.folded(at.saturating_sub(MAX_INCREASE_CHARS), at);
        let (start, ()) = self.words().deeds.longest(&before)?;
        Some(before[start..].to_owned())
    }

    /// The verb right before an amount that has synonyms: 安置了|3万人就业.
    pub(super) fn alike_before(&self, at: usize) -> Option<String> {
        let before = self.read.folded(at.saturating_sub(VERB_CHARS + 1), at);
        let verb = before.strip_suffix('了').unwrap_or(&before);
        let (start, _) = verb.char_indices().rev().nth(VERB_CHARS - 1)?;
        self.words().alike.contains(&verb[start..]).then(|| verb[start..].to_owned())
    }

    /// The verb that is told of a thing right after it, as it is compared; empty if the thing is only said to
    /// be built or in use: 9万平方米厂房|全面建成, 9座危桥|全部完成改造, 3家煤矿|依法关停.
    fn verb_after(&self, thing: &Span) -> Option<String> {
        let (_, end) = self.read.bounds(thing);
        let after = self.read.folded(thing.end, end.min(thing.end + MAX_END_CHARS));
        let words = self.words();
        let told =
            self.without_day(without_manner(clause_after(&after), words), thing.end, clause_after(&after));
        // The deed may follow or precede the end: 完成|改造, 改造|全面完工.
        let deed = told.strip_prefix("完成").unwrap_or(told);
        let end = deed.char_indices().nth(VERB_CHARS).map_or(deed.len(), |(end, _)| end);
        let (verb, rest) = deed.split_at(end);
        if words.deeds.end(verb) && (rest.is_empty() || self.is_finished(without_manner(rest, words))) {
            return Some(verb.to_owned());
        }
        if self.is_finished(told) {
            return Some(String::new());
        }
        let is_all = told.len() < clause_after(&after).len();
        let verb = self.verb_told(told).filter(|_| is_all)?;
        Some(verb.to_owned())
    }

    /// The rest of a clause that starts at code point `from`, without the day: 已于|9月1日|投用.
    pub(super) fn without_day<'t>(&self, told: &'t str, from: usize, clause: &str) -> &'t str {
        let Some(dated) = told.strip_prefix('于') else { return told };
        let at = from + clause[..clause.len() - dated.len()].chars().count();
        let first = self.speech.times.partition_point(|time| time.span.start < at);
        let day = self.speech.times.get(first).filter(|time| time.span.start == at);
        let rest =
            day.and_then(|day| dated.char_indices().nth(day.span.end - at)).map(|(end, _)| &dated[end..]);
        without_manner(rest.unwrap_or(told), self.words())
    }

    /// Whether the text opens with words that say that a work is done or in use: 建成投用, 到位.
    fn is_finished(&self, told: &str) -> bool {
        let mark = self.lexicon.stages.marks.longest_at(told, 0);
        mark.is_some_and(|(_, mark)| super::progress::is_end(mark.stage))
            || DONE.iter().any(|done| told.starts_with(done))
    }

    /// A thing without the words that carry no meaning, if at least `shortest` characters are left.
    pub(super) fn telling(&self, thing: &str, shortest: usize) -> Option<String> {
        let words = self.words();
        let thing = crate::document::without(&crate::document::plain(thing), &words.filling);
        let thing = words.general.longest(&thing).map_or(thing.as_str(), |(at, ())| &thing[..at]);
        (thing.chars().count() >= shortest).then(|| plainly(thing, words))
    }

    /// The verb and the signs of a thing; the verb is the same for all verbs of becoming more, and for
    /// carrying out a deed that the thing names (完成搬迁 is 搬迁).
    pub(super) fn sorted(&self, verb: &str, thing: &str) -> String {
        let words = self.words();
        let verb = self.verb_of_its_sort(verb);
        let is_deed = words.deeds.end(verb);
        // Things that are completed were built, added or done: 完成码头5座, 码头完成5座.
        let is_plain = words.increasing.contains(verb)
            || verb == COMPLETING
            || words.carried.contains(verb) && words.deeds.end(thing);
        let rebuilt = thing_of_its_sort(thing, words);
        let mut signs: Vec<char> =
            rebuilt.as_deref().unwrap_or(thing).chars().chain(verb.chars().filter(|_| is_deed)).collect();
        signs.sort_unstable();
        let verb = if is_plain || is_deed { "" } else { verb };
        format!("{verb} {}", signs.into_iter().collect::<String>())
    }

    /// One verb for all that mean the same with an amount: 创成 is 创建, 招引 is 引进, 新改建 is 改造.
    fn verb_of_its_sort<'v>(&self, verb: &'v str) -> &'v str {
        let words = self.words();
        if words.creating.contains(verb) {
            return CREATING;
        }
        if words.attracting.contains(verb) {
            return ATTRACTING;
        }
        let verb = words.alike.get(verb).copied().unwrap_or(verb);
        let rebuilds = verb.contains('改') && words.is_of_rebuilding(verb);
        if rebuilds { REBUILT } else { verb }
    }
}

/// The thing with one word for all kinds of rebuilding: 渔村公路|改造提升 is 渔村公路改造.
fn thing_of_its_sort(thing: &str, words: &LedgerWords) -> Option<String> {
    let rest = words.rebuilt.trim_end(thing);
    let is_rebuilt = thing[rest.len()..].contains('改') && !rest.is_empty();
    is_rebuilt.then(|| format!("{rest}{REBUILT}"))
}

/// The text without the manner of the deed: 全部已|完工.
pub(super) fn without_manner<'t>(told: &'t str, words: &LedgerWords) -> &'t str {
    let told = words.without_manner(told.trim_start_matches(['已', '均', '都']));
    told.trim_start_matches(['已', '均', '都'])
}

/// The thing with one word for all synonyms: 停车泊位 is 停车位.
pub(super) fn plainly(thing: &str, words: &LedgerWords) -> String {
    let mut plain = String::with_capacity(thing.len());
    let mut at = 0;
    for (word, said) in words.alike.find(thing) {
        plain.push_str(&thing[at..word.start]);
        plain.push_str(said);
        at = word.end;
    }
    plain.push_str(&thing[at..]);
    plain
}

/// The signs of a sum that is spent on something: 安排渔村支出5亿元, 用于渔村的投入5亿元, 县财政渔村投入5亿元.
pub(super) fn signs_of_spending(figure: &Figure, words: &LedgerWords) -> Option<String> {
    let of = figure.of.as_ref().filter(|_| figure.kind == FigureKind::Money)?;
    let of = crate::document::plain(&of.text);
    let on = SPENDING.iter().find_map(|noun| of.strip_suffix(noun))?.trim_end_matches('的');
    let on = on.rsplit_once("用于").map_or(on, |(_, on)| on);
    let on = without_own_purse(on, words);
    (on.chars().count() >= MIN_ADDED_CHARS).then(|| format!("支出 {on}"))
}

/// What a sum is spent on, without the purse if it is the paper's own: 县财政|渔村.
fn without_own_purse<'o>(on: &'o str, words: &LedgerWords) -> &'o str {
    let Some((owner, spent)) = on.split_once(PURSE) else { return on };
    let is_own = (1..=MAX_OWNER_CHARS).contains(&owner.chars().count()) && !words.other_purses.opens(owner);
    if is_own && !spent.is_empty() && !spent.starts_with('性') { spent } else { on }
}
