//! Trims the noun phrase that a figure is of: no gloss after it, no half of a word before it.

use std::ops::Range;

use super::chart::{Chart, Class, Piece};
use crate::layout::number_length;
use crate::lexicon::Part;
use crate::numeral::is_numeric;
use crate::recognise::Figure;
use crate::record::FigureKind;

const CHARACTER: usize = "量".len();

/// The name alone, without the gloss and with its first word whole.
pub(super) fn name(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let of = without_quoted_change(chart, without_gloss(chart, without_number(chart, of)));
    let of = without_verb(chart, without_preposition(chart, without_currency(chart, of)));
    let of = without_class(chart, without_one(chart, of));
    let of = without_beneficiary(chart, without_some(chart, of));
    with_each(chart, with_title(chart, with_level(chart, with_deed(chart, with_half(chart, of)))))
}

/// The name with 各 before it, if each of what describes the counted is meant: 各|民族|家庭, 各类|学校|困难学生. In 各类|企业
/// and 各类|市场|主体 each of the counted is meant.
fn with_each(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let Some(each) = piece_before(chart, of.start) else { return of };
    let first = chart.pieces.partition_point(|piece| piece.range.start < of.start);
    let inside = chart.pieces[first..].iter().take_while(|piece| piece.range.end <= of.end);
    let words = inside.take_while(|piece| piece.class.is_nominal());
    let (describer, last) = {
        let mut words = words.filter(|piece| piece.class.is_head());
        (words.next(), words.last().filter(|last| last.range.end == of.end))
    };
    let (Some(describer), Some(last)) = (describer.filter(|one| one.range.start == of.start), last) else {
        return of;
    };
    let fits = |unit: &str, piece: &Piece| chart.lexicon.counted.fits(unit, piece.text);
    let is_of_each = match each.text {
        "各" => true,
        "各类" | "各级" | "各种" => {
            (fits("所", describer) || fits("家", describer)) && (fits("名", last) || fits("户", last))
        }
        _ => false,
    };
    if is_of_each { each.range.start..of.end } else { of }
}

/// The name without the number or the dash of an item: 十、|职业技能培训, ——|渔业产值.
fn without_number(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let name = &chart.text[of.clone()];
    let undashed = name.trim_start_matches('—');
    let of = if undashed.is_empty() { of } else { of.end - undashed.len()..of.end };
    let number = if of.start == 0 { number_length(&chart.text[of.clone()]) } else { 0 };
    if number < of.len() { of.start + number..of.end } else { of }
}

/// The name without what became of it in quotation marks: 事故起数|“双下降”.
fn without_quoted_change(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let name = &chart.text[of.clone()];
    let Some((noun, quoted)) = name.strip_suffix('”').and_then(|inside| inside.rsplit_once('“')) else {
        return of;
    };
    let end = quoted.len().checked_sub(2 * CHARACTER).and_then(|end| quoted.get(end..));
    let cue = end.and_then(|end| chart.lexicon.cues.words.get(end));
    let changes = cue.is_some_and(|cue| matches!(cue.part, Part::Change { .. }));
    if changes && !noun.is_empty() { of.start..of.start + noun.len() } else { of }
}

/// The name without the currency before a sum: 罚金|人民币.
fn without_currency(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let currency = chart.lexicon.units.currency_at_end(&chart.text[of.clone()]);
    let noun = currency.filter(|(noun, _)| *noun > 0 && chart.text[of.end..].starts_with(is_numeric));
    noun.map_or(of.clone(), |(noun, _)| of.start..of.start + noun)
}

/// The name without the kind of the places of which some are meant: 有的|县工业产值.
fn without_some(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let name = &chart.text[of.clone()];
    let rest = name.char_indices().nth(1).map_or("", |(end, _)| &name[end..]);
    let place = &name[..name.len() - rest.len()];
    if rest.is_empty() || !chart.lexicon.phrases.kinds.contains(place) {
        return of;
    }
    let is_some = ["有的", "有些", "一些"].iter().any(|some| chart.text[..of.start].ends_with(some));
    if is_some { of.end - rest.len()..of.end } else { of }
}

