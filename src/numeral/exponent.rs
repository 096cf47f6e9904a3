//! Numbers as calculators and spreadsheets write them: exponents and powers.

use rust_decimal::{Decimal, MathematicalOps};

use super::Form;
use super::amount;

/// The value of a decimal with an exponent (1.2e3) or of a power (2^10, 2.5^-1), as calculators and
/// spreadsheets write them.
pub(super) fn calculated(text: &str) -> Option<Decimal> {
    if let Some((base, exponent)) = text.split_once('^') {
        return plain(base)?.checked_powi(whole_exponent(exponent)?);
    }
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let exponent = whole_exponent(exponent)?;
    Decimal::from_scientific(&format!("{}e{exponent}", plain(mantissa)?)).ok()
}

/// The value of a text that is only Arabic digits with separators and decimals.
fn plain(text: &str) -> Option<Decimal> {
    let amount = amount::read_numeral(text, 0)?;
    (amount.end == text.len() && amount.form == Form::Digits && text.is_ascii()).then_some(amount.value?)
}

/// A whole number with its sign: an even count of minus signs cancels out (--23), as in the
/// spreadsheets that such numbers come from.
fn whole_exponent(text: &str) -> Option<i64> {
    let digits = text.trim_start_matches(['+', '-']);
    let signs = &text[..text.len() - digits.len()];
    let minus = signs.bytes().filter(|sign| *sign == b'-').count();
    let exponent: i64 = (signs.len() <= 2 && digits.len() <= 4).then(|| digits.parse().ok())??;
    Some(if minus % 2 == 1 { -exponent } else { exponent })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_and_powers_of_decimals_only() {
        for (text, value) in [("3e4", "30000"), ("5.5E-1", "0.55"), ("3^4", "81"), ("4^-1", "0.25")] {
            assert_eq!(
                calculated(text).map(|value| value.normalize().to_string()),
                Some(value.to_owned()),
                "{text}"
            );
        }
        for text in ["3e", "e4", "2^0.5", "三^二", "9^999", "0^-1", "1e99", "34"] {
            assert_eq!(calculated(text), None, "{text}");
        }
    }
}
