//! Recognises named undertakings: what is built, invested in or engineered.
//!
//! | file | question |
//! |---|---|
//! | [`piece`], [`aside`], [`measured`] | a sentence as names and the words between them |
//! | [`list`], [`tail`] | names that stand together, and the words that close their list |
//! | [`stage`], [`opened`] | the stage that they have reached, and what other clauses say of them |
//! | [`item`], [`stretch`], [`traits`], [`form`], [`trim`] | whether the form of a stretch names a project |
//! | [`propose`], [`rule`], [`beside`] | which names are projects, by form, list and stage |
//! | [`apparatus`], [`clips`], [`motto`] | names of special forms |

mod apparatus;
mod aside;
mod beside;
mod clips;
mod form;
pub(crate) mod halted;
mod item;
pub(crate) mod list;
pub(crate) mod measured;
mod motto;
mod opened;
pub(crate) mod piece;
mod propose;
mod rule;
pub(crate) mod stage;
mod stretch;
mod tail;
mod traits;
mod trim;

use self::piece::Piece;
use super::{Candidate, Detail, Evidence, Project, Scene};
use crate::lexicon::{Mark, PlaceClass, Trigger};
use crate::text::is_chinese_digit;

/// The rule that finds the undertakings of the dictionary.
pub(crate) const KNOWN: &str = "project.known";

/// Proposes undertakings known by name, and names whose form and surroundings speak for a project.
pub(crate) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for (mut range, ()) in scene.find(&scene.lexicon.projects.standing) {
        if names_staff(scene, range.end) {
            continue;
        }
        range.end += phase(&scene.text[range.end..]);
        range.end += channel(scene.slice(&range), &scene.text[range.end..]);
        range.end = aside::section_after(scene, range.end);
        range.start = river_before(scene, range.start);
        let detail = Detail::Project(Project::default());
        candidates.push(Candidate::new(range, KNOWN, Evidence::Certain, detail));
    }
    apparatus::recognise(scene, candidates);
    clips::recognise(scene, candidates);
    if !something_happens(scene) {
        return;
    }
    let pieces = scene.pieces();
    if !may_hold_projects(scene, pieces) {
        return;
    }
    for list in scene.lists() {
        list.propose(scene, pieces, candidates);
    }
}

/// Whether the name that ends here means those who work there or what happened there: 京九铁路|员工, 京九铁路|罢工事件.
fn names_staff(scene: &Scene, end: usize) -> bool {
    let word = scene.lexicon.projects.staff.longest_at(scene.text, end).map(|(word, ())| word);
    // A longer word is another: 京九铁路|局部.
    word.is_some_and(|word| scene.tokens.starting(word.end).is_some() || word.end == scene.text.len())
}

/// The byte where the name of a scheme starts with the river right before it: 黄河|小浪底水利枢纽.
fn river_before(scene: &Scene, start: usize) -> usize {
    let is_river = scene.text[..start].ends_with(['江', '河']);
    let spot = || scene.spots().binary_search_by_key(&start, |spot| spot.range.end).ok();
    let river = if is_river { spot().map(|index| &scene.spots()[index]) } else { None };
    river.filter(|spot| spot.sure && spot.class == PlaceClass::Nature).map_or(start, |spot| spot.range.start)
}

/// Length in bytes of a phase or 工程 right after a scheme's name, which is part of it: 三峡水利枢纽|二期|工程.
fn phase(rest: &str) -> usize {
    let numbered = rest.chars().next().filter(|c| is_chinese_digit(*c)).map_or(0, char::len_utf8);
    let phase =
        if numbered > 0 && rest[numbered..].starts_with('期') { numbered + '期'.len_utf8() } else { 0 };
    phase + if rest[phase..].starts_with("工程") { "工程".len() } else { 0 }
}

/// Length in bytes of the 通道 after a railway's name, which says that it is one of several side by side:
/// 沿海高铁|通道.
fn channel(name: &str, rest: &str) -> usize {
    let is_way = ["高铁", "铁路", "高速"].iter().any(|way| name.ends_with(way));
    if is_way && rest.starts_with("通道") { "通道".len() } else { 0 }
}

/// Whether something happens in the sentence or it names an undertaking; otherwise no rule finds a project.
fn may_hold_projects(scene: &Scene, pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.mark.is_some_and(|mark| happens(&mark)))
        || names_undertaking(scene)
        || opens_list(scene)
        || tells_cost(scene)
}

/// The same before the sentence is cut into pieces, which leaves fewer words as marks.
fn something_happens(scene: &Scene) -> bool {
    scene.any(&scene.lexicon.stages.marks, happens)
        || names_undertaking(scene)
        || opens_list(scene)
        || tells_cost(scene)
}

/// Whether the sentence tells what something costs: 云溪水厂总投资8亿元.
fn tells_cost(scene: &Scene) -> bool {
    scene.wakes(Trigger::Cost) && scene.lexicon.projects.costs.stands_in(scene.text)
}

/// Whether the sentence opens with words that list what the sentence before has counted: 重要的有:石桥磷肥厂….
fn opens_list(scene: &Scene) -> bool {
    let word = scene.lexicon.stages.marks.longest_at(scene.text, 0);
    word.is_some_and(|(_, mark)| mark.is_opening_list)
}

fn happens(mark: &Mark) -> bool {
    mark.stage.is_some() || mark.is_push
}

fn names_undertaking(scene: &Scene) -> bool {
    let is = |word: &str| scene.text.contains(word);
    scene.wakes(Trigger::Undertaking) && (is("项目") || is("工程"))
}

#[cfg(test)]
mod tests;
