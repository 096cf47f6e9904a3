//! What the acts of a sentence come to, told at its end: 加强船员培训, 提高渔民素质.

use super::lead::Lead;
use super::word::{Clause, Mark, PerClause, Word};
use crate::recognise::Scene;
use crate::record::RecordKind;

/// For each clause whether it is of the tail of a row that only says how good something becomes: a verb that raises or
/// lowers, and what it raises is had by other things. Where the whole row says so, it is what the sentence promises.
pub(super) fn tails(scene: &Scene, clauses: &[Clause], leads: &[Lead]) -> PerClause<bool> {
    let mut tails = PerClause::from_elem(false, clauses.len());
    let mut is_last = true;
    for at in (0..clauses.len()).rev() {
        let is_tail = is_last && is_effect(scene, clauses[at].words, &leads[at]);
        tails[at] = is_tail;
        is_last = is_tail || !clauses[at].follows_comma();
    }
    tails
}

/// 不断提高渔业效益: not where it has a force, an actor, an amount or a time of its own, or is listed with other deeds.
fn is_effect(scene: &Scene, words: &[Word], lead: &Lead) -> bool {
    let Some(verb) = lead.verb else { return false };
    let raises = words[verb].deed.act.is_some_and(|act| act.is_raising);
    let is_bare = |word: &Word| {
        word.is_adverb() && word.deed.force.is_none() || word.mark == Mark::And || word.deed.is_opener
    };
    raises
        && lead.subject.is_none()
        && lead.signs.force.is_none()
        && words[..verb].iter().all(is_bare)
        && words[verb + 1..].iter().all(|word| !word.is(RecordKind::Figures) && !word.is(RecordKind::Times))
        && !lists(&words[verb + 1..])
        && words[verb + 1..].last().is_some_and(|last| {
            scene.lexicon.measures.is_trait(scene.slice(&(words[verb].range.end..last.range.end)))
        })
}

/// 提高效益、修建码头: not 提高应对风险、保障供应的能力.
fn lists(object: &[Word]) -> bool {
    let opens = |pair: &[Word]| pair[0].mark == Mark::Comma && pair[1].is_plain_verb();
    let of = object.iter().rposition(|word| word.mark == Mark::De).unwrap_or(0);
    object[of..].windows(2).any(opens)
}

#[cfg(test)]
mod tests {
    use super::super::tests::pairs;

    #[test]
    fn what_the_acts_come_to_is_no_act() {
        for (text, expected) in [
            ("加强船员培训,提高渔民素质。", &["加强 | 船员培训"][..]),
            ("加强船员培训,不断提高船员业务水平,增强渔船抗风能力。", &["加强 | 船员培训"]),
            ("出台供油目录,减轻渔民用油负担;修建码头。", &["出台 | 供油目录", "修建 | 码头"]),
            ("要实行承包,从而调动渔民积极性。", &["实行 | 承包"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn but_it_is_one_where_it_speaks_for_itself() {
        for text in [
            "加强船员培训,努力提高渔民素质。",
            "加强船员培训,还要提高渔民素质。",
            "加强船员培训,今年提高渔民素质。",
            "加强船员培训,提高渔民补助标准。",
            "加强船员培训,提高渔民素质,修建码头。",
            "提高渔民素质,增强渔船抗风能力。",
        ] {
            assert!(pairs(text).len() > 1, "{text}");
        }
        assert_eq!(pairs("提高渔业效益。").len(), 1);
    }
}
