//! Makes the search pattern that finds an entry in later documents, and decides whether a hit means it.

use std::ops::Range;

use super::name::Name;
use super::promise::MIN_TELLING_CHARS;
use super::report::MAX_MANNER_CHARS;
use crate::lexicon::iso::year_of;
use crate::lexicon::{LedgerWords, Lexicon};
use crate::text::is_digit;

/// Fewest characters of search words, by where they come from; shorter ones are ambiguous.
const MIN_NAME_CHARS: usize = 4;
const MIN_PROMISE_CHARS: usize = 5;
const MIN_AMOUNT_CHARS: usize = 5;
const MIN_PAIR_CHARS: usize = 7;
const MIN_LOOSE_CHARS: usize = 5;
const MIN_COUNTED_CHARS: usize = 4;
/// Fewest characters of the name of a thing that was stopped or not done, which is said right after it: 断头路.
const MIN_THING_CHARS: usize = 3;
/// For how many years after its due a promise is still meant: by other wording, and by exactly its words.
pub(super) const YEARS_LOOSE: i32 = 1;
pub(super) const YEARS_EXACT: i32 = 5;
/// Words before an amount that is promised for another year.
const NEXT: &[&str] = &["今年", "明年", "拟", "再"];
/// One character, in bytes.
const SIGN_BYTES: usize = '亩'.len_utf8();

/// The search pattern that finds an entry in later documents.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sought {
    /// The words, folded, without marks and amounts.
    pub(super) words: String,
    /// The place before them in the same sentence.
    pub(super) place: Option<String>,
    /// Whether only a report shows that the same is meant.
    pub(super) only_reports: bool,
    /// Another wording: the words without those that carry no meaning.
    pub(super) loose: Option<String>,
    /// The verb of the promise; without an amount, this verb after the words is a report.
    pub(super) verb: Option<String>,
    /// The year in which it is due; long after, the words mean another promise.
    pub(super) until: Option<i32>,
    /// The amounts promised.
    pub(super) amounts: Vec<String>,
    /// The words by which it is told as stopped or not done.
    pub(super) thing: Option<String>,
}

impl Sought {
    /// A project by what is done, with its place before it: 黄河上游|岸坡治理.
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
            thing: Some(words.clone()),
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

    /// A promise by its object, or by its verb and object if the object is short.
    pub(super) fn promise(
        verb: &str,
        object: &str,
        key: &str,
        until: Option<i32>,
        words: &LedgerWords,
    ) -> Option<Self> {
        let loose = loose(object, MIN_LOOSE_CHARS, words);
        let object = crate::document::plain(object);
        let thing = thing(&object);
        let tells = object.chars().count() >= MIN_TELLING_CHARS;
        let words = if tells { object } else { crate::document::plain(key) };
        let verb = tells.then(|| verb.to_owned());
        // These are others each time: 一批重大项目.
        let is_one = !["一批", "一系列", "若干"].iter().any(|some| words.contains(some));
        let is_long = words.chars().count() >= MIN_PROMISE_CHARS;
        let (words, loose) = if is_long { (words, loose) } else { (String::new(), None) };
        let amounts = Vec::new();
        let sought = Sought { words, place: None, only_reports: false, loose, verb, until, amounts, thing };
        (is_one && sought.is_searched_for()).then_some(sought)
    }

    /// A promise of amounts by its object; `thing` is the object without them.
    pub(super) fn amount(
        (verb, object): (&str, &str),
        (thing, amounts): (&str, Vec<String>),
        until: Option<i32>,
        lexicon: &LedgerWords,
    ) -> Option<Self> {
        let words = crate::document::plain(object);
        let is_long = words.chars().count() >= MIN_AMOUNT_CHARS;
        let words = if is_long { words } else { String::new() };
        // These are others each time: 干部和群众, 一次会议.
        let is_pair = thing.contains(['和', '、']) && thing.chars().count() < MIN_PAIR_CHARS;
        let is_one = !is_pair && !thing.ends_with("会议");
        let loose = loose(thing, MIN_COUNTED_CHARS, lexicon).filter(|_| is_one);
        let thing = crate::document::plain(thing);
        // A short thing goes with the deed done to it: 厕所|改造|取消.
        let with_deed = || {
            lexicon
                .deeds
                .get(verb)
                .is_some()
                .then(|| format!("{thing}{verb}"))
                .as_deref()
                .and_then(self::thing)
        };
        let thing = self::thing(&thing).or_else(with_deed).filter(|_| is_one);
        let verb = Some(verb.to_owned());
        let sought = Sought { words, place: None, only_reports: true, loose, verb, until, amounts, thing };
        sought.is_searched_for().then_some(sought)
    }

    fn is_searched_for(&self) -> bool {
        !self.words.is_empty() || self.loose.is_some() || self.thing.is_some()
    }
}

impl Sought {
    /// Whether another wording in a document of this date still means this. With an amount it does if the
    /// sentence has the same one, or soon tells the outcome by an amount of its own or the verb. General
    /// words (推进码头建设) and another year's promise do not.
    pub(super) fn is_loosely_meant(
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
        let multiplied = lexicon.without_count_end(opens);
        let is_counted = || has_amount_in(closes, lexicon) || multiplied.ends_with(is_digit);
        // The deed is told: 解决问题, 将渔民纳入保险, 问题得到解决.
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
        // Few words must open their clause, or follow an amount or a verb: 中央|财政赤字.
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

    /// Whether words without a report still mean this in a document of this date, at most `years` after its
    /// due.
    pub(super) fn is_meant_on(&self, date: &str, years: i32) -> bool {
        let year = year_of::<i32>(date);
        self.until.zip(year).is_none_or(|(until, year)| year <= until + years)
    }
}

/// The object of a promise, if its words tell it from others.
fn thing(object: &str) -> Option<String> {
    (object.chars().count() >= MIN_THING_CHARS).then(|| object.to_owned())
}

/// Whether an amount is told: 增长3%, 解决三万户; not 三农.
fn has_amount_in(text: &str, words: &LedgerWords) -> bool {
    let counted = |(at, digit): (usize, char)| {
        crate::text::is_chinese_digit(digit)
            && words.counted.longest_at(text, at + digit.len_utf8()).is_some()
    };
    text.contains(|c: char| c.is_ascii_digit()) || text.char_indices().any(counted)
}

/// The object without words that carry no meaning, if the rest tells enough: 独立|的、|完整|的|工业体系, 渔港合作|机制.
fn loose(object: &str, shortest: usize, words: &LedgerWords) -> Option<String> {
    // The old value is cut: 增值税起征点|从10万元提高到15万元.
    let object = object.split_once('从').map_or(object, |(thing, _)| thing);
    let bare = crate::document::without(&crate::document::plain(object), &words.filling);
    let general = words.general.longest(&bare).map(|(at, ())| bare[..at].to_owned());
    let tells = |words: &String| words.chars().count() >= shortest;
    general.filter(tells).or(Some(bare)).filter(tells)
}
