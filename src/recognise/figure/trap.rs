//! Refuses numbers that are no quantities: names, ranks, idioms, times, articles.

use rust_decimal::Decimal;

use super::bound::{cue_before, of_words_around};
use super::quantity::{Quantity, UnitAt, token_at};
use crate::lexicon::{Cue, NameCue, Sense};
use crate::numeral::{Form, is_excess, is_numeric};
use crate::recognise::Scene;
use crate::record::{Bound, FigureKind};

/// How many characters of the clause are searched for the noun that makes days a count.
const MAX_CLAUSE_CHARS: usize = 20;

/// Longest quoted term that begins with or holds a number, in characters.
const MAX_QUOTED_TERM_CHARS: usize = 12;

/// Whether this number is no figure.
pub(super) fn is_trap(scene: &Scene, quantity: &Quantity) -> bool {
    is_unmeasured(scene, quantity)
        || is_misread(scene, quantity)
        || is_time(scene, quantity)
        || is_known_trap(scene, quantity)
        || is_hour(scene, quantity)
        || is_minute(scene, quantity)
        || is_blow(scene, quantity)
        || is_name(scene, quantity)
        || is_part_of_century(scene, quantity)
        || is_rank_or_article(scene, quantity)
        || is_part_of_word(scene, quantity)
        || is_quoted_term(scene, quantity)
        || is_ordinal_by_form(scene, quantity)
}

