//! How the time of extraction, ledger and targets grows when hostile inputs double in length, beside that of jieba's own
//! tagging: `cargo bench --bench growth`. Fails where one of ours grows much more than twofold ([`LIMIT`]).

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use jieba_rs::Jieba;
use zhengce::Extractor;

/// Two is linear, four quadratic; what lies between is sorting, caches and what else the machine does.
const LIMIT: f64 = 2.8;
/// What is over sooner is linear, whatever the factor: at these lengths a quadratic scan takes seconds.
const SOON: Duration = Duration::from_millis(20);
/// Rounds of a measurement, of which the fastest counts.
const ROUNDS: usize = 3;
/// Measurements of a factor that is above the limit, of which the least counts: another program may disturb one.
const MEASUREMENTS: usize = 6;
/// Bytes of the longer hostile input; the shorter has half of them.
const HOSTILE_BYTES: usize = 1 << 19;
/// Bytes of the longer input of the ledger and the targets.
const SURVEY_BYTES: usize = 1 << 18;

fn main() -> ExitCode {
    let (jieba, extractor) = (Jieba::new(), Extractor::new().expect("built-in dictionaries"));
    let mut steep: Vec<&str> = Vec::new();
    println!("extraction            when the input doubles (2 is linear)   jieba's tagging");
    for (name, piece) in HOSTILE {
        if extraction(name, piece, &extractor, &jieba) {
            steep.push(name);
        }
    }
    println!("\nread off a document              ledger              targets");
    for (name, piece) in HOSTILE {
        if survey(name, &|_| (*piece).to_owned(), &extractor) {
            steep.push(name);
        }
    }
    for (name, piece) in NUMBERED {
        if survey(name, piece, &extractor) {
            steep.push(name);
        }
    }
    if steep.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("\nsteeper than {LIMIT}: {}", steep.join(", "));
    ExitCode::FAILURE
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
    ("figures in a row", "5、"),
    ("ranges in a row", "3%—"),
    ("ratios in a row", "1:"),
    ("doublings", "翻"),
    ("blanks", " "),
    ("line breaks", "\n"),
    ("one long line", "今年新建桥梁5座、道路3.18亿元，“三个一批”一的年度"),
    ("works, no stop", "今年青藏铁路"),
    ("sums, no stop", "今年振兴120亿元"),
    ("promises, no stop", "新建桥梁5座，"),
    ("many short lines", "今年新建5座。\n"),
    ("many headings", "一、主要工作\n"),
    ("many bylines", "副区长 刘奎志\n新建5座。\n"),
];

/// A piece with this number.
type Numbered = fn(usize) -> String;

/// Pieces that differ in a number, so that none says the same again.
const NUMBERED: &[(&str, Numbered)] = &[
    ("many promises", |at| format!("今年，新建渔港{at}座。\n")),
    ("many things", |at| format!("今年，新建第{at}渔港码头5座。\n")),
    ("many works", |at| format!("加快建设第{at}青岩水利枢纽工程。\n")),
    ("many numbered works", |at| format!("一、青藏铁路{at}%\n")),
    ("many costs", |at| format!("加快建设总投资{at}亿元的青岩水利枢纽工程。\n")),
    ("many deadlines", |at| format!("2030年底前建成第{at}渔港制度。\n")),
    ("many reports", |at| format!("今年，新建渔港{at}座。去年，新建渔港{at}座。\n")),
    ("many indicators", |at| format!("一、2024年目标\n国内生产总值增长{at}%。\n")),
];

/// How extraction grows; whether steeply.
fn extraction(name: &str, piece: &str, extractor: &Extractor, jieba: &Jieba) -> bool {
    let texts = [HOSTILE_BYTES / 2, HOSTILE_BYTES].map(|bytes| piece.repeat(bytes / piece.len()));
    let own = Growth::of(&texts, |text| drop(black_box(extractor.extract(text))));
    let theirs = Growth::of(&texts, |text| drop(black_box(jieba.tag(text, true))));
    println!("  {name:<18} {own} {:>14.2}", theirs.factor);
    own.is_steep()
}

/// How the ledger and the targets of one document grow, without its extraction; whether either steeply.
fn survey(name: &str, piece: &dyn Fn(usize) -> String, extractor: &Extractor) -> bool {
    let pieces = SURVEY_BYTES / piece(1000).len();
    let extractions = [pieces / 2, pieces].map(|pieces| {
        let text: String = (1..=pieces).map(piece).collect();
        [extractor.extract_with_text(text, Some(&"2024-02".parse().unwrap()))]
    });
    let ledger = Growth::of(&extractions, |read| drop(black_box(extractor.ledger(read))));
    let targets = Growth::of(&extractions, |read| drop(black_box(extractor.targets(read))));
    println!("  {name:<18} {ledger} {targets}");
    ledger.is_steep() || targets.is_steep()
}

/// The time that the longer of two inputs takes, and how many times that of the shorter it is.
struct Growth {
    time: Duration,
    factor: f64,
}

impl Growth {
    fn of<T>(inputs: &[T; 2], work: impl Fn(&T)) -> Self {
        let measured = || {
            let [short, long] = inputs.each_ref().map(|input| fastest(|| work(input)));
            Self { time: long, factor: long.as_secs_f64() / short.as_secs_f64() }
        };
        let mut least = measured();
        for _ in 1..MEASUREMENTS {
            if !least.is_steep() {
                break;
            }
            let again = measured();
            if again.factor < least.factor {
                least = again;
            }
        }
        least
    }

    fn is_steep(&self) -> bool {
        self.time > SOON && self.factor > LIMIT
    }
}

impl std::fmt::Display for Growth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:>8.1} ms {:>6.2}", self.time.as_secs_f64() * 1e3, self.factor)
    }
}

/// The fastest round, which other programs disturbed least.
fn fastest(work: impl Fn()) -> Duration {
    let round = || {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..ROUNDS).map(|_| round()).min().unwrap_or_default()
}
