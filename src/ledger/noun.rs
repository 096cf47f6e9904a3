//! Tells what the amounts of a measure count, by the measure's own words.

use super::Amount;
use super::edges;
use super::opening::FOR;
use super::reader::Reader;
use crate::lexicon::LedgerWords;
use crate::record::{FigureKind, Measure};
use crate::text::clause_before;

/// The longest addition after an amount, and the longest scrap of a noun, in characters.
const MAX_ADDITION_CHARS: usize = 2;
const MAX_SCRAP_CHARS: usize = 2;
/// The longest list of what one amount counts, in characters.
const MAX_PAIR_CHARS: usize = 20;
/// The longest noun for a total, in characters: 通车里程.
const MAX_TOTAL_CHARS: usize = 5;
/// The longest level, in characters, without its sign: 自治区|级.
const MAX_LEVEL_CHARS: usize = 3;
/// The longest rest of a noun, in characters.
const MAX_NOUN_CHARS: usize = 12;

/// Words before the number of those who benefit.
const BENEFITS: [&str; 2] = ["惠及", "受益"];

impl Reader<'_> {
    /// The amounts of a measure, with the nouns that they count.
    pub(super) fn amounts_of(&self, measure: &Measure) -> Vec<Amount> {
        let mut indices = self.counted(measure);
        indices.retain(|index| !self.is_reached(*index, measure));
        indices.extend(self.total_after(measure));
        let mut amounts = self.amounts(&indices);
        for (amount, index) in amounts.iter_mut().zip(&indices) {
            let after = measure.object.text.split_once(&amount.evidence.text).map_or("", |(_, after)| after);
            let unit = amount.unit.as_deref().unwrap_or_default();
            let of = amount.of.take().filter(|_| !self.counts_elsewhere(*index, measure));
            let of = of.map(|of| self.without_verb(of, *index, measure));
            amount.of = of.and_then(without_second_unit).map(|of| without_task(of, unit, after));
        }
        // The growth is of the service, too: 为渔民|提供服务6万项、增长8%.
        if let Some((served, noun)) =
            indices.first().and_then(|first| self.noun_beside_served(*first, measure))
        {
            let of_served = amounts.iter_mut().filter(|amount| amount.of.as_ref() == Some(&served));
            of_served.for_each(|amount| amount.of = Some(noun.clone()));
        }
        self.share_back(&mut amounts);
        if let Some(joined) = self.joined_head(measure)
            && let Some(of) = amounts.first_mut().and_then(|first| first.of.as_mut())
            && measure.object.text.ends_with(of.as_str())
        {
            of.push_str(&joined);
        }
        share_out(&mut amounts, &self.read.folded(measure.span.start, measure.span.end), self.words());
        if let Some(first) = amounts.first_mut()
            && let Some(own) = self.counted_noun(measure, first)
        {
            first.of = Some(own);
        }
        for amount in &mut amounts {
            let said = (amount.evidence.text.as_str(), amount.unit.as_deref().unwrap_or_default());
            let whole = edges::whole(&measure.object.text, said, amount.of.as_deref(), self.words());
            amount.of = whole.or_else(|| amount.of.take());
        }
        // Either of the two is counted: 5座码头|或渔港.
        if let Some(other) = self.alternative(measure)
            && let Some(of) = amounts.first_mut().and_then(|first| first.of.as_mut())
            && measure.object.text.ends_with(of.as_str())
        {
            of.push('或');
            of.push_str(&other.object.text);
        }
        if let Some(level) = self.shared_level(measure)
            && let Some(of) = amounts.first_mut().and_then(|first| first.of.as_mut())
            && measure.object.text.starts_with(of.as_str())
        {
            of.insert_str(0, &level);
        }
        amounts
    }

    /// The noun without the actor and the verb: 县财政安排|用于渔港的资金9亿元.
    fn without_verb(&self, of: String, index: usize, measure: &Measure) -> String {
        let start = measure.object.span.start;
        let figure = self.speech.figures.get(index);
        let whole = figure.and_then(|figure| figure.of.as_ref()).map(|of| of.span);
        let Some(whole) = whole.filter(|whole| whole.start < start && start < whole.end) else { return of };
        let opens = self.read.folded(whole.start, start);
        // A verb alone may be part of the noun: 扶持|对象.
        let is_sum = figure.is_some_and(|figure| figure.kind == FigureKind::Money);
        let is_verb = is_sum && opens.strip_suffix(measure.verb.as_str()).is_some_and(|who| !who.is_empty());
        // The character ends the verb: 建|好渔港.
        let is_end_of_verb =
            opens.chars().count() == 1 && measure.verb.len() > opens.len() && measure.verb.ends_with(&opens);
        if is_verb || is_end_of_verb { self.read.text(start, whole.end) } else { of }
    }

    /// Those whom the measure serves, whom the figure took for its noun, and the noun before the amount,
    /// which it counts: 为渔民|提供|服务|6万项.
    fn noun_beside_served(&self, index: usize, measure: &Measure) -> Option<(String, String)> {
        let figure = self.speech.figures.get(index)?;
        let of = figure.of.as_ref().filter(|of| of.span.end < measure.object.span.start)?;
        let (start, _) = self.read.bounds(&measure.object.span);
        let before = self.read.folded(start, of.span.start.max(start));
        let is_served = clause_before(&before).contains(FOR);
        let noun =
            self.read.folded(measure.object.span.start, figure.span.start.max(measure.object.span.start));
        let noun = self.words().without_bound(&noun);
        let is_noun = noun.chars().count() > 1 && noun.chars().all(char::is_alphabetic);
        (is_served && is_noun).then(|| (of.text.clone(), noun.to_owned()))
    }

    /// The index of the total of a measure's things, told right after them: 推介渔港25个|、总投资5亿元.
    fn total_after(&self, measure: &Measure) -> Option<usize> {
        let end = measure.object.span.end;
        let at = self.speech.figures.partition_point(|figure| figure.span.start < end);
        let figure =
            self.speech.figures.get(at).filter(|figure| figure.span.start <= end + MAX_PAIR_CHARS)?;
        let before = self.read.folded(end, figure.span.start);
        // The growth follows: 渔业收入超5亿元|、增长8%.
        if before == "、增长" && !measure.figures.is_empty() {
            return self.is_nobodys(at, measure).then_some(at);
        }
        // The number of those who benefit follows: 改造旧居870套|、惠及10万余户.
        if before.strip_prefix('、').is_some_and(|told| BENEFITS.contains(&self.words().without_bound(told)))
            && !measure.figures.is_empty()
        {
            return self.is_nobodys(at, measure).then_some(at);
        }
        let named = self.words().without_bound(before.strip_prefix('、')?);
        let is_total = self.words().outcomes.end(named) && named.chars().count() <= MAX_TOTAL_CHARS;
        (is_total && self.is_nobodys(at, measure) && !measure.figures.is_empty()).then_some(at)
    }

    /// Whether no other measure has this figure.
    fn is_nobodys(&self, figure: usize, measure: &Measure) -> bool {
        !self.measures_with(figure).any(|other| other.span != measure.span)
    }

    /// The words that 与 or 和 joins to the noun of an object which is no thing by itself: 2个渔港改革|与发展示范项目.
    pub(super) fn joined_head(&self, measure: &Measure) -> Option<String> {
        let object = &measure.object;
        let figure = self.first_figure(measure).filter(|figure| object.span.contains(&figure.span))?;
        let (_, noun) = object.text.split_once(&figure.text)?;
        let after = self.read.folded(object.span.end, object.span.end + MAX_PAIR_CHARS);
        let joined =
            after.split(['、', ',', ';', '。']).next().filter(|joined| joined.len() < after.len())?;
        let unit = figure.unit.as_deref().unwrap_or_default();
        let is_open = !noun.is_empty() && !self.is_thing(noun, unit) && !self.words().deeds.end(noun);
        let goes_on = joined.starts_with(['与', '和']) && self.is_thing(joined, unit);
        (is_open && goes_on && !joined.contains(char::is_numeric)).then(|| joined.to_owned())
    }

    /// Whether the figure's noun stands in another clause, so that the figure does not count it:
    /// 渔业服务水平提高，建成|4个示范渔港, 拓展渔业，实现|翻两番的目标.
    fn counts_elsewhere(&self, index: usize, measure: &Measure) -> bool {
        let object = &measure.object.span;
        let figure = self.speech.figures.get(index);
        figure.is_some_and(|figure| {
            let after = self.read.folded(figure.span.end, object.end.max(figure.span.end));
            let names = after.starts_with(char::is_alphabetic);
            let before = figure.of.as_ref().filter(|of| of.span.end <= object.start);
            let is_of_clause = before.is_some_and(|of| {
                let between = self.read.folded(of.span.end, object.start);
                figure.kind == FigureKind::Count || after.starts_with('的') && between.contains(',')
            });
            figure.span.start == object.start && names && is_of_clause
        })
    }

    /// Gives the noun after the last of several figures in a row to those before it: 4个国家级、5个省级渔港, 3批8项渔业举措.
    fn share_back(&self, amounts: &mut [Amount]) {
        for at in (1..amounts.len()).rev() {
            let (start, end) = (amounts[at - 1].evidence.span.end, amounts[at].evidence.span.start);
            let between = self.read.folded(start, end.max(start));
            let between = between.trim_matches(['、', '和', '及', '与']);
            if amounts[at - 1].of.is_none() && (between.is_empty() || between.ends_with(['级', '批'])) {
                let of = amounts[at].of.clone();
                amounts[at - 1].of = of.map(|of| with_level(between, of));
            }
        }
        // A size may stand between: 6个|百万吨|渔场.
        for amount in amounts.iter_mut().filter(|amount| amount.of.is_none()) {
            let end = amount.evidence.span.end;
            let at = self.speech.figures.partition_point(|figure| figure.span.start < end);
            let size = self.speech.figures.get(at).filter(|figure| figure.span.start == end);
            amount.of = size.and_then(|figure| figure.of.as_ref()).map(|of| of.text.clone());
        }
    }

    /// The noun before an amount at the end of the object, if the figure has only a scrap of it, or the noun
    /// of another item: “两山”|基地3个, 修复草原5亩、治理|水土流失3亩.
    fn counted_noun(&self, measure: &Measure, amount: &Amount) -> Option<String> {
        let words = self.words();
        let (noun, after) = measure.object.text.split_once(&amount.evidence.text)?;
        let noun = self.words().without_bound(noun);
        let is_noun = noun.chars().count() > 1
            && !noun.contains('、')
            && !words.no_thing.stands_in(noun)
            && words.finishing.find(noun).next().is_none()
            && words.adding.longest_at(noun, 0).is_none();
        let closes = after.chars().count() <= MAX_ADDITION_CHARS && !after.starts_with('的')
            || after.starts_with(['(', '（']);
        let Some(of) = amount.of.as_deref() else {
            let unit = amount.unit.as_deref().unwrap_or_default();
            let named = self.named_after(after, unit).filter(|_| noun.is_empty());
            let is_named = is_noun || words.deeds.end(noun);
            return named.or_else(|| (is_named && closes).then(|| noun.to_owned()));
        };
        // The noun stands after 等 and the amount: 甲、乙|等15种可以预防的渔病.
        if measure.object.text.contains(&format!("{of}等{}", amount.evidence.text))
            && let Some((_, named)) = after.rsplit_once('的').filter(|(_, named)| named.chars().count() > 1)
        {
            return Some(named.to_owned());
        }
        // The noun goes on: 28个|渔业学科|人才培养基地.
        let after =
            ["以上", "左右", "余", "多"].iter().find_map(|more| after.strip_prefix(more)).unwrap_or(after);
        if let Some(rest) = after.strip_prefix(of) {
            return self.continued_noun(of, rest, amount.unit.as_deref().unwrap_or_default());
        }
        if closes && is_pair_ending_with(noun, of) && words.finishing.find(noun).next().is_none() {
            return Some(noun.to_owned());
        }
        if !is_noun || !closes || noun.starts_with(of) {
            return None;
        }
        // The actor and the manner are not counted: 研究院共建|联合中心30家.
        if of.ends_with(&format!("{}{noun}", measure.verb)) && of.len() > noun.len() + measure.verb.len() {
            return Some(noun.to_owned());
        }
        if let Some(own) = of.strip_prefix(measure.verb.as_str()) {
            return Some(own.to_owned()).filter(|own| noun == own && own.chars().count() > MAX_SCRAP_CHARS);
        }
        let preceding = self.text_before(measure);
        let is_of_other = !noun.contains(of)
            && preceding.rfind(of).is_some_and(|at| {
                let between = &preceding[at + of.len()..];
                between.contains(['、', ',']) && between.contains(|c: char| c.is_ascii_digit())
            });
        // The figure has a scrap: 渔业|难题近千个.
        let is_short = noun.starts_with('“') || noun.chars().count() <= 2 * MAX_SCRAP_CHARS;
        let is_scrap = is_short && noun.ends_with(of) && of.chars().count() <= MAX_SCRAP_CHARS;
        // A deed may open it: 治理|水土流失.
        let deed = noun.chars().take(2).map(char::len_utf8).sum();
        let noun = if words.deeds.end(&noun[..deed]) { &noun[deed..] } else { noun };
        (is_of_other || is_scrap).then(|| noun.to_owned()).filter(|noun| !noun.is_empty())
    }

    /// The whole noun, where it goes on after the figure's part of it: 28个|渔业学科|人才培养基地, 6项|渔业|和港口示范项目.
    fn continued_noun(&self, of: &str, rest: &str, unit: &str) -> Option<String> {
        let words = self.words();
        if let Some((_, closing)) = rest.split_once('等') {
            return self.is_thing(closing, unit).then(|| closing.to_owned());
        }
        let is_named = self.lexicon.projects.head(rest).is_some() || self.is_thing(rest, unit);
        // Something listed may look like a deed: 节能|改造和设备更新项目.
        let is_done = words.finishing.longest_at(rest, 0).is_some() && !words.listed.end(rest);
        let is_head = is_named && !is_done && !words.deeds.end(rest);
        let is_list = rest.contains(['、', '和', '与', '及']);
        let is_one = rest.chars().count() > MAX_SCRAP_CHARS
            && rest.chars().count() <= MAX_NOUN_CHARS
            && (!is_list || self.is_thing(rest, unit))
            && !rest.contains(|c: char| matches!(c, '等' | '的' | '(' | '（') || c.is_numeric());
        (is_head && is_one).then(|| format!("{of}{rest}"))
    }

    /// The noun after a figure that counts nothing else: 10家|左右在全县有影响力的|渔业企业.
    fn named_after(&self, after: &str, unit: &str) -> Option<String> {
        let (_, noun) = after.rsplit_once('的').unwrap_or(("", after));
        let is_noun = !noun.contains(|c: char| c.is_numeric() || matches!(c, '、' | ',' | '，' | '等'));
        (is_noun && self.is_thing(noun, unit)).then(|| noun.to_owned())
    }

    /// Whether a noun ends with something that is set up or listed, so that the unit counts the whole of it.
    fn is_thing(&self, noun: &str, unit: &str) -> bool {
        let is_listed = self.words().listed.end(noun);
        self.words().things.end(noun) || is_listed && ["个", "项", "件", "条"].contains(&unit)
    }
}

