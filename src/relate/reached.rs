//! Whether what is said of a project's stage means that the project has reached it.

use std::ops::Range;

use crate::lexicon::LedgerWords;
use crate::recognise::Scene;
use crate::record::Stage;
use crate::text::{is_whole, percent_at_end};

/// Marks that end a clause.
const STOPS: [char; 6] = [',', ';', '。', ':', '?', '!'];
/// A word that opens like a denial and is none.
const NO_DENIAL: &str = "未来";
/// Longest text between a denial and a stage, in characters: 没有|如期|建成.
const MAX_MANNER_CHARS: usize = 4;
/// Words that make the stage before them a time after which, or before which, something happens.
const THEN: [&str; 3] = ["后", "之后", "以后"];
const BEFORE: [&str; 3] = ["前", "之前", "以前"];
/// Words that open with 前 and tell no time: 建成|前列.
const OTHER_FRONTS: [&str; 3] = ["前列", "前茅", "前沿"];
/// Longest noun of a title, in characters: 关于…的|征求意见函.
const MAX_TITLE_CHARS: usize = 6;
/// Longest text between a stage and its share, in characters: 完工|近|95%.
const MAX_SHARE_LEAD_CHARS: usize = 2;

/// What becomes of a stage that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Reached,
    /// A share of the work is done, or its end is prepared: 完工95%, 竣工手续正在办理.
    Part,
    /// Only its time is told, which is still to come: 竣工时间不变.
    Ahead,
    /// Nothing is said of how far it is: 没有建成, 建成与否, 关于建成云河公园的建议.
    Open,
}

/// What the clause around a name says of its stage; `is_past` tells whether it names a time that is over
/// (2019年建成后).
pub(super) fn outcome(
    scene: &Scene,
    name: &Range<usize>,
    stage: Stage,
    is_past: impl Fn() -> bool,
) -> Outcome {
    let (before, after) = (&scene.text[..name.start], &scene.text[name.end..]);
    let opens = before.rsplit(STOPS).next().unwrap_or_default();
    // 云河水厂:|未开工: the mark after a heading ends no clause.
    let after = after.strip_prefix([':', '。']).unwrap_or(after);
    let closes = after.split(STOPS).next().unwrap_or_default();
    if is_supposed(opens, &scene.lexicon.ledger)
        || asks(scene, opens, closes, after)
        || entitles(opens, closes)
        || is_denied(scene, opens, closes)
    {
        return Outcome::Open;
    }
    let Some(said) = stage_said(scene, closes) else { return Outcome::Reached };
    let (told, rest) = closes.split_at(said.end);
    let is_end = matches!(stage, Stage::Completed | Stage::Operating);
    // 继|云河水厂|通水之后: a stage that something else follows has come.
    let is_over = || told.contains('已') || opens.starts_with('继') || is_past();
    let opens_with = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    let stages = &scene.lexicon.stages;
    if is_end
        && (is_share(rest) || stages.preparations.opens(rest) || stages.preparing.end(&told[..said.start]))
    {
        Outcome::Part
    } else if opens_with(&THEN) && !is_over() || opens_with(&BEFORE) && !opens_with(&OTHER_FRONTS) {
        Outcome::Open
    } else if is_timed(scene, rest) && !told.contains('已') {
        Outcome::Ahead
    } else {
        Outcome::Reached
    }
}

/// Whether what follows a stage tells of its time without a date (竣工|时间不变, 投产|遥遥无期) or puts it off
/// (竣工|时间由9月延至11月).
fn is_timed(scene: &Scene, rest: &str) -> bool {
    let timing = scene.lexicon.stages.timing.longest_at(rest, 0);
    timing.is_some_and(|(word, ())| {
        let told = &rest[word.end..];
        !told.contains(|c: char| c.is_ascii_digit()) || scene.lexicon.stages.may_halt(told)
    })
}

/// Whether the name stands in a supposition: 如果|云河水厂|建成.
fn is_supposed(opens: &str, words: &LedgerWords) -> bool {
    words.supposing.end(opens)
}

/// Whether a clause asks about the name in it: 什么时候建成|云河公园, 云河公园|建成了吗?
fn asks(scene: &Scene, opens: &str, closes: &str, after: &str) -> bool {
    let stop = after[closes.len()..].chars().next();
    stop == Some('?')
        || closes.ends_with('吗')
        || [opens, closes].iter().any(|text| scene.lexicon.stages.asking.stands_in(text))
}

/// Whether the name stands in the title of a paper about it: 关于建成|云河公园|的建议.
fn entitles(opens: &str, closes: &str) -> bool {
    let titles = |about: &str| about.rsplit_once('的').is_some_and(|(_, noun)| is_title(noun));
    opens.rsplit_once("关于").is_some_and(|(_, about)| !about.contains('的')) && titles(closes)
}

fn is_title(noun: &str) -> bool {
    let noun = noun.trim_end_matches(['”', '》']);
    (2..=MAX_TITLE_CHARS).contains(&noun.chars().count())
}

