//! Parquet: one text in each row, columns by name.

mod footer;

use std::fs::File;

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row as Record};
use parquet::schema::types::Type;

use crate::input::Input;
use crate::input::fault::{Fault, Wrong};
use crate::input::fields::{FieldNames, Row};
use crate::input::file::Meter;
use crate::input::guard::guarded;
use crate::lang::tr;

/// The texts of a table; of each column that is read, one page is in memory at a time.
pub(in crate::input) struct Rows {
    source: String,
    rows: RowIter<'static>,
    fields: FieldNames,
    row: usize,
    ended: bool,
    meter: Meter,
    /// Average bytes of the file for each row.
    share: u64,
}

impl Rows {
    pub(in crate::input) fn open(
        source: String,
        mut file: File,
        fields: FieldNames,
        meter: Meter,
    ) -> Result<Self, Fault> {
        let bytes = file.metadata().map_or(0, |data| data.len());
        // An error in reading shows again below, and is named there.
        if !footer::is_sound(&mut file).unwrap_or(true) {
            let contradicts = ParquetError::General("its lists claim more than is there".to_owned());
            return Err(wrong(contradicts).of(source));
        }
        let open = |reader: SerializedFileReader<File>| {
            let columns = reader.metadata().file_metadata().schema().get_fields().to_vec();
            let names: Vec<String> = columns.iter().map(|column| column.name().to_owned()).collect();
            if let Some(missing) = fields.missing(&names) {
                return Err(missing);
            }
            let keep = fields.keep.iter().chain(&fields.place).map(String::as_str);
            let wanted: Vec<_> =
                [fields.text(), fields.id(), fields.date()].into_iter().chain(keep).collect();
            let read = columns.into_iter().filter(|column| wanted.contains(&column.name())).collect();
            let rows = u64::try_from(reader.metadata().file_metadata().num_rows()).unwrap_or_default();
            let schema = Type::group_type_builder("schema").with_fields(read).build().map_err(wrong)?;
            let iter = RowIter::from_file_into(Box::new(reader)).project(Some(schema)).map_err(wrong)?;
            Ok((iter, bytes / rows.max(1)))
        };
        let opened = guarded(|| SerializedFileReader::new(file).map_err(wrong).and_then(open));
        match opened.unwrap_or_else(|| Err(contradiction())) {
            Ok((rows, share)) => Ok(Rows { source, rows, fields, row: 0, ended: false, meter, share }),
            Err(wrong) => Err(wrong.of(source)),
        }
    }

    fn input(&self, record: &Record) -> Result<Input, Fault> {
        let mut row = Row { kept: vec![None; self.fields.keep.len()], ..Row::default() };
        for (name, value) in record.get_column_iter() {
            if name == self.fields.text() {
                match value {
                    Field::Str(text) => row.text = text.clone(),
                    other => return Err(no_text(name, other).at(&self.source, self.row)),
                }
            }
            if name == self.fields.id() {
                row.id = plain(value);
            }
            if name == self.fields.date() {
                row.date = plain(value);
            }
            if self.fields.place.as_ref() == Some(name) {
                row.place = plain(value);
            }
            for (kept, wanted) in row.kept.iter_mut().zip(&self.fields.keep) {
                if name == wanted {
                    *kept = plain(value);
                }
            }
        }
        row.input(&self.fields, &self.source, self.row)
    }
}

impl Iterator for Rows {
    type Item = Result<Input, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let record = match guarded(|| self.rows.next()) {
            Some(record) => record?.map_err(wrong),
            None => Err(contradiction()),
        };
        self.row += 1;
        self.meter.add(self.share);
        self.ended = record.is_err();
        Some(match record {
            Ok(record) => self.input(&record),
            Err(wrong) => Err(wrong.at(&self.source, self.row)),
        })
    }
}

/// A value as text; `None` for null.
fn plain(value: &Field) -> Option<String> {
    match value {
        Field::Null => None,
        Field::Str(text) => Some(text.clone()),
        // Times come as "2022-01-08 00:00:00 +00:00".
        other => Some(other.to_string()),
    }
}

fn no_text(name: &str, value: &Field) -> Wrong {
    let what = match value {
        Field::Null => tr!("the column {name:?} is empty", "列 {name:?} 为空"),
        _ => tr!("the column {name:?} holds no text", "列 {name:?} 不是文本"),
    };
    Wrong::new(
        what,
        tr!(
            "name the column of the text with --text-field, or leave such rows out",
            "请用 --text-field 指定文本列，或去掉这样的行"
        ),
    )
}

fn contradiction() -> Wrong {
    wrong(ParquetError::General(tr!("its parts contradict each other", "内部结构自相矛盾")))
}

fn wrong(error: ParquetError) -> Wrong {
    Wrong::new(
        tr!("not a Parquet file that can be read: {error}", "无法读取的 Parquet 文件：{error}"),
        tr!("write it anew, or save it as CSV", "请重新写出，或另存为 CSV"),
    )
}
