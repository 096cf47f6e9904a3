//! Workbooks: the first sheet that has texts, or all that have tasks, as the CSV that a program would save.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::DITTO;
use super::fault::Wrong;
use super::file::{MAX_FILE, too_long};
use super::guard::guarded;
use crate::lang::tr;

/// Longest part of a workbook once unpacked; a zip bomb is longer.
const MAX_UNPACKED: u64 = 64 << 20;
/// Longest total of its sheets.
const MAX_ALL_SHEETS: u64 = 4 * MAX_UNPACKED;
/// Most columns of a table of texts or tasks.
const MAX_COLUMNS: usize = 256;
/// How many cells are looked at for cells that are merged with the one above: areas may overlap without end.
const MAX_MERGED_CELLS: usize = 1 << 20;
/// The mark of the workbooks that zhengce writes.
const OWN: &str = "<dc:description>zhengce</dc:description>";
/// Numbers of the built-in formats of days, also the Chinese ones.
const DAYS: [std::ops::RangeInclusive<usize>; 3] = [14..=22, 27..=36, 50..=58];
/// Numbers of the built-in formats of percentages.
const PERCENTS: std::ops::RangeInclusive<usize> = 9..=10;
/// The day from which the days in cells count, in days since 1970-01-01.
const EPOCH: i64 = -25_569;
/// How much later the day is from which workbooks of old Macs count.
const DAYS_TO_1904: i64 = 1462;

type Parts = ZipArchive<Cursor<Vec<u8>>>;
/// Cells by row and column, counted from 0.
type Cells = BTreeMap<(usize, usize), String>;

/// What is read of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Texts,
    Tasks,
}

/// The first sheet that holds texts or tasks, as CSV; below one of tasks, all others of tasks follow. Without
/// such a sheet, the first that is not empty. And the names of the sheets that are not read.
pub(super) fn csv(
    bytes: Vec<u8>,
    holds: impl Fn(&[u8]) -> Option<Holds>,
) -> Result<(Vec<u8>, Vec<String>), Wrong> {
    let failed = || Err(broken(&tr!("the program failed on it", "程序处理它时出错")));
    guarded(|| table(bytes, holds)).unwrap_or_else(failed)
}

fn table(bytes: Vec<u8>, holds: impl Fn(&[u8]) -> Option<Holds>) -> Result<(Vec<u8>, Vec<String>), Wrong> {
    if let Some(wrong) = Wrong::of_compound(&bytes, ".xlsx", [".xls", ".et"]) {
        return Err(wrong);
    }
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if part(&mut parts, "docProps/core.xml")?.is_some_and(|core| core.contains(OWN)) {
        return Err(Wrong::new(
            tr!("a workbook that zhengce wrote", "zhengce 自己写出的工作簿"),
            tr!("name the texts that it was made of", "请给出生成它的原文"),
        ));
    }
    let strings = part(&mut parts, "xl/sharedStrings.xml")?.unwrap_or_default();
    let styles = part(&mut parts, "xl/styles.xml")?.unwrap_or_default();
    let book = book(&mut parts)?;
    let (strings, styles) = (shared_strings(&strings)?, styles_of(&styles)?);
    let (mut read, mut first, mut others) = (None::<(Vec<u8>, Holds)>, None, Vec::new());
    let mut left = MAX_ALL_SHEETS;
    for sheet in &book.sheets {
        let Some(xml) = part(&mut parts, &sheet.part)? else { continue };
        left = left.checked_sub(xml.len() as u64).ok_or_else(too_long)?;
        let cells = cells(&xml, &strings, &styles, book.epoch)?;
        if cells.is_empty() {
            continue;
        }
        // No sheet is read below texts, and no hidden one below tasks.
        let may_be_read = match &read {
            Some((_, held)) => *held == Holds::Tasks && !sheet.is_hidden,
            None => true,
        };
        if may_be_read {
            let table = written(&cells)?;
            match (holds(&table), &mut read) {
                (Some(Holds::Tasks), Some((above, _))) => {
                    above.extend(table);
                    continue;
                }
                (Some(held), None) => {
                    read = Some((table, held));
                    continue;
                }
                (_, None) => _ = first.get_or_insert(table),
                _ => {}
            }
        }
        others.extend((!sheet.is_hidden).then(|| sheet.name.clone()));
    }
    Ok(match read {
        Some((table, _)) => (table, others),
        // The fault of the first sheet is reported.
        None => (first.ok_or_else(no_cells)?, Vec::new()),
    })
}

