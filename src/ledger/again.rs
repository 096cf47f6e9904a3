//! What later documents say of an entry without a record of it: where its words stand there it is not silent, and
//! 目标实现 after them reports a promise.

use std::collections::BTreeMap;
use std::ops::Range;

use super::mentioned::{Mentioned, Promised};
use super::name::Name;
use super::promise::MIN_TELLING_CHARS;
use super::reader::Statement;
use super::report::{MAX_MANNER_CHARS, is_drafted, is_in_use, reports};
use super::{EntryKind, State, Step};
use crate::document::{Plain, Quote, ReadDocument};
use crate::lexicon::iso::year_of;
use crate::lexicon::{LedgerWords, Lexicon, Vocabulary};

/// Shorter search words are ambiguous and not searched for; in characters, by what they come from.
const MIN_NAME_CHARS: usize = 4;
const MIN_PROMISE_CHARS: usize = 5;
const MIN_AMOUNT_CHARS: usize = 7;
const MIN_LOOSE_CHARS: usize = 5;
const MIN_COUNTED_CHARS: usize = 4;
const MIN_AGAIN_CHARS: usize = 8;
/// For how many years after its due a promise is still meant by its words: by another wording, and by the very words.
const YEARS_LOOSE: i32 = 1;
const YEARS_EXACT: i32 = 5;
/// Before an amount: it is promised for another year.
const NEXT: &[&str] = &["今年", "明年", "拟", "再"];
/// Of this many groups the same words are looked for, those that are due last.
const MAX_SEEKERS: usize = 64;
/// One character, in bytes.
const SIGN_BYTES: usize = '亩'.len_utf8();

/// What to search later documents for, to find an entry again.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sought {
    /// Folded, without marks and about how much it is.
    words: String,
    /// What stands before them in the same sentence.
    place: Option<String>,
    /// Only a report says that the same is meant.
    only_reports: bool,
    /// Without what says nothing of what is meant: another wording of the same.
    loose: Option<String>,
    /// What is promised to be done with it; after what has no amount this verb is a report.
    verb: Option<String>,
    /// The year in which it is due; long after it the words mean another promise.
    until: Option<i32>,
    /// How much is promised.
    amounts: Vec<String>,
}

impl Sought {
    /// 黄河上游|岸坡治理: a project by what is done, with its place before it.
    pub(super) fn project(name: &Name, lexicon: &Lexicon) -> Option<Self> {
        let core = crate::document::plain(&name.core);
        let ends = core.char_indices().map(|(at, _)| at).skip(2);
        let opening = ends.filter(|at| lexicon.places.is_place(&core[..*at])).last();
        let (place, rest) = core.split_at(opening.unwrap_or_default());
        let place = lexicon.ledger.without_reach_after(place);
        let rest = lexicon.ledger.without_reach_before(rest);
        let tells = !place.is_empty() && rest.chars().count() >= MIN_NAME_CHARS;
        let (place, words) = if tells { (Some(place.to_owned()), rest) } else { (None, core.as_str()) };
        let words = words.to_owned();
        let is_long = words.chars().count() >= MIN_NAME_CHARS;
        let sought = Sought {
            words,
            place,
            only_reports: false,
            loose: None,
            verb: None,
            until: None,
            amounts: Vec::new(),
        };
        (is_long && name.phase.is_none()).then_some(sought)
    }

    /// A promise by its object; by its verb and object where that is short.
    pub(super) fn promise(
        verb: &str,
        object: &str,
        key: &str,
        until: Option<i32>,
        words: &LedgerWords,
    ) -> Option<Self> {
        let loose = loose(object, MIN_LOOSE_CHARS, words);
        let object = crate::document::plain(object);
        let tells = object.chars().count() >= MIN_TELLING_CHARS;
        let words = if tells { object } else { crate::document::plain(key) };
        let verb = tells.then(|| verb.to_owned());
        let is_long = words.chars().count() >= MIN_PROMISE_CHARS;
        // 一批重大项目: others each time.
        let is_one = !["一批", "一系列", "若干"].iter().any(|some| words.contains(some));
        let amounts = Vec::new();
        let sought = Sought { words, place: None, only_reports: false, loose, verb, until, amounts };
        (is_long && is_one).then_some(sought)
    }

