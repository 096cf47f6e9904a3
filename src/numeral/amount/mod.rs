//! One amount: digits and Chinese numerals with their multipliers, without 分之 and ratios.

mod scale;

use rust_decimal::Decimal;

use super::character::{Worth, is_age, is_excess, is_open_digit, is_prefix, needs_company, worth};
use super::literal::literal;
use super::{Form, Numeral};

/// Longest amount in characters; longer runs are no numbers that people write.
pub(super) const MAX_AMOUNT_CHARS: usize = 48;

/// An amount in a text; the fields are those of [`Numeral`].
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub(super) end: usize,
    pub(super) value: Option<Decimal>,
    /// The value, where open digits count as the least that they can be.
    pub(super) least: Option<Decimal>,
    pub(super) upper: Option<Decimal>,
    pub(super) exceeded: bool,
    pub(super) form: Form,
    scale: Decimal,
}

impl Amount {
    /// Whether it ends without 万 and 亿.
    pub(super) fn is_unscaled(&self) -> bool {
        self.scale == Decimal::ONE
    }

    pub(super) fn into_numeral(self) -> Numeral {
        let Amount { end, value, upper, exceeded, form, scale, .. } = self;
        Numeral { end, value, upper, exceeded, form, scale }
    }
}

/// The amount that starts at byte `at` of running text.
pub(super) fn read(text: &str, at: usize) -> Option<Amount> {
    let amount = read_numeral(text, at)?;
    let mut written = text[at..amount.end].chars();
    let is_word = written.next().is_some_and(needs_company) && written.next().is_none();
    (!is_word).then_some(amount)
}

/// The amount that starts at byte `at`, which may be a single numeral of cheques.
pub(super) fn read_numeral(text: &str, at: usize) -> Option<Amount> {
    let mut lower = Reader::new(text, at, 0)?;
    lower.run()?;
    let mut upper = None;
    if lower.has_pair {
        let mut reader = Reader::new(text, at, 1)?;
        reader.run()?;
        upper = Some(reader.value()?);
    }
    let least = lower.value();
    let value = if lower.is_open { None } else { least };
    let form = lower.form?;
    Some(Amount { end: lower.at, value, least, upper, exceeded: lower.exceeded, form, scale: lower.scale })
}

/// Reads an amount from left to right.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// Which of two neighbouring digits counts: 0 the lower, 1 the upper.
    pick: usize,
    /// What has a multiplier of 亿 or more, what has 万, and what has neither yet.
    high: Option<Decimal>,
    middle: Option<Decimal>,
    group: Option<Decimal>,
    /// A digit or a literal that still may get a multiplier.
    pending: Option<Decimal>,
    /// The last multiplier, and whether it is the last thing read.
    last: Option<Decimal>,
    after_big: bool,
    /// Whether a 零 stands between the last multiplier and the pending digit.
    gap: bool,
    pending_is_digit: bool,
    overflow: bool,
    is_open: bool,
    has_pair: bool,
    exceeded: bool,
    form: Option<Form>,
    scale: Decimal,
}

