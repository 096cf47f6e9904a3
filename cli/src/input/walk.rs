//! Folders to the files in them.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::Fault;

/// The files of a folder with one of these endings, at any depth, each folder's in the order of their
/// names. A folder without any is a fault: it is not what its user meant.
///
/// Links to folders are not followed, so a walk always ends; links to files are read.
pub(super) fn files(
    folder: &Path,
    extensions: &'static [&'static str],
) -> impl Iterator<Item = Result<PathBuf, Fault>> + use<> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let mut files = entries.filter_map(move |entry| match entry {
        Ok(entry) => is_wanted(&entry, extensions).then(|| Ok(entry.into_path())),
        Err(error) => Some(Err(fault(error))),
    });
    let first = files.next().unwrap_or_else(|| {
        let what = format!("no .{} file in this folder", extensions.join(" or ."));
        Err(Fault::of_file(folder.display().to_string(), what, "check the path, or name the files"))
    });
    std::iter::once(first).chain(files)
}

fn is_wanted(entry: &DirEntry, extensions: &[&str]) -> bool {
    let extension = entry.path().extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let is_named = extension.is_some_and(|extension| extensions.contains(&extension.as_str()));
    // A link that leads nowhere is kept: opening it names the fault.
    is_named && !entry.path().is_dir()
}

fn fault(error: walkdir::Error) -> Fault {
    let source = error.path().map(|path| path.display().to_string()).unwrap_or_default();
    match error.io_error() {
        Some(io) => Fault::of_read(source, io),
        None => Fault::of_file(source, error.to_string(), "check the folder"),
    }
}
