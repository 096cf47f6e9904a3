//! Posts that the form of an entry ties to its name: in a roster (组长:周文远  县长), in a notice (周文远,男,汉族,现任县长),
//! of somebody who takes another's office (周文远接替王霜任县长) or took one at a date (周文远1979年3月任县长).

use std::ops::Range;

use super::Desk;
use super::told::{without_courtesy, without_remark};
use crate::lexicon::is_han;
use crate::relate::post::share::Held;
use crate::text::is_within;

/// Longest notice of a person, in characters.
const MAX_NOTICE_CHARS: usize = 300;
/// Longest list of posts, and longest body of the first of them, in characters.
const MAX_POSTS_CHARS: usize = 60;
const MAX_BODY_CHARS: usize = 24;
/// Farthest that the person who is replaced stands after the verb, in characters.
const MAX_OFFICE_CHARS: usize = 20;
/// Words after a name that open the notice of a person.
const SEXES: [&str; 2] = [",男", ",女"];

impl<'a> Desk<'a> {
    /// The posts of the entry that the name opens.
    pub(super) fn on_entry(&self, person: &Range<usize>) -> Vec<Held> {
        let roster = self.on_roster(person);
        if roster.is_empty() { self.in_notice(person) } else { roster }
    }

    /// The posts that fill the line after the name: 组长:周文远  县委书记.
    fn on_roster(&self, person: &Range<usize>) -> Vec<Held> {
        let text = self.scene.text;
        let before = text[..person.start].trim_end();
        let rest = without_remark(&text[person.end..]);
        let opens = before.is_empty() || before.ends_with(':');
        if !(opens && rest.starts_with(' ') && is_within(rest, MAX_POSTS_CHARS)) {
            return Vec::new();
        }
        let start = text.len() - rest.trim_start().len();
        let end = text.trim_end().trim_end_matches(['。', ';']).len();
        let posts = text.get(start..end).map_or_else(Vec::new, |_| self.list_before(end));
        let first = posts.first().map(|(title, body)| body.as_ref().map_or(title.start, |body| body.start));
        let first = first.and_then(|first| text.get(start..self.opening_of(first).max(start)));
        let is_whole = first.is_some_and(|body| is_within(body, MAX_BODY_CHARS) && body.chars().all(is_han));
        if is_whole { posts } else { Vec::new() }
    }

    /// The posts told in the clauses after a name and a sex: 周文远,男,汉族,|现任县财政局局长,拟任审计局局长.
    fn in_notice(&self, person: &Range<usize>) -> Vec<Held> {
        let Self { scene, .. } = self;
        let rest = &scene.text[person.end..];
        if !SEXES.iter().any(|sex| rest.starts_with(sex)) {
            return Vec::new();
        }
        let window = rest.char_indices().take(MAX_NOTICE_CHARS).take_while(|(_, c)| *c != '。');
        let clauses = window.filter(|(_, c)| *c == ',').map(|(at, mark)| &rest[at + mark.len_utf8()..]);
        let told = clauses.filter_map(|clause| {
            scene.lexicon.posts.telling.iter().find_map(|verb| clause.strip_prefix(verb))
        });
        let first = told.filter_map(|posts| self.post_at(scene.text.len() - posts.len(), true));
        first.flat_map(|first| self.list_from(first)).collect()
    }

    /// The text after a verb of taking or holding an office; a date may stand before the verb: 1979年3月任|县长.
    pub(super) fn after_taking(&self, after: &'a str) -> Option<&'a str> {
        let posts = &self.scene.lexicon.posts;
        let dated =
            after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '起'));
        let adverb = posts.adverbs.longest_at(dated, 0).map_or(0, |(adverb, ())| adverb.end);
        let dated = &dated[adverb..];
        let verbs = || posts.taking.iter().chain(&posts.telling);
        let taken =
            |text: &'a str| verbs().filter_map(|verb| text.strip_prefix(verb)).min_by_key(|rest| rest.len());
        taken(after).or_else(|| taken(dated))
    }

    /// The text after the person who is replaced: 接替王霜任|县长, 接替王霜的|县长职务.
    pub(super) fn after_replacing(&self, after: &'a str) -> Option<&'a str> {
        let Self { scene, .. } = self;
        let replacing = scene.lexicon.posts.replacing.iter();
        let rest = replacing.filter_map(|verb| after.strip_prefix(verb)).min_by_key(|rest| rest.len())?;
        let start = scene.text.len() - rest.len();
        let (_, other) = self.people.range(start..).next()?;
        let between = scene.text.get(start..other.start)?;
        if !(is_within(between, MAX_OFFICE_CHARS) && between.chars().all(is_han)) {
            return None;
        }
        let after = without_courtesy(&scene.text[other.end..]);
        self.after_taking(after).or_else(|| after.strip_prefix('的'))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::related;

    fn told(text: &str) -> Vec<String> {
        related(text, &["县委"], &[]).0
    }

    #[test]
    fn who_takes_an_office_over_has_it_and_not_who_had_it() {
        assert_eq!(told("赵小红接替李建国担任县长。"), ["|县长"]);
        assert_eq!(told("由周文远接替李建国任县委书记。"), ["县委|书记"]);
        assert_eq!(told("周文远接任李建国的县长职务。"), ["|县长"]);
        assert_eq!(told("接替李建国担任县长。"), [""; 0]);
    }

    #[test]
    fn a_title_after_a_name_is_not_the_next_ones() {
        assert_eq!(told("校长周文远教授、副校长李建国出席。"), ["|校长", "|教授", "|副校长"]);
        assert_eq!(told("厅长周文远少将到会。"), ["|厅长", "|少将"]);
        assert_eq!(told("校长周文远处长李建国"), ["|校长", "|处长"]);
        assert_eq!(told("局长、教授周文远出席。"), ["|局长", "|教授"]);
    }

    #[test]
    fn rosters_and_notices_tell_posts() {
        assert_eq!(told("组长:周文远  县委书记"), ["县委|书记"]);
        assert_eq!(told("周文远,男,汉族,现任副局长,拟任局长。"), ["|副局长", "|局长"]);
        assert_eq!(told("周文远同志1979年3月任局长。"), ["|局长"]);
        assert_eq!(told("周文远  出席县长办公会"), [""; 0]);
        assert_eq!(told("周文远,曾与现任局长会面。"), [""; 0]);
    }

    #[test]
    fn who_is_appointed_together_has_the_same_posts() {
        assert_eq!(told("任命李建国、周文远(女)为副县长。"), ["|副县长", "|副县长"]);
        assert_eq!(told("免去李建国、周文远同志的副局长职务。"), ["|副局长", "|副局长"]);
        assert_eq!(told("免去李建国的副局长职务,任命为局长。"), ["|副局长", "|局长"]);
        assert_eq!(told("李建国出席,周文远为组长。"), ["|组长"]);
    }
}
