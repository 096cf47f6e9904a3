//! Recognises named documents: titles in 《》 and document numbers.

use std::ops::Range;

use super::{Candidate, Detail, Evidence, Scene};
use crate::lexicon::{Citations, Trigger};
use crate::record::{BodyKind, CitationKind};
use crate::text::before_document_number;

/// The longest title, in characters.
const MAX_TITLE_CHARS: usize = 150;
/// The longest agency code, in characters: 京政办函.
const MAX_CODE_CHARS: usize = 10;

/// Proposes titles and numbers of documents.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    titles(scene, candidates);
    numbers(scene, candidates);
}

/// Proposes titles in 《》 as documents, unless they are books or works of art; a title that ends as those of
/// periodicals do is a body.
fn titles(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let citations = &scene.lexicon.citations;
    let enclosed = enclosed(scene);
    let are_works = are_works(scene, &enclosed);
    for (range, is_work) in enclosed.into_iter().zip(are_works) {
        let title = scene.slice(&range).trim();
        let start = range.end - scene.slice(&range).trim_start().len();
        let range = start..start + title.len();
        if citations.ends_as_periodical(title) && !is_work {
            let detail = Detail::Body(BodyKind::Media);
            candidates.push(Candidate::new(range, "body.periodical", Evidence::Context, detail));
            continue;
        }
        if title.is_empty() || is_work || citations.is_periodical(title) || citations.is_book(title) {
            continue;
        }
        let detail = Detail::Citation(CitationKind::Title);
        candidates.push(Candidate::new(range, "citation.title", Evidence::Certain, detail));
    }
}

/// The stretches inside the outer pairs of title marks.
fn enclosed(scene: &Scene) -> Vec<Range<usize>> {
    let mut titles: Vec<Range<usize>> = Vec::new();
    for mark in scene.wake(Trigger::Title) {
        let is_inside = titles.last().is_some_and(|last| mark.start < last.end);
        if let Some(end) = close(scene.text, mark.end).filter(|_| !is_inside) {
            titles.push(mark.end..end);
        }
    }
    titles
}

/// For each title, whether it is of a work of art: a word beside it says so, or a word beside its list,
/// before the first (电影《甲》《乙》) or after the last (《甲》《乙》等剧目).
fn are_works(scene: &Scene, titles: &[Range<usize>]) -> Vec<bool> {
    let citations = &scene.lexicon.citations;
    let mark = '《'.len_utf8();
    let before = |at: usize| {
        let from = at.checked_sub(1).map_or(0, |last| titles[last].end + mark);
        scene.text.get(from..titles[at].start - mark).unwrap_or_default()
    };
    let after = |at: usize| &scene.text[titles[at].end + mark..];
    let is_tied = |at: usize| at > 0 && before(at).chars().all(|c| matches!(c, '、' | ',' | '和'));
    let mut are_works: Vec<bool> = Vec::with_capacity(titles.len());
    for at in 0..titles.len() {
        let is_listed = is_tied(at) && are_works[at - 1];
        are_works
            .push(is_listed || citations.announces_work(before(at)) || citations.follows_work(after(at)));
    }
    let mut closes = false;
    for at in (0..titles.len()).rev() {
        let goes_on = at + 1 < titles.len() && is_tied(at + 1);
        closes = closes && goes_on || citations.closes_works(after(at));
        are_works[at] |= closes;
    }
    are_works
}

