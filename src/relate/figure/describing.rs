//! Verbs before a noun that describe it, so that they are part of its phrase: 参保|率, 成果|转化|项目.

use std::ops::Range;

use super::chart::{Chart, Class};
use super::counted::quantity_before;
use super::preceding::{
    MAX_GOVERNED_NOUNS, MAX_RATIO_PIECES, is_dependent, is_short, is_short_noun, joins_deeds,
};
use crate::lexicon::Role;

/// Whether the verb `at`, before nouns of the phrase that ends before `end`, describes them.
pub(super) fn describes(chart: &Chart, at: usize, end: usize, floor: usize) -> bool {
    // 预算规定支出为5亿元: what was laid down follows. 服务项目惠及儿童9万人: those who were reached. 江北跨入总产值9亿元城市: what it has
    // become.
    let is_told = chart.slice(at) == "规定" && at + 1 < end
        || matches!(chart.slice(at), "惠及" | "跨入" | "迈入" | "进入");
    if chart.compares(at) || is_told {
        return false;
    }
    let verb = Describer { chart, at, end, floor };
    if at + 1 == end { verb.names_change() } else { verb.describes() }
}

/// A verb with the nouns after it that it may describe.
struct Describer<'c, 't> {
    chart: &'c Chart<'t>,
    at: usize,
    /// The index after the last piece of the phrase.
    end: usize,
    /// The index of the first piece of the clause.
    floor: usize,
}

impl Describer<'_, '_> {
    /// Each of these by itself is enough.
    fn describes(&self) -> bool {
        self.stands_in_row()
            || self.joins()
            || self.is_in_chain()
            || self.is_degree()
            || self.completes_character()
            || self.measures()
            || self.stands_beside_verb()
            || self.sizes()
            || self.leaves_predicate()
            || self.is_in_list()
            || self.completes_dependent()
            || self.is_deed_of_quantity()
            || self.is_deed_of_bearer()
            || self.is_deed_before_predicate()
            || self.is_between_nouns()
            || self.follows_de()
            || self.opens_subject()
            || self.has_governor()
    }

    fn class(&self) -> Option<Class> {
        self.chart.class(self.at)
    }

    fn is_verb(&self) -> bool {
        self.class() == Some(Class::Verb)
    }

    fn is_deed(&self) -> bool {
        self.class() == Some(Class::Deed)
    }

    fn is_plain(&self) -> bool {
        matches!(self.class(), Some(Class::Verb | Class::Deed | Class::Change { takes_object: false, .. }))
    }

    /// Whether a single piece follows it in the phrase.
    fn has_one_after(&self) -> bool {
        self.at + 2 == self.end
    }

    fn is_before_noun(&self) -> bool {
        self.chart.class(self.at + 1).is_some_and(Class::is_nominal)
    }

    fn class_before(&self) -> Option<Class> {
        if self.at > self.floor { self.chart.class_before(self.at) } else { None }
    }

    fn follows_noun(&self) -> bool {
        self.class_before().is_some_and(Class::is_nominal)
    }

    fn follows_modifier(&self) -> bool {
        self.class_before().is_some_and(|class| class.is_nominal() || class == Class::Attribute)
    }

    fn ends_in_quantity(&self) -> bool {
        self.chart.names_quantity(self.end - 1)
    }

    /// Whether the piece is a deed after what it is done to: 危房|改造.
    fn is_done_to(&self, deed: usize) -> bool {
        self.chart.class(deed) == Some(Class::Deed)
            && deed > self.floor
            && self.chart.class_before(deed).is_some_and(Class::is_head)
    }

    /// Whether it ends the phrase as a noun: before the word for what became of it (产量|增长 达到), or as an
    /// object.
    fn names_change(&self) -> bool {
        let changes = self.follows_noun() && self.chart.is_predicate(self.end);
        self.is_deed() && (changes || is_governed(self.chart, self.at, self.floor))
    }

    /// Whether it opens a row of deeds before a change, which have one name: 取暖|保障|投诉|下降.
    fn stands_in_row(&self) -> bool {
        let names_deeds = || (self.at + 1..self.end).all(|at| self.chart.class(at) == Some(Class::Verb));
        self.follows_noun() && self.chart.class(self.end).is_some_and(Class::is_change) && names_deeds()
    }

