//! What to search later documents for, to find an entry again, and whether it is meant there.

use std::ops::Range;

use super::name::Name;
use super::promise::MIN_TELLING_CHARS;
use super::report::MAX_MANNER_CHARS;
use crate::lexicon::iso::year_of;
use crate::lexicon::{LedgerWords, Lexicon};
use crate::text::is_digit;

/// Shorter search words are ambiguous and not searched for; in characters, by what they come from.
const MIN_NAME_CHARS: usize = 4;
const MIN_PROMISE_CHARS: usize = 5;
const MIN_AMOUNT_CHARS: usize = 5;
const MIN_PAIR_CHARS: usize = 7;
const MIN_LOOSE_CHARS: usize = 5;
const MIN_COUNTED_CHARS: usize = 4;
/// What was stopped or not done says so right after its words, which may be as short as this: 断头路.
const MIN_THING_CHARS: usize = 3;
/// For how many years after its due a promise is still meant by its words: by another wording, and by the very words.
pub(super) const YEARS_LOOSE: i32 = 1;
pub(super) const YEARS_EXACT: i32 = 5;
/// Before an amount: it is promised for another year.
const NEXT: &[&str] = &["今年", "明年", "拟", "再"];
/// One character, in bytes.
const SIGN_BYTES: usize = '亩'.len_utf8();

/// What to search later documents for, to find an entry again.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sought {
    /// Folded, without marks and about how much it is.
    pub(super) words: String,
    /// What stands before them in the same sentence.
    pub(super) place: Option<String>,
    /// Only a report says that the same is meant.
    pub(super) only_reports: bool,
    /// Without what says nothing of what is meant: another wording of the same.
    pub(super) loose: Option<String>,
    /// What is promised to be done with it; after what has no amount this verb is a report.
    pub(super) verb: Option<String>,
    /// The year in which it is due; long after it the words mean another promise.
    pub(super) until: Option<i32>,
    /// How much is promised.
    pub(super) amounts: Vec<String>,
    /// By what words it is told to have been stopped, or not done.
    pub(super) thing: Option<String>,
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
        let thing = thing(&object);
        let tells = object.chars().count() >= MIN_TELLING_CHARS;
        let words = if tells { object } else { crate::document::plain(key) };
        let verb = tells.then(|| verb.to_owned());
        // 一批重大项目: others each time.
        let is_one = !["一批", "一系列", "若干"].iter().any(|some| words.contains(some));
        let is_long = words.chars().count() >= MIN_PROMISE_CHARS;
        let (words, loose) = if is_long { (words, loose) } else { (String::new(), None) };
        let amounts = Vec::new();
        let sought = Sought { words, place: None, only_reports: false, loose, verb, until, amounts, thing };
        (is_one && sought.is_searched_for()).then_some(sought)
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
        let is_pair = thing.contains(['和', '、']) && thing.chars().count() < MIN_PAIR_CHARS;
        let is_one = !is_pair && !thing.ends_with("会议");
        let loose = loose(thing, MIN_COUNTED_CHARS, lexicon).filter(|_| is_one);
        let thing = crate::document::plain(thing);
        // 厕所|改造|取消: a short thing with what is done to it.
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
    /// Whether another wording in a document of this date still means this. That of an amount does where it has the same,
    /// or says soon what came of it, by an amount of its own or the verb; general words (推进码头建设) and another year's
    /// promise do not.
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
    pub(super) fn is_meant_on(&self, date: &str, years: i32) -> bool {
        let year = year_of::<i32>(date);
        self.until.zip(year).is_none_or(|(until, year)| year <= until + years)
    }
}

/// What a promise is of, where its words tell it from others.
fn thing(object: &str) -> Option<String> {
    (object.chars().count() >= MIN_THING_CHARS).then(|| object.to_owned())
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
