//! Recognises members of a list by the firms and houses beside them: 华为、|航川科技|、比亚迪; 华为、比亚迪、|云账位置|等; |水生所|、华为.

use std::collections::BTreeSet;
use std::ops::Range;

use super::brand::is_field;
use super::listed::{first_member_start, is_coined, is_common};
use crate::lexicon::{Trigger, is_han};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// The length of such a name, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
/// Shortest clipped name of an institute, in characters.
const MIN_INSTITUTE_CHARS: usize = 3;
/// Most members that are read to one side.
const MAX_MEMBERS: usize = 6;
/// The last characters of clipped names of institutes.
const INSTITUTES: [char; 2] = ['院', '所'];
/// The mark between two members, and the word that closes the list.
const MARK: char = '、';
const ETC: char = '等';

/// Proposes names that no dictionary has and no head builds: one between two firms, or after two before 等,
/// and clipped names of institutes beside a firm, a house or one another.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    if !scene.text.contains(MARK) {
        return;
    }
    let known = Known::new(candidates);
    let mut found = Vec::new();
    for (body, kind) in &known.bodies {
        if *kind == BodyKind::Enterprise {
            let member = next(scene, body.end).filter(|member| is_firm(scene, &known, body, member));
            found.extend(member.map(|member| candidate(member, BodyKind::Enterprise)));
        }
        let after = |last: &Range<usize>| next(scene, last.end).filter(|name| is_institute(scene, name));
        let institutes = std::iter::successors(Some(body.clone()), after).take(MAX_MEMBERS).skip(1);
        found.extend(institutes.map(|member| candidate(member, BodyKind::Institution)));
        let institutes = institutes_before(scene, body.start);
        found.extend(institutes.map(|member| candidate(member, BodyKind::Institution)));
    }
    let closes = |etc: &Range<usize>| scene.text[..etc.start].ends_with(INSTITUTES);
    for etc in scene.wake(Trigger::List).filter(closes) {
        let last = member_before(scene, etc.start).filter(|last| is_institute(scene, last));
        let members: Vec<_> = last
            .into_iter()
            .flat_map(|last| std::iter::once(last.clone()).chain(institutes_before(scene, last.start)))
            .collect();
        if members.len() > 1 {
            found.extend(members.into_iter().map(|member| candidate(member, BodyKind::Institution)));
        }
    }
    candidates.extend(found);
}

fn candidate(range: Range<usize>, kind: BodyKind) -> Candidate {
    Candidate::new(range, "body.beside", Evidence::Form, Detail::Body(kind))
}

/// The firms and houses of a sentence, and the bytes where its firms start and end.
struct Known {
    bodies: Vec<(Range<usize>, BodyKind)>,
    starts: BTreeSet<usize>,
    ends: BTreeSet<usize>,
}

impl Known {
    fn new(candidates: &[Candidate]) -> Self {
        let bodies = candidates.iter().filter_map(|body| match body.detail {
            Detail::Body(kind @ (BodyKind::Enterprise | BodyKind::Institution)) => {
                Some((body.range.clone(), kind))
            }
            _ => None,
        });
        let bodies: Vec<_> = bodies.collect();
        let firms = || bodies.iter().filter(|(_, kind)| *kind == BodyKind::Enterprise);
        let starts = firms().map(|(firm, _)| firm.start).collect();
        let ends = firms().map(|(firm, _)| firm.end).collect();
        Known { bodies, starts, ends }
    }
}

/// Whether the member after a firm is one, too: another firm follows, or one precedes and 等 closes the list.
fn is_firm(scene: &Scene, known: &Known, firm: &Range<usize>, member: &Range<usize>) -> bool {
    let name = scene.slice(member);
    let is_kind = scene.lexicon.projects.is_generic(name) || scene.lexicon.projects.head(name).is_some();
    if is_kind || known.starts.contains(&member.start) {
        return false;
    }
    if scene.text[member.end..].starts_with(MARK) {
        return known.starts.contains(&(member.end + MARK.len_utf8()));
    }
    let before = scene.text[..firm.start].strip_suffix(MARK).map(str::len);
    before.is_some_and(|end| known.ends.contains(&end))
        && !is_field(&scene.text[member.end..])
        && (is_coined(scene, member) || !is_common(scene, member))
}

/// The member after byte `end` in a list, up to the next mark or 等.
fn next(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let rest = scene.text[end..].strip_prefix(MARK)?;
    let start = scene.text.len() - rest.len();
    let mut run = rest.char_indices().take(LENGTHS.end() + 1).enumerate();
    let (count, (length, stop)) = run.find(|(_, (_, c))| !is_han(*c) || *c == ETC)?;
    (LENGTHS.contains(&count) && matches!(stop, MARK | ETC)).then_some(start..start + length)
}

/// The institutes of a list before byte `start`, last first.
fn institutes_before<'s>(scene: &'s Scene, start: usize) -> impl Iterator<Item = Range<usize>> + use<'s> {
    let before = move |start: usize| {
        let end = scene.text[..start].strip_suffix(MARK)?.len();
        member_before(scene, end).filter(|name| is_institute(scene, name))
    };
    std::iter::successors(before(start), move |first| before(first.start)).take(MAX_MEMBERS)
}

/// The member of a list that ends at this byte; the first one starts after the verb before it.
fn member_before(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let run = scene.text[..end].char_indices().rev().take(2 * LENGTHS.end()).take_while(|(_, c)| is_han(*c));
    let start = run.last()?.0;
    let is_first = !scene.text[..start].ends_with(MARK);
    let start = if is_first { first_member_start(scene, start, end) } else { start };
    (start < end && LENGTHS.contains(&scene.text[start..end].chars().count())).then_some(start..end)
}

/// Whether these characters are the clipped name of an institute and no common noun for a house: 水生|所, 化工|院;
/// not 县|医院.
fn is_institute(scene: &Scene, member: &Range<usize>) -> bool {
    let name = scene.slice(member);
    let last = scene.tokens.at(member.end - 1).filter(|token| token.range.end == member.end);
    let is_clipped =
        last.is_some_and(|token| token.range.len() == INSTITUTES[0].len_utf8() || !scene.knows(token));
    name.ends_with(INSTITUTES)
        && name.chars().count() >= MIN_INSTITUTE_CHARS
        && is_clipped
        && !scene.lexicon.knows(name)
        && !scene.lexicon.projects.is_generic(name.trim_end_matches(INSTITUTES))
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn firms_and_institutes_vouch_for_what_stands_beside_them() {
        let cases: &[(&str, &[&str])] = &[
            ("拓展与华为、航川科技、比亚迪等供应链合作", &["华为", "航川科技", "比亚迪"]),
            ("华为、比亚迪、云账位置等增长较快", &["华为", "比亚迪", "云账位置"]),
            ("水生所、宁大前沿院、比亚迪入选首批平台", &["水生所", "宁大前沿院", "比亚迪"]),
            ("推动苏化院、水科所等向港区集聚", &["苏化院", "水科所"]),
            ("华为、比亚迪、汽车等需求旺盛", &["华为", "比亚迪"]),
            ("华为、比亚迪、新能源汽车等产业壮大", &["华为", "比亚迪"]),
            ("引进华为、市级医院、各类院所等", &["华为"]),
            ("改造乡镇卫生院、派出所等场所", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
