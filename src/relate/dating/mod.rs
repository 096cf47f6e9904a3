//! The day on which a text was given, as the text itself says it.

mod clue;
mod told;

use std::ops::Range;

use crate::layout::{Layout, Role};
use crate::lexicon::{Lexicon, NameCue, Times};
use crate::recognise::time::{self, Calendar, Part, Year};
use crate::text::{floor_boundary, is_digit, is_of_date, is_within};

/// Farthest that the head of a text reaches from its start, and its foot from its end, in bytes.
const MAX_HEAD_BYTES: usize = 1500;
const MAX_FOOT_BYTES: usize = 240;
/// Longest place after a date, in characters.
const MAX_PLACE_CHARS: usize = 10;
/// Longest line that tells who issues a text and when, in characters.
const MAX_MASTHEAD_CHARS: usize = 60;
/// Opening of the note that says where a text was spoken.
const NOTE: &str = "这是";
/// The agency whose mark opens or closes a report.
const AGENCY: &str = "新华社";
/// Labels of the day on which a document was made; other labels tell when a page carried it.
const MADE: &str = "成文日期";

/// Openings of the name of a reign that dates a text: 中华民国三十年, 民国三十年.
const REIGN: [char; 2] = ['中', '民'];

/// Words for what was done with a text in the month above it.
const ISSUED: [&str; 4] = ["发布", "印发", "公布", "通过"];

/// What a text says of its own date.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Dating {
    /// The day or month.
    pub(crate) date: Option<String>,
    /// The year or month that it tells in other ways, if it has no date: see [`told`].
    pub(crate) told: Option<String>,
}

/// How well a date says when the text was given, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    /// The occasion of a speech (——2026年1月26日在…会议上, (2022年10月16日)), or the day of a document (成文日期).
    Occasion,
    /// The signature: a date that ends the text.
    Signature,
    /// A line above the text that names who issues it: 青溪县政府办公室 2025年4月9日.
    Masthead,
    /// The opening of minutes: 2025年3月18日,县长主持召开…会议.
    Meeting,
    /// The mark of a wire, in the year of the paper that carried it: 新华社北京3月26日电.
    Wire,
    /// The label of a page (时间:2026-02-03), or the paper that carried the text.
    Carrier,
    /// A month alone above the text: 2026年2月.
    Month,
}

/// The date that a text gives itself.
pub(crate) fn read(text: &str, layout: &Layout, lexicon: &Lexicon) -> Dating {
    let times = &lexicon.times;
    let head = floor_boundary(text, MAX_HEAD_BYTES);
    let foot = floor_boundary(text, text.len().saturating_sub(MAX_FOOT_BYTES));
    let datelines = datelines(layout).filter(|line| line.start < head);
    let in_datelines = datelines.filter_map(|line| {
        let label = &text[line.clone()];
        if let Some(month) = month(label, times) {
            return Some((Origin::Month, month));
        }
        let origin = if label.starts_with(['—', '(']) || label.starts_with(MADE) {
            Origin::Occasion
        } else {
            Origin::Carrier
        };
        Some((origin, first_day(text, line, times)?.0))
    });
    let days = in_datelines
        .chain(on_its_line(text, head, times))
        .chain(in_the_masthead(text, head, lexicon))
        .chain(of_the_meeting(text, head, layout, times))
        .chain(in_brackets(&text[..head], times))
        .chain(in_the_note(text, foot, times))
        .chain(at_the_end(text, foot, times))
        .chain(filled_in(text, head, foot, lexicon));
    let best = days.min_by_key(|(origin, _)| *origin).map(|(origin, day)| match origin {
        Origin::Carrier => {
            wire_day(text, head, foot, &day, times).map_or((origin, day), |wire| (Origin::Wire, wire))
        }
        _ => (origin, day),
    });
    let date = best.map(|(_, day)| day);
    let told = if date.is_some() { None } else { told::read(text, &text[..head], layout, lexicon) };
    Dating { date, told }
}

fn datelines(layout: &Layout) -> impl Iterator<Item = Range<usize>> {
    let sentences = layout.speeches.first().into_iter().flat_map(|speech| &speech.sentences);
    sentences.filter(|sentence| sentence.role == Role::Dateline).map(|sentence| sentence.range.clone())
}

/// The first full date in these bytes, and the byte at which it ends.
fn first_day(text: &str, within: Range<usize>, times: &Times) -> Option<(String, usize)> {
    let mut last_digit = false;
    text[within.clone()].char_indices().find_map(|(offset, character)| {
        let digit = is_digit(character);
        let opens = !std::mem::replace(&mut last_digit, digit) && digit || REIGN.contains(&character);
        opens.then(|| day(text, within.start + offset, times)).flatten()
    })
}

