//! Reads a number with the unit after it.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use super::opening::{is_no_numeral, may_start};
use super::{range, tail};
use crate::lexicon::Sense;
use crate::numeral::{self, Form, Numeral, is_excess};
use crate::recognise::Scene;
use crate::record::FigureKind;

/// A number with what the words after it add.
#[derive(Debug)]
pub(super) struct Quantity<'s> {
    /// Number, multiplier and unit.
    pub(super) range: Range<usize>,
    /// The number alone; of a range, both numbers.
    pub(super) number: Range<usize>,
    pub(super) numeral: Numeral,
    pub(super) unit: Option<UnitAt<'s>>,
    /// The byte where reading goes on.
    pub(super) next: usize,
    /// Whether two ends are written: 3%—5%.
    pub(super) is_range: bool,
}

/// A unit and its place in the sentence.
#[derive(Debug, Clone)]
pub(super) struct UnitAt<'s> {
    pub(super) range: Range<usize>,
    pub(super) written: Cow<'s, str>,
    pub(super) sense: Sense,
}

impl<'s> Quantity<'s> {
    /// Whether it is digits alone, without multiplier and unit.
    pub(super) fn is_plain(&self) -> bool {
        self.may_share() && !self.is_scaled()
    }

    /// Whether 万 or 亿 multiplies the number.
    pub(super) fn is_scaled(&self) -> bool {
        self.numeral.scale > Decimal::ONE
    }

    /// Whether the number has no unit and may share that of the next number.
    pub(super) fn may_share(&self) -> bool {
        let counts = matches!(self.numeral.form, Form::Digits | Form::Chinese);
        counts && self.unit.is_none() && !self.is_range
    }

    /// The number before its multiplier: 5 of 5万.
    pub(super) fn coefficient(&self) -> Option<Decimal> {
        self.numeral.value?.checked_div(self.numeral.scale)
    }

    /// Takes the unit of the number that ends the list, and its multiplier if it has none of its own; its
    /// span stays.
    pub(super) fn take_unit_of(&mut self, other: &Quantity<'s>) {
        self.unit.clone_from(&other.unit);
        if other.unit.is_some() && self.numeral.scale == Decimal::ONE {
            take_scale(&mut self.numeral, &other.numeral);
        }
    }

    /// Whether the number states a share by its form: 百分之五, 三分之二, 1.68:1.
    fn is_share(&self) -> bool {
        matches!(
            self.numeral.form,
            Form::Percent | Form::Permille | Form::Permyriad | Form::Fraction | Form::Ratio
        )
    }

    /// Whether it opens with 零下.
    pub(super) fn is_below_zero(&self, scene: &Scene) -> bool {
        scene.slice(&self.number).starts_with("零下")
    }

    /// Whether its unit is degrees: 零下5摄氏度; but 归零|下一步.
    fn counts_degrees(&self) -> bool {
        let degrees =
            |unit: &UnitAt| matches!(unit.written.as_ref(), "度" | "℃" | "°C" | "摄氏度" | "华氏度");
        self.unit.as_ref().is_some_and(degrees)
    }

    /// Moves the end of the quantity to this byte.
    pub(super) fn extend_to(&mut self, end: usize) {
        self.range.end = end;
        self.next = end;
    }

    /// The unit as records write it.
    pub(super) fn written_unit(&self) -> Option<String> {
        match (&self.unit, self.numeral.form) {
            (Some(unit), _) => Some(unit.written.clone().into_owned()),
            (None, Form::Percent) => Some("%".to_owned()),
            (None, Form::Permille) => Some("‰".to_owned()),
            (None, Form::Permyriad) => Some("‱".to_owned()),
            _ => None,
        }
    }
}

/// Gives the multiplier of the last number to a smaller one before it: 3至5万, 15、20万.
pub(super) fn take_scale(numeral: &mut Numeral, other: &Numeral) {
    let scaled = |value: Option<Decimal>| value.and_then(|value| value.checked_mul(other.scale));
    numeral.value = scaled(numeral.value);
    numeral.upper = scaled(numeral.upper);
    numeral.scale = other.scale;
}

