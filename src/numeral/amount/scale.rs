//! The multipliers of an amount: 十, 百, 千 within a group of four digits, 万, 亿, 兆 between groups.

use rust_decimal::Decimal;

use super::super::Form;
use super::super::character::{Worth, is_excess, is_prefix, worth};
use super::{Reader, Step};

/// Characters that may follow 三个亿 where 亿 is counted.
const CLOSING_SCALE: [char; 7] = ['的', '左', '以', '多', '余', '用', '投'];

impl Reader<'_> {
    /// Reads 亿 as a multiplier where it is counted (三个亿, 四个多亿); not in 2个亿元企业 and 3个亿级园区,
    /// which are enterprises and parks.
    pub(super) fn counted_scale(&mut self) -> Step {
        let after = self.after(0);
        let (inner, exceeds) = match after.strip_prefix(is_excess) {
            Some(inner) => (inner, true),
            None => (after, false),
        };
        let Some(rest) = inner.strip_prefix('亿') else { return Step::Done };
        let ends = !rest.starts_with(char::is_alphanumeric) || rest.starts_with(CLOSING_SCALE);
        let fraction = self.pending.is_some_and(|pending| !pending.fract().is_zero());
        if self.pending.is_none() || !(exceeds || ends || fraction) {
            return Step::Done;
        }
        self.exceeded |= exceeds;
        self.take(after.len() - inner.len() + '个'.len_utf8())
    }

    /// Reads 廿 or 卅, which stand first or after a larger multiplier: 廿三, 一百廿三.
    pub(super) fn tens(&mut self, character: char, tens: u32) -> Step {
        let fits = self.form.is_none() || self.last > Some(Decimal::TEN);
        if !fits || self.pending.is_some() {
            return Step::Done;
        }
        self.form.get_or_insert(Form::Chinese);
        self.group = self.sum(self.group, Some(tens.into()));
        self.after_big = false;
        self.gap = false;
        self.last = Some(Decimal::TEN);
        self.take(character.len_utf8())
    }

    /// Reads 十, 百 or 千.
    pub(super) fn small(&mut self, character: char, scale: u32) -> Step {
        let scale = Decimal::from(scale);
        if self.form.is_some() && is_prefix(character, self.after(0)) {
            return Step::Done;
        }
        let digit = match self.pending.take() {
            Some(digit) => digit,
            None if self.form.is_none() => {
                let after = self.rest().chars().nth(1).and_then(worth);
                if scale > Decimal::TEN && matches!(after, Some(Worth::Small(_) | Worth::Digit(_))) {
                    return Step::Refused;
                }
                Decimal::ONE
            }
            // 一百十五, 五千零十二: ten without its digit.
            None if scale == Decimal::TEN && (self.gap || self.last > Some(scale)) => Decimal::ONE,
            None => return Step::Done,
        };
        // Multipliers of one group descend: 一百三十, never 一百三百.
        if self.group.is_some() && self.last <= Some(scale) {
            return Step::Refused;
        }
        let form = if scale == Decimal::TEN { Form::Chinese } else { Form::Bare };
        self.form.get_or_insert(form);
        self.group = self.sum(self.group, digit.checked_mul(scale));
        self.last = Some(scale);
        self.after_big = false;
        self.gap = false;
        self.take(character.len_utf8())
    }

    /// Reads 万, 亿 or 兆; two of them in a row multiply: 万亿, 百亿亿.
    pub(super) fn big(&mut self, character: char, scale: u64) -> Step {
        if is_prefix(character, self.after(0)) && character == '兆' {
            return if self.form.is_none() { Step::Refused } else { Step::Done };
        }
        let factor = Decimal::from(scale);
        if self.after_big && self.last > Some(factor) {
            return if self.form == Some(Form::Bare) { Step::Refused } else { Step::Done };
        }
        let open = self.group.is_some() || self.pending.is_some();
        let bare = self.form.is_none();
        // 万一, 亿五: no number is said so.
        if bare
            && self.rest().chars().nth(1).is_some_and(|next| matches!(worth(next), Some(Worth::Digit(1..))))
        {
            return Step::Refused;
        }
        if open || bare {
            let digit = if bare { Some(Decimal::ONE) } else { self.pending.take() };
            let group = self.group.take();
            let group = self.sum(group, Some(digit.unwrap_or_default()));
            let middle = if scale > 10_000 { self.middle.take() } else { None };
            let product = self.sum(middle, group).and_then(|sum| sum.checked_mul(factor));
            self.scale = factor;
            self.add_big(scale, product);
        } else if self.after_big {
            let low = self.middle.take().or_else(|| self.high.take());
            let product = low.and_then(|low| low.checked_mul(factor));
            self.scale = self.scale.checked_mul(factor).unwrap_or_default();
            self.add_big(100_000_000, product);
        } else {
            return Step::Done;
        }
        self.form.get_or_insert(Form::Bare);
        self.last = Some(factor);
        self.after_big = true;
        self.gap = false;
        self.take(character.len_utf8())
    }

    fn add_big(&mut self, scale: u64, product: Option<Decimal>) {
        if scale == 10_000 {
            self.middle = self.sum(self.middle, product);
        } else {
            self.high = self.sum(self.high, product);
        }
    }

    /// The sum; notes an overflow, also where the second term is missing.
    pub(super) fn sum(&mut self, first: Option<Decimal>, second: Option<Decimal>) -> Option<Decimal> {
        let sum = second.and_then(|second| first.unwrap_or_default().checked_add(second));
        self.overflow |= sum.is_none();
        Some(sum.unwrap_or_default())
    }
}