fn day(text: &str, at: usize, times: &Times) -> Option<(String, usize)> {
    let found = time::calendar_at(text, at, times)?;
    match found.calendar {
        Calendar { year: Year::Given(_), part: Part::Day(..) } => Some((found.calendar.fixed()?, found.end)),
        _ => None,
    }
}

/// The month of a line that tells nothing else: 2026年2月, (2025年2月发布).
fn month(line: &str, times: &Times) -> Option<String> {
    let inside = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).unwrap_or(line).trim();
    let found = time::calendar_at(inside, 0, times)?;
    let rest = inside[found.end..].trim_start();
    match found.calendar {
        Calendar { year: Year::Given(_), part: Part::Month(_) }
            if rest.is_empty() || ISSUED.contains(&rest) =>
        {
            found.calendar.fixed()
        }
        _ => None,
    }
}

/// The days on which a table was filled in, above or below it: 填报日期:2025年6月30日.
fn filled_in<'t>(
    text: &'t str,
    head: usize,
    foot: usize,
    lexicon: &'t Lexicon,
) -> impl Iterator<Item = (Origin, String)> + 't {
    let ends = [0..head, foot.max(head)..text.len()].into_iter();
    let labels =
        ends.flat_map(|part| lexicon.tasks.filled_in(&text[part.clone()]).map(move |at| part.start + at));
    labels.filter_map(|at| {
        let start = text.len() - text[at..].trim_start().len();
        Some((Origin::Signature, day(text, start, &lexicon.times)?.0))
    })
}

/// The days of a speech, alone in brackets in the head: (2022年10月16日).
fn in_brackets(head: &str, times: &Times) -> impl Iterator<Item = (Origin, String)> {
    head.match_indices('(').filter_map(move |(at, bracket)| {
        let inside = &head[at + bracket.len()..];
        let start = head.len() - inside.trim_start().len();
        let (day, end) = day(head, start, times)?;
        let rest = head[end..].trim_start();
        (rest.starts_with(')') || place(rest)).then_some((Origin::Occasion, day))
    })
}

/// Whether a place closes the bracket after a date: (2020年11月12日,北京).
fn place(rest: &str) -> bool {
    let Some(place) = rest.strip_prefix(',') else { return false };
    place.chars().take(MAX_PLACE_CHARS).take_while(|c| !matches!(c, ',' | '。')).any(|c| c == ')')
}

/// The days that open lines of the head without a full stop: ——2026年1月26日在…会议上, ——2026年1月26日.
fn on_its_line(text: &str, head: usize, times: &Times) -> impl Iterator<Item = (Origin, String)> {
    let lines = text[..head].split_inclusive(crate::text::is_line_break);
    let mut start = 0;
    lines.filter_map(move |line| {
        let at = start + line.len() - line.trim_start_matches(['—', ' ']).len();
        start += line.len();
        let (day, end) = day(text, at, times).filter(|_| !line.contains('。'))?;
        // ——2026年1月26日, alone below the title.
        let is_alone = || line.starts_with('—') && text[end..start].trim().is_empty();
        (text[end..].starts_with('在') || is_alone()).then_some((Origin::Occasion, day))
    })
}

/// The days of lines in the head that only name who issues the text and when: 青溪县政府办公室 2025年4月9日.
fn in_the_masthead(text: &str, head: usize, lexicon: &Lexicon) -> impl Iterator<Item = (Origin, String)> {
    let lines = text[..head].split(crate::text::is_line_break).map(str::trim);
    lines.filter_map(move |line| {
        let is_short = line.ends_with('日') && is_within(line, MAX_MASTHEAD_CHARS);
        let (day, end) = first_day(line, 0..line.len(), &lexicon.times).filter(|_| is_short)?;
        let office = line.trim_end_matches(is_of_date);
        let is_office = lexicon.name_cues.closing(office, NameCue::OfficeEnd).is_some();
        let is_masthead = end == line.len() && is_office && !line.contains([',', '。', ':']);
        is_masthead.then_some((Origin::Masthead, day))
    })
}

/// The day that opens the minutes of a meeting: 2025年3月18日,县长主持召开…会议。 A day that opens another text is only
/// told of.
fn of_the_meeting(text: &str, head: usize, layout: &Layout, times: &Times) -> Option<(Origin, String)> {
    let sentences = &layout.speeches.first()?.sentences;
    let first = sentences.iter().find(|sentence| text[sentence.range.clone()].ends_with('。'))?;
    let (day, _) = day(text, first.range.start, times).filter(|_| first.range.start < head)?;
    let (above, sentence) = (&text[..first.range.start], &text[first.range.clone()]);
    let is_held = above.contains("纪要") && sentence.contains("召开")
        || above.contains("会议") && sentence.contains("主持召开");
    is_held.then_some((Origin::Meeting, day))
}

