//! Finds the files in folders.

use std::path::{Path, PathBuf};

use globset::GlobSet;
use walkdir::{DirEntry, WalkDir};

use super::fault::{Fault, Wrong};
use super::format::Named;
use crate::lang::tr;

/// Which files of a folder are read; globs match the path from that folder on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Selection {
    /// The files to read; without it, those whose names are names of documents.
    pub(crate) include: Option<GlobSet>,
    pub(crate) exclude: GlobSet,
    /// The places of outputs, as the file system names them.
    pub(crate) outputs: Vec<PathBuf>,
}

impl Selection {
    fn includes(&self, path: &Path) -> bool {
        match &self.include {
            Some(include) => include.is_match(path),
            None => Named::of(path) != Named::Unknown && !is_left_by_a_program(path),
        }
    }

    /// Whether a file or a whole folder is skipped.
    fn leaves_out(&self, path: &Path, from_root: &Path) -> bool {
        self.exclude.is_match(from_root) || self.is_output(path) || is_unfinished(path)
    }

    fn is_output(&self, path: &Path) -> bool {
        let is_named = self.outputs.iter().any(|output| output.file_name() == path.file_name());
        is_named && path.canonicalize().is_ok_and(|path| self.outputs.contains(&path))
    }
}

/// The selected files of a folder, at any depth, those of each folder in the order of their names. A folder
/// without any is a fault: the user did not mean that.
///
/// Links to folders are not followed, so a walk always ends; links to files are read.
pub(super) fn files(
    folder: &Path,
    selection: Selection,
) -> impl Iterator<Item = Result<PathBuf, Fault>> + Send + use<> {
    let root = folder.to_owned();
    let in_root = move |entry: &DirEntry| entry.path().strip_prefix(&root).unwrap_or(entry.path()).to_owned();
    let (left_out, from_root) = (selection.clone(), in_root.clone());
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(move |entry| {
        entry.depth() == 0 || !left_out.leaves_out(entry.path(), &from_root(entry))
    });
    let mut files = entries.filter_map(move |entry| match entry {
        Ok(entry) if !selection.includes(&in_root(&entry)) => None,
        Ok(entry) => file(entry),
        Err(error) => Some(Err(fault(error))),
    });
    let first = files.next().unwrap_or_else(|| {
        let wrong = Wrong::new(
            tr!("no file to read in this folder", "文件夹中没有可读的文件"),
            tr!("check the path, and --include and --exclude", "请检查路径以及 --include 和 --exclude"),
        );
        Err(wrong.of(folder.display().to_string()))
    });
    std::iter::once(first).chain(files)
}

/// The path of a file, or of a link to one or to nowhere: opening it gives the fault. `None` for folders; a
/// fault for pipes, sockets and devices.
fn file(entry: DirEntry) -> Option<Result<PathBuf, Fault>> {
    match entry.path().metadata() {
        Ok(data) if data.is_dir() => None,
        // Opening a pipe would wait for its writer, perhaps for ever.
        Ok(data) if !data.is_file() => {
            let wrong = Wrong::new(
                tr!("not a file but a pipe, a socket or a device", "不是文件而是管道、套接字或设备"),
                tr!("leave it out with --exclude", "请用 --exclude 略过"),
            );
            Some(Err(wrong.of(entry.path().display().to_string())))
        }
        _ => Some(Ok(entry.into_path())),
    }
}

/// Whether this is the folder of an unfinished run: `.tables.zhengce`.
fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with('.') && name.ends_with(".zhengce")
}

/// Whether this is a lock file of a word processor (`~$a.docx`, `.~a.docx`) or a note of a file system
/// (`._a.txt`).
fn is_left_by_a_program(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    ["~$", ".~", "._"].iter().any(|prefix| name.starts_with(prefix))
}

fn fault(error: walkdir::Error) -> Fault {
    let source = error.path().map(|path| path.display().to_string()).unwrap_or_default();
    match error.io_error() {
        Some(io) => Wrong::of_read(io).of(source),
        None => Wrong::new(error.to_string(), tr!("check the folder", "请检查文件夹")).of(source),
    }
}