/// Whether the words for the stage are denied right before them: 没有如期|建成, 没有建成|云河水厂.
fn is_denied(scene: &Scene, opens: &str, closes: &str) -> bool {
    let denials = &scene.lexicon.stages.denials;
    let denies = |text: &str| {
        denials.find(text).last().is_some_and(|(word, ())| {
            text[word.end..].chars().count() <= MAX_MANNER_CHARS && !text[word.start..].starts_with(NO_DENIAL)
        })
    };
    let stages = &scene.lexicon.stages.marks;
    let is_denied = |clause: &str, takes_last: bool| {
        let mut told = stages.find(clause).filter(|(_, mark)| mark.stage.is_some());
        let told = if takes_last { told.last() } else { told.next() };
        told.is_some_and(|(range, mark)| {
            // A halt (停工) denies it by itself.
            scene.lexicon.stages.halts(mark, &clause[range.end..]) || denies(&clause[..range.start])
        })
    };
    let may_deny = |clause: &str| scene.lexicon.stages.may_halt(clause) || denials.stands_in(clause);
    may_deny(closes) && is_denied(closes, false) || may_deny(opens) && is_denied(opens, true)
}

/// The bytes of the last words in a clause that say a stage.
fn stage_said(scene: &Scene, clause: &str) -> Option<Range<usize>> {
    let marks = scene.lexicon.stages.marks.find(clause);
    marks.filter(|(_, mark)| mark.stage.is_some()).map(|(range, _)| range).last()
}

/// Whether a share that is not the whole follows the words for a stage: |95%, 率达90%.
fn is_share(rest: &str) -> bool {
    percent_at_end(rest).is_some_and(|(start, percent)| {
        let told = &rest[..start];
        !is_whole(percent) && (told.starts_with('率') || told.chars().count() <= MAX_SHARE_LEAD_CHARS)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn read(text: &str, name: &str, stage: Stage) -> Outcome {
        with_scene(text, |scene| {
            let start = text.find(name).unwrap();
            outcome(scene, &(start..start + name.len()), stage, || text.contains("2019年"))
        })
    }

    #[test]
    fn a_stage_that_is_denied_or_asked_about_is_not_reached() {
        for text in [
            "云河水厂没有如期建成",
            "云河水厂还没建成",
            "云河水厂未能按期开工",
            "没有建成云河水厂",
            "云河水厂停工",
            "云河水厂终止建设",
            "云河水厂取消建设",
            "云河水厂不能按期竣工",
            "云河水厂无法建成",
            "云河水厂停工,目前正协调复工",
            "云河水厂建成与否尚待观察",
            "云河水厂是否建成",
            "云河水厂建成了吗?",
            "什么时候建成云河水厂?",
            "云河水厂建成后,可供水5万吨",
            "云河水厂投产之后,产值提高",
            "云河水厂竣工前,由青川水厂供水",
            "关于建成云河水厂的建议",
            "如果云河水厂按期建成,将缓解用水困难",
            "关于加快推进云河水厂建设的通知",
        ] {
            assert_eq!(read(text, "云河水厂", Stage::Completed), Outcome::Open, "{text}");
        }
    }

    #[test]
    fn a_share_of_the_work_is_a_part() {
        for text in ["云河水厂完工率达90%", "云河水厂完工95%", "云河水厂建设完成90%以上"]
        {
            assert_eq!(read(text, "云河水厂", Stage::Completed), Outcome::Part, "{text}");
        }
    }

    #[test]
    fn an_end_that_is_prepared_has_not_come_and_one_whose_time_is_told_is_to_come() {
        for text in [
            "云河水厂竣工手续正在办理",
            "云河水厂竣工资料已报",
            "云河水厂通水倒计时100天",
            "云河水厂进入竣工倒计时",
            "云河水厂正在组织竣工验收",
            "云河水厂已具备通水条件",
        ] {
            assert_eq!(read(text, "云河水厂", Stage::Completed), Outcome::Part, "{text}");
        }
        for text in ["云河水厂投产时间不变", "云河水厂建成投产遥遥无期", "云河水厂竣工时间由9月底延至11月底"]
        {
            assert_eq!(read(text, "云河水厂", Stage::Completed), Outcome::Ahead, "{text}");
        }
    }

    #[test]
    fn what_is_told_otherwise_is_reached() {
        for text in [
            "云河水厂建成",
            "云河水厂建成通水,供水率达95%",
            "云河水厂完工率达100%",
            "云河水厂2019年建成后,供水稳定",
            "云河水厂已建成后",
            "继云河水厂建成之后",
            "云河水厂建成全省前列的水厂",
            "云河水厂竣工时间2018年5月",
            "云河水厂完成竣工验收",
            "云河水厂建成,结束了没有水厂的历史",
            "未来五年建成云河水厂",
            "关于水,云河水厂建成",
            "没有资金的云河水厂建成",
        ] {
            assert_eq!(read(text, "云河水厂", Stage::Completed), Outcome::Reached, "{text}");
        }
    }
}
