//! Decides when two names are one project. The rules stand in `docs/ledger.md`.

use crate::lexicon::{Head, LedgerWords, Lexicon};

/// Endings of project names that carry no meaning; at most two together: 建设项目.
const SUFFIXES: &[&str] = &["项目", "工程", "建设"];
/// Nouns that have a short form.
const SHORT_HEADS: [(&str, &str); 2] = [("高速铁路", "高铁"), ("高速公路", "高速")];
/// Units of a work's size, besides those of the dictionary.
const SIZES: [&str; 4] = ["吨", "千瓦", "立方米", "亩"];
/// Fewest characters of a shorter name that is found inside longer ones.
const MIN_INSIDE_CHARS: usize = 4;
/// Fewest characters of a proper part that is the name of a work.
const MIN_PROPER_CHARS: usize = 2;
/// Characters that tell the parts of a work apart.
const PARTS: &str = "一二三四五六七八九十东西南北上下0123456789ⅠⅡⅢIVAB";

/// A project's name as it is compared: without quotation marks, blanks and suffixes, the phase kept apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Name {
    pub(super) core: String,
    /// The phase; a name with one is never joined with another phase, nor with none: 一期, 二期.
    pub(super) phase: Option<String>,
}

impl Name {
    /// The name for comparison, in which 青白高速铁路 and 青白高铁 are one.
    pub(super) fn of(written: &str) -> Self {
        let Name { core, phase } = Name::as_written(written);
        let core = SHORT_HEADS.iter().fold(core, |core, (long, short)| core.replace(long, short));
        Name { core, phase }
    }

    /// The name as it is searched for in a text.
    pub(super) fn as_written(written: &str) -> Self {
        let is_mark = |c: &char| matches!(c, '“' | '”' | '"' | '‘' | '’' | '《' | '》') || c.is_whitespace();
        let plain: String = written.chars().map(crate::text::fold).filter(|c| !is_mark(c)).collect();
        let (before, phase) = phase(without_suffix(&plain));
        Name { core: without_suffix(&before).to_owned(), phase }
    }

    /// The words of a promise, with one sort of dash: 中国－云溪, 中国—云溪.
    pub(super) fn of_words(words: &str) -> Self {
        Name { core: words.replace(['-', '–'], "—"), phase: None }
    }

    /// Whether this name is a short form of the other: it stands inside, and the rest of the longer name
    /// tells no part of a work (一号, 东, 二期).
    pub(super) fn is_short_for(&self, longer: &Name, words: &LedgerWords) -> bool {
        if self.is_reach_of(longer, words) || self.is_unsized(longer, words) {
            return true;
        }
        let Some(at) = longer.core.find(&self.core) else { return false };
        let more = [&longer.core[..at], &longer.core[at + self.core.len()..]];
        // 清溪 before a name tells where; a number, a side, a section or a deed after it tells another work.
        let parts =
            tells_another(more[1], words) || more[0].chars().last().is_some_and(|c| PARTS.contains(c));
        self.core.chars().count() >= MIN_INSIDE_CHARS
            && self.core != longer.core
            && self.phase == longer.phase
            && !parts
    }

    fn is_reach_of(&self, longer: &Name, words: &LedgerWords) -> bool {
        self.phase == longer.phase && self.reaches(words).any(|core| core == longer.core)
    }

    /// Longer forms of this name that tell more of the river: 青河上游防护林, 青河上中游防护林.
    pub(super) fn reaches<'n>(&'n self, words: &'n LedgerWords) -> impl Iterator<Item = String> + 'n {
        let spreads = |(part, whole): (&str, &str)| {
            let (river, work) = self.core.split_once(part).filter(|_| !whole.is_empty())?;
            (!river.ends_with('中')).then(|| format!("{river}{whole}{work}"))
        };
        words.reaches().filter_map(spreads)
    }

