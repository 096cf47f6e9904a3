//! Judges the core of a body's name, between its opening and its head: 区|发展和改革|委员会, not 教育部|直属|师范大学.

use std::ops::Range;

use crate::lexicon::{BodyHead, Lexicon, NameCue, Needs};
use crate::recognise::Scene;
use crate::recognise::naming::{Opened, Opening};

/// Join two nouns inside a name.
pub(super) const LINKS: [char; 3] = ['和', '与', '及'];

/// Whether the core is empty or only the number of a term: 第十四届.
pub(super) fn is_ordinal(core: &str) -> bool {
    core.is_empty() || core.ends_with('届')
}

/// Whether the word after the opening makes many of what follows (教育部|直属|师范大学) or is a verb that acts on it
/// (上海|建设|科技创新中心), or the core joins two organs (人大常委会|和专门委员会).
pub(super) fn opens_clause(scene: &Scene, opened: &Opened, head: usize, is_institute: bool) -> bool {
    let core = &scene.text[opened.core..head];
    // An institute may have 与 in its own name: 水利部|河湖与水库|研究中心.
    let joined = if is_institute { core.starts_with(LINKS) } else { core.contains(['和', '与']) };
    let joined = opened.opening == Opening::Body && joined;
    let word = scene.tokens.at(opened.core).map_or("", |token| token.word);
    let many = scene.lexicon.name_cues.is(word, NameCue::Many);
    let clause = scene.lexicon.bodies.builds.contains(word) && core.len() > word.len();
    !core.is_empty() && (joined || many || clause || builds_another(scene, opened.core..head))
}

/// Whether a whole name ends before 和 inside the stretch: 清溪研究生院|和|教育|部.
pub(super) fn joins_wholes(scene: &Scene, core: Range<usize>) -> bool {
    let first = scene.tokens.started_before(core.start);
    let tokens = scene.tokens[first..].windows(2).take_while(|pair| pair[1].range.end <= core.end);
    tokens.into_iter().any(|pair| {
        let whole = scene.lexicon.bodies.heads.get(scene.slice(&pair[0].range));
        scene.slice(&pair[1].range).starts_with(LINKS)
            && matches!(whole, Some(Some(BodyHead { needs: Needs::House | Needs::Seat, .. })))
    })
}

/// Whether a house ends inside the stretch and builds what follows: 徐州水利研究院|建设|重点实验室.
fn builds_another(scene: &Scene, core: Range<usize>) -> bool {
    let bodies = &scene.lexicon.bodies;
    let first = scene.tokens.ended_by(core.start);
    let tokens = scene.tokens[first..].windows(2).take_while(|pair| pair[1].range.end <= core.end);
    tokens.into_iter().any(|pair| {
        let house = scene.text.get(pair[0].range.start.max(core.start)..pair[0].range.end);
        let house = house.and_then(|house| bodies.heads.get(house));
        matches!(house, Some(Some(BodyHead { needs: Needs::House, .. })))
            && bodies.builds.contains(scene.slice(&pair[1].range))
    })
}

/// Whether a place of one character opens a class: 在|华|外资企业和外国|商会.
pub(super) fn opens_with_sign(scene: &Scene, start: usize) -> bool {
    scene.tokens.at(start).is_some_and(|token| token.tag == "ns" && token.range.len() == '华'.len_utf8())
}

/// Whether the stretch consists of words that name nothing: 国家|重点|实验室.
pub(super) fn is_all_generic(scene: &Scene, core: Range<usize>) -> bool {
    let Lexicon { bodies, .. } = scene.lexicon;
    if bodies.generic.contains(scene.slice(&core)) {
        return true;
    }
    let first = scene.tokens.started_before(core.start);
    let tokens = scene.tokens[first..].iter().take_while(|token| token.range.end <= core.end);
    tokens.clone().count() > 0 && tokens.clone().all(|token| bodies.generic.contains(token.word))
}
