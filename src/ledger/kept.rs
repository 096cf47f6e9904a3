//! Promises and what the next report speaks of them in other words.

use std::collections::BTreeMap;

use super::State;
use super::reader::Statement;

/// Groups of mentions by what they have in common with a report, and by its year.
type Reports = BTreeMap<String, BTreeMap<i32, Vec<usize>>>;

/// Among this many reports of a year that have it in common that of a promise is looked for.
const MAX_COMPARED: usize = 256;

/// The end of a counted thing that its report has too, in characters, and the longest verb before the thing.
const MAX_TAIL_CHARS: usize = 4;
/// A thing after a verb of its own needs no more to be told apart: 新增|停车位.
const MIN_THING_CHARS: usize = 3;
/// The characters of a deed: 培训.
const DEED_CHARS: usize = 2;
const MAX_VERB_CHARS: usize = 4;
/// The characters of a word that a clause and a promise share, and of a clause that only says when: 过去的一年.
const WORD_CHARS: usize = 2;
const MAX_WHEN_CHARS: usize = 5;

/// Groups of mentions, the promises joined with the report of the next year that says the same in other words, or without an
/// attribute; what is only `told` has no group of its own.
pub(super) fn joined(groups: Vec<Vec<Statement>>, told: Vec<Statement>) -> Vec<Vec<Statement>> {
    let own = groups.len();
    let mut groups: Vec<Option<Vec<Statement>>> =
        groups.into_iter().chain(told.into_iter().map(|said| vec![said])).map(Some).collect();
    join(&mut groups, own, |said| said.signs.clone(), Statement::is_told_by);
    join(&mut groups, own, Statement::tail, Statement::is_told_with_more_or_less_by);
    join_lone(&mut groups, own);
    groups.truncate(own);
    groups.into_iter().flatten().collect()
}

/// 开展技能培训500人次, 培训523人次: joins the one promise and the one report of it in the next year that end with the same
/// deed and count it by the same unit, where the report speaks no more than the deed and its sentence of nobody else.
fn join_lone(groups: &mut [Option<Vec<Statement>>], own: usize) {
    let mut reports: BTreeMap<(String, i32), Vec<usize>> = BTreeMap::new();
    let mut promises: BTreeMap<(String, i32), Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let Some((first, last)) = group.as_ref().and_then(|group| group.first().zip(group.last())) else {
            continue;
        };
        if let Some((mark, year)) = first.deed().zip(first.year()).filter(|_| first.is_told()) {
            reports.entry((mark, year)).or_default().push(at);
        }
        let is_open = at < own && last.step.state == State::Promised;
        if let Some((mark, year)) = last.deed().zip(last.year()).filter(|_| is_open) {
            promises.entry((mark, year + 1)).or_default().push(at);
        }
    }
    for (mark, of_year) in promises {
        let Some(([at], [report])) =
            reports.get(&mark).map(|reports| (of_year.as_slice(), reports.as_slice()))
        else {
            continue;
        };
        let promise = groups[*at].as_deref().and_then(<[Statement]>::last);
        let told = groups[*report].as_deref().and_then(<[Statement]>::first);
        let is_it = promise.zip(told).is_some_and(|(promise, told)| promise.is_told_by_deed(told));
        if is_it && at != report {
            let told = groups[*report].take().unwrap_or_default();
            groups[*at].get_or_insert_default().extend(told);
        }
    }
}

/// Joins each of the first promises with the first report of it among those that have the same `mark`.
fn join(
    groups: &mut [Option<Vec<Statement>>],
    own: usize,
    mark: fn(&Statement) -> Option<String>,
    is_told: fn(&Statement, &Statement) -> bool,
) {
    let mut reports: Reports = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let first = group.as_deref().and_then(<[Statement]>::first);
        let first = first.filter(|first| first.is_told());
        if let Some((mark, year)) = first.and_then(|first| mark(first).zip(first.year())) {
            reports.entry(mark).or_default().entry(year).or_default().push(at);
        }
    }
    for at in 0..own {
        let Some(promise) = groups[at].as_deref().and_then(<[Statement]>::last) else { continue };
        let Some((mark, years)) = mark(promise).zip(promise.years_of_report()) else { continue };
        let keeps = |report: &usize| {
            let report = groups[*report].as_deref().and_then(<[Statement]>::first);
            report.is_some_and(|report| is_told(promise, report))
        };
        let Some(of_years) = reports.get_mut(&mark).filter(|_| !years.is_empty()) else { continue };
        let found = of_years.range_mut(years).find_map(|(_, candidates)| {
            let found = candidates.iter().take(MAX_COMPARED).position(keeps);
            found.map(|found| candidates.remove(found))
        });
        let Some(report) = found.filter(|report| *report != at) else { continue };
        let report = groups[report].take().unwrap_or_default();
        groups[at].get_or_insert_default().extend(report);
    }
}