/// The byte of the 》 that closes the 《 before `start`; 《》 may be nested.
fn close(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, character) in text[start..].char_indices().take(MAX_TITLE_CHARS) {
        match character {
            '《' => depth += 1,
            '》' if depth == 0 => return Some(start + at),
            '》' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Proposes document numbers: an agency code, a year in brackets, a running number and 号.
fn numbers(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for mark in scene.wake(Trigger::DocumentNumber) {
        if let Some(start) = number_start(scene.text, mark.start, &scene.lexicon.citations) {
            let detail = Detail::Citation(CitationKind::Number);
            candidates.push(Candidate::new(start..mark.end, "citation.number", Evidence::Certain, detail));
        }
    }
}

/// The byte where a document number starts, read backwards from its 号.
fn number_start(text: &str, end: usize, citations: &Citations) -> Option<usize> {
    let rest = before_document_number(&text[..end])?;
    code_start(rest, citations)
}

/// The byte where the agency code starts that ends the text: Chinese characters or letters after the last
/// word that introduces a number.
fn code_start(text: &str, citations: &Citations) -> Option<usize> {
    let is_code = |c: &char| matches!(c, '\u{4E00}'..='\u{9FFF}') || c.is_ascii_alphabetic();
    let bytes: usize = text.chars().rev().take(MAX_CODE_CHARS).take_while(is_code).map(char::len_utf8).sum();
    let start = text.len() - bytes;
    let opener = citations.openers.find(&text[start..]).last().map_or(0, |(range, ())| range.end);
    (start + opener < text.len()).then_some(start + opener)
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::proposed;

    fn found(text: &str) -> Vec<String> {
        proposed(super::recognise, text)
    }

    #[test]
    fn titles_are_what_title_marks_enclose() {
        assert_eq!(
            found("印发《公路 养护办法》和《细则(2020—2022年)》"),
            ["公路 养护办法", "细则(2020—2022年)"]
        );
        assert_eq!(found("《关于修改〈种子法〉的决定》"), ["关于修改〈种子法〉的决定"]);
        assert_eq!(found("《关于印发《节水规划》的通知》"), ["关于印发《节水规划》的通知"]);
    }

    #[test]
    fn what_is_called_as_periodicals_are_is_a_body() {
        let bodies = |text: &str| {
            crate::recognise::testing::with_scene(text, |scene| {
                let mut candidates = Vec::new();
                super::recognise(scene, &mut candidates);
                let bodies = candidates.iter().filter(|found| found.rule == "body.periodical");
                bodies.map(|found| scene.slice(&found.range).to_owned()).collect::<Vec<_>>()
            })
        };
        assert_eq!(bodies("据《清溪晚报》和《云河晨报》报道"), ["清溪晚报", "云河晨报"]);
        assert_eq!(bodies("印发《年度通报》,电影《春江画报》上映"), [""; 0]);
    }

    #[test]
    fn periodicals_and_works_of_art_are_no_documents() {
        for text in [
            "据《 人民日报 》报道",
            "看《求是》",
            "舞剧《春江》、《秋水》上演",
            "《》",
            "《未完",
            "研读《李白文集》《史记》",
            "《春江》热播",
            "推出《春江》《秋水》等精品剧目",
            "文艺晚会《春江》精彩",
            "《河上的人家》专题片播出",
            "打造《向远方》品牌栏目",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("落实《草原法》《水法》等法律,推出《春江》等剧目"), ["草原法", "水法"]);
        assert_eq!(found("看了电影《春江》,又学习了《草原法》"), ["草原法"]);
    }

    #[test]
    fn document_numbers_have_code_year_and_number() {
        for (text, number) in [
            ("(国办函〔2014〕119号)", "国办函〔2014〕119号"),
            ("根据国发[2021]12号文件", "国发[2021]12号"),
            ("加强环境管理的决定国发〔1990〕65号", "国发〔1990〕65号"),
            ("京政文(1999)56号", "京政文(1999)56号"),
            ("豫政办〔2020〕第7号", "豫政办〔2020〕第7号"),
            ("国函 〔一九九九〕 一三四号", "国函 〔一九九九〕 一三四号"),
        ] {
            assert_eq!(found(text), [number]);
        }
        for text in ["第12号", "国务院令第735号", "5号线", "(2020)3号", "号", "嫦娥五号", "根据〔2020〕3号"]
        {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn endless_marks_are_read_to_their_end() {
        assert!(found(&"《".repeat(20_000)).is_empty());
        assert!(found(&"号".repeat(20_000)).is_empty());
        assert!(found(&"1".repeat(20_000)).is_empty());
    }
}
