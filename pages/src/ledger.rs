//! The page of a ledger: a board by state, a timeline, each entry with its sentences.

use std::collections::BTreeSet;
use std::io;

use rust_decimal::Decimal;
use serde::Serialize;
use zhengce::{Amount, Deadline, Entry, Ledger, LedgerDocument, Quote, ResponsibleBy, Step};

use super::filter::{Filter, value};
use super::states::{self, Edge, Meaning, STATES, Shown};
use super::words::{Words, called, step_words};
use super::{Language, marked, render};

#[derive(Serialize)]
struct Page<'p> {
    lang: &'static str,
    title: Words<'static>,
    count: usize,
    as_of: Option<&'p str>,
    version: &'p str,
    documents: &'p [LedgerDocument],
    filters: Vec<Filter<'p>>,
    edges: Vec<Edge>,
    meanings: Vec<Meaning>,
    columns: Vec<Column<'p>>,
    years: Vec<&'p str>,
    timeline: Vec<Row<'p>>,
}

#[derive(Serialize)]
struct Column<'p> {
    state: &'static str,
    en: String,
    zh: &'static str,
    entries: Vec<Card<'p>>,
}

#[derive(Serialize)]
struct Card<'p> {
    id: String,
    kind: &'static str,
    state: &'static str,
    name: &'p str,
    /// The values by which it is filtered.
    chosen_place: &'p str,
    chosen_responsible: &'p str,
    chosen_moved: &'static str,
    chosen_overdue: &'static str,
    place: Option<&'p str>,
    /// Who is named; of others it is told in words how it is known.
    responsible: Option<&'p str>,
    assumed: Option<Assumed<'p>>,
    silent_since: Option<&'p str>,
    /// Percent of what was promised, where less than that was reported.
    short: Option<String>,
    moved_en: Option<&'static str>,
    moved_zh: Option<&'static str>,
    deadline: Option<&'p Deadline>,
    overdue: bool,
    figures: &'p [Amount],
    mentions: &'p [Quote],
    said: Vec<Said<'p>>,
}

/// Who is responsible where nobody is named, and as what.
#[derive(Serialize)]
struct Assumed<'p> {
    name: &'p str,
    en: &'static str,
    zh: &'static str,
}

/// A mention in its sentence, with the stage that it states.
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
    of: String,
    name: &'p str,
    cells: Vec<Option<Cell>>,
}

#[derive(Serialize)]
struct Cell {
    en: &'static str,
    zh: &'static str,
}

/// The page as HTML.
///
/// # Errors
/// None, unless a template is wrong.
pub fn ledger(ledger: &Ledger, language: Language) -> io::Result<String> {
    let column = |shown: &Shown| Column {
        state: shown.state.name(),
        en: capital(called("State", shown.state.name()).0),
        zh: called("State", shown.state.name()).1,
        entries: numbered(ledger).filter(|(_, entry)| entry.state == shown.state).map(card).collect(),
    };
    let columns = STATES.iter().map(|shown| (shown, column(shown)));
    let columns = columns.filter(|(shown, column)| shown.is_standing || !column.entries.is_empty());
    let columns = columns.map(|(_, column)| column).collect();
    let years: BTreeSet<&str> =
        ledger.entries.iter().flat_map(|entry| &entry.history).filter_map(|step| year(step)).collect();
    let years: Vec<&str> = years.into_iter().collect();
    let followed = numbered(ledger).filter(|(_, entry)| {
        let own: BTreeSet<&str> = entry.history.iter().filter_map(year).collect();
        own.len() > 1
    });
    let timeline = followed.map(|entry| row(entry, &years)).collect();
    let page = Page {
        lang: language.code(),
        title: ("Ledger", "台账"),
        count: ledger.entries.len(),
        as_of: ledger.as_of.as_deref(),
        version: &ledger.version,
        documents: &ledger.documents,
        filters: filters(ledger),
        edges: states::edges(),
        meanings: states::meanings(),
        columns,
        years,
        timeline,
    };
    render("ledger.html", &page)
}

fn numbered(ledger: &Ledger) -> impl Iterator<Item = (usize, &Entry)> {
    ledger.entries.iter().enumerate()
}

fn id(at: usize) -> String {
    format!("e{}", at + 1)
}