    /// A promise of amounts by its object; without them it is `thing`.
    pub(super) fn amount(
        (verb, object): (&str, &str),
        (thing, amounts): (&str, Vec<String>),
        until: Option<i32>,
        lexicon: &LedgerWords,
    ) -> Option<Self> {
        let words = crate::document::plain(object);
        let is_long = words.chars().count() >= MIN_AMOUNT_CHARS;
        let words = if is_long { words } else { String::new() };
        // 干部和群众, 一次会议: others each time.
        let is_pair = thing.contains(['和', '、']) && thing.chars().count() < MIN_AMOUNT_CHARS;
        let is_one = !is_pair && !thing.ends_with("会议");
        let loose = loose(thing, MIN_COUNTED_CHARS, lexicon).filter(|_| is_one);
        let verb = Some(verb.to_owned());
        let sought = Sought { words, place: None, only_reports: true, loose, verb, until, amounts };
        (is_long || sought.loose.is_some()).then_some(sought)
    }
}

impl Sought {
    /// Whether another wording in a document of this date still means this. That of an amount does where it has the same,
    /// or says soon what came of it, by an amount of its own or the verb; general words (推进码头建设) and another year's
    /// promise do not.
    fn is_loosely_meant(
        &self,
        date: &str,
        sentence: &str,
        words: &Range<usize>,
        lexicon: &LedgerWords,
    ) -> bool {
        if !self.only_reports {
            return self.is_meant_on(date, YEARS_LOOSE);
        }
        let (before, after) = (&sentence[..words.start], &sentence[words.end..]);
        let marks = [',', ';', ':', '。'];
        let opens = before.rsplit(marks).next().unwrap_or_default();
        let closes = after.split(marks).next().unwrap_or_default();
        let has = |word: &str| opens.contains(word) || closes.contains(word);
        let is_digit = |c: char| c.is_ascii_digit() || crate::text::is_chinese_digit(c);
        let multiplied = opens.trim_end_matches(['万', '亿', '多', '余', '名', '个', '户']);
        let is_counted = || has_amount_in(closes, lexicon) || multiplied.ends_with(is_digit);
        // 解决问题, 将渔民纳入保险, 问题得到解决.
        let is_done = || {
            self.verb.as_deref().is_some_and(|verb| {
                let is_put = opens.contains(['将', '把']) && closes.contains(verb);
                let manner = closes.strip_suffix(verb).map(|manner| manner.chars().count());
                opens.contains(verb)
                    || is_put
                    || manner.is_some_and(|long| (1..=MAX_MANNER_CHARS).contains(&long))
            })
        };
        let tells = || is_counted() || is_done();
        // 中央|财政赤字: few words open their clause, or follow an amount or a verb.
        let is_short = words.len() < MIN_LOOSE_CHARS * SIGN_BYTES;
        let item = opens.rsplit('、').next().unwrap_or_default();
        let follows_verb =
            lexicon.finishing.find(item).last().is_some_and(|(verb, ())| verb.end == item.len());
        let has_amount = || self.amounts.iter().any(|amount| opens.ends_with(amount.as_str()));
        let starts = item.is_empty() || has_amount() || multiplied.ends_with(is_digit) || follows_verb;
        let is_next = || NEXT.iter().any(|next| before.contains(next));
        let is_same = self.amounts.iter().any(|amount| has(amount));
        let is_meant =
            is_same && self.is_meant_on(date, YEARS_EXACT) || self.is_meant_on(date, YEARS_LOOSE) && tells();
        is_meant && !is_next() && (starts || !is_short)
    }

    /// Whether words without a report still mean this in a document of this date, this many years after its due.
    fn is_meant_on(&self, date: &str, years: i32) -> bool {
        let year = year_of::<i32>(date);
        self.until.zip(year).is_none_or(|(until, year)| year <= until + years)
    }
}

/// 增长3%, 解决三万户: whether an amount is told; 三农 is not one.
fn has_amount_in(text: &str, words: &LedgerWords) -> bool {
    let counted = |(at, digit): (usize, char)| {
        crate::text::is_chinese_digit(digit)
            && words.counted.longest_at(text, at + digit.len_utf8()).is_some()
    };
    text.contains(|c: char| c.is_ascii_digit()) || text.char_indices().any(counted)
}

/// 独立|的、|完整|的|工业体系, 渔港合作|机制: words that tell enough without what says nothing of what is meant.
fn loose(object: &str, shortest: usize, words: &LedgerWords) -> Option<String> {
    // 增值税起征点|从10万元提高到15万元: from what it changes.
    let object = object.split_once('从').map_or(object, |(thing, _)| thing);
    let bare = crate::document::without(&crate::document::plain(object), &words.filling);
    let general = words.general.longest(&bare).map(|(at, ())| bare[..at].to_owned());
    let tells = |words: &String| words.chars().count() >= shortest;
    general.filter(tells).or(Some(bare)).filter(tells)
}