/// Reads the quantity that starts at byte `start`; a range is one quantity.
pub(super) fn read<'s>(scene: &Scene<'s>, start: usize) -> Option<Quantity<'s>> {
    if !may_start(scene, start) && !follows_code(scene, start) || is_no_numeral(scene, start) {
        return None;
    }
    let first = read_one(scene, start)?;
    let range = range::read_neighbours(scene, &first).or_else(|| range::read_ends(scene, &first));
    let quantity = range.unwrap_or(first);
    (!quantity.is_below_zero(scene) || quantity.counts_degrees()).then_some(quantity)
}

/// Whether the letters before the number are the code of a currency: USD300万.
fn follows_code(scene: &Scene, start: usize) -> bool {
    scene.text[..start].ends_with(|c: char| c.is_ascii_uppercase()) && sign_before(scene, start).is_some()
}

/// Reads one number with its unit, without a second end.
pub(super) fn read_one<'s>(scene: &Scene<'s>, start: usize) -> Option<Quantity<'s>> {
    let text = scene.text;
    // 负 is no sign where it ends a word: 减负|9亿元.
    let is_sign = text[start..].starts_with(['负', '負']);
    if is_sign && token_at(scene, start).is_some_and(|token| token.start < start) {
        return None;
    }
    let numeral = numeral::read(text, start)?;
    let number = start..numeral.end;
    let mut quantity =
        Quantity { range: number.clone(), next: number.end, number, numeral, unit: None, is_range: false };
    let end = quantity.numeral.end;
    if quantity.is_share() {
        tail::of_share(scene, &mut quantity);
        return Some(quantity);
    }
    // 两位数 tells how many digits the number has.
    if text[end..].starts_with("位数") {
        quantity.extend_to(end + "位数".len());
        quantity.numeral.value = None;
        return Some(quantity);
    }
    let excess = text[end..].chars().next().filter(|character| is_excess(*character) || *character == '来');
    let after_excess = end + excess.map_or(0, char::len_utf8);
    quantity.numeral.exceeded |= excess.is_some_and(is_excess);
    let after_blank = after_excess + usize::from(text[after_excess..].starts_with(' '));
    let sign = sign_before(scene, start);
    if let Some(unit) = unit_at(scene, after_blank) {
        quantity.extend_to(unit.range.end);
        quantity.unit = Some(named_before(scene, start, unit));
        tail::of_unit(scene, &mut quantity);
    } else if let Some(sign) = &sign {
        quantity.unit = Some(sign.clone());
    } else if let Some(money) = money_before(scene, start).filter(|_| quantity.is_scaled()) {
        quantity.extend_to(after_excess);
        quantity.unit = Some(money);
    } else {
        tail::of_unmeasured(scene, &mut quantity);
    }
    quantity.range.start = sign.map_or(start, |sign| sign.range.start);
    // 好 stresses 几: 好几万.
    if text[start..].starts_with('几') && text[..start].ends_with('好') {
        quantity.range.start -= '好'.len_utf8();
    }
    if follows_loose_minus(text, quantity.range.start) {
        quantity.range.start -= '—'.len_utf8();
        quantity.numeral.value = quantity.numeral.value.map(|value| -value);
    }
    Some(quantity)
}

/// Whether a dash between a verb of level and its number is a minus: 增速为—3.2%.
fn follows_loose_minus(text: &str, start: usize) -> bool {
    let verb =
        text[..start].strip_suffix('—').filter(|_| text[start..].starts_with(|c: char| c.is_ascii_digit()));
    verb.is_some_and(|verb| verb.ends_with(['为', '是', '达', '到']))
}

/// The unit, in the currency that is named right before the number: 港币50元.
fn named_before<'s>(scene: &Scene<'s>, start: usize, unit: UnitAt<'s>) -> UnitAt<'s> {
    let money = || money_before(scene, start);
    match (unit.written == "元").then(money).flatten() {
        Some(money) => UnitAt { written: money.written, ..unit },
        None => unit,
    }
}

