//! What came of something, and is nobody's deed: 改革的深化, 促进了增长; 取得成就.

use super::lead::{self, Lead};
use super::signs::Signs;
use super::subject::{self, Subject};
use super::word::{Clause, Mark, PerClause, Word};
use crate::lexicon::Measures;
use crate::record::{MeasureStatus, RecordKind};

/// For each clause, whether it says what something has brought about. After a thing that stands alone, or
/// that something has been said of, nobody does what has been done.
pub(super) fn brought(clauses: &[Clause], leads: &[Lead], measures: &Measures) -> PerClause<bool> {
    let mut brought = PerClause::from_elem(false, clauses.len());
    let (mut is_thing, mut points, mut foreseen) = (false, false, false);
    // 渔港的落成, 便利了渔民, 扩大了捕捞: so it is throughout the row after a name alone.
    let mut is_row = false;
    for at in 0..clauses.len() {
        let (clause, lead) = (&clauses[at], &leads[at]);
        let goes_on = at > 0 && clause.follows_comma() && lead.subject.is_none();
        let verb = lead.verb.filter(|_| goes_on);
        let is_alone = || is_thing_alone(clauses[at - 1].words, &leads[at - 1], measures);
        // 改革的完成,将提高产量,扩大运输: so it is with what the thing will bring about.
        let goes_on_so = foreseen && !lead::asks(clause.words);
        foreseen = goes_on && (goes_on_so || foresees(clause.words) && is_alone());
        brought[at] = verb.is_some_and(|verb| {
            let act = clause.words[verb].deed.act.unwrap_or_default();
            let has_come = is_done(clause.words, verb) && !lead.signs.planned;
            foreseen || has_come && (is_alone() || is_thing && (act.is_bringing || points || is_row))
        });
        // 这些活动促进了增长, 弘扬了传统: so it is with all that these have done.
        points = match lead.subject {
            Some(Subject::Other) => clause.words.first().is_some_and(|first| first.text.starts_with("这")),
            Some(_) => false,
            None => points && goes_on,
        };
        let opens_alone = lead.subject.is_none() && !goes_on && is_thing_alone(clause.words, lead, measures);
        is_row = if goes_on { is_row && lead.subject.is_none() } else { opens_alone };
        is_thing = match lead.subject {
            Some(Subject::Other) => lead.verb.is_none() || points,
            Some(_) => false,
            None if goes_on => is_thing && lead.verb.is_none() || brought[at],
            None => opens_alone,
        };
    }
    brought
}

/// Whether a clause opens with what will come: 将, 就会.
fn foresees(words: &[Word]) -> bool {
    let first = words.iter().find(|word| word.text != "就");
    first.is_some_and(|first| {
        first.record.is_none() && matches!(first.text, "将" | "就将" | "必将" | "就会" | "将会")
    })
}

/// Whether 了 stands after the verb: 促进了.
fn is_done(words: &[Word], verb: usize) -> bool {
    words[verb + 1..].iter().take(2).any(|word| word.text == "了" && word.deed.status.is_some())
}

/// Whether a clause only names something that does not act: 改革的深化, 所有这些.
fn is_thing_alone(words: &[Word], lead: &Lead, measures: &Measures) -> bool {
    let Some((first, last)) = words.first().zip(words.last()) else { return false };
    if lead.verb.is_some() || lead.signs != Signs::default() {
        return false;
    }
    // 渔港条件的|明显改善: a verb after 的 is what has happened.
    let of = words.iter().rposition(|word| word.mark == Mark::De);
    let thing = of.map_or(words, |of| &words[..of]);
    let points = words.iter().take(2).any(|word| word.text.starts_with("这"));
    let is_named = of.is_some_and(|of| of + 1 < words.len()) || points;
    let is_event = of.is_some() && last.tag == "v";
    let is_noun = last.is_nominal() || last.tag == "r" || last.deed.act.is_some() || is_event;
    let is_free = first.deed.preposition.is_none() && !words.iter().any(|word| word.is(RecordKind::Times));
    is_named && is_noun && is_free && subject::is_thing(thing, words, measures)
}

