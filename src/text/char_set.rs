//! Searches text for characters without decoding the others.
//!
//! A [`Filter`] of half a kilobyte knows characters by the last twelve bits of their code points, which for
//! most are in the last two bytes: it passes every character of its set, and few others.

/// Passes the characters of a set, and the few others whose code points end in the same twelve bits.
#[derive(Debug, Clone)]
pub(crate) struct Filter([u64; 64]);

impl Default for Filter {
    fn default() -> Self {
        Filter([0; 64])
    }
}

impl Filter {
    pub(crate) const fn let_in(&mut self, character: char) {
        let key = character as usize & 0xFFF;
        self.0[key / 64] |= 1 << (key % 64);
    }

    /// Whether this character may be one that was let in.
    #[inline]
    pub(crate) const fn passes(&self, character: char) -> bool {
        self.passes_key(character as usize & 0xFFF)
    }

    /// The byte, at or after `from`, at which the first character that passes starts.
    #[inline]
    pub(crate) fn next(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut rest = bytes.get(from..)?;
        loop {
            let (passes, after) = match rest {
                [0xE0..=0xEF, second, third, after @ ..] => (self.passes_bytes(*second, *third), after),
                _ => {
                    let (key, width) = key(rest, 0)?;
                    (self.passes_key(key), rest.get(width..)?)
                }
            };
            if passes {
                return Some(bytes.len() - rest.len());
            }
            rest = after;
        }
    }

    /// Whether the character that starts at this byte passes.
    #[inline]
    pub(crate) fn passes_at(&self, text: &str, start: usize) -> bool {
        key(text.as_bytes(), start).is_some_and(|(key, _)| self.passes_key(key))
    }

    /// Whether a character with these last two bytes passes: the first selects the word, the second the bit
    /// in it.
    #[inline]
    const fn passes_bytes(&self, high: u8, low: u8) -> bool {
        self.0[(high & 0x3F) as usize] >> (low & 0x3F) & 1 == 1
    }

    #[inline]
    pub(crate) const fn passes_key(&self, key: usize) -> bool {
        self.0[key / 64 % 64] >> (key % 64) & 1 == 1
    }
}

/// The last twelve bits of the code point that starts at this byte of a text, and its width in bytes.
#[inline]
pub(crate) fn key(text: &[u8], start: usize) -> Option<(usize, usize)> {
    match text.get(start..)? {
        // Chinese characters and marks, which are most of a text, have three bytes.
        [0xE0..=0xEF, second, third, ..] => Some((last_bits(*second, *third), 3)),
        rest => other_key(rest),
    }
}

/// The same for a character that does not have three bytes.
fn other_key(rest: &[u8]) -> Option<(usize, usize)> {
    match rest {
        [first @ 0..0x80, ..] => Some((usize::from(*first), 1)),
        [first @ 0x80..0xE0, second, ..] => Some((last_bits(first & 0x1F, *second), 2)),
        [0xF0..=0xFF, _, third, fourth, ..] => Some((last_bits(*third, *fourth), 4)),
        _ => None,
    }
}

/// Whether any of these bytes is meant. Looks at all of them, without stopping at the first.
#[inline]
pub(crate) fn has_byte(bytes: &[u8], is_meant: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |found, byte| found | is_meant(*byte))
}

/// The code points of a text, each with the byte where it starts.
#[inline]
pub(crate) fn code_points(text: &str) -> impl Iterator<Item = (usize, u32)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next;
        let code = match text.as_bytes().get(start..)? {
            [first @ 0xE0..=0xEF, second, third, ..] => {
                next += 3;
                u32::from(first & 0xF) << 12 | last_bits(*second, *third) as u32
            }
            _ => {
                let character = text.get(start..)?.chars().next()?;
                next += character.len_utf8();
                character as u32
            }
        };
        Some((start, code))
    })
}

/// The bits of a code point that its last two bytes hold.
#[inline]
const fn last_bits(high: u8, low: u8) -> usize {
    ((high & 0x3F) as usize) << 6 | (low & 0x3F) as usize
}

/// A set of characters, to search whole texts for.
#[derive(Debug)]
pub(crate) struct CharSet {
    filter: Filter,
    /// Whether it has Chinese characters, which are most of a text.
    has_han: bool,
    characters: &'static [char],
}

impl CharSet {
    pub(crate) const fn new(characters: &'static [char]) -> Self {
        let mut filter = Filter([0; 64]);
        let mut has_han = false;
        let mut at = 0;
        while at < characters.len() {
            filter.let_in(characters[at]);
            has_han |= matches!(characters[at], '\u{4000}'..='\u{9FFF}');
            at += 1;
        }
        CharSet { filter, has_han, characters }
    }

    pub(crate) const fn characters(&self) -> &'static [char] {
        self.characters
    }

    #[inline]
    pub(crate) fn contains(&self, character: char) -> bool {
        self.filter.passes(character) && self.characters.contains(&character)
    }

    /// Whether one of these characters may start at this byte; false for nearly all others.
    #[inline]
    pub(crate) fn may_start_at(&self, text: &str, start: usize) -> bool {
        self.filter.passes_at(text, start)
    }

    /// The first of these characters at byte `from` or after it, and the byte where it starts.
    #[inline]
    pub(crate) fn next(&self, text: &str, from: usize) -> Option<(usize, char)> {
        let mut from = from;
        loop {
            let at = if self.has_han { self.filter.next(text, from) } else { self.next_mark(text, from) }?;
            let character = text.get(at..)?.chars().next()?;
            if self.characters.contains(&character) {
                return Some((at, character));
            }
            from = at + character.len_utf8();
        }
    }

    /// The byte at which the first character starts that passes and is not Chinese. Most characters are
    /// Chinese and are skipped.
    #[inline]
    fn next_mark(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            // The first byte of each of them, and of no other character.
            if matches!(*bytes.get(at)?, 0xE4..=0xE9) {
                at += 3;
                continue;
            }
            let (key, width) = key(bytes, at)?;
            if self.filter.passes_key(key) {
                return Some(at);
            }
            at += width;
        }
    }

    /// All of these characters in the text, each with the byte where it starts.
    pub(crate) fn all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, char)> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, character) = self.next(text, from)?;
            from = at + character.len_utf8();
            Some((at, character))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::iter::successors;

    use super::*;

    /// Of every width, two with the same twelve last bits, one of them not meant.
    static SET: CharSet = CharSet::new(&['a', 'é', '\u{516C}', '𠮷']);
    const TEXT: &str = "ab é\u{616C}\u{516C}公𠮷𠀋a";

    #[test]
    fn characters_of_any_width_are_found() {
        let meant = |(_, character): &(usize, char)| ['a', 'é', '\u{516C}', '𠮷'].contains(character);
        let first = SET.next(TEXT, 0);
        let found = successors(first, |(at, character)| SET.next(TEXT, at + character.len_utf8()));
        assert!(found.eq(TEXT.char_indices().filter(meant)));
        assert_eq!(SET.next(TEXT, TEXT.len()), None);
        assert_eq!(SET.next("", 0), None);
    }

    #[test]
    fn the_set_is_exact_and_the_filter_lets_all_of_it_pass() {
        assert!(SET.contains('é') && !SET.contains('\u{616C}') && !SET.contains('b'));
        for (at, character) in TEXT.char_indices() {
            assert_eq!(SET.filter.passes(character), SET.filter.passes_at(TEXT, at));
            assert!(!SET.contains(character) || SET.filter.passes(character));
        }
    }
}
