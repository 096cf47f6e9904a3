//! Recognises names that run together, or stand alone where people sign: 本报记者周文远李刚, (李刚 周文远) after the last
//! stop of a report, a line of names below a headline.

use std::ops::Range;

use super::name::Names;
use crate::lexicon::{Beside, is_han};
use crate::text::is_within;

/// A paper's word for itself before the title of its writer: 本报|记者.
const OWN_PAPER: &str = "本报";
/// Tell in one character, after the name at the end of a bracket, what the person did to a text or picture:
/// (周文远|摘).
const SIGNED_DEEDS: [char; 3] = ['作', '摘', '绘'];
/// Longest run of names, in characters.
const MAX_RUN_CHARS: usize = 12;
/// Longest bracket of affiliation and names, in characters.
const MAX_SIGNED_CHARS: usize = 30;
/// Longest deed after a name in a bracket, in characters: 摄影报道.
const MAX_DEED_CHARS: usize = 4;
/// How far a name may trail the words read in it between 记者 and 报道 (记者江山报道).
const REPORTED: f32 = -4.0;
/// The lead that each of several names needs in a bracket after the last stop.
const BRACKETED: f32 = -1.0;
/// The same for a single name.
const BRACKETED_ALONE: f32 = -3.0;
/// The lead that a name needs there after the signer's body or place.
const AFFILIATED: f32 = 5.0;
/// The lead that a name needs if it is a whole line, alone or with others.
const ALONE: f32 = 2.5;
/// How much more a name of two characters must lead.
const SHORT: f32 = 2.0;

impl Names<'_> {
    /// The reporters whose names start at this byte and run up to a mark, a deed or the next title.
    pub(super) fn reporters_at(self, start: usize) -> Option<Vec<Range<usize>>> {
        let ends = |at: usize| {
            let deed = self.scene.beside_at(at).filter(|(_, class)| *class == Beside::Deed);
            self.scene.title_at(at).is_some()
                || self.scene.opens(&self.scene.lexicon.bodies.names, at) && self.token_starting(at).is_some()
                || self.scene.text[at..].starts_with(OWN_PAPER)
                // A time ends the names: 记者周文远|初秋.
                || self.token_starting(at).is_some_and(|token| token.tag == "t" && self.scene.knows(token))
                || deed.is_some_and(|(end, _)| {
                    // The segmenter may take the deed for part of the name: 周文远摄.
                    self.token_starting(at).is_some() || !self.scene.text[end..].starts_with(is_han)
                })
        };
        let run = self.scene.text[start..].char_indices().take(MAX_RUN_CHARS + 1);
        let run = run.take_while(|(at, c)| is_han(*c) && !ends(start + at));
        let (last, c) = run.last()?;
        self.names_in(start..start + last + c.len_utf8(), REPORTED)
    }

    /// Those who sign: in a bracket after the last stop, in one that opens the sentence and signs what stood
    /// above it, or in a line of names alone.
    pub(super) fn signers(self) -> Vec<Range<usize>> {
        let text = self.scene.text;
        let above = text.strip_prefix('(').and_then(|text| text.find(')')).map(|length| 1..1 + length);
        let above = above.filter(|inside| inside.len() <= super::FULL_NAME_BYTES);
        if let Some(found) = above.and_then(|inside| self.names_in(inside, BRACKETED_ALONE)) {
            return found;
        }
        let found = match text.trim_end_matches('。').strip_suffix(')') {
            Some(signed) => self.in_bracket(signed.len()),
            None if text.len() <= 3 * MAX_RUN_CHARS => self.names_in(after_dashes(text)..text.len(), ALONE),
            None => None,
        };
        found.unwrap_or_default()
    }

    /// The names in the bracket that ends at this byte, if it stands after a stop or alone.
    fn in_bracket(self, end: usize) -> Option<Vec<Range<usize>>> {
        let text = self.scene.text;
        let inside = text[..end].char_indices().rev().take(MAX_SIGNED_CHARS + 1);
        let open = inside.map(|(at, _)| at).find(|at| text[*at..].starts_with('('))?;
        let after_stop = open == 0 || text[..open].ends_with(['。', '!', '?', '”', '…', ')']);
        if !after_stop {
            // Signs the opinion above: ——周文远(清溪).
            let opinion = open <= 3 * MAX_RUN_CHARS && text.starts_with('—');
            return opinion.then(|| self.names_in(after_dashes(text)..open, ALONE)).flatten();
        }
        let tail = text[open + 1..end].char_indices().rev().take(MAX_DEED_CHARS);
        let deed = tail.map(|(at, _)| open + 1 + at);
        let deed = deed.filter(|at| {
            let ends = self.scene.beside_at(*at).is_some_and(|(to, _)| to == end);
            ends && self.is_deed(*at)
        });
        let end = deed.last().unwrap_or(end);
        let done =
            text[open + 1..end].strip_suffix(SIGNED_DEEDS).filter(|names| names.chars().nth(1).is_some());
        let end = done.map_or(end, |names| open + 1 + names.len());
        let one = end - open - 1 <= super::FULL_NAME_BYTES;
        let whole = self.names_in(open + 1..end, if one { BRACKETED_ALONE } else { BRACKETED });
        whole.or_else(|| {
            let affiliation = |start: &usize| {
                let before = self.token_ending(*start).filter(|token| token.range.start > open);
                before.is_some_and(|token| token.range.len() > 3 && token.tag.starts_with(['n', 'j']))
            };
            let starts = self.tokens_in(open + 1, end).map(|token| token.range.start).filter(affiliation);
            starts.filter_map(|start| self.names_in(start..end, AFFILIATED)).next()
        })
    }

    fn is_deed(self, at: usize) -> bool {
        matches!(self.scene.beside_at(at), Some((_, Beside::Deed)))
    }

    /// The names that make up this stretch, with only blanks and 、 between them, if each leads by `least`; of
    /// the ways to cut it, the one whose names lead most: 周文远李刚.
    fn names_in(self, stretch: Range<usize>, least: f32) -> Option<Vec<Range<usize>>> {
        let text = self.scene.slice(&stretch);
        if !is_within(text, MAX_RUN_CHARS) {
            return None;
        }
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| stretch.start + at).collect();
        // For each byte, the lead of all names up to it, and where the last of them starts.
        let mut best: Vec<Option<(f32, usize)>> = vec![None; text.len() + 1];
        best[0] = Some((0.0, stretch.start));
        for start in edges {
            let Some((lead, _)) = best[start - stretch.start] else { continue };
            let mut offer = |end: usize, lead: f32| {
                let place = &mut best[end - stretch.start];
                if place.is_none_or(|(other, _)| other < lead) {
                    *place = Some((lead, start));
                }
            };
            if let Some(mark) = self.scene.text[start..].chars().next().filter(|c| matches!(c, ' ' | '、')) {
                offer(start + mark.len_utf8(), lead);
                continue;
            }
            let Some(surname) = self.scene.surname_at(start) else { continue };
            for end in self.given_ends(surname).filter(|end| *end <= stretch.end) {
                let more = self.lead(start..end, surname);
                let short = if end - start < super::FULL_NAME_BYTES { SHORT } else { 0.0 };
                if more >= least + short && self.is_plausible(&(start..end)) {
                    offer(end, lead + more);
                }
            }
        }
        let mut names = Vec::new();
        let mut end = stretch.end;
        while end > stretch.start {
            let (_, start) = best[end - stretch.start]?;
            if self.scene.text[start..end].starts_with(is_han) {
                names.push(start..end);
            }
            end = start;
        }
        names.reverse();
        let place = |name: &Range<usize>| self.scene.lexicon.places.is_place(self.scene.slice(name));
        let is_place = names.len() == 1 && least > REPORTED && names.iter().any(place);
        (!names.is_empty() && !is_place).then_some(names)
    }
}

