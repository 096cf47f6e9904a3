//! Decides which figures of a measure say how much is to be done.

use super::promise::CLOSING;
use super::reader::Reader;
use crate::lexicon::LedgerWords;
use crate::record::{Figure, FigureKind, Measure};
use crate::text::clause_before;

/// Largest number of things that an enumeration counts.
const MAX_ENUMERATED: u32 = 10;
/// Largest number of standing things that are to grow.
const MAX_THERE: u32 = 20;
/// Units of people.
const PEOPLE: [&str; 3] = ["人", "户", "名"];
/// Things that 抓好 tends; it carries others out.
const TENDED: [&str; 3] = ["在建", "续建", "项目"];
/// Words before an amount that those meant have reached.
const REACHING: [&str; 4] = ["达到", "达", "超过", "高于"];
/// How many characters before a figure are searched for the word that it gauges.
const MAX_GAUGE_CHARS: usize = 4;
/// Most characters after a share or sum that names a policy.
const MAX_POLICY_CHARS: usize = 8;
/// From this many people on, a whole nation is meant.
const EVERYONE: u32 = 400_000_000;

impl Reader<'_> {
    /// The indices of a measure's figures that say how much is to be done.
    pub(super) fn counted(&self, measure: &Measure) -> Vec<usize> {
        let figure = |index: &usize| self.speech.figures.get(*index);
        let is_amount = |index: &usize| figure(index).is_some_and(|figure| self.is_amount(figure, measure));
        measure.figures.iter().copied().filter(is_amount).collect()
    }

    /// Whether a figure says how much is to be done, and is no label, number of kinds or explanation.
    fn is_amount(&self, figure: &Figure, measure: &Measure) -> bool {
        let words = self.words();
        let after = self.read.folded(figure.span.end, measure.object.span.end.max(figure.span.end));
        // The figure names a class of things (千亿级开发区, 10万千瓦及以下机组, 12英寸产线), or tells how many play there
        // (3人制球场).
        let is_system = figure.unit.as_deref().is_some_and(|unit| ["人", "班", "年"].contains(&unit))
            && after.starts_with('制')
            && !after.starts_with("制造");
        let is_class = words.ranks.longest_at(&after, 0).is_some() || is_system;
        let is_size = figure.unit.as_deref().is_some_and(|unit| words.sizes.contains(unit));
        // The figure tells which ones are meant: 时速120公里以上线路.
        let gauged = self.read.folded(figure.span.start.saturating_sub(MAX_GAUGE_CHARS), figure.span.start);
        let is_gauge = words.gauges.end(&gauged);
        let is_size = is_size && after.starts_with(|c: char| !c.is_ascii_punctuation());
        // The figure is the base of a rate: 按百元产值包干.
        let is_base = gauged.ends_with(['按', '每']) && figure.kind == FigureKind::Money;
        let is_label = is_class || is_size || is_gauge || is_base || is_sequence(&figure.text);
        // A bracket explains it: 尾矿库(1公里内有居民的尾矿库).
        let before = self.read.folded(measure.object.span.start, figure.span.start);
        let is_aside = before.matches('(').count() > before.matches(')').count() && after.contains(')');
        // It stands in the quotation marks of a name: “三公里”就业圈.
        let is_coined = before.matches('“').count() > before.matches('”').count() && after.contains('”');
        // It tells how large those meant are: 产值过百亿元企业.
        let names_more = after.starts_with(|c: char| c == '的' || c.is_alphabetic())
            && words.beyond.longest_at(&after, 0).is_none();
        let is_bar = figure.kind == FigureKind::Money && before.ends_with(['过', '超']) && names_more;
        let says_how_large = is_bar
            || names_policy(figure, &after, words)
            || self.is_capacity(figure, &before, &after)
            || self.is_share_of_those_meant(figure, measure, &after)
            || self.is_size_of_work(figure, &before, &after)
            || self.is_class_of_counted(figure, measure)
            || self.is_everyone(figure, &after)
            || self.is_there(figure, measure)
            || self.is_size_of_counted(figure, measure);
        !is_label && !is_aside && !is_coined && !says_how_large && !self.enumerates(figure, measure)
    }

    /// Whether an attribute tells an amount that those meant have reached: 对渔货量|达|1000单|以上|的渔户进行补助.
    pub(super) fn is_reached(&self, index: usize, measure: &Measure) -> bool {
        let Some(figure) = self.speech.figures.get(index) else { return false };
        let before = self.read.folded(measure.object.span.start, figure.span.start);
        let after = self.read.folded(figure.span.end, measure.object.span.end.max(figure.span.end));
        let of = REACHING.iter().find_map(|reach| before.strip_suffix(reach));
        let bound = self.words().bounds.longest_at(&after, 0).map(|(bound, ())| &after[bound.end..]);
        of.is_some_and(|of| of.chars().count() > 1)
            && bound.and_then(|after| after.strip_prefix('的')).is_some_and(|named| !named.is_empty())
    }

    /// Whether a bound or a bare multiplier tells how strong or heavy those meant are: 50万千瓦以上|基地, 千万吨|炼厂.
    fn is_capacity(&self, figure: &Figure, before: &str, after: &str) -> bool {
        let words = self.words();
        let measures = !matches!(
            figure.kind,
            FigureKind::Count
                | FigureKind::Money
                | FigureKind::Area
                | FigureKind::Length
                | FigureKind::Percent
        );
        let bound = words.bounds.longest_at(after, 0).map(|(bound, ())| &after[bound.end..]);
        let is_round =
            figure.text.starts_with(['百', '千', '万']) && self.words().without_bound(before) == before;
        let is_age = figure.kind == FigureKind::Age;
        let named = bound.or(Some(after).filter(|_| is_age || is_round));
        let names = |named: &str| {
            named.starts_with(char::is_alphabetic) && words.beyond.longest_at(named, 0).is_none()
        };
        measures && named.is_some_and(names)
    }

    /// Whether an attribute tells a share of those meant (安装效率不低于|60%|的网具), not of what is done (压减|30%|的支出,
    /// 确保|95%|的渔民能上学).
    fn is_share_of_those_meant(&self, figure: &Figure, measure: &Measure, after: &str) -> bool {
        let words = self.words();
        let after = words.bounds.longest_at(after, 0).map_or(after, |(bound, ())| &after[bound.end..]);
        let named = after.strip_prefix('的').filter(|named| named.starts_with(char::is_alphabetic));
        let object = &measure.object.span;
        let is_gauged = || {
            let of = figure.of.as_ref().filter(|of| object.contains(&of.span));
            of.is_some_and(|of| of.span.end <= figure.span.start)
        };
        figure.kind == FigureKind::Percent
            && is_gauged()
            && named.is_some_and(|named| !CLOSING.contains(&named))
    }

    /// Whether the figure tells the size of a work, between a name before it and the word for a work after
    /// it: 释放青岩120万吨乙烯项目产能.
    fn is_size_of_work(&self, figure: &Figure, before: &str, after: &str) -> bool {
        let weighs = matches!(
            figure.kind,
            FigureKind::Mass | FigureKind::Volume | FigureKind::Energy | FigureKind::Power
        );
        let named = ["项目", "工程", "装置"].iter().filter_map(|work| after.split_once(work));
        let is_name = |(kind, _): (&str, &str)| {
            !kind.is_empty() && kind.chars().all(char::is_alphabetic) && !kind.contains(['的', '和', '等'])
        };
        let opens = before.chars().count() > 1
            && before.chars().all(char::is_alphabetic)
            && self.words().without_bound(before) == before
            && self.words().finishing.find(before).next().is_none();
        weighs && opens && named.into_iter().any(is_name)
    }

    /// Whether a sum or a number of people tells how large those are that the next figure counts, and is not
    /// spent: 实施亿元以上|技改项目|1200项, 新建500人以上|渔村公路|9公里.
    fn is_size_of_counted(&self, figure: &Figure, measure: &Measure) -> bool {
        let words = self.words();
        let mut others = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        let are_people = |figure: &Figure| figure.unit.as_deref().is_some_and(|unit| PEOPLE.contains(&unit));
        let counts = |other: &Figure| match figure.kind {
            FigureKind::Money => other.kind == FigureKind::Count,
            _ => are_people(other) || matches!(other.kind, FigureKind::Count | FigureKind::Length),
        };
        (figure.kind == FigureKind::Money || are_people(figure))
            && others.any(|other| {
                let between = self.read.folded(figure.span.end, other.span.start.max(figure.span.end));
                let named = words.bounds.longest_at(&between, 0).map(|(bound, ())| &between[bound.end..]);
                let is_one_phrase = named.is_some_and(|named| {
                    !named.is_empty()
                        && !named.contains(['、', ',', ';', '。', '和', '及', '(', ')'])
                        && words.spent.find(named).next().is_none()
                        && (!are_people(figure) || words.finishing.find(named).next().is_none())
                });
                counts(other) && is_one_phrase
            })
    }

    /// Whether a bare multiplier right after a count tells how large the counted are: 建成5个|百万亩|渔场.
    fn is_class_of_counted(&self, figure: &Figure, measure: &Measure) -> bool {
        let mut others = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        let is_round = figure.text.starts_with(['十', '百', '千', '万']);
        is_round && others.any(|other| other.kind == FigureKind::Count && other.span.end == figure.span.start)
    }

    /// Whether a small count in words only sums up what is named, or tells how many kinds there are: 甲和乙两个手段,
    /// 四类村庄.
    fn enumerates(&self, figure: &Figure, measure: &Measure) -> bool {
        let kinds = &self.words().kinds;
        let object = &measure.object.span;
        let after = measure.object.text.split_once(&figure.text).map_or("", |(_, after)| after);
        let is_respect = kinds.longest_at(after, 0).is_some();
        let is_inside = figure.span.start > object.start && figure.span.end < object.end;
        let is_kind = figure.unit.as_deref().is_some_and(|unit| kinds.contains(unit));
        let is_small = figure.value.is_some_and(|value| value <= MAX_ENUMERATED.into());
        let in_words = figure.text.starts_with(|c: char| !c.is_numeric() && !c.is_ascii());
        // They are there already: 用好两个市场.
        let is_there = figure.span.start == object.start && self.words().using.contains(&measure.verb);
        let says_none = is_inside || is_kind || is_respect || is_there || self.follows_its_items(figure);
        // Aspects count so in digits, too: 8个方面突出问题, 12个部分.
        let is_aspect = ["方面", "部分", "板块"].iter().any(|part| after.starts_with(part));
        let is_sum = is_small && self.is_sum_of_items(figure, measure);
        figure.kind == FigureKind::Count && ((in_words || is_aspect) && is_small && says_none || is_sum)
    }

    /// Whether at least as many things as the figure counts are named before it in its clause: 甲整治和乙清理|两个行动.
    /// Deeds done to them are none of them (改造和新建|两个水库).
    fn follows_its_items(&self, figure: &Figure) -> bool {
        let (start, _) = self.read.bounds(&figure.span);
        let before = self.read.folded(start, figure.span.start);
        let clause = clause_before(&before);
        let items: Vec<&str> = clause.split(['、', '和', '与', '及']).collect();
        let words = self.words();
        let is_done =
            items.last().is_none_or(|last| words.finishing.contains(last) || words.carried.contains(last));
        items.len() > 1 && !is_done && figure.value.is_some_and(|value| value <= items.len().into())
    }

    /// Whether the figure sums up the items named before it, even in digits, and nothing comes to an end:
    /// 构建渔业、林业、牧业|3个体系|.
    fn is_sum_of_items(&self, figure: &Figure, measure: &Measure) -> bool {
        let words = self.words();
        let verb = measure.verb.char_indices().rev().nth(1).map_or("", |(at, _)| &measure.verb[at..]);
        let ends = [&words.finishing, &words.carried].iter().any(|verbs| verbs.contains(verb));
        let start = measure.object.span.start;
        !ends && {
            let items = self.read.folded(start, figure.span.start.max(start));
            // A word of finishing among the items: 挂牌|建设甲乙2个园区.
            let is_list = !items.contains(['等', '为', '将', '把'])
                && !items.contains(char::is_numeric)
                && words.finishing.longest_at(&items, 0).is_none();
            let items: Vec<&str> = items.split(['、', '和', '与', '及']).collect();
            let is_whole = items.len() > 1 && items.iter().all(|item| !item.is_empty());
            is_list && is_whole && figure.value.is_some_and(|value| value == items.len().into())
        }
    }

    /// Whether a few standing things are to grow, without a word of how far: 壮大6个渔业集群, 深化渔具等5个链条治理.
    fn is_there(&self, figure: &Figure, measure: &Measure) -> bool {
        let opens = self.read.folded(measure.object.span.start, figure.span.start);
        let grows = self.words().growing.contains(&measure.verb);
        // They are to serve: 发挥甲乙3个试点作用.
        let serves = self.words().using.contains(&measure.verb) && measure.object.text.ends_with("作用");
        // They are to run or to take effect: 推进5个渔业中心高效运行, 推动渔业12条举措落地见效.
        let runs = (self.words().moving.contains(&measure.verb)
            || self.words().carried.contains(&measure.verb))
            && self.words().running.end(&measure.object.text);
        // Tending counts none, however many there are: 守护330处渔港遗址, 提高9万渔业教师待遇.
        let tending = self.words().tending.contains(&measure.verb);
        let tends = opens.is_empty()
            && (tending
                || measure.verb == "提高" && measure.object.text.ends_with("待遇")
                || measure.verb == "抓好" && TENDED.iter().any(|works| measure.object.text.contains(works)));
        let few = figure.value.is_some_and(|value| value <= MAX_THERE.into());
        let grows = grows && (opens.is_empty() || opens.ends_with('等'));
        tends
            || figure.kind == FigureKind::Count
                && (tending || few && (runs || grows || serves))
                && measure.deadline.is_none()
    }

    /// Whether the figure is the whole nation and no amount of what is done: 十几亿人口的|潜力.
    fn is_everyone(&self, figure: &Figure, after: &str) -> bool {
        let is_whole = match figure.value {
            Some(value) => value >= EVERYONE.into(),
            None => figure.text.contains('亿') || figure.text.contains("万万"),
        };
        // A surplus may stand between: 六亿|多|人民.
        let after = after.trim_start_matches(['多', '余', '几']);
        let people = || self.words().people.longest_at(after, 0);
        let named = match figure.unit.as_deref() {
            Some("人") => Some(after),
            _ => people().map(|(people, ())| &after[people.end..]),
        };
        is_whole && named.is_some_and(|after| after.starts_with('的'))
    }
}

/// Whether a share or sum only tells which policy is meant: 加计扣除|75%|政策.
fn names_policy(figure: &Figure, after: &str, words: &LedgerWords) -> bool {
    matches!(figure.kind, FigureKind::Percent | FigureKind::Money)
        && after.chars().count() <= MAX_POLICY_CHARS
        && words.policies.end(after)
        && !after.contains(['的', '、', '和', ',', '(', '到', '至', '等'])
}

/// Whether the figure is a row of digits that names those meant and counts none: 一二三次产业.
fn is_sequence(figure: &str) -> bool {
    let digits: Vec<char> = figure.chars().take_while(|c| crate::text::is_chinese_digit(*c)).collect();
    let place = |digit: char| "一二三四五六七八九".find(digit);
    let follows = |pair: &[char]| place(pair[0]).zip(place(pair[1])).is_some_and(|(one, next)| one < next);
    digits.len() > 2 && digits.windows(2).all(follows)
}