/// The noun of the last in a row with the level of an earlier one: 4个|国家级|、5个省级渔港 gives 国家级渔港.
fn with_level(own: &str, of: String) -> String {
    match of.split_once('级') {
        Some((level, thing)) if own.ends_with('级') && level.chars().count() <= MAX_LEVEL_CHARS => {
            format!("{own}{thing}")
        }
        _ => of,
    }
}

/// The noun without a second unit in brackets: 50条(个)|示范渔港.
fn without_second_unit(of: String) -> Option<String> {
    let opened = of.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    match opened.filter(|(unit, _)| unit.chars().count() == 1) {
        // The next item follows instead: 渔船50艘(条)、码头6座.
        Some((_, counted)) => Some(counted.to_owned()).filter(|of| of.starts_with(char::is_alphabetic)),
        None => Some(of),
    }
}

/// The noun without 任务: 3万个渔村|的整治任务, 20期培训|任务; 5项重点任务 are tasks.
fn without_task(of: String, unit: &str, after: &str) -> String {
    let Some(deed) = of.strip_suffix("任务") else { return of };
    let owner = after.strip_suffix(&of).and_then(|owner| owner.strip_suffix('的'));
    let owner = owner.filter(|owner| !owner.contains(['、', '和', '的']));
    let counted = match unit {
        "项" | "件" | "大" => None,
        "个" => owner,
        _ => owner.or(Some(deed)),
    };
    counted.filter(|counted| counted.chars().count() > 1).map(str::to_owned).unwrap_or(of)
}

