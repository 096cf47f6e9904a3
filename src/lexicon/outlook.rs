//! Words of review and words of plan.

use super::cues::Mood;
use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("outlook.tsv");
/// Characters that join two nouns of a title.
const JOINED: [char; 5] = ['和', '与', '及', '暨', '、'];

/// Words that tell a look back from a look ahead.
#[derive(Debug)]
pub(crate) struct OutlookWords {
    /// Words of running text: how far each speaks for a plan, in quarters of the logarithm of the odds; below
    /// zero for a review.
    weights: Vocabulary<i32>,
    headings: Vocabulary<Cue>,
    /// Ends of titles: what each says of the whole text; `None` for what may only stand after such an end.
    titles: Endings<Option<Mood>>,
}

/// What a word of a heading says of its chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    Tells(Mood),
    /// A review or a plan, depending on the chapters before: 年的工作.
    Year,
}

/// What a heading says of its chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    Tells(Mood),
    /// A plan after a review, otherwise the review itself: 过去五年的工作, 2011年的工作.
    Year,
    /// Both; the chapter turns somewhere in its body: 去年工作回顾和今年目标任务.
    Turns,
}

impl OutlookWords {
    pub(super) fn load() -> Result<Self, Error> {
        let (mut weights, mut headings, mut titles) = (Vec::new(), Vec::new(), Vec::new());
        for row in FILE.rows()? {
            match (row.class, row.attribute) {
                ("running" | "time" | "vow", weight) => {
                    weights.push((row.word, weight.parse().map_err(|_| wrong(&row))?))
                }
                ("heading", "plan") => headings.push((row.word, Cue::Tells(Mood::Plan))),
                ("heading", "done") => headings.push((row.word, Cue::Tells(Mood::Done))),
                ("heading", "year") => headings.push((row.word, Cue::Year)),
                ("title", "plan") => titles.push((row.word, Some(Mood::Plan))),
                ("title", "done") => titles.push((row.word, Some(Mood::Done))),
                ("title", "wrap") => titles.push((row.word, None)),
                _ => return Err(wrong(&row)),
            }
        }
        let (weights, headings) = (Vocabulary::new(weights), Vocabulary::new(headings));
        Ok(OutlookWords { weights, headings, titles: Endings::new(titles) })
    }

    /// How far a text speaks for a plan; below zero it speaks for a review.
    pub(crate) fn weigh(&self, text: &str) -> i32 {
        self.weights.find(text).map(|(_, weight)| *weight).fold(0, i32::saturating_add)
    }

    /// What a heading says of its chapter. A word of review outweighs words of plan, which may be part of
    /// what is reviewed: 主要目标任务完成情况回顾; but where words of plan are joined on after it, the
    /// chapter turns.
    pub(crate) fn of_heading(&self, heading: &str) -> Option<Heading> {
        let cues: Vec<_> = self.headings.find(heading).collect();
        let (last, (_, final_cue)) =
            (cues.iter().rposition(|(_, cue)| **cue == Cue::Tells(Mood::Done)), cues.last()?);
        let Some(done) = last else {
            // A heading of several clauses speaks of its matter, not of its chapter:
            // 办好民生实事,民生保障水平得到提升.
            if heading.contains([',', '，']) {
                return None;
            }
            let is_plan = cues.iter().any(|(_, cue)| **cue == Cue::Tells(Mood::Plan));
            return Some(if is_plan { Heading::Tells(Mood::Plan) } else { Heading::Year });
        };
        let after = &heading[cues[done].0.end..];
        let is_joined = **final_cue == Cue::Tells(Mood::Plan) && after.contains(['和', '与', '及', '、']);
        Some(if is_joined { Heading::Turns } else { Heading::Tells(Mood::Done) })
    }

    /// What a title says of the whole text by the noun at its end, whatever the paper is called after that:
    /// 实事完成情况(公示) reports, 实事清单 promises. `None` for a title that joins both
    /// (工作总结和工作安排).
    pub(crate) fn of_title(&self, title: &str) -> Option<Mood> {
        let plain: String = title.chars().filter(|c| !c.is_whitespace()).collect();
        let mut rest = plain.as_str();
        let (start, mood) = loop {
            rest = rest.trim_end_matches(['(', ')', '《', '》', '的']);
            let (start, ending) = self.titles.longest(rest)?;
            match ending {
                Some(mood) => break (start, *mood),
                None => rest = &rest[..start],
            }
        };
        let is_other = |at: usize| {
            let ending = self.titles.longest(&plain[..at]).and_then(|(_, ending)| *ending);
            ending.is_some_and(|other| other != mood) && plain[at..start].contains(JOINED)
        };
        let ends = plain[..start].char_indices().map(|(at, _)| at);
        (!ends.into_iter().any(is_other)).then_some(mood)
    }
}

fn wrong(row: &Row) -> Error {
    FILE.error(
        row.line,
        "unknown class or weight",
        "write running, time or vow with a whole number, heading with plan, done or year, or title with plan, done or wrap",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_what_their_chapter_is() {
        let words = OutlookWords::load().unwrap();
        assert_eq!(words.of_heading("一、2024年主要目标任务回顾"), Some(Heading::Tells(Mood::Done)));
        assert_eq!(words.of_heading("三、今年重点工作"), Some(Heading::Tells(Mood::Plan)));
        assert_eq!(words.of_heading("三、2007年的工作"), Some(Heading::Year));
        assert_eq!(words.of_heading("一、去年工作回顾和今年总体要求"), Some(Heading::Turns));
        assert_eq!(words.of_heading("一、过去一年和五年工作回顾"), Some(Heading::Tells(Mood::Done)));
        assert_eq!(words.of_heading("二、2026年民生实事"), Some(Heading::Tells(Mood::Plan)));
        assert_eq!(words.of_heading("(三)办好民生实事,渔民收入稳步提高"), None);
        assert_eq!(words.of_heading("(二)农业农村"), None);
    }

    #[test]
    fn a_title_names_a_report_or_a_list_of_promises() {
        let words = OutlookWords::load().unwrap();
        for title in [
            "青岩县2025年民生实事完成情况(公示)",
            "青岩县渔业重点任务进展情况的通报",
            "关于2025年渔港建设工作落实情况的报告",
            "青岩县渔业局2025年工作总结",
            "渔港建设任务完成情况",
        ] {
            assert_eq!(words.of_title(title), Some(Mood::Done), "{title}");
        }
        for title in [
            "青岩县2025年民生实事清单",
            "青岩县2025年民生实事项目",
            "关于印发《青岩县2025年渔业重点工作任务分解表》的通知",
            "青岩县2025年渔港建设工作安排",
        ] {
            assert_eq!(words.of_title(title), Some(Mood::Plan), "{title}");
        }
        for title in
            ["青岩县2025年工作总结和2026年工作安排", "关于增设渔港的建议", "渔业局会议纪要", "渔港一览表", ""]
        {
            assert_eq!(words.of_title(title), None, "{title}");
        }
    }

    #[test]
    fn running_text_is_weighed() {
        let words = OutlookWords::load().unwrap();
        assert!(words.weigh("大力发展乡村旅游,引导村民参与") > 0);
        assert!(words.weigh("五年来,水稻产量首次突破历史纪录") < 0);
        assert_eq!(words.weigh("天气晴"), 0);
    }
}
