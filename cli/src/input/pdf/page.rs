//! Reads what is drawn on a page as lines, in the order of drawing.

use std::collections::HashMap;

use lopdf::content::{Content, Operation};
use lopdf::{DecompressError, Dictionary, Document, Error, Object, ObjectId, Result};

use super::font::{self, Font};
use super::line::{Line, Lines, Piece};
use super::{MAX_DRAWN, MAX_PAGE};

/// Deepest nesting of forms in forms.
const MAX_DEPTH: usize = 8;

/// The lines of a page.
pub(super) fn lines(document: &Document, page: ObjectId) -> Result<Vec<Line>> {
    let content = document.get_page_content_with_limit(page, MAX_PAGE)?;
    let (own, inherited) = document.get_page_resources(page)?;
    let inherited = inherited.iter().filter_map(|id| document.get_dictionary(*id).ok());
    let resources: Vec<&Dictionary> = own.into_iter().chain(inherited).collect();
    let mut drawing = Drawing { document, drawn: 0, lines: Lines::default() };
    drawing.draw(&content, &resources, IDENTITY, 0)?;
    Ok(drawing.lines.finish())
}

/// A matrix `[a b c d e f]`, as PDF writes it.
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The matrix that applies `first`, then `then`.
fn product(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = then;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// The state in which text is drawn.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Vec<u8>,
    size: f64,
    char_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
}

struct Drawing<'d> {
    document: &'d Document,
    /// Bytes of instructions so far.
    drawn: usize,
    lines: Lines,
}

impl Drawing<'_> {
    /// Draws instructions at the place that `matrix` gives.
    fn draw(
        &mut self,
        content: &[u8],
        resources: &[&Dictionary],
        matrix: Matrix,
        depth: usize,
    ) -> Result<()> {
        self.drawn += content.len();
        if self.drawn > MAX_DRAWN {
            return Err(Error::Decompress(DecompressError::MemoryLimitExceeded { limit: MAX_DRAWN }));
        }
        let document = self.document;
        let fonts: Vec<(Vec<u8>, Dictionary)> = named(document, resources, b"Font")
            .map(|(name, font)| (name.to_vec(), font::readable(font)))
            .collect();
        let mut by_name = HashMap::new();
        for (name, font) in &fonts {
            by_name.entry(name.as_slice()).or_insert(Font::new(font, document)?);
        }
        let mut text = Text::new(matrix);
        for Operation { operator, operands } in Content::decode(content)?.operations {
            if operator == "Do" {
                self.draw_form(&operands, resources, text.state.matrix, depth)?;
            } else {
                text.run(&operator, &operands, &by_name, &mut |piece| self.lines.push(piece));
            }
        }
        Ok(())
    }

    /// Draws a named resource, if it is a form and not a picture.
    fn draw_form(
        &mut self,
        operands: &[Object],
        resources: &[&Dictionary],
        matrix: Matrix,
        depth: usize,
    ) -> Result<()> {
        let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let document = self.document;
        let mut forms = resources.iter().filter_map(|resources| {
            let forms = resources.get_deref(b"XObject", document).and_then(Object::as_dict).ok()?;
            forms.get_deref(name, document).and_then(Object::as_stream).ok()
        });
        let Some(form) = forms.next() else { return Ok(()) };
        let is_form = form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        if !is_form || depth == MAX_DEPTH {
            return Ok(());
        }
        let content = form.get_plain_content_with_limit(MAX_PAGE)?;
        let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
        let resources: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        let of_form = form.dict.get_deref(b"Matrix", document).and_then(Object::as_array);
        let of_form = of_form.ok().and_then(|numbers| matrix_of(numbers)).unwrap_or(IDENTITY);
        self.draw(&content, &resources, product(of_form, matrix), depth + 1)
    }
}

/// The resources of a kind, nearest first.
fn named<'r>(
    document: &'r Document,
    resources: &[&'r Dictionary],
    kind: &'static [u8],
) -> impl Iterator<Item = (&'r [u8], &'r Dictionary)> {
    let of_kind = resources
        .iter()
        .copied()
        .filter_map(move |resources| resources.get_deref(kind, document).and_then(Object::as_dict).ok());
    of_kind.flat_map(move |named| {
        named.iter().filter_map(move |(name, value)| {
            let (_, value) = document.dereference(value).ok()?;
            Some((name.as_slice(), value.as_dict().ok()?))
        })
    })
}