/// The currency that is named right before the number: 日元|300亿.
fn money_before<'s>(scene: &Scene<'s>, start: usize) -> Option<UnitAt<'s>> {
    let (_, written) = scene.lexicon.units.currency_at_end(&scene.text[..start])?;
    let sense = Sense::Measure(FigureKind::Money);
    Some(UnitAt { range: start..start, written: Cow::Borrowed(written), sense })
}

/// Longest sign of a currency in bytes: HK$, USD.
const MAX_SIGN_BYTES: usize = 3;

/// The sign of a currency that ends where the number starts, or one blank before it: ¥300.
fn sign_before<'s>(scene: &Scene<'s>, start: usize) -> Option<UnitAt<'s>> {
    let text = scene.text[..start].trim_end_matches(' ');
    let earliest = text.len().saturating_sub(MAX_SIGN_BYTES);
    let (start, written) = (earliest..text.len()).find_map(|at| {
        let written = scene.lexicon.units.signs.get(text.get(at..)?)?;
        let is_letters_end = text[at..].starts_with(|c: char| c.is_ascii_alphabetic())
            && text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        (!is_letters_end).then_some((at, *written))
    })?;
    let sense = Sense::Measure(FigureKind::Money);
    Some(UnitAt { range: start..text.len(), written: Cow::Borrowed(written), sense })
}

/// The longest unit at byte `at`, of the user's units, the dictionary's and rates made of two.
pub(super) fn unit_at<'s>(scene: &Scene<'s>, at: usize) -> Option<UnitAt<'s>> {
    let mut unit = simple_unit(scene, at)?;
    let text = scene.text;
    if let Some(end) = end_of_passages(scene, &unit.range) {
        unit.written = Cow::Owned(format!("{}{PASSAGE}", &text[unit.range.clone()]));
        unit.range.end = end;
    } else if let Some(end) = bracket_of_units(scene, unit.range.end) {
        unit.range.end = end;
    }
    // A slash joins two units to a rate: 元/平方米, 次/秒, 张/千人.
    if text[unit.range.end..].starts_with('/')
        && let Some(per) = unit_of_rate(scene, unit.range.end + 1)
    {
        unit.range.end = per.range.end;
        unit.written = Cow::Borrowed(&text[unit.range.clone()]);
        unit.sense = Sense::Measure(FigureKind::Rate);
    }
    Some(unit)
}

/// The unit below the slash, or a power of ten of it: 千|人, 万|户.
fn unit_of_rate<'s>(scene: &Scene<'s>, at: usize) -> Option<UnitAt<'s>> {
    simple_unit(scene, at).or_else(|| {
        let rest = &scene.text[at..];
        let many = rest.len() - rest.trim_start_matches(['十', '百', '千', '万', '亿']).len();
        (many > 0).then(|| simple_unit(scene, at + many)).flatten()
    })
}

/// The measure word for passages of vehicles.
const PASSAGE: &str = "次";
/// Longest bracket with further vehicles, in characters: (艘、架、列、台).
const MAX_VEHICLES_CHARS: usize = 10;

/// The byte past the bracket that opens at byte `at` and holds only measure words: 辆|(艘、架)|次, 套|(间).
fn bracket_of_units(scene: &Scene, at: usize) -> Option<usize> {
    let rest = scene.text[at..].strip_prefix('(')?;
    let close = rest.char_indices().take(MAX_VEHICLES_CHARS).find(|(_, character)| *character == ')')?.0;
    let measures = |word: &str| scene.lexicon.units.words.get(word).is_some();
    rest[..close].split('、').all(measures).then_some(at + close + "()".len())
}

/// The byte past a measure word that shares 次 with those in the bracket after it: 辆(艘、架)次.
fn end_of_passages(scene: &Scene, unit: &Range<usize>) -> Option<usize> {
    let close = bracket_of_units(scene, unit.end)?;
    let of_passages = |word: &str| scene.lexicon.units.words.get(&format!("{word}{PASSAGE}")).is_some();
    let shares = scene.text[close..].starts_with(PASSAGE) && of_passages(&scene.text[unit.clone()]);
    shares.then(|| close + PASSAGE.len())
}

