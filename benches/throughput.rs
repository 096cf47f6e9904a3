//! Measures extraction against jieba's own tagging of the same text in the same run:
//! `cargo bench`, with `ZHENGCE_CORPUS=folder` also on all .txt files below that folder.
//!
//! Prints throughput, start-up, and how the time of extraction, ledger and targets grows when hostile inputs double in length.

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
/// Rounds of a hostile input.
const GROWTH_ROUNDS: usize = 9;
/// Bytes of the longer hostile input; the shorter has half of them.
const HOSTILE_BYTES: usize = 1 << 20;
/// Bytes of the longer input of the ledger and the targets.
const SURVEY_BYTES: usize = 1 << 18;

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

    println!("\ngrowth when the input doubles (2 is linear)   jieba's tagging");
    for (name, piece) in HOSTILE {
        growth(name, piece, &extractor, &jieba);
    }
    println!("\ngrowth of what is read off a document             ledger              targets");
    for (name, piece) in HOSTILE {
        survey_growth(name, &|_| (*piece).to_owned(), &extractor);
    }
    for (name, piece) in NUMBERED {
        survey_growth(name, piece, &extractor);
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

/// Pieces whose repetition turns a scan without a bound quadratic.
const HOSTILE: &[(&str, &str)] = &[
    ("digits", "1"),
    ("pause marks", "、"),
    ("title marks", "《"),
    ("quotes", "“"),
    ("brackets", "（"),
    ("dots", "·"),
    ("一", "一"),
    ("的", "的"),
    ("年", "年"),
    ("市", "市"),
    ("亿", "亿"),
    ("习", "习"),
    ("blanks", " "),
    ("line breaks", "\n"),
    ("one long line", "今年新建桥梁5座、道路3.18亿元，“三个一批”一的年度"),
    ("many short lines", "今年新建5座。\n"),
    ("many headings", "一、主要工作\n"),
    ("many bylines", "副区长 刘奎志\n新建5座。\n"),
];

fn growth(name: &str, piece: &str, extractor: &Extractor, jieba: &Jieba) {
    let texts = [HOSTILE_BYTES / 2, HOSTILE_BYTES].map(|bytes| piece.repeat(bytes / piece.len()));
    let [short, long] = texts.each_ref().map(|text| fastest(|| drop(black_box(extractor.extract(text)))));
    let [jieba_short, jieba_long] =
        texts.each_ref().map(|text| fastest(|| drop(black_box(jieba.tag(text, true)))));
    let (own, theirs) = (long / short, jieba_long / jieba_short);
    println!("  {name:<18} {:>8.1} ms {own:>6.2} {theirs:>14.2}", long * 1e3);
}

/// A piece with this number.
type Numbered = fn(usize) -> String;

/// Pieces that differ in a number, so that none says the same again.
const NUMBERED: &[(&str, Numbered)] = &[
    ("many promises", |at| format!("今年，新建渔港{at}座。\n")),
    ("many things", |at| format!("今年，新建第{at}渔港码头5座。\n")),
    ("many works", |at| format!("加快建设第{at}青岩水利枢纽工程。\n")),
    ("many costs", |at| format!("加快建设总投资{at}亿元的青岩水利枢纽工程。\n")),
    ("many deadlines", |at| format!("2030年底前建成第{at}渔港制度。\n")),
    ("many reports", |at| format!("今年，新建渔港{at}座。去年，新建渔港{at}座。\n")),
    ("many indicators", |at| format!("一、2024年目标\n国内生产总值增长{at}%。\n")),
];

/// How the ledger and the targets of one document grow, without its extraction.
fn survey_growth(name: &str, piece: &dyn Fn(usize) -> String, extractor: &Extractor) {
    let pieces = SURVEY_BYTES / piece(1000).len();
    let [short, long] = [pieces / 2, pieces].map(|pieces| {
        let text: String = (1..=pieces).map(piece).collect();
        let extractions = [extractor.extract_with_text(text, Some("2024-02"))];
        let ledger = fastest(|| drop(black_box(extractor.ledger(&extractions))));
        (ledger, fastest(|| drop(black_box(extractor.targets(&extractions)))))
    });
    let (ledger, targets) = (long.0 / short.0, long.1 / short.1);
    println!("  {name:<18} {:>8.1} ms {ledger:>6.2} {:>8.1} ms {targets:>6.2}", long.0 * 1e3, long.1 * 1e3);
}

/// Seconds of the fastest round, which other programs disturbed least.
fn fastest(work: impl Fn()) -> f64 {
    let rounds = (0..GROWTH_ROUNDS).map(|_| timed(&work));
    rounds.min().unwrap_or_default().as_secs_f64()
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
