//! Posts at the end of somebody else's clause: what a verb before them ties to another person is not the next
//! name's.

use std::ops::Range;

use super::told::{without_courtesy, without_remark};
use super::{Desk, MAX_POSTS};
use crate::recognise::CLAUSE_MARKS;
use crate::text::clause_before;

/// Words that present a list of names at the end of their clause: 出席会议的|有.
const PRESENTING: [&str; 3] = ["有", "是", "的"];

impl Desk<'_> {
    /// Whether the list of posts that ends at this byte, before the mark, belongs to another name than the
    /// one after the mark: a name before it takes it (李明任局长、|副局长王霜任…), or its clause has a verb
    /// (村民告诉记者,|主任王霜…).
    pub(super) fn closes_clause(&self, end: usize, mark: &str) -> bool {
        let start = self.list_start(end);
        let clause = clause_before(&self.scene.text[..start]).rsplit(CLAUSE_MARKS).next().unwrap_or_default();
        let clause = start - clause.len()..start;
        matches!(mark, "," | "、") && self.is_taken(&clause) || mark == "," && self.has_verb(&clause)
    }

    /// The byte at which the list of posts that ends here starts; it reaches back to no comma.
    fn list_start(&self, end: usize) -> usize {
        let text = self.scene.text;
        let (mut start, mut end) = (end, end);
        for _ in 0..MAX_POSTS {
            let Some(title) = self.titles.get(&end) else { break };
            start = self.body_before(title).map_or(title.start, |body| body.start);
            start = self.opening_of(start);
            let Some(before) = text[..start].strip_suffix(['、', '兼']) else { break };
            end = without_remark(before).len();
        }
        start
    }

    /// Whether the last name of the clause takes, or is given, the posts at its end.
    fn is_taken(&self, clause: &Range<usize>) -> bool {
        let text = self.scene.text;
        let Some((_, name)) = self.people.range(clause.clone()).next_back() else { return false };
        let after = without_remark(without_courtesy(&text[name.end..]));
        let taken = after.strip_prefix('为').or_else(|| self.after_taking(after));
        taken.is_some_and(|post| text.len() - post.len() <= clause.end)
    }

    /// Whether a verb of the clause governs what stands after it; not a verb in a relative clause (到会的|局长),
    /// nor words that present a list.
    fn has_verb(&self, clause: &Range<usize>) -> bool {
        let Some(words) = self.scene.text.get(clause.clone()) else { return false };
        // 身为局长,书记周文远…: a clause without a subject tells the posts of the next name.
        let is_of_next = self.scene.lexicon.posts.telling.contains(&words);
        if is_of_next || PRESENTING.iter().any(|word| words.ends_with(word)) {
            return false;
        }
        let tokens = self.scene.tokens;
        let inside = tokens.iter().skip(tokens.ended_by(clause.start));
        inside.take_while(|token| token.range.end <= clause.end).any(|token| token.tag == "v")
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::related;

    fn told(text: &str) -> Vec<String> {
        related(text, &[], &[]).0
    }

    #[test]
    fn a_post_that_ends_a_clause_with_a_verb_is_not_the_next_ones() {
        assert_eq!(told("村民们告诉记者,主任周文远来了。"), ["|主任"]);
        assert_eq!(told("他辞去局长,副局长周文远接手。"), ["|副局长"]);
        assert_eq!(told("他曾任县长、书记,局长周文远说。"), ["|局长"]);
    }

    #[test]
    fn posts_that_a_name_takes_are_not_the_next_ones() {
        assert_eq!(told("李建国任组长,局长周文远任副组长。"), ["|组长", "|局长", "|副组长"]);
        assert_eq!(told("县长李建国任组长、局长周文远讲话。"), ["|县长", "|组长", "|局长"]);
        assert_eq!(
            told("成立以县长李建国为组长、副县长周文远为副组长的小组。")
                .iter()
                .filter(|post| *post == "|组长")
                .count(),
            0
        );
    }

    #[test]
    fn a_comma_may_join_posts_of_one_name() {
        assert_eq!(told("身为局长,书记周文远讲话。"), ["|局长", "|书记"]);
        assert_eq!(told("县长,书记周文远讲话。"), ["|县长", "|书记"]);
        assert_eq!(told("出席会议的有县长,书记周文远。"), ["|县长", "|书记"]);
        assert_eq!(told("出席会议的县长,书记周文远讲话。"), ["|县长", "|书记"]);
    }
}