    /// Whether it is joined with another deed before the noun: 工程承包|和|劳务合作|营业额.
    fn joins(&self) -> bool {
        self.follows_noun() && joins_deeds(self.chart, self.at + 1, self.end)
    }

    /// Whether it describes a further deed, after what that is done to: 危房|改造|安置|住房.
    fn is_in_chain(&self) -> bool {
        let is_further = || {
            self.at > self.floor && self.has_one_after() && !self.is_deed() && self.is_done_to(self.at - 1)
        };
        let precedes_deed = || {
            let next = self.chart.class(self.at + 1);
            self.at + 3 == self.end && next.is_some_and(|class| class == Class::Verb || class == Class::Act)
        };
        is_further() || precedes_deed() && self.is_done_to(self.at)
    }

    /// Whether it is a change with a name for how large that is: 减少|幅度.
    fn is_degree(&self) -> bool {
        self.class().is_some_and(Class::is_change)
            && self.has_one_after()
            && names_degree(self.chart.slice(self.at + 1))
    }

    /// Whether a noun of one character needs it: 参保|率.
    fn completes_character(&self) -> bool {
        self.is_plain() && self.has_one_after() && is_short_noun(self.chart, self.at + 1)
    }

    /// Whether it has a suffix that measures: 覆盖|率, 资助|面.
    fn measures(&self) -> bool {
        is_long_act(self.chart, self.at)
            && self.has_one_after()
            && self.chart.lexicon.phrases.suffixes.contains(self.chart.slice(self.at + 1))
    }

    /// Whether a short noun follows it, beside another verb: 改造安置|房, 安置|房|交付.
    fn stands_beside_verb(&self) -> bool {
        is_long_act(self.chart, self.at)
            && self.has_one_after()
            && is_short_noun(self.chart, self.at + 1)
            && (self.chart.class(self.end).is_some_and(Class::is_action)
                || self.class_before() == Some(Class::Deed))
    }

    /// Whether a word for a size follows it: 飞行|规模.
    fn sizes(&self) -> bool {
        self.is_verb()
            && self.has_one_after()
            && !self.follows_modifier()
            && matches!(self.chart.slice(self.at + 1), "规模" | "水平")
            && !is_short(self.chart, self.at)
    }

    /// Whether the clause has another predicate: 物资|储备|部门 达到, 金融等|服务|机构 达到.
    fn leaves_predicate(&self) -> bool {
        let follows_list = self.is_deed() && self.class_before() == Some(Class::Etc);
        self.is_plain()
            && (self.follows_noun() || follows_list)
            && self.is_before_noun()
            && has_predicate(self.chart, self.end)
    }

    /// Whether it stands in a further member of a list of nouns: 400个、土壤|辐射|监测点.
    fn is_in_list(&self) -> bool {
        self.is_plain()
            && self.follows_noun()
            && self.is_before_noun()
            && lists_after_figure(self.chart, self.at, self.floor)
    }

    /// Whether the noun after it says nothing by itself: 死亡|人数, 班列|开行|数量|增长.
    fn completes_dependent(&self) -> bool {
        let takes = self.is_verb()
            || self.is_deed() && self.follows_noun()
            || self.class() == Some(Class::Act) && self.follows_noun() && has_predicate(self.chart, self.end);
        takes && is_dependent(self.chart, self.at + 1, self.end)
    }

    fn is_deed_of_quantity(&self) -> bool {
        self.is_deed()
            && self.has_one_after()
            && (self.ends_in_quantity()
                || self.chart.slice(self.at + 1) == "投资"
                || self.follows_noun() && self.chart.names_measure(self.at + 1))
    }

    /// Whether the noun after it is one that deeds describe: 成果|转化|项目, 湿地|保护|修复|工程.
    fn is_deed_of_bearer(&self) -> bool {
        let is_last = || {
            self.has_one_after()
                && bears_deed(self.chart, self.at)
                && (self.is_done_to(self.at)
                    || self.at > self.floor && self.is_deed() && self.is_done_to(self.at - 1))
        };
        let is_last_but_one = || {
            self.at + 3 == self.end
                && self.is_done_to(self.at)
                && self.chart.class(self.at + 1) == Some(Class::Deed)
                && bears_deed(self.chart, self.at + 1)
        };
        is_last() || is_last_but_one()
    }

