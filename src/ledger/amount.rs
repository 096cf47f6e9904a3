//! Which figures of a measure say how much shall be done.

use super::Amount;
use super::reader::Reader;
use crate::record::{Figure, FigureKind, Measure};

/// Up to how many things are enumerated.
const MOST_ENUMERATED: u32 = 10;
/// Up to how many things are there that are to grow.
const MOST_THERE: u32 = 20;
/// How far before a figure what it gauges is looked for, in characters.
const GAUGE: usize = 4;
/// The longest addition behind an amount, and the longest scrap of a noun, in characters.
const LONGEST_BEHIND: usize = 2;
const LONGEST_SCRAP: usize = 2;
/// The longest list of what one amount counts, in characters.
const LONGEST_PAIR: usize = 20;
/// The longest rest of a noun, in characters.
const LONGEST_NOUN: usize = 12;
/// So many people are a whole people.
const EVERYONE: u32 = 400_000_000;

impl Reader<'_> {
    /// The figures of a measure that say how much shall be done.
    pub(super) fn counted(&self, measure: &Measure) -> Vec<usize> {
        let figure = |index: &usize| self.speech.figures.get(*index);
        let is_amount = |index: &usize| figure(index).is_some_and(|figure| self.is_amount(figure, measure));
        measure.figures.iter().copied().filter(is_amount).collect()
    }

    /// The amounts of a measure, the first with what it counts by the measure's own words.
    pub(super) fn amounts_of(&self, measure: &Measure) -> Vec<Amount> {
        let mut amounts = self.amounts(&self.counted(measure));
        for amount in &mut amounts {
            let behind =
                measure.object.text.split_once(&amount.evidence.text).map_or("", |(_, behind)| behind);
            let unit = amount.unit.as_deref().unwrap_or_default();
            amount.of = amount.of.take().map(without_second_unit).map(|of| without_task(of, unit, behind));
        }
        share_out(&mut amounts, &self.source.folded(measure.span.start, measure.span.end));
        if let Some(first) = amounts.first_mut()
            && let Some(own) = self.counted_noun(measure, first)
        {
            first.of = Some(own);
        }
        amounts
    }

    /// “两山”|基地3个, 修复草原5亩、治理|水土流失3亩: what stands before an amount that closes the object is counted, where the
    /// figure has only a scrap of it, or what another item of the list counts.
    fn counted_noun(&self, measure: &Measure, amount: &Amount) -> Option<String> {
        let words = self.words();
        let (whole, of) = (&measure.object.text, amount.of.as_deref()?);
        let (noun, behind) = whole.split_once(&amount.evidence.text)?;
        let noun = noun.trim_end_matches(['近', '超', '过', '约', '达', '共']);
        let is_noun = noun.chars().count() > 1
            && !noun.contains(['等', '的', '、', '和', '与', '及', '从', '由', '各', '超'])
            && words.finishing.find(noun).next().is_none()
            && words.adding.longest_at(noun, 0).is_none();
        let closes = behind.chars().count() <= LONGEST_BEHIND && !behind.starts_with('的');
        // 28个|渔业学科|人才培养基地: the noun goes on.
        if let Some(rest) = behind.strip_prefix(of) {
            let is_named = self.lexicon.projects.head(rest).is_some() || words.things.end(rest);
            let is_done = words.finishing.longest_at(rest, 0).is_some();
            let is_head = is_named && !is_done && !words.deeds.end(rest);
            let is_one = rest.chars().count() > LONGEST_SCRAP
                && rest.chars().count() <= LONGEST_NOUN
                && !rest.contains(['、', '和', '与', '及', '等', '的', '(', '（']);
            return (is_head && is_one).then(|| behind.to_owned());
        }
        if closes && is_pair_ending_with(noun, of) && words.finishing.find(noun).next().is_none() {
            return Some(noun.to_owned());
        }
        if !is_noun || !closes || noun.starts_with(of) {
            return None;
        }
        // 研究院共建|联合中心30家: who did it, and how, counts nothing.
        if of.ends_with(&format!("{}{noun}", measure.verb)) && of.len() > noun.len() + measure.verb.len() {
            return Some(noun.to_owned());
        }
        if let Some(own) = of.strip_prefix(measure.verb.as_str()) {
            return Some(own.to_owned()).filter(|own| noun == own && own.chars().count() > LONGEST_SCRAP);
        }
        let ahead = self.ahead(measure);
        let is_of_other = !noun.contains(of)
            && ahead.rfind(of).is_some_and(|at| {
                let between = &ahead[at + of.len()..];
                between.contains(['、', ',']) && between.contains(|c: char| c.is_ascii_digit())
            });
        let is_scrap = noun.starts_with('“') && noun.ends_with(of) && of.chars().count() <= LONGEST_SCRAP;
        // 治理|水土流失.
        let deed = noun.chars().take(2).map(char::len_utf8).sum();
        let noun = if words.deeds.end(&noun[..deed]) { &noun[deed..] } else { noun };
        (is_of_other || is_scrap).then(|| noun.to_owned()).filter(|noun| !noun.is_empty())
    }

    /// Whether a figure is one of what shall be done, and no label, number of kinds or explanation.
    fn is_amount(&self, figure: &Figure, measure: &Measure) -> bool {
        let words = self.words();
        let behind = self.source.folded(figure.span.end, measure.object.span.end.max(figure.span.end));
        // 千亿级开发区, 10万千瓦及以下机组, 12英寸产线: a class of things.
        let is_class = words.ranks.longest_at(&behind, 0).is_some();
        let is_size = figure.unit.as_deref().is_some_and(|unit| words.sizes.contains(unit));
        // 时速120公里以上线路: which are meant.
        let gauged = self.source.folded(figure.span.start.saturating_sub(GAUGE), figure.span.start);
        let is_gauge = words.gauges.end(&gauged);
        let is_size = is_size && behind.starts_with(|c: char| !c.is_ascii_punctuation());
        // 按百元产值包干: the base of a rate.
        let is_base = gauged.ends_with(['按', '每']) && figure.kind == FigureKind::Money;
        let is_label = is_class || is_size || is_gauge || is_base || is_sequence(&figure.text);
        // 尾矿库(1公里内有居民的尾矿库): what a bracket explains.
        let before = self.source.folded(measure.object.span.start, figure.span.start);
        let is_aside = before.matches('(').count() > before.matches(')').count() && behind.contains(')');
        // “三公里”就业圈: what the quotation marks of a name hold.
        let is_coined = before.matches('“').count() > before.matches('”').count() && behind.contains('”');
        // 产值过百亿元企业: how large those are that are meant.
        let names_more = behind.starts_with(|c: char| c == '的' || c.is_alphabetic())
            && words.beyond.longest_at(&behind, 0).is_none();
        let is_bar = figure.kind == FigureKind::Money && before.ends_with(['过', '超']) && names_more;
        let says_how_large = is_bar
            || self.is_capacity(figure, &before, &behind)
            || self.is_everyone(figure, &behind)
            || self.is_there(figure, measure)
            || self.is_size_of_counted(figure, measure);
        !is_label && !is_aside && !is_coined && !says_how_large && !self.enumerates(figure, measure)
    }

    /// 50万千瓦以上|基地, 千万吨|炼厂: how strong or heavy those are that are meant, by a bound or a bare multiplier.
    fn is_capacity(&self, figure: &Figure, before: &str, behind: &str) -> bool {
        let words = self.words();
        let measures = !matches!(
            figure.kind,
            FigureKind::Count
                | FigureKind::Money
                | FigureKind::Area
                | FigureKind::Length
                | FigureKind::Percent
        );
        let bound = words.bounds.longest_at(behind, 0).map(|(bound, ())| &behind[bound.end..]);
        let is_round =
            figure.text.starts_with(['百', '千', '万']) && !before.ends_with(['近', '超', '过', '约']);
        let is_age = figure.kind == FigureKind::Age;
        let named = bound.or(Some(behind).filter(|_| is_age || is_round));
        let names = |named: &str| {
            named.starts_with(char::is_alphabetic) && words.beyond.longest_at(named, 0).is_none()
        };
        measures && named.is_some_and(names)
    }

    /// 实施亿元以上|技改项目|1200项: a sum that says how large those are that the next figure counts, and no sum that is spent.
    fn is_size_of_counted(&self, figure: &Figure, measure: &Measure) -> bool {
        let words = self.words();
        let mut others = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        figure.kind == FigureKind::Money
            && others.any(|other| {
                let between = self.source.folded(figure.span.end, other.span.start.max(figure.span.end));
                let named = words.bounds.longest_at(&between, 0).map(|(bound, ())| &between[bound.end..]);
                let is_one_phrase = named.is_some_and(|named| {
                    !named.is_empty()
                        && !named.contains(['、', ',', ';', '。', '和', '及', '(', ')'])
                        && words.spent.find(named).next().is_none()
                });
                other.kind == FigureKind::Count && is_one_phrase
            })
    }

    /// 甲和乙两个手段, 四类村庄: a small count in words that only sums up what is named, or says of how many kinds.
    fn enumerates(&self, figure: &Figure, measure: &Measure) -> bool {
        let kinds = &self.words().kinds;
        let object = &measure.object.span;
        let behind = measure.object.text.split_once(&figure.text).map_or("", |(_, behind)| behind);
        let is_respect = kinds.longest_at(behind, 0).is_some();
        let is_inside = figure.span.start > object.start && figure.span.end < object.end;
        let is_kind = figure.unit.as_deref().is_some_and(|unit| kinds.contains(unit));
        let is_small = figure.value.is_some_and(|value| value <= MOST_ENUMERATED.into());
        let in_words = figure.text.starts_with(|c: char| !c.is_numeric() && !c.is_ascii());
        // 用好两个市场: what is there already.
        let is_there = figure.span.start == object.start && self.words().using.contains(&measure.verb);
        let says_none = is_inside || is_kind || is_respect || is_there || self.follows_its_items(figure);
        in_words && is_small && figure.kind == FigureKind::Count && says_none
    }

    /// 甲整治和乙清理|两个行动: whether as many things as a figure counts are named before it in its clause; what is done to
    /// them (改造和新建|两个水库) is none of them.
    fn follows_its_items(&self, figure: &Figure) -> bool {
        let (start, _) = self.source.bounds(&figure.span);
        let before = self.source.folded(start, figure.span.start);
        let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
        let items: Vec<&str> = clause.split(['、', '和', '与', '及']).collect();
        let words = self.words();
        let is_done =
            items.last().is_none_or(|last| words.finishing.contains(last) || words.carried.contains(last));
        items.len() > 1 && !is_done && figure.value.is_some_and(|value| value <= items.len().into())
    }

    /// 壮大6个渔业集群: a few things that are there already and are to grow, nobody says how far.
    fn is_there(&self, figure: &Figure, measure: &Measure) -> bool {
        figure.kind == FigureKind::Count
            && figure.value.is_some_and(|value| value <= MOST_THERE.into())
            && figure.span.start == measure.object.span.start
            && measure.deadline.is_none()
            && self.words().growing.contains(&measure.verb)
    }

    /// 十几亿人口的|潜力: all people that there are, and no amount of what is done.
    fn is_everyone(&self, figure: &Figure, behind: &str) -> bool {
        let is_whole = match figure.value {
            Some(value) => value >= EVERYONE.into(),
            None => figure.text.contains('亿') || figure.text.contains("万万"),
        };
        // 六亿|多|人民.
        let behind = behind.trim_start_matches(['多', '余', '几']);
        let people = || self.words().people.longest_at(behind, 0);
        let named = match figure.unit.as_deref() {
            Some("人") => Some(behind),
            _ => people().map(|(people, ())| &behind[people.end..]),
        };
        is_whole && named.is_some_and(|behind| behind.starts_with('的'))
    }
}

