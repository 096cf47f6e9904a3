//! Recognises whom a text presents as its author: in a credit, at the head of a speech, under a letter or an
//! article.

use std::ops::Range;

use super::name::NameEnd;
use super::{Found, Reader};
use crate::lexicon::Beside;
use crate::recognise::{Candidate, Evidence, Scene};

/// Longest credit: （作者：affiliation name）, in characters.
const MAX_CREDIT_CHARS: usize = 60;
/// How many characters may stand before the bracketed date of a speech.
const MAX_OPENING_CHARS: usize = 80;
/// Longest date under a letter, in characters: 2020年11月17日.
const MAX_SIGNED_DATE_CHARS: usize = 12;
/// The mark of a note to a title.
const NOTE: char = '※';
/// The words of a credit that name the writer of the text above it.
const AUTHORS: [&str; 3] = ["作者", "撰文", "执笔"];

/// Whether the text presents this person as its author: at the head of a speech or under a letter.
pub(crate) fn presents_author(candidate: &Candidate) -> bool {
    matches!(&*candidate.rule, "person.opening" | "person.signature")
}

impl Reader<'_> {
    /// Reads the credit after 作者: the name at once, or an affiliation with the name last.
    pub(super) fn credit(&mut self, word: &Range<usize>) {
        let is_author = AUTHORS.contains(&self.scene.slice(word));
        let rule = if is_author { "person.author" } else { "person.credit" };
        let after = word.end;
        let rest = &self.scene.text[after..];
        let Some(credited) = rest.strip_prefix([':', ' ']).map(|rest| rest.trim_start_matches([':', ' ']))
        else {
            // The author's post follows: 作者周文远为…教授.
            let name = self.names.starting_at(after);
            let told = |name: &NameEnd| self.scene.text[name.end..].starts_with(['为', '系', '是']);
            if let Some(name) = name.filter(|name| is_author && told(name)) {
                self.push(after..name.end, rule, Evidence::Context);
            }
            return;
        };
        let start = after + rest.len() - credited.len();
        let name = self.names.starting_at(start).filter(|name| name.closed);
        if let Some(name) = name {
            self.push(start..name.end, rule, Evidence::Context);
            return;
        }
        let end = credited.char_indices().take(MAX_CREDIT_CHARS).find(|(_, c)| matches!(c, ')' | '。' | ','));
        let end = start + end.map_or(0, |(at, _)| at);
        let Some(last) = self.scene.text[start..end].rfind(' ').map(|blank| start + blank + 1) else {
            return;
        };
        let name = self.names.starting_at(last).filter(|name| name.end == end);
        if let Some(name) = name {
            self.push(last..name.end, rule, Evidence::Context);
        }
    }

    /// Finds the speaker where the head of a speech has run together with its text: a public figure right
    /// after the bracketed date (（2020年2月23日）习近平…), or after a post and before a salutation.
    pub(super) fn opening_speaker(&mut self) {
        if !self.found.iter().any(|found| found.rule == "person.known") {
            return;
        }
        let Scene { text, lexicon, .. } = self.scene;
        // The mark of a title's note stands between title and author: 修好水渠※周文远今年….
        let titled = |found: &&mut Found| {
            let title = &text[..found.range.start];
            title.ends_with(NOTE) && !title.contains(['。', ',', ':'])
        };
        if let Some(author) = self.found.iter_mut().find(titled) {
            author.speaker = true;
            author.rule = "person.opening";
            return;
        }
        let head = text.char_indices().take(MAX_OPENING_CHARS).find(|(_, c)| *c == ')');
        let Some((close, _)) = head else { return };
        let dated = text[..close].rfind('(').is_some_and(|open| {
            let date = &text[open..close];
            date.contains('年') && date.contains('日')
        });
        let later = self.found.iter_mut().filter(|found| found.range.start > close);
        let first = later.min_by_key(|found| found.range.start);
        let known = |found: &&mut Found| dated && found.rule == "person.known";
        let Some(first) = first.filter(known) else { return };
        let posts = text[close + 1..first.range.start].trim();
        let after = text[first.range.end..].len() - text[first.range.end..].trim_start().len();
        let greets = self.scene.beside_at(first.range.end + after);
        let greets = greets.is_some_and(|(_, class)| class == Beside::Salutation);
        if posts.is_empty() || greets && lexicon.posts.is_list_of_posts(posts) {
            first.speaker = true;
            first.rule = "person.opening";
        }
    }

    /// Finds the signer of a letter, by a name and the date, with or without posts (习近平 2020年5月17日), or of an
    /// article, by posts and a name in a bracket that is a sentence (评论员 周文远).
    pub(super) fn signature(&mut self) {
        let Scene { text, lexicon, .. } = self.scene;
        for found in &mut self.found {
            let posts = &text[..found.range.start];
            let alone = posts.is_empty() || lexicon.posts.is_list_of_posts(posts.trim());
            let after = &text[found.range.end..];
            let signs = posts
                .strip_prefix('(')
                .map(str::trim_end)
                .is_some_and(|posts| !lexicon.posts.reports(posts) && lexicon.posts.is_list_of_posts(posts));
            if signs && after.trim_end_matches('。') == ")"
                || alone && is_signed_date(after, !posts.is_empty())
            {
                found.speaker = true;
                found.rule = "person.signature";
            }
        }
    }
}

/// Whether a letter's date opens `text`, with nothing after it but a place or a remark: 2020年5月17日于北京. With
/// `blank`, a blank must stand before it.
fn is_signed_date(text: &str, blank: bool) -> bool {
    let date = text.trim_start_matches(' ');
    let mut day = date.char_indices().take(MAX_SIGNED_DATE_CHARS);
    let Some((end, day)) = day.find(|(_, c)| *c == '日') else { return false };
    let after = &date[end + day.len_utf8()..];
    let whole = after.is_empty() || after.starts_with([' ', '(', '于']);
    let apart = !blank || date.len() < text.len();
    whole && apart && date.starts_with(|c: char| c.is_ascii_digit()) && date[..end].contains('年')
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use super::*;
    use crate::recognise::testing::with_scene;

    #[test]
    fn the_head_of_a_speech_presents_its_author() {
        let author = |text: &str| {
            with_scene(text, |scene| {
                let mut candidates = Vec::new();
                recognise(scene, &mut candidates);
                candidates
                    .iter()
                    .find(|found| presents_author(found))
                    .map(|found| scene.slice(&found.range).to_owned())
            })
        };
        assert_eq!(author("在某会议上的讲话(2020年2月3日)习近平同志们:").as_deref(), Some("习近平"));
        assert_eq!(author("习近平2020年3月4日(某某社北京3月4日电)").as_deref(), Some("习近平"));
        assert_eq!(author("习近平 2020年3月4日于北京").as_deref(), Some("习近平"));
        assert_eq!(author("清溪省省长习近平 2020年3月4日 (某某社电)").as_deref(), Some("习近平"));
        assert_eq!(author("(特约评论员 周文远)").as_deref(), Some("周文远"));
        assert_eq!(author("修好水渠 造福乡里※习近平今天我们来谈水渠。").as_deref(), Some("习近平"));
        assert_eq!(author("(清溪大学水利学院副院长、教授 周文远)").as_deref(), Some("周文远"));
        for text in [
            "习近平总书记十分关心。",
            "习近平2020年3月4日在北京考察。",
            "(记者 周文远)",
            "(清溪日报记者 周文远)",
            "县长(周文远)",
        ] {
            assert_eq!(author(text), None, "{text}");
        }
    }
}