    /// Whether it is a deed before a quantity that has a predicate: 服务|机器人|产量 增长.
    fn is_deed_before_predicate(&self) -> bool {
        self.is_deed() && self.ends_in_quantity() && has_predicate(self.chart, self.end)
    }

    /// Whether it stands between a noun and the name of a quantity, where no verb governs: 经费|补助|标准.
    fn is_between_nouns(&self) -> bool {
        self.is_plain() && self.follows_modifier() && self.ends_in_quantity()
    }

    /// Whether it follows 的, after which no verb governs: 基层|的|管理|人员.
    fn follows_de(&self) -> bool {
        (self.is_plain() || self.class().is_some_and(Class::is_act))
            && self.chart.class_before(self.at) == Some(Class::De)
    }

    /// Whether it is a deed that opens its clause, before a noun that has a predicate of its own:
    /// 审批|事项|由9项减至6项.
    fn opens_subject(&self) -> bool {
        let opens = matches!(self.chart.class_before(self.at), None | Some(Class::Comma | Class::Stop));
        let starts = matches!(self.chart.slice(self.end), "由" | "从");
        let changes = self.is_deed() && self.chart.class(self.end).is_some_and(Class::is_change);
        opens
            && self.has_one_after()
            && self.is_plain()
            && !is_short(self.chart, self.at)
            && (starts || changes)
    }

    /// Whether another verb governs its clause, which has only one such verb: 建成|社区|托管|机构.
    fn has_governor(&self) -> bool {
        let next = self.chart.class(self.at + 1);
        let is_named =
            next.is_some_and(|class| class.is_nominal() || class == Class::Deed && self.at + 2 < self.end);
        is_named && is_governed(self.chart, self.at, self.floor)
    }
}

/// Whether what became of the quantity follows, with nothing but links before it: 分别达到.
pub(super) fn has_predicate(chart: &Chart, end: usize) -> bool {
    let verb = (end..end + MAX_RATIO_PIECES)
        .find(|at| chart.class(*at) != Some(Class::Link) || chart.is_predicate(*at));
    verb.is_some_and(|at| chart.is_predicate(at))
        // 从5元提高到6元
        || matches!(chart.slice(end), "从" | "由")
}

/// The index of the size that tells what is counted from others of its sort: 建成五百亿级|园区2个, 亿元以上|项目新开工9个.
pub(super) fn size_before(chart: &Chart, phrase: Range<usize>, floor: usize) -> Option<usize> {
    let of = usize::from(chart.class_before(phrase.start) == Some(Class::De));
    let bound = phrase.start.checked_sub(1 + of)?;
    let size = bound.checked_sub(1).filter(|size| *size >= floor && !phrase.is_empty())?;
    let tells =
        chart.slice(bound) == "级" || matches!(chart.slice(bound), "以上" | "以下" | "及以上" | "及以下");
    let is_figure = |at: usize| matches!(chart.class(at), Some(Class::Figure(_)));
    let tells = tells && !chart.slice(size).ends_with('%');
    let passed =
        |at: &usize| chart.class(*at).is_some_and(|class| class.is_passed() && class != Class::Basis);
    let told = phrase.end + (phrase.end..phrase.end + 3).take_while(passed).count();
    let size = Some(size).filter(|_| tells && is_figure(size) && is_figure(told))?;
    // 年产值|5亿元以上|企业9家: the size is of the quantity before it.
    Some(quantity_before(chart, size).filter(|quantity| of == 0 && *quantity >= floor).unwrap_or(size))
}

/// Whether a whole is the second side of a degree: 专业|与|全市|产业|匹配度.
pub(super) fn relates_whole(chart: &Chart, at: usize, end: usize) -> bool {
    chart.slice(at).starts_with('全')
        && at > 0
        && chart.slice(at - 1) == "与"
        && chart.slice(end - 1).ends_with('度')
}

/// Whether the word tells what a purse spends: 财政|用于|文化|支出; not 资金用于教育支出.
pub(super) fn spends(chart: &Chart, at: usize, end: usize) -> bool {
    let outlays = &chart.lexicon.phrases.outlays;
    chart.slice(at) == "用于"
        && outlays.end(chart.slice(end - 1))
        && chart.class_before(at).is_some_and(Class::is_head)
        && !outlays.end(chart.slice(at - 1))
}

