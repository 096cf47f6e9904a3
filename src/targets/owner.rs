//! Whether an indicator is of the place that the document speaks for, of a part of it, or of another place.

use super::reading::Page;
use crate::lexicon::TargetCues;
use crate::record::Figure;

/// Words that may stand between an owner and its indicator.
const LED: [&str; 3] = ["完成", "实现", "的"];
/// The name of the state, in the report of a part of it.
const STATE: &str = "国家";
/// The word by which the rank of the state is looked up.
const STATE_RANK: &str = "国";
/// The word that opens a part of a sum.
const AMONG: &str = "其中";

/// Whether the clause before an indicator limits it to those towards whom it holds (对沿线国家|进出口增长9%; not 对外,
/// which is towards all), to a part (跨境电商平台|进出口), or to what something moved in the place (带动清溪|进出口).
pub(super) fn is_part(before: &str, cues: &TargetCues) -> bool {
    let clause = before.rsplit([',', ';', '、']).next().unwrap_or_default();
    let whole = before.rsplit([',', ';']).next().unwrap_or_default();
    let is_moved = clause.rsplit_once("带动").is_some_and(|(_, moved)| !moved.is_empty());
    let towards = whole.rsplit_once('对').map(|(_, towards)| towards);
    let is_towards = towards.is_some_and(|towards| !towards.is_empty() && !towards.starts_with('外'));
    // 其中毕业生|新增就业: only some of those that were counted.
    let is_some = clause.rsplit_once(AMONG).is_some_and(|(_, some)| !of(some).is_empty());
    is_towards || is_moved || is_some || cues.names_part_at_end(of(clause))
}

/// The text before an indicator without the verb or 的 that ends it: 全市|完成.
pub(super) fn of(before: &str) -> &str {
    LED.iter().fold(before, |before, led| before.strip_suffix(led).unwrap_or(before))
}

/// Whether a place wider than the document's own is named by its rank alone: 全国|进出口 in the report of a
/// county.
pub(super) fn is_wider(before: &str, own: &str, cues: &TargetCues) -> bool {
    let owner = of(before);
    // 国家|GDP增长5%
    if owner.ends_with(STATE) {
        return cues.rank(STATE_RANK).zip(cues.rank(own)).is_some_and(|(state, own)| state < own);
    }
    let Some((at, scope)) = owner.char_indices().next_back() else { return false };
    let ranks = || cues.rank(&owner[at..]).zip(cues.rank(own));
    owner[..at].ends_with(['全', '我']) && scope != '区' && ranks().is_some_and(|(scope, own)| scope < own)
}

/// The owner that opens a clause: its length in bytes, and whether its rank is that of the document's own
/// place: 全国GDP增长5%,|我市|定为6%.
pub(super) fn opening(clause: &str, own: &str, cues: &TargetCues) -> Option<(usize, bool)> {
    let rest = clause.strip_prefix(['全', '我', '本'])?;
    let scope = rest.chars().next()?;
    let length = clause.len() - rest.len() + scope.len_utf8();
    let rank = cues.rank(&rest[..scope.len_utf8()])?;
    Some((length, cues.rank(own) == Some(rank)))
}

/// Whether a place is another than the document's own; 湖北 and 湖北省 are the same.
pub(super) fn is_other(named: &str, own: &str) -> bool {
    !named.contains(own) && !own.contains(named)
}

/// Whether the sentence tells before the figure what another place does: 清溪市大力发展渔业，进出口|增长9%.
pub(super) fn is_told_of_another(page: &Page, figure: &Figure) -> bool {
    let Page { read, speech, place: Some(own), .. } = page else { return false };
    let (sentence, _) = read.bounds(&figure.span);
    let from = speech.measures.partition_point(|measure| measure.span.start < sentence);
    let until = speech.measures.partition_point(|measure| measure.span.start < figure.span.start);
    let before = speech.measures.get(from..until).unwrap_or_default().iter();
    let mut actors = before.filter_map(|measure| measure.actor.as_ref());
    actors.any(|actor| {
        let at = speech.places.binary_search_by_key(&actor.span.start, |place| place.span.start);
        let place = at.ok().and_then(|at| speech.places.get(at));
        place.is_some_and(|place| place.span == actor.span && is_other(&actor.text, own))
    })
}
