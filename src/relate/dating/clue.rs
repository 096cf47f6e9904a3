//! Infers the year of a text without a date from what it says of 今年, 去年 and 过去.
//!
//! Each clue ties a word that counts from the text's own day to a year that is known. A clue is sure or gives
//! nothing; if two of them disagree, no year is told.

use crate::layout::{Layout, SectionLayout};
use crate::lexicon::iso::year_of;
use crate::lexicon::{Lexicon, Session, TimeWord};
use crate::recognise::time::{self, Calendar, Part, Year};
use crate::relate::time::LATE;

/// Characters before 年 for the text's own year and its neighbours, with their distance from it in years.
const DEICTIC: [(char, i16); 3] = [('今', 0), ('去', -1), ('明', 1)];
/// Words for the year that is over.
const PAST_YEAR: [&str; 3] = ["去年", "过去一年", "过去的一年"];
/// Farthest reach of a clue, in characters.
const MAX_REACH_CHARS: usize = 60;
/// Years that a number before 年 may mean.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// The year that all clues of the text tell, in the form that [`Clock`](crate::relate::time) reads.
pub(super) fn year(text: &str, layout: &Layout, lexicon: &Lexicon) -> Option<String> {
    let year = agreed(text, layout, lexicon)?;
    let late = if (Clues { text, lexicon }).first_half_is_over() { LATE } else { "" };
    Some(format!("{year:04}{late}"))
}

fn agreed(text: &str, layout: &Layout, lexicon: &Lexicon) -> Option<i16> {
    let clues = Clues { text, lexicon };
    let sections = layout.speeches.iter().flat_map(|speech| &speech.sections);
    let mut years = clues
        .named(0..text.len())
        .filter_map(|named| clues.of_named(&named))
        .chain(clues.of_deictics())
        .chain(clues.since_sessions())
        .chain(sections.filter_map(|section| clues.of_heading(section)));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// Words between a meeting and the number of years since it.
const SINCE: &str = "以来的";

/// A year that the text names: 2021年, 一九七八年上半年.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) year: i16,
    pub(super) start: usize,
    pub(super) end: usize,
    part: Part,
}

#[derive(Debug, Clone, Copy)]
struct Clues<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
}

