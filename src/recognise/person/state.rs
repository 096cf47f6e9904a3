//! Recognises holders of an office of a foreign state, whose names the segmenter reads as anything:
//! 卡兰国总统|巴托亚|要求.

use super::HAN_BYTES;
use super::name::Names;
use super::tokens::is_named;
use crate::lexicon::{PlaceClass, is_han};
use crate::segment::Token;
use crate::text::is_within;

/// The most characters between a country and the office: 首相兼外交和合作|大臣.
const MAX_OFFICE_CHARS: usize = 10;
/// Joins the parts of a name.
const DOT: char = '·';
/// Fewest and most characters of such a name.
const MIN_CHARS: usize = 2;
const MAX_CHARS: usize = 8;
/// Logarithm of the share of a word that may also be a transcribed name: one in four million.
const RARE: f32 = -15.2;

impl Names<'_> {
    /// The byte past the name that starts at byte `start`, if a foreign country has the office that starts at
    /// byte `office`.
    pub(super) fn of_state(self, office: usize, start: usize) -> Option<usize> {
        let first = self.token_starting(start).filter(|token| self.may_name(token) || self.is_part(token))?;
        if !self.is_of_state(office) {
            return None;
        }
        let mut end = None;
        for token in &self.scene.tokens[self.scene.tokens.ended_by(first.range.start)..] {
            let length = token.range.end.saturating_sub(start) / HAN_BYTES;
            let joins = self.scene.says(&token.range, "·") && token.range.start > start;
            if length > MAX_CHARS || !(joins || self.may_name(token) || self.is_part(token)) {
                break;
            }
            let is_whole = length >= MIN_CHARS && !joins && !self.is_part(token);
            end = Some(token.range.end).filter(|end| is_whole && self.sentence_goes_on(*end));
        }
        end
    }

    /// Whether the word is one part of a name with ·: 川|·立派.
    fn is_part(self, token: &Token) -> bool {
        self.dotted && self.scene.text[token.range.end..].starts_with(DOT) && token.word.chars().all(is_han)
    }

    /// Whether a sentence can go on from a name that ends here; an idiom (举行会谈) or 时 may follow, too.
    fn sentence_goes_on(self, end: usize) -> bool {
        self.goes_on(end)
            || self.scene.text[end..].starts_with('时')
            || self.token_starting(end).is_some_and(|token| matches!(token.tag, "i" | "l"))
    }

    /// The byte where a name starts whose last part is a public figure's: 诺尔曼·|白求恩.
    pub(super) fn start_before_dot(self, start: usize) -> usize {
        let Some(before) = self.scene.text[..start].strip_suffix(DOT).filter(|_| self.dotted) else {
            return start;
        };
        let token = self.token_ending(before.len()).filter(|token| self.may_name(token));
        token.map_or(start, |token| token.range.start)
    }

    /// Whether a word can be a transcribed name or a part of one.
    fn may_name(self, token: &Token) -> bool {
        let word = token.word;
        if !word.chars().all(is_han) || self.scene.beside_at(token.range.start).is_some() {
            return false;
        }
        let names = &self.scene.lexicon.names;
        let transcribes = || word.chars().all(|c| names.transcribes(c));
        if token.range.len() == HAN_BYTES {
            return transcribes();
        }
        let is_strange =
            || matches!(token.tag, "ns" | "nz") || !self.scene.knows(token) || self.scene.share(token) < RARE;
        (is_named(token) || transcribes() && is_strange())
            && !self.scene.lexicon.places.is_place(word)
            && !self.scene.lexicon.bodies.names.contains(word)
    }

    /// Whether a foreign country stands before the office, in one run of characters with it.
    fn is_of_state(self, office: usize) -> bool {
        let spots = self.scene.spots();
        let Some(at) = spots.partition_point(|spot| spot.range.end <= office).checked_sub(1) else {
            return false;
        };
        let Some(country) = spots.get(at).filter(|spot| spot.sure && spot.class == PlaceClass::Country)
        else {
            return false;
        };
        let between = &self.scene.text[country.range.end..office];
        let is_own =
            matches!(self.scene.slice(&country.range), "中国" | "中华人民共和国" | "新中国" | "我国");
        !is_own && is_within(between, MAX_OFFICE_CHARS) && between.chars().all(|c| is_han(c) && c != '的')
    }
}

#[cfg(test)]
mod tests {
    use crate::recognise::person::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn who_holds_an_office_of_a_foreign_state_is_named() {
        for (text, name) in [
            ("泰国总统利巴要求国际社会支持。", "利巴"),
            ("会见摩洛哥首相兼外交和合作大臣菲拉齐。", "菲拉齐"),
            ("智利外长伽鲁同来访的客人会谈。", "伽鲁"),
            ("挪威总统拉亚纳、议长一行来访。", "拉亚纳"),
            ("挪威首相川·拉亚纳近日指出,形势好转。", "川·拉亚纳"),
            ("会见挪威国防部长科恩时说,愿意合作。", "科恩"),
            ("挪威人民的朋友莱昂·白求恩来到中国。", "莱昂·白求恩"),
        ] {
            assert_eq!(standing(recognise, text), [name], "{text}");
        }
    }

    #[test]
    fn what_such_an_office_does_is_no_name() {
        for text in [
            "泰国总统大选落幕。",
            "泰国总理表示欢迎。",
            "泰国总理府发表声明。",
            "泰国总统巴黎之行。",
            "各国总统利用这个机会。",
            "当选挪威总统之职。",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