fn matrix_of(numbers: &[Object]) -> Option<Matrix> {
    let mut matrix = IDENTITY;
    for (to, from) in matrix.iter_mut().zip(numbers) {
        *to = f64::from(from.as_float().ok()?);
    }
    (numbers.len() >= 6).then_some(matrix)
}

/// The state of drawing while instructions run.
struct Text {
    state: State,
    saved: Vec<State>,
    matrix: Matrix,
    line: Matrix,
}

/// Deepest nesting of states.
const MAX_SAVED: usize = 256;

impl Text {
    fn new(matrix: Matrix) -> Self {
        let state = State {
            matrix,
            font: Vec::new(),
            size: 1.0,
            char_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
        };
        Text { state, saved: Vec::new(), matrix: IDENTITY, line: IDENTITY }
    }

    fn run(
        &mut self,
        operator: &str,
        operands: &[Object],
        fonts: &HashMap<&[u8], Font>,
        push: &mut impl FnMut(Piece),
    ) {
        let number =
            |at: usize| operands.get(at).and_then(|operand| operand.as_float().ok()).map_or(0.0, f64::from);
        match operator {
            "q" if self.saved.len() < MAX_SAVED => self.saved.push(self.state.clone()),
            "Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => {
                if let Some(matrix) = matrix_of(operands) {
                    self.state.matrix = product(matrix, self.state.matrix);
                }
            }
            "BT" => (self.matrix, self.line) = (IDENTITY, IDENTITY),
            "Tf" => {
                self.state.font =
                    operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default().to_vec();
                self.state.size = number(1);
            }
            "Tc" => self.state.char_space = number(0),
            "Tw" => self.state.word_space = number(0),
            "Tz" => self.state.scale = number(0) / 100.0,
            "TL" => self.state.leading = number(0),
            "Tm" => {
                if let Some(matrix) = matrix_of(operands) {
                    (self.matrix, self.line) = (matrix, matrix);
                }
            }
            "Td" => self.next_line(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tj" => self.show(operands, fonts, push),
            "'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands, fonts, push);
            }
            "\"" => {
                (self.state.word_space, self.state.char_space) = (number(0), number(1));
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2..).unwrap_or_default(), fonts, push);
            }
            "TJ" => {
                if let Some(Object::Array(pieces)) = operands.first() {
                    self.show(pieces, fonts, push);
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = product([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.matrix = self.line;
    }

    /// Draws strings; numbers between them move the next one back.
    fn show(&mut self, pieces: &[Object], fonts: &HashMap<&[u8], Font>, push: &mut impl FnMut(Piece)) {
        let Some(font) = fonts.get(self.state.font.as_slice()) else { return };
        for piece in pieces {
            match piece {
                Object::String(bytes, _) => {
                    let (width, codes) = font.width(bytes);
                    let mut advance = width / 1000.0 * self.state.size + codes as f64 * self.state.char_space;
                    advance +=
                        bytes.iter().filter(|byte| **byte == b' ').count() as f64 * self.state.word_space;
                    let text: String = font.text(bytes).chars().filter(|char| !char.is_control()).collect();
                    self.place(&text, advance * self.state.scale, push);
                    self.advance(advance);
                }
                other => {
                    let back = other.as_float().map_or(0.0, f64::from);
                    self.advance(-back / 1000.0 * self.state.size);
                }
            }
        }
    }

    fn advance(&mut self, by: f64) {
        self.matrix = product([1.0, 0.0, 0.0, 1.0, by * self.state.scale, 0.0], self.matrix);
    }

    /// Moves a piece of text to its place on the page, turned so that it runs along x.
    fn place(&self, text: &str, advance: f64, push: &mut impl FnMut(Piece)) {
        if text.is_empty() {
            return;
        }
        let [a, b, c, d, x, y] = product(self.matrix, self.state.matrix);
        let along = a.hypot(b);
        let size = self.state.size.abs() * c.hypot(d);
        if !(along > 0.0 && size > 0.0 && size.is_finite()) {
            return;
        }
        let (cos, sin) = (a / along, b / along);
        let (start, length) = (x * cos + y * sin, advance * along);
        push(Piece { text: text.to_owned(), start, end: start + length, y: y * cos - x * sin, size });
    }
}
