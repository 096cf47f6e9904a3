//! Words of times: units, deictic years, recurrences, anchors of history, cues of plan and review.

use rustc_hash::{FxHashMap, FxHashSet};

use super::iso::year_of;
use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("times.tsv");

/// What a word does in a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeWord {
    /// A digit, Arabic or Chinese: a number opens here.
    Digit,
    /// 第: an ordinal opens here.
    Ordinal,
    /// A year, counted from the document's: 去年 is -1.
    Year(i16),
    /// A reign that counts its years; its value is the year before the first one: 民国 is 1911.
    Reign(i16),
    /// The year at hand: 本年.
    Headed,
    /// A new year: 新的一年.
    NewYear,
    /// The year before the one spoken of: 上年.
    Previous,
    /// A year, counted from the one spoken of: 同年 is 0.
    Spoken(i16),
    /// Part of a year that stands before it, with its months: 春天. Winter has none, for it lies in two
    /// years: 冬季.
    Season(Option<(i8, i8)>),
    /// A month, counted from the document's: 下个月 is 1.
    Month(i16),
    /// A week, counted from the document's.
    Week(i16),
    /// A day, counted from the document's: 今天 is 0.
    Day(i16),
    /// First and last month of a part of a year: 上半年 is 1 and 6.
    Part(i8, i8),
    /// The whole year: 全年.
    Whole,
    /// Within the year: 年内.
    Within,
    /// Where in a longer stretch: 末期.
    Edge(Edge),
    /// First and last day of a part of a month: 上旬 is 1 and 10.
    TenDays(i8, i8),
    /// The same stretch of another year: 同期.
    Same,
    /// A recurrence and its ISO duration: 每年 is P1Y.
    Every(&'static str),
    /// What opens a recurrence of several: 每 in 每两年.
    EveryFew,
    /// Unit of a duration.
    Unit(TimeUnit),
    /// Opens a stretch up to now: 过去, 近.
    Past,
    /// Opens a stretch from now on: 未来, 今后.
    Future,
    /// 这 in 这五年.
    These,
    /// 前 in 前三年.
    First,
    /// 后 in 后三年.
    Last,
    /// Opens a number of years in a row: 连续.
    Run,
    /// Ends a stretch from something to now: 以来.
    Since,
    /// A part of a day: 上午.
    DayPart,
    /// A stretch around something: 时期, 期间.
    Span,
    /// An event of history and its ISO date.
    Anchor(&'static str),
    /// First and last year, counted from the document's: 今明两年 is 0 and 1.
    Years(i8, i8),
    /// First and last month, counted from the January of the document's year, which is 0: 去冬 is -1 and 1.
    Months(i8, i8),
    /// A named period and its ISO interval; empty where its dates change by the calendar, open where it runs
    /// on (1949/).
    Era(&'static str),
    /// A feast or season before which something is done, and its month and day, where it has one.
    Feast(Option<(i8, i8)>),
    /// Centuries from the document's: 上世纪 is -1.
    Century(i16),
    /// A duration in one word, and its ISO form: 半年.
    Length(&'static str),
    /// A word that names no time before 以来: 长期.
    Vague,
    /// A word that only looks like one of these.
    Other,
}

/// Where in a longer stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Start,
    Middle,
    End,
}

/// Unit of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeUnit {
    Year,
    Month,
    Quarter,
    Week,
    Day,
    Hour,
    Minute,
}

/// Which way a word makes a clause or a heading look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ViewCue {
    /// Ahead: 力争.
    Plan,
    /// Ahead, unless it was reached: 目标任务.
    Goal,
    /// Back: 回顾.
    Review,
    /// Back, at something that was reached: 圆满完成.
    Done,
}

/// The words of times.
#[derive(Debug)]
pub(crate) struct Times {
    /// Words that an expression may open with.
    pub(crate) openers: Vocabulary<TimeWord>,
    /// All words of expressions.
    pub(crate) words: Vocabulary<TimeWord>,
    /// Units of durations; apart, because 年 opens longer words too.
    pub(crate) units: Vocabulary<TimeUnit>,
    /// Words after 五年 that make it a length and not the term that is over: 规划.
    pub(crate) programs: Vocabulary<()>,
    /// Words after 五年 that sum it up: 累计, 增长.
    pub(crate) summing: Vocabulary<()>,
    /// Ends of events from which years are counted, with the year of the event where it is known: 成立 in
    /// 成立30年来.
    pub(crate) onsets: Endings<Option<i16>>,
    /// 自 and a beginning, told of something named before: 自成立.
    pub(crate) own_starts: Vocabulary<()>,
    /// Events of a day, so that 今天 beside one is that day.
    pub(crate) occasions: Vocabulary<()>,
    /// Which year of a plan it is: 开局之年 is the first.
    pub(crate) nth_years: Vocabulary<i16>,
    pub(crate) cues: Vocabulary<ViewCue>,
    /// Words that may stand before 是 where a clause says what a year is: 我国, 又.
    pub(crate) remarks: Vocabulary<()>,
    /// Words that say that a month beside them is still to come: 预计.
    pub(crate) foreseen: Vocabulary<()>,
    /// Words that end with 要 or 将 and are no auxiliaries: 主要.
    pub(crate) no_auxiliary: Endings<()>,
    /// Deeds that are done to a thing once, so that 后年 after one is 后 and a yearly yield: 建成.
    pub(crate) once: Endings<()>,
    pub(crate) beside: Beside,
}

