//! Tells what the characters of a name say, whatever stands around it.

use crate::lexicon::{Head, Projects};
use crate::text::is_chinese_digit;

/// The longest unit between a number and 级, in characters: 万千瓦时.
const MAX_UNIT_CHARS: usize = 4;

/// The name without the section in brackets after it: 青川高铁|(云河段).
pub(super) fn without_section(text: &str) -> &str {
    let open = text.strip_suffix(')').and_then(|inside| inside.rfind('('));
    open.filter(|open| *open > 0).map_or(text, |open| &text[..open])
}

/// The longest name of a part of a way, in characters: 天津西.
const MAX_PART_CHARS: usize = 8;

/// The way without the part of it that ends the name: 青连铁路|云河段.
pub(super) fn without_part(text: &str) -> &str {
    let Some(part) = text.strip_suffix('段') else { return text };
    let ends = part.char_indices().rev().take(MAX_PART_CHARS).map(|(at, _)| at);
    ends.into_iter()
        .find(|end| part[..*end].ends_with(['路', '铁', '专', '线']))
        .map_or(text, |end| &part[..end])
}

/// Whether a name of four characters tells what is brought where: 青电入湘.
pub(super) fn leads_across(name: &str) -> bool {
    // Most names are longer than four characters can be.
    if name.len() > 4 * '𠮷'.len_utf8() {
        return false;
    }
    let mut characters = name.chars();
    let parts: [Option<char>; 5] = std::array::from_fn(|_| characters.next());
    matches!(
        parts,
        [Some(_), Some('电' | '气' | '水' | '煤' | '热' | '算'), Some('入' | '送' | '济'), Some(_), None]
    )
}

/// Whether a text ends in 项目 or 工程, and so does any name at its end.
pub(super) fn ends_as_undertaking(text: &str) -> bool {
    text.ends_with("项目") || text.ends_with("工程")
}

/// Whether a year or a number of years opens the text, which makes it a statistic: 1950年到1997年全国公路, 两年中新建铁路;
/// not 九年一贯制学校.
pub(super) fn opens_with_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let years = text.trim_start_matches(|c| is_chinese_digit(c) || c == '两');
    digits == 4 && text[digits..].starts_with('年')
        // A month does so, too: 9月底前|一期.
        || (1..=2).contains(&digits) && text[digits..].starts_with('月')
        || years.len() < text.len()
            && years.strip_prefix('年').is_some_and(|rest| rest.starts_with(['中', '来', '内', '间']))
}

/// Whether a head is something done to a standing work: 扩建, 提质改造.
pub(super) fn is_deed(head: &str) -> bool {
    head.starts_with(['扩', '改']) || head.ends_with("改造")
}

/// Whether a capacity in digits with 级 opens the text: 60万吨级|乙烯.
pub(super) fn opens_with_grade(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let unit = rest.char_indices().take(MAX_UNIT_CHARS + 1).find(|(_, c)| *c == '级');
    rest.len() < text.len() && unit.is_some_and(|(at, _)| at > 0)
}

/// Whether the text holds digits after its first character that are not a year.
pub(super) fn is_sized(text: &str) -> bool {
    let mut characters = text.chars().skip(1).skip_while(|c| !c.is_ascii_digit()).peekable();
    let has_digit = characters.peek().is_some();
    has_digit && characters.find(|c| !c.is_ascii_digit() && *c != '.') != Some('年')
}

/// The work that an undertaking builds: 青溪水库|工程, 青溪水厂|建设工程; 水库除险加固工程 does something else.
pub(super) fn work_before<'t>(projects: &Projects, name: &'t str) -> Option<&'t str> {
    let work = name.strip_suffix("工程")?;
    let work = work.strip_suffix("建设").unwrap_or(work);
    let (at, _) = projects.head(work).filter(|(_, head)| *head == Head::Works)?;
    // These are classes: 大型水库工程, 干线与枢纽工程.
    let is_generic = work[..at].split(['和', '与', '及']).all(|part| projects.is_generic(part));
    (!is_generic).then_some(work)
}

/// The name of the house that an undertaking moves or enlarges: 育英|高中迁建项目.
pub(super) fn house_before<'t>(projects: &Projects, name: &'t str) -> Option<&'t str> {
    let deed = name.strip_suffix("项目").or_else(|| name.strip_suffix("工程"))?;
    let house = ["迁建", "改扩建", "扩建", "新建"].iter().find_map(|done| deed.strip_suffix(done))?;
    projects.before_house(house).filter(|own| !own.is_empty())
}