/// The name without those for whom something is done: 为|企业和个人|减税降费5亿元, 给|渔民|发放贷款5亿元.
fn without_beneficiary(chart: &Chart, of: Range<usize>) -> Range<usize> {
    // 为|9万户|企业|缓缴费用5亿元
    let before = piece_before(chart, of.start);
    let counted = before.filter(|figure| matches!(figure.class, Class::Figure(_)));
    let before = counted.map_or(before, |figure| piece_before(chart, figure.range.start));
    let is_degree = |word: &&Piece| matches!(word.text, "近" | "约" | "超" | "超过");
    let before = before.map(|word| {
        Some(word).filter(is_degree).and_then(|word| piece_before(chart, word.range.start)).unwrap_or(word)
    });
    let is_for = before.is_some_and(|word| matches!(word.text, "为" | "给" | "替" | "向"));
    let inside = || {
        let first = chart.pieces.partition_point(|piece| piece.range.start < of.start);
        chart.pieces[first..].iter().take_while(|piece| piece.range.end <= of.end)
    };
    if !is_for || inside().any(|piece| piece.class == Class::De) {
        return of;
    }
    let acts = |piece: &Piece| piece.class.is_action() || piece.text == "投入";
    let Some(verb) = inside().skip(1).position(acts).map(|verb| verb + 1) else {
        return of;
    };
    let deeds = inside().skip(verb).take_while(|piece| acts(piece)).count();
    let object = inside().nth(verb + deeds).or_else(|| inside().nth(verb));
    object.map_or(of.clone(), |object| object.range.start..of.end)
}

/// The name with the first half of its first word, where the segmenter took the other half into a word that
/// it guessed: 并|网总量.
fn with_half(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let Some(half) = piece_before(chart, of.start) else { return of };
    let is_half =
        half.range.len() == CHARACTER && matches!(half.class, Class::Other | Class::Verb | Class::Link);
    let first = &chart.text[of.start..];
    let first = first.char_indices().nth(1).map_or(0, |(end, _)| end);
    let is_guess = || {
        let index = chart.pieces.partition_point(|piece| piece.range.start < of.start);
        chart.pieces.get(index).is_some_and(|guess| {
            guess.range.start == of.start
                && guess.range.len() > first
                && !chart.lexicon.knows(guess.text)
                && !chart.lexicon.cues.words.contains(guess.text)
        })
    };
    let is_word = || chart.lexicon.knows(&chart.text[half.range.start..of.start + first]);
    if is_half && first > 0 && is_guess() && is_word() { half.range.start..of.end } else { of }
}

/// The name without a gloss on what is reckoned in: 茶叶收入(扣除运费); not 县(市、区), 班列(云岭快线).
fn without_gloss(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let (name, phrases) = (&chart.text[of.clone()], &chart.lexicon.phrases);
    let Some((noun, gloss)) = name.strip_suffix(')').and_then(|inside| inside.rsplit_once('(')) else {
        return of;
    };
    let explains = phrases.glosses.longest_at(gloss, 0).is_some() || phrases.gloss_ends.end(gloss);
    let noun = noun.trim_end();
    if explains && !noun.is_empty() { of.start..of.start + noun.len() } else { of }
}

/// The name without the preposition of the frame around it: 以|钢的产量|来说.
fn without_preposition(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let is_frame = ["来说", "来看", "而言"].iter().any(|end| chart.text[of.end..].starts_with(end));
    let name = chart.text[of.clone()].strip_prefix(['以', '从', '就', '对']).filter(|_| is_frame);
    name.map_or(of.clone(), |name| of.end - name.len()..of.end)
}

/// The name without a word that only says that there is one: 有|医院90所, 如|医院90所, 一个|研究会; not 有线电视.
fn without_verb(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let index = chart.pieces.partition_point(|piece| piece.range.end <= of.start);
    let first = chart.pieces.get(index).filter(|piece| piece.range.start == of.start);
    let first = first.map_or("", |piece| &chart.text[piece.range.clone()]);
    let name = &chart.text[of.clone()];
    let there_is = name.strip_prefix('有').filter(|_| !chart.lexicon.knows(first));
    let there_is = there_is.or_else(|| name.strip_prefix('如').filter(|_| first == "如"));
    let one = name.strip_prefix('一').and_then(|one| one.strip_prefix(['个', '家', '种', '所', '支']));
    match there_is.or(one) {
        Some(noun) if noun.len() > CHARACTER => of.end - noun.len()..of.end,
        _ => of,
    }
}