/// Characters beside a time expression, and seasons in one character.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    /// Characters before 30日 that make it a count of days: 之日起.
    pub(crate) before_count: FxHashSet<char>,
    /// Characters before 一年 that make it any year, or one of a row: 每, 同.
    pub(crate) before_any: FxHashSet<char>,
    /// Characters before 近三年 that make another word with 近: 最, 将.
    pub(crate) before_no_run: FxHashSet<char>,
    /// Characters that may stand before 前三年 inside a clause: 在, 由.
    pub(crate) before_run: FxHashSet<char>,
    /// Seasons and their months; winter has none, for it lies in two years.
    pub(crate) season_signs: FxHashMap<char, Option<(i8, i8)>>,
    /// Words for the passage of one season into the next.
    pub(crate) season_turns: Vec<&'static str>,
    /// Characters that make another word of a season: 春|耕.
    pub(crate) after_season: FxHashSet<char>,
    /// Characters after 十二 that make it a count: 个.
    pub(crate) after_count: FxHashSet<char>,
    /// Characters that make another word of 年 after a decimal: 2.5年|均.
    pub(crate) after_decimal: FxHashSet<char>,
    /// Characters before 五年计划 that make it the plan in force: 完|成.
    pub(crate) before_plan: FxHashSet<char>,
    /// Characters before a year that make it one side of a comparison: 与|2021年.
    pub(crate) before_topic: FxHashSet<char>,
    /// Seasons that set in: 入|汛.
    pub(crate) setting_in: FxHashSet<char>,
}

impl Beside {
    /// Takes in a row, if its class is one of these.
    fn take(&mut self, row: &Row<'static>) -> Option<()> {
        let set = match row.class {
            "before-count" => &mut self.before_count,
            "before-any" => &mut self.before_any,
            "before-no-run" => &mut self.before_no_run,
            "before-run" => &mut self.before_run,
            "after-season" => &mut self.after_season,
            "after-count" => &mut self.after_count,
            "after-decimal" => &mut self.after_decimal,
            "before-topic" => &mut self.before_topic,
            "before-plan" => &mut self.before_plan,
            "setting-in" => &mut self.setting_in,
            "season-turn" => {
                self.season_turns.push(row.word);
                return Some(());
            }
            "season-sign" => {
                let months = if row.attribute.is_empty() { None } else { Some(pair(row)?) };
                self.season_signs.insert(row.word.chars().next()?, months);
                return Some(());
            }
            _ => return None,
        };
        set.extend(row.word.chars());
        Some(())
    }
}

