//! Characters that numbers are written with.

use super::CharSet;

/// The characters that can open a number: digits and numerals, and the signs of a vague or a negative one.
pub(crate) static NUMERAL_OPENERS: CharSet = CharSet::new(&[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '零', '〇', '一', '壹', '弌', '二', '两', '兩', '俩',
    '倆', '贰', '貳', '貮', '弍', '三', '叁', '參', '叄', '弎', '四', '肆', '五', '伍', '六', '陆', '陸',
    '七', '柒', '八', '捌', '九', '玖', '廿', '卅', '卌', '十', '拾', '百', '佰', '千', '仟', '万', '萬',
    '亿', '億', '兆', '半', '几', '数', '负', '-',
]);

/// Whether this character is a digit, of either sort.
pub(crate) fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || is_chinese_digit(character)
}

/// Whether this character stands in a written day: 2025年4月9日, 二○二五年四月九日.
pub(crate) fn is_of_date(character: char) -> bool {
    character.is_numeric()
        || is_digit(character)
        || character.is_whitespace()
        || "年月日○".contains(character)
}

/// Whether this character tells a day of the week after 星期 and 周.
pub(crate) fn is_weekday(character: char) -> bool {
    matches!(character, '一' | '二' | '三' | '四' | '五' | '六' | '日')
}

/// Whether this character counts in the plain Chinese numbering of headings and years.
pub(crate) fn is_chinese_digit(character: char) -> bool {
    matches!(character, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '〇' | '零')
}