/// 50条(个)|示范渔港: what is counted, without the other unit that it may be counted by.
fn without_second_unit(of: String) -> String {
    let opened = of.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    let counted = opened.filter(|(unit, _)| unit.chars().count() == 1).map(|(_, counted)| counted.to_owned());
    counted.filter(|counted| counted.starts_with(char::is_alphabetic)).unwrap_or(of)
}

/// 3万个渔村|的整治任务, 20期培训|任务: what is counted, and not that it is a task; 5项重点任务 are tasks.
fn without_task(of: String, unit: &str, behind: &str) -> String {
    let Some(deed) = of.strip_suffix("任务") else { return of };
    let owner = behind.strip_suffix(&of).and_then(|owner| owner.strip_suffix('的'));
    let owner = owner.filter(|owner| !owner.contains(['、', '和', '的']));
    let counted = match unit {
        "项" | "件" | "大" => None,
        "个" => owner,
        _ => owner.or(Some(deed)),
    };
    counted.filter(|counted| counted.chars().count() > 1).map(str::to_owned).unwrap_or(of)
}

/// 渔业、港口业产值分别达5亿、6亿元: as many amounts as things, which are told one by one; a unit said once is that of all.
fn share_out(amounts: &mut [Amount], measure: &str) {
    let Some(list) = amounts.first().and_then(|amount| amount.of.clone()) else { return };
    let things: Vec<&str> = list.split(['、', '和', '与', '及']).collect();
    let last = amounts.last().and_then(|amount| amount.unit.clone());
    if !measure.contains("分别") || things.len() < 2 || things.len() != amounts.len() {
        return;
    }
    for (amount, thing) in amounts.iter_mut().zip(things) {
        amount.of = Some(thing.to_owned());
        amount.unit = amount.unit.take().or_else(|| last.clone());
    }
}

/// 一二三次产业: digits in a row name which are meant, and count none.
fn is_sequence(figure: &str) -> bool {
    let digits: Vec<char> = figure.chars().take_while(|c| crate::text::is_chinese_digit(*c)).collect();
    let place = |digit: char| "一二三四五六七八九".find(digit);
    let follows = |pair: &[char]| place(pair[0]).zip(place(pair[1])).is_some_and(|(one, next)| one < next);
    digits.len() > 2 && digits.windows(2).all(follows)
}

/// 船舶、码头、|渔具保险5万份: whether a figure has only the last of the items that stand before it.
fn is_pair_ending_with(noun: &str, of: &str) -> bool {
    let items = noun.strip_suffix(of).filter(|items| items.ends_with(['、', '和', '与', '及']));
    items.is_some_and(|items| {
        noun.chars().count() <= LONGEST_PAIR
            && !items.contains(['等', '的'])
            && !items.contains(|c: char| c.is_ascii_digit() || crate::text::is_chinese_digit(c))
    })
}
