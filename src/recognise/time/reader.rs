//! Reads the numbers and words of times at a byte of the sentence.

use std::cell::Cell;

use crate::lexicon::{TimeUnit, TimeWord, Times};
use crate::numeral;
use crate::text::is_chinese_digit;

/// Longest number, in characters.
const MAX_NUMBER_CHARS: usize = 10;

/// A whole number as times are written with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) value: i16,
    pub(super) form: Form,
    /// The byte past its last character.
    pub(super) end: usize,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// Arabic, with the count of digits: 2022.
    Arabic(usize),
    /// Digit by digit in Chinese, with the count of digits: 一九七八.
    Spelled(usize),
    /// In Chinese with powers of ten, or a single digit: 二十八.
    Positional,
    /// More than a number: 二十多, 30余.
    Surplus,
    /// Not told exactly: 二三, 几.
    Vague,
}

impl Number {
    /// Whether the number is not exact.
    pub(super) fn is_loose(&self) -> bool {
        matches!(self.form, Form::Surplus | Form::Vague)
    }
}

/// A sentence with the vocabulary of times.
#[derive(Debug)]
pub(super) struct Reader<'s> {
    pub(super) text: &'s str,
    pub(super) times: &'s Times,
    /// The byte that was last read as a number, with the result, because each form of time asks for it again.
    last: Cell<Option<(usize, Option<Number>)>>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(text: &'s str, times: &'s Times) -> Self {
        Reader { text, times, last: Cell::new(None) }
    }

    pub(super) fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The byte past this literal, if it stands at `at`.
    pub(super) fn literal(&self, at: usize, literal: &str) -> Option<usize> {
        let rest = self.text.as_bytes().get(at..)?;
        rest.starts_with(literal.as_bytes()).then(|| at + literal.len())
    }

    /// The byte past the character at `at`, if it is one of these.
    pub(super) fn any(&self, at: usize, characters: &[char]) -> Option<usize> {
        self.after(at).filter(|character| characters.contains(character)).map(|c| at + c.len_utf8())
    }

    /// The byte past one blank, or `at` if there is none: 2016 年 3 月.
    pub(super) fn past_blank(&self, at: usize) -> usize {
        self.literal(at, " ").unwrap_or(at)
    }

    /// The longest time word that starts at `at`, and the byte where it ends.
    pub(super) fn word(&self, at: usize) -> Option<(usize, TimeWord)> {
        self.times.words.longest_at(self.text, at).map(|(range, word)| (range.end, *word))
    }

    /// Whether a clause starts at `at`.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        self.before(at).is_none_or(|c| matches!(c, ',' | '。' | ';' | ':' | '、' | ' ' | '(' | '!' | '?'))
    }

    /// The unit of a duration at `at`, and the byte where it ends: 年, 个月; not 年级, 日元.
    pub(super) fn unit(&self, at: usize) -> Option<(usize, TimeUnit)> {
        let at = self.past_blank(at);
        let (range, unit) = self.times.units.longest_at(self.text, at)?;
        (!self.is_trap(at)).then_some((range.end, *unit))
    }

    /// Whether the word at `at` only looks like one of times.
    pub(super) fn is_trap(&self, at: usize) -> bool {
        matches!(self.word(at), Some((_, TimeWord::Other)))
    }

    /// Reads the whole number that starts at `at`: 12, 十二, 一九七八.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        let in_number = self.before(at).is_some_and(|c| is_digit(c) || c == '.');
        if in_number && !self.is_year_after_item(at) || self.is_spaced_out(at) {
            return None;
        }
        self.written_number(at)
    }

    /// Whether the digit at `at` comes last of several that blanks separate: 1 9 8 8 年.
    fn is_spaced_out(&self, at: usize) -> bool {
        let mut before = self.text[..at].chars().rev();
        let mut parted = || before.next() == Some(' ') && before.next().is_some_and(|c| c.is_ascii_digit());
        parted() && parted()
    }

    /// Whether a year stands right after the number of an item: 3.2020年底前.
    fn is_year_after_item(&self, at: usize) -> bool {
        let year = self.text[at..].bytes().take(5).take_while(u8::is_ascii_digit).count() == 4
            && self.text[at + 4..].starts_with('年');
        let Some(item) = self.text[..at].strip_suffix('.').filter(|_| year) else { return false };
        let digits = item.bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && self.opens_clause(item.len() - digits)
    }

    /// Reads the number at `at`, even where a digit stands before it.
    pub(super) fn written_number(&self, at: usize) -> Option<Number> {
        if let Some((_, number)) = self.last.get().filter(|(place, _)| *place == at) {
            return number;
        }
        let number = match self.after(at)? {
            '0'..='9' => self.arabic(at),
            _ => self.chinese(at),
        };
        let number = number.map(|number| self.up_to(number).unwrap_or(number));
        self.last.set(Some((at, number)));
        number
    }

    /// Reads a year whose digits blanks separate: 1 9 8 8 年.
    fn spaced_year(&self, at: usize) -> Option<Number> {
        let (mut value, mut end) = (0, at);
        for place in 0..YEAR_DIGITS {
            let digit = if place == 0 { at } else { self.literal(end, " ")? };
            value = value * 10 + i16::try_from(self.after(digit)?.to_digit(10)?).ok()?;
            end = digit + 1;
        }
        let is_year = self.literal(self.past_blank(end), "年").is_some();
        is_year.then_some(Number { value, form: Form::Arabic(YEAR_DIGITS), end })
    }

    fn arabic(&self, at: usize) -> Option<Number> {
        if let Some(year) = self.spaced_year(at) {
            return Some(year);
        }
        let bytes = self.text.as_bytes()[at..].iter().take(MAX_NUMBER_CHARS);
        let length = bytes.take_while(|byte| byte.is_ascii_digit()).count();
        let value = self.text[at..at + length].parse().ok()?;
        self.with_surplus(Number { value, form: Form::Arabic(length), end: at + length })
    }

    fn chinese(&self, at: usize) -> Option<Number> {
        // A lone digit is by far the commonest number: 一 in 一些.
        let end = at + self.after(at)?.len_utf8();
        let is_alone = !self.after(end).is_some_and(|next| is_digit(next) || next == '、');
        if let Some(value) = single_digit(&self.text[at..end]).filter(|_| is_alone) {
            return self.with_surplus(Number { value, form: Form::Positional, end });
        }
        if let Some(year) = self.with_figure_zero(at) {
            return Some(year);
        }
        let digits = self.text[at..].char_indices().take(MAX_NUMBER_CHARS).take_while(|(_, c)| is_digit(*c));
        // 两 does not belong to the digits before it: in 一九八〇两年 it counts the years.
        let run = digits.take_while(|(offset, c)| *offset == 0 || *c != '两');
        let (count, last) = run.fold((0, 0), |(count, _), (offset, c)| (count + 1, offset + c.len_utf8()));
        if let Some(value) = single_digit(&self.text[at..at + last]) {
            if let Some(end) = self.second_estimate(value, at + last).filter(|_| !self.opens_clause(at)) {
                return Some(Number { value, form: Form::Vague, end });
            }
            return self.with_surplus(Number { value, form: Form::Positional, end: at + last });
        }
        let written = &self.text[..at + last];
        let numeral = numeral::read(written, at).filter(|numeral| numeral.end == written.len())?;
        let spelled = count > 1 && written[at..].chars().all(|c| c != '十' && is_chinese_digit(c));
        let form = match (numeral.upper, spelled) {
            (Some(_), _) => Form::Vague,
            (None, true) => Form::Spelled(count),
            (None, false) => Form::Positional,
        };
        let value = i16::try_from(numeral.value?).ok()?;
        self.with_surplus(Number { value, form, end: numeral.end })
    }

    /// The byte past the second of two estimates: 三、五年; not 三、四季度, nor after the number of a heading: 一、三年来.
    fn second_estimate(&self, first: i16, end: usize) -> Option<usize> {
        let next = self.literal(end, "、")?;
        let digit = self.after(next)?;
        let value = single_digit(&self.text[next..next + digit.len_utf8()])?;
        let end = next + digit.len_utf8();
        ((first + 1..=first + 2).contains(&value) && self.unit(end).is_some()).then_some(end)
    }

    /// Reads a number between two small ones: 3到|5年, 三至五年; not 2021至2025年, 3至5日.
    fn up_to(&self, number: Number) -> Option<Number> {
        let next = self.any(number.end, &['到', '至', '-', '—', '~'])?;
        let is_small =
            |number: &Number| (1..MAX_LENGTH_IN_RANGE).contains(&number.value) && !number.is_loose();
        let last = match self.after(next)? {
            '0'..='9' => self.arabic(next),
            _ => self.chinese(next),
        };
        let last = last.filter(|last| is_small(&number) && is_small(last) && number.value < last.value)?;
        let (_, unit) = self.unit(last.end)?;
        let lasts =
            matches!(unit, TimeUnit::Year | TimeUnit::Week) || self.text[last.end..].starts_with('个');
        lasts.then_some(Number { form: Form::Vague, end: last.end, ..number })
    }

    /// Reads four digits in Chinese, some zeros of which are figures: 二0一0.
    fn with_figure_zero(&self, at: usize) -> Option<Number> {
        let digits = self.text[at..].char_indices().take(5);
        let run = digits.take_while(|(_, c)| *c == '0' || is_chinese_digit(*c) && *c != '十');
        if run.clone().count() != 4 || run.clone().all(|(_, c)| c != '0') {
            return None;
        }
        let (mut end, mut value) = (at, 0_i32);
        for (offset, digit) in run {
            end = at + offset + digit.len_utf8();
            let digit = numeral::read(&self.text[..end], at + offset)?.value?;
            value = value * 10 + i32::try_from(digit).ok()?;
        }
        Some(Number { value: i16::try_from(value).ok()?, form: Form::Spelled(4), end })
    }

    /// Adds 多, 余 or 几 to the number, which is then not exact.
    fn with_surplus(&self, number: Number) -> Option<Number> {
        match self.any(number.end, &['多', '余', '几', '来']) {
            Some(end) if self.unit(end).is_some() => {
                let is_some = self.text[..end].ends_with('几') || number.form == Form::Vague;
                let form = if is_some { Form::Vague } else { Form::Surplus };
                Some(Number { form, end, ..number })
            }
            // The surplus belongs to the unit: 8个多月.
            _ if self.text[number.end..].starts_with("个多") => {
                Some(Number { form: Form::Surplus, ..number })
            }
            _ => Some(number),
        }
    }
}

