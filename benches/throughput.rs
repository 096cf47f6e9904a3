//! Measures throughput.
fn main() {}
