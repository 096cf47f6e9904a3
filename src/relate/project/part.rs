//! Whether what is said to be done is only a part of a work, and not its end.

use std::ops::Range;

use crate::recognise::Scene;
use crate::record::Stage;
use crate::text::{is_whole, percent_at_end};

/// Nouns that a name goes on with.
const NOUNS: [&str; 4] = ["建设项目", "建设工程", "项目", "工程"];
/// Words that may stand between the verb and the amount of what is done: 竣工|约|3栋.
const BOUNDS: [char; 5] = ['了', '约', '近', '超', '逾'];

/// Whether the clause that tells of a name says that a share, an amount or one of its works is done:
/// 云河铁路|完成总工程量的70%, 云河大桥|完成桥面铺装, 云河小区|封顶8栋.
pub(super) fn completes_part(scene: &Scene, name: &Range<usize>) -> bool {
    let rest = after_name(&scene.text[name.end..]);
    let told = rest.split([';', '。', '、', ':']).next().unwrap_or_default();
    // 云河公路|全长5公里,目前|已完成工程量的85%: clauses that measure the work may come first.
    let measures = |clause: &&str| clause.is_empty() || scene.lexicon.stages.measured_at(clause) == Some(0);
    let clause = told.split(',').find(|clause| !measures(clause)).unwrap_or_default();
    match percent_at_end(clause).filter(|(start, _)| clause[..*start].contains("完成")) {
        Some((_, percent)) => !is_whole(percent),
        None => ends_part(scene, clause, scene.slice(name)),
    }
}

/// The text after a name, without the noun that goes on with it or the mark that closes it as a heading.
pub(in crate::relate) fn after_name(rest: &str) -> &str {
    let rest = NOUNS.iter().find_map(|noun| rest.strip_prefix(noun)).unwrap_or(rest);
    rest.strip_prefix([':', '。']).unwrap_or(rest)
}

/// Whether the last word for an end in a clause ends only a part.
fn ends_part(scene: &Scene, clause: &str, name: &str) -> bool {
    let marks = scene.lexicon.stages.marks.find(clause);
    let ends = marks.filter(|(_, mark)| mark.stage.is_some_and(|stage| stage >= Stage::Completed));
    let Some((word, _)) = ends.last() else { return false };
    let object = &clause[word.end..];
    if !clause[..word.end].ends_with("完成") {
        return counts_parts(scene, object);
    }
    let object = object.trim_start_matches('了').split(['(', ')', '“', '”']).next().unwrap_or_default();
    // 云河水库除险加固工程|完成除险加固: the work's own name means all of it.
    let is_all = scene.lexicon.stages.wholes.contains(object)
        || scene.lexicon.ledger.deeds.longest(object).is_some_and(|(at, ())| at == 0)
        || name.contains(object);
    // 完成|后 tells what comes then.
    let is_then = object.starts_with(['后', '前', '之', '以']);
    !object.is_empty() && !is_all && !is_then
}

/// Whether an amount follows, of something that a work has several of: |8栋, 约860套.
fn counts_parts(scene: &Scene, object: &str) -> bool {
    let amount = object.trim_start_matches(BOUNDS);
    let measure = amount.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '余' | '多'));
    measure.len() < amount.len() && scene.lexicon.stages.parts.longest_at(measure, 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn is_part(text: &str) -> bool {
        let name = "云河改造工程";
        with_scene(text, |scene| completes_part(scene, &(0..name.len())))
    }

    #[test]
    fn a_share_an_amount_and_one_of_its_works_are_parts_of_a_work() {
        for told in [
            "完成70%",
            "完成总工程量的70%",
            "总投资3亿元,1-8月完成0.9亿元",
            "已完成2亿元",
            "完成产值1亿元",
            "完成主体",
            "完成地上八层",
            "完成土方120万方、混凝土8万方",
            "完成桥面铺装,预计8月通车",
            "完成三分之二",
            "完成过半",
            "封顶860套",
            "竣工约3栋,在建5栋",
            "投产2台机组",
            ":完成桥面铺装",
        ] {
            assert!(is_part(&format!("云河改造工程{told}")), "{told}");
        }
    }

    #[test]
    fn what_is_all_of_it_is_no_part() {
        for told in [
            "已完成",
            "全面完成",
            "完成100%",
            "完成建设任务",
            "完成改造",
            "完成了云河改造",
            "完成建设并投入使用",
            "建成通车,完成投资3亿元",
            "封顶",
            "改建完成后,可供水5万吨",
            "通车20年",
            "投产,完成税收3亿元",
            "全部交付",
        ] {
            assert!(!is_part(&format!("云河改造工程{told}")), "{told}");
        }
    }
}
