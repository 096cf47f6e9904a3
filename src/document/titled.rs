//! The division that opens a title, a signature or a line of the masthead, whether a dictionary knows it or
//! not.

use crate::lexicon::{Lexicon, NameCue, NameCues};

/// Fewest and most characters of the name of a division.
const MIN_NAME_CHARS: usize = 3;
const MAX_NAME_CHARS: usize = 12;
/// Most characters of the name of one that no dictionary knows.
const MAX_LOWEST_CHARS: usize = 6;
/// What only a division has right after its name.
const ORGANS: [&str; 5] = ["人民政府", "政府", "委", "人大", "人民代表大会"];
/// Words that open the matter of what an office writes.
const MATTERS: [&str; 4] = ["关于", "对", "转发", "印发"];

/// The lowest division that opens the line (青岩县人民政府办公室关于…, 青岩县渔业局对…, 青岩县2025年…) or the
/// title of the paper that it gives out (关于印发《青岩县2025年…》的通知), up to its rank.
pub(super) fn division(line: &str, lexicon: &Lexicon) -> Option<String> {
    read(line, lexicon, false)
}

/// The same for the line of a signature, which names an office without anything that it writes: 青岩县渔业局.
pub(super) fn signer(line: &str, lexicon: &Lexicon) -> Option<String> {
    read(line, lexicon, true)
}

fn read(line: &str, lexicon: &Lexicon, signs: bool) -> Option<String> {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let given_out = || {
        let given = line.split_once(['《', '〈']).filter(|_| !signs)?.1;
        opening(given, lexicon, false)
    };
    opening(&line, lexicon, signs).or_else(given_out)
}

fn opening(line: &str, lexicon: &Lexicon, signs: bool) -> Option<String> {
    let (cues, places) = (&lexicon.name_cues, &lexicon.places);
    let line = line.strip_prefix("中共").unwrap_or(line);
    let start = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let line = line[start..].strip_prefix('年').filter(|_| start > 0).unwrap_or(line);
    let before = |line: &str, marks: &[&str]| marks.iter().filter_map(|mark| line.find(mark)).min();
    // 关于|青岩县2025年…的报告: the year says that the matter is the division's.
    let about = line.strip_prefix(MATTERS[0]).filter(|_| !signs);
    let line = about.map_or(line, |about| lexicon.ledger.without_giving_out(about));
    let head = &line[..before(line, &MATTERS).unwrap_or(line.len())];
    let ends = || ranks(head, cues).filter(|end| head[..*end].chars().count() <= MAX_NAME_CHARS);
    let has_organ = |end: &usize| ORGANS.iter().any(|organ| head[*end..].starts_with(organ));
    // 青岩县2025年…: of numbers, only a year may follow.
    let is_dated = |end: &usize| {
        let year = head[*end..].split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        year.len() == 4 && head[*end + year.len()..].starts_with('年')
    };
    let is_zone =
        |end: &usize| head[..*end].ends_with('区') && places.division(lowest(&head[..*end], cues)).is_none();
    // 青岩县|市场管理局: the first rank counts; what follows it names the office.
    let office = || {
        let end = ends().find(|end| lowest(&head[..*end], cues).chars().count() >= MIN_NAME_CHARS)?;
        let is_office = head.len() > end
            && (signs || head.len() < line.len())
            && cues.closing(head, NameCue::OfficeEnd).is_some();
        (is_office && !is_zone(&end)).then_some(end)
    };
    let end = ends().find(has_organ).filter(|_| about.is_none());
    let end = end.or_else(|| ends().find(|end| is_dated(end) && !is_zone(end)));
    let end = end.or_else(|| office().filter(|_| about.is_none()))?;
    let name = lowest(&head[..end], cues);
    if places.division(name).is_none() && (is_long(name) || holds_known(name, lexicon)) {
        return None;
    }
    let is_named = name.chars().count() >= MIN_NAME_CHARS || places.division(name).is_some();
    // 督查专报第23期青溪县: the name must not have anything before it.
    let is_bare =
        !name.starts_with(['全', '各', '本', '我', '在']) && !name.contains(|c: char| c.is_ascii_digit());
    (is_named && is_bare).then(|| name.to_owned())
}

/// Whether this is too long for the name of a division, or no name at all: 选举产生新一届市, 组长:李明市.
/// Autonomous divisions and those in 区 may be longer.
fn is_long(name: &str) -> bool {
    let is_free =
        name.ends_with('区') || ["自治县", "自治州", "自治旗"].iter().any(|rank| name.ends_with(rank));
    name.contains([':', '：', '，', '。', '、', '《', '〈', '》', '〉'])
        || !is_free && name.chars().count() > MAX_LOWEST_CHARS
}

/// Whether at least two characters stand before a division that a dictionary knows: 会见|广东省.
fn holds_known(name: &str, lexicon: &Lexicon) -> bool {
    let mut inner = name.char_indices().skip(2).map(|(at, _)| &name[at..]);
    inner.any(|inner| inner.chars().count() >= MIN_NAME_CHARS && lexicon.places.division(inner).is_some())
}

/// The bytes at which the characters of ranks in a name end.
fn ranks(head: &str, cues: &NameCues) -> impl Iterator<Item = usize> {
    head.char_indices().filter(|(_, c)| cues.has(*c, NameCue::Rank)).map(|(at, c)| at + c.len_utf8())
}

/// The last of the divisions that lie in one another: 青岩县 of 南江省青岩县.
fn lowest<'n>(name: &'n str, cues: &NameCues) -> &'n str {
    // A rank inside a name (新市区, 沙市区) leaves no name after it.
    let is_higher = |end: &usize| {
        let rest = &name[*end..];
        cues.closing(&name[..*end], NameCue::HigherRank).is_some()
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
            ("关于青溪县2025年渔港建设情况的报告", Some("青溪县")),
            ("关于印发《青溪县2025年〈渔港规划〉分工方案》的通知", Some("青溪县")),
            ("关于下达《延津县2025年渔港计划》的通知", Some("延津县")),
            ("关于公布青溪县2025年渔港名单的公告", Some("青溪县")),
            ("解读《青溪县2025年渔港规划》", Some("青溪县")),
            ("《青溪县2025年渔港规划》印发", Some("青溪县")),
            ("云柳县人民政府关于印发《青溪县2025年渔港规划》的通知", Some("云柳县")),
            ("关于印发《渔港管理办法》的通知", None),
            ("会见广东省委书记", None),
            ("青溪市选举产生新一届市政府", None),
            ("组长：李明市委书记", None),
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

    #[test]
    fn an_office_signs_alone() {
        let signer = |line: &str| signer(line, Lexicon::for_tests());
        assert_eq!(signer("青溪县渔业局").as_deref(), Some("青溪县"));
        assert_eq!(signer("中共青溪县委书记  李明").as_deref(), Some("青溪县"));
        assert_eq!(signer("青溪县渔港开工"), None);
    }
}