/// Whether the number is what character recognition left when it took a digit for a letter: l.2亿元, 1O.5亿元.
fn is_misread(scene: &Scene, quantity: &Quantity) -> bool {
    let before = scene.text[..quantity.range.start].trim_end_matches('.');
    let point = before.len() < quantity.range.start;
    let Some(led) = before.strip_suffix(['l', 'I', 'O', 'o']) else { return false };
    let is_digit = |c: char| c.is_ascii_digit();
    // With a point after it, or a digit before it, the letter ends no word: 2l4万.
    (point || led.ends_with(is_digit)) && !led.ends_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether the number lacks a unit, a whole that it is a part of, or a multiplier that only counts have:
/// 696万.
fn is_unmeasured(scene: &Scene, quantity: &Quantity) -> bool {
    if let Some(unit) = &quantity.unit {
        return match quantity.numeral.form {
            Form::Half => unit.sense == Sense::Measure(FigureKind::Count),
            Form::Bare => is_label(scene, quantity) || is_figure_of_speech(scene, quantity, unit),
            _ => false,
        };
    }
    match quantity.numeral.form {
        Form::Percent | Form::Permille | Form::Permyriad | Form::Fraction | Form::Ratio => false,
        Form::Half => true,
        Form::Bare => {
            let large = quantity.numeral.scale > Decimal::ONE && quantity.number.len() > '万'.len_utf8()
                || quantity.numeral.scale > Decimal::from(10_000);
            !(large && (super::size::precedes_size_class(scene, quantity) || !is_unbounded(scene, quantity)))
        }
        // 两位数 needs no unit; its quantity reaches past the number.
        Form::Digits | Form::Chinese => {
            let digits_only = quantity.range.end > quantity.number.end;
            let scaled = quantity.numeral.scale > Decimal::ONE;
            let excess =
                quantity.numeral.exceeded && scene.text[quantity.number.end..].chars().nth(1).is_some();
            let is_index = quantity.numeral.value.is_some_and(|value| value.scale() > 0)
                && follows_level(scene, quantity);
            !(scaled || excess || is_index || digits_only)
        }
    }
}

/// Whether it is the unit of a column, or of a row in a cell of its own: 蓄积量(亿立方米), 单位:万元, 渔获量 | 万吨 | 5.
fn is_label(scene: &Scene, quantity: &Quantity) -> bool {
    let before = &scene.text[..quantity.range.start];
    let after = &scene.text[quantity.range.end..];
    let is_edge = |c: Option<char>| c.is_none_or(|c| c == ' ' || c == '|');
    let is_cell = || {
        is_edge(before.chars().next_back())
            && is_edge(after.chars().next())
            && !scene.slice(&quantity.range).contains(is_excess)
    };
    before.ends_with("单位:") || before.ends_with('(') && after.starts_with(')') || is_cell()
}

/// Whether it is an idiom or name rather than a quantity, as 百家, 万人 and 千里 are without a bound; sums of money
/// and large measures (万吨, 亿元) are quantities.
fn is_figure_of_speech(scene: &Scene, quantity: &Quantity, unit: &UnitAt) -> bool {
    let single = quantity.number.len() <= '百'.len_utf8();
    let large = quantity.numeral.scale > Decimal::ONE;
    let quantified = match unit.sense {
        Sense::Measure(FigureKind::Count) => false,
        Sense::Measure(FigureKind::Money) => true,
        _ => large && !matches!(unit.written.as_ref(), "里" | "丈" | "尺" | "度"),
    };
    let rest = &scene.text[quantity.range.end..];
    single
        && !quantified
        && !quantity.numeral.exceeded
        && !rest.starts_with('级')
        && is_unbounded(scene, quantity)
        && !is_in_row(scene, quantity, unit)
}

/// Whether a round number of things stands beside another one: 百家企业、千家商户.
fn is_in_row(scene: &Scene, quantity: &Quantity, unit: &UnitAt) -> bool {
    let text = scene.text;
    let after = &text[quantity.range.end..];
    let borders = |(_, c): &(usize, char)| matches!(c, '、' | ',' | '和' | '。');
    let end = after.char_indices().take(MAX_CLAUSE_CHARS).find(borders).map_or(0, |(end, _)| end);
    if !scene.lexicon.counted.fits(unit.written.as_ref(), &after[..end]) {
        return false;
    }
    let rest = &after[end..];
    let is_round = |round: &str| round.starts_with(['百', '千', '万']);
    let before = window_before(scene, quantity.range.start);
    let follows = before.strip_suffix('、').is_some_and(|list| {
        let clause = list.rsplit([',', '。', '、']).next().unwrap_or_default();
        ['百', '千', '万'].iter().any(|round| clause.contains(*round))
    });
    follows || rest.strip_prefix('、').is_some_and(is_round)
}

fn is_unbounded(scene: &Scene, quantity: &Quantity) -> bool {
    of_words_around(scene, &quantity.range) == Bound::Exact
        && !scene.text[..quantity.range.start].ends_with(['上', '成', '数'])
}

/// Whether a decimal without unit is the value of an index, after a verb of level: 系数为0.46.
fn follows_level(scene: &Scene, quantity: &Quantity) -> bool {
    let before = &scene.text[..quantity.range.start];
    let rest = scene.text[quantity.range.end..].chars().next();
    // Numbers of editions are none: 2.0|版, 4.0|时代.
    let ends = rest.is_none_or(|next| {
        !next.is_ascii_alphanumeric() && !matches!(next, '.' | '/' | '-' | ':' | '版' | '时')
    });
    // The change of an index ends its clause: 收入比缩小|0.05,.
    let ends_clause = rest.is_none_or(|next| matches!(next, ',' | ';' | '。' | '、'));
    let phrases = &scene.lexicon.phrases;
    let changes = phrases.index_changes.end(before);
    // The index stands right before its value: 空气综合指数|3.42,.
    let is_named = ["指数", "系数"].iter().any(|index| before.ends_with(index));
    ends && (phrases.index_levels.end(before) || ends_clause && (changes || is_named))
}

/// Whether it is a part of a century, which is a length of time: 四分之一|世纪.
fn is_part_of_century(scene: &Scene, quantity: &Quantity) -> bool {
    let after = &scene.text[quantity.range.end..];
    quantity.numeral.form == Form::Fraction && (after.starts_with("世纪") || after.starts_with("个世纪"))
}

/// Whether it is a time, as years, days and hours are, except days that a noun counts: 优良天数达到325天、增加6天.
fn is_time(scene: &Scene, quantity: &Quantity) -> bool {
    let Some(unit) = quantity.unit.as_ref().filter(|unit| unit.sense == Sense::Duration) else {
        return false;
    };
    let window = window_before(scene, quantity.range.start);
    let clause = window.rsplit([',', ';', '。']).next().unwrap_or_default();
    let counts_days = clause.contains("天数") || clause.contains("日数");
    !(counts_days && matches!(unit.written.as_ref(), "天" | "日"))
}

/// Whether 3点 is an hour or half a number, because no points are named: 3点倡议, 六点优化管理的措施.
fn is_hour(scene: &Scene, quantity: &Quantity) -> bool {
    if quantity.unit.as_ref().is_none_or(|unit| unit.written != "点") {
        return false;
    }
    let rest = &scene.text[quantity.range.end..];
    let end = rest.char_indices().nth(MAX_CLAUSE_CHARS).map_or(rest.len(), |(at, _)| at);
    let phrase = rest[..end].split([',', ';', ':', '。', '、']).next().unwrap_or_default();
    scene.lexicon.units.points.find(phrase).next().is_none()
}

/// Whether 分 are minutes, because an hour stands before them: 3点|15分, 9时|40分.
fn is_minute(scene: &Scene, quantity: &Quantity) -> bool {
    let hour = scene.text[..quantity.range.start].strip_suffix(['点', '點', '时', '時']);
    quantity.unit.as_ref().is_some_and(|unit| unit.written == "分")
        && hour.is_some_and(|hour| hour.ends_with(is_numeric))
}

/// Whether 打 is a verb before another word: 三打|两建. At the end of a clause it is a dozen.
fn is_blow(scene: &Scene, quantity: &Quantity) -> bool {
    let goes_on = scene.text[quantity.range.end..].starts_with(char::is_alphanumeric);
    quantity.unit.as_ref().is_some_and(|unit| unit.written == "打") && goes_on
}

/// Whether it belongs to the name of a branch or of a place: 三分|局, 四分|区, 七里|片区.
fn is_name(scene: &Scene, quantity: &Quantity) -> bool {
    let Some(unit) = quantity.unit.as_ref().filter(|_| quantity.numeral.form == Form::Chinese) else {
        return false;
    };
    let rest = &scene.text[quantity.range.end..];
    let is_one = scene.text[quantity.number.clone()].chars().count() == 1;
    let opens = |cue: NameCue| scene.lexicon.name_cues.opening(rest, cue).is_some();
    match unit.written.as_ref() {
        "分" => is_one && opens(NameCue::Branch),
        "里" => opens(NameCue::NamedByDistance),
        _ => false,
    }
}

/// The text before a byte, at most [`MAX_CLAUSE_CHARS`] characters of it.
fn window_before<'s>(scene: &Scene<'s>, end: usize) -> &'s str {
    let before = &scene.text[..end];
    let start = before.char_indices().rev().take(MAX_CLAUSE_CHARS).last().map_or(end, |(at, _)| at);
    &before[start..]
}

