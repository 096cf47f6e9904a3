//! Reads numbers and words of times at a place of the sentence.

use crate::lexicon::{TimeUnit, TimeWord, Times};

/// Longest number, in characters.
const MAX_NUMBER: usize = 10;

/// A whole number as times write it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) value: i16,
    pub(super) form: Form,
    /// Where it ends.
    pub(super) end: usize,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// 2022, with its count of digits.
    Arabic(usize),
    /// 一九七八, digit by digit, with their count.
    Spelled(usize),
    /// 二十八, or a single digit.
    Positional,
    /// 二十多, 30余: a number and more.
    Vague,
}

/// A sentence, and the words of times.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'s> {
    pub(super) text: &'s str,
    pub(super) times: &'s Times,
}

impl<'s> Reader<'s> {
    pub(super) fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// Where this literal ends, when it stands here.
    pub(super) fn literal(&self, at: usize, literal: &str) -> Option<usize> {
        self.text[at..].starts_with(literal).then(|| at + literal.len())
    }

    /// Where the character ends, when it is one of these.
    pub(super) fn any(&self, at: usize, characters: &[char]) -> Option<usize> {
        self.after(at).filter(|character| characters.contains(character)).map(|c| at + c.len_utf8())
    }

    /// Past one blank, if there is one: 2016 年 3 月.
    pub(super) fn past_blank(&self, at: usize) -> usize {
        self.literal(at, " ").unwrap_or(at)
    }

    /// The longest word of times here, and where it ends.
    pub(super) fn word(&self, at: usize) -> Option<(usize, TimeWord)> {
        self.times.words.longest_at(self.text, at).map(|(range, word)| (range.end, *word))
    }

    /// Whether a clause starts here.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        self.before(at).is_none_or(|c| matches!(c, ',' | '。' | ';' | ':' | '、' | ' ' | '(' | '!' | '?'))
    }

    /// A unit of a duration here: 年, 个月; not 年级, 日元.
    pub(super) fn unit(&self, at: usize) -> Option<(usize, TimeUnit)> {
        let at = self.past_blank(at);
        let (range, unit) = self.times.units.longest_at(self.text, at)?;
        (!self.is_trap(at)).then_some((range.end, *unit))
    }

    /// Whether a word stands here that only looks like one of times.
    pub(super) fn is_trap(&self, at: usize) -> bool {
        matches!(self.word(at), Some((_, TimeWord::Other)))
    }

    /// The whole number that starts here: 12, 十二, 一九七八.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        if self.before(at).is_some_and(|c| is_digit(c) || c == '.') {
            return None;
        }
        match self.after(at)? {
            '0'..='9' => self.arabic(at),
            _ => self.chinese(at),
        }
    }

    fn arabic(&self, at: usize) -> Option<Number> {
        let bytes = self.text.as_bytes()[at..].iter().take(MAX_NUMBER);
        let length = bytes.take_while(|byte| byte.is_ascii_digit()).count();
        let value = self.text[at..at + length].parse().ok()?;
        self.with_surplus(Number { value, form: Form::Arabic(length), end: at + length })
    }

    fn chinese(&self, at: usize) -> Option<Number> {
        let digits = self.text[at..].chars().take(MAX_NUMBER).take_while(|c| is_digit(*c));
        let mut run: Vec<char> = digits.collect();
        // 两 ends no number: in 一九八〇两年 it counts the years.
        if let Some(both) = run.iter().skip(1).position(|c| *c == '两') {
            run.truncate(both + 1);
        }
        let end = at + run.iter().map(|c| c.len_utf8()).sum::<usize>();
        let spelled = run.len() > 1 && run.iter().all(|c| digit(*c).is_some());
        let (value, form) = if spelled {
            (
                run.iter().try_fold(0i16, |value, c| value.checked_mul(10)?.checked_add(digit(*c)?)),
                Form::Spelled(run.len()),
            )
        } else {
            (positional(&run), Form::Positional)
        };
        self.with_surplus(Number { value: value?, form, end })
    }

    /// 多, 余, 几 behind a number make it vague.
    fn with_surplus(&self, number: Number) -> Option<Number> {
        match self.any(number.end, &['多', '余', '几', '来']) {
            Some(end) if self.unit(end).is_some() => Some(Number { form: Form::Vague, end, ..number }),
            _ => Some(number),
        }
    }
}

/// Whether the character is a digit or a power of ten of a number.
pub(super) fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || digit(character).is_some() || matches!(character, '十' | '百' | '千' | '万')
}

fn digit(character: char) -> Option<i16> {
    Some(match character {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a number with 十, 百, 千, powers falling: 一百二十.
fn positional(run: &[char]) -> Option<i16> {
    let (mut total, mut pending, mut last_power) = (0i16, None, i16::MAX);
    for character in run {
        let power = match character {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '零' => continue,
            _ => {
                let value = digit(*character).filter(|_| pending.is_none())?;
                pending = Some(value);
                continue;
            }
        };
        if power >= last_power {
            return None;
        }
        // 十 alone may stand for 一十.
        let times = pending.take().or((power == 10 && total == 0).then_some(1))?;
        total = total.checked_add(times.checked_mul(power)?)?;
        last_power = power;
    }
    total.checked_add(pending.unwrap_or(0)).filter(|_| !run.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn number(text: &str) -> Option<(i16, Form)> {
        let reader = Reader { text, times: &Lexicon::for_tests().times };
        reader.number(0).map(|number| (number.value, number.form))
    }

    #[test]
    fn numbers_are_read_as_times_write_them() {
        assert_eq!(number("2022年"), Some((2022, Form::Arabic(4))));
        assert_eq!(number("一九八〇年"), Some((1980, Form::Spelled(4))));
        assert_eq!(number("二十八年"), Some((28, Form::Positional)));
        assert_eq!(number("一百零五天"), Some((105, Form::Positional)));
        assert_eq!(number("20多年"), Some((20, Form::Vague)));
    }

    #[test]
    fn what_is_no_number_of_a_time_is_refused() {
        for text in ["123456789012年", "十百年", "二万年", "年"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