/// The number of digits of a year.
const YEAR_DIGITS: usize = 4;
/// Both ends of a range of lengths are less than this: 3到5年. Larger ones are years.
const MAX_LENGTH_IN_RANGE: i16 = 100;

/// The value of a single digit, by far the commonest number: 一 in 一些.
fn single_digit(written: &str) -> Option<i16> {
    Some(match written {
        "一" => 1,
        "二" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        "七" => 7,
        "八" => 8,
        "九" => 9,
        _ => return None,
    })
}

/// Whether the character is a digit or a power of ten.
pub(super) fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
        || is_chinese_digit(character)
        || matches!(character, '两' | '百' | '千' | '万')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn number(text: &str) -> Option<(i16, Form)> {
        let reader = Reader::new(text, &Lexicon::for_tests().times);
        reader.number(0).map(|number| (number.value, number.form))
    }

    #[test]
    fn numbers_are_read_as_times_write_them() {
        assert_eq!(number("2022年"), Some((2022, Form::Arabic(4))));
        assert_eq!(number("一九八〇年"), Some((1980, Form::Spelled(4))));
        assert_eq!(number("二十八年"), Some((28, Form::Positional)));
        assert_eq!(number("一百零五天"), Some((105, Form::Positional)));
        assert_eq!(number("20多年"), Some((20, Form::Surplus)));
        assert_eq!(number("8个多月"), Some((8, Form::Surplus)));
        assert_eq!(number("十几年"), Some((10, Form::Vague)));
        assert_eq!(number("二0一0年"), Some((2010, Form::Spelled(4))));
    }

    #[test]
    fn what_is_no_number_of_a_time_is_refused() {
        for text in ["123456789012年", "八万年", "年", "三0年"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