/// Whether the word leads a verb to the place where somebody goes: 抽调|到|渔业部门|的|干部.
pub(super) fn goes_to(chart: &Chart, at: usize) -> bool {
    chart.slice(at) == "到"
        && chart.class_before(at) == Some(Class::Verb)
        && chart.class(at + 1).is_some_and(Class::is_nominal)
}

/// Whether the noun before the word at `at` has what follows: 公司|现有|员工, 全村|共有|农户.
pub(super) fn has_own(chart: &Chart, at: usize) -> bool {
    matches!(chart.slice(at), "现有" | "拥有" | "共有")
        && chart.class_before(at).is_some_and(Class::is_head)
        && chart.class(at + 1).is_some_and(Class::is_nominal)
}

fn is_long_act(chart: &Chart, at: usize) -> bool {
    chart.class(at).is_some_and(Class::is_act) && !is_short(chart, at)
}

/// Whether only nouns part the piece `at` from a 、 with a figure before it.
fn lists_after_figure(chart: &Chart, at: usize, floor: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let first = (floor.max(at.saturating_sub(MAX_GOVERNED_NOUNS))..at).rev().take_while(nominal).last();
    first
        .and_then(|first| first.checked_sub(1))
        .is_some_and(|pause| chart.class(pause) == Some(Class::Pause) && chart.follows_figure(pause))
}

fn names_degree(word: &str) -> bool {
    matches!(word, "幅度" | "速度" | "比例" | "比率")
}

/// Whether only nouns part the verb `at` from one before it that governs what is counted: 建成国家级和省级科技|创新|平台.
fn is_governed(chart: &Chart, at: usize, floor: usize) -> bool {
    let nominal =
        |at: usize| chart.class(at).is_some_and(|class| class.is_nominal() || class == Class::Attribute);
    let inside = |at: &usize| match chart.class(*at) {
        Some(Class::Link) => chart.slice(*at) == "全国",
        Some(Class::Bound { .. }) => !chart.follows_figure(*at),
        Some(Class::And) => *at > floor && nominal(*at - 1) && nominal(*at + 1),
        // 实施对口|支援|协作|项目
        Some(Class::Verb) => *at > floor && nominal(*at - 1) && !is_short(chart, *at),
        _ => nominal(*at),
    };
    let first = (floor.max(at.saturating_sub(MAX_GOVERNED_NOUNS))..at).rev().take_while(inside).last();
    let governor = first.and_then(|first| first.checked_sub(1));
    governor.is_some_and(|at| {
        matches!(chart.class(at), Some(Class::Gain | Class::Act | Class::Deed))
            && !chart.plays(at, Role::Draws)
    })
}

/// Whether the noun after the deed at `deed` is one that deeds describe: 成果|转化|项目, 污染|防治|项目. Those who are
/// served or fostered are not described by that: 平台|服务|企业.
fn bears_deed(chart: &Chart, deed: usize) -> bool {
    let is_bearer = chart.plays(deed + 1, Role::Bears);
    is_bearer
        || chart.slice(deed + 1) == "企业" && matches!(chart.slice(deed), "转化" | "生产" | "加工" | "建设")
}

/// The index of the 的 or the noun that ends a description opened by an adverb of degree: 比较|雄厚|、|布局|比较|合理|的.
pub(super) fn degree(chart: &Chart, adverb: usize) -> Option<usize> {
    // 较|发达: the segmenter takes some adjectives for verbs.
    let is_quality = |class: Class| matches!(class, Class::Modifier | Class::Verb);
    if !matches!(chart.slice(adverb), "较" | "比较" | "更" | "最") {
        return None;
    }
    let inside = |at: &usize| {
        chart.class(*at).is_some_and(|class| {
            class.is_nominal()
                || class.is_action()
                || matches!(class, Class::Modifier | Class::Link | Class::Pause)
        })
    };
    let modifiers = (adverb + 1..adverb + MAX_GOVERNED_NOUNS)
        .take_while(|at| chart.class(*at).is_some_and(is_quality))
        .count();
    let noun = adverb + 1 + modifiers;
    if chart.class(noun).is_some_and(Class::is_head) {
        return Some(noun);
    }
    let de = adverb + 1 + (adverb + 1..adverb + MAX_GOVERNED_NOUNS).take_while(inside).count();
    let describes = chart.class(de) == Some(Class::De) && chart.class(de + 1).is_some_and(Class::is_nominal);
    describes.then_some(de)
}
