//! Prints the documents of all texts in `seeds/`, or of the files named, as a JSON array.
//!
//! `cargo run --release --example seeds_to_json [FILE…]`

use std::error::Error;
use std::path::PathBuf;

use zhengce::{Document, Extractor};

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new()?;
    let mut documents: Vec<Document> = Vec::new();
    for path in paths()? {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut document = extractor.extract(&text);
        document.source = Some(path.display().to_string());
        documents.push(document);
    }
    println!("{}", serde_json::to_string_pretty(&documents)?);
    Ok(())
}

/// The files named on the command line, else those in `seeds/`, sorted.
fn paths() -> std::io::Result<Vec<PathBuf>> {
    let named: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if !named.is_empty() {
        return Ok(named);
    }
    let seeds = std::fs::read_dir("seeds")?.map(|entry| Ok(entry?.path()));
    let mut seeds: Vec<PathBuf> = seeds.collect::<std::io::Result<_>>()?;
    seeds.sort();
    Ok(seeds)
}
