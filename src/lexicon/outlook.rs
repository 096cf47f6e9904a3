//! Words of review and words of plan.

use super::cues::Mood;
use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;

const FILE: Dictionary = dictionary!("outlook.tsv");

/// What tells a look back from a look ahead.
#[derive(Debug)]
pub(crate) struct OutlookWords {
    /// Words of running text: how far each speaks for a plan; below zero for a review.
    weights: Vocabulary<i32>,
    headings: Vocabulary<Mood>,
}

impl OutlookWords {
    pub(super) fn load() -> Result<Self, Error> {
        let (mut weights, mut headings) = (Vec::new(), Vec::new());
        for row in FILE.rows()? {
            match (row.class, row.attribute) {
                ("running", weight) => weights.push((row.word, weight.parse().map_err(|_| wrong(&row))?)),
                ("heading", "plan") => headings.push((row.word, Mood::Plan)),
                ("heading", "done") => headings.push((row.word, Mood::Done)),
                _ => return Err(wrong(&row)),
            }
        }
        Ok(OutlookWords { weights: Vocabulary::new(weights), headings: Vocabulary::new(headings) })
    }

    /// How far a text speaks for a plan; below zero it speaks for a review.
    pub(crate) fn weigh(&self, text: &str) -> i32 {
        self.weights.find(text).map(|(_, weight)| *weight).fold(0, i32::saturating_add)
    }

    /// What a heading says of its chapter. A word of review outweighs words of plan, which may be part of what
    /// is reviewed: 主要目标任务完成情况回顾.
    pub(crate) fn of_heading(&self, heading: &str) -> Option<Mood> {
        let mut moods = self.headings.find(heading).map(|(_, mood)| *mood);
        let first = moods.next()?;
        Some(if first == Mood::Done || moods.any(|mood| mood == Mood::Done) { Mood::Done } else { first })
    }
}

fn wrong(row: &Row) -> Error {
    FILE.error(
        row.line,
        "unknown class or weight",
        "write running with a whole number, or heading with plan or done",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_what_their_chapter_is() {
        let words = OutlookWords::load().unwrap();
        assert_eq!(words.of_heading("一、2024年主要目标任务回顾"), Some(Mood::Done));
        assert_eq!(words.of_heading("三、今年重点工作"), Some(Mood::Plan));
        assert_eq!(words.of_heading("(二)农业农村"), None);
    }

    #[test]
    fn running_text_is_weighed() {
        let words = OutlookWords::load().unwrap();
        assert!(words.weigh("大力发展乡村旅游,引导村民参与") > 0);
        assert!(words.weigh("五年来,水稻产量首次突破历史纪录") < 0);
        assert_eq!(words.weigh("天气晴"), 0);
    }
}
