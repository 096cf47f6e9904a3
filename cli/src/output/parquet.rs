//! A table as Parquet: small whole files one after the other while it grows; at the end their row groups are
//! in one file.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::{Compression, ZstdLevel};
use parquet::column::writer::ColumnCloseResult;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;

fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_created_by(concat!("zhengce ", env!("CARGO_PKG_VERSION")).to_owned())
        .build()
}

/// Rows that become one row group.
pub(crate) struct Group(ArrowWriter<Vec<u8>>);

impl Group {
    pub(crate) fn new(schema: SchemaRef) -> io::Result<Self> {
        Ok(Group(ArrowWriter::try_new(Vec::new(), schema, Some(properties())).map_err(wrong)?))
    }

    pub(crate) fn push(&mut self, batch: &RecordBatch) -> io::Result<()> {
        self.0.write(batch).map_err(wrong)
    }

    /// Appends the group as a Parquet file, preceded by its length.
    pub(crate) fn append(self, to: &mut impl Write) -> io::Result<()> {
        let file = self.0.into_inner().map_err(wrong)?;
        to.write_all(&(file.len() as u64).to_le_bytes())?;
        to.write_all(&file)
    }
}

/// The groups of a file that [`Group::append`] wrote.
pub(crate) struct Groups(Box<dyn Read>);

impl Groups {
    /// Opens the file; one that does not exist has no groups.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        match File::open(path) {
            Ok(file) => Ok(Groups(Box::new(BufReader::new(file)))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Groups(Box::new(io::empty()))),
            Err(error) => Err(error),
        }
    }

    /// The rows of all groups, in batches.
    pub(crate) fn batches(self) -> impl Iterator<Item = io::Result<RecordBatch>> {
        self.flat_map(|group| -> Box<dyn Iterator<Item = io::Result<RecordBatch>>> {
            let reader = group.and_then(|bytes| {
                ParquetRecordBatchReaderBuilder::try_new(bytes)
                    .and_then(|reader| reader.build())
                    .map_err(wrong)
            });
            match reader {
                Ok(batches) => Box::new(batches.map(|batch| batch.map_err(io::Error::other))),
                Err(error) => Box::new(std::iter::once(Err(error))),
            }
        })
    }

    fn read_group(&mut self) -> io::Result<Option<Bytes>> {
        let mut length = [0; 8];
        match self.0.read_exact(&mut length) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(error) => return Err(error),
        }
        let mut group = vec![0; usize::try_from(u64::from_le_bytes(length)).map_err(io::Error::other)?];
        self.0.read_exact(&mut group)?;
        Ok(Some(Bytes::from(group)))
    }
}

impl Iterator for Groups {
    type Item = io::Result<Bytes>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read_group().transpose()
    }
}

/// Writes one Parquet file of all groups.
pub(crate) fn write_file(path: &Path, schema: SchemaRef, groups: Groups) -> io::Result<()> {
    let none = ArrowWriter::try_new(Vec::new(), schema, Some(properties())).map_err(wrong)?;
    let none = Bytes::from(none.into_inner().map_err(wrong)?);
    let like = SerializedFileReader::new(none).map_err(wrong)?;
    let of_file = like.metadata().file_metadata();
    let properties =
        properties().into_builder().set_key_value_metadata(of_file.key_value_metadata().cloned()).build();
    let schema = of_file.schema_descr().root_schema_ptr();
    let mut writer =
        SerializedFileWriter::new(File::create(path)?, schema, properties.into()).map_err(wrong)?;
    for group in groups {
        copy_groups(group?, &mut writer).map_err(wrong)?;
    }
    let file = writer.into_inner().map_err(wrong)?;
    file.sync_all()
}

fn copy_groups(from: Bytes, to: &mut SerializedFileWriter<File>) -> Result<(), ParquetError> {
    let reader = SerializedFileReader::new(from.clone())?;
    for group in reader.metadata().row_groups() {
        let mut writer = to.next_row_group()?;
        for column in group.columns() {
            let result = ColumnCloseResult {
                bytes_written: column.compressed_size() as u64,
                rows_written: group.num_rows() as u64,
                metadata: column.clone(),
                bloom_filter: None,
                column_index: None,
                offset_index: None,
            };
            writer.append_column(&from, result)?;
        }
        writer.close()?;
    }
    Ok(())
}

fn wrong(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        other => io::Error::other(other),
    }
}