/// Gives each of as many amounts its thing, and all of them a unit that is told once: 渔业、港口业产值分别达5亿、6亿元.
fn share_out(amounts: &mut [Amount], measure: &str, words: &LedgerWords) {
    let Some(list) = listed(amounts, measure) else { return };
    let things: Vec<&str> = list.split(['、', '和', '与', '及']).collect();
    let last = amounts.last().and_then(|amount| amount.unit.clone());
    // The amounts stand in a row: 渔网、渔具5万、6万件.
    let row: Vec<_> = amounts.iter().map(|amount| amount.evidence.text.as_str()).collect();
    let are_told = measure.contains("分别") || measure.contains(&row.join("、"));
    if !are_told || things.len() < 2 || things.len() != amounts.len() {
        return;
    }
    let head = shared_head(&things, words);
    let last_at = things.len() - 1;
    for (at, (amount, thing)) in amounts.iter_mut().zip(&things).enumerate() {
        let head = head.filter(|_| at < last_at).unwrap_or_default();
        amount.of = Some(format!("{thing}{head}"));
        amount.unit = amount.unit.take().or_else(|| last.clone());
    }
}

/// The list of things in the measure's words, from the first amount's noun to the last one's.
fn listed(amounts: &[Amount], measure: &str) -> Option<String> {
    let (first, last) = (amounts.first()?.of.as_deref()?, amounts.last()?.of.as_deref()?);
    let told = measure.find(first).map(|start| &measure[start..]);
    let end = told.and_then(|told| told.find(last)).map(|start| start + last.len());
    Some(told.zip(end).and_then(|(told, end)| told.get(..end)).unwrap_or(first).to_owned())
}

/// The head that the last of several things has for all: 渔具、渔饵、渔船|产业规模.
fn shared_head<'t>(things: &[&'t str], words: &LedgerWords) -> Option<&'t str> {
    let last = things.last()?;
    let (head, ()) = words.quantities.find(last).next().filter(|(head, ())| head.start > 0)?;
    Some(&last[head.start..])
}

/// Whether a figure has only the last of the items before it: 船舶、码头、|渔具保险5万份.
fn is_pair_ending_with(noun: &str, of: &str) -> bool {
    let items = noun.strip_suffix(of).filter(|items| items.ends_with(['、', '和', '与', '及']));
    items.is_some_and(|items| {
        noun.chars().count() <= MAX_PAIR_CHARS
            && !items.contains(['等', '的'])
            && !items.contains(crate::text::is_digit)
    })
}
