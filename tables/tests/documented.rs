//! `docs/tables.md` says what the columns say. `ZHENGCE_BLESS=1 cargo test -p zhengce-tables` writes it.

use std::fmt::Write;

use zhengce_tables::{Column, Table, overviews};

const HEAD: &str = "\
# The tables

`zhengce extract --format csv|parquet|xlsx` and the Python package write these tables: one per record kind, and
`documents`, `speeches` and `sections`. A file (or sheet) has the name of its table; with `--kinds` only the
tables of those kinds are written, and the three.

**Ids** are whole numbers that count the rows of a table over the whole output, from 1, in the order of the input. A
column `…_id` in another table leads to that row: `figures.speech_id` is a row of `speeches`. The same input gives
the same ids, whatever the number of threads. Two outputs both begin at 1: add the output's name when you stack them.

**Spans** count Unicode code points of the source text from 0, the end is one past the last: `text[start:end]` in
Python, `substr(text, start + 1, end)` in R, `text[start + 1:end]` in DuckDB. Characters are code points too.

**Numbers** are 64-bit floats. The value is exact: the shortest decimal writing of the float, which is what CSV, Excel,
R, pandas and DuckDB show, is what the text says. Fractions are rounded to four places (三分之二 is 0.6667), and whole
numbers above 9 × 10¹⁵ are the nearest float.

**Times** stand as written, in ISO 8601, and as first and last day, both belonging to the time. Days before 1900 are
text in Excel, which has none.

**Types** are Arrow's `Utf8` (text), `Int64` (integer), `Float64` (number), `Boolean` and `Date32` (date). In Parquet
the meaning of a column also stands in the metadata of the Arrow schema. In CSV an empty cell is null; a text that a
spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) has `'` before it.
In Excel texts over 32,767 characters are cut and end in `…`, and a table of more than 1,048,575 rows goes on in
`figures_2`, `figures_3`.

**Empty** says `yes` where a row may lack the value (null).

Columns and fields that `--keep` carries through stand at the end of `documents`, as text, under their own names.
";

const OVERVIEWS: &str = "
# Ledger and targets

`zhengce ledger -o ledger.xlsx` writes the sheets `ledger`, `ledger_steps` and `ledger_mentions`, `-o ledger.csv` the first alone;
`zhengce targets` likewise `target_claims` and `target_years`. Spans, numbers and types are those of the tables
above. With `--lang zh` (or in a Chinese locale) the headings of the workbook, and the words of closed sets in it, are Chinese; CSV and JSON are the
same in every language.
";

fn documentation() -> String {
    let mut page = HEAD.to_owned();
    for table in Table::ALL {
        describe(&mut page, table.name(), table.row(), &table.columns());
    }
    page += OVERVIEWS;
    for (name, row, columns) in overviews() {
        describe(&mut page, name, row, &columns);
    }
    page
}

fn describe(page: &mut String, name: &str, row: &str, columns: &[Column]) {
    let _ = write!(page, "\n## {name}\n\n{row}\n\n| column | type | empty | meaning |\n|---|---|---|---|\n");
    for column in columns {
        let empty = if column.nullable { "yes" } else { "" };
        let meaning = column.meaning.replace('|', "\\|");
        let _ = writeln!(page, "| `{}` | {} | {empty} | {meaning} |", column.name, column.kind.name());
    }
}

#[test]
fn the_documentation_is_that_of_the_columns() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/tables.md");
    if std::env::var_os("ZHENGCE_BLESS").is_some() {
        std::fs::write(file, documentation()).unwrap();
    }
    let stands = std::fs::read_to_string(file).unwrap_or_default();
    assert!(stands == documentation(), "docs/tables.md is old: ZHENGCE_BLESS=1 cargo test -p zhengce-tables");
}

#[test]
fn every_column_is_named_once_and_says_what_it_means() {
    let tables = Table::ALL.iter().map(|table| (table.name(), table.row(), table.columns()));
    for (name, _, columns) in tables.chain(overviews()) {
        for (index, column) in columns.iter().enumerate() {
            let again = columns[..index].iter().any(|other| other.name == column.name);
            assert!(!again && column.meaning.len() > 5, "{name}.{}", column.name);
        }
    }
}
