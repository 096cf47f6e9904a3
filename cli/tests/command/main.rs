//! The command as a user runs it: what comes out, on which stream, with which exit code.

mod corpus;
mod docs;
mod explain;
mod extract;
mod faults;
mod formats;
mod output;
mod resume;
mod score;
mod support;
mod survey;
mod tables;
mod tools;
