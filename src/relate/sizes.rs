//! Which figures say how large a project is, or what it costs.

use std::ops::Range;

use super::project::after_name;
use crate::recognise::Scene;

/// Farthest that a figure stands after the name that it describes, in bytes.
const MAX_NEAR_BYTES: usize = 72;

/// Longest text on a name before the clause that measures it, in bytes.
const MAX_TOLD_BYTES: usize = 36;
/// Words that may stand before what is measured.
const PLANS: [&str; 5] = ["计划", "预计", "规划", "项目", "工程"];

/// How far before a figure its attribute may start, with the words between, in characters: 总投资超过.
const MAX_ATTRIBUTE_CHARS: usize = 8;

/// Indices of the figures inside the name, and of those that an attribute ties to it in its clause: after it
/// (总投资3亿元), or before it (总投资3亿元的…).
pub(super) fn said_of(
    scene: &Scene,
    name: &Range<usize>,
    figures: &[(usize, Range<usize>)],
    names: &[usize],
) -> Vec<usize> {
    let next = figures.partition_point(|(_, figure)| figure.start < name.start);
    let belongs = |figure: &Range<usize>| {
        if figure.start < name.end {
            return figure.end <= name.end;
        }
        let between = &scene.text[name.end..figure.start];
        // 龙泉水库:|总投资12亿元: a heading parts nothing.
        let between = if between.contains([':', '。']) { after_name(between) } else { between };
        // 龙泉水库总投资12亿元,|占地90亩: clauses that measure follow each other.
        let (earlier, last) =
            between.rsplit_once(',').map_or(("", between), |(earlier, last)| (earlier, last));
        let stages = &scene.lexicon.stages;
        let is_measured = |clause: &str| stages.measured_at(clause).is_some();
        let is_nearest = || !names.iter().any(|other| (name.end..figure.start).contains(other));
        let follows = stages.measures_project(last)
            && (earlier.is_empty() || earlier.split(',').all(is_measured) && is_nearest())
            && !between.contains(['、', ';', '。', ':']);
        let is_told = follows || is_nearest() && describes(scene, name, between, figure.end);
        is_told && !is_changed(scene, between, figure.end)
    };
    let before = figures[..next].last().filter(|(_, figure)| measures_before(scene, figure, name));
    let after = figures[next..].iter().take_while(|(_, figure)| figure.start < name.end + MAX_NEAR_BYTES);
    before.into_iter().chain(after.filter(|(_, figure)| belongs(figure))).map(|(index, _)| *index).collect()
}

/// Whether the text on a name is followed by clauses that each open with what is measured, the last before
/// the figure that ends at byte `end`: 推进云河水库|建设,总投资18亿元、库容2亿立方米. Not after a list of names.
fn describes(scene: &Scene, name: &Range<usize>, between: &str, end: usize) -> bool {
    let stages = &scene.lexicon.stages;
    let mut clauses = between.split([',', '、']);
    let told = clauses.next().unwrap_or_default();
    let is_listed =
        scene.text[..name.start].ends_with(['、', '和', '及', '与']) || told.contains(['等', '和', '及']);
    let opens = |clause: &str| {
        let at = stages.attribute_before(clause);
        at.is_some_and(|at| {
            PLANS.iter().fold(&clause[..at], |rest, plan| rest.trim_end_matches(plan)).is_empty()
        })
    };
    let Some(last) = clauses.next_back() else { return false };
    !is_listed
        && told.len() <= MAX_TOLD_BYTES
        && !between.contains([';', '。', ':'])
        && opens(last)
        && clauses.all(|clause| stages.measured_at(clause).is_some())
        && !scene.text[end..].trim_start_matches("以上").starts_with('的')
}

/// Whether the size that ends at byte `end` is the one before a change: 总投资由|2亿元|增加到3亿元.
fn is_changed(scene: &Scene, between: &str, end: usize) -> bool {
    between.ends_with(['由', '从']) && scene.lexicon.ledger.changing.longest_at(scene.text, end).is_some()
}

/// Whether a figure before a name is an attribute of it: 总投资3亿元|的…, 投资3亿元|建设….
fn measures_before(scene: &Scene, figure: &Range<usize>, name: &Range<usize>) -> bool {
    let Some(between) = scene.text.get(figure.end..name.start) else { return false };
    // 年产各30万吨的|甲和|乙工程: each member of the list is so large.
    let (before, each) = match scene.text[..figure.start].strip_suffix(['各', '均']) {
        Some(before) => (before, list_of(scene, between)),
        None => (&scene.text[..figure.start], between),
    };
    let tie = each.trim_start_matches("以上").trim_start_matches("左右");
    let clause = before.rsplit([',', ';', '。', ':', '、']).next().unwrap_or_default();
    let attribute =
        clause.char_indices().rev().take(MAX_ATTRIBUTE_CHARS).last().map_or("", |(at, _)| &clause[at..]);
    matches!(tie, "的" | "建设" | "建设的" | "新建" | "打造")
        && (scene.lexicon.stages.measures_project(attribute)
            || attribute.ends_with("年产")
            || tie == "的" && shares_attribute(scene, before, figure))
}

