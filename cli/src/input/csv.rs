//! CSV and TSV: the first row names the columns, one of which holds the text. A table of tasks (责任分解表)
//! is one text, with a line for each row and tabs between its cells.

use std::io::{self, Chain, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use csv::{ReaderBuilder, StringRecord};
use zhengce::Date;

use super::Input;
use super::fault::{Fault, Warning, Wrong};
use super::fields::{FieldNames, Row, is_own, missing_of, no_date, no_text};
use super::file::{MAX_FILE, too_long};
use super::jsonl::MAX_LINE;
use super::xlsx::Holds;
use crate::lang::tr;

/// Most rows above the one that heads the columns of a table of tasks, such as its title and unit.
const ABOVE: usize = 4;

/// How much of a table is searched for what separates its columns, and how much is read at a time.
const HEAD_BYTES: usize = 64 << 10;
const PIECE_BYTES: usize = 4 << 10;

/// The texts of a table, one row in memory at a time.
pub(super) struct Rows<R> {
    source: String,
    table: csv::Reader<Metered<R>>,
    read: Arc<AtomicU64>,
    /// How many quotation marks were read.
    quotes: Arc<AtomicU64>,
    /// Whether the whole file was read.
    is_read: Arc<AtomicBool>,
    fields: FieldNames,
    /// Where the fields are in a row; `None` before the first row is read, and after a fault of the file.
    columns: Option<Columns>,
    /// The last row read, counted as in spreadsheets: the names of the columns are row 1.
    row: usize,
    ended: bool,
}

/// What a table of tasks says in its fields.
#[derive(Default)]
struct TableFields {
    date_column: Option<usize>,
    columns: Vec<Option<usize>>,
    date: Option<Date>,
    kept: Option<Vec<Option<String>>>,
}

impl TableFields {
    fn of(names: &StringRecord, fields: &FieldNames) -> Result<Self, Wrong> {
        let names: Vec<String> = names.iter().map(trimmed).collect();
        let column = |name: &str| names.iter().position(|has| has == name);
        if let Some(missing) = missing_of(fields.told(), &names) {
            return Err(missing);
        }
        let columns = fields.keep.iter().map(|name| column(name)).collect();
        Ok(TableFields { date_column: column(fields.date()), columns, ..TableFields::default() })
    }

    /// Another table follows below, with columns of its own; some fields may have none there.
    fn go_on_below(&mut self, names: &StringRecord, fields: &FieldNames) {
        let names: Vec<String> = names.iter().map(trimmed).collect();
        let column = |name: &str| names.iter().position(|has| has == name);
        self.columns = fields.keep.iter().map(|name| column(name)).collect();
        self.date_column = column(fields.date());
    }

    fn take(&mut self, row: &StringRecord, fields: &FieldNames) -> Result<(), Wrong> {
        let field = |column: usize| row.get(column).filter(|cell| !cell.trim().is_empty());
        if let Some(given) = self.date_column.and_then(field) {
            let date = Date::written(given).ok_or_else(|| no_date(given, fields.date()))?;
            self.date = self.date.take().max(Some(date));
        }
        let columns = &self.columns;
        self.kept.get_or_insert_with(|| {
            columns.iter().map(|column| column.and_then(field).map(str::to_owned)).collect()
        });
        Ok(())
    }

    fn end(self, fields: &FieldNames) -> (Option<Date>, Vec<Option<String>>) {
        (self.date, self.kept.unwrap_or_else(|| vec![None; fields.keep.len()]))
    }
}

/// Columns of the fields, counted from 0.
struct Columns {
    text: usize,
    id: Option<usize>,
    date: Option<usize>,
    place: Option<usize>,
    keep: Vec<Option<usize>>,
}

impl<R: Read> Rows<R> {
    /// Reads UTF-8; what is not UTF-8 is U+FFFD already.
    pub(super) fn new(source: String, from: R, delimiter: u8, fields: FieldNames) -> Self {
        let read = Arc::new(AtomicU64::new(0));
        let quotes = Arc::new(AtomicU64::new(0));
        let is_read = Arc::new(AtomicBool::new(false));
        let from = Metered {
            from,
            read: Arc::clone(&read),
            quotes: Arc::clone(&quotes),
            is_read: Arc::clone(&is_read),
        };
        // Rows that are shorter or longer than the first still have their text.
        let table = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(from);
        Rows { source, table, read, quotes, is_read, fields, columns: None, row: 0, ended: false }
    }

    fn open(&mut self) -> Result<Columns, Wrong> {
        let names: Vec<String> = self.table.headers().map_err(wrong)?.iter().map(trimmed).collect();
        if let Some(missing) = self.fields.missing(&names) {
            return Err(missing);
        }
        let column = |name: &str| names.iter().position(|has| has == name);
        let text = column(self.fields.text());
        let text = text.ok_or_else(|| no_text(self.fields.text(), &names))?;
        let keep = self.fields.keep.iter().map(|name| column(name)).collect();
        let place = self.fields.place.as_deref().and_then(column);
        Ok(Columns { text, id: column(self.fields.id()), date: column(self.fields.date()), place, keep })
    }

    /// Whether it is a table of texts or of tasks; `None` if of neither.
    pub(super) fn holds(mut self) -> Option<Holds> {
        match self.open() {
            Ok(_) => Some(Holds::Texts),
            Err(wrong) => {
                let is_read = self.may_be_tasks() && matches!(self.tasks(wrong), Some(Ok(_)));
                is_read.then_some(Holds::Tasks)
            }
        }
    }

    /// Whether it may be a table of tasks: the user named no field of texts, and zhengce did not write it.
    fn may_be_tasks(&mut self) -> bool {
        let is_own = |names: &StringRecord| is_own(&names.iter().map(trimmed).collect::<Vec<_>>());
        self.fields.text.is_none() && !self.table.headers().is_ok_and(is_own)
    }

    /// The whole table as one text, if it is one of tasks. Its date is the latest of its rows; fields that
    /// are carried through come from its first row.
    fn tasks(&mut self, wrong: Wrong) -> Option<Result<Input, Fault>> {
        let Ok(extractor) = zhengce::shared() else { return self.end(wrong) };
        let mut text = self.table.headers().map(line).unwrap_or_default();
        let mut is_headed = extractor.heads_tasks(&text);
        let mut told = match self.table.headers() {
            Ok(names) if is_headed => match TableFields::of(&names.clone(), &self.fields) {
                Ok(told) => told,
                Err(wrong) => return self.end(wrong),
            },
            _ => TableFields::default(),
        };
        let (mut record, mut rows) = (StringRecord::new(), 0);
        while is_headed || rows < ABOVE {
            self.read.store(0, Ordering::Relaxed);
            match self.table.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return self.end(self::wrong(error)),
            }
            rows += 1;
            let row = line(&record);
            if is_headed && extractor.heads_tasks(&row) {
                told.go_on_below(&record, &self.fields);
            } else if is_headed {
                if let Err(wrong) = told.take(&record, &self.fields) {
                    return Some(Err(wrong.at(&self.source, rows + 1)));
                }
            } else if extractor.heads_tasks(&row) {
                is_headed = true;
                told = match TableFields::of(&record, &self.fields) {
                    Ok(told) => told,
                    Err(wrong) => return self.end(wrong),
                };
            }
            text.push('\n');
            text.push_str(&row);
            if text.len() as u64 > MAX_FILE {
                return self.end(too_long());
            }
        }
        if !is_headed {
            return self.end(wrong);
        }
        self.ended = true;
        text.push('\n');
        let (date, kept) = told.end(&self.fields);
        let place = self.fields.place_of_all.clone();
        Some(Ok(Input { source: self.source.clone(), text, date, place, kept, ..Input::default() }))
    }

    /// Ends the reading of the file.
    fn end(&mut self, wrong: Wrong) -> Option<Result<Input, Fault>> {
        self.ended = true;
        Some(Err(match self.row {
            0 => wrong.of(&self.source),
            row => wrong.at(&self.source, row + 1),
        }))
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Input, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        if self.columns.is_none() {
            match self.open() {
                Ok(columns) => (self.columns, self.row) = (Some(columns), 1),
                Err(wrong) if self.may_be_tasks() => return self.tasks(wrong),
                Err(wrong) => return self.end(wrong),
            }
        }
        let columns = self.columns.as_ref()?;
        let mut record = StringRecord::new();
        self.read.store(0, Ordering::Relaxed);
        match self.table.read_record(&mut record) {
            Ok(false) => None,
            Ok(true) => {
                self.row += 1;
                let read = input(&record, columns, &self.fields, &self.source, self.row);
                let is_open =
                    self.is_read.load(Ordering::Relaxed) && self.quotes.load(Ordering::Relaxed) % 2 == 1;
                let goes_on = is_open && record.iter().any(|cell| cell.contains('\n'));
                Some(read.map(|mut input| {
                    input.warnings.extend(goes_on.then(Warning::open_quote));
                    input
                }))
            }
            Err(error) => self.end(wrong(error)),
        }
    }
}

