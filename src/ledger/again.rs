//! What later documents say of an entry without a record of it: where its words stand there it is not silent, and
//! 目标实现 behind them reports a promise.

use std::collections::BTreeMap;
use std::ops::Range;

use super::gather::is_before;
use super::name::Name;
use super::promise::{CLOSING, TELLING};
use super::reader::Said;
use super::{EntryKind, State, Step};
use crate::lexicon::{LedgerWords, Lexicon, Vocabulary};
use crate::source::{Evidence, Said as Sentence, Source};

/// Words of fewer characters may stand for something else: of a project, of a promise.
const SHORTEST_NAME: usize = 4;
const SHORTEST_PROMISE: usize = 5;
const SHORTEST_AMOUNT: usize = 8;
const SHORTEST_LOOSE: usize = 5;
const SHORTEST_AGAIN: usize = 8;
/// How many characters stand between 目标 and 实现, at most: 顺利.
const MANNER: usize = 4;

/// As what an entry is looked for in later documents.
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
    /// What is promised to be done with it; behind it this verb is a report.
    verb: Option<String>,
}

impl Sought {
    /// 黄河上游|岸坡治理: a project by what is done, with its place before it.
    pub(super) fn project(name: &Name, lexicon: &Lexicon) -> Option<Self> {
        let core = crate::source::plain(&name.core);
        let ends = core.char_indices().map(|(at, _)| at).skip(2);
        let opening = ends.filter(|at| lexicon.places.is_place(&core[..*at])).last();
        let (place, rest) = core.split_at(opening.unwrap_or_default());
        let place = lexicon.ledger.without_reach_behind(place);
        let rest = lexicon.ledger.without_reach_before(rest);
        let tells = !place.is_empty() && rest.chars().count() >= SHORTEST_NAME;
        let (place, words) = if tells { (Some(place.to_owned()), rest) } else { (None, core.as_str()) };
        let words = words.to_owned();
        let is_long = words.chars().count() >= SHORTEST_NAME;
        let sought = Sought { words, place, only_reports: false, loose: None, verb: None };
        (is_long && name.phase.is_none()).then_some(sought)
    }

    /// A promise by its object; by its verb and object where that is short.
    pub(super) fn promise(verb: &str, object: &str, key: &str, words: &LedgerWords) -> Option<Self> {
        let loose = loose(object, words);
        let object = crate::source::plain(object);
        let tells = object.chars().count() >= TELLING;
        let words = if tells { object } else { crate::source::plain(key) };
        let verb = tells.then(|| verb.to_owned());
        let is_long = words.chars().count() >= SHORTEST_PROMISE;
        // 一批重大项目: others each time.
        let is_one = !["一批", "一系列", "若干"].iter().any(|some| words.contains(some));
        (is_long && is_one).then_some(Sought { words, place: None, only_reports: false, loose, verb })
    }

    /// A promise of an amount by its object; without the amount it is `thing`.
    pub(super) fn amount(object: &str, thing: &str, lexicon: &LedgerWords) -> Option<Self> {
        let words = crate::source::plain(object);
        let is_long = words.chars().count() >= SHORTEST_AMOUNT;
        let words = if is_long { words } else { String::new() };
        // 干部和群众, 一次会议: others each time.
        let is_one = !thing.contains(['和', '、']) && !thing.ends_with("会议");
        let loose = loose(thing, lexicon).filter(|_| is_one);
        let sought = Sought { words, place: None, only_reports: true, loose, verb: None };
        (is_long || sought.loose.is_some()).then_some(sought)
    }
}

/// 独立|的、|完整|的|工业体系, 渔港合作|机制: words that tell enough without what says nothing of what is meant.
fn loose(object: &str, words: &LedgerWords) -> Option<String> {
    // 增值税起征点|从10万元提高到15万元: from what it changes.
    let object = object.split_once('从').map_or(object, |(thing, _)| thing);
    let bare = crate::source::without(&crate::source::plain(object), &words.filling);
    let general = words.general.longest(&bare).map(|(at, ())| bare[..at].to_owned());
    let tells = |words: &String| words.chars().count() >= SHORTEST_LOOSE;
    general.filter(tells).or(Some(bare)).filter(tells)
}

/// The groups of mentions that words are looked for by.
type Seekers<'s> = Vec<(usize, &'s Sought)>;

/// What later documents say of an entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Again {
    /// Where the last of them has its words.
    pub(super) last: Option<Evidence>,
    /// That the promise was kept.
    pub(super) reports: Vec<Step>,
}

/// For each place the words that are looked for.
type Known<'s> = BTreeMap<Option<&'s str>, Vocabulary<Seekers<'s>>>;

/// What is looked for of these groups of mentions, as far as they are open.
fn known<'s>(
    groups: &'s [(EntryKind, Vec<Said>)],
    words: impl Fn(&'s Sought) -> Option<&'s str>,
) -> Known<'s> {
    let mut known: BTreeMap<Option<&str>, BTreeMap<&str, Seekers>> = BTreeMap::new();
    for (index, (_, group)) in groups.iter().enumerate() {
        let is_open = group.iter().all(|mention| mention.step.state != State::Delivered);
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
    known.into_iter().map(|(place, words)| (place, Vocabulary::new(words))).collect()
}

