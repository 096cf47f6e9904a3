//! The division that a title, a signature or the line of a masthead opens with, known or not.

use crate::lexicon::{Lexicon, NameCue, NameCues};

/// How many characters the name of a division has.
const MIN_NAME_CHARS: usize = 3;
const MAX_NAME_CHARS: usize = 12;
/// What only a division has right after its name.
const ORGANS: [&str; 5] = ["人民政府", "政府", "委", "人大", "人民代表大会"];
/// What opens what an office writes.
const MATTERS: [&str; 4] = ["关于", "对", "转发", "印发"];

/// 青岩县人民政府办公室关于…, 青岩县渔业局对…, 青岩县2025年…: the lowest division that opens the line, and nothing past its rank.
pub(super) fn division(line: &str, lexicon: &Lexicon) -> Option<String> {
    let (cues, places) = (&lexicon.name_cues, &lexicon.places);
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let line = line.strip_prefix("中共").unwrap_or(&line);
    let start = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let line = line[start..].strip_prefix('年').filter(|_| start > 0).unwrap_or(line);
    let before = |marks: &[&str]| marks.iter().filter_map(|mark| line.find(mark)).min();
    let head = &line[..before(&MATTERS).unwrap_or(line.len())];
    let ends = || ranks(head, cues).filter(|end| head[..*end].chars().count() <= MAX_NAME_CHARS);
    let has_organ = |end: &usize| ORGANS.iter().any(|organ| head[*end..].starts_with(organ));
    // 青岩县2025年…: no other number than a year follows.
    let is_dated = |end: &usize| {
        let year = head[*end..].split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        year.len() == 4 && head[*end + year.len()..].starts_with('年')
    };
    let is_zone =
        |end: &usize| head[..*end].ends_with('区') && places.division(lowest(&head[..*end], cues)).is_none();
    // 青岩县|市场管理局: the first rank; what follows it names the office.
    let office = || {
        let end = ends().find(|end| lowest(&head[..*end], cues).chars().count() >= MIN_NAME_CHARS)?;
        let is_office =
            head.len() > end && head.len() < line.len() && cues.closing(head, NameCue::OfficeEnd).is_some();
        (is_office && !is_zone(&end)).then_some(end)
    };
    let end = ends().find(has_organ);
    let end = end.or_else(|| ends().find(|end| is_dated(end) && !is_zone(end))).or_else(office)?;
    let name = lowest(&head[..end], cues);
    let is_named = name.chars().count() >= MIN_NAME_CHARS || places.division(name).is_some();
    // 督查专报第23期青溪县: what stands before the name is no part of it.
    let is_bare =
        !name.starts_with(['全', '各', '本', '我', '在']) && !name.contains(|c: char| c.is_ascii_digit());
    (is_named && is_bare).then(|| name.to_owned())
}

/// Where the ranks end.
fn ranks(head: &str, cues: &NameCues) -> impl Iterator<Item = usize> {
    head.char_indices().filter(|(_, c)| cues.has(*c, NameCue::Rank)).map(|(at, c)| at + c.len_utf8())
}

/// 南江省青岩县: the last of the divisions that lie in one another.
fn lowest<'n>(name: &'n str, cues: &NameCues) -> &'n str {
    // A rank inside a name (新市区, 沙市区) leaves no name after it.
    let is_higher = |end: &usize| {
        let rest = &name[*end..];
        let is_rank =
            ["省", "自治区", "自治州", "市", "盟", "县"].iter().any(|rank| name[..*end].ends_with(rank));
        is_rank
            && *end > 2 * '县'.len_utf8()
            && rest.chars().count() >= MIN_NAME_CHARS
            && cues.opening(rest, NameCue::Rank).is_none()
    };
    let higher = ranks(name, cues).filter(is_higher).last();
    &name[higher.unwrap_or_default()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_opens_with_a_division_known_or_not() {
        for (line, expected) in [
            ("青溪县人民政府办公室关于印发2025年重点工作的通知", Some("青溪县")),
            ("延津县人民政府办公室关于印发2025年重点工作的通知", Some("延津县")),
            ("南江省青溪县人民政府关于修建渔港的通知", Some("青溪县")),
            ("云柳市青溪区人民政府关于修建渔港的通知", Some("青溪区")),
            ("青溪县石桥镇人民政府关于修建渔港的通知", Some("石桥镇")),
            ("青溪县渔业局对县人大第31号建议的答复", Some("青溪县")),
            ("青溪县市场监督管理局关于渔港的通告", Some("青溪县")),
            ("青溪县住房和城乡建设局关于渔港的通告", Some("青溪县")),
            ("青溪县2025年渔港建设情况", Some("青溪县")),
            ("2025年青溪县人民政府工作报告", Some("青溪县")),
            ("中共青溪县委关于渔港的决定", Some("青溪县")),
            ("青溪县委督查室 青溪县人民政府督查室", Some("青溪县")),
            ("青溪县人民政府督查室2025年9月28日", Some("青溪县")),
            ("河南省人民政府关于渔港的通知", Some("河南省")),
            ("内蒙古自治区人民政府办公厅关于渔港的通知", Some("内蒙古自治区")),
            ("关于青溪县人民政府的通报", None),
            ("在全县渔港推进会上的讲话", None),
            ("全县2025年渔港建设情况", None),
            ("县人民政府关于渔港的通知", None),
            ("渔业部关于城市2025年渔港的通知", None),
            ("青溪渔港景区2025年工作总结", None),
            ("督查专报", None),
            ("督查专报第23期青溪县委督查室2025年9月28日", None),
            ("", None),
        ] {
            let found = division(line, Lexicon::for_tests());
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }
}
