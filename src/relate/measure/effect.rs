//! The effects of a sentence's acts, told after them: 加强船员培训, 提高渔民素质.

use super::lead::{self, Lead};
use super::phrase::Phrase;
use super::word::{Mark, Word};
use crate::recognise::Scene;
use crate::record::{Force, RecordKind};

/// Verbs of setting money apart.
const ALLOTS: [&str; 4] = ["安排", "拨付", "下达", "投入"];

/// Whether a verb phrase after an act of the same sentence only says what the act is for: its verb is one of
/// effects, and it has no duty, actor, amount, time, project or document of its own. Where the whole sentence
/// says so, that is what it promises.
pub(super) fn is_effect(scene: &Scene, words: &[Word], lead: &Lead, phrase: &Phrase) -> bool {
    let act = phrase.act;
    // Most verbs cannot.
    let may_bring = act.is_resulting || act.is_furthering || act.is_raising;
    let Some(first) = phrase.verbs.first().filter(|_| may_bring) else { return false };
    let own = words.get(phrase.words.start..phrase.last).unwrap_or_default();
    let before = own.iter().position(|word| word.range.start == first.start).unwrap_or(own.len());
    let (before, object) = (&own[..before], &words[phrase.object.clone()]);
    let verbs = &words[phrase.words.start + before.len()..=phrase.last];
    let is_first = phrase.words.start == 0;
    brings(scene, verbs, object)
        && phrase.actor.is_none()
        && !(is_first && (lead.subject.is_some() || lead.object.is_some()))
        && opens(before)
        && !object.iter().any(is_own)
}

/// Whether a clause sets money apart: 安排5亿元.
pub(super) fn allots(words: &[Word]) -> bool {
    let is_sum = |word: &Word| word.is(RecordKind::Figures) && word.text.ends_with('元');
    let Some(sum) = words.iter().rposition(is_sum) else { return false };
    words[..sum].iter().any(|word| word.record.is_none() && ALLOTS.contains(&word.text))
}

/// Whether a phrase without an amount of its own says what the money set apart before it is for: 支持渔业改革.
pub(super) fn is_use(words: &[Word], phrase: &Phrase) -> bool {
    let is_done = |word: &Word| word.text == "了";
    phrase.words.start == 0
        && phrase.act.is_lending
        && !words.iter().any(|word| is_own(word) || is_done(word))
}

/// Whether the words before the verb name no duty and no time: 不断提高, 加快形成, 为渔民增添. 为 and 在 may open where or
/// for whom it is so.
fn opens(before: &[Word]) -> bool {
    let is_bare = |word: &Word| {
        let governs = word.deed.act.is_some_and(|act| act.is_modifier) && word.deed.force.is_none();
        let strives = word.deed.force == Some(Force::Strive) && word.deed.act.is_none();
        word.is_adverb() && word.deed.force.is_none()
            || governs
            || strives
            || word.mark == Mark::And
            || word.deed.is_opener
            || word.tag.starts_with('a') && word.deed.force != Some(Force::Must)
    };
    let rest = before.iter().find(|word| !is_bare(word));
    !before.iter().any(lead::is_duty)
        && rest.is_none_or(|first| matches!(first.text, "为" | "在"))
        && !before.iter().any(is_own)
}

/// Whether a word makes a promise of its own: 5%, 明年, 滨海渔港, 《渔港条例》.
fn is_own(word: &Word) -> bool {
    let kinds = [RecordKind::Figures, RecordKind::Times, RecordKind::Projects, RecordKind::Citations];
    kinds.iter().any(|kind| word.is(*kind))
}

/// Whether all the verbs tell effects, and the object of the last is nothing that is given or drawn up.
fn brings(scene: &Scene, verbs: &[Word], object: &[Word]) -> bool {
    let measures = &scene.lexicon.measures;
    let Some((verb, last)) = verbs.last().zip(object.iter().rfind(|word| word.mark == Mark::Word)) else {
        return false;
    };
    let is_other = |word: &Word| {
        word.deed.act.is_some_and(|act| !(act.is_resulting || act.is_furthering || act.is_raising))
    };
    if verbs.iter().any(is_other) {
        return false;
    }
    let taken = scene.slice(&(verb.range.end..last.range.end));
    let goes = || measures.is_state(taken) || is_saying(last);
    let act = verb.deed.act.unwrap_or_default();
    (act.is_resulting && !measures.is_granted(taken))
        || act.is_furthering && goes()
        || act.is_raising && measures.is_trait(taken)
}

