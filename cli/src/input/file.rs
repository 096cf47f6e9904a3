//! Opening and reading files, with a limit to everything.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use super::fault::Wrong;
use crate::lang::tr;

/// Longest document, in bytes; a longer one would fill the memory.
pub(super) const MAX_FILE: u64 = 32 << 20;

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

/// The length and the time of change of a file, which tell whether it changed.
type Stand = (u64, Option<SystemTime>);

impl Opened {
    pub(super) fn open(path: &Path, meter: &Meter) -> Result<Self, Wrong> {
        let file = File::open(path).map_err(|error| Wrong::of_read(&error))?;
        let stand = file.metadata().ok().and_then(|data| stand(&data));
        Ok(Opened { file, meter: meter.clone(), path: path.to_owned(), stand })
    }

    /// An error if the file was written to or replaced since it was opened. A pipe never gives one.
    pub(super) fn unchanged(&self) -> Result<(), Wrong> {
        let now = self.path.metadata().ok().and_then(|data| stand(&data));
        if self.stand.is_none() || self.stand == now {
            return Ok(());
        }
        Err(Wrong::new(
            tr!("changed while it was read", "读取过程中被改动"),
            tr!("read it again when nothing writes to it", "请在没有程序写入时重新读取"),
        ))
    }

    /// All bytes; an error if the file changed meanwhile.
    pub(super) fn read(mut self) -> Result<Vec<u8>, Wrong> {
        let bytes = read(self.meter.count(&mut self.file))?;
        self.unchanged()?;
        Ok(bytes)
    }
}

fn stand(data: &Metadata) -> Option<Stand> {
    data.is_file().then(|| (data.len(), data.modified().ok()))
}

/// All bytes; an error if there are more than [`MAX_FILE`].
pub(super) fn read(from: impl Read) -> Result<Vec<u8>, Wrong> {
    let mut bytes = Vec::new();
    let read = from.take(MAX_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|error: io::Error| Wrong::of_read(&error))?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(too_long());
    }
    Ok(bytes)
}

/// Whether this is a file without a byte.
pub(super) fn is_empty(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| data.is_file() && data.len() == 0)
}

/// What is wrong with a file that is empty.
pub(super) fn empty() -> Wrong {
    Wrong::new(
        tr!("the file is empty", "文件是空的"),
        tr!("fetch or save it anew, or leave it out", "请重新下载或保存，或略过"),
    )
}

/// What is wrong with a text that is longer than [`MAX_FILE`].
pub(super) fn too_long() -> Wrong {
    let most = MAX_FILE >> 20;
    Wrong::new(
        tr!("longer than {most} MiB, too long for one text", "超过 {most} MiB，作为一篇太长"),
        tr!("cut it into documents, or write them as JSON lines", "请拆成多篇，或写成 JSON lines"),
    )
}
