//! The records of [zhengce] as Arrow tables, for whatever reads tables: one table per record kind,
//! and `documents`, `speeches`, `sections`, linked by ids.
//!
//! ```
//! use zhengce_tables::{About, Table, Tables};
//!
//! let extraction = zhengce::shared()?.extract_with_text("今年，全县新建桥梁5座。", None);
//! let mut tables = Tables::new(zhengce::RecordKind::ALL);
//! tables.push(&extraction, &About::default())?;
//! for (table, batch) in tables.take()? {
//!     if table == Table::Figures {
//!         assert_eq!(batch.num_rows(), 1);
//!         assert_eq!(batch.schema(), table.schema());
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Table::columns`] states the meaning and the unit of every column beside the code of its values;
//! `docs/tables.md` is made from it. Names and types of columns are stable.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod builder;
mod column;
mod days;
mod fields;
mod grow;
mod links;
mod overview;
mod row;
mod sentence;
mod table;
mod texts;

pub use builder::{About, Tables};
pub use column::{Column, ColumnType};
pub use days::days;
pub use overview::{Overview, of_ledger, of_targets, overviews};
pub use table::Table;
