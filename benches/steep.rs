//! Looks for texts whose time grows steeply: words of the dictionaries, marks and numbers in random order, repeated.
//! `cargo bench --bench steep -- 300 7` looks for five minutes from the random number 7 on and prints the worst; what it
//! finds becomes a row of the benchmark `growth`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use fastrand::Rng;
use zhengce::Extractor;

/// Bytes of the shorter text, and how many times as long the longer one is.
const BYTES: usize = 20_000;
const TIMES: usize = 4;
/// What the shorter text takes less than is not tried again.
const NOTABLE: Duration = Duration::from_millis(40);
/// How many of the worst are printed.
const PRINTED: usize = 20;

const MARKS: &[&str] = &[
    "、",
    "，",
    "。",
    "；",
    "：",
    "\n",
    " ",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "—",
    "·",
    "…",
    "？",
    "%",
    "{}",
    "{}座",
    "{}亿元",
    "{}年",
    "一、",
    "一是",
    "和",
    "的",
    "等",
    "将",
    "今年",
    "去年",
    "年底前",
    "建设",
    "新建",
    "完成",
    "推进",
];

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|argument| argument.parse().ok());
    let (seconds, seed) = (arguments.next().unwrap_or(60), arguments.next().unwrap_or(1));
    let mut random = Rng::with_seed(seed);
    let words = words();
    let extractor = Extractor::new().expect("built-in dictionaries");
    let start = Instant::now();
    let (mut tried, mut steep) = (0, Vec::new());
    while start.elapsed().as_secs() < seconds {
        tried += 1;
        let piece = piece(&words, &mut random);
        let short = time(&piece, BYTES, &extractor);
        if short > NOTABLE {
            let long = time(&piece, BYTES * TIMES, &extractor);
            steep.push((long.as_secs_f64() / short.as_secs_f64(), long, piece));
        }
    }
    steep.sort_by(|one, other| other.0.total_cmp(&one.0));
    println!("{tried} texts; of {TIMES} times the length take how many times as long:");
    for (factor, long, piece) in steep.iter().take(PRINTED) {
        println!("{factor:>8.1} {:>8.0} ms  {piece:?}", long.as_secs_f64() * 1e3);
    }
}

/// The first columns of all dictionaries.
fn words() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/dictionaries");
    let files = std::fs::read_dir(folder).expect("the dictionaries").filter_map(Result::ok);
    let texts = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let words = |text: String| {
        let rows = text.lines().filter(|row| !row.starts_with('#'));
        rows.filter_map(|row| row.split('\t').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    texts.flat_map(words).filter(|word| !word.is_empty()).collect()
}

/// What is repeated: `{}` stands for the number of the repetition.
fn piece(words: &[String], random: &mut Rng) -> String {
    let part = |random: &mut Rng| match random.bool() {
        true => random.choice(words).map_or("", String::as_str),
        false => random.choice(MARKS).copied().unwrap_or(""),
    };
    (0..random.usize(1..6)).map(|_| part(random)).collect()
}

/// What reading the text takes, with its ledger and its targets.
fn time(piece: &str, bytes: usize, extractor: &Extractor) -> Duration {
    let pieces = bytes / piece.len().max(1);
    let text: String = (1..=pieces).map(|at| piece.replace("{}", &at.to_string())).collect();
    let start = Instant::now();
    let read = [extractor.extract_with_text(&text, Some(&"2024-02".parse().unwrap()))];
    black_box((extractor.ledger(&read), extractor.targets(&read)));
    start.elapsed()
}