/// For each group of mentions what the documents behind the last of them say of it, and in other wording the same one.
pub(super) fn said(
    groups: &[(EntryKind, Vec<Said>)],
    sources: &[(&Source, Option<String>)],
    lexicon: &Lexicon,
) -> Vec<Again> {
    let exactly = known(groups, |sought| Some(sought.words.as_str()).filter(|words| !words.is_empty()));
    let loosely = known(groups, |sought| sought.loose.as_deref());
    let mut again = vec![Again::default(); groups.len()];
    for (source, place) in sources {
        let Some(date) = source.date() else { continue };
        let (exact, loose) = (exactly.get(&place.as_deref()), loosely.get(&place.as_deref()));
        let is_later = |group: &[Said]| {
            group.iter().all(|mention| {
                let said = mention.step.evidence.date.as_deref();
                said.is_some_and(|said| is_before(said, date))
            })
        };
        for sentence in source.said() {
            for (range, is_report, index) in
                exact.into_iter().flat_map(|words| sought_in(&sentence.text, words, lexicon))
            {
                let (kind, group) = &groups[index];
                if !is_later(group) {
                    continue;
                }
                let evidence = evidence(source, &sentence, range);
                if *kind == EntryKind::Measure && is_report {
                    let step = Step { state: State::Delivered, stage: None, aim: false, evidence };
                    again[index].reports.push(step);
                } else {
                    again[index].last = Some(evidence);
                }
            }
            let Some(words) = loose else { continue };
            let bare = sentence.without(&lexicon.ledger.filling);
            for (range, seekers) in words.find(&bare.text) {
                let evidence = evidence(source, &bare, range);
                let tells = evidence.text.chars().count() >= SHORTEST_AGAIN;
                for (index, sought) in seekers {
                    let group = &groups[*index].1;
                    if is_later(group) || tells && !sought.only_reports && follows(group, &evidence) {
                        again[*index].last = Some(evidence.clone());
                    }
                }
            }
        }
    }
    again
}

/// Whether all that a group mentions stands before this in the same document.
fn follows(group: &[Said], evidence: &Evidence) -> bool {
    group.iter().all(|mention| {
        let said = &mention.step.evidence;
        let is_one = said.source == evidence.source && said.date == evidence.date;
        is_one && said.span.end <= evidence.span.start
    })
}

/// What of the words stands in a sentence: where, whether a report follows, and of which group of mentions it is.
fn sought_in<'s>(
    sentence: &'s str,
    words: &'s Vocabulary<Seekers>,
    lexicon: &'s Lexicon,
) -> impl Iterator<Item = (Range<usize>, bool, usize)> {
    let found = sentence.char_indices().filter_map(move |(at, _)| words.longest_at(sentence, at));
    found.flat_map(move |(range, entries)| {
        let (before, behind) = (&sentence[..range.start], &sentence[range.end..]);
        entries.iter().filter_map(move |(index, sought)| {
            let is_report = reports(before, behind, sought.verb.as_deref(), &lexicon.ledger);
            let is_there = sought.place.as_ref().is_none_or(|place| before.contains(place.as_str()));
            let is_meant = is_there && (is_report || !sought.only_reports);
            is_meant.then(|| (range.clone(), is_report, *index))
        })
    })
}

/// 目标顺利实现, 的任务已经完成, 全面建立: whether what stands around the words of a promise says that it was kept.
fn reports(before: &str, behind: &str, verb: Option<&str>, words: &LedgerWords) -> bool {
    let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
    let open = behind.strip_prefix('的').unwrap_or(behind);
    let closed = CLOSING.iter().find_map(|named| open.strip_prefix(named));
    let ends = closed.is_some_and(|behind| ["实现", "完成"].iter().any(|verb| is_done(behind, verb, words)));
    let is_done = verb.is_some_and(|verb| is_done(behind, verb, words));
    (ends || is_done) && words.ahead.find(clause).next().is_none()
}

/// 已经|完成: whether a text opens with this verb as what was done, behind no more than its manner.
fn is_done(text: &str, verb: &str, words: &LedgerWords) -> bool {
    let Some((manner, rest)) = text.split_once(verb) else { return false };
    let is_manner = |c: char| !c.is_ascii_punctuation() && !matches!(c, '。' | '、' | '的');
    let closes = rest.chars().next().is_none_or(|c| matches!(c, '。' | ',' | ';' | '、' | '了' | '!'));
    closes
        && manner.chars().count() <= MANNER
        && manner.chars().all(is_manner)
        && words.pending.find(manner).next().is_none()
}

/// What is evidence for words that stand in a sentence.
fn evidence(source: &Source, sentence: &Sentence, words: Range<usize>) -> Evidence {
    let span = sentence.span(words);
    source.evidence(&source.text(span.start, span.end), &span)
}