fn no_cells() -> Wrong {
    Wrong::new(
        tr!("no sheet has anything on it", "工作表都是空的"),
        tr!("check that it is the right file", "请检查是否为所需文件"),
    )
}

/// A sheet as the workbook names it.
struct Sheet {
    name: String,
    part: String,
    is_hidden: bool,
}

/// The sheets in the order of the workbook, hidden ones last, and the day from which its days count.
struct Book {
    sheets: Vec<Sheet>,
    epoch: i64,
}

fn book(parts: &mut Parts) -> Result<Book, Wrong> {
    let relations = part(parts, "xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let mut targets = BTreeMap::new();
    let see = |tag: &BytesStart| {
        if let (Some(id), Some(target)) = (value(tag, "Id"), value(tag, "Target")) {
            // The path starts at the root, or at the folder of the workbook.
            let whole = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, whole);
        }
    };
    walk(&relations, see, |_, _| {})?;
    let workbook = part(parts, "xl/workbook.xml")?.unwrap_or_default();
    let (mut sheets, mut epoch) = (Vec::new(), EPOCH);
    let see = |tag: &BytesStart| match tag.local_name().as_ref() {
        "workbookPr" if value(tag, "date1904").is_some_and(|is| is == "1" || is == "true") => {
            epoch += DAYS_TO_1904;
        }
        "sheet" => {
            let related = tag.attributes().flatten().find(|own| own.key.as_ref().ends_with(":id"));
            let target = related.and_then(|own| targets.get(&*own.value).cloned());
            sheets.extend(target.map(|part| Sheet {
                name: value(tag, "name").unwrap_or_default(),
                part,
                is_hidden: value(tag, "state").is_some_and(|state| state.ends_with("idden")),
            }));
        }
        _ => {}
    };
    walk(&workbook, see, |_, _| {})?;
    if sheets.is_empty() {
        let number = |part: &str| -> Option<u32> {
            part.strip_prefix("xl/worksheets/sheet")?.strip_suffix(".xml")?.parse().ok()
        };
        let mut numbers: Vec<u32> = parts.file_names().flatten().filter_map(|name| number(&name)).collect();
        numbers.sort_unstable();
        sheets.extend(numbers.into_iter().map(|number| Sheet {
            name: format!("sheet{number}"),
            part: format!("xl/worksheets/sheet{number}.xml"),
            is_hidden: false,
        }));
    }
    sheets.sort_by_key(|sheet| sheet.is_hidden);
    Ok(Book { sheets, epoch })
}

fn part(parts: &mut Parts, name: &str) -> Result<Option<String>, Wrong> {
    let Ok(part) = parts.by_name(name) else { return Ok(None) };
    let mut text = String::new();
    part.take(MAX_UNPACKED + 1).read_to_string(&mut text).map_err(|error| broken(&error))?;
    if text.len() as u64 > MAX_UNPACKED {
        return Err(too_long());
    }
    Ok(Some(text))
}

fn broken(error: &dyn std::fmt::Display) -> Wrong {
    Wrong::new(
        tr!("not a whole .xlsx file: {error}", "不完整的 .xlsx 文件：{error}"),
        tr!(
            "open it in Excel, WPS or LibreOffice and save it as .xlsx anew",
            "请用 Excel、WPS 或 LibreOffice 打开并重新存为 .xlsx"
        ),
    )
}

