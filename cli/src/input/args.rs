//! What the user may say about the files to read.

use std::path::PathBuf;

use clap::Args;
use encoding_rs::Encoding;
use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use super::fields::FieldNames;
use super::format::Format;
use super::{Meter, Reading, walk::Selection};

#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Files, folders (read at any depth; links to folders are not followed), or - for standard input,
    /// which is also read when no path is given
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// What all the files hold, whatever their names [default: what their names say, else text]
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Reading")]
    input_format: Option<Format>,

    /// Files to read in folders: '*.txt', '2024/**'; may be given several times [default: all that can be]
    #[arg(long, value_name = "GLOB", value_parser = glob, help_heading = "Reading")]
    include: Vec<Glob>,

    /// Files and folders to leave out in folders: '*.jpg', 'drafts'; may be given several times
    #[arg(long, value_name = "GLOB", value_parser = glob, help_heading = "Reading")]
    exclude: Vec<Glob>,

    /// Encoding of text, CSV and JSON lines: utf-8, gb18030, gbk, big5, utf-16le … [default: found out]
    #[arg(long, value_name = "NAME", value_parser = encoding, help_heading = "Reading")]
    encoding: Option<&'static Encoding>,

    /// Column, or field of a JSON line, that holds the text [default: text]
    #[arg(long, value_name = "NAME", help_heading = "Reading")]
    text_field: Option<String>,

    /// Column whose value becomes the document's source [default: id if there is one, else FILE:LINE]
    #[arg(long, value_name = "NAME", help_heading = "Reading")]
    id_field: Option<String>,

    /// Column that holds the document's date; it takes precedence over --date [default: date]
    #[arg(long, value_name = "NAME", help_heading = "Reading")]
    date_field: Option<String>,

    /// A text that does not say its date takes the day or year in its file's name: 2025-03-18.txt, 2016.txt
    #[arg(long, help_heading = "Reading")]
    pub(crate) date_from_name: bool,
}

/// The places that the texts speak for, as far as the user says them.
#[derive(Debug, Args)]
pub(crate) struct PlaceArgs {
    /// The place that the texts speak for: 临河县 [default: the one that each says, else that of its file's
    /// or folder's name]
    #[arg(long, value_name = "NAME", help_heading = "Reading")]
    place: Option<String>,

    /// Column, or field of a JSON line, that holds the place that its text speaks for; it takes precedence over
    /// --place
    #[arg(long, value_name = "NAME", help_heading = "Reading")]
    place_field: Option<String>,
}

impl PlaceArgs {
    pub(crate) fn placing(&self, reading: Reading) -> Reading {
        reading.placing(self.place_field.clone(), self.place.clone())
    }

    /// What decides of which places the texts are, in words.
    pub(crate) fn settings(&self) -> impl Iterator<Item = String> {
        let told = [("--place", &self.place), ("--place-field", &self.place_field)].into_iter();
        told.filter_map(|(name, value)| value.as_ref().map(|value| format!("{name} {value}")))
    }
}

impl InputArgs {
    pub(crate) fn reading(&self) -> Result<Reading, globset::Error> {
        let set = |globs: &[Glob]| -> Result<GlobSet, globset::Error> {
            globs.iter().fold(&mut GlobSetBuilder::new(), |set, glob| set.add(glob.clone())).build()
        };
        let include = if self.include.is_empty() { None } else { Some(set(&self.include)?) };
        Ok(Reading {
            format: self.input_format,
            selection: Selection { include, exclude: set(&self.exclude)?, outputs: Vec::new() },
            encoding: self.encoding,
            fields: FieldNames {
                text: self.text_field.clone(),
                id: self.id_field.clone(),
                date: self.date_field.clone(),
                ..FieldNames::default()
            },
            meter: Meter::default(),
        })
    }
}

impl InputArgs {
    /// The options that decide which texts are read, in words.
    pub(crate) fn settings(&self) -> Vec<String> {
        let text = |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name} {value}"));
        let globs = |name: &'static str, globs: &[Glob]| -> Vec<String> {
            globs.iter().map(|glob| format!("{name} {}", glob.glob())).collect()
        };
        let paths = self.paths.iter().map(|path| path.display().to_string());
        let mut settings: Vec<String> = paths.collect();
        settings.extend(self.input_format.map(|format| format!("--input-format {format:?}").to_lowercase()));
        settings.extend(globs("--include", &self.include));
        settings.extend(globs("--exclude", &self.exclude));
        settings.extend(self.encoding.map(|encoding| format!("--encoding {}", encoding.name())));
        settings.extend(text("--text-field", &self.text_field));
        settings.extend(text("--id-field", &self.id_field));
        settings.extend(text("--date-field", &self.date_field));
        settings.extend(self.date_from_name.then(|| "--date-from-name".to_owned()));
        settings
    }
}

/// A glob of one name matches at any depth; one with a `/` matches from the folder that is read.
fn glob(given: &str) -> Result<Glob, globset::Error> {
    let pattern = match given.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None if given.trim_end_matches('/').contains('/') => given.to_owned(),
        None => format!("**/{given}"),
    };
    GlobBuilder::new(pattern.trim_end_matches('/')).literal_separator(true).case_insensitive(true).build()
}

fn encoding(given: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(given.as_bytes()).ok_or_else(|| {
        "write utf-8, gb18030, gbk, big5, utf-16le or another name of the Web's encodings".to_owned()
    })
}
