//! Measures extraction against jieba's own tagging of the same text in the same run:
//! `cargo bench`, with `ZHENGCE_CORPUS=folder` also on all .txt files below that folder.
//!
//! Prints throughput and start-up.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jieba_rs::Jieba;
use zhengce::Extractor;

/// Rounds of each measurement, taken in turns so that a slow moment hits both sides.
const ROUNDS: usize = 7;
/// Shortest round, so that the seed alone is measured well too.
const ROUND: Duration = Duration::from_millis(300);

fn main() {
    println!("start-up");
    let jieba_time = start_up("Jieba::new", Jieba::new);
    let own_time = start_up("Extractor::new", || Extractor::new().expect("built-in dictionaries"));
    println!("  ratio {:.2}\n", own_time.as_secs_f64() / jieba_time.as_secs_f64());

    let (jieba, extractor) = (Jieba::new(), Extractor::new().expect("built-in dictionaries"));
    println!("throughput                 MB   zhengce MB/s     jieba MB/s    cost in jieba's");
    throughput("seeds", &texts(Path::new("seeds")), &extractor, &jieba);
    if let Some(folder) = std::env::var_os("ZHENGCE_CORPUS") {
        throughput("ZHENGCE_CORPUS", &texts(Path::new(&folder)), &extractor, &jieba);
    }
}

fn start_up<T>(name: &str, build: impl Fn() -> T) -> Duration {
    let time = median((0..ROUNDS).map(|_| timed(|| drop(black_box(build())))).collect());
    println!("  {name:<16} {:>8.1} ms", time.as_secs_f64() * 1e3);
    time
}

/// Every .txt file below the folder.
fn texts(folder: &Path) -> Vec<String> {
    let mut folders = vec![folder.to_owned()];
    let mut paths: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.expect("a readable folder").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a text in UTF-8")).collect()
}

fn throughput(name: &str, texts: &[String], extractor: &Extractor, jieba: &Jieba) {
    let bytes: usize = texts.iter().map(String::len).sum();
    if bytes == 0 {
        println!("{name:<16} no .txt file there");
        return;
    }
    let extract = || texts.iter().for_each(|text| drop(black_box(extractor.extract(text))));
    let tag = || texts.iter().for_each(|text| drop(black_box(jieba.tag(text, true))));
    let repeats = 1 + (ROUND.as_secs_f64() / timed(tag).as_secs_f64()) as usize;
    let (mut own, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        own.push(timed(|| (0..repeats).for_each(|_| extract())));
        theirs.push(timed(|| (0..repeats).for_each(|_| tag())));
    }
    let megabytes = (bytes * repeats) as f64 / 1e6;
    let (own, theirs) = (median(own).as_secs_f64(), median(theirs).as_secs_f64());
    let size = bytes as f64 / 1e6;
    let (own_rate, their_rate) = (megabytes / own, megabytes / theirs);
    println!("{name:<20} {size:>8.3} {own_rate:>14.2} {their_rate:>14.2} {:>18.2}", own / theirs);
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