impl Statement {
    /// Whether the other, of the same signs, is the report of this promise: of the same units, and of one year.
    fn is_told_by(&self, report: &Statement) -> bool {
        let unit = |said: &Statement| said.figures.first().map(|amount| amount.unit.clone());
        let is_of_one_year = report.when.as_deref().is_none_or(|when| {
            when.split_once('/').is_none_or(|(start, end)| start.get(..4) == end.get(..4))
        });
        self.is_kept_by(report) && report.is_nearly(self) && (unit(self) == unit(report)) && is_of_one_year
    }

    /// Whether it speaks what was done.
    fn is_told(&self) -> bool {
        self.step.state == State::Delivered
    }

    /// The deed that what is counted by times ends with, and the unit: 技能|培训 人次.
    fn deed(&self) -> Option<String> {
        let unit = self.figures.first()?.unit.as_deref().filter(|unit| unit.ends_with('次'))?;
        let (at, _) = self.name.core.char_indices().rev().nth(DEED_CHARS - 1)?;
        Some(format!("{} {unit}", &self.name.core[at..]))
    }

    /// Whether the other speaks of the promise by its deed alone.
    fn is_told_by_deed(&self, report: &Statement) -> bool {
        report.name.core.chars().count() == DEED_CHARS && self.is_told_by(report) && self.is_meant_in(report)
    }

    /// 组织渔民参加活动,|培训5230人次: whether the sentence of a report names before the deed nothing but what the promise names.
    fn is_meant_in(&self, report: &Statement) -> bool {
        let said = &report.step.evidence;
        let clauses = said.sentence.split_once(&said.text).map_or("", |(before, _)| before);
        let before = clauses.rsplit(['。', '；', ';', '：', ':']).next().unwrap_or_default();
        let names = |clause: &str| {
            let told = clause.chars().count();
            let core: Vec<char> = self.name.core.chars().collect();
            let shares = |pair: &[char]| clause.contains(&String::from_iter(pair));
            told > MAX_WHEN_CHARS && !core.windows(WORD_CHARS).any(shares)
        };
        !before.split(['，', ',']).any(names)
    }

    /// What a counted thing ends with.
    fn tail(&self) -> Option<String> {
        self.figures.first()?;
        let characters: Vec<char> = self.name.core.chars().collect();
        let tail = &characters[characters.len().checked_sub(MIN_THING_CHARS)?..];
        Some(tail.iter().collect())
    }

    /// Whether the other speaks of the promise without an attribute, or with one more.
    fn is_told_with_more_or_less_by(&self, report: &Statement) -> bool {
        self.is_told_in_short_by(report) || self.is_told_in_full_by(report)
    }

    /// 改建公路9公里, 新建改建公路10公里; 甲企业扣除比例提高到5%, 甲企业研发费用扣除比例提高到5%: what else is built with it, or an attribute
    /// more of the very amount.
    fn is_told_in_full_by(&self, report: &Statement) -> bool {
        let (short, whole) = (&self.name.core, &report.name.core);
        let more = whole.strip_suffix(short.as_str());
        let builds = more
            .is_some_and(|more| more.chars().count() <= MAX_VERB_CHARS && more.ends_with(['建', '造', '、']));
        let (head, tail): (Vec<char>, Vec<char>) = (short.chars().collect(), whole.chars().collect());
        let is_inside = || {
            let mut rest = tail.iter();
            head.len() > 2 * MAX_TAIL_CHARS
                && head[..MAX_TAIL_CHARS] == tail[..MAX_TAIL_CHARS]
                && head.iter().all(|sign| rest.any(|c| c == sign))
        };
        let adds = || self.has_same_amounts(report) && is_inside();
        tail.len() > head.len() && (builds || leaves_out(whole, short) || adds()) && self.is_told_by(report)
    }

