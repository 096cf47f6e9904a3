//! The value of a whole string that is a number.

use rust_decimal::Decimal;

use super::amount::Amount;

/// What [`parse_numeral`](crate::parse_numeral) reads.
///
/// ```
/// use zhengce::{NumeralUnit, parse_numeral};
///
/// let share = parse_numeral("两三成").unwrap();
/// assert_eq!((share.value, share.upper), (20.into(), Some(30.into())));
/// assert_eq!(share.unit, NumeralUnit::Percent);
/// assert!(!share.is_open);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NumeralValue {
    /// The number, or the lower end of neighbouring digits (二三十) and ranges (五至八). Shares are counted in percent.
    /// Exact, except for what no decimal can hold (三分之二), which is rounded to 28 significant digits;
    /// [`Figure::value`](crate::Figure::value) rounds it to four places.
    pub value: Decimal,
    /// The upper end: 二三十 is 20 to 30, 五至八 5 to 8.
    pub upper: Option<Decimal>,
    /// Whether the number goes beyond `value`, by 多 or 余 (十多万) or an open digit (十几万, 几百).
    /// `value` is then the least that it can be: 100000, 100000, 100.
    pub is_open: bool,
    /// What `value` counts.
    pub unit: NumeralUnit,
}

/// What the value of a [`NumeralValue`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumeralUnit {
    /// Ones: 三千, 二分之一, 一百分之二.
    One,
    /// Hundredths: 5%, 百分之五, 千分之五, 三成, 八折, 两个百分点.
    Percent,
    /// Money of this currency, named as figures name it: 元, 美元.
    Money(&'static str),
}

impl NumeralValue {
    pub(super) fn ones(value: Decimal) -> Self {
        NumeralValue { value, upper: None, is_open: false, unit: NumeralUnit::One }
    }

    pub(super) fn amount(amount: &Amount) -> Option<Self> {
        let is_open = amount.exceeded || amount.value.is_none();
        Some(NumeralValue { upper: amount.upper, is_open, ..Self::ones(amount.least?) })
    }

    /// Changes both ends of the number.
    pub(super) fn map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let upper = match self.upper {
            Some(upper) => Some(change(upper)?),
            None => None,
        };
        Some(NumeralValue { value: change(self.value)?, upper, ..self })
    }

    pub(super) fn times(self, factor: Decimal) -> Option<Self> {
        self.map(|value| value.checked_mul(factor))
    }

    pub(super) fn percent(self) -> Self {
        NumeralValue { unit: NumeralUnit::Percent, ..self }
    }

    /// The negative number; the lower end of a range stays the lower one: 负二三十 is -30 to -20.
    pub(super) fn negated(self) -> Self {
        match self.upper {
            Some(upper) => NumeralValue { value: -upper, upper: Some(-self.value), ..self },
            None => NumeralValue { value: -self.value, ..self },
        }
    }
}
