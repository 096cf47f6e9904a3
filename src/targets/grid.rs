//! Tables of indicators (指标 | 单位 | 2025年基期值 | 2030年目标值): each number below a year is a claim.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Claim;
use super::reading::Reading;
use crate::document::{Quote, ReadDocument};
use crate::layout::grid::{Column, cells, columns, plain};
use crate::lexicon::iso::year_of;
use crate::lexicon::{IndicatorTables, Indicators, Sign};
use crate::numeral::{self, Form};
use crate::record::{Aspect, Bound, Change, FigureStatus, Span};
use crate::text::is_line_break;

/// Longest line without cells that may stand among the rows of a table, in characters.
const MAX_GROUP_CHARS: usize = 40;
/// Longest name of an indicator, in characters.
const MAX_NAME_CHARS: usize = 40;

/// What is read of the tables of a document.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) readings: Vec<Reading>,
    rows: Vec<Span>,
}

impl Grid {
    /// Whether one of the rows holds a record.
    pub(super) fn holds(&self, span: &Span) -> bool {
        let before = self.rows.partition_point(|row| row.start <= span.start);
        before.checked_sub(1).and_then(|at| self.rows.get(at)).is_some_and(|row| row.contains(span))
    }
}

/// The claims of the tables of indicators of a document.
pub(super) fn read(read: &ReadDocument, indicators: &Indicators) -> Grid {
    let mut grid = Grid::default();
    let characters = read.words();
    if !characters.iter().any(|c| matches!(c, '\t' | '|')) {
        return grid;
    }
    let mut headed: Option<Vec<Option<Column>>> = None;
    let mut start = 0;
    for line in characters.split(|c| is_line_break(*c)) {
        let range = start..start + line.len();
        start = range.end + 1;
        let cells = cells(characters, range.clone());
        // The empty line inside a line break of two characters.
        if line.is_empty() && characters.get(range.start) == Some(&'\n') && is_return(characters, range.start)
        {
            continue;
        }
        if cells.len() < 2 {
            if line.len() > MAX_GROUP_CHARS || line.iter().all(|c| c.is_whitespace()) {
                headed = None;
            }
            continue;
        }
        if let Some(columns) = columns(characters, &cells, &indicators.tables) {
            headed = Some(columns);
        } else if let Some(columns) = headed.as_ref().filter(|columns| columns.len() >= cells.len()) {
            let row = Row { read, indicators, columns, cells: &cells, line: range.clone() };
            grid.readings.extend(row.readings());
            grid.rows.push(Span::from(range));
        }
    }
    grid
}

/// Whether a carriage return stands before this character.
fn is_return(characters: &[char], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| characters.get(before)) == Some(&'\r')
}

/// A row of a table.
struct Row<'r> {
    read: &'r ReadDocument<'r>,
    indicators: &'r Indicators,
    columns: &'r [Option<Column>],
    cells: &'r [Range<usize>],
    line: Range<usize>,
}

/// The indicator that a row names.
struct Named {
    indicator: String,
    aspects: Option<Vec<Aspect>>,
    /// Set where the row's numbers are changes: 地区生产总值增长.
    change: Option<Change>,
    unit: Option<String>,
}

