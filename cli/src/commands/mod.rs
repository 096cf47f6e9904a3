//! The subcommands: one file each, with its arguments and its `run`. A new one is a file here, a variant of
//! [`Command`](crate::args::Command) and an arm in `run`.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod extract;
pub(crate) mod ledger;
pub(crate) mod man;
pub(crate) mod schema;
pub(crate) mod score;
pub(crate) mod stats;
pub(crate) mod targets;
pub(crate) mod view;
