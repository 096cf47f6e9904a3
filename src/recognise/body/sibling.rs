//! The next members of a list whose first one a head names: 柳林银行、|汇禾银行.

use std::ops::Range;

use super::listed::is_coined;
use crate::lexicon::{Needs, is_han};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// How many characters stand before the shared head at most.
const MAX_NAME_CHARS: usize = 4;
/// How many members a list has at most.
const MAX_MEMBERS: usize = 10;

/// Names that are no words before the head of the firm or house that stands before them in their list.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    for body in candidates.iter() {
        let Detail::Body(kind @ (BodyKind::Enterprise | BodyKind::Institution)) = body.detail else {
            continue;
        };
        let Some(head) = head(scene, &body.range) else { continue };
        let mut end = body.range.end;
        for _ in 0..MAX_MEMBERS {
            let Some(next) = next_with(scene, end, head) else { break };
            end = next.end;
            found.push(Candidate::new(next, "body.sibling", Evidence::Form, Detail::Body(kind)));
        }
    }
    candidates.extend(found);
}

/// The last word of a house or firm: 银行, 研究院.
fn head<'s>(scene: &Scene<'s>, body: &Range<usize>) -> Option<&'s str> {
    let last = scene.tokens.at(body.end.checked_sub(1)?)?;
    let word = scene.text.get(last.range.start.max(body.start)..body.end)?;
    let known = scene.lexicon.bodies.heads.get(word)?.as_ref()?;
    let is_shared = matches!(known.needs, Needs::House | Needs::Brand) && word.chars().count() > 1;
    (is_shared && last.range.end == body.end).then_some(word)
}

/// The member after the 、 at this byte that ends with the same head.
fn next_with(scene: &Scene, at: usize, head: &str) -> Option<Range<usize>> {
    let start = at + scene.text[at..].strip_prefix('、').map(|_| '、'.len_utf8())?;
    let member = &scene.text[start..];
    let length =
        member.char_indices().take(MAX_NAME_CHARS + 1).find(|(at, _)| member[*at..].starts_with(head))?.0;
    let (name, end) = (start..start + length, start + length + head.len());
    let closes = scene.tokens.at(end - 1).is_some_and(|token| token.range.end == end);
    (closes && scene.slice(&name).chars().all(is_han) && is_coined(scene, &name)).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_strange_name_shares_the_head_of_its_list() {
        let cases: &[(&str, &[&str])] = &[
            ("合并徐州银行、汇禾银行,化解风险", &["徐州银行", "汇禾银行"]),
            ("徐州银行、商业银行、小银行", &["徐州银行"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
