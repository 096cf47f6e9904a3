//! Numbers that are made of two: parts of a whole (三分之二, 百分之十二) and ratios (1.68:1).

use rust_decimal::Decimal;

use super::amount::{self, Amount};
use super::{Form, Numeral};

/// Decimal places of a part that has no finite decimal: 三分之二 is 0.6667.
const PLACES: u32 = 4;

/// The number that starts at byte `at`: an amount alone, or two that belong together.
pub(super) fn read(text: &str, at: usize) -> Option<Numeral> {
    let first = amount::read(text, at)?;
    let rest = &text[first.end..];
    if rest.starts_with("分之") {
        return part(text, at, &first);
    }
    ratio(text, &first).or_else(|| Some(first.into_numeral()))
}

/// A分之B: hundredths, thousandths and ten-thousandths are counted in them, other parts are divided.
fn part(text: &str, at: usize, whole: &Amount) -> Option<Numeral> {
    let share = amount::read(text, whole.end + "分之".len())?;
    let form = match &text[at..whole.end] {
        "百" | "一百" | "壹佰" => Form::Percent,
        "千" | "一千" => Form::Permille,
        "万" | "萬" | "一万" => Form::Permyriad,
        _ => Form::Fraction,
    };
    let divided = |value: Decimal| value.checked_div(whole.value?).map(|value| value.round_dp(PLACES));
    let counted = |value: Option<Decimal>| if form == Form::Fraction { divided(value?) } else { value };
    let mut numeral = share.into_numeral();
    numeral.value = counted(numeral.value);
    numeral.upper = counted(numeral.upper);
    numeral.form = form;
    Some(numeral)
}

/// A:1. Two whole numbers could be a time of day or a score unless the second is 1.
fn ratio(text: &str, first: &Amount) -> Option<Numeral> {
    let second = text[first.end..].strip_prefix(':').and_then(|_| amount::read(text, first.end + 1))?;
    let written = &text[first.end + 1..second.end];
    let is_ratio = first.form == Form::Digits && written == "1";
    is_ratio.then_some(Numeral {
        end: second.end,
        value: first.value,
        upper: None,
        exceeded: false,
        form: Form::Ratio,
        scale: Decimal::ONE,
    })
}