/// Calls back for each tag that opens, and for the words between tags with the innermost tags around them.
fn walk(
    xml: &str,
    mut see: impl FnMut(&BytesStart),
    mut say: impl FnMut(&[String], &str),
) -> Result<(), Wrong> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                see(&tag);
                open.push(tag.local_name().as_ref().to_owned());
            }
            Ok(Event::Empty(tag)) => see(&tag),
            Ok(Event::End(_)) => _ = open.pop(),
            Ok(Event::Text(words)) => say(&open, &words.xml10_content()),
            Ok(Event::GeneralRef(name)) => {
                let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.parse().ok(),
                });
                let named = quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned);
                let sign = number.and_then(char::from_u32).map(String::from).or(named);
                say(&open, &sign.unwrap_or_default());
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(broken(&error)),
        }
    }
}

fn value(tag: &BytesStart, name: &str) -> Option<String> {
    let own = tag.attributes().flatten().find(|own| own.key.local_name().as_ref() == name)?;
    Some(own.value.into_owned())
}

/// The texts that cells share, without the notes on how they are read aloud.
fn shared_strings(xml: &str) -> Result<Vec<String>, Wrong> {
    let strings = std::cell::RefCell::new(Vec::new());
    let open = |tag: &BytesStart| {
        if tag.local_name().as_ref() == "si" {
            strings.borrow_mut().push(String::new());
        }
    };
    walk(xml, open, |tags, words| {
        let is_said = tags.last().is_some_and(|tag| tag == "t") && !tags.iter().any(|tag| tag == "rPh");
        if let (true, Some(last)) = (is_said, strings.borrow_mut().last_mut()) {
            last.push_str(words);
        }
    })?;
    Ok(strings.into_inner())
}

/// How a cell shows its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Plain,
    Day,
    Percent,
}

/// How the styles of cells show their numbers.
fn styles_of(xml: &str) -> Result<Vec<Shown>, Wrong> {
    let (mut own, mut styles, mut in_cells) = (BTreeMap::new(), Vec::new(), false);
    let number = |tag: &BytesStart| value(tag, "numFmtId").and_then(|id| id.parse::<usize>().ok());
    let see = |tag: &BytesStart| match tag.local_name().as_ref() {
        "numFmt" => {
            let code = value(tag, "formatCode").unwrap_or_default();
            let is_day = code.contains(['y', 'Y', '年']) || code.contains('m') && code.contains('d');
            let shown = match code.contains('%') {
                true => Shown::Percent,
                false if is_day => Shown::Day,
                false => Shown::Plain,
            };
            own.extend(number(tag).map(|id| (id, shown)));
        }
        "cellXfs" => in_cells = true,
        "cellStyles" | "dxfs" => in_cells = false,
        "xf" if in_cells => {
            let built_in = |id: usize| match id {
                id if PERCENTS.contains(&id) => Shown::Percent,
                id if DAYS.iter().any(|days| days.contains(&id)) => Shown::Day,
                _ => Shown::Plain,
            };
            let shown = |id: usize| {
                own.get(&id).copied().filter(|own| *own != Shown::Plain).unwrap_or_else(|| built_in(id))
            };
            styles.push(number(tag).map(shown).unwrap_or_default());
        }
        _ => {}
    };
    walk(xml, see, |_, _| {})?;
    Ok(styles)
}

