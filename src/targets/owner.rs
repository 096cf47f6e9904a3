//! Of what an indicator is: of the place that the document speaks for, or of a part or another place.

use super::reading::Page;
use crate::lexicon::TargetCues;
use crate::record::Figure;

/// What may lead from an owner to an indicator.
const LED: [&str; 3] = ["完成", "实现", "的"];
/// The state, in the report of a part of it.
const STATE: &str = "国家";
/// What is ranked as it is.
const STATE_RANK: &str = "国";
/// What divides a sum.
const AMONG: &str = "其中";

/// 对沿线国家|进出口增长9%: whether the clause speaks of those towards whom alone it holds, of a part (跨境电商平台|进出口), or of
/// what something moved in the place (带动清溪|进出口); 对外 is towards all.
pub(super) fn is_part(before: &str, cues: &TargetCues) -> bool {
    let clause = before.rsplit([',', ';', '、']).next().unwrap_or_default();
    let whole = before.rsplit([',', ';']).next().unwrap_or_default();
    let is_moved = clause.rsplit_once("带动").is_some_and(|(_, moved)| !moved.is_empty());
    let towards = whole.rsplit_once('对').map(|(_, towards)| towards);
    let is_towards = towards.is_some_and(|towards| !towards.is_empty() && !towards.starts_with('外'));
    // 其中毕业生|新增就业: some of those that were counted.
    let is_some = clause.rsplit_once(AMONG).is_some_and(|(_, some)| !of(some).is_empty());
    is_towards || is_moved || is_some || cues.names_part_at_end(of(clause))
}

/// 全市|完成: without the verb or 的 between an owner and what is told of it.
pub(super) fn of(before: &str) -> &str {
    LED.iter().fold(before, |before, led| before.strip_suffix(led).unwrap_or(before))
}

/// 全国|进出口 in the report of a county: whether a wider place than the document's own is named by its rank alone.
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

/// 全国GDP增长5%,|我市|定为6%: an owner that opens a clause: how long it is, and whether it is the document's own place by its rank.
pub(super) fn opening(clause: &str, own: &str, cues: &TargetCues) -> Option<(usize, bool)> {
    let rest = clause.strip_prefix(['全', '我', '本'])?;
    let scope = rest.chars().next()?;
    let length = clause.len() - rest.len() + scope.len_utf8();
    let rank = cues.rank(&rest[..scope.len_utf8()])?;
    Some((length, cues.rank(own) == Some(rank)))
}

/// Whether a place is another than the document's own: not 湖北 beside 湖北省.
pub(super) fn is_other(named: &str, own: &str) -> bool {
    !named.contains(own) && !own.contains(named)
}

/// 清溪市大力发展渔业，进出口|增长9%: whether a clause before in the sentence tells what another place does.
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
