//! The page of a ledger: a board by state, a timeline, each entry with its sentences.

use std::collections::BTreeSet;
use std::io;

use rust_decimal::Decimal;
use serde::Serialize;
use zhengce::{Amount, Deadline, Entry, Ledger, Move, Quote, Stage, State, Step};

use super::{Language, render};

#[derive(Serialize)]
struct Page<'p> {
    lang: &'static str,
    title: &'static str,
    count: usize,
    columns: Vec<Column<'p>>,
    years: Vec<&'p str>,
    timeline: Vec<Row<'p>>,
}

#[derive(Serialize)]
struct Column<'p> {
    state: &'static str,
    en: &'static str,
    zh: &'static str,
    entries: Vec<Card<'p>>,
}

#[derive(Serialize)]
struct Card<'p> {
    name: &'p str,
    place: Option<&'p str>,
    responsible: Option<&'p str>,
    silent_since: Option<&'p str>,
    /// Percent of what was promised, where less was reported.
    short: Option<String>,
    moved_en: Option<&'static str>,
    moved_zh: Option<&'static str>,
    deadline: Option<&'p Deadline>,
    figures: &'p [Amount],
    mentions: &'p [Quote],
    said: Vec<Said<'p>>,
}

/// A mention in its sentence, with the stage that it says.
#[derive(Serialize)]
struct Said<'p> {
    date: Option<&'p str>,
    source: Option<&'p str>,
    start: usize,
    end: usize,
    before: &'p str,
    text: &'p str,
    after: &'p str,
    stage_en: Option<&'static str>,
    stage_zh: Option<&'static str>,
}

#[derive(Serialize)]
struct Row<'p> {
    name: &'p str,
    cells: Vec<Option<Words>>,
}

#[derive(Serialize)]
struct Words {
    en: &'static str,
    zh: &'static str,
}

/// The page as HTML.
///
/// # Errors
/// None, unless a template is wrong.
pub fn ledger(ledger: &Ledger, language: Language) -> io::Result<String> {
    let column = |state, name, (en, zh)| Column {
        state: name,
        en,
        zh,
        entries: ledger.entries.iter().filter(|entry| entry.state == state).map(card).collect(),
    };
    let mentioned = column(State::Mentioned, "mentioned", ("Only mentioned", "仅提及"));
    let told = [
        column(State::Promised, "promised", ("Promised", "已承诺")),
        column(State::UnderWay, "under_way", ("Under way", "推进中")),
        column(State::Delivered, "delivered", ("Delivered", "已完成")),
    ];
    let columns =
        told.into_iter().chain(Some(mentioned).filter(|column| !column.entries.is_empty())).collect();
    let years: BTreeSet<&str> =
        ledger.entries.iter().flat_map(|entry| &entry.history).filter_map(|step| year(step)).collect();
    let years: Vec<&str> = years.into_iter().collect();
    let followed = ledger.entries.iter().filter(|entry| {
        let own: BTreeSet<&str> = entry.history.iter().filter_map(year).collect();
        own.len() > 1
    });
    let timeline = followed.map(|entry| row(entry, &years)).collect();
    let count = ledger.entries.len();
    render(
        "ledger.html",
        &Page { lang: language.code(), title: "台账 Ledger", count, columns, years, timeline },
    )
}

fn year(step: &Step) -> Option<&str> {
    step.evidence.date.as_deref()?.get(..4)
}

fn row<'p>(entry: &'p Entry, years: &[&str]) -> Row<'p> {
    let cell = |wanted: &&str| {
        let step = entry.history.iter().rev().find(|step| year(step) == Some(wanted))?;
        let (en, zh) = told(step);
        Some(Words { en, zh })
    };
    Row { name: &entry.name, cells: years.iter().map(cell).collect() }
}

fn card(entry: &Entry) -> Card<'_> {
    let moved = entry.moved.map(|moved| match moved {
        Move::New => ("new", "新增"),
        Move::Advanced => ("advanced", "有进展"),
        Move::Delivered => ("delivered since", "销号"),
        Move::Silent => ("fallen silent", "无后续"),
        _ => ("unchanged", "无变化"),
    });
    Card {
        name: &entry.name,
        place: entry.place.as_deref(),
        responsible: entry.responsible.as_deref(),
        silent_since: entry.silent_since.as_deref(),
        short: entry.fulfilment.and_then(percent_short),
        moved_en: moved.map(|(en, _)| en),
        moved_zh: moved.map(|(_, zh)| zh),
        deadline: entry.deadline.as_ref(),
        figures: &entry.figures,
        mentions: &entry.mentions,
        said: entry.mentions.iter().map(|mention| said(entry, mention)).collect(),
    }
}