impl Row<'_> {
    fn cell(&self, column: &Column) -> Option<String> {
        let at = self.columns.iter().position(|own| own.as_ref() == Some(column))?;
        self.cells.get(at).map(|cell| plain(self.read.words(), cell))
    }

    fn readings(&self) -> Vec<Reading> {
        let Some(named) = self.named() else { return Vec::new() };
        let columns = self.columns.iter().zip(self.cells);
        columns.filter_map(|(column, cell)| self.reading(&named, column.as_ref()?, cell)).collect()
    }

    fn named(&self) -> Option<Named> {
        let name = self.cell(&Column::Name)?;
        let (name, bracket) =
            name.split_once('(').map_or((&*name, None), |(name, bracket)| (name, Some(bracket)));
        let in_name = bracket.and_then(|bracket| bracket.strip_suffix(')')).map(str::to_owned);
        let unit = self.cell(&Column::Unit).filter(|unit| !unit.is_empty()).or(in_name);
        let (bare, change) =
            self.indicators.tables.changed(name).map_or((name, None), |(bare, change)| (bare, Some(change)));
        let is_name =
            (1..=MAX_NAME_CHARS).contains(&bare.chars().count()) && bare.starts_with(char::is_alphabetic);
        let known = [name, bare].into_iter().find_map(|name| self.known(name));
        let (indicator, aspects) = known.unzip();
        let indicator = indicator.unwrap_or_else(|| bare.to_owned());
        is_name.then_some(Named { indicator, aspects, change, unit })
    }

    /// Name and aspects of the indicator that the dictionary calls so, whatever 全… stands before it:
    /// 全县常住人口城镇化率.
    fn known(&self, name: &str) -> Option<(String, Vec<Aspect>)> {
        self.indicators.signs.find(name).find_map(|(range, sign)| match sign {
            Sign::Indicator(indicator) if range.end == name.len() => {
                let before = &name[..range.start];
                let is_whole = before.is_empty() || before.starts_with('全') && before.chars().count() <= 3;
                is_whole.then(|| (indicator.name.clone(), indicator.aspects.clone()))
            }
            _ => None,
        })
    }

    fn reading(&self, named: &Named, column: &Column, cell: &Range<usize>) -> Option<Reading> {
        let said = plain(self.read.words(), cell);
        let inner = said.strip_prefix(['[', '〔']).and_then(|said| said.strip_suffix([']', '〕']));
        let number = number(inner.unwrap_or(&said), &self.indicators.tables)?;
        let is_rate = *column == Column::Yearly;
        // A total over the years ([5.6]) of a level tells nothing that its levels do not tell.
        if is_rate && inner.is_some() && named.change.is_none() || !is_rate && inner.is_some() {
            return None;
        }
        let (year, status) = match column {
            Column::Year(year, status) => (year.clone(), status.or_else(|| self.status(year))?),
            Column::Yearly => (self.period()?, FigureStatus::Target),
            _ => return None,
        };
        let own = Some(number.unit.as_str()).filter(|unit| !unit.is_empty());
        let yearly = is_rate.then_some("%");
        let unit = own.or(yearly).or(named.unit.as_deref());
        let (scale, unit) = unit.map_or((Decimal::ONE, None), scaled);
        let change = named.change.or(is_rate.then_some(Change::Up));
        let aspect = aspect(named, unit.as_deref(), change.is_some())?;
        let full = |value: Decimal| value.checked_mul(scale).map(|value| value.normalize());
        let span = Span::from(cell.clone());
        let row = Span::from(self.line.clone());
        let text = self.read.text(span.start, span.end);
        let evidence = Quote {
            sentence: self.read.text(row.start, row.end),
            sentence_span: row,
            ..self.read.quote(&text, &span)
        };
        Some(Reading {
            indicator: named.indicator.clone(),
            aspect,
            year,
            status,
            claim: Claim {
                value: Some(full(number.value)?),
                upper: number.upper.and_then(full),
                unit,
                bound: number.bound,
                change: change.filter(|_| aspect == Aspect::Growth).unwrap_or(Change::Level),
                evidence,
            },
        })
    }

    /// A number for a year before the document's is a result, any other a target.
    fn status(&self, year: &str) -> Option<FigureStatus> {
        let (year, said) = (year.parse::<i32>().ok()?, self.read.date().and_then(year_of::<i32>)?);
        Some(if year < said { FigureStatus::Result } else { FigureStatus::Target })
    }

    /// The period from the year after the base up to the year of the aim.
    fn period(&self) -> Option<String> {
        let years = self.columns.iter().filter_map(|column| match column {
            Some(Column::Year(year, _)) => year.parse::<i32>().ok(),
            _ => None,
        });
        let years: Vec<i32> = years.collect();
        let (first, last) = (years.iter().min()?, years.iter().max()?);
        (first < last).then(|| format!("{}/{last}", first + 1))
    }
}

/// The aspect that a number with this unit measures; `None` where the dictionary says that the indicator
/// lacks it.
fn aspect(named: &Named, unit: Option<&str>, is_change: bool) -> Option<Aspect> {
    let has =
        |aspect: Aspect| named.aspects.as_ref().is_none_or(|known| known.contains(&aspect)).then_some(aspect);
    match unit {
        Some("%") if is_change => Some(Aspect::Growth),
        Some("%") => has(Aspect::Rate).or_else(|| has(Aspect::Growth)),
        Some(unit) if unit.starts_with('元') => Some(Aspect::Money),
        Some("吨" | "斤" | "公斤" | "千克") => Some(Aspect::Mass),
        _ => Some(Aspect::Count),
    }
}

/// The factor that opens a unit, and the rest of it: ten thousand and 吨 for 万吨.
fn scaled(unit: &str) -> (Decimal, Option<String>) {
    let scale = numeral::read(unit, 0).filter(|scale| scale.form == Form::Bare);
    let (end, scale) = scale.map_or((0, Decimal::ONE), |scale| (scale.end, scale.scale));
    (scale, unit.get(end..).filter(|unit| !unit.is_empty()).map(str::to_owned))
}

/// A number in a cell, its bound and the unit after it.
struct Number {
    value: Decimal,
    upper: Option<Decimal>,
    bound: Bound,
    unit: String,
}

/// The number in a cell (5.5以内, >10, 6左右, 6-6.5, 258.7亿元); `None` where the cell is no number.
fn number(said: &str, words: &IndicatorTables) -> Option<Number> {
    let (said, before) = words.bound_before(said).map_or((said, None), |(said, bound)| (said, Some(bound)));
    let (said, after) = words.bound_after(said).map_or((said, None), |(said, bound)| (said, Some(bound)));
    let first = numeral::read(said, 0).filter(|number| number.form == Form::Digits)?;
    let rest = &said[first.end..];
    let second =
        rest.strip_prefix(['-', '—', '~', '–']).map(|rest| numeral::read(rest, 0).map(|last| (last, rest)));
    let (upper, unit) = match second {
        Some(Some((last, rest))) if last.form == Form::Digits => (last.value, rest.get(last.end..)?),
        Some(_) => return None,
        None => (None, rest),
    };
    let is_unit =
        unit.chars().all(|c| c.is_alphabetic() || matches!(c, '%' | '‰' | '/')) && unit.chars().count() <= 6;
    let bound = if upper.is_some() { Bound::Range } else { before.or(after).unwrap_or(Bound::Exact) };
    is_unit.then_some(Number { value: first.value?, upper, bound, unit: unit.to_owned() })
}