/// The day in the note that says where the text was spoken: ※这是某某2020年6月2日在座谈会上的讲话。
fn in_the_note(text: &str, foot: usize, times: &Times) -> Option<(Origin, String)> {
    let note = foot + text[foot..].rfind(NOTE)?;
    let (day, end) = first_day(text, note..text.len(), times)?;
    let rest = text[end..].trim_end().trim_end_matches(['。', ')']);
    (rest.starts_with('在') && !rest.contains('。')).then_some((Origin::Occasion, day))
}

/// The day of a wire in the head or foot (新华社北京3月26日电): the last such day up to the one on which the paper
/// came out.
fn wire_day(text: &str, head: usize, foot: usize, carrier: &str, times: &Times) -> Option<String> {
    let carrier: jiff::civil::Date = carrier.parse().ok()?;
    let wires = [&text[foot..], &text[..head]].into_iter().filter_map(|part| wire(part, times));
    let mut days = wires.filter_map(|(month, day)| {
        let in_year = |year| jiff::civil::Date::new(year, month, day).ok();
        in_year(carrier.year()).filter(|day| *day <= carrier).or_else(|| in_year(carrier.year() - 1))
    });
    days.next().map(|day| day.to_string())
}

/// Month and day in the mark of the first wire.
fn wire(text: &str, times: &Times) -> Option<(i8, i8)> {
    let (before, from_agency) = text.split_once(AGENCY)?;
    let place = from_agency.char_indices().take(MAX_PLACE_CHARS).find(|(_, c)| c.is_ascii_digit())?.0;
    let at = before.len() + AGENCY.len() + place;
    let found = time::calendar_at(text, at, times)?;
    match found.calendar.part {
        Part::Day(month, day) if text[found.end..].starts_with('电') => Some((month, day)),
        _ => None,
    }
}