/// Whether a word says how something becomes: 走深走实, 更加有力.
fn is_saying(last: &Word) -> bool {
    last.record.is_none()
        && last.deed.act.is_none()
        && last.tag.starts_with(['a', 'z', 'i', 'l'])
        && last.tag != "an"
}

#[cfg(test)]
mod tests {
    use super::super::tests::pairs;

    #[test]
    fn what_the_acts_come_to_is_no_act() {
        for (text, expected) in [
            ("加强船员培训,提高渔民素质。", &["加强 | 船员培训"][..]),
            ("加强船员培训,不断提高船员业务水平,增强渔船抗风能力。", &["加强 | 船员培训"]),
            ("加强船员培训,提高渔民素质,修建码头。", &["加强 | 船员培训", "修建 | 码头"]),
            ("加强船员培训,努力提高渔民素质。", &["加强 | 船员培训"]),
            ("出台供油目录,减轻渔民用油负担;修建码头。", &["出台 | 供油目录", "修建 | 码头"]),
            ("要实行承包,从而调动渔民积极性。", &["实行 | 承包"]),
            ("修建码头,逐步形成渔业新格局。", &["修建 | 码头"]),
            ("修建码头,加快形成渔业新格局。", &["修建 | 码头"]),
            ("修建码头,实现渔民安居乐业。", &["修建 | 码头"]),
            ("修建码头,为渔民解除后顾之忧。", &["修建 | 码头"]),
            ("修建码头,促进远洋捕捞健康发展,推动渔业转型升级。", &["修建 | 码头"]),
            ("修建码头,保障渔业生产顺利进行。", &["修建 | 码头"]),
            ("修建码头,防止渔港淤塞,夯实渔业发展基础。", &["修建 | 码头"]),
            ("修建码头,筑牢渔业安全防线。", &["修建 | 码头"]),
            ("修建码头,巩固渔业根基。", &["修建 | 码头"]),
            ("发展渔业文艺,丰富渔民文化生活。", &["发展 | 渔业文艺"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn what_money_is_for_that_is_set_apart_is_no_act() {
        for (text, is_told) in [
            ("县财政安排5亿元,支持渔业改革。", false),
            ("县财政安排5亿元,比上年增加1亿元,支持渔业改革。", false),
            ("县财政安排5亿元,支持新建渔港3座。", true),
            ("县财政改进管理,支持渔业改革。", true),
        ] {
            assert_eq!(pairs(text).iter().any(|pair| pair.contains("支持")), is_told, "{text}");
        }
    }

    #[test]
    fn but_it_is_one_where_it_speaks_for_itself() {
        for text in [
            "加强船员培训,还要提高渔民素质。",
            "加强船员培训,今年提高渔民素质。",
            "加强船员培训,提高渔民补助标准。",
            "县政府加强船员培训,必须提高渔民素质。",
            "加强船员培训,县政府提高渔民素质。",
            "提高渔民素质,增强渔船抗风能力。",
            "修建码头,实现捕捞产量5万吨。",
            "修建码头,促进渔村就业。",
            "修建码头,推动渔港建设。",
            "修建码头,推动渔港改造落地。",
            "修建码头,促进渔村文化。",
            "修建码头,保障渔船供油。",
            "修建码头,维护渔民合法权益。",
            "修建码头,形成渔具名录。",
            "修建码头,坚决防止渔港淤塞。",
            "修建码头,巩固整治成果。",
            "修建码头,丰富渔具品种。",
        ] {
            assert!(pairs(text).len() > 1, "{text}");
        }
        assert_eq!(pairs("提高渔业效益。").len(), 1);
        assert_eq!(pairs("促进渔业转型升级。").len(), 1);
    }
}
