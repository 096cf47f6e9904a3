//! The first command of the README does what it says.

use std::process::Command;

#[test]
fn seeds_to_json_prints_five_speeches() {
    // `cargo test` has built the examples beside the tests.
    let tests = std::env::current_exe().unwrap();
    let example = tests.parent().unwrap().parent().unwrap().join("examples/seeds_to_json");
    let example = example.with_extension(std::env::consts::EXE_EXTENSION);
    assert!(example.exists(), "{}: cargo build --example seeds_to_json makes it", example.display());
    let output = Command::new(example).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let documents: Vec<zhengce::Document> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(documents[0].speeches.len(), 5);
    assert_eq!(documents[0].source.as_deref(), Some("seeds/000_50258b5993b927a1.txt"));
}
