//! The year or month that a text without a date tells: by its number, by the session that it is given to, by
//! the year that its headings review, or by what it says of 今年 and 去年.

use super::clue;
use crate::layout::Layout;
use crate::lexicon::{Lexicon, Session};

/// Farthest that the verb of a report stands after a session's name, in characters.
const MAX_REPORT_CHARS: usize = 16;

/// The year or month of the text with this head.
pub(super) fn read(text: &str, head: &str, layout: &Layout, lexicon: &Lexicon) -> Option<String> {
    number_year(head).or_else(|| session(head, lexicon)).or_else(|| {
        let year = reviewed(text, layout, lexicon).map(|year| format!("{:04}", year + 1));
        year.or_else(|| clue::year(text, layout, lexicon))
    })
}

/// The year of the first number in the head, of this form: 〔1999〕134号.
pub(super) fn number_year(head: &str) -> Option<String> {
    let (_, rest) = head.split_once('〔')?;
    let (year, rest) = rest.split_once('〕')?;
    let number = rest.split_once('号')?.0;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (year.len() == 4 && digits(year) && digits(number)).then(|| year.to_owned())
}

/// The date of the session that a text is given to, or opens: 我向第六届全国人民代表大会第一次会议作报告; 我代表第十四届中央委员会向大会作报告;
/// 我们第一届…第一次会议, 第十一次全国代表大会现在开幕. A session that is only spoken of dates nothing.
fn session(head: &str, lexicon: &Lexicon) -> Option<String> {
    let mut found = lexicon.sessions.words.find(head);
    let is_addressed = |at: usize, end: usize, session: &Session| {
        let before = head[..at].trim_end_matches("中国共产党").trim_end_matches("党的");
        let after =
            head[end..].char_indices().nth(MAX_REPORT_CHARS).map_or(head.len(), |(length, _)| end + length);
        let reports = ["作", "提出", "报告"].iter().any(|verb| head[end..after].contains(verb));
        if session.reports {
            before.ends_with(['表', '受']) && head[end..after].contains('向') && reports
        } else {
            before.ends_with('向') && reports
                || before.ends_with('在') && head[end..].starts_with('上')
                || before.ends_with("我们")
                || ["现在", "今天"].iter().any(|now| {
                    head[end..]
                        .trim_start_matches(',')
                        .strip_prefix(now)
                        .is_some_and(|rest| rest.starts_with("开幕"))
                })
        }
    };
    found
        .find(|(range, session)| is_addressed(range.start, range.end, session))
        .map(|(_, session)| session.month.to_owned())
}

/// The year that a heading reviews: 一、2013年工作回顾; such a report is given in the year after. Where a heading
/// names two years, the last is that of the plan.
fn reviewed(text: &str, layout: &Layout, lexicon: &Lexicon) -> Option<i16> {
    let sections = layout.speeches.iter().flat_map(|speech| &speech.sections);
    sections.filter(|section| section.rank == 1).find_map(|section| {
        let heading = &text[section.heading.clone()];
        let last = heading.rmatch_indices('年').find_map(|(at, _)| clue::year_before(heading, at, lexicon));
        let clue::Named { year, end, .. } = last?;
        let is_review = ["回顾", "成就", "决算"].iter().any(|word| heading[end..].contains(word));
        let is_plan = heading[end..].contains("工作") && heading[..end].contains("回顾");
        if is_plan { Some(year - 1) } else { is_review.then_some(year) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    fn told(source: &str) -> Option<String> {
        let lexicon = Lexicon::for_tests();
        let (mended, layout) = layout::read(source, lexicon);
        read(mended.as_str(), mended.as_str(), &layout, lexicon)
    }

    #[test]
    fn the_number_tells_the_year() {
        assert_eq!(number_year("关于甲的批复 国函〔1999〕134号").as_deref(), Some("1999"));
        assert_eq!(number_year("〔注〕见第3号"), None);
    }

    #[test]
    fn the_session_that_is_addressed_tells_the_month() {
        let text = "各位代表：\n现在，我代表国务院，向第七届全国人民代表大会第一次会议作政府工作报告。";
        assert_eq!(told(text).as_deref(), Some("1988-03"));
        let text = "同志们：\n现在，我代表第十三届中央委员会向大会作报告。";
        assert_eq!(told(text).as_deref(), Some("1992-10"));
        assert_eq!(told("我们第一届全国人民代表大会第一次会议开始了。").as_deref(), Some("1954-09"));
        let text = "中国共产党第十次全国代表大会，现在开幕了。";
        assert_eq!(told(text).as_deref(), Some("1973-08"));
        assert_eq!(told("从第七届全国人民代表大会第一次会议以来，成效显著。"), None);
        assert_eq!(told("第十三届中央委员会全体会议讨论了报告。"), None);
    }

    #[test]
    fn a_report_is_given_the_year_after_the_one_it_reviews() {
        let report = |heading: &str| told(&format!("各位代表：\n{heading}\n去年，成效显著。\n"));
        assert_eq!(report("一、2011年工作回顾").as_deref(), Some("2012"));
        assert_eq!(report("一、１９９３年工作的回顾和１９９４年工作的基本方针").as_deref(), Some("1994"));
        assert_eq!(report("一、一九五八年的伟大成就").as_deref(), Some("1959"));
        assert_eq!(report("一、到2030年的目标"), None);
        assert_eq!(report("一、去年工作回顾"), None);
    }
}
