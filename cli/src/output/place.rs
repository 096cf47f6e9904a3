//! The place of an output, and how the output gets there: by rename.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The path with links followed: a link stays a link, and what it leads to is replaced.
pub(super) fn target(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The device or pipe at the place, opened; `None` if there is none.
pub(super) fn special(target: &Path) -> io::Result<Option<File>> {
    match fs::metadata(target) {
        Ok(old) if !old.is_file() && !old.is_dir() => File::options().write(true).open(target).map(Some),
        _ => Ok(None),
    }
}

/// An error unless what stands at the place can be replaced: a file by a file, a folder by a folder.
pub(super) fn check(target: &Path, is_folder: bool) -> io::Result<()> {
    match fs::metadata(target) {
        Ok(old) if old.is_dir() && !is_folder => Err(io::ErrorKind::IsADirectory.into()),
        Ok(old) if old.is_file() && is_folder => Err(io::ErrorKind::NotADirectory.into()),
        _ => Ok(()),
    }
}

/// Gives a file a second name, so that a later run still finds the first one if this run is killed. Where the
/// file system has no second names, the file is copied.
pub(super) fn name_also(file: &Path, name: &Path) -> io::Result<()> {
    match fs::remove_file(name) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::hard_link(file, name).or_else(|_| fs::copy(file, name).map(drop)),
    }
}

/// Puts a file in its place, with the permissions of the one that stood there.
pub(super) fn put_file(from: &Path, target: &Path) -> io::Result<()> {
    if let Ok(old) = fs::metadata(target) {
        fs::set_permissions(from, old.permissions())?;
    }
    fs::rename(from, target)
}

/// Puts the files of a folder in their place: the whole folder if there is none yet, otherwise file by file.
/// Files of an earlier run that this one does not write are removed, because their ids lead elsewhere.
pub(super) fn put_folder(from: &Path, target: &Path, is_ours: impl Fn(&Path) -> bool) -> io::Result<()> {
    if !target.exists() {
        return fs::rename(from, target);
    }
    for old in fs::read_dir(target)? {
        let old = old?.path();
        let Some(name) = old.file_name() else { continue };
        if is_ours(&old) && !from.join(name).exists() {
            fs::remove_file(&old)?;
        }
    }
    for new in fs::read_dir(from)? {
        let new = new?;
        put_file(&new.path(), &target.join(new.file_name()))?;
    }
    fs::remove_dir(from)
}