impl<'t> Clues<'t> {
    fn named(self, within: std::ops::Range<usize>) -> impl Iterator<Item = Named> + 't {
        let signs = self.text[within.clone()].match_indices('年');
        signs.filter_map(move |(at, _)| year_before(self.text, within.start + at, self.lexicon))
    }

    /// The text from this byte on, up to the end of the sentence or as far as a clue reaches.
    fn rest(self, from: usize) -> &'t str {
        let rest = near(&self.text[from..], MAX_REACH_CHARS);
        rest.find('。').map_or(rest, |stop| &rest[..stop])
    }

    fn of_named(self, named: &Named) -> Option<i16> {
        self.just_past(named).or_else(|| self.compared(named)).or_else(|| self.topic(named))
    }

    /// The year after the one named: 刚刚过去的2021年 is said in the next.
    fn just_past(self, named: &Named) -> Option<i16> {
        self.text[..named.start].ends_with("刚过去的").then_some(named.year + 1)
    }

    /// The year named, where it is compared with 去年 and so is this year: 2021年产量达到9万吨,比去年增长.
    fn compared(self, named: &Named) -> Option<i16> {
        let rest = self.rest(named.end);
        let between = &rest[..rest.find("比去年")?];
        let is_side = |c: char| self.lexicon.times.beside.before_topic.contains(&c);
        let subject = !self.text[..named.start].ends_with(is_side) && !between.contains('年');
        (subject && matches!(named.part, Part::Whole | Part::Months(..))).then_some(named.year)
    }

    /// The text's own year, by a sentence that says what the named year is: that year where 做好今年 takes it up
    /// (2021年是关键的一年。做好今年工作…), the next one where 过去一年 does (2021年是丰收的一年。过去一年…).
    fn topic(self, named: &Named) -> Option<i16> {
        let said = self.text[named.end..].trim_start_matches(',').strip_prefix('是')?;
        let (said, next) = near(said, 2 * MAX_REACH_CHARS).split_once('。')?;
        let of_a_year = named.part == Part::Whole && ["一年", "之年"].iter().any(|year| said.contains(year));
        let over = ["了", "取得", "过去", "不平凡"].iter().any(|word| said.contains(word));
        let next_is = |word: &str| next.find(word).is_some_and(|at| !next[..at].contains('年'));
        let takes_up = said.contains("做好今年") || next_is("做好今年");
        let past = !said.contains("今年") && PAST_YEAR[1..].iter().any(|word| next_is(word));
        let year = if over { past.then_some(named.year + 1) } else { takes_up.then_some(named.year) };
        year.filter(|_| of_a_year)
    }

    /// The text's own year, by each thing that is said of 今年, 去年 or 明年 and has a known year.
    fn of_deictics(self) -> impl Iterator<Item = i16> + 't {
        self.text.match_indices('年').filter_map(move |(at, sign)| {
            let before = self.text[..at].chars().next_back()?;
            let (_, offset) = DEICTIC.into_iter().find(|(word, _)| *word == before)?;
            let rest = self.rest(at + sign.len());
            let year = self.event(rest).or_else(|| self.predicate(rest))?;
            Some(year - offset)
        })
    }

    /// Whether the first half of 今年 is compared with 去年, and so is over: 今年上半年…比去年同期增长, 今年一到九月…同去年末持平; not
    /// where it is still to be reached (要比去年).
    fn first_half_is_over(self) -> bool {
        self.text.match_indices("今年").any(|(at, word)| {
            let rest = self.rest(at + word.len());
            let found = time::calendar_at(rest, 0, &self.lexicon.times);
            let part = found.map(|found| found.calendar.part);
            let is_compared = || {
                let sides = ["比", "同", "与", "较"];
                let mut years = rest.match_indices("去年").map(|(at, _)| &rest[..at]);
                years.find_map(|told| sides.iter().find_map(|side| told.strip_suffix(side)))
            };
            matches!(part, Some(Part::Months(_, last)) if last >= 6)
                && is_compared().is_some_and(|told| !told.contains(['要', '将']))
        })
    }

    /// The year of a meeting that was held in a known month: 去年3月第五届…第一次会议, 今年召开的党的十八大.
    fn event(self, rest: &str) -> Option<i16> {
        let times = &self.lexicon.times;
        let month =
            time::calendar_at(rest, 0, times).filter(|found| matches!(found.calendar.part, Part::Month(_)));
        let from = month.map_or(0, |found| found.end);
        let rest = &rest[from..];
        let held = rest.strip_prefix("召开的").or_else(|| rest.strip_prefix("举行的"));
        let meeting = held.or_else(|| month.map(|_| rest))?;
        let bare = meeting.trim_start_matches("中国共产党").trim_start_matches("党的");
        if let Some((_, session)) = self.lexicon.sessions.words.longest_at(bare, 0) {
            return year_of(session.month).filter(|_| !session.reports);
        }
        [meeting, bare].iter().find_map(|meeting| match times.words.longest_at(meeting, 0)?.1 {
            TimeWord::Anchor(month) if month.len() > 4 => year_of(month),
            _ => None,
        })
    }

    /// The year by the clauses that say what it is: 今年是新中国成立70周年,又是“十五”计划的第一年.
    fn predicate(self, rest: &str) -> Option<i16> {
        let day = time::calendar_at(rest, 0, &self.lexicon.times).map_or(0, |found| found.end);
        let mut clauses = rest[day..]
            .trim_start_matches(',')
            .split(',')
            .map_while(move |clause| self.says_what_it_is(clause));
        clauses.find_map(|clause| self.anniversary(clause).or_else(|| self.plan_year(clause)))
    }

    /// The clause after its verb, if it is a predicate of the year before it: 是…, 又是…, 我们将迎来….
    fn says_what_it_is(self, clause: &str) -> Option<&str> {
        let remarks = &self.lexicon.times.remarks;
        let mut rest = clause;
        while let Some((remark, ())) = remarks.longest_at(rest, 0) {
            rest = &rest[remark.end..];
        }
        ["是", "值", "逢", "迎来", "庆祝"].iter().find_map(|verb| rest.strip_prefix(verb))
    }

    /// The year of an anniversary of an event in a known year: 改革开放30周年.
    fn anniversary(self, clause: &str) -> Option<i16> {
        let words = &self.lexicon.times.words;
        words.find(clause).find_map(|(range, word)| {
            let TimeWord::Anchor(iso) = word else { return None };
            let count = time::years_counted(&clause[range.end..], "周年", &self.lexicon.times)?;
            Some(year_of::<i16>(iso)? + count)
        })
    }

    /// The year by its number in a plan: “十五”计划的第一年, “十二五”开局之年.
    fn plan_year(self, clause: &str) -> Option<i16> {
        let times = &self.lexicon.times;
        let (first, end) = time::plan_in(clause, times)?;
        let after = clause[end..].trim_start_matches(['”', '’']);
        let after =
            ["计划", "规划", "时期"].iter().find_map(|name| after.strip_prefix(name)).unwrap_or(after);
        let after = after.strip_prefix('的').unwrap_or(after);
        times.nth_years.longest_at(after, 0).map(|(_, nth)| first + nth - 1)
    }

    /// The year by the years counted from a session: 第十届…第一次会议以来的五年.
    fn since_sessions(self) -> impl Iterator<Item = i16> + 't {
        // Few texts count from a session, and a search for these words is cheap.
        let counts = self.text.contains(SINCE);
        let sessions = counts.then(|| self.lexicon.sessions.words.find(self.text)).into_iter().flatten();
        sessions.filter_map(move |(range, session): (_, &Session)| {
            let rest = &self.text[range.end..];
            let rest = ["召开", "闭幕"].iter().find_map(|verb| rest.strip_prefix(verb)).unwrap_or(rest);
            let count = time::years_counted(rest.strip_prefix(SINCE)?, "年", &self.lexicon.times)?;
            year_of::<i16>(session.month).filter(|_| !session.reports).map(|year| year + count)
        })
    }

    /// The text's own year, by a heading of the first rank and the text below it: 二、2021年主要任务, below it 今年是…;
    /// 一、去年工作回顾, below it 2020年….
    fn of_heading(self, section: &SectionLayout) -> Option<i16> {
        let heading = &self.text[section.heading.clone()];
        let from = section.heading.end;
        let opening = near(&self.text[from..], MAX_REACH_CHARS);
        let is_review = ["回顾", "总结", "成就"].iter().any(|word| heading.contains(word));
        match self.named(section.heading.clone()).next() {
            _ if section.rank > 1 => None,
            Some(named) => {
                let is_plan =
                    !is_review && ["任务", "工作", "要求"].iter().any(|word| heading.contains(word));
                let this_year = from + opening.find("今年").filter(|_| is_plan)?;
                self.named(from..this_year).all(|other| other.year == named.year).then_some(named.year)
            }
            None => {
                let first = self.named(from..from + opening.len()).next()?;
                let opens = self.text[from..first.start].trim_start().is_empty();
                let past = is_review && PAST_YEAR.iter().any(|year| heading.contains(year));
                let this = heading.contains("今年") && !past;
                (opens && (past || this)).then_some(first.year + i16::from(past))
            }
        }
    }
}

