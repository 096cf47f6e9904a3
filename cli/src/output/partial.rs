//! The folder beside an output in which the output grows, and the checkpoint from which a later run
//! continues.
//!
//! `.NAME.zhengce` holds files that are only appended to, and `checkpoint.json`, which says how many inputs
//! are done and how long each file was then. A run that continues cuts each file to that length and skips
//! that many inputs, so that nothing is lost and nothing is written twice.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::lang::tr;

const CHECKPOINT: &str = "checkpoint.json";
const LOCK: &str = "lock";

/// How far a run has come.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Checkpoint {
    /// What was asked for: only a run with the same settings continues.
    pub(crate) settings: Vec<String>,
    /// Inputs that are done, whether they could be read or not.
    pub(crate) inputs: u64,
    /// A hash of their names.
    pub(crate) trail: u64,
    pub(crate) read: u64,
    pub(crate) failed: u64,
    pub(crate) warnings: u64,
    /// Lengths of the files.
    lengths: BTreeMap<String, u64>,
    /// The last ids in the tables.
    pub(crate) ids: BTreeMap<String, i64>,
}

/// Whether an unfinished run is continued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// Yes, if there is one.
    Resume,
    /// No; an unfinished run is an error.
    New,
    /// No; an unfinished run is thrown away.
    Restart,
}

/// Why the folder cannot be used.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The user must ask for something else.
    Usage(String),
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Refusal::Io(error)
    }
}

/// The folder; it is removed when dropped, unless it holds a checkpoint.
pub(crate) struct Partial {
    folder: PathBuf,
    /// The checkpoint from which the run continues.
    pub(crate) checkpoint: Checkpoint,
    has_checkpoint: bool,
    files: BTreeMap<String, Appending>,
    /// Locked as long as the run lasts.
    lock: File,
}

impl Partial {
    /// The folder for the output at `target`.
    pub(crate) fn open(target: &Path, settings: Vec<String>, start: Start) -> Result<Self, Refusal> {
        let folder = folder(target);
        if start == Start::Restart && folder.exists() {
            remove(&folder)?;
        }
        if let Err(error) = fs::create_dir(&folder)
            && error.kind() != io::ErrorKind::AlreadyExists
        {
            return Err(error.into());
        }
        let lock = OpenOptions::new().write(true).create(true).truncate(false).open(folder.join(LOCK))?;
        // Some file systems have no locks; that alone is no reason not to write there.
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            return Err(Refusal::Usage(tr!(
                "another run writes this output now; wait for it, or name another output",
                "另一个进程正在写这个输出；请等它结束，或换一个输出名"
            )));
        }
        let found = found(&folder, &settings, start)?;
        let has_checkpoint = found.is_some();
        let checkpoint = found.unwrap_or_else(|| Checkpoint { settings, ..Checkpoint::default() });
        remove_others(&folder, &checkpoint)?;
        Ok(Partial { folder, checkpoint, has_checkpoint, files: BTreeMap::new(), lock })
    }

    /// The path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The file of this name to append to, as it was at the checkpoint; otherwise empty.
    pub(crate) fn file(&mut self, name: &str) -> io::Result<&mut Appending> {
        if !self.files.contains_key(name) {
            let length = self.checkpoint.lengths.get(name).copied().unwrap_or_default();
            let appending = Appending::open(&self.folder.join(name), length)?;
            self.files.insert(name.to_owned(), appending);
        }
        self.files.get_mut(name).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Makes what was written so far the point from which a later run continues.
    pub(crate) fn save(&mut self, mut checkpoint: Checkpoint) -> io::Result<()> {
        for (name, file) in &mut self.files {
            checkpoint.lengths.insert(name.clone(), file.sync()?);
        }
        let new = self.folder.join("checkpoint.new");
        let mut file = File::create(&new)?;
        serde_json::to_writer(&mut file, &checkpoint)?;
        file.sync_all()?;
        fs::rename(new, self.folder.join(CHECKPOINT))?;
        (self.checkpoint, self.has_checkpoint) = (checkpoint, true);
        Ok(())
    }

    /// Writes everything to the disk, and closes the files.
    pub(crate) fn close_files(&mut self) -> io::Result<()> {
        std::mem::take(&mut self.files).into_values().try_for_each(|mut file| file.sync().map(drop))
    }

    /// Throws the folder away: its files have taken their places, or are not worth keeping.
    pub(crate) fn remove(mut self) {
        self.has_checkpoint = false;
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        self.files.clear();
        if !self.has_checkpoint {
            // A folder that cannot be removed is no worse than a killed run.
            let _ = remove(&self.folder);
        }
        let _ = self.lock.unlock();
    }
}