/// Whether a counted noun may begin at this byte; it cannot after the 九大 of 九大以来.
fn opens_noun(scene: &Scene, at: usize) -> bool {
    let is_mark = |character: char| matches!(character, '、' | ',' | '。') || character.is_whitespace();
    scene.text[at..].starts_with(|character| !is_mark(character))
        && scene.lexicon.phrases.no_nouns.longest_at(scene.text, at).is_none()
}

/// Whether a word in the dictionary of traps starts with the number and reaches past it.
fn is_known_trap(scene: &Scene, quantity: &Quantity) -> bool {
    let trap = scene.lexicon.units.traps.longest_at(scene.text, quantity.range.start);
    trap.is_some_and(|(range, ())| range.end > quantity.number.end && range.end >= quantity.range.end)
}

/// Whether it is a rank (第3位, 前10名), or 一 as an article, which counts only after certain verbs (新增一家).
fn is_rank_or_article(scene: &Scene, quantity: &Quantity) -> bool {
    let cue = cue_before(scene, quantity.range.start);
    let counts = quantity.unit.is_some() && super::kind(scene, quantity) == FigureKind::Count;
    let one = counts && &scene.text[quantity.number.clone()] == "一";
    cue == Some(Cue::Ordinal) || one && (cue != Some(Cue::Counting) || is_described(scene, quantity))
}

/// Whether a description follows, so that 一 does not count: 一个强大的国家.
fn is_described(scene: &Scene, quantity: &Quantity) -> bool {
    let after = scene.text[quantity.range.end..].chars().take(MAX_CLAUSE_CHARS);
    let mut noun = after.take_while(|character| !matches!(character, ',' | ';' | '。' | '、'));
    noun.any(|character| character == '的')
}

/// Whether the number is part of a longer word: 统一, 三角洲, 百花齐放.
fn is_part_of_word(scene: &Scene, quantity: &Quantity) -> bool {
    let range = &quantity.range;
    // The segmenter knows no discounts: 打五|五折.
    let is_discount = quantity.unit.as_ref().is_some_and(|unit| scene.slice(&unit.range) == "折");
    if is_discount && quantity.numeral.form != Form::Half {
        return false;
    }
    let is_count_word =
        |word: &str| word.chars().any(is_numeric) && word.ends_with(|c: char| is_numeric(c) || is_excess(c));
    let Some(first) = token_at(scene, range.start) else { return false };
    let starts_inside = first.start < range.start && {
        let lead = &scene.text[first.start..range.start];
        !lead.is_ascii()
            && scene.lexicon.units.before.get(lead).is_none()
            && !scene.lexicon.units.glued.end(lead)
            && (!lead.ends_with('多') || quantity.numeral.form == Form::Bare)
    };
    let after = scene.text.get(range.end..first.end).unwrap_or_default();
    let ends_after = !matches!(after, "" | "级" | "整") && !is_count_word(&scene.text[first.clone()]);
    starts_inside || ends_after
}

