//! Writing, apart from reading and extracting: documents to standard output or to a file.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::ser::{SerializeSeq, Serializer};
use tempfile::NamedTempFile;
use zhengce::Document;

use crate::args::OutputFormat;

/// Where the documents go.
pub(crate) enum Output {
    Stdout,
    /// A device or a pipe by name, which cannot be replaced.
    Special(File),
    /// A file that takes its place by rename when all is written.
    Replaced {
        new: NamedTempFile,
        path: PathBuf,
    },
}

impl Output {
    /// Opens the output; what stands at `path` is not touched before [`Output::finish`].
    pub(crate) fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else { return Ok(Output::Stdout) };
        // A link stays a link: the file that it leads to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match fs::metadata(&path) {
            Ok(old) if old.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(old) if !old.is_file() => Ok(Output::Special(File::options().write(true).open(&path)?)),
            Ok(old) => {
                let new = beside(&path)?;
                new.as_file().set_permissions(old.permissions())?;
                Ok(Output::Replaced { new, path })
            }
            Err(_) => Ok(Output::Replaced { new: beside(&path)?, path }),
        }
    }

    /// Writes all documents as they come.
    pub(crate) fn write(
        &mut self,
        documents: impl Iterator<Item = Document>,
        format: OutputFormat,
    ) -> io::Result<()> {
        match self {
            Output::Stdout => write(io::stdout().lock(), documents, format),
            Output::Special(file) => write(file, documents, format),
            Output::Replaced { new, .. } => write(new, documents, format),
        }
    }

    /// Puts the file in its place.
    pub(crate) fn finish(self) -> io::Result<()> {
        if let Output::Replaced { new, path } = self {
            new.as_file().sync_all()?;
            new.persist(path)?;
        }
        Ok(())
    }
}

/// A new file in the same folder, which is removed again unless it is put in its place. Its
/// permissions are those of any new file, not the narrow ones of temporary files.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let create = |path: &Path| File::options().write(true).create_new(true).open(path);
    tempfile::Builder::new().prefix(".zhengce-").suffix(".tmp").make_in(folder, create)
}

fn write(to: impl Write, documents: impl Iterator<Item = Document>, format: OutputFormat) -> io::Result<()> {
    let mut to = BufWriter::new(to);
    match format {
        OutputFormat::Json => write_array(&mut to, documents)?,
        OutputFormat::Jsonl => write_lines(&mut to, documents)?,
    }
    to.flush()
}

fn write_array(to: &mut impl Write, documents: impl Iterator<Item = Document>) -> io::Result<()> {
    let mut writer = serde_json::Serializer::pretty(&mut *to);
    let mut array = writer.serialize_seq(None)?;
    for document in documents {
        array.serialize_element(&document)?;
    }
    array.end()?;
    to.write_all(b"\n")
}

fn write_lines(to: &mut impl Write, mut documents: impl Iterator<Item = Document>) -> io::Result<()> {
    documents.try_for_each(|document| {
        serde_json::to_writer(&mut *to, &document)?;
        to.write_all(b"\n")
    })
}