/// The byte past the dashes that open a line.
fn after_dashes(text: &str) -> usize {
    text.len() - text.trim_start_matches('—').len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn texts(text: &str, read: impl Fn(Names) -> Vec<Range<usize>>) -> Vec<String> {
        with_scene(text, |scene| {
            let found = read(Names::new(scene));
            found.iter().map(|name| scene.slice(name).to_owned()).collect()
        })
    }

    #[test]
    fn who_signs_stands_alone_in_a_bracket_or_a_line() {
        for (text, names) in [
            ("(周晓峰)", &["周晓峰"][..]),
            ("(孙德明王霜)", &["孙德明", "王霜"]),
            ("(水玉霞 李琳艳 摄)", &["水玉霞", "李琳艳"]),
            ("(赵立明摄影报道)", &["赵立明"]),
            ("(清溪县人民法院孙德明)", &["孙德明"]),
            ("渠水已经通到村口。(周晓峰)", &["周晓峰"]),
            ("周晓峰孙德明", &["周晓峰", "孙德明"]),
            ("水玉霞", &["水玉霞"]),
            ("———周晓峰(清溪)", &["周晓峰"]),
            ("(周晓峰)市里召开座谈会", &["周晓峰"]),
            ("(一)市里召开座谈会", &[]),
            ("(略)市里召开座谈会", &[]),
        ] {
            assert_eq!(texts(text, |names| names.signers()), names, "{text}");
        }
    }

    #[test]
    fn other_brackets_and_lines_are_signed_by_nobody() {
        for text in [
            "(略)",
            "(全文完)",
            "(热烈鼓掌)",
            "(国务院办公厅)",
            "高度重视",
            "成都",
            "安全生产",
            "水利部(周晓峰)",
            "方案",
            "金华丽水",
        ] {
            assert_eq!(texts(text, |names| names.signers()), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_names_of_reporters_run_together() {
        let reporters = |marked: &str| {
            let start = marked.find('|').unwrap_or_default();
            texts(&marked.replace('|', ""), |names| names.reporters_at(start).unwrap_or_default())
        };
        assert_eq!(reporters("本报记者|周晓峰孙德明"), ["周晓峰", "孙德明"]);
        assert_eq!(reporters("记者|周晓峰本报记者孙德明"), ["周晓峰"]);
        assert_eq!(reporters("电 记者|孙德明报道:今天"), ["孙德明"]);
        assert_eq!(reporters("记者|周晓峰今天从县里获悉"), ["周晓峰"]);
        assert_eq!(reporters("记者|从县里获悉"), [""; 0]);
    }
}