impl Times {
    pub(super) fn load() -> Result<Self, Error> {
        let (mut occasions, mut onsets, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
        let (mut words, mut programs, mut summing) = (Vec::new(), Vec::new(), Vec::new());
        let (mut cues, mut nth_years, mut foreseen) = (Vec::new(), Vec::new(), Vec::new());
        let (mut no_auxiliary, mut once, mut own_starts) = (Vec::new(), Vec::new(), Vec::new());
        let mut beside = Beside::default();
        for row in FILE.rows()? {
            match row.class {
                "program" => programs.push((row.word, ())),
                "summing" => summing.push((row.word, ())),
                "onset" => onsets.push((row.word, None)),
                "occasion" => occasions.push((row.word, ())),
                "foreseen" => foreseen.push((row.word, ())),
                "no-auxiliary" => no_auxiliary.push((row.word, ())),
                "once" => once.push((row.word, ())),
                "own-start" => own_starts.push((row.word, ())),
                "remark" => remarks.push((row.word, ())),
                "nth-year" => {
                    let nth = row.attribute.parse().ok();
                    let nth =
                        nth.ok_or_else(|| FILE.error(row.line, "no number of a year", "see the header"))?;
                    nth_years.push((row.word, nth));
                }
                "plan" => cues.push((row.word, ViewCue::Plan)),
                "goal" => cues.push((row.word, ViewCue::Goal)),
                "review" => cues.push((row.word, ViewCue::Review)),
                "done" => cues.push((row.word, ViewCue::Done)),
                _ if beside.take(&row).is_some() => {}
                _ => {
                    let word = time_word(&row).ok_or_else(|| FILE.unknown_class(&row))?;
                    words.push((row.word, word));
                    if let TimeWord::Anchor(iso) = word {
                        onsets.push((row.word, year_of(iso)));
                    }
                }
            }
        }
        let openers = words.iter().filter(|(_, word)| word.opens()).copied();
        let units = words.iter().filter_map(|(word, kind)| match kind {
            TimeWord::Unit(unit) => Some((*word, *unit)),
            _ => None,
        });
        Ok(Times {
            units: Vocabulary::new(units),
            openers: Vocabulary::new(openers),
            words: Vocabulary::new(words),
            programs: Vocabulary::new(programs),
            summing: Vocabulary::new(summing),
            onsets: Endings::new(onsets),
            occasions: Vocabulary::new(occasions),
            nth_years: Vocabulary::new(nth_years),
            cues: Vocabulary::new(cues),
            remarks: Vocabulary::new(remarks),
            foreseen: Vocabulary::new(foreseen),
            no_auxiliary: Endings::new(no_auxiliary),
            once: Endings::new(once),
            own_starts: Vocabulary::new(own_starts),
            beside,
        })
    }
}

impl TimeWord {
    fn opens(&self) -> bool {
        use TimeWord::{DayPart, Edge, Season, Span, TenDays, Unit, Vague};
        !matches!(self, DayPart | Vague | Edge(_) | Season(_) | Span | TenDays(..) | Unit(_))
    }
}

fn time_word(row: &Row<'static>) -> Option<TimeWord> {
    let offset = || row.attribute.parse().ok();
    Some(match row.class {
        "digit" => TimeWord::Digit,
        "ordinal" => TimeWord::Ordinal,
        "year" => TimeWord::Year(offset()?),
        "reign" => TimeWord::Reign(offset()?),
        "headed" => TimeWord::Headed,
        "new-year" => TimeWord::NewYear,
        "previous" => TimeWord::Previous,
        "spoken" => TimeWord::Spoken(offset()?),
        "season" if row.attribute.is_empty() => TimeWord::Season(None),
        "season" => TimeWord::Season(Some(pair(row)?)),
        "month" => TimeWord::Month(offset()?),
        "week" => TimeWord::Week(offset()?),
        "day" => TimeWord::Day(offset()?),
        "part" => pair(row).map(|(first, last)| TimeWord::Part(first, last))?,
        "whole" => TimeWord::Whole,
        "within" => TimeWord::Within,
        "edge" => TimeWord::Edge(edge(row.attribute)?),
        "ten-days" => pair(row).map(|(first, last)| TimeWord::TenDays(first, last))?,
        "same" => TimeWord::Same,
        "every" => TimeWord::Every(row.attribute),
        "every-n" => TimeWord::EveryFew,
        "unit" => TimeWord::Unit(unit(row.attribute)?),
        "past" => TimeWord::Past,
        "future" => TimeWord::Future,
        "these" => TimeWord::These,
        "first" => TimeWord::First,
        "last" => TimeWord::Last,
        "run" => TimeWord::Run,
        "since" => TimeWord::Since,
        "day-part" => TimeWord::DayPart,
        "span" => TimeWord::Span,
        "anchor" => TimeWord::Anchor(row.attribute),
        "years" => pair(row).map(|(first, last)| TimeWord::Years(first, last))?,
        "months" => {
            let (first, last) = row.attribute.split_once("..")?;
            TimeWord::Months(first.parse().ok()?, last.parse().ok()?)
        }
        "era" => TimeWord::Era(row.attribute),
        "feast" => TimeWord::Feast(pair(row)),
        "century" => TimeWord::Century(offset()?),
        "length" => TimeWord::Length(row.attribute),
        "vague" => TimeWord::Vague,
        "other" => TimeWord::Other,
        _ => return None,
    })
}

/// The two numbers of the third column: 3-5.
fn pair(row: &Row) -> Option<(i8, i8)> {
    let (first, last) = row.attribute.split_once('-')?;
    Some((first.parse().ok()?, last.parse().ok()?))
}

fn edge(attribute: &str) -> Option<Edge> {
    Some(match attribute {
        "start" => Edge::Start,
        "middle" => Edge::Middle,
        "end" => Edge::End,
        _ => return None,
    })
}

fn unit(attribute: &str) -> Option<TimeUnit> {
    Some(match attribute {
        "Y" => TimeUnit::Year,
        "M" => TimeUnit::Month,
        "Q" => TimeUnit::Quarter,
        "W" => TimeUnit::Week,
        "D" => TimeUnit::Day,
        "H" => TimeUnit::Hour,
        "MIN" => TimeUnit::Minute,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_they_do() {
        let times = Times::load().unwrap();
        assert_eq!(times.words.get("去年"), Some(&TimeWord::Year(-1)));
        assert_eq!(times.words.get("上半年"), Some(&TimeWord::Part(1, 6)));
        assert_eq!(times.words.get("党的十八大"), Some(&TimeWord::Anchor("2012-11")));
        assert!(!times.openers.contains("底") && times.words.contains("底"));
        assert!(!times.openers.contains("新时代"));
    }
}
