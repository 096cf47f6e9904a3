//! Recognises many names in a row, with nothing or only blanks and remarks between them, as in lists of
//! members: 周文远李刚王霜(女)孙德明.

use std::ops::Range;

use super::list::remark_at;
use super::name::Names;
use super::tokens::is_named;
use crate::lexicon::is_han;
use crate::segment::Token;

/// Fewest names in a row, and fewest words of the sentence that the segmenter takes for names.
const MIN_NAMES: usize = 4;
/// Longest row that is read at once, in bytes.
const MAX_ROW_BYTES: usize = 1200;
/// The cost of a character that is part of no name.
const SKIPPED: f32 = -9.0;
/// The worth of a name without a surname that its characters show to be one: 扎西次仁, 卡洛斯·布里安.
const SHOWN: f32 = 12.0;
/// The least mean worth of the names of a row.
const MEAN: f32 = 2.0;

/// The best reading up to a byte: its worth, where its last step starts, and whether that step is a name.
#[derive(Clone, Copy)]
struct Step {
    worth: f32,
    start: usize,
    name: bool,
}

impl Names<'_> {
    /// The names in all rows of the sentence.
    pub(super) fn crowds(self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        // Few sentences name so many people.
        if self.scene.tokens.iter().filter(|token| is_named(token)).take(MIN_NAMES).count() < MIN_NAMES {
            return found;
        }
        let (mut row, mut named) = (0..0, 0);
        let mut inside = 0;
        for token in self.scene.tokens.iter() {
            let Range { start, end } = token.range;
            if start < inside {
                row.end = end;
                continue;
            }
            let remark = remark_at(&self.scene.text[start..]);
            if remark > 0 && named > 0 {
                inside = start + remark;
                row.end = inside;
            } else if self.may_stand_in_row(token) && end - row.start <= MAX_ROW_BYTES {
                row.end = end;
                named += usize::from(is_named(token) || self.is_guess(token));
            } else {
                self.read_row(row, named, &mut found);
                (row, named) = (end..end, 0);
            }
        }
        self.read_row(row, named, &mut found);
        found
    }

    /// Whether the word may be a name in a row, a part of one, or stand between two.
    fn may_stand_in_row(self, token: &Token) -> bool {
        let length = token.range.len();
        is_named(token)
            || self.is_guess(token)
            || length == 3 && token.tag != "x"
            || matches!(token.word, " " | "·")
    }

    fn read_row(self, row: Range<usize>, named: usize, found: &mut Vec<Range<usize>>) {
        if named < MIN_NAMES {
            return;
        }
        let Some(steps) = self.steps(&row) else { return };
        // The names of a row touch, except for blanks and remarks.
        let mut names: Vec<(Range<usize>, f32)> = Vec::new();
        let mut keep = |names: &mut Vec<(Range<usize>, f32)>| {
            let worth: f32 = names.iter().map(|(_, worth)| worth).sum();
            if names.len() >= MIN_NAMES && worth >= MEAN * names.len() as f32 {
                found.extend(names.iter().map(|(name, _)| name.clone()));
            }
            names.clear();
        };
        for (range, step) in steps {
            if step.name {
                names.push((range, step.worth));
            } else if self.scene.text[range.start..].starts_with(is_han) {
                keep(&mut names);
            }
        }
        keep(&mut names);
    }

    /// The steps of the reading of a row that is worth most, each with its own worth.
    fn steps(self, row: &Range<usize>) -> Option<Vec<(Range<usize>, Step)>> {
        let text = self.scene.slice(row);
        let mut best: Vec<Option<Step>> = vec![None; text.len() + 1];
        best[0] = Some(Step { worth: 0.0, start: row.start, name: false });
        for (at, c) in text.char_indices() {
            let Some(Step { worth, .. }) = best[at] else { continue };
            let start = row.start + at;
            let mut offer = |end: usize, more: f32, name: bool| {
                let Some(place) = best.get_mut(end - row.start) else { return };
                if place.is_none_or(|other| other.worth < worth + more) {
                    *place = Some(Step { worth: worth + more, start, name });
                }
            };
            let remark = remark_at(&self.scene.text[start..]);
            if c == ' ' || remark > 0 {
                offer(start + remark.max(c.len_utf8()), 0.0, false);
                continue;
            }
            offer(start + c.len_utf8(), SKIPPED, false);
            let known = self.scene.at(&self.scene.lexicon.people.known, start).map(|(range, _)| range.end);
            let shown = known.or_else(|| self.transcribed_at(start)).or_else(|| self.end_of_parts(start));
            if let Some(end) = shown {
                offer(end, SHOWN, true);
            }
            let Some(surname) = self.scene.surname_at(start) else { continue };
            for end in self.given_ends(surname) {
                offer(end, self.lead(start..end, surname), true);
            }
        }
        let mut steps = Vec::new();
        let mut end = row.end;
        while end > row.start {
            let step = best[end - row.start]?;
            let before = best[step.start - row.start]?;
            steps.push((step.start..end, Step { worth: step.worth - before.worth, ..step }));
            end = step.start;
        }
        steps.reverse();
        Some(steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn found(text: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let names = Names::new(scene).crowds();
            names.iter().map(|name| scene.slice(name).to_owned()).collect()
        })
    }

    #[test]
    fn names_in_a_row_are_read_one_by_one() {
        let names = ["周晓峰", "孙德明", "王霜", "李琳艳", "赵立明", "水玉霞"];
        assert_eq!(found(&format!("委员:{}。", names.join(""))), names);
        assert_eq!(found(&format!("委员:{}。", names.join(" "))), names);
        assert_eq!(found(&format!("委员:{}。", names.join("(女)"))), names);
    }

    #[test]
    fn words_in_a_row_are_none() {
        for text in
            ["高度重视安全生产和平发展。", "方案、成都、金华、高山、周边、方面", "周晓峰孙德明王霜出席。"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