/// The cells of a sheet that are not empty; one that is merged with the cell above it holds 〃.
fn cells(xml: &str, strings: &[String], styles: &[Shown], epoch: i64) -> Result<Cells, Wrong> {
    let (place, kind) = (std::cell::Cell::new(None), std::cell::RefCell::new((String::new(), Shown::Plain)));
    let merged = std::cell::RefCell::new(Vec::new());
    let see = |tag: &BytesStart| match tag.local_name().as_ref() {
        "c" => {
            let style = value(tag, "s").and_then(|style| style.parse::<usize>().ok());
            let shown = style.and_then(|style| styles.get(style)).copied().unwrap_or_default();
            place.set(value(tag, "r").as_deref().and_then(place_of));
            kind.replace((value(tag, "t").unwrap_or_default(), shown));
        }
        "mergeCell" => merged.borrow_mut().extend(value(tag, "ref")),
        _ => {}
    };
    let mut cells = Cells::new();
    walk(xml, see, |tags, words| {
        let is_said = tags.last().is_some_and(|tag| tag == "v" || tag == "t");
        let (Some(place), true) = (place.get(), is_said) else { return };
        let (kind, shown) = &*kind.borrow();
        let said = match kind.as_str() {
            "s" => words.parse().ok().and_then(|at: usize| strings.get(at)).cloned().unwrap_or_default(),
            "" | "n" if *shown == Shown::Day => day(words, epoch).unwrap_or_else(|| words.to_owned()),
            "" | "n" if *shown == Shown::Percent => percent(words).unwrap_or_else(|| words.to_owned()),
            _ => words.to_owned(),
        };
        cells.entry(place).or_default().push_str(&said);
    })?;
    cells.retain(|_, said| !said.trim().is_empty());
    let mut left = MAX_MERGED_CELLS;
    for area in merged.borrow().iter() {
        let Some(((top, column), bottom)) = tall(area).filter(|(first, _)| cells.contains_key(first)) else {
            continue;
        };
        let below = cells.range((top + 1, 0)..=(bottom, MAX_COLUMNS)).take(left);
        let rows: Vec<usize> = below.map(|((row, _), _)| *row).collect();
        left -= rows.len();
        for row in rows {
            cells.entry((row, column)).or_insert_with(|| DITTO.to_owned());
        }
    }
    Ok(cells)
}

/// The first cell of an area of several rows, and its last row: A2:B5. Counted from 0.
fn tall(area: &str) -> Option<((usize, usize), usize)> {
    let (first, last) = area.split_once(':')?;
    let (first, (bottom, _)) = (place_of(first)?, place_of(last)?);
    (first.0 < bottom).then_some((first, bottom))
}

/// Row and column of a cell such as B3, counted from 0.
fn place_of(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_usize, |sum, letter| {
        let own = usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        sum.checked_mul(26)?.checked_add(own)
    })?;
    let (row, column) = (row.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?);
    (column < MAX_COLUMNS).then_some((row, column))
}

/// The percentage of a number, as text: 75.5% for 0.755.
fn percent(number: &str) -> Option<String> {
    let share = number.trim().parse::<f64>().ok().filter(|share| share.is_finite())?;
    let said = format!("{:.2}", share * 100.0);
    Some(format!("{}%", said.trim_end_matches('0').trim_end_matches('.')))
}

/// The date of a day in a cell, as text: 2025-01-01 for 45658.
fn day(number: &str, epoch: i64) -> Option<String> {
    let days = number.split('.').next()?.parse::<i64>().ok().filter(|days| (61..2_958_466).contains(days))?;
    // The civil calendar, counted in eras of 400 years from a March.
    let since = days + epoch + 719_468;
    let (era, day_of_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The rows that have a cell, each as wide as the widest one.
fn written(cells: &Cells) -> Result<Vec<u8>, Wrong> {
    let width = cells.keys().map(|(_, column)| column + 1).max().unwrap_or_default();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut cells = cells.iter().peekable();
    while let Some(((row, _), _)) = cells.peek() {
        let row = *row;
        let mut record = vec![""; width];
        while let Some(((_, column), said)) = cells.next_if(|((of, _), _)| *of == row) {
            record[*column] = said.as_str();
        }
        writer.write_record(record).map_err(|error| broken(&error))?;
        if writer.get_ref().len() as u64 > MAX_FILE {
            return Err(too_long());
        }
    }
    writer.into_inner().map_err(|error| broken(&error))
}

#[cfg(test)]
mod tests;