    fn is_unsized(&self, longer: &Name, words: &LedgerWords) -> bool {
        self.phase == longer.phase
            && !self.core.contains(is_digit)
            && longer.unsized_core(words).is_some_and(|core| core == self.core)
    }

    /// The name without the size of the work: 华阳煤制油, 华阳|400万吨|煤制油, 华阳|年产5万套|渔具.
    pub(super) fn unsized_core(&self, words: &LedgerWords) -> Option<String> {
        let start = self.core.find(is_digit)?;
        let number = |c: char| is_digit(c) || c == '.';
        let size = self.core[start..].trim_start_matches(number).trim_start_matches(['万', '亿']);
        let before = &self.core[..start];
        let turns_out = words.yearly.longest(before).map(|(start, ())| &before[..start]);
        let after = |unit: Option<(std::ops::Range<usize>, &())>| unit.map(|(unit, ())| &size[unit.end..]);
        let unit = SIZES.iter().find_map(|unit| size.strip_prefix(unit));
        let unit = unit.or_else(|| after(words.sizes.longest_at(size, 0)));
        let unit = unit.or_else(|| after(turns_out.and_then(|_| words.output.longest_at(size, 0))));
        unit.map(|rest| format!("{}{}", turns_out.unwrap_or(before), rest.trim_start_matches('级')))
    }

    /// The kind of work that the longer name adds after this one, which is then its proper part: 水利枢纽工程 for
    /// 青岩|工程 in 白河|青岩|水利枢纽工程. Empty if it only puts a place before this one.
    pub(super) fn kind_in<'l>(&self, longer: &'l Name, lexicon: &Lexicon) -> Option<&'l str> {
        let at = longer.core.find(&self.core)?;
        let (place, kind) = (&longer.core[..at], &longer.core[at + self.core.len()..]);
        let is_works = || {
            let head = lexicon.projects.head(kind);
            head.is_some_and(|(start, head)| start == 0 && head == Head::Works)
        };
        let is_kind = if kind.is_empty() { lexicon.places.is_place(place) } else { is_works() };
        let is_long = self.core.chars().count() >= MIN_PROPER_CHARS;
        (is_long && is_kind && self.phase == longer.phase && !tells_another(kind, &lexicon.ledger))
            .then_some(kind)
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether the words after a name tell another work.
fn tells_another(after: &str, words: &LedgerWords) -> bool {
    after.contains(|c| PARTS.contains(c))
        || words.other_works.find(after).next().is_some()
        || ["主体", "中线", "加强"].iter().any(|part| after.starts_with(part))
}

fn without_suffix(name: &str) -> &str {
    // A name is never only its suffix.
    let strip = |name: &str| {
        let stripped = SUFFIXES.iter().find_map(|suffix| name.strip_suffix(suffix));
        stripped.filter(|rest| rest.chars().count() >= 2).map(str::len)
    };
    let once = strip(name).map_or(name, |end| &name[..end]);
    strip(once).map_or(once, |end| &once[..end])
}

/// The name without its phase, and the phase: 甲水库(二期), 甲水库二期.
fn phase(name: &str) -> (String, Option<String>) {
    let open = name.trim_end_matches(')');
    let Some(before) = open.strip_suffix('期') else { return (name.to_owned(), None) };
    let Some((at, number)) = before.char_indices().next_back().filter(|(_, c)| PARTS.contains(*c)) else {
        return (name.to_owned(), None);
    };
    let rest = before[..at].trim_end_matches(['第', '(']);
    if rest.is_empty() {
        (name.to_owned(), None)
    } else {
        (rest.to_owned(), Some(format!("{}期", arabic(number))))
    }
}

