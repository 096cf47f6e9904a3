//! Joins names with what belongs to them: a branch, an institute of an institute, the committee of a party.

use rustc_hash::FxHashMap as HashMap;

use super::planned::is_to_be_built;
use crate::lexicon::{Trigger, is_han};
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::BodyKind;
use crate::text::is_digit;

/// Joins a body with the one right after it that is its branch: an institution after an institution or a firm
/// (怀柔实验室|山西研究院, 青岛大学|附属|威海医院), a part after its organisation, whose kind it takes (北京市公安局|朝阳分局, 清溪商会|北京代表处),
/// a firm after the firm or international body that owns it.
pub(super) fn join_branches(scene: &Scene, candidates: &mut [Candidate]) {
    let text = scene.text;
    let kind = |candidate: &Candidate| match candidate.detail {
        Detail::Body(kind) => Some(kind),
        _ => None,
    };
    let trunks: HashMap<usize, (usize, BodyKind)> = candidates
        .iter()
        .filter_map(|candidate| Some((candidate.range.end, (candidate.range.start, kind(candidate)?))))
        .collect();
    for branch in candidates.iter_mut() {
        let Some(own) = kind(branch) else { continue };
        let at = text[..branch.range.start].strip_suffix("附属").map_or(branch.range.start, str::len);
        let Some((start, owner)) = trunks.get(&at) else { continue };
        let is_part = scene.lexicon.bodies.parts.iter().any(|part| text[..branch.range.end].ends_with(part));
        let joins = match (owner, own) {
            (BodyKind::Association | BodyKind::International, _) if is_part => true,
            (BodyKind::Institution | BodyKind::Enterprise | BodyKind::Government, own) => {
                own == BodyKind::Institution || is_part
            }
            _ => false,
        };
        let owned = matches!(owner, BodyKind::Enterprise | BodyKind::International)
            && matches!(own, BodyKind::Enterprise | BodyKind::International);
        if joins || owned {
            branch.range.start = *start;
            if is_part || owned {
                branch.detail = Detail::Body(*owner);
            }
        }
    }
}

/// Adds to a party, a consultative conference or an association its committee at a place or of a term:
/// 政协|河南省|委员会, 政协|第十届|河南省|委员会.
pub(super) fn add_committees(scene: &Scene, candidates: &mut [Candidate]) {
    let text = scene.text;
    if !(scene.wakes(Trigger::Committee) && text.contains(COMMITTEE)) {
        return;
    }
    let spots = scene.spots();
    for owner in candidates.iter_mut() {
        let kinds = [BodyKind::Party, BodyKind::Cppcc, BodyKind::Association].map(Detail::Body);
        if !kinds.contains(&owner.detail) {
            continue;
        }
        let mut end = owner.range.end;
        for _ in 0..MAX_OPENINGS {
            let spot = spots.get(spots.partition_point(|spot| spot.range.start < end));
            let place = spot.filter(|spot| spot.range.start == end).map(|spot| spot.range.end);
            let Some(next) = place.or_else(|| term_end(text, end)) else { break };
            end = next;
        }
        let named = text[end..].strip_prefix("全国").or_else(|| text[end..].strip_prefix("中央"));
        let named = named.unwrap_or(&text[end..]);
        let whole = end > owner.range.end || named.len() < text.len() - end;
        if whole && let Some(rest) = named.strip_prefix(COMMITTEE) {
            owner.range.end = text.len() - rest.len();
        }
    }
}

/// The byte past the number of a term that starts here: 第十届.
fn term_end(text: &str, start: usize) -> Option<usize> {
    let number = text[start..].strip_prefix('第')?;
    let rest = number.trim_start_matches(is_digit);
    rest.strip_prefix('届').map(|rest| text.len() - rest.len())
}

/// The word for a committee.
const COMMITTEE: &str = "委员会";
/// Most places and terms between the owner of a committee and its name.
const MAX_OPENINGS: usize = 3;

/// Longest name of an institute inside another one, in bytes: 国际市场|研究所.
const MAX_BRANCH_BYTES: usize = 30;

/// Adds to an institute the one after it that belongs to it and is named by common nouns: 清溪研究院|国际市场|研究所.
pub(super) fn add_branches(scene: &Scene, candidates: &mut [Candidate]) {
    for trunk in candidates.iter_mut() {
        let end = trunk.range.end;
        if trunk.detail != Detail::Body(BodyKind::Institution) || !scene.text[end..].starts_with(is_han) {
            continue;
        }
        let Some((head, Some(branch))) = scene.next(&scene.lexicon.bodies.heads, end) else { continue };
        let first = scene.tokens.started_before(end);
        let mut core = scene.tokens[first..].iter().take_while(|token| token.range.start < head.start);
        let named = branch.kind == BodyKind::Institution
            && head.start > end
            && head.start - end <= MAX_BRANCH_BYTES
            && core.clone().next().is_some_and(|token| token.range.start == end)
            && core.all(|token| token.tag.starts_with('n') || token.tag == "vn")
            && scene.tokens.ending(head.end).is_some();
        let name = trunk.range.start..head.end;
        if named && !is_to_be_built(scene, &name) {
            trunk.range = name;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_part_an_institute_and_a_firm_join_what_they_belong_to() {
        let cases: &[(&str, &[&str])] = &[
            ("郑州制伞业总商会重庆代表处成立", &["郑州制伞业总商会重庆代表处"]),
            ("水利部研究院国际河流研究所所长", &["水利部研究院国际河流研究所"]),
            ("世界银行国际气候公司的项目", &["世界银行国际气候公司"]),
            ("省农科院玉米研究所", &["省农科院玉米研究所"]),
            ("中国航天科技集团九院研制", &["中国航天科技集团九院"]),
            ("中国共产党第三届中央委员会", &["中国共产党第三届中央委员会"]),
            ("东盟秘书处、省委巡视组", &["东盟秘书处", "省委巡视组"]),
            ("政协河南省委员会", &["政协河南省委员会"]),
            ("民革郑州市第十届委员会", &["民革郑州市第十届委员会"]),
            ("中国人民政治协商会议第十届全国委员会", &["中国人民政治协商会议第十届全国委员会"]),
            ("国网河南电力公司", &["国网河南电力公司"]),
            ("政协委员会见客人", &[]),
            ("新建郑州大学房山校区", &[]),
            ("郑州大学支持河南研究所", &["郑州大学", "河南研究所"]),
            ("郑州大学、河南大学研究所", &["郑州大学", "河南大学研究所"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
