//! Recognises countries by their signs side by side, before a relation between countries: 中俄|关系, 英法|两国.

use std::ops::Range;

use super::event;
use crate::lexicon::{NameCue, Trigger, is_han};
use crate::recognise::{Candidate, Detail, Evidence, Scene};

/// The sign of China.
const REALM: char = '中';
/// How many signs stand side by side.
const SIGNS: Range<usize> = 2..4;
/// Most pairs in a list.
const MAX_PAIRS: usize = 8;
/// Makes a citizen of a country's sign: 法|籍.
const CITIZEN: char = '籍';

/// Proposes each sign as a place of its own, as in a list with marks (中、俄两国). Inside a name, or before
/// anything else, signs are no places: 中老|铁路, 中欧|班列, 日|军国主义.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let mut from = 0;
    let wakes = scene.wake(Trigger::Realm).map(|realm| realm.start);
    let powers = scene.wake(Trigger::Power).map(|power| power.start);
    let mut starts: Vec<usize> = wakes.chain(powers).collect();
    starts.sort_unstable();
    for start in starts {
        if start < from {
            continue;
        }
        if let Some(sign) = citizen_of(scene, start) {
            from = sign.end;
            candidates.push(place(sign));
            continue;
        }
        let mut next = Some(start);
        // The relation after the last pair also holds for those before it: 中美、|中日|关系.
        let mut listed = Vec::new();
        while let Some(run) = next.and_then(|start| run_at(scene, start)).filter(|_| listed.len() < MAX_PAIRS)
        {
            let rest = &scene.text[run.end..];
            next = rest.strip_prefix(['、', '和']).map(|rest| scene.text.len() - rest.len());
            from = run.end;
            listed.push(run);
        }
        let Some(last) = listed.last().filter(|last| is_related(scene, last)) else { continue };
        if !event::is_inside(scene, last) {
            let signs = listed.iter().flat_map(|run| {
                scene
                    .slice(run)
                    .char_indices()
                    .map(move |(at, c)| run.start + at..run.start + at + c.len_utf8())
            });
            candidates.extend(signs.map(place));
        }
    }
}

fn place(range: Range<usize>) -> Candidate {
    Candidate::new(range, "place.sign", Evidence::Context, Detail::Place { code: None })
}

/// The sign before the word for a citizen: 法|籍.
fn citizen_of(scene: &Scene, start: usize) -> Option<Range<usize>> {
    let mut characters = scene.text[start..].chars();
    let sign = characters.next().filter(|c| scene.lexicon.name_cues.has(*c, NameCue::ListedSign))?;
    let is_citizen = characters.next() == Some(CITIZEN) && characters.next().is_some_and(is_han);
    let opens = scene.tokens.at(start).is_some_and(|token| token.range.start == start);
    (is_citizen && opens).then(|| start..start + sign.len_utf8())
}

/// The signs that start here, all different, if they open and close words and are no word together.
fn run_at(scene: &Scene, start: usize) -> Option<Range<usize>> {
    let is_sign = |c: char| {
        c == REALM
            || scene.lexicon.places.partners.contains(c.encode_utf8(&mut [0; 4]) as &str)
            || scene.lexicon.name_cues.has(c, NameCue::ListedSign)
    };
    let mut signs: Vec<char> = Vec::new();
    for c in scene.text[start..].chars().take(SIGNS.end - 1) {
        if !is_sign(c) || signs.contains(&c) {
            break;
        }
        signs.push(c);
    }
    let mut end = start + signs.iter().map(|c| c.len_utf8()).sum::<usize>();
    // A sign that opens another word does not count: 中日|朝鲜.
    while signs.len() >= SIGNS.start {
        let run = start..end;
        if is_cut_out(scene, &run)
            || relation_at(scene, end).is_some_and(|end| is_cut_out(scene, &(start..end)))
        {
            return Some(run);
        }
        end -= signs.pop().map_or(0, char::len_utf8);
    }
    None
}

/// Whether a stretch starts and ends with tokens, and does not start with a verb (中意).
fn is_cut_out(scene: &Scene, run: &Range<usize>) -> bool {
    let opens = scene.tokens.at(run.start).filter(|token| token.range.start == run.start);
    opens.is_some_and(|token| !token.tag.starts_with('v'))
        && scene.tokens.at(run.end - 1).is_some_and(|token| token.range.end == run.end)
}

/// The byte past the noun for a relation between countries that starts here.
fn relation_at(scene: &Scene, start: usize) -> Option<usize> {
    scene.lexicon.places.relations.longest_at(scene.text, start).map(|(relation, ())| relation.end)
}

/// Whether a relation between countries follows and is not part of a name (合作|协定).
fn is_related(scene: &Scene, run: &Range<usize>) -> bool {
    let Some(end) = relation_at(scene, run.end) else { return false };
    // The name goes on in the same word or the next: 贸易协定, 贸易|协定.
    let over = scene.tokens.at(run.end).filter(|token| token.range.end > end);
    let after = scene.tokens.at(end).filter(|token| token.range.start == end);
    ![over, after]
        .into_iter()
        .flatten()
        .any(|token| scene.lexicon.places.joint.end(scene.slice(&token.range)))
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn countries_stand_by_their_signs_before_what_they_have_with_each_other() {
        assert_eq!(standing(recognise, "中俄关系回暖,英法两国人民"), ["中", "俄", "英", "法"]);
        assert_eq!(standing(recognise, "加强中哈、中老合作"), ["中", "哈", "中", "老"]);
        assert_eq!(standing(recognise, "美日韩三国外长"), ["美", "日", "韩"]);
        assert_eq!(standing(recognise, "发表中葡联合声明,一位法籍画家"), ["中", "葡", "法"]);
        for text in [
            "反抗英帝国主义,打倒日军国主义",
            "开行中欧班列,中老铁路通车",
            "举办中德合作论坛",
            "其中日常工作",
            "集中美化环境",
            "中欧就自由贸易达成一致",
            "签订中美贸易协定",
            "多法并举两国皆赢",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