fn input(
    record: &StringRecord,
    columns: &Columns,
    fields: &FieldNames,
    source: &str,
    row: usize,
) -> Result<Input, Fault> {
    let field = |column: usize| record.get(column).map(str::to_owned);
    let Some(text) = field(columns.text) else {
        let has = record.len();
        let wrong = Wrong::new(
            tr!("only {has} columns, none with the text", "只有 {has} 列，没有文本列"),
            tr!("check the quotes and separators of this row", "请检查这一行的引号和分隔符"),
        );
        return Err(wrong.at(source, row));
    };
    let kept = columns.keep.iter().map(|column| column.and_then(field)).collect();
    let fields_of_row = Row {
        text,
        id: columns.id.and_then(field),
        date: columns.date.and_then(field),
        place: columns.place.and_then(field),
        kept,
    };
    fields_of_row.input(fields, source, row)
}

/// A row as a line; a row whose only text is in its first cell is a line without tabs.
fn line(record: &StringRecord) -> String {
    let cells = record.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
    let cells: Vec<String> = cells.collect();
    match &cells[..] {
        [title, others @ ..] if others.iter().all(String::is_empty) => title.clone(),
        cells => cells.join("\t"),
    }
}

fn trimmed(name: &str) -> String {
    name.trim().to_owned()
}