/// Whether a figure opens an item of a list whose first item says what is measured of each:
/// 总投资50亿元的甲、|12亿元|的乙.
fn shares_attribute(scene: &Scene, before: &str, figure: &Range<usize>) -> bool {
    let Some(list) = before.strip_suffix(['、', '和', '及']) else { return false };
    let list = list.rsplit([',', ';', '。', ':']).next().unwrap_or_default();
    let mut items = list.split('、');
    let first = items.next().unwrap_or_default();
    let is_sum =
        |text: &str| text.split_once('的').is_some_and(|(sum, name)| sum.ends_with('元') && !name.is_empty());
    scene.slice(figure).ends_with('元')
        && scene.lexicon.stages.measured_at(first).is_some()
        && is_sum(first)
        && items.all(is_sum)
}

/// Only the 的 of `between`, if all the rest are names in a list that share the head of a later one
/// (的|甲、乙和|丙工程); else all of it.
fn list_of<'t>(scene: &Scene, between: &'t str) -> &'t str {
    const JOINTS: [char; 4] = ['、', '和', '及', '与'];
    let is_name = |name: &str| {
        let is_clear = !name.is_empty() && !name.contains([',', ';', '。', ':', '的', '等']);
        is_clear && scene.lexicon.projects.head(name).is_none()
    };
    let names = between.strip_prefix('的').and_then(|rest| rest.strip_suffix(JOINTS));
    let is_list = names.is_some_and(|names| names.split(JOINTS).all(is_name));
    if is_list { &between[..'的'.len_utf8()] } else { between }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    #[test]
    fn clauses_after_measure_the_name_before_them() {
        for (text, tied) in [
            ("推进云河药业园建设,总投资5亿元", true),
            ("云河药业园开工建设,计划投资5亿元", true),
            ("推进云河药业园建设,带动投资5亿元", false),
            ("推进青川机场、云河药业园建设,总投资5亿元", false),
            ("推进云河药业园建设,总投资5亿元的青川机场开工", false),
        ] {
            with_scene(text, |scene| {
                let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
                let tie = said_of(scene, &at("云河药业园"), &[(1, at("5亿元"))], &[]);
                assert_eq!(!tie.is_empty(), tied, "{text}");
            });
        }
    }

    #[test]
    fn each_of_a_list_has_its_sum_and_what_changed_has_the_new_one() {
        let text = "总投资9亿元的云河药业园、5亿元的青川水厂和3亿元的柳林水厂开工";
        with_scene(text, |scene| {
            let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
            let figures = [(1, at("9亿元")), (2, at("5亿元")), (3, at("3亿元"))];
            let names = ["云河药业园", "青川水厂", "柳林水厂"];
            let starts: Vec<usize> = names.iter().map(|name| at(name).start).collect();
            let tied = names.map(|name| said_of(scene, &at(name), &figures, &starts));
            assert_eq!(tied, [vec![1], vec![2], vec![3]]);
        });
        let text = "云河药业园总投资由2亿元增加到3亿元,青川水厂总投资5亿元";
        with_scene(text, |scene| {
            let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
            let figures = [(1, at("2亿元")), (2, at("3亿元")), (3, at("5亿元"))];
            let starts = ["云河药业园", "青川水厂"].map(|name| at(name).start);
            assert_eq!(said_of(scene, &at("云河药业园"), &figures, &starts), [2]);
            assert_eq!(said_of(scene, &at("青川水厂"), &figures, &starts), [3]);
        });
    }

    #[test]
    fn what_each_has_is_said_of_the_members_that_share_a_head() {
        let text = "年产各30万吨的云河和柳林乙烯工程、青川大桥投产";
        with_scene(text, |scene| {
            let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
            let tied = |name: &str| !said_of(scene, &at(name), &[(1, at("30万吨"))], &[]).is_empty();
            assert!(tied("云河") && tied("柳林乙烯工程") && !tied("青川大桥"));
        });
        let text = "云溯乙烯项目投产,总产能达190万吨";
        with_scene(text, |scene| {
            let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
            assert_eq!(said_of(scene, &at("云溯乙烯"), &[(1, at("190万吨"))], &[]), [1]);
        });
    }
}
