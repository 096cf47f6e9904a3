//! The tables of the documents while they grow, and the files that they become.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use zhengce_tables::{About, Table, Tables};

use super::parquet::{Group, Groups};
use super::partial::{Checkpoint, Partial};
use super::{Extracted, OutputFormat, READY, Wanted, csv, parquet, place, xlsx};

/// Most bytes of text that wait as rows in memory, apart from one document.
const MAX_BYTES: usize = 1 << 20;

/// The rows of tables, and the files that they go to.
pub(crate) struct TableFiles {
    format: OutputFormat,
    tables: Tables,
    wanted: Vec<Table>,
    /// Bytes of the texts whose rows wait in `tables`.
    bytes: usize,
    /// Row groups that are not in their file yet.
    groups: BTreeMap<Table, Group>,
}

impl TableFiles {
    pub(super) fn new(wanted: &Wanted, checkpoint: &Checkpoint) -> Self {
        let mut tables = Tables::carrying(&wanted.kinds, &wanted.keep);
        let last = Table::ALL.iter().filter_map(|table| Some((*table, *checkpoint.ids.get(table.name())?)));
        tables.continue_after(last.collect());
        TableFiles {
            format: wanted.format,
            tables,
            wanted: Table::of_kinds(&wanted.kinds),
            bytes: 0,
            groups: BTreeMap::new(),
        }
    }

    /// Adds the rows of a document.
    pub(super) fn push(&mut self, extracted: &Extracted, partial: &mut Partial) -> io::Result<()> {
        let Extracted { extraction, input, division } = extracted;
        let about = About {
            title: input.page.title.as_deref(),
            publisher: input.page.publisher.as_deref(),
            site: input.page.site.as_deref(),
            channel: input.page.channel.as_deref(),
            place: extraction.place.as_deref(),
            division: *division,
            carried: &input.kept,
        };
        self.tables.push(extraction, &about).map_err(io::Error::other)?;
        self.bytes += extraction.text.len();
        if self.bytes > MAX_BYTES { self.drain(partial) } else { Ok(()) }
    }

    /// The last ids, by name of table.
    pub(super) fn ids(&self) -> BTreeMap<String, i64> {
        self.tables.last_ids().into_iter().map(|(table, id)| (table.name().to_owned(), id)).collect()
    }

    /// Writes all waiting rows to their files.
    pub(super) fn flush(&mut self, partial: &mut Partial) -> io::Result<()> {
        self.drain(partial)?;
        for (table, group) in std::mem::take(&mut self.groups) {
            group.append(partial.file(table.name())?)?;
        }
        Ok(())
    }

    /// Turns the waiting rows into CSV, or into part of a row group.
    fn drain(&mut self, partial: &mut Partial) -> io::Result<()> {
        self.bytes = 0;
        for (table, batch) in self.tables.take().map_err(io::Error::other)? {
            match self.format {
                OutputFormat::Csv => append_csv(table, &batch, partial)?,
                _ => match self.groups.get_mut(&table) {
                    Some(group) => group.push(&batch)?,
                    None => {
                        let mut group = Group::new(batch.schema())?;
                        group.push(&batch)?;
                        self.groups.insert(table, group);
                    }
                },
            }
        }
        Ok(())
    }

    /// Makes the final files of the tables, and puts them in their place.
    pub(super) fn finish(mut self, mut partial: Partial, target: &Path) -> io::Result<()> {
        self.flush(&mut partial)?;
        partial.close_files()?;
        match self.format {
            OutputFormat::Xlsx => {
                let ready = partial.path(READY);
                self.write_book(&partial, &ready)?;
                place::put_file(&ready, target)?;
            }
            _ => {
                let ready = partial.path(READY);
                // A run that continues may find that some are made already.
                match fs::remove_dir_all(&ready) {
                    Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                    _ => fs::create_dir(&ready)?,
                }
                for table in self.wanted.clone() {
                    self.write_table(table, &partial, &ready)?;
                }
                let ending = if self.format == OutputFormat::Csv { "csv" } else { "parquet" };
                let is_ours = |path: &Path| {
                    let name = path.file_stem().and_then(|name| name.to_str());
                    path.extension().is_some_and(|has| has == ending)
                        && Table::ALL.iter().any(|table| Some(table.name()) == name)
                };
                place::put_folder(&ready, target, is_ours)?;
            }
        }
        partial.remove();
        Ok(())
    }

    fn schema(&self, table: Table) -> SchemaRef {
        self.tables.schema(table).unwrap_or_else(|| table.schema())
    }

    /// Makes the final file of a table from the file that grew.
    fn write_table(&self, table: Table, partial: &Partial, folder: &Path) -> io::Result<()> {
        let (grown, schema) = (partial.path(table.name()), self.schema(table));
        if self.format == OutputFormat::Parquet {
            let file = folder.join(format!("{}.parquet", table.name()));
            return parquet::write_file(&file, schema, Groups::open(&grown)?);
        }
        let file = folder.join(format!("{}.csv", table.name()));
        match grown.exists() {
            true => place::name_also(&grown, &file),
            false => csv::write_header(&mut fs::File::create(file)?, &schema),
        }
    }

    fn write_book(&self, partial: &Partial, to: &Path) -> io::Result<()> {
        let mut book = xlsx::Book::new(&partial.path(""))?;
        for table in &self.wanted {
            let groups = Groups::open(&partial.path(table.name()))?;
            book.push(table.name(), &self.schema(*table), groups.batches())?;
        }
        book.save(to)
    }
}

fn append_csv(table: Table, batch: &RecordBatch, partial: &mut Partial) -> io::Result<()> {
    let file = partial.file(table.name())?;
    if file.is_empty() {
        csv::write_header(file, &batch.schema())?;
    }
    csv::write_rows(file, batch)
}
