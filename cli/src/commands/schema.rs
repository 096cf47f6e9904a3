//! `zhengce schema`: the JSON Schema of what is written.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use schemars::generate::SchemaSettings;
use zhengce::{Document, Ledger, Targets};

use crate::report;

/// Writes the JSON Schema of a document (each line of JSON lines, each element of JSON), the ledger or
/// targets
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce schema > document.schema.json
  zhengce schema ledger > ledger.schema.json

The columns of CSV, Parquet and Excel are described in docs/tables.md.")]
pub(crate) struct SchemaArgs {
    /// What the schema describes
    #[arg(value_enum, default_value_t = Of::Document, value_name = "OF")]
    of: Of,
}

/// What commands write as JSON.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    Document,
    Ledger,
    Targets,
}

pub(crate) fn run(args: &SchemaArgs) -> Result<ExitCode, clap::Error> {
    let generator = SchemaSettings::default().for_serialize().into_generator();
    let schema = match args.of {
        Of::Document => generator.into_root_schema_for::<Document>(),
        Of::Ledger => generator.into_root_schema_for::<Ledger>(),
        Of::Targets => generator.into_root_schema_for::<Targets>(),
    };
    let mut to = io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut to, &schema).map_err(io::Error::from);
    Ok(report::written(None, written.and_then(|()| writeln!(to))))
}
