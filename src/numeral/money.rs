//! Sums of money: a sign before a number or a currency behind it.

use once_cell::sync::Lazy;

use crate::lexicon::{currencies, currency_signs};

/// Words and what records write for them, the longest first.
type Names = Vec<(&'static str, &'static str)>;

static SIGNS: Lazy<Names> = Lazy::new(currency_signs);

/// The currencies without 角, because 三角 is a triangle.
static CURRENCIES: Lazy<Names> =
    Lazy::new(|| currencies().into_iter().filter(|(word, _)| *word != "角").collect());

/// The number of a sum and its currency as figures write it: ￥300, 三万元, 5块钱.
pub(super) fn split(text: &str) -> Option<(&str, &'static str)> {
    let signed = SIGNS.iter().find_map(|(sign, name)| Some((text.strip_prefix(sign)?, *name)));
    signed.or_else(|| CURRENCIES.iter().find_map(|(word, name)| Some((text.strip_suffix(word)?, *name))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_currency_counts() {
        assert_eq!(split("八美元"), Some(("八", "美元")));
        assert_eq!(split("八元"), Some(("八", "元")));
        assert_eq!(split("￥8"), Some(("8", "元")));
        assert_eq!(split("HK$8"), Some(("8", "港元")));
        assert_eq!(split("八块钱"), Some(("八", "元")));
        for text in ["八", "八块", "八斤", "三角", "八元店"] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