/// The digit in one form, so that 1期 and 一期 are one phase.
fn arabic(number: char) -> char {
    match number {
        '1' | 'Ⅰ' | 'I' => '一',
        '2' | 'Ⅱ' => '二',
        '3' | 'Ⅲ' => '三',
        '4' => '四',
        '5' => '五',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::same::joined;
    use super::*;
    use proptest::prelude::*;

    fn same(names: &[&str]) -> bool {
        let names: Vec<Name> = names.iter().map(|name| Name::of(name)).collect();
        let groups = joined(&names, Lexicon::for_tests());
        groups.iter().all(|group| *group == groups[0])
    }

    #[test]
    fn suffixes_and_quotes_do_not_count() {
        assert!(same(&["青岩水库", "青岩水库工程", "“青岩水库”项目", "青岩水库建设项目"]));
        assert!(same(&["清溪科创园（二期）", "清溪科创园二期工程"]));
        assert_eq!(Name::of("工程").core, "工程");
    }

    #[test]
    fn phases_and_parts_are_kept_apart() {
        assert!(!same(&["清溪科创园一期", "清溪科创园二期"]));
        assert!(!same(&["清溪科创园", "清溪科创园二期"]));
        assert!(!same(&["青岩水电站", "青岩水电站2号机组"]));
        assert!(!same(&["青白高铁", "青白高铁云溪至柳林支线"]));
        assert!(!same(&["青白高速", "青白高速改扩建"]));
        assert!(!same(&["青白特高压工程", "青白特高压加强工程"]));
        assert!(!same(&["青岩机场改造工程", "青岩机场改造主体工程"]));
        assert!(!same(&["引青济白", "引青济白中线工程"]));
    }

    #[test]
    fn a_short_form_goes_with_the_one_long_form() {
        assert!(same(&["东方医院", "清溪东方医院"]));
        assert!(same(&["清溪东方医院", "东方医院"]));
        assert!(!same(&["东方医院", "清溪东方医院", "白河东方医院"]));
        assert!(!same(&["水库", "青岩水库"]));
        assert!(same(&["青岩工程", "黄河青岩水利枢纽工程"]));
        assert!(same(&["青河上游防护林工程", "青河上中游防护林"]));
        assert!(!same(&["青河上游防护林工程", "青河下游防护林"]));
        assert!(!same(&["青河上游防护林工程", "白河上中游防护林"]));
        assert!(same(&["青岩工程", "长江青岩工程", "青岩水利枢纽", "长江青岩水利枢纽工程"]));
        assert!(!same(&["青岩工程", "青岩水库", "青岩大桥"]));
        assert!(!same(&["青岩工程", "青岩东段工程"]));
        assert!(same(&["华阳年产5亿平方米渔网项目", "华阳渔网项目"]));
        assert!(same(&["华阳年产1.5万套渔具项目", "华阳渔具项目"]));
        assert!(same(&["青岩水厂", "青岩日处理5万吨水厂"]));
        assert!(!same(&["华阳5套渔具项目", "华阳渔具项目"]));
        assert!(!same(&["华阳年产5万套渔具项目", "华阳年产8万套渔具项目"]));
        assert!(!same(&["青岩工程", "青岩库区生态修复工程"]));
    }

    proptest! {
        /// Groups do not depend on the order of the names, and joining again changes nothing.
        #[test]
        fn joining_depends_on_no_order(names in prop::collection::vec(
            prop::sample::select(vec!["东方医院", "清溪东方医院", "白河东方医院", "青岩水库", "青岩水库工程", "青岩水库一期", "青岩水库二期", "科创园项目"]), 0..10)) {
            let forward: Vec<Name> = names.iter().map(|name| Name::of(name)).collect();
            let mut backward = forward.clone();
            backward.reverse();
            let (one, two) = (joined(&forward, Lexicon::for_tests()), joined(&backward, Lexicon::for_tests()));
            let last = names.len().saturating_sub(1);
            for a in 0..names.len() {
                prop_assert_eq!(one[one[a]], one[a]);
                for b in 0..names.len() {
                    prop_assert_eq!(one[a] == one[b], two[last - a] == two[last - b]);
                    if forward[a].phase != forward[b].phase {
                        prop_assert!(one[a] != one[b], "phases are never joined");
                    }
                }
            }
        }
    }
}
