//! Prints the public items of a library from rustdoc's JSON, one a line. Of a derived implementation the head alone.

use std::collections::HashSet;
use std::error::Error;

use public_api::{Builder, PublicItem};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let builder = Builder::from_rustdoc_json(path).omit_blanket_impls(true).omit_auto_trait_impls(true);
    let derived = builder.clone().build()?;
    let written = builder.omit_auto_derived_impls(true).build()?;
    let written: HashSet<String> = written.items().map(PublicItem::to_string).collect();
    for item in derived.items().map(PublicItem::to_string) {
        if item.starts_with("impl") || written.contains(&item) {
            println!("{item}");
        }
    }
    Ok(())
}
