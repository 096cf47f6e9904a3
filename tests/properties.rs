//! What holds for every text: spans, texts, references, order, round trip, threads, no panic.

use std::sync::LazyLock;
use std::thread;

use proptest::collection::vec;
use proptest::prelude::*;
use zhengce::{Document, Ledger, Mention, Move, Quote, Span, Speech, State, Targets};

const SEED: &str = include_str!("../seeds/000_50258b5993b927a1.txt");

const BREAKS: [char; 7] = ['\n', '\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Pieces of policy text, marks and traps from which texts are made up.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "今年", "去年5月底", "二〇二六年一月二十七日", "2022-01-08", "（2022年10月16日）", "“十五五”时期", "过去五年", "每周五", "年底前",
    "3.18亿元", "５．５％", "百分之十二", "三分之二", "20多万元", "3%—5%", "5至8家", "第十一次", "5G", "二七区", "“三个一批”", "两个", "一批", "半", "十", "亿", "点", "元/吨",
    "副区长 ", "刘奎志", "习　近　平", "艾力·买买提", "区政协副主席、二级调研员 ", "欧阳", "王", "同志", "说，", "记者 ",
    "省委", "国务院", "清溪县人民政府", "管委会", "华为", "有限公司", "党的二十大", "河南省", "郑州", "黄河", "长三角", "大桥", "产业园", "项目", "等项目", "工程",
    "加快", "建设", "推进", "开工", "竣工投产", "力争", "增长", "下降", "达到", "超过", "约", "以上", "左右", "增加到", "新建", "完成投资", "生产总值", "的", "和", "年", "月", "日",
    "一、", "（一）", "1.", "一是", "第一，", "《条例》", "国办函〔2014〕119号", "《", "》", "“", "”", "‘", "’", "〔", "〕", "（", "）", "【字号：大 中 小】", "下载", "打印", "分享",
    "、", "，", "。", "；", "：", "！", "——", "…", "·", ",", ".", "%", "-", "~", "/", "\n", "\n\n", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}", " ", "　", "\t", "\u{FEFF}", "\u{0}",
    "a", "AI", "é", "e\u{301}", "😀", "𠮷", "\u{200D}", "ﷺ", "１２３", "0", "00", "九", "零",
];

