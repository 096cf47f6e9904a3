//! Puts pieces of drawn text together as lines. Programs draw the pieces of a line in any order: Latin
//! letters and quotation marks, in a font of their own, often before the Chinese between them.

/// A piece of text and its position; x runs along the text, y across it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// The text, with the blanks around it.
    pub(super) text: String,
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    /// From the start of the first visible character to the end of the last.
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// How many lines back the line of a piece is searched.
const NEAR: usize = 40;

/// How many pieces back the same piece is searched: some programs draw bold text twice.
const AGAIN: usize = 8;

/// The lines so far, in the order in which they were begun.
#[derive(Default)]
pub(super) struct Lines(Vec<Open>);

struct Open {
    pieces: Vec<Piece>,
    start: f64,
    end: f64,
    y: f64,
    size: f64,
}

impl Lines {
    pub(super) fn push(&mut self, piece: Piece) {
        let first = self.0.len().saturating_sub(NEAR);
        let touched = self.0[first..].iter_mut().rev().find(|line| line.touches(&piece));
        if let Some(line) = touched {
            return line.push(piece);
        }
        // A piece that is drawn next and further along the line is the next cell of the line.
        match self.0.last_mut() {
            Some(last) if last.is_level(&piece) && piece.start >= last.end => last.push(piece),
            _ => self.0.push(Open::from(piece)),
        }
    }

    /// The lines, in the order in which they were begun.
    pub(super) fn finish(self) -> Vec<Line> {
        let mut whole: Vec<Open> = Vec::new();
        for line in self.0 {
            let first = whole.len().saturating_sub(NEAR);
            match whole[first..].iter_mut().rev().find(|before| before.touches(&line.bounds())) {
                Some(before) => line.pieces.into_iter().for_each(|piece| before.push(piece)),
                None => whole.push(line),
            }
        }
        whole.into_iter().filter_map(Open::close).collect()
    }
}

impl From<Piece> for Open {
    fn from(piece: Piece) -> Self {
        let Piece { start, end, y, size, .. } = piece;
        Open { pieces: vec![piece], start, end, y, size }
    }
}

impl Open {
    fn bounds(&self) -> Piece {
        Piece { text: String::new(), start: self.start, end: self.end, y: self.y, size: self.size }
    }

    fn is_level(&self, piece: &Piece) -> bool {
        (self.y - piece.y).abs() < 0.4 * self.size.max(piece.size)
    }

    /// Whether at most one character fits between the two.
    fn touches(&self, piece: &Piece) -> bool {
        let size = self.size.max(piece.size);
        self.is_level(piece) && piece.start <= self.end + size && piece.end >= self.start - size
    }

    fn push(&mut self, piece: Piece) {
        let draws_again =
            |drawn: &Piece| drawn.text == piece.text && (drawn.start - piece.start).abs() < 0.3 * piece.size;
        if self.pieces.iter().rev().take(AGAIN).any(draws_again) {
            return;
        }
        self.start = self.start.min(piece.start);
        self.end = self.end.max(piece.end);
        self.size = self.size.max(piece.size);
        self.pieces.push(piece);
    }

    /// The pieces from left to right; `None` if nothing is visible.
    fn close(mut self) -> Option<Line> {
        self.pieces.sort_by(|one, other| one.start.total_cmp(&other.start));
        let mut pieces = self.pieces.into_iter().skip_while(|piece| piece.text.trim().is_empty());
        let first = pieces.next()?;
        let blank = first.blank();
        let (y, size) = (self.y, self.size);
        let text = first.text.trim_start().to_owned();
        let mut line = Line { text, start: first.start + blank, end: first.end, y, size };
        pieces.for_each(|piece| line.append(&piece));
        line.text.truncate(line.text.trim_end().len());
        Some(line)
    }
}

impl Piece {
    /// How wide the blanks before the first character are, if all characters have the same width.
    fn blank(&self) -> f64 {
        let (all, visible) = (self.text.chars().count(), self.text.trim_start().chars().count());
        (self.end - self.start) * (all - visible) as f64 / all.max(1) as f64
    }
}

impl Line {
    fn append(&mut self, next: &Piece) {
        let gap = (next.start - self.end) / next.size.max(1.0);
        let is_word = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
        if gap > 2.5 {
            self.text.push('\t');
        } else if gap > 0.2 && is_word(self.text.chars().last()) && is_word(next.text.chars().next()) {
            self.text.push(' ');
        }
        self.text.push_str(&next.text);
        if !next.text.trim().is_empty() {
            self.end = self.end.max(next.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pieces: &[(&str, f64, f64)]) -> Vec<String> {
        let mut lines = Lines::default();
        for (text, start, y) in pieces {
            let width = text.chars().map(|char| if char.is_ascii() { 5.0 } else { 10.0 }).sum::<f64>();
            lines.push(Piece {
                text: (*text).to_owned(),
                start: *start,
                end: start + width,
                y: *y,
                size: 10.0,
            });
        }
        lines.finish().into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn pieces_of_a_line_stand_from_left_to_right_whatever_is_drawn_first() {
        assert_eq!(lines(&[(" ", 20.0, 0.0), ("县长", 0.0, 0.0), ("林知秋", 25.0, 0.0)]), ["县长 林知秋"]);
        let quoted = [
            ("“", 40.0, 0.0),
            ("”", 80.0, 0.0),
            ("推进发展", 0.0, 0.0),
            ("专精特", 50.0, 0.0),
            ("企业", 90.0, 0.0),
        ];
        assert_eq!(lines(&quoted), ["推进发展“专精特”企业"]);
    }

    #[test]
    fn cells_stand_apart_and_lines_below_each_other() {
        assert_eq!(
            lines(&[("项目", 0.0, 20.0), ("投资", 90.0, 20.0), ("大桥", 0.0, 0.0)]),
            ["项目\t投资", "大桥"]
        );
        assert_eq!(lines(&[("GDP", 0.0, 0.0), ("growth", 18.0, 0.0)]), ["GDP growth"]);
    }

    #[test]
    fn columns_that_are_drawn_one_after_the_other_stay_apart() {
        let columns = [("左一", 0.0, 20.0), ("左二", 0.0, 0.0), ("右一", 90.0, 20.0), ("右二", 90.0, 0.0)];
        assert_eq!(lines(&columns), ["左一", "左二", "右一", "右二"]);
    }

    #[test]
    fn text_that_is_drawn_twice_is_read_once() {
        assert_eq!(lines(&[("标题", 0.0, 0.0), ("标题", 0.3, 0.0), ("  ", 0.0, 30.0)]), ["标题"]);
    }
}