/// The result of reading one piece.
enum Step {
    Read,
    Done,
    Refused,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, at: usize, pick: usize) -> Option<Self> {
        text.get(at..)?;
        Some(Reader {
            text,
            at,
            pick,
            high: None,
            middle: None,
            group: None,
            pending: None,
            last: None,
            after_big: false,
            gap: false,
            pending_is_digit: false,
            overflow: false,
            is_open: false,
            has_pair: false,
            exceeded: false,
            form: None,
            scale: Decimal::ONE,
        })
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The text after the next character and `skipped` more.
    fn after(&self, skipped: usize) -> &'t str {
        let mut characters = self.rest().chars();
        characters.by_ref().take(skipped + 1).for_each(drop);
        characters.as_str()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn run(&mut self) -> Option<()> {
        let start = self.at;
        while self.at - start < MAX_AMOUNT_CHARS * 3 {
            match self.step() {
                Step::Read => {}
                Step::Done => break,
                Step::Refused => return None,
            }
        }
        self.form?;
        self.add_decimals();
        Some(())
    }

    fn step(&mut self) -> Step {
        let Some(next) = self.peek() else { return Step::Done };
        if next.is_ascii_digit() {
            return self.literal();
        }
        match worth(next) {
            Some(Worth::Digit(_)) => self.digits(),
            Some(Worth::Tens(tens)) => self.tens(next, tens),
            Some(Worth::Small(scale)) => self.small(next, scale),
            Some(Worth::Big(scale)) => self.big(next, scale),
            None if next == ' ' => self.blank(),
            None if next == '半' && self.form.is_none() => self.half(),
            None if is_open_digit(next) => self.open_digit(next),
            None if is_excess(next) => self.excess(next),
            None if next == '个' => self.counted_scale(),
            None => Step::Done,
        }
    }

    /// Reads a blank before a multiplier as part of the number: 7 亿, 1.5 万 亿.
    fn blank(&mut self) -> Step {
        let next = self.rest().chars().nth(1);
        let scales = matches!(next.and_then(worth), Some(Worth::Big(_)));
        if scales && (self.pending.is_some() || self.after_big) { self.take(1) } else { Step::Done }
    }

    fn take(&mut self, bytes: usize) -> Step {
        self.at += bytes;
        Step::Read
    }

    /// Reads Arabic digits with separators and decimals.
    fn literal(&mut self) -> Step {
        if self.pending.is_some() {
            return Step::Done;
        }
        let Some((length, value)) = literal(self.text, self.at) else {
            return if self.form.is_none() { Step::Refused } else { Step::Done };
        };
        if let Some(last) = self.last
            && value.is_some_and(|value| value >= last)
        {
            return Step::Done;
        }
        // 为390万|65岁以上老人: years of age do not continue a number.
        if self.last.is_some() && is_age(self.rest()) {
            return Step::Done;
        }
        // 1万2 is 12000, as 一万二 is; nothing is left out after decimals or without a digit: 1.5万2, 万2.
        let is_shortened = self.last.is_some() && length == 1;
        if is_shortened && (self.form == Some(Form::Bare) || self.has_decimals()) {
            return Step::Refused;
        }
        self.overflow |= value.is_none();
        self.form.get_or_insert(Form::Digits);
        self.pending = Some(value.unwrap_or_default());
        self.pending_is_digit = is_shortened;
        self.after_big = false;
        self.take(length)
    }

    /// Reads a run of Chinese digits: one is a digit, two neighbours are a range, more are read by place.
    fn digits(&mut self) -> Step {
        let (mut digits, mut count) = ([0; MAX_AMOUNT_CHARS], 0);
        let mut end = self.at;
        for (place, character) in digits.iter_mut().zip(self.rest().chars()) {
            let Some(Worth::Digit(digit)) = worth(character) else { break };
            *place = digit;
            count += 1;
            end += character.len_utf8();
        }
        // 五百|两, 二|两: a last 两 is a weight; but 一两个, 三两天 are ranges and 两两 are pairs.
        let is_range = matches!(digits[..count], [1 | 3, 2]);
        let before_weight = self.text[..end].strip_suffix(['两', '兩']);
        let before_weight = before_weight.filter(|before| !is_range && !before.ends_with(['两', '兩']));
        if let Some(before) = before_weight
            && (count > 1 || self.last.is_some() || self.pending.is_some())
            && !self.text[end..]
                .starts_with(|next| matches!(worth(next), Some(Worth::Small(_) | Worth::Big(_))))
        {
            (count, end) = (count - 1, before.len());
            if count == 0 {
                return Step::Done;
            }
        }
        let run = &digits[..count];
        if self.pending.is_some() {
            return if self.form == Some(Form::Digits) { Step::Done } else { Step::Refused };
        }
        let started = self.form.is_some();
        // Digits read by place are spoken one by one, and then none of them is 两: 二〇二六, but 三三两两.
        let has_pairs = self.text[self.at..end].contains(['两', '兩']);
        let zeros = if started { run.iter().take_while(|digit| **digit == 0).count() } else { 0 };
        self.gap |= zeros > 0;
        let value = match run[zeros..] {
            [] => None,
            [digit] => Some(Decimal::from(digit)),
            [lower, upper] if are_neighbours(lower, upper) => {
                self.has_pair = true;
                Some(Decimal::from([lower, upper][self.pick]))
            }
            [whole, tenths] if self.text[end..].starts_with('折') && !started => {
                Some(Decimal::new(i64::from(whole * 10 + tenths), 1))
            }
            ref places if !started && (places.len() > 2 || places.contains(&0)) && !has_pairs => {
                let number = places.iter().try_fold(Decimal::ZERO, |number, digit| {
                    number.checked_mul(Decimal::TEN)?.checked_add(Decimal::from(*digit))
                });
                self.overflow |= number.is_none();
                Some(number.unwrap_or_default())
            }
            _ => return Step::Refused,
        };
        self.form.get_or_insert(Form::Chinese);
        self.pending = value;
        self.pending_is_digit = run.len() - zeros == 1;
        self.after_big = false;
        self.at = end;
        Step::Read
    }

    fn half(&mut self) -> Step {
        self.form = Some(Form::Half);
        self.pending = Some(Decimal::new(5, 1));
        self.take('半'.len_utf8())
    }

    /// Reads 几 or 数, which stand for a digit before a multiplier; 几 also after 十, 20 and 零.
    fn open_digit(&mut self, character: char) -> Step {
        let after = self.rest().chars().nth(1);
        let scaled = after.is_some_and(|next| {
            matches!(worth(next), Some(Worth::Small(_) | Worth::Big(_))) && !is_prefix(next, self.after(1))
        });
        let ones = matches!(character, '几' | '幾');
        if ones && self.last.is_none() && self.form == Some(Form::Digits) {
            // 20几: Arabic tens stand for 二十.
            let tens = |value: &Decimal| (*value % Decimal::TEN).is_zero() && *value < Decimal::ONE_HUNDRED;
            if let Some(tens) = self.pending.take_if(|value| tens(value)) {
                (self.group, self.last) = (Some(tens), Some(Decimal::TEN));
            }
        }
        let after_ten = ones && (self.last == Some(Decimal::TEN) || self.gap);
        if self.pending.is_some() || !(scaled || after_ten) {
            return if self.form.is_none() { Step::Refused } else { Step::Done };
        }
        self.is_open = true;
        let is_first = self.form.is_none();
        self.form.get_or_insert(Form::Chinese);
        self.pending = Some(if is_first { Decimal::ONE } else { Decimal::ZERO });
        self.pending_is_digit = true;
        self.after_big = false;
        self.take(character.len_utf8())
    }

    /// Reads 多 or 余, which belong to the number where a multiplier follows: 二十多万.
    fn excess(&mut self, character: char) -> Step {
        let mut after = self.rest().chars().skip(1);
        let scaled = match after.next() {
            Some(next @ ('百' | '千')) => !is_prefix(next, self.after(1)),
            Some(next) => matches!(worth(next), Some(Worth::Big(_))),
            None => false,
        };
        if self.form.is_none() || !scaled {
            return if self.form.is_none() { Step::Refused } else { Step::Done };
        }
        self.exceeded = true;
        self.take(character.len_utf8())
    }

    /// Reads the digits after 点 (八点一), unless they go on as in 三十 or end as a time of day.
    fn add_decimals(&mut self) {
        let mut characters = self.rest().chars();
        let whole = self.pending.is_none_or(|pending| pending.fract().is_zero());
        if !matches!(characters.next(), Some('点' | '點')) || !whole || self.form == Some(Form::Digits) {
            return;
        }
        let mut decimals = Decimal::ZERO;
        let mut length = '点'.len_utf8();
        let mut places = 0;
        for character in characters {
            let Some(Worth::Digit(digit)) = worth(character) else {
                // 六点五千万 has a multiplier, 三点二十 is a time of day.
                let goes_on = matches!(worth(character), Some(Worth::Small(10 | 100) | Worth::Tens(_)));
                if goes_on || matches!(character, '刻' | '分' | '钟') {
                    return;
                }
                break;
            };
            places += 1;
            if places > 12 {
                return;
            }
            decimals += Decimal::new(i64::from(digit), places);
            length += character.len_utf8();
        }
        if places == 0 {
            return;
        }
        let whole = if self.pending.is_some() { self.last_digit() } else { Some(Decimal::ZERO) };
        let number = whole.and_then(|whole| whole.checked_add(decimals));
        self.overflow |= number.is_none();
        self.pending_is_digit = false;
        self.pending = Some(number.unwrap_or_default());
        self.at += length;
        self.after_big = false;
        self.scale_decimals();
    }

    /// Reads a multiplier after decimals: 一点二万.
    fn scale_decimals(&mut self) {
        if let Some(next) = self.peek()
            && let Some(Worth::Small(scale)) = worth(next)
        {
            self.small(next, scale);
        }
        while let Some(next) = self.peek()
            && let Some(Worth::Big(scale)) = worth(next)
            && let Step::Read = self.big(next, scale)
        {}
    }

    /// Whether the number before the last multiplier had decimals: 1.5万.
    fn has_decimals(&self) -> bool {
        let parts = [self.high, self.middle, self.group];
        let coefficient = |part: Decimal| part.checked_div(self.last?).map(|part| part.fract());
        parts.into_iter().flatten().filter_map(coefficient).any(|fraction| !fraction.is_zero())
    }

    /// The value of a last digit, which without a multiplier counts tenths of the last one: 两百五, 九万四.
    fn last_digit(&self) -> Option<Decimal> {
        let pending = self.pending?;
        let shortened = self.pending_is_digit && !self.gap;
        match self.last {
            Some(last) if shortened && last > Decimal::TEN => {
                pending.checked_mul(last.checked_div(Decimal::TEN)?)
            }
            _ => Some(pending),
        }
    }

    fn value(&self) -> Option<Decimal> {
        let last = if self.pending.is_some() { self.last_digit()? } else { Decimal::ZERO };
        let parts = [self.high, self.middle, self.group, Some(last)];
        let sum = parts.into_iter().flatten().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part))?;
        (!self.overflow).then_some(sum)
    }
}

/// Whether two digits name a range: 五六, 两三, and the common 三五.
fn are_neighbours(lower: u32, upper: u32) -> bool {
    lower > 0 && (upper == lower + 1 || (lower, upper) == (3, 5))
}