/// Whether it stands in a coined term, a short quoted phrase around a small count: “三张牌”, “一桥24隧”.
fn is_quoted_term(scene: &Scene, quantity: &Quantity) -> bool {
    let counts = super::kind(scene, quantity) == FigureKind::Count || quantity.unit.is_none();
    if !counts || quantity.numeral.value.is_some_and(|value| value >= Decimal::from(10_000)) {
        return false;
    }
    let before = scene.text[..quantity.range.start].chars().rev().take(MAX_QUOTED_TERM_CHARS);
    let after = scene.text[quantity.range.end..].chars().take(MAX_QUOTED_TERM_CHARS);
    let Some(left) = before.clone().position(|c| matches!(c, '“' | '”')) else { return false };
    let Some(right) = after.clone().position(|c| matches!(c, '“' | '”')) else { return false };
    let inside = before.clone().nth(left) == Some('“') && after.clone().nth(right) == Some('”');
    // A quoted sentence is no term: “今年改造渔港9座。”, 周文远说:“我们改造渔港9座”.
    let is_sentence = || {
        let last = right.checked_sub(1).and_then(|last| after.clone().nth(last));
        let first = left.checked_sub(1).and_then(|first| before.clone().nth(first));
        let is_said = || scene.text[..quantity.range.start].chars().rev().nth(left + 1) == Some(':');
        matches!(last, Some(',' | ';' | '。' | '!')) || first == Some('我') && is_said()
    };
    inside && left + right <= MAX_QUOTED_TERM_CHARS && !is_sentence()
}

/// Whether a Chinese numeral ranks and does not count: before 期 and 届 (三期, 十四届), as 二 in place of 两 (二轮), or
/// beyond ten before 大 (二十大); the sessions of a 届 are ranked, too (一次会议).
fn is_ordinal_by_form(scene: &Scene, quantity: &Quantity) -> bool {
    let Some(unit) = &quantity.unit else { return false };
    let number = &scene.text[quantity.number.clone()];
    if quantity.numeral.form != Form::Chinese
        || unit.sense != Sense::Measure(FigureKind::Count)
        || quantity.is_range
    {
        return false;
    }
    match unit.written.as_ref() {
        "期" | "届" | "屆" => number != "两",
        "大" => number.chars().count() > 1 || !opens_noun(scene, quantity.range.end),
        "次" => number != "两" && window_before(scene, quantity.range.start).contains(['届', '屆']),
        unit => number == "二" && !scene.lexicon.units.pairs.contains(unit),
    }
}

#[cfg(test)]
mod tests {
    use crate::recognise::figure::recognise;
    use crate::recognise::testing::proposed;

    #[test]
    fn the_rest_of_a_misread_number_is_none() {
        for text in ["产值l.2亿元", "产值1O.5亿元", "渔获量2l.4万吨"] {
            assert_eq!(proposed(recognise, text), [""; 0], "{text}");
        }
        assert_eq!(proposed(recognise, "产值I级5亿元"), ["5亿元"]);
    }

    #[test]
    fn branches_and_places_that_a_number_names_are_no_figures() {
        for text in ["三分局局长", "二分区管渔业", "七里片区改造", "九里铺码头"] {
            assert_eq!(proposed(recognise, text), [""; 0], "{text}");
        }
        assert_eq!(proposed(recognise, "修九里渠道"), ["九里"]);
        assert_eq!(proposed(recognise, "提高三分"), ["三分"]);
    }

    #[test]
    fn a_cell_that_is_a_unit_alone_is_no_figure() {
        for text in ["渔获量 万吨 31.2", "|渔业产值|亿元|5|", "| 人均 | 万元/人 | 5 |", "万吨"]
        {
            assert_eq!(proposed(recognise, text), [""; 0], "{text}");
        }
        for (text, figure) in [("千余人", "千余人"), ("渔业产值|5亿元|", "5亿元"), ("投资百亿元", "百亿元")]
        {
            assert_eq!(proposed(recognise, text), [figure], "{text}");
        }
    }
}