fn wrong(error: csv::Error) -> Wrong {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            let most = MAX_LINE >> 20;
            Wrong::new(
                tr!(
                    "a row longer than {most} MiB; the rows after it are not read",
                    "一行超过 {most} MiB，其后的行没有读取"
                ),
                tr!("look for a quote that is not closed", "请查找没有闭合的引号"),
            )
        }
        csv::ErrorKind::Io(error) => Wrong::of_read(&error),
        other => Wrong::new(
            tr!("no table: {other:?}", "不是表格：{other:?}"),
            tr!("save it as CSV anew", "请重新存为 CSV"),
        ),
    }
}

/// A file whose head was already read: the head, then the rest.
type Whole<R> = Chain<Cursor<Vec<u8>>, R>;

/// What separates the columns of a file of CSV: a tab or a semicolon where its first line has no comma.
pub(super) fn separator<R: Read>(mut from: R) -> io::Result<(u8, Whole<R>)> {
    let (mut head, mut piece) = (Vec::new(), [0; PIECE_BYTES]);
    // A read gives as much as there is, which may be less than a line.
    while !head.contains(&b'\n') && head.len() < HEAD_BYTES {
        match from.read(&mut piece)? {
            0 => break,
            read => head.extend_from_slice(&piece[..read]),
        }
    }
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let other = [b'\t', b';'].into_iter().find(|mark| line.contains(mark));
    let separator = other.filter(|_| !line.contains(&b',')).unwrap_or(b',');
    Ok((separator, Cursor::new(head).chain(from)))
}

/// A reader that ends with an error where one row is longer than [`MAX_LINE`]: a table would keep all of it.
struct Metered<R> {
    from: R,
    read: Arc<AtomicU64>,
    quotes: Arc<AtomicU64>,
    is_read: Arc<AtomicBool>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.read.load(Ordering::Relaxed) > MAX_LINE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.from.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        let quotes = buffer[..read].iter().filter(|byte| **byte == b'"').count();
        self.quotes.fetch_add(quotes as u64, Ordering::Relaxed);
        self.is_read.fetch_or(read == 0, Ordering::Relaxed);
        Ok(read)
    }
}

#[cfg(test)]
mod tests;