/// The dates at the end of a text, after a blank or a line break (国务院办公厅 2020年2月28日), or in brackets with the
/// page of a paper.
fn at_the_end(text: &str, foot: usize, times: &Times) -> impl Iterator<Item = (Origin, String)> {
    text[foot..].char_indices().filter_map(move |(offset, character)| {
        let at = foot + offset;
        let before = text[..at].chars().next_back().filter(|c| matches!(c, ' ' | '\n' | '\r' | '('))?;
        let opens = is_digit(character) || REIGN.contains(&character);
        let (day, end) = opens.then(|| day(text, at, times)).flatten()?;
        let rest = text[end..].trim_start();
        let paper = rest.ends_with(')') && text[..at].trim_end().ends_with('(');
        let alone = rest.is_empty() || rest.starts_with('(');
        match (paper, alone && before != '(') {
            (true, _) => Some((Origin::Carrier, day)),
            (_, true) => Some((Origin::Signature, day)),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    fn date(source: &str) -> Option<String> {
        let lexicon = Lexicon::for_tests();
        let (mended, layout) = layout::read(source, lexicon);
        read(mended.as_str(), &layout, lexicon).date
    }

    #[test]
    fn the_day_of_the_occasion_counts_before_the_page() {
        let page = "甲县政府工作报告\n——2023年1月9日在甲县人民代表大会上\n时间：2023-02-01\n各位代表：\n去年，成效显著。";
        assert_eq!(date(page).as_deref(), Some("2023-01-09"));
        assert_eq!(
            date("甲县政府工作报告\n——2023年1月9日\n\n各位代表：\n去年，成效显著。").as_deref(),
            Some("2023-01-09")
        );
        assert_eq!(date("讲话\n（2019年5月6日）\n同志们：\n今天开会。").as_deref(), Some("2019-05-06"));
        let table = "任务\t责任单位\t完成时限\n建码头\t渔业局\t6月底\n";
        assert_eq!(date(&format!("任务表\n填报日期：2025年6月30日\n{table}")).as_deref(), Some("2025-06-30"));
        assert_eq!(
            date(&format!("{table}填表人：李明\t填表时间：2025-07-02\n")).as_deref(),
            Some("2025-07-02")
        );
        assert_eq!(date(&format!("任务表\n完成日期：2025年6月30日\n{table}")), None);
        assert_eq!(date("通知\n发布时间：2018-03-04\n今年，抓好落实。").as_deref(), Some("2018-03-04"));
    }

    #[test]
    fn a_line_or_a_bracket_may_hold_more_than_the_day() {
        let split = "政府工作报告\n——2026年1月26日在甲省第十四届\n人民代表大会第五次会议上\n各位代表：\n现在，报告工作。";
        assert_eq!(date(split).as_deref(), Some("2026-01-26"));
        assert_eq!(date("致辞（2020年11月12日，北京）各位同事：大家好。").as_deref(), Some("2020-11-12"));
    }

    #[test]
    fn a_month_or_a_day_with_its_source_dates_a_text() {
        let dated = |line: &str| date(&format!("渔业公报\n{line}\n\n今年，渔业稳步发展。"));
        for line in ["2025-09-12 来源：青溪发布", "2025年9月12日 来源:渔业局", "2025年9月12日  星期五"]
        {
            assert_eq!(dated(line).as_deref(), Some("2025-09-12"), "{line}");
        }
        for line in ["2026年2月", "（2026年2月发布）", "（２０２６年２月）"] {
            assert_eq!(dated(line).as_deref(), Some("2026-02"), "{line}");
        }
        for line in ["（2021年1月—2025年12月）", "2026年2月渔港", "（2026年2月开工）"] {
            assert_eq!(dated(line), None, "{line}");
        }
        assert_eq!(
            date("渔业公报\n（2026年2月）\n今年，渔业发展。\n渔业局\n2026年3月5日").as_deref(),
            Some("2026-03-05")
        );
    }

    #[test]
    fn the_signature_dates_a_document() {
        let text = "关于甲的批复\n甲市人民政府：\n原则同意。请落实。\n乙部\n一九九九年十月三十一日";
        assert_eq!(date(text).as_deref(), Some("1999-10-31"));
        assert_eq!(
            date("请落实。乙办公厅     2020年2月28日     （此件公开发布）").as_deref(),
            Some("2020-02-28")
        );
    }

    #[test]
    fn a_year_of_a_reign_dates_a_text() {
        assert_eq!(date("渔业报告\n渔业有进步。\n中華民國五十八年三月一日").as_deref(), Some("1969-03-01"));
        assert_eq!(date("渔业报告\n渔业有进步。\n民国30年3月1日").as_deref(), Some("1941-03-01"));
        assert_eq!(date("渔业报告\n渔业有进步。\n三十年三月一日"), None);
    }

    #[test]
    fn the_note_and_the_wire_tell_the_day_before_the_paper_does() {
        assert_eq!(
            date("大家好。今天开会。※这是某某2015年11月23日在座谈会上的讲话。").as_deref(),
            Some("2015-11-23")
        );
        assert_eq!(date("这是2015年11月23日建成的工程。今天开会。"), None);
        let paper = |wire: &str, day: &str| {
            date(&format!("大家好。谢谢。（新华社甲市{wire}电）《 甲报 》（ {day} 02 版）"))
        };
        assert_eq!(paper("3月26日", "2020年03月27日").as_deref(), Some("2020-03-26"));
        assert_eq!(paper("12月31日", "2020年01月01日").as_deref(), Some("2019-12-31"));
        assert_eq!(paper("下午", "2020年01月01日").as_deref(), Some("2020-01-01"));
    }

    #[test]
    fn minutes_and_bulletins_tell_their_day_in_the_masthead_or_first_sentence() {
        let opening = "2025年3月18日，县长李明主持召开县政府第9次常务会议。会议议定：建好渔港。";
        let minutes = |masthead: &str| date(&format!("会议纪要\n{masthead}{opening}"));
        assert_eq!(minutes("〔2025〕7号\n").as_deref(), Some("2025-03-18"));
        let issuer = "〔2025〕第12期\n云柳县政府办公室　　2025年4月9日\n";
        assert_eq!(minutes(issuer).as_deref(), Some("2025-04-09"));
        let report = |masthead: &str| date(&format!("督查专报\n第23期\n{masthead}\n一、渔港开工。"));
        assert_eq!(report("云柳县委督查室 云柳县政府督查室 2025年9月28日").as_deref(), Some("2025-09-28"));
        assert_eq!(report("云柳县政府督查室2025年9月28日").as_deref(), Some("2025-09-28"));
        assert_eq!(report("区渔业中心  2025年9月28日").as_deref(), Some("2025-09-28"));
        for masthead in [
            "渔港开工于2025年9月28日",
            "渔港文化广场 2025年9月28日",
            "渔业局，渔港开工，2025年9月28日",
            "云柳县渔业局2025年9月",
        ] {
            assert_eq!(report(masthead), None, "{masthead}");
        }
        assert_eq!(date("渔港的历史\n2012年3月18日，渔港大会召开。此后发展很快。"), None);
        assert_eq!(date("会议纪要\n渔港开工。2012年3月18日，县长主持召开会议。"), None);
    }

    #[test]
    fn days_that_the_text_only_speaks_of_are_not_its_own() {
        assert_eq!(date("2018年3月4日在甲县开工。目前进展顺利。"), None);
        assert_eq!(date("2018年3月4日，工程开工。目前进展顺利。"), None);
        assert_eq!(date("新华社北京1月4日电　会议指出，去年新增4户。"), None);
    }
}