/// A share of less than all in percent.
fn percent_short(share: Decimal) -> Option<String> {
    (share < Decimal::ONE).then(|| (share * Decimal::ONE_HUNDRED).normalize().to_string())
}

fn said<'p>(entry: &'p Entry, mention: &'p Quote) -> Said<'p> {
    let step = entry.history.iter().find(|step| step.evidence == *mention);
    let stage = step.map(told);
    let (before, text, after) = marked(mention);
    Said {
        date: mention.date.as_deref(),
        source: mention.source.as_deref(),
        start: mention.span.start,
        end: mention.span.end,
        before,
        text,
        after,
        stage_en: stage.map(|(en, _)| en),
        stage_zh: stage.map(|(_, zh)| zh),
    }
}

/// The sentence of a mention before its words, the words, and after them. The words are where the span says, or before it by
/// the line breaks that the sentence is shown without.
fn marked(mention: &Quote) -> (&str, &str, &str) {
    let sentence = mention.sentence.as_str();
    let offset = mention.span.start.saturating_sub(mention.sentence_span.start);
    let offset = sentence.char_indices().nth(offset).map_or(sentence.len(), |(at, _)| at);
    let end = (offset + mention.text.len()).min(sentence.len());
    let found = sentence.get(..end).and_then(|before| before.rfind(&mention.text));
    match found {
        Some(start) => {
            let (before, rest) = sentence.split_at(start);
            let (text, after) = rest.split_at(mention.text.len());
            (before, text, after)
        }
        None => (sentence, "", ""),
    }
}

/// What a step says, in both languages.
fn told(step: &Step) -> (&'static str, &'static str) {
    let names = match step.stage {
        Some(Stage::Planned) => ("planned", "谋划"),
        Some(Stage::Signed) => ("signed", "签约"),
        Some(Stage::Land) => ("land", "供地"),
        Some(Stage::Started) => ("started", "开工"),
        Some(Stage::Building) => ("building", "在建"),
        Some(Stage::Completed) => ("completed", "竣工"),
        Some(Stage::Operating) => ("operating", "投用"),
        _ => match step.state {
            State::Delivered => ("done", "已完成"),
            State::UnderWay => ("under way", "推进中"),
            _ => ("promised", "承诺"),
        },
    };
    match (step.stage, step.aim, names) {
        (Some(Stage::Signed), true, _) => ("to be signed", "拟签约"),
        (Some(Stage::Land), true, _) => ("land to come", "拟供地"),
        (Some(Stage::Started), true, _) => ("to start", "拟开工"),
        (Some(Stage::Building), true, _) => ("to be built", "拟建"),
        (Some(Stage::Completed), true, _) => ("to be completed", "拟竣工"),
        (Some(Stage::Operating), true, _) => ("to operate", "拟投用"),
        (_, _, names) => names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    /// Each mention of a text with its words between bars.
    fn shown(text: &str) -> Vec<String> {
        let extractor = zhengce::shared().unwrap();
        let extraction = extractor.extract_with_text(text, Some("2024-02-01"));
        let ledger = extractor.ledger(&[extraction]);
        let mentions = ledger.entries.iter().flat_map(|entry| &entry.mentions);
        let marked = mentions.map(marked).map(|(before, words, after)| format!("{before}|{words}|{after}"));
        marked.collect()
    }

    #[test]
    fn the_words_of_a_mention_are_marked_where_they_stand() {
        assert_eq!(
            shown("　今年，新建渔港5座、改建渔港5座。"),
            ["今年，新建|渔港5座|、改建渔港5座。", "今年，新建渔港5座、改建|渔港5座|。"]
        );
        assert_eq!(
            shown("今年，新建渔港5座、\n改建渔港5座。"),
            ["今年，新建|渔港5座|、改建渔港5座。", "今年，新建渔港5座、改建|渔港5座|。"]
        );
        assert_eq!(shown("今年，新建渔\n港5座。"), ["今年，新建|渔港5座|。"]);
    }
}