/// The groups of mentions that words are looked for by.
type Seekers<'s> = Vec<(usize, &'s Sought)>;

/// What later documents say of an entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Again {
    /// Where the last of them has its words.
    pub(super) last: Option<Quote>,
    /// That the promise was kept.
    pub(super) reports: Vec<Step>,
}

/// For each place the words that are looked for.
type Known<'s> = BTreeMap<Option<&'s str>, Vocabulary<Seekers<'s>>>;

/// What is looked for of these groups of mentions, as far as they are open.
fn known<'s>(
    groups: &'s [(EntryKind, Vec<Statement>)],
    words: impl Fn(&'s Sought) -> Option<&'s str>,
) -> Known<'s> {
    let mut known: BTreeMap<Option<&str>, BTreeMap<&str, Seekers>> = BTreeMap::new();
    for (index, (kind, group)) in groups.iter().enumerate() {
        // What is said of a promise that was kept is another one.
        let is_open =
            *kind == EntryKind::Project || group.iter().all(|mention| mention.step.state != State::Delivered);
        for mention in group.iter().filter(|_| is_open) {
            let Some(sought) = &mention.sought else { continue };
            let Some(words) = words(sought) else { continue };
            let of_place = known.entry(mention.speaks_for.as_deref()).or_default();
            let sought_for = of_place.entry(words).or_default();
            if sought_for.last() != Some(&(index, sought)) {
                sought_for.push((index, sought));
            }
        }
    }
    for seekers in known.values_mut().flat_map(BTreeMap::values_mut) {
        if seekers.len() > MAX_SEEKERS {
            seekers.sort_by_key(|(_, sought)| sought.until);
            seekers.drain(..seekers.len() - MAX_SEEKERS);
        }
    }
    known.into_iter().map(|(place, words)| (place, Vocabulary::new(words))).collect()
}

/// For each group of mentions what the documents after the last of them say of it, and in other wording the same one.
pub(super) fn find(
    groups: &[(EntryKind, Vec<Statement>)],
    documents: &[(&ReadDocument, Option<String>)],
    lexicon: &Lexicon,
) -> Vec<Again> {
    let exactly = known(groups, |sought| Some(sought.words.as_str()).filter(|words| !words.is_empty()));
    let loosely = known(groups, |sought| sought.loose.as_deref());
    let again = vec![Again::default(); groups.len()];
    let mentioned = groups.iter().map(|(_, group)| Mentioned::by(group)).collect();
    let mut search = Search { groups, mentioned, lexicon, promised: Promised::by(groups), again };
    for (read, place) in documents {
        let Some(date) = read.date() else { continue };
        let (exact, loose) = (exactly.get(&place.as_deref()), loosely.get(&place.as_deref()));
        for sentence in read.plain_sentences() {
            if let Some(words) = exact {
                search.exactly(read, date, &sentence, words);
            }
            if let Some(words) = loose {
                search.loosely(read, date, &sentence, words);
            }
        }
    }
    search.again
}

/// The search for the words of all groups, sentence by sentence.
struct Search<'s> {
    groups: &'s [(EntryKind, Vec<Statement>)],
    mentioned: Vec<Mentioned<'s>>,
    lexicon: &'s Lexicon,
    promised: Promised<'s>,
    again: Vec<Again>,
}

