//! `zhengce schema`: the JSON Schema of a document.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use schemars::generate::SchemaSettings;
use zhengce::Document;

use crate::report;

/// Writes the JSON Schema of a document: what stands in each line of JSON lines, in each element of JSON
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce schema > document.schema.json

The columns of CSV, Parquet and Excel are described in docs/tables.md.")]
pub(crate) struct SchemaArgs {}

pub(crate) fn run(_: &SchemaArgs) -> Result<ExitCode, clap::Error> {
    let schema =
        SchemaSettings::default().for_serialize().into_generator().into_root_schema_for::<Document>();
    let mut to = io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut to, &schema).map_err(io::Error::from);
    Ok(report::written(None, written.and_then(|()| writeln!(to))))
}
