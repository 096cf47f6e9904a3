//! Recognises those present and absent, after a label of minutes: 列席:县财政局 李娜,县住建局 吴刚, 缺席:周明(出差).

use std::ops::Range;

use super::list::remark_at;
use super::name::{Names, is_plausible};
use crate::lexicon::{NameCue, is_han};

/// Most labels, and most entries after one.
const MAX_LABELS: usize = 8;
const MAX_ENTRIES: usize = 100;
/// Longest department and name, in characters.
const MAX_ENTRY_CHARS: usize = 30;
/// How far a name in an entry must lead the words read in it.
const ENTRY: f32 = 0.0;

impl Names<'_> {
    /// The names after the labels of the sentence: a whole entry, or the part of it after a blank.
    pub(super) fn on_rolls(self) -> Vec<Range<usize>> {
        let text = self.scene.text;
        let labels = text.match_indices(':').take(MAX_LABELS).filter(|(colon, _)| {
            let label = self.scene.lexicon.name_cues.closing(&text[..*colon], NameCue::Roll);
            label.is_some_and(|label| !text[..colon - label.len()].ends_with(is_han))
        });
        labels.flat_map(|(colon, mark)| self.entries(colon + mark.len())).collect()
    }

    fn entries(self, start: usize) -> Vec<Range<usize>> {
        let text = self.scene.text;
        let (mut names, mut at) = (Vec::new(), start);
        for _ in 0..MAX_ENTRIES {
            let rest = &text[at..];
            let run = rest.char_indices().take(MAX_ENTRY_CHARS);
            let length = run
                .take_while(|(_, c)| is_han(*c) || *c == ' ')
                .last()
                .map_or(0, |(at, c)| at + c.len_utf8());
            let end = at + rest[..length].trim_end().len();
            let blank = text[at..end].rfind(' ').map_or(0, |blank| blank + 1);
            let after = at + length + remark_at(&rest[length..]);
            let next = text[after..].chars().next();
            let closes = next.is_none_or(|mark| matches!(mark, '、' | ',' | ';' | '。'));
            names.extend(Some(at + blank..end).filter(|name| closes && self.is_entry(name)));
            match next.filter(|mark| matches!(mark, '、' | ',' | ';')) {
                Some(mark) => at = after + mark.len_utf8(),
                None => break,
            }
        }
        names
    }

    fn is_entry(self, name: &Range<usize>) -> bool {
        let Some(surname) = self.scene.surname_at(name.start) else { return false };
        let text = self.scene.slice(name);
        self.given_ends(surname).any(|end| end == name.end)
            && self.lead(name.clone(), surname) >= ENTRY
            && is_plausible(self.scene, text)
            && !self.holds_title(name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn who_stands_on_a_roll_is_named() {
        for (text, names) in [
            ("列席:县水利局 王磊,县渔业局 李娜,县住建局 吴刚", &["王磊", "李娜", "吴刚"][..]),
            ("缺席:周明(出差)", &["周明"]),
            ("请假:周明(病假)、李琳艳(出国)", &["周明", "李琳艳"]),
        ] {
            assert_eq!(standing(recognise, text), names, "{text}");
        }
    }

    #[test]
    fn other_entries_and_labels_name_nobody() {
        for text in [
            "列席:县水利局、县渔业局负责人",
            "参加:全体成员",
            "缺席:无",
            "地点:高山会议室(三楼)",
            "缺席:各村,各镇",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