/// The year that the 年 at this byte ends.
pub(super) fn year_before(text: &str, at: usize, lexicon: &Lexicon) -> Option<Named> {
    let start = text[..at].char_indices().rev().nth(3)?.0;
    let found = time::calendar_at(text, start, &lexicon.times)?;
    match found.calendar {
        Calendar { year: Year::Given(year), part } if YEARS.contains(&year) => {
            Some(Named { year, start, end: found.end, part })
        }
        _ => None,
    }
}

/// The first of a text's characters, this many of them.
fn near(text: &str, characters: usize) -> &str {
    &text[..text.char_indices().nth(characters).map_or(text.len(), |(end, _)| end)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    #[track_caller]
    fn check(cases: &[(&str, Option<i16>)]) {
        let lexicon = Lexicon::for_tests();
        for (source, expected) in cases {
            let (mended, layout) = layout::read(source, lexicon);
            assert_eq!(agreed(mended.as_str(), &layout, lexicon), *expected, "{source}");
        }
    }

    #[test]
    fn the_year_just_past_is_the_one_before() {
        check(&[
            ("在刚刚过去的2021年，成效显著。", Some(2022)),
            ("在刚刚过去的二〇一六年，成效显著。", Some(2017)),
            ("2021年已经过去。", None),
            ("刚刚过去的几年，成效显著。", None),
        ]);
    }

    #[test]
    fn the_year_compared_with_the_last_is_this_one() {
        check(&[
            ("1983年粮食总产预计达到9万吨，比去年增产1万吨。", Some(1983)),
            ("1983年上半年又比去年同期增长9％。", Some(1983)),
            ("产量从1983年的9万吨增加，比去年多。", None),
            ("到1990年要翻一番。比去年更好。", None),
            ("1983年和1984年都比去年好。", None),
        ]);
    }

    #[test]
    fn an_anniversary_tells_the_year() {
        check(&[
            ("今年是改革开放40周年，任务艰巨。", Some(2018)),
            ("今年是关键的一年，又是我们伟大的祖国建国三十周年。", Some(1979)),
            ("今年10月1日是中华人民共和国成立六十周年。", Some(2009)),
            ("明年我们将迎来新中国成立70周年。", Some(2018)),
            ("今年是我县建校30周年。", None),
            ("今年要抓好生产，到建国100周年时实现目标。", None),
            ("今年，产量增加，为建党100周年献礼。", None),
        ]);
    }

    #[test]
    fn the_place_of_a_year_in_its_plan_tells_the_year() {
        check(&[
            ("今年是“十一五”规划的第一年。", Some(2006)),
            ("今年是实施“十五”计划的最后一年，做好工作意义重大。", Some(2005)),
            ("明年是第八个五年计划的第一年。", Some(1990)),
            ("今年是“十三五”规划实施的重要一年。", None),
            ("“十一五”规划的第一年是关键。", None),
        ]);
    }

    #[test]
    fn a_meeting_whose_month_is_known_tells_the_year() {
        check(&[
            ("去年3月第七届全国人民代表大会第一次会议以后，成效显著。", Some(1989)),
            ("去年召开的党的十六大，作出部署。", Some(2003)),
            ("去年召开的工作会议，作出部署。", None),
            ("党的十六大召开去年的座谈会。", None),
            ("第八届全国人民代表大会第一次会议以来的五年，成效显著。", Some(1998)),
            ("第八届全国人民代表大会第一次会议以来，成效显著。", None),
        ]);
    }

    #[test]
    fn a_heading_and_the_text_below_it_tell_the_year() {
        check(&[
            ("各位代表：\n二、2014年主要任务\n今年是关键的一年。\n", Some(2014)),
            ("各位代表：\n二、2030年主要任务\n2025年以前打好基础，今年开工。\n", None),
            ("各位代表：\n一、去年工作回顾\n2014年，成效显著。\n", Some(2015)),
            ("各位代表：\n一、去年工作回顾\n比2014年，成效显著。\n", None),
            ("各位代表：\n一、2014年工作回顾\n今年是关键的一年。\n", None),
        ]);
    }

    #[test]
    fn a_year_that_is_taken_up_is_this_one_or_the_last() {
        check(&[
            ("2003年是十分重要的一年。做好今年的工作，意义重大。", Some(2003)),
            ("2003年，是开局之年，做好今年的工作，意义重大。过去一年，成效显著。", Some(2003)),
            ("2003年，是开局之年，意义重大。过去一年，成效显著。", None),
            ("2003年是取得很大成绩的一年。做好今年的工作，意义重大。", None),
            ("2003年是取得很大成绩的一年。过去一年里，产量增加。", Some(2004)),
            ("2003年是取得很大成绩的一年。2005年，过去一年已经结束。", None),
        ]);
    }

    #[test]
    fn a_half_year_that_is_compared_is_over() {
        let lexicon = Lexicon::for_tests();
        let year = |source: &str| {
            let (mended, layout) = layout::read(source, lexicon);
            year(mended.as_str(), &layout, lexicon)
        };
        let just_past = "在刚刚过去的2021年，成效显著。";
        assert_eq!(year(&format!("{just_past}今年上半年，产量比去年同期增长。")).as_deref(), Some("2022-H2"));
        assert_eq!(year(&format!("{just_past}今年一季度，产量比去年同期增长。")).as_deref(), Some("2022"));
        assert_eq!(year(&format!("{just_past}今年一到八月，产量同去年末持平。")).as_deref(), Some("2022-H2"));
        assert_eq!(year(&format!("{just_past}今年上半年要完工。")).as_deref(), Some("2022"));
        assert_eq!(year(&format!("{just_past}今年上半年，产量要比去年同期增长。")).as_deref(), Some("2022"));
    }

    #[test]
    fn clues_that_disagree_tell_nothing() {
        check(&[("在刚刚过去的2021年，成效显著。今年是改革开放40周年。", None)]);
    }
}