/// The filters of the entries.
fn filters(ledger: &Ledger) -> Vec<Filter<'_>> {
    let entries = || ledger.entries.iter();
    let states = entries().map(|entry| (entry.state.name(), called("State", entry.state.name())));
    let moves = entries().map(|entry| (moved_name(entry), called("Move", moved_name(entry))));
    let responsible = entries().map(chosen_responsible);
    let due = entries().map(|entry| (overdue_words(entry).0, overdue_words(entry)));
    let kinds = entries().map(|entry| (entry.kind.name(), called("EntryKind", entry.kind.name())));
    let lists = [
        Filter::new("place", ("place", "地区"), entries().map(|entry| entry.place.as_deref())),
        Filter::told("responsible", ("responsible", "责任人"), responsible),
        Filter::told("state", ("state", "状态"), states),
        Filter::told("moved", ("moved", "较上期"), moves),
        Filter::told("overdue", ("overdue", "逾期"), due),
        Filter::told("kind", ("kind", "类别"), kinds),
    ];
    lists.into_iter().flatten().collect()
}

/// Who is named; all entries whose speaker or issuer alone is known are chosen together.
fn chosen_responsible(entry: &Entry) -> (&str, Words<'_>) {
    match entry.responsible_by {
        Some(ResponsibleBy::Speaker) => ("—speaker", ("nobody named: the speaker", "未点名：发言人")),
        Some(ResponsibleBy::Issuer) => ("—issuer", ("nobody named: the issuing body", "未点名：发文单位")),
        _ => {
            let name = value(entry.responsible.as_deref());
            (name, (name, name))
        }
    }
}

/// Who speaks or issues, where nobody is named.
fn assumed(entry: &Entry) -> Option<Assumed<'_>> {
    let by = entry.responsible_by.filter(|by| *by != ResponsibleBy::Named)?;
    let (en, zh) = called("ResponsibleBy", by.name());
    entry.responsible.as_deref().map(|name| Assumed { name, en, zh })
}

fn moved_name(entry: &Entry) -> &'static str {
    entry.moved.map_or("—", |moved| moved.name())
}

/// Whether the deadline of an entry is over, in both languages.
fn overdue_words(entry: &Entry) -> Words<'static> {
    match entry.overdue {
        Some(true) => ("overdue", "逾期"),
        Some(false) => ("not overdue", "未逾期"),
        None => ("no deadline", "无时限"),
    }
}

/// The words with a capital at the beginning, for a heading.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

fn year(step: &Step) -> Option<&str> {
    step.evidence.date.as_deref()?.get(..4)
}

fn row<'p>((at, entry): (usize, &'p Entry), years: &[&str]) -> Row<'p> {
    let cell = |wanted: &&str| {
        let step = entry.history.iter().rev().find(|step| year(step) == Some(wanted))?;
        let (en, zh) = step_words(step);
        Some(Cell { en, zh })
    };
    Row { of: id(at), name: &entry.name, cells: years.iter().map(cell).collect() }
}

fn card((at, entry): (usize, &Entry)) -> Card<'_> {
    let moved = entry.moved.map(|moved| called("Move", moved.name()));
    let assumed = assumed(entry);
    Card {
        id: id(at),
        kind: entry.kind.name(),
        state: entry.state.name(),
        chosen_place: value(entry.place.as_deref()),
        chosen_responsible: chosen_responsible(entry).0,
        chosen_moved: moved_name(entry),
        chosen_overdue: overdue_words(entry).0,
        name: &entry.name,
        place: entry.place.as_deref(),
        responsible: entry.responsible.as_deref().filter(|_| assumed.is_none()),
        assumed,
        silent_since: entry.silent_since.as_deref(),
        short: entry.fulfilment.and_then(percent_short),
        moved_en: moved.map(|(en, _)| en),
        moved_zh: moved.map(|(_, zh)| zh),
        deadline: entry.deadline.as_ref(),
        overdue: entry.overdue == Some(true),
        figures: &entry.figures,
        mentions: &entry.mentions,
        said: entry.mentions.iter().map(|mention| said(entry, mention)).collect(),
    }
}

/// A share in percent, if it is less than the whole.
fn percent_short(share: Decimal) -> Option<String> {
    (share < Decimal::ONE).then(|| (share * Decimal::ONE_HUNDRED).normalize().to_string())
}

fn said<'p>(entry: &'p Entry, mention: &'p Quote) -> Said<'p> {
    let step = entry.history.iter().find(|step| step.evidence == *mention);
    let stage = step.map(step_words);
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

#[cfg(test)]
mod tests {
    use super::*;
    /// Each mention of a text with its words between bars.
    fn shown(text: &str) -> Vec<String> {
        let extractor = zhengce::shared().unwrap();
        let extraction = extractor.extract_with_text(text, Some(&"2024-02-01".parse().unwrap()));
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
