//! Marks and the words that join, which build clauses and lists.

use crate::text::CharSet;

/// What a word does in the building of clauses and lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Word,
    /// Ends a clause.
    Stop,
    /// 、
    Comma,
    /// 和, 及
    Joint,
    /// 并, 并且
    And,
    /// 等
    Etc,
    /// 的
    De,
}

/// The characters that marks open with.
static MARKS: CharSet = CharSet::new(&[
    ',', ';', ':', '。', '!', '?', '…', '"', ' ', '\n', '—', '、', '和', '及', '与', '暨', '或', '以', '并',
    '同', '而', '进', '等', '的',
]);

/// The mark that a word is. Its first character tells most words from marks.
pub(super) fn mark(text: &str) -> Mark {
    if !MARKS.may_start_at(text, 0) {
        return Mark::Word;
    }
    let mut rest = text.chars();
    match (rest.next(), rest.as_str()) {
        (Some(',' | ';' | ':' | '。' | '!' | '?' | '…' | '"' | ' ' | '\n'), "") => Mark::Stop,
        (Some('—'), "" | "—") => Mark::Stop,
        (Some('、'), "") => Mark::Comma,
        (Some('和' | '及' | '与' | '暨' | '或'), "") | (Some('以'), "及") | (Some('或'), "者") => {
            Mark::Joint
        }
        (Some('并'), "" | "且") | (Some('同'), "时") | (Some('而'), "且") | (Some('进'), "而") => {
            Mark::And
        }
        (Some('等'), "" | "等") => Mark::Etc,
        (Some('的'), "") => Mark::De,
        _ => Mark::Word,
    }
}