/// Whether a plan made for a year follows: 年度|计划, 年度|目标.
fn names_plan(after: &str) -> bool {
    ["计划", "目标", "预算", "任务"].iter().any(|plan| after.starts_with(plan))
}

fn simple_unit<'s>(scene: &Scene<'s>, at: usize) -> Option<UnitAt<'s>> {
    let text = scene.text;
    let user = user_unit(scene, at);
    // Counts the plans, not years: 三个|年度计划.
    let found = scene.lexicon.units.words.longest_at(text, at).map(|(range, unit)| {
        let plans = text[range.clone()].ends_with("年度") && names_plan(&text[range.end..]);
        let measure = at..range.end.saturating_sub("年度".len());
        let counts = plans.then(|| scene.lexicon.units.words.get(&text[measure.clone()])).flatten();
        counts.map_or((range, unit), |unit| (measure, unit))
    });
    let known = found.map(|(range, unit)| {
        let written = unit.written.unwrap_or(&text[range.clone()]);
        UnitAt { range, written: Cow::Borrowed(written), sense: unit.sense }
    });
    let unit = match (user, known) {
        (Some(user), Some(known)) if known.range.end > user.range.end => known,
        (Some(user), _) => return Some(user),
        (None, known) => known?,
    };
    (!is_cut_from_word(scene, &unit.range)).then_some(unit)
}

/// Longest unit of a user's rule file, in characters.
const MAX_USER_UNIT_CHARS: usize = 16;

fn user_unit<'s>(scene: &Scene<'s>, at: usize) -> Option<UnitAt<'s>> {
    let units = &scene.lexicon.user.units;
    if units.is_empty() {
        return None;
    }
    let rest = scene.text.get(at..)?;
    let ends: Vec<usize> =
        rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(MAX_USER_UNIT_CHARS).collect();
    ends.into_iter().rev().find_map(|end| {
        let kind = units.get(&rest[..end])?;
        let range = at..at + end;
        Some(UnitAt { range, written: Cow::Borrowed(&rest[..end]), sense: Sense::Measure(*kind) })
    })
}

/// Whether the measure word only begins a longer word: 人 of 人口, 项 of 项目, 个 of 个体. 个 elsewhere and words
/// before 以上 always measure; letters must not go on: m of mm.
fn is_cut_from_word(scene: &Scene, unit: &Range<usize>) -> bool {
    let rest = &scene.text[unit.end..];
    let text = &scene.text[unit.clone()];
    if text.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    }
    // The segmenter decides about 个体: 8000多万|个体工商户, but 3个|体系.
    if text == "个" && rest.starts_with('体') {
        return token_at(scene, unit.start).is_some_and(|token| token.end > unit.end);
    }
    let one_character = text.chars().count() == 1;
    if !one_character || text == "个" || rest.starts_with(['以', '左', '上', '多', '/']) {
        return false;
    }
    if rest.starts_with('整') && scene.lexicon.units.parts.iter().any(|part| part.unit == text) {
        return false;
    }
    // 两 is a number if a unit follows: 一、二|两月份.
    if text == "两" && scene.lexicon.units.words.longest_at(scene.text, unit.end).is_some() {
        return true;
    }
    let token = token_at(scene, unit.start);
    let longer = token.filter(|token| token.start == unit.start && token.end > unit.end);
    longer.is_some_and(|token| {
        scene.lexicon.knows(&scene.text[token.clone()]) && !is_crossed(scene, unit, token.end)
    })
}

/// Whether the characters after the measure word make a word with the next token, so that the segmenter's
/// word across its end is wrong: 三双|手套; but 十亿|人民.
fn is_crossed(scene: &Scene, unit: &Range<usize>, end: usize) -> bool {
    let next = token_at(scene, end).filter(|next| scene.slice(next).chars().count() == 1);
    next.is_some_and(|next| scene.slice(unit) != "人" && scene.lexicon.knows(&scene.text[unit.end..next.end]))
}

/// The token that holds this byte, as bytes of the sentence.
pub(super) fn token_at(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let index = scene.tokens.ended_by(at);
    scene.tokens.get(index).map(|token| token.range.clone())
}