impl Search<'_> {
    /// Whether these words, which are long enough to mean the same years later, are told there to be drawn up.
    fn is_drafted(&self, read: &ReadDocument, date: &str, said: &Quote, sought: &Sought) -> bool {
        let words = &self.lexicon.ledger;
        // 完成渔业计划的|编制.
        let by_object = || words.drafting.longest(&sought.words).map(|(at, ())| &sought.words[at..]);
        let verb = sought.verb.as_deref().filter(|_| !sought.only_reports);
        let verb =
            verb.map(|verb| if words.carried.contains(verb) { by_object().unwrap_or(verb) } else { verb });
        verb.is_some_and(|verb| {
            said.text.chars().count() >= MIN_AGAIN_CHARS
                && sought.is_meant_on(date, YEARS_EXACT)
                && is_drafted(read, said, verb, words)
        })
    }

    /// What a sentence says in the very words.
    fn exactly(&mut self, read: &ReadDocument, date: &str, sentence: &Plain, words: &Vocabulary<Seekers>) {
        for (range, is_report, index, sought) in sought_in(&sentence.text, words, self.lexicon) {
            let (kind, mentioned) = (self.groups[index].0, &self.mentioned[index]);
            // 青岩水厂如期供水: a work of which no record tells the stage.
            let serves = kind == EntryKind::Project
                && mentioned.is_before(date)
                && is_in_use(&sentence.text[..range.start], &sentence.text[range.end..], self.lexicon);
            let evidence = quote(read, sentence, range);
            let is_again = mentioned.is_before(date)
                || kind == EntryKind::Project && mentioned.stands_apart_from(&evidence);
            let years =
                if sought.words.chars().count() >= MIN_AGAIN_CHARS { YEARS_EXACT } else { YEARS_LOOSE };
            if !is_again {
                continue;
            }
            let is_report = is_report || self.is_drafted(read, date, &evidence, sought);
            if kind == EntryKind::Measure && is_report || serves {
                let step = Step { state: State::Delivered, stage: None, aim: false, evidence };
                self.again[index].reports.push(step);
            } else if sought.is_meant_on(date, years) {
                self.again[index].last = Some(evidence);
            }
        }
    }

    /// What it says in words that leave out or add what says nothing.
    fn loosely(&mut self, read: &ReadDocument, date: &str, sentence: &Plain, words: &Vocabulary<Seekers>) {
        let bare = sentence.without(&self.lexicon.ledger.filling);
        for (range, seekers) in words.find(&bare.text) {
            let evidence = quote(read, &bare, range.clone());
            let tells = evidence.text.chars().count() >= MIN_AGAIN_CHARS;
            let (before, after) = (&bare.text[..range.start], &bare.text[range.end..]);
            for (index, sought) in seekers {
                let mentioned = &self.mentioned[*index];
                let is_later = mentioned.is_before(date);
                // 淘汰老旧渔船指标超额完成, 制定了渔业计划纲要: what was promised was done.
                let verb = sought.verb.as_deref().filter(|_| !sought.only_reports);
                let is_report = is_later
                    && self.again[*index].reports.is_empty()
                    && (reports(before, after, verb, &self.lexicon.ledger)
                        && sought.is_meant_on(date, YEARS_LOOSE)
                        || self.is_drafted(read, date, &evidence, sought));
                if is_report {
                    let evidence = evidence.clone();
                    let step = Step { state: State::Delivered, stage: None, aim: false, evidence };
                    self.again[*index].reports.push(step);
                    continue;
                }
                let is_later = is_later
                    && sought.is_loosely_meant(date, &bare.text, &range, &self.lexicon.ledger)
                    && !self.promised.holds_another(*index, &evidence);
                if is_later || tells && !sought.only_reports && mentioned.is_followed_by(&evidence) {
                    self.again[*index].last = Some(evidence.clone());
                }
            }
        }
    }
}

/// What of the words stands in a sentence: where, whether a report follows, and of which group of mentions it is.
fn sought_in<'s>(
    sentence: &'s str,
    words: &'s Vocabulary<Seekers>,
    lexicon: &'s Lexicon,
) -> impl Iterator<Item = (Range<usize>, bool, usize, &'s Sought)> {
    let found = sentence.char_indices().filter_map(move |(at, _)| words.longest_at(sentence, at));
    found.flat_map(move |(range, entries)| {
        let (before, after) = (&sentence[..range.start], &sentence[range.end..]);
        entries.iter().filter_map(move |(index, sought)| {
            let verb = sought.verb.as_deref().filter(|_| !sought.only_reports);
            let is_report = reports(before, after, verb, &lexicon.ledger);
            let is_there = sought.place.as_ref().is_none_or(|place| before.contains(place.as_str()));
            let is_meant = is_there && (is_report || !sought.only_reports);
            // 黄河上游|岸坡治理: the place right before it.
            let place = sought.place.as_deref().filter(|place| before.ends_with(place)).map_or(0, str::len);
            is_meant.then(|| (range.start - place..range.end, is_report, *index, *sought))
        })
    })
}

/// Words that stand in a sentence, with the sentence.
fn quote(read: &ReadDocument, sentence: &Plain, words: Range<usize>) -> Quote {
    let span = sentence.span(words);
    read.quote(&read.text(span.start, span.end), &span)
}
