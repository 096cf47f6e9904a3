//! Clauses that say of the one before, or of what it names, what it is, depends on or is for.

use super::lead::Lead;
use super::word::{Clause, Mark, Word};
use crate::lexicon::Turn;

/// Whether a clause ends with what is accounted for: 根本原因是, 结果有.
pub(super) fn accounts(clause: &[Word]) -> bool {
    let [.., thing, is] = clause else { return false };
    let thing = if matches!(thing.text, "就" | "主要") { clause.iter().rev().nth(2) } else { Some(thing) };
    matches!(is.text, "是" | "就是" | "在于" | "有")
        && thing.is_some_and(|thing| thing.record.is_none() && thing.deed.turns(Turn::Account))
}

/// Whether a clause says what it takes to do what the one before names: 振兴渔业,科技是关键; not 重点是…, 这是….
pub(super) fn weighs(clause: &Clause) -> bool {
    let is_thing = |word: &Word| word.is_nominal() && !word.deed.is_task && word.deed.act.is_none();
    let names = |word: &Word| word.mark == Mark::De || word.deed.act.is_none() && !word.is_adverb();
    match clause.words {
        // 扩大捕捞, 关键是…: it says what that depends on.
        [key, is, ..] if is_key(key) => {
            clause.follows_comma() && matches!(is.text, "是" | "在于" | "在" | "要")
        }
        [thing, is, rest @ ..] => {
            clause.follows_comma()
                && is.text == "是"
                && is_thing(thing)
                && rest.iter().all(names)
                && rest.last().is_some_and(Word::is_nominal)
        }
        _ => false,
    }
}

/// Whether a word names what a task depends on, before what it takes: 关键.
fn is_key(word: &Word) -> bool {
    word.record.is_none() && matches!(word.text, "关键" | "根本" | "前提" | "着眼点" | "出发点")
}

/// Whether a clause says what the one before is for: 以更好反映渔业状况; not 以改革带动渔业.
pub(super) fn serves_end(clause: &[Word], lead: &Lead) -> bool {
    if lead.verb == Some(0) && names_field(clause) {
        return true;
    }
    let Some(verb) = lead.verb.filter(|verb| *verb > 0) else { return false };
    if looks_to(&clause[..verb]) {
        return true;
    }
    clause[0].text == "以" && clause[1..verb].iter().all(|word| word.is_adverb() && word.deed.act.is_none())
}

/// Whether a clause names the field in which the next ones act: 构建渔港体系方面,; not 涉及…等方面, 贯通各方面.
fn names_field(clause: &[Word]) -> bool {
    let [.., before, last] = clause else { return false };
    last.text == "方面" && before.mark == Mark::Word && before.is_nominal() && before.record.is_none()
}

/// Whether the words before the verb say that something is only looked to: 要着眼提高渔民收入.
fn looks_to(before: &[Word]) -> bool {
    let looks = |word: &Word| matches!(word.text, "着眼" | "着眼于" | "立足" | "立足于");
    before.iter().rfind(|word| looks(word) || !word.is_adverb()).is_some_and(looks)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{pairs, plain};

    #[test]
    fn what_is_accounted_for_or_served_is_no_measure() {
        for (text, expected) in [
            ("渔业增产的原因是:修建了码头,改造了渔船;发展了养殖。", &[][..]),
            ("渔业增产的特点有:扩大了捕捞。", &[]),
            ("渔业增产的措施是:修建码头。", &["修建 | 码头"]),
            ("调整渔业指标,以更全面反映渔业状况。", &["调整 | 渔业指标"]),
            ("以渔业改革带动全县渔业。", &["带动 | 全县渔业"]),
            ("着眼提高渔民收入,发展渔业。", &["发展 | 渔业"]),
            ("立足渔港推进渔业改革。", &["推进 | 渔业改革"]),
            ("构建渔港体系方面,新建码头3座。", &["新建 | 码头3座"]),
            ("保护渔民权益力度继续加大。", &[]),
            ("保护渔民的难度加大。", &[]),
            ("继续加大保护渔民权益力度。", &["加大 | 保护渔民权益力度"]),
            ("敌人搞得渔民不高兴。", &[]),
            ("运用高新技术创新渔业方式。", &["运用 | 高新技术", "创新 | 渔业方式"]),
            ("加强渔业的全面领导有着更高要求。", &[]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_spoken_of_or_set_out_from_is_no_measure() {
        for (text, expected) in [
            ("就改造渔港、发展养殖等问题,制定渔业规划。", &["制定 | 渔业规划"][..]),
            ("要从改善渔民生活的要求出发,发展渔业。", &["发展 | 渔业"]),
            ("从渔民需要出发改造渔港。", &["改造 | 渔港"]),
            ("从渔业大省出发的渔船。", &[]),
            ("坚持一切从渔区实际出发,发展渔业。", &["发展 | 渔业"]),
            ("需要承担费用的渔船,应当安装新设备。", &["安装 | 新设备"]),
            ("需要改造渔港。", &["改造 | 渔港"]),
            ("发展动力在不断积聚。", &[]),
            ("投资于渔民和投资于渔港紧密结合。", &[]),
            ("将下大气力改造渔港。", &["改造 | 渔港"]),
            ("坚定信心、顽强奋斗,改造渔港。", &["改造 | 渔港"]),
            ("把渔民健康放在首要位置。", &["放在 | 渔民健康"]),
            ("把渔民安置切实作为重点。", &["作为 | 渔民安置"]),
            ("落实完善渔民安置政策。", &["落实完善 | 渔民安置政策"]),
            ("落实促进渔民转产政策。", &["落实 | 促进渔民转产政策"]),
            ("落实完善机制。", &["落实 | 完善机制"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn a_task_is_still_to_be_done() {
        let told = plain("改革以来,渔业的主要任务就是,保护海洋,修建码头。");
        assert_eq!(told, ["保护 | 海洋, will, planned", "修建 | 码头, will, planned"]);
    }
}