/// The name without a count of one at its end, after what has the size: 9万千瓦的|电站|一座.
fn without_one(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let name = &chart.text[of.clone()];
    let counted = chart.lexicon.phrases.ones.longest(name);
    let one = counted.and_then(|(at, ())| name[..at].strip_suffix('一'));
    match one {
        Some(noun) if noun.len() > CHARACTER => of.start..of.start + noun.len(),
        _ => of,
    }
}

/// The name without 级, which belongs to the size before it: 30万吨|级|码头; not 级差.
fn without_class(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let follows_figure =
        piece_before(chart, of.start).is_some_and(|piece| matches!(piece.class, Class::Figure(_)));
    match chart.text[of.clone()].strip_prefix('级') {
        Some(thing) if follows_figure && !thing.is_empty() => of.end - thing.len()..of.end,
        _ => of,
    }
}

/// The name with the deed whose quantity it is: 用|棉量, 耗|煤量.
fn with_deed(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let is_thing = of.len() == 2 * CHARACTER && chart.text[of.clone()].ends_with('量');
    let is_word = chart.lexicon.knows(&chart.text[of.clone()]);
    let deed = piece_before(chart, of.start);
    let quantified = &chart.lexicon.phrases.quantified;
    let deed = deed.filter(|piece| quantified.contains(&chart.text[piece.range.clone()]));
    match deed {
        Some(deed) if is_thing && !is_word => deed.range.start..of.end,
        _ => of,
    }
}

/// The name with the least level, which tells the counted from others: 9个|地级|以上|城市; in 万吨|级|以上|泊位 that is a
/// size.
fn with_level(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let before = &chart.text[..of.start];
    let level = before.strip_suffix("以上").map(|level| level.strip_suffix('及').unwrap_or(level));
    let Some(end) = level.map(str::len) else { return of };
    let level = piece_before(chart, end)
        .filter(|piece| piece.range.len() > CHARACTER && chart.text[piece.range.clone()].ends_with('级'));
    level.map_or(of.clone(), |level| level.range.start..of.end)
}

/// The name with 全国 before a title, or with 未 before what has not come yet: 新增|全国|重点实验室9家, 未|摘帽县.
fn with_title(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let before = piece_before(chart, of.start);
    let tells = before.filter(|piece| match &chart.text[piece.range.clone()] {
        "全国" => {
            let title = &chart.lexicon.phrases.titles;
            let opens = title.longest_at(&chart.text[of.clone()], 0).is_some();
            let governor = piece_before(chart, piece.range.start).map(|piece| piece.class);
            let is_part = chart.text[..piece.range.start].ends_with("其中");
            opens
                && (is_part
                    || governor.is_some_and(|class| {
                        class.is_action() || class == Class::Gain || class == Class::Pause
                    }))
        }
        "未" => true,
        _ => false,
    });
    tells.map_or(of.clone(), |piece| piece.range.start..of.end)
}

/// The name with the gain before it, because growth and share are those of the new, not of all there is:
/// 新设|企业|,增长5%, 新增|装机|占一半.
pub(super) fn with_gain(chart: &Chart, of: Range<usize>, figure: &Figure) -> Range<usize> {
    let is_ratio = match figure.kind {
        FigureKind::Percent | FigureKind::Multiple => true,
        FigureKind::Other => figure.unit.is_none(),
        _ => false,
    };
    let gain = piece_before(chart, of.start).filter(|_| is_ratio);
    let is_new = |piece: &&Piece| {
        piece.class == Class::Gain
            || piece.class.is_act() && piece.text.starts_with('新') && piece.range.len() > CHARACTER
    };
    gain.filter(is_new).map_or(of.clone(), |gain| gain.range.start..of.end)
}

/// The piece that ends at byte `end`; the pieces are in text order.
fn piece_before<'c, 's>(chart: &'c Chart<'s>, end: usize) -> Option<&'c Piece<'s>> {
    let index = chart.pieces.partition_point(|piece| piece.range.end < end);
    chart.pieces.get(index).filter(|piece| piece.range.end == end)
}
