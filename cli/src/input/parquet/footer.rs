//! Checks what a Parquet file says of itself at its end, before the library reads it: the library believes
//! how many elements a list has, and would count through billions that are not there.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// Length of what ends a file, in bytes: the length of the description and the mark of the format.
const TAIL: usize = 8;
/// Deepest nesting of lists and structures; a schema of tables needs about ten.
const DEEPEST: usize = 32;

/// Whether the description can be walked through: no list has more elements than bytes follow. A file that is
/// no Parquet file at all passes; the library reports it.
pub(super) fn is_sound(file: &mut File) -> io::Result<bool> {
    let size = file.seek(SeekFrom::End(0))?;
    let Some(tail) = size.checked_sub(TAIL as u64) else { return Ok(true) };
    let mut bytes = [0; TAIL];
    file.seek(SeekFrom::Start(tail))?;
    file.read_exact(&mut bytes)?;
    let [a, b, c, d, mark @ ..] = bytes;
    let length = u64::from(u32::from_le_bytes([a, b, c, d]));
    let Some(start) = tail.checked_sub(length).filter(|_| &mark == b"PAR1") else { return Ok(true) };
    let mut description = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.by_ref().take(length).read_to_end(&mut description)?;
    file.rewind()?;
    Ok(Walk { rest: &description }.structure(0).is_some())
}

/// A walk through Thrift's compact protocol, as
/// <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md> has it.
struct Walk<'a> {
    rest: &'a [u8],
}

impl Walk<'_> {
    fn structure(&mut self, depth: usize) -> Option<()> {
        loop {
            let header = self.byte()?;
            if header == 0 {
                return Some(());
            }
            if header >> 4 == 0 {
                self.number()?;
            }
            match header & 15 {
                // The header of a boolean in a structure holds its value.
                1 | 2 => {}
                kind => self.value(kind, depth)?,
            }
        }
    }

    /// A value that stands by itself; a boolean takes a byte here.
    fn value(&mut self, kind: u8, depth: usize) -> Option<()> {
        match kind {
            _ if depth > DEEPEST => None,
            1..=3 => self.skip(1),
            4..=6 => self.number().map(drop),
            7 => self.skip(8),
            8 => {
                let length = self.number()?;
                self.skip(length)
            }
            9 | 10 => {
                let header = self.byte()?;
                let count = if header >> 4 == 15 { self.number()? } else { u64::from(header >> 4) };
                self.elements(count, &[header & 15], depth)
            }
            11 => match self.number()? {
                0 => Some(()),
                count => {
                    let kinds = self.byte()?;
                    self.elements(count, &[kinds >> 4, kinds & 15], depth)
                }
            },
            12 => self.structure(depth + 1),
            13 => self.skip(16),
            _ => None,
        }
    }

    /// Every element takes at least one byte.
    fn elements(&mut self, count: u64, kinds: &[u8], depth: usize) -> Option<()> {
        if count > self.rest.len() as u64 {
            return None;
        }
        (0..count).try_for_each(|_| kinds.iter().try_for_each(|kind| self.value(*kind, depth + 1)))
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn skip(&mut self, length: u64) -> Option<()> {
        self.rest = self.rest.get(usize::try_from(length).ok()?..)?;
        Some(())
    }

    /// A number of seven bits in each byte, the lowest first.
    fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Some(value);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    /// Whether a file with this description would be read.
    fn sound(description: &[u8]) -> bool {
        let mut file = tempfile::tempfile().expect("a temporary file");
        file.write_all(b"PAR1").expect("room");
        file.write_all(description).expect("room");
        let length = u32::try_from(description.len()).expect("short");
        file.write_all(&length.to_le_bytes()).expect("room");
        file.write_all(b"PAR1").expect("room");
        is_sound(&mut file).expect("readable")
    }

    #[test]
    fn lists_have_the_elements_that_they_say() {
        // A number; a list of two numbers; a structure in which a truth value stands.
        assert!(sound(&[0x15, 2, 0x19, 0x25, 2, 4, 0x1C, 0x11, 0, 0]));
        // A list of two billion truth values, in none of four bytes.
        assert!(!sound(&[0x19, 0xF1, 0xFF, 0xFF, 0xFF, 0xFF, 7, 0, 0, 0, 0]));
        assert!(!sound(&[0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 7, 0x11, 0, 0]), "a map");
        assert!(!sound(&[0x18, 0x7F, 0]), "a text that ends too early");
        assert!(!sound(&[0x1C; 100]), "structures in each other without end");
    }

    #[test]
    fn what_is_no_parquet_is_left_to_the_library() {
        let mut file = tempfile::tempfile().expect("a temporary file");
        file.write_all(b"short").expect("room");
        assert!(is_sound(&mut file).expect("readable"));
    }
}