    /// 改造城区老旧管网45公里, 改造管网45.6公里: whether the other speaks of the promise without an attribute.
    fn is_told_in_short_by(&self, report: &Statement) -> bool {
        let (whole, short) = (&self.name.core, &report.name.core);
        whole.len() > short.len() && leaves_out(whole, short) && self.is_told_by(report)
    }
}

/// 改造城区老旧管网, 改造老旧管网; 举办大型招聘会, 举办招聘会: whether one wording is the other without what stands between the verb, if it has
/// one, and the thing.
fn leaves_out(whole: &str, short: &str) -> bool {
    let thing = |verb: usize| short.char_indices().nth(verb).map(|(at, _)| short.split_at(at));
    let is_left = |(verb, thing): (&str, &str)| {
        let shortest = if verb.chars().count() < DEED_CHARS { MAX_TAIL_CHARS } else { MIN_THING_CHARS };
        thing.chars().count() >= shortest && whole.starts_with(verb) && whole.ends_with(thing)
    };
    (0..=MAX_VERB_CHARS).filter_map(thing).any(is_left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::shared;

    /// The state and number of mentions of the first entry of what is promised in 2024 and told later.
    fn kept(promise: &str, date: &str, report: &str) -> (State, usize) {
        let extractor = shared().unwrap();
        let texts = [("2024-02-01", promise), (date, report)];
        let texts =
            texts.map(|(date, text)| (date, format!("清溪县政府工作报告\n各位代表：\n{text}新建渔港25座。")));
        let ledger =
            extractor.ledger(&texts.map(|(date, text)| extractor.extract_with_text(text, Some(date))));
        let open = |entry: &&crate::Entry| {
            !entry.name.contains("渔港") && entry.mentions[0].date.as_deref() == Some("2024-02-01")
        };
        let entry = ledger.entries.iter().find(open).unwrap();
        (entry.state, entry.mentions.len())
    }

    #[test]
    fn the_next_report_keeps_a_promise_in_other_words() {
        let delivered = (State::Delivered, 2);
        let told = |promise, report| kept(promise, "2025-02-01", report);
        assert_eq!(told("今年，增加5万渔光用户。", "去年，新增5.1万渔光用户。"), delivered);

        assert_eq!(
            told("今年，再解决30万渔村居民的安全用冰问题。", "去年，解决40多万渔村居民的用冰安全问题。"),
            delivered
        );
        assert_eq!(told("2024年底前完成渔网回收专项整治工作。", "去年，完成渔网回收专项整治。"), delivered);
    }

    #[test]
    fn what_came_to_be_less_or_was_done_keeps_a_promise() {
        let delivered = (State::Delivered, 2);
        let told = |promise, report| kept(promise, "2025-02-01", report);
        assert_eq!(told("今年，再减少渔村贫困人口1000人以上。", "去年，渔村贫困人口减少1150人。"), delivered);
        assert_eq!(told("今年，完成渔村避险搬迁280户。", "去年，渔村避险搬迁280户。"), delivered);
        assert_eq!(told("今年，完成渔村避险搬迁280户。", "去年，渔村避险搬迁90户。").0, State::Promised);
        assert_eq!(told("今年，淘汰老旧渔船600艘。", "去年，淘汰老旧渔船指标超额完成。"), delivered);
        assert_eq!(told("2024年底前启动渔民技能提升计划。", "渔民技能提升计划开始实施。"), delivered);
        assert_eq!(
            told("今年，淘汰老旧渔船600艘。", "今年，淘汰老旧渔船指标要尽快完成。").0,
            State::Promised
        );
    }

    #[test]
    fn a_report_may_leave_out_an_attribute() {
        let told = |promise, report| kept(promise, "2025-02-01", report);
        let delivered = (State::Delivered, 2);
        assert_eq!(told("今年，改造渔村老旧输水管网45公里。", "去年，改造输水管网45.6公里。"), delivered);
        assert_eq!(told("今年，建设渔村公共停车位150个。", "去年，建成公共停车位160个。"), delivered);
        assert_eq!(
            told("今年，改造渔村老旧输水管网45公里。", "去年，改造输电线路45公里。").0,
            State::Promised
        );
        assert_eq!(
            told("今年，改造渔村老旧输水管网45公里。", "去年，改造输水管网9公里。").0,
            State::Promised
        );
    }

    #[test]
    fn what_came_to_be_more_tells_what_was_to_be_built_or_raised() {
        let told = |promise, report| kept(promise, "2025-02-01", report);
        let delivered = (State::Delivered, 2);
        assert_eq!(told("今年，建设渔船停靠位150个。", "去年，新增渔船停靠位162个。"), delivered);
        assert_eq!(told("今年，要新增泊位150个。", "去年，新增泊位162个。"), delivered);
        assert_eq!(told("今年，培育渔业龙头企业10家。", "去年，新增渔业龙头企业11家。"), delivered);
        assert_eq!(told("今年，要新增渔船航线3条。", "去年，开通渔船航线3条。"), delivered);
        assert_eq!(
            told("今年，完成一期标准冷库12万平方米。", "去年，清溪渔业园一期12万平方米标准冷库全面建成。"),
            delivered
        );
        assert_eq!(told("今年，要新增泊位150个。", "去年，新增泊位60个。").0, State::Promised);
        assert_eq!(told("今年，要新增泊位150个。", "去年，现有泊位162个。").0, State::Promised);
    }

    #[test]
    fn a_deed_that_is_counted_by_times_is_told_by_the_deed_alone() {
        let told = |promise, report| kept(promise, "2025-02-01", report).0;
        let once = "今年，开展渔民技能培训5000人次。";
        assert_eq!(told(once, "去年，培训5230人次。"), State::Delivered);
        assert_eq!(told(once, "去年，培训2300人次。"), State::Promised);
        let teachers = "今年，开展教师技能培训5000人次。";
        assert_eq!(told(teachers, "去年，培训5230人次。"), State::Delivered);
        assert_eq!(told(teachers, "去年，举办教师讲座，培训5230人次。"), State::Delivered);
        assert_eq!(told(teachers, "去年，组织渔民参加活动，培训5230人次。"), State::Promised);
        let free = "今年，为全县65岁以上渔民免费体检3万人次。";
        assert_eq!(told(free, "去年，免费体检3.2万人次。"), State::Delivered);
        let women = "今年，为全县渔家妇女免费“两病”筛查1.2万人。";
        assert_eq!(told(women, "去年，完成渔家妇女“两病”免费筛查1.26万人。"), State::Delivered);
        let two = "今年，开展渔民技能培训5000人次。开展船员安全培训5100人次。";
        assert_eq!(told(two, "去年，培训5230人次。"), State::Promised);
    }

    #[test]
    fn a_report_may_add_what_else_is_built_or_an_attribute() {
        let told = |promise, report| kept(promise, "2025-02-01", report).0;
        assert_eq!(told("今年，改建渔村公路20公里。", "去年，新建改建渔村公路23公里。"), State::Delivered);
        let rate = "今年，将渔业企业加计扣除比例提高到90%。";
        assert_eq!(told(rate, "去年，将渔业企业研发费用加计扣除比例提高到90%。"), State::Delivered);
        assert_eq!(told(rate, "去年，将渔业企业研发费用加计扣除比例提高到95%。"), State::Promised);
        assert_eq!(told(rate, "去年，将林业企业研发费用加计扣除比例提高到90%。"), State::Promised);
        assert_eq!(told("今年，完成渔村住房改造600套。", "去年，渔村住房改造620多套。"), State::Delivered);
    }

    #[test]
    fn a_sum_that_is_spent_is_called_so_or_otherwise() {
        let told = |report| kept("今年，安排“三渔”支出56亿元。", "2025-02-01", report).0;
        assert_eq!(told("去年，县财政用于“三渔”的投入59亿元。"), State::Delivered);
        assert_eq!(told("去年，县财政用于林业的投入59亿元。"), State::Promised);
    }

    #[test]
    fn a_plan_that_was_drawn_up_years_later_is_delivered() {
        let told = |promise, report| kept(promise, "2026-02-01", report).0;
        let plan = "今年，研究制定全县中长期渔业改革和发展规划纲要。";
        assert_eq!(
            told(plan, "五年来，我们制定和实施全县中长期渔业改革和发展规划纲要，渔民受益。"),
            State::Delivered
        );
        assert_eq!(
            told("今年，完成全县中长期渔业发展规划的编制。", "去年，制定了《全县中长期渔业发展规划纲要》。"),
            State::Delivered
        );
        assert_eq!(told(plan, "今年，制定和实施全县中长期渔业改革和发展规划纲要。"), State::Promised);
        assert_eq!(told(plan, "去年，落实全县中长期渔业改革和发展规划纲要。"), State::Promised);
    }

    #[test]
    fn a_report_may_name_the_thing_first() {
        let told = |promise, report| kept(promise, "2025-02-01", report).0;
        for (promise, report) in [
            ("今年，新建口袋码头6座。", "去年，口袋码头新建6座。"),
            ("今年，建设码头9座。", "去年，9座码头建成投用。"),
            ("今年，新增养老床位40个。", "去年，养老床位新增41个。"),
            ("今年，改造危桥9座。", "去年，9座危桥全部完成改造。"),
            ("今年，改造老旧渔村28个。", "去年，28个老旧渔村改造全面完工。"),
            ("今年，关停煤矿3家。", "去年，3家煤矿依法关停。"),
            ("今年，实施养殖项目42个。", "去年，42个养殖项目全部实施。"),
        ] {
            assert_eq!(told(promise, report), State::Delivered, "{promise} {report}");
        }
        for (promise, report) in [
            ("今年，建设码头9座。", "去年，9座船坞建成投用。"),
            ("今年，建设码头9座。", "去年，码头达到9座。"),
            ("今年，建设码头9座。", "去年，5座码头建成投用。"),
            ("今年，改造危桥9座。", "去年，9座危桥有待改造。"),
            ("今年，新增养老床位40个。", "去年，养老床位达到410个。"),
        ] {
            assert_eq!(told(promise, report), State::Promised, "{promise} {report}");
        }
    }

    #[test]
    fn a_report_may_have_an_attribute_more_or_less() {
        let told = |promise, report| kept(promise, "2025-02-01", report).0;
        for (promise, report) in [
            ("今年，改造老旧渔村28个。", "去年，改造城镇老旧渔村28个。"),
            ("今年，发放捕捞券1000万元。", "去年，发放各类捕捞券1050万元。"),
            ("今年，新建渔村公厕300座。", "去年，新建渔村公厕近300座。"),
            ("今年，举办大型渔业会12场。", "去年，举办渔业会15场。"),
        ] {
            assert_eq!(told(promise, report), State::Delivered, "{promise} {report}");
        }
        assert_eq!(told("今年，改造老旧渔村28个。", "去年，改造老旧渔船28个。"), State::Promised);
        assert_eq!(told("今年，举办大型渔业会12场。", "去年，举办渔业会5场。"), State::Promised);
    }

    #[test]
    fn half_of_a_promise_in_its_own_words_tells_of_it() {
        let told = |report| kept("今年，新建渔村冷库4座。", "2025-02-01", report);
        assert_eq!(told("去年，建成渔村冷库3座。"), (State::Short, 2));
        assert_eq!(told("去年，建成渔村冷库1座。").0, State::Promised);
    }

    #[test]
    fn one_sort_of_dash_is_as_good_as_another() {
        let told = |promise, report| kept(promise, "2025-02-01", report);
        let promise = "2024年底前建成清溪－白石渔业合作机制。";
        assert_eq!(told(promise, "去年，建成清溪—白石渔业合作机制。"), (State::Delivered, 2));
    }

    #[test]
    fn without_an_amount_it_may_be_kept_early() {
        let kept = |date, report| kept("2027年底前取消渔业税。", date, report);
        assert_eq!(kept("2026-02-01", "去年，全部取消了渔业税和渔港税。"), (State::Delivered, 2));
        assert_eq!(kept("2026-02-01", "去年，全部取消了渔具税。").0, State::Promised);
    }

    #[test]
    fn less_or_something_else_or_another_year_does_not() {
        let kept = |promise, date, report| kept(promise, date, report).0;
        let open = State::Promised;
        assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "去年，新增2万渔光用户。"), open);
        assert_eq!(kept("今年，增加5万渔光用户。", "2027-02-01", "去年，新增5.1万渔光用户。"), open);
        assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "去年，新增5.1万渔船用户。"), open);
        assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "五年来，新增9万渔光用户。"), open);
    }
}
