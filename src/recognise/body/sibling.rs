//! Recognises members of a list of houses and firms: those that share the head of the one before
//! (柳林银行、|汇禾银行), and those between two others (徐州交易所、|多式联运服务中心|、徐州产权交易所).

use std::ops::Range;

use super::listed::is_coined;
use crate::lexicon::{Needs, is_han};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// Most characters before the shared head.
const MAX_NAME_CHARS: usize = 4;
/// Most members of a list.
const MAX_MEMBERS: usize = 10;

/// Longest member between two others, in characters, and fewest bytes before its head.
const MAX_BETWEEN_CHARS: usize = 16;
const MIN_BETWEEN_BYTES: usize = 12;

/// Proposes coined names before the head that they share with the firm or house before them in the list.
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
    found.extend(between(scene, candidates));
    candidates.extend(found);
}

/// The members that end like houses and stand between two houses or firms of their list.
fn between(scene: &Scene, candidates: &[Candidate]) -> Vec<Candidate> {
    let is_house =
        |body: &&Candidate| matches!(body.detail, Detail::Body(BodyKind::Enterprise | BodyKind::Institution));
    let houses = || candidates.iter().filter(is_house);
    let member = |body: &Candidate| {
        let start =
            body.range.end + scene.text[body.range.end..].strip_prefix('、').map(|_| '、'.len_utf8())?;
        let mut run = scene.text[start..].char_indices().take(MAX_BETWEEN_CHARS + 1);
        let (length, _) = run.find(|(_, c)| !is_han(*c)).filter(|(_, c)| *c == '、')?;
        let name = start..start + length;
        let after = name.end + '、'.len_utf8();
        let is_known = houses().any(|other| other.range == name);
        (!is_known && houses().any(|other| other.range.start == after) && ends_as_house(scene, &name))
            .then(|| Candidate::new(name, "body.sibling", Evidence::Form, body.detail.clone()))
    };
    houses().filter_map(member).collect()
}

/// Whether a name of some length ends with a head of houses: 服务中心, 交易中心.
fn ends_as_house(scene: &Scene, name: &Range<usize>) -> bool {
    let last = scene.tokens.at(name.end - 1).filter(|token| token.range.end == name.end);
    last.is_some_and(|last| {
        let head = scene.lexicon.bodies.heads.get(scene.slice(&last.range)).and_then(Option::as_ref);
        let is_house = head.is_some_and(|head| head.needs == Needs::House);
        is_house && last.range.start - name.start >= MIN_BETWEEN_BYTES
    })
}

/// The last word of a house or firm: 银行, 研究院.
fn head<'s>(scene: &Scene<'s>, body: &Range<usize>) -> Option<&'s str> {
    let last = scene.tokens.at(body.end.checked_sub(1)?)?;
    let word = scene.text.get(last.range.start.max(body.start)..body.end)?;
    let known = scene.lexicon.bodies.heads.get(word)?.as_ref()?;
    let is_shared = matches!(known.needs, Needs::House | Needs::Brand) && word.chars().count() > 1;
    (is_shared && last.range.end == body.end).then_some(word)
}

/// The member after the 、 at byte `at`, if it ends with the same head.
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
            (
                "依托徐州证券交易所、多式联运服务中心、徐州产权交易所",
                &["徐州证券交易所", "多式联运服务中心", "徐州产权交易所"],
            ),
            ("依托徐州证券交易所、服务中心、徐州产权交易所", &["徐州证券交易所", "徐州产权交易所"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