/// Whether a clause says how much of a plan has been reached: 完成年度任务的72.5%, 超额完成任务.
pub(super) fn is_outturn(words: &[Word], measures: &Measures) -> bool {
    let Some(at) = words.iter().position(|word| word.text.ends_with("完成") && word.record.is_none())
    else {
        return false;
    };
    let is_plan = |word: &Word| word.record.is_none() && measures.plan(word.text).is_some();
    // 确保超额完成任务.
    if words[..at].iter().any(|word| word.deed.force.is_some()) {
        return false;
    }
    let is_over = words[at].text.starts_with("超额") || at > 0 && words[at - 1].text == "超额";
    let rest = &words[at + 1..];
    match rest {
        [.., plan] if is_plan(plan) => is_over,
        [.., plan, of, share] => is_plan(plan) && of.mark == Mark::De && is_share(share),
        _ => false,
    }
}

/// Whether a word is a share: 72.5%.
fn is_share(word: &Word) -> bool {
    word.is(RecordKind::Figures) && word.text.ends_with('%')
}

/// Whether the verb and the noun only say how something came out: 取得显著成效, 发挥了作用; not where it is counted.
pub(super) fn is_outcome(object: &[Word], verb: &Word, status: MeasureStatus, measures: &Measures) -> bool {
    let is_told = status == MeasureStatus::Done && verb.deed.act.is_some_and(|act| act.is_yielding);
    // 展示了渔民的气概 is praise.
    let praises = status == MeasureStatus::Done && verb.deed.act.is_some_and(|act| act.is_showing);
    // 提出了完整的学说: this is taught.
    let teaches = status == MeasureStatus::Done
        && verb.deed.is_saying
        && object.last().is_some_and(|last| {
            ["构想", "学说", "理论", "论断", "思想"].iter().any(|doctrine| last.text.ends_with(doctrine))
        });
    // 模范作用: the head of a longer word says so.
    let is_head = |text: &str| {
        let head = text.char_indices().rev().nth(1).map_or(text, |(at, _)| &text[at..]);
        measures.words.get(head).is_some_and(|deed| deed.is_outcome)
    };
    let ends = || object.last().is_some_and(|last| last.record.is_none() && is_head(last.text));
    praises || teaches || is_told && ends() && !object.iter().any(|word| word.is(RecordKind::Figures))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{pairs, plain};

    #[test]
    fn what_a_thing_has_brought_about_is_no_deed() {
        for text in [
            "渔港条件的改善,促进了远洋捕捞。",
            "所有这些,极大地激发了渔民的热情,增强了村民的信心。",
            "码头改造不断加快,带动了镇区消费。",
            "这些渔港的建成,将明显提高渔业产量,扩大远洋捕捞。",
            "这些渔港的建成,就将明显提高渔业产量。",
        ] {
            assert!(pairs(text).is_empty(), "{text}");
        }
        assert!(pairs("渔港条件的改善,促进了远洋捕捞,开辟了新航线。").is_empty());
        assert_eq!(pairs("一年来,新建了两座码头,促进了远洋捕捞。").len(), 2);
        assert_eq!(pairs("过去的一年,县政府改善了渔港条件。").len(), 1);
        assert_eq!(pairs("明年,将改造渔港,扩大远洋捕捞。").len(), 2);
    }

    #[test]
    fn nor_is_what_somebody_has_gained() {
        for text in [
            "渔业改革取得了显著成效。",
            "在防汛中发挥了重要作用。",
            "充分展示了渔民的气概。",
            "积累了宝贵经验。",
        ] {
            assert!(pairs(text).is_empty(), "{text}");
        }
        assert_eq!(pairs("充分发挥渔业合作社作用。"), ["发挥 | 渔业合作社作用"]);
        assert_eq!(pairs("力争取得更大的渔业成果。"), ["取得 | 更大的渔业成果"]);
        assert_eq!(pairs("已取得科技成果12项。"), ["取得 | 科技成果12项"]);
    }

    #[test]
    fn how_much_of_a_plan_is_reached_says_that_it_is_done() {
        let done = |text: &str| plain(text).first().is_some_and(|first| first.ends_with("done"));
        for text in [
            "开展渔民培训300人次,完成年度任务的72.5%。",
            "打通航道3条,超额完成全年任务。",
            "完成年度任务的72.5%。",
        ] {
            assert!(done(text), "{text}: {:?}", plain(text));
        }
        for text in [
            "开展渔民培训300人次,力争完成年度任务的80%。",
            "打通航道3条,确保超额完成全年任务。",
            "要打通航道3条,完成年度任务的80%。",
            "打通航道3条,完成养殖任务。",
        ] {
            assert!(!done(text), "{text}: {:?}", plain(text));
        }
    }
}