fn composed() -> impl Strategy<Value = String> {
    vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn lossy() -> impl Strategy<Value = String> {
    vec(any::<u8>(), 0..300).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The seed text with stretches left out, doubled or exchanged for pieces.
fn mutated() -> impl Strategy<Value = String> {
    let edit = (any::<prop::sample::Index>(), 0..40usize, 0..3u8, prop::sample::select(PIECES));
    vec(edit, 1..12).prop_map(|edits| {
        let mut characters: Vec<char> = SEED.chars().collect();
        for (place, length, how, piece) in edits {
            let start = place.index(characters.len());
            let end = (start + length).min(characters.len());
            let with: Vec<char> = match how {
                0 => Vec::new(),
                1 => characters[start..end].repeat(2),
                _ => piece.chars().collect(),
            };
            characters.splice(start..end, with);
        }
        characters.into_iter().collect()
    })
}

/// The words of each dictionary: its first column.
static DICTIONARIES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let mut files: Vec<_> =
        std::fs::read_dir("dictionaries").unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let words = |text: String| {
        let rows = text.lines().filter(|row| !row.starts_with('#'));
        let words = rows.filter_map(|row| row.split('\t').next()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    files.into_iter().map(|file| words(std::fs::read_to_string(file).unwrap())).collect()
});

/// The words of all of them.
static WORDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| DICTIONARIES.iter().flatten().map(String::as_str).collect());

/// What stands between words, and names.
#[rustfmt::skip]
const GLUE: &[&str] = &[
    "为", "的", "、", "，", "，", "。", "和", "（", "）", "其中", "任", "在", "对", "将", "是", "由", "并", "；", "：", "等", "及", "万", "岁", "以上", "\n", "\t", "\n", "\t", "%", "|", "亿元", "指标", "单位", "项目名称", "完成时限", " ", "《", "》", "“", "”",
    "李明", "王强", "周建国", "青岩县", "县教育局", "2025年", "3.5亿元", "120个", "青岩水库", "省委",
];

/// Words of the dictionaries, pieces and a few characters at a time of the seed text, in any order: what no author wrote,
/// so that each rule meets words where it does not look for them, a border first.
fn shuffled() -> impl Strategy<Value = String> {
    let part = (0..3u8, any::<prop::sample::Index>(), 1..8usize).prop_map(|(how, place, length)| match how {
        0 => (*place.get(&WORDS)).to_owned(),
        1 => (*place.get(PIECES)).to_owned(),
        _ => SEED.chars().skip(place.index(SEED.len() / 3)).take(length).collect(),
    });
    vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// A few words of one dictionary, again and again between names and marks: what a rule found in one clause stands in the
/// next one too.
fn woven() -> impl Strategy<Value = String> {
    use prop::sample::Index;
    let part = (any::<bool>(), any::<Index>());
    (any::<Index>(), vec(any::<Index>(), 1..5), vec(part, 2..30)).prop_map(|(file, words, parts)| {
        let dictionary: &Vec<String> = file.get(&DICTIONARIES);
        let words: Vec<&String> = words.iter().map(|word| word.get(dictionary)).collect();
        let parts = parts.into_iter().map(
            |(is_word, place)| {
                if is_word { place.get(&words).as_str() } else { place.get(GLUE) }
            },
        );
        parts.collect()
    })
}

/// Two reports, of which the later says again what the earlier did.
fn reports() -> impl Strategy<Value = [String; 2]> {
    (composed(), composed()).prop_map(|(first, more)| [first.clone(), format!("{first}{more}")])
}

fn read(text: &str) -> Document {
    zhengce::shared().expect("the built-in dictionaries are right").extract(text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_keeps_the_promises(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn random_bytes_keep_the_promises(text in lossy()) {
        check(&text)?;
    }

    #[test]
    fn composed_policy_text_keeps_the_promises(text in composed()) {
        check(&text)?;
    }

    #[test]
    fn what_is_read_over_documents_keeps_the_promises(texts in reports()) {
        check_survey(&texts)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shuffled_words_keep_the_promises(text in shuffled()) {
        check(&text)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn woven_words_keep_the_promises(text in woven()) {
        check(&text)?;
    }

    #[test]
    fn woven_reports_keep_the_promises(first in woven(), second in woven()) {
        check_survey(&[first, second])?;
    }
}

/// A figure, or a row of one build, at the border of a text, where nothing stands to look at; a name that ends before the
/// place after it.
#[test]
fn words_at_borders_keep_the_promises() {
    for text in [
        "3%是党员",
        "5个东部的今年",
        "加强管理，完善制度、建设渔港、",
        "建成全球最长，青川镇",
        "3%是",
        "的",
        "会议选举李明为主任，选举王强为副主任。",
        "《渔港目录》（以下简称《 目录镇》）",
        "周建国李明生格生格的生格生格",
    ] {
        check(text).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_real_text_keeps_the_promises(text in mutated()) {
        check(&text)?;
    }

    #[test]
    fn mutated_reports_keep_the_promises(first in mutated(), second in mutated()) {
        check_survey(&[first, second])?;
    }

    #[test]
    fn threads_that_share_an_extractor_agree(texts in vec(composed(), 8)) {
        let documents = || texts.iter().map(|text| read(text)).collect::<Vec<_>>();
        let alone = documents();
        let together: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(documents)).collect();
            threads.into_iter().map(|thread| thread.join()).collect()
        });
        for result in together {
            prop_assert_eq!(result.expect("no panic"), alone.clone());
        }
    }
}

#[test]
fn the_seeds_keep_the_promises() {
    for entry in std::fs::read_dir("seeds").unwrap() {
        check(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
    }
}

/// Texts that led the fuzzer to a part of the code of its own.
#[test]
fn what_the_fuzzer_kept_keeps_the_promises() {
    for text in kept("extract").chain(kept("layout")) {
        check(&text).unwrap();
    }
    for texts in kept("survey") {
        let (first, second) = texts.split_once('\0').unwrap_or((&texts, ""));
        check_survey(&[first, second].map(str::to_owned)).unwrap();
    }
}

fn kept(target: &str) -> impl Iterator<Item = String> {
    let files = std::fs::read_dir(format!("fuzz/kept/{target}")).unwrap();
    files.map(|file| String::from_utf8_lossy(&std::fs::read(file.unwrap().path()).unwrap()).into_owned())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let document = read(text);
    document.title.iter().try_for_each(|title| check_mention(text, title))?;
    let mut end = 0;
    for speech in &document.speeches {
        check_span(text, &speech.span)?;
        prop_assert!(end <= speech.span.start, "speeches in order and disjoint");
        end = speech.span.end;
        check_speech(text, speech)?;
    }
    let json = serde_json::to_string(&document).unwrap();
    prop_assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    Ok(())
}

fn check_speech(text: &str, speech: &Speech) -> Result<(), TestCaseError> {
    macro_rules! check_lists {
        ($($list:ident),+) => { $(
            check_list(text, speech, speech.$list.iter().map(|record| (record.text.as_str(), &record.span)))?;
        )+ };
    }
    check_lists!(
        people, posts, bodies, places, projects, figures, times, terms, citations, measures, matches
    );
    check_list(
        text,
        speech,
        speech.headline.iter().map(|headline| (headline.text.as_str(), &headline.span)),
    )?;
    let headings = speech.sections.iter().map(|section| &section.heading);
    check_list(text, speech, headings.map(|heading| (heading.text.as_str(), &heading.span)))?;
    for section in &speech.sections {
        check_span(text, &section.span)?;
        prop_assert!(section.span.contains(&section.heading.span) && speech.span.contains(&section.span));
    }
    prop_assert!(speech.speaker.iter().all(|speaker| speech.people.contains(speaker)), "speaker in people");
    for figure in &speech.figures {
        figure.of.iter().try_for_each(|of| check_inner(text, speech, of))?;
        prop_assert!(figure.time.is_none_or(|time| time < speech.times.len()));
    }
    for project in &speech.projects {
        prop_assert!(project.figures.iter().all(|figure| *figure < speech.figures.len()));
    }
    for measure in &speech.measures {
        check_inner(text, speech, &measure.object)?;
        measure.actor.iter().try_for_each(|actor| check_inner(text, speech, actor))?;
        prop_assert!(measure.projects.iter().all(|project| *project < speech.projects.len()));
        prop_assert!(measure.figures.iter().all(|figure| *figure < speech.figures.len()));
        prop_assert!(measure.deadline.is_none_or(|time| time < speech.times.len()));
    }
    for field in speech.matches.iter().flat_map(|hit| hit.fields.values()) {
        check_inner(text, speech, field)?;
    }
    check_disjoint(speech)
}

/// No two records share a character, but a figure inside a project; measures and matches lie over the others.
fn check_disjoint(speech: &Speech) -> Result<(), TestCaseError> {
    macro_rules! spans {
        ($($list:ident),+) => { [$(speech.$list.iter().map(|record| record.span).collect::<Vec<_>>()),+].concat() };
    }
    let apart = |mut spans: Vec<Span>| {
        spans.sort_by_key(|span| span.start);
        let overlap = spans.windows(2).find(|pair| pair[1].start < pair[0].end).map(<[Span]>::to_vec);
        prop_assert!(overlap.is_none(), "{overlap:?} overlap");
        Ok(())
    };
    apart(spans!(people, posts, bodies, places, projects, times, terms, citations))?;
    apart(spans!(people, posts, bodies, places, figures, times, terms, citations))?;
    for figure in &speech.figures {
        let after = speech.projects.partition_point(|project| project.span.start < figure.span.end);
        let before = after.checked_sub(1).map(|before| &speech.projects[before].span);
        let project = before.filter(|project| project.end > figure.span.start);
        prop_assert!(
            project.is_none_or(|project| project.contains(&figure.span)),
            "{figure:?} across a project"
        );
    }
    Ok(())
}

/// The ledger and the targets of two texts a year apart: each mention is where it says, what was reached stays reached, and
/// nothing moved since the same ledger.
fn check_survey(texts: &[String; 2]) -> Result<(), TestCaseError> {
    const DATES: [&str; 2] = ["2024-02-01", "2025-02-01"];
    let extractor = zhengce::shared().expect("the built-in dictionaries are right");
    let extractions =
        [0, 1].map(|at| extractor.extract_with_text(&texts[at], Some(&DATES[at].parse().unwrap())));
    let check = |quote: &Quote| {
        let at = usize::from(quote.date.as_deref() == Some(DATES[1]));
        prop_assert_eq!(quote.date.as_deref(), Some(DATES[at]));
        check_slice(&texts[at], &quote.text, &quote.span)?;
        check_slice(&texts[at], &quote.sentence, &quote.sentence_span)?;
        prop_assert!(quote.sentence.contains(quote.text.trim()), "{quote:?}");
        Ok(())
    };
    let ledger = extractor.ledger(&extractions);
    for entry in &ledger.entries {
        prop_assert!(!entry.mentions.is_empty() && entry.names.contains(&entry.name), "{entry:?}");
        entry.mentions.iter().try_for_each(check)?;
        entry.history.iter().try_for_each(|step| check(&step.evidence))?;
        entry.figures.iter().try_for_each(|amount| check(&amount.evidence))?;
        let states = || entry.history.iter().map(|step| step.state);
        let was_stopped = states().any(|state| state == State::Stopped);
        let is_reached = states().all(|state| state <= entry.state);
        prop_assert!(is_reached || was_stopped && states().any(|state| state == entry.state), "{entry:?}");
    }
    let now = ledger.clone().against(&ledger);
    prop_assert_eq!(now.entries.len(), ledger.entries.len());
    prop_assert!(now.entries.iter().all(|entry| entry.moved == Some(Move::Same)), "{:?}", now.entries);
    let targets = extractor.targets(&extractions);
    for year in targets.series.iter().flat_map(|series| &series.years) {
        year.targets.iter().chain(&year.results).try_for_each(|claim| check(&claim.evidence))?;
    }
    let json = serde_json::to_string(&(&now, &targets)).unwrap();
    prop_assert_eq!(serde_json::from_str::<(Ledger, Targets)>(&json).unwrap(), (now, targets));
    Ok(())
}

/// `text` is what the span says, without line breaks.
fn check_slice(source: &str, text: &str, span: &Span) -> Result<(), TestCaseError> {
    let slice = span.slice(source).map(|slice| slice.replace(BREAKS, ""));
    prop_assert_eq!(slice.as_deref(), Some(text));
    Ok(())
}

/// Records in text order, each inside the speech, each text that of its span.
fn check_list<'s>(
    text: &str,
    speech: &Speech,
    records: impl Iterator<Item = (&'s str, &'s Span)>,
) -> Result<(), TestCaseError> {
    let mut start = 0;
    for (record, span) in records {
        check_text(text, record, span)?;
        prop_assert!(speech.span.contains(span), "{record:?} inside its speech");
        prop_assert!(start <= span.start, "{record:?} in text order");
        start = span.start;
    }
    Ok(())
}

fn check_inner(text: &str, speech: &Speech, mention: &Mention) -> Result<(), TestCaseError> {
    prop_assert!(speech.span.contains(&mention.span), "{mention:?} inside its speech");
    check_mention(text, mention)
}

fn check_mention(text: &str, mention: &Mention) -> Result<(), TestCaseError> {
    check_text(text, &mention.text, &mention.span)
}

/// `text` is the slice of the source with line breaks removed.
fn check_text(source: &str, text: &str, span: &Span) -> Result<(), TestCaseError> {
    prop_assert_eq!(check_span(source, span)?.replace(BREAKS, ""), text);
    Ok(())
}

/// Not empty, on character boundaries, the same stretch in code points and in bytes.
fn check_span<'t>(source: &'t str, span: &Span) -> Result<&'t str, TestCaseError> {
    let bytes = span.byte_range().expect("a span from extract knows its bytes");
    prop_assert!(bytes.start < bytes.end && source.get(bytes.clone()).is_some(), "{span:?}");
    prop_assert_eq!(source[..bytes.start].chars().count(), span.start);
    prop_assert_eq!(source[bytes.clone()].chars().count(), span.end - span.start);
    Ok(&source[bytes])
}
