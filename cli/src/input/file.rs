//! Opening and reading files, with a limit to everything.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use super::fault::Wrong;

/// No document is longer; what is would fill the memory.
pub(super) const MAX_FILE: u64 = 64 << 20;

/// Counts the bytes that are read, for all threads.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter(Arc<AtomicU64>);

impl Meter {
    pub(crate) fn add(&self, bytes: u64) {
        self.0.fetch_add(bytes, Ordering::Relaxed);
    }

    pub(crate) fn read(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// A reader whose bytes are counted.
    pub(super) fn count<R>(&self, from: R) -> Counted<R> {
        Counted { from, meter: self.clone() }
    }
}

/// A reader whose bytes are counted.
pub(super) struct Counted<R> {
    from: R,
    meter: Meter,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.meter.add(read as u64);
        Ok(read)
    }
}

/// A file, and how it stood when it was opened.
pub(super) struct Opened {
    pub(super) file: File,
    meter: Meter,
    path: PathBuf,
    stand: Option<Stand>,
}

/// What changes when a file does.
type Stand = (u64, Option<SystemTime>);

impl Opened {
    pub(super) fn open(path: &Path, meter: &Meter) -> Result<Self, Wrong> {
        let file = File::open(path).map_err(|error| Wrong::of_read(&error))?;
        let stand = file.metadata().ok().and_then(|data| stand(&data));
        Ok(Opened { file, meter: meter.clone(), path: path.to_owned(), stand })
    }

    /// Whether it was written to, or replaced, since it was opened. Pipes are never.
    pub(super) fn unchanged(&self) -> Result<(), Wrong> {
        let now = self.path.metadata().ok().and_then(|data| stand(&data));
        if self.stand.is_none() || self.stand == now {
            return Ok(());
        }
        Err(Wrong::new("changed while it was read", "read it again when nothing writes to it"))
    }

    /// All bytes.
    pub(super) fn read(mut self) -> Result<Vec<u8>, Wrong> {
        let bytes = read(self.meter.count(&mut self.file))?;
        self.unchanged()?;
        Ok(bytes)
    }
}

fn stand(data: &Metadata) -> Option<Stand> {
    data.is_file().then(|| (data.len(), data.modified().ok()))
}

/// All bytes, up to [`MAX_FILE`].
pub(super) fn read(from: impl Read) -> Result<Vec<u8>, Wrong> {
    let mut bytes = Vec::new();
    let read = from.take(MAX_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|error: io::Error| Wrong::of_read(&error))?;
    if bytes.len() as u64 > MAX_FILE {
        let what = format!("longer than {} MiB, too long for one text", MAX_FILE >> 20);
        return Err(Wrong::new(what, "cut it into documents, or write them as JSON lines"));
    }
    Ok(bytes)
}