/// Whether there is an unfinished run of this output to continue.
pub(crate) fn is_unfinished(output: &Path) -> bool {
    folder(&super::place::target(output)).join(CHECKPOINT).exists()
}

fn folder(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.zhengce"))
}

/// Removes the folder, its checkpoint first: a run that is killed meanwhile leaves no checkpoint to files
/// that are gone.
fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_file(folder.join(CHECKPOINT)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::remove_dir_all(folder),
    }
}

/// The checkpoint of an unfinished run that this run continues.
fn found(folder: &Path, settings: &[String], start: Start) -> Result<Option<Checkpoint>, Refusal> {
    let bytes = match fs::read(folder.join(CHECKPOINT)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let place = folder.display();
    let Ok(checkpoint) = serde_json::from_slice::<Checkpoint>(&bytes) else {
        return Err(Refusal::Usage(tr!(
            "the checkpoint in {place} cannot be read; start anew with --restart",
            "{place} 中的断点无法读取；请用 --restart 重新开始"
        )));
    };
    let done = checkpoint.inputs;
    if start != Start::Resume {
        return Err(Refusal::Usage(tr!(
            "an unfinished run with {done} inputs done stands in {place}; go on with --resume, or start anew with \
             --restart",
            "{place} 中有一次未完成的运行（已处理 {done} 篇）；用 --resume 继续，或用 --restart 重新开始"
        )));
    }
    if checkpoint.settings != settings {
        let differs = settings.iter().zip(&checkpoint.settings).find(|(now, then)| now != then);
        let (now, then) = differs.map(|(now, then)| (now.as_str(), then.as_str())).unwrap_or_default();
        return Err(Refusal::Usage(tr!(
            "the unfinished run was started otherwise ({then}; now {now}); run the same command with --resume, or \
             start anew with --restart",
            "未完成的运行所用的参数不同（原为 {then}，现为 {now}）；请用相同的命令加 --resume，或用 --restart 重新开始"
        )));
    }
    let is_whole = |(name, length): (&String, &u64)| {
        fs::metadata(folder.join(name)).is_ok_and(|data| data.len() >= *length)
    };
    if !checkpoint.lengths.iter().all(is_whole) {
        return Err(Refusal::Usage(tr!(
            "files in {place} are missing or cut off; start anew with --restart",
            "{place} 中的文件缺失或不完整；请用 --restart 重新开始"
        )));
    }
    Ok(Some(checkpoint))
}

/// Removes files that a killed run began after its checkpoint, or without one.
fn remove_others(folder: &Path, checkpoint: &Checkpoint) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == LOCK || name == CHECKPOINT || checkpoint.lengths.contains_key(&name) {
            continue;
        }
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    Ok(())
}

/// A file that is only appended to.
pub(crate) struct Appending {
    to: BufWriter<File>,
    length: u64,
    synced: u64,
}

impl Appending {
    fn open(path: &Path, length: u64) -> io::Result<Self> {
        let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        file.set_len(length)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Appending { to: BufWriter::with_capacity(1 << 16, file), length, synced: length })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Writes the file to the disk; returns its length.
    fn sync(&mut self) -> io::Result<u64> {
        if self.length != self.synced {
            self.to.flush()?;
            self.to.get_ref().sync_data()?;
            self.synced = self.length;
        }
        Ok(self.length)
    }
}

impl Write for Appending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
