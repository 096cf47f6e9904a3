//! Step 12: a document with its text, for what is read over many documents: which sentence a record stands in,
//! when it was said, of which time ([`frames`]), and for which place.

mod frames;
mod speaker;
mod task;

use serde::{Deserialize, Serialize};

use crate::extract::Extraction;
use crate::lexicon::iso::year_of;
use crate::lexicon::{LedgerWords, Lexicon, Vocabulary};
use crate::record::{Body, BodyKind, Document, Span, Time};
use crate::relate::answer;
use crate::text::{fold, is_chinese_digit, is_line_break};
pub(crate) use frames::Frames;
pub(crate) use task::{DueLabel, Task};

/// How far into a text the head reaches that says for whom it speaks, in characters.
const MAX_HEAD_CHARS: usize = 400;
/// How far back the opening of a paragraph is looked for, in characters.
const MAX_PARAGRAPH_CHARS: usize = 600;
/// How far after a body it is said that it charges one to speak, in characters: 和国务院的委托.
const MAX_CHARGED_CHARS: usize = 8;
/// This many words of the whole country tell that a text speaks of it.
const MIN_SIGNS: usize = 2;
/// What the place of the whole country is called.
pub(crate) const COUNTRY: &str = "全国";

/// A document as it is read for more than its records: with its text character by character, and dated.
#[derive(Debug)]
pub(crate) struct ReadDocument<'e> {
    pub(crate) document: &'e Document,
    date: Option<String>,
    characters: Vec<char>,
    sentences: &'e [Span],
    /// That of the extractor that read it.
    lexicon: &'e Lexicon,
}

/// Where something was said: enough to find it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// Path or caller's id of the document.
    pub source: Option<String>,
    /// The document's date; where it has none, an estimate from its own words: the year of its first 今年, 去年 or 明年, or
    /// the month where what it tells of with 以来 or N年来 ends.
    pub date: Option<String>,
    /// The words of the record.
    pub text: String,
    /// Where they stand in the document's text.
    pub span: Span,
    /// The sentence around them, without line breaks.
    pub sentence: String,
    /// Where the sentence stands in the document's text, its line breaks among it.
    #[serde(default)]
    pub sentence_span: Span,
    /// Who says it: whose speech it stands in, or whom its sentence names as the source.
    #[serde(default)]
    pub speaker: Option<String>,
}

/// Text prepared for searching: folded, without line breaks; for whole sentences also without blanks and quotation marks.
pub(crate) struct Plain {
    pub(crate) text: String,
    /// Where each character stands in the document's text.
    at: Vec<usize>,
}

impl Plain {
    /// What stands from this byte on.
    pub(crate) fn since(&self, byte: usize) -> Self {
        let at = self.at.get(self.text[..byte].chars().count()..).unwrap_or_default().to_vec();
        Plain { text: self.text[byte..].to_owned(), at }
    }

    /// Where the character at a byte stands in the document's text, and one past the last of all after it.
    pub(crate) fn position(&self, byte: usize) -> usize {
        let after = || self.at.last().map_or(0, |last| last + 1);
        self.at.get(self.text[..byte].chars().count()).copied().unwrap_or_else(after)
    }

    /// The byte of the first character that stands here in the document's text, or after it.
    pub(crate) fn byte_of(&self, position: usize) -> usize {
        let before = self.at.partition_point(|at| *at < position);
        self.text.chars().take(before).map(char::len_utf8).sum()
    }

    /// The sentence without these words.
    pub(crate) fn without(&self, words: &Vocabulary<()>) -> Self {
        let mut rest = Plain { text: String::with_capacity(self.text.len()), at: Vec::new() };
        let mut skip = 0;
        for ((byte, character), at) in self.text.char_indices().zip(&self.at) {
            let word = words.longest_at(&self.text, byte).map_or(0, |(range, ())| range.end);
            skip = skip.max(word);
            if byte >= skip {
                rest.text.push(character);
                rest.at.push(*at);
            }
        }
        rest
    }

    /// Where a stretch of this sentence, in bytes, stands in the document's text.
    pub(crate) fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        let count = |bytes: &str| bytes.chars().count();
        let (before, inside) = (count(&self.text[..bytes.start]), count(&self.text[bytes]));
        let last = self.at.get((before + inside).saturating_sub(1));
        let start = self.at.get(before).copied().unwrap_or_default();
        Span::from(start..last.map_or(start, |last| last + 1))
    }
}

/// Words as they are looked for in [plain sentences](ReadDocument::plain_sentences).
pub(crate) fn plain(words: &str) -> String {
    let words: Vec<char> = words.chars().collect();
    telling(&words).map(|(_, c)| c).collect()
}

/// Words without some of them.
pub(crate) fn without(text: &str, words: &Vocabulary<()>) -> String {
    Plain { text: text.to_owned(), at: vec![0; text.chars().count()] }.without(words).text
}

/// The characters that tell, folded, and where they stand: no blanks, line breaks and quotation marks, nor that an amount is
/// about so much (约5万, 5万左右).
fn telling(written: &[char]) -> impl Iterator<Item = (usize, char)> {
    let is_mark = |c: char| {
        is_line_break(c) || c.is_whitespace() || matches!(c, '“' | '”' | '"' | '‘' | '’' | '《' | '》')
    };
    let is_about = |at: usize| match written[at] {
        '约' => written.get(at + 1).is_some_and(|c| c.is_numeric() || is_chinese_digit(*c)),
        '左' => written.get(at + 1) == Some(&'右'),
        '右' => at > 0 && written[at - 1] == '左',
        _ => false,
    };
    let characters = written.iter().enumerate().filter(move |(at, c)| !is_mark(**c) && !is_about(*at));
    // 中国－云溪, 中国—云溪.
    let one_dash = |c: char| if matches!(c, '-' | '–') { '—' } else { c };
    characters.map(move |(at, c)| (at, one_dash(fold(*c))))
}

impl<'e> ReadDocument<'e> {
    pub(crate) fn new(extraction: &'e Extraction, lexicon: &'e Lexicon) -> Self {
        let Extraction { document, text, sentences } = extraction;
        let date = document.date.clone().or_else(|| told_year(document));
        ReadDocument { document, date, characters: text.chars().collect(), sentences, lexicon }
    }

    /// The document's date; where it has none, an estimate from its own words.
    pub(crate) fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// The sentence around a span, line breaks and the blanks around it left out.
    fn sentence(&self, span: &Span) -> String {
        let sentence = self.sentence_span(span);
        self.text(sentence.start, sentence.end)
    }

    /// Where it stands.
    fn sentence_span(&self, span: &Span) -> Span {
        let (start, end) = self.bounds(span);
        let is_blank = |c: &char| c.is_whitespace() || is_line_break(*c);
        let written = &self.characters[start..end];
        let first = written.iter().take_while(|c| is_blank(c)).count();
        let after = written[first..].iter().rev().take_while(|c| is_blank(c)).count();
        Span::from(start + first..end - after)
    }

    /// Where the sentence around a span starts and ends; the span itself where none contains it.
    pub(crate) fn bounds(&self, span: &Span) -> (usize, usize) {
        let at = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        let sentence = self.sentences.get(at).filter(|sentence| sentence.contains(span)).unwrap_or(span);
        let end = sentence.end.min(self.characters.len());
        (sentence.start.min(end), end)
    }

    /// The sentences as words are looked for in them.
    pub(crate) fn plain_sentences(&self) -> impl Iterator<Item = Plain> {
        self.sentences.iter().map(|sentence| {
            let end = sentence.end.min(self.characters.len());
            let start = sentence.start.min(end);
            let (at, text) = telling(&self.characters[start..end]).map(|(at, c)| (start + at, c)).unzip();
            Plain { text, at }
        })
    }

    /// Where the paragraph of a code point starts, as far as is looked back.
    pub(crate) fn paragraph(&self, at: usize) -> usize {
        let before = self.characters[..at.min(self.characters.len())].iter().rev().take(MAX_PARAGRAPH_CHARS);
        at - before.take_while(|c| !is_line_break(**c)).count()
    }

    /// The characters between two code points as written, without line breaks.
    pub(crate) fn text(&self, from: usize, to: usize) -> String {
        let to = to.min(self.characters.len());
        self.characters[from.min(to)..to].iter().filter(|c| !is_line_break(**c)).collect()
    }

    /// The characters between two code points, as recognisers see them.
    pub(crate) fn folded(&self, from: usize, to: usize) -> String {
        let to = to.min(self.characters.len());
        self.characters[from.min(to)..to].iter().map(|c| fold(*c)).collect()
    }

    /// The same without line breaks: a subscript stands on a line of its own (M|2|增长).
    pub(crate) fn unbroken(&self, from: usize, to: usize) -> Plain {
        let to = to.min(self.characters.len());
        let characters = (from.min(to)..to).map(|at| (at, self.characters[at]));
        let (at, text) = characters.filter(|(_, c)| !is_line_break(*c)).map(|(at, c)| (at, fold(c))).unzip();
        Plain { text, at }
    }

    /// 建立某制度。(财政部门牵头,各地区负责): who answers for a task by the bracket or label that closes its paragraph, as far
    /// as is looked ahead.
    pub(crate) fn responsible(&self, from: usize) -> Option<String> {
        let ahead =
            self.characters.get(from..)?.iter().take(MAX_PARAGRAPH_CHARS).take_while(|c| !is_line_break(**c));
        let ahead: String = ahead.map(|c| fold(*c)).collect();
        answer::named(&ahead, &self.lexicon.tasks).map(|name| ahead[name].to_owned())
    }

    /// Where the words of a record stand.
    pub(crate) fn quote(&self, text: &str, span: &Span) -> Quote {
        Quote {
            source: self.document.source.clone(),
            date: self.date.clone(),
            text: text.to_owned(),
            span: *span,
            sentence: self.sentence(span),
            sentence_span: self.sentence_span(span),
            speaker: self.speaker(span),
        }
    }

    /// The year of [`ReadDocument::date`].
    pub(crate) fn year(&self) -> Option<i32> {
        year_of(self.date()?)
    }

    /// The place that the document speaks for: that of the congress to which it reports, else the one that its
    /// title names, else the country where the State Council or the Central Committee reports, else that of its file's name,
    /// else the country of which it speaks.
    pub(crate) fn place(&self) -> Option<String> {
        let words = &self.lexicon.ledger;
        let speech = self.document.speeches.first()?;
        // Of several speeches each headline speaks for its own.
        let headline = speech.headline.as_ref().filter(|_| self.document.speeches.len() == 1);
        let title = self.document.title.iter().chain(headline);
        let named = title.filter_map(|title| {
            let mut places = speech.places.iter();
            // 青岩—云溪渔业论坛, 青岩命运共同体: those that meet, and none that speaks.
            let meets = |end: usize| self.folded(end, end + 1).starts_with(['—', '-', '命']);
            let place = places.find(|place| title.span.contains(&place.span) && !meets(place.span.end));
            let place = place.map(|place| place.text.clone());
            place.or_else(|| reporting(&title.text))
        });
        let head = speech.bodies.iter().take_while(|body| body.span.start < MAX_HEAD_CHARS);
        let congress = head.clone().filter(|body| body.kind == BodyKind::Congress);
        let reports = congress.filter_map(|congress| division(&congress.text)).next();
        let country = head.clone().any(|body| words.nation.end(&body.text)).then(|| COUNTRY.to_owned());
        let reports = reports.or(named.into_iter().next()).or(country).or_else(|| self.place_of_file());
        reports.or_else(|| self.speaks_of_the_country(words).then(|| COUNTRY.to_owned()))
    }

    /// Whether the text speaks of the whole country, or of several of its regions, and of no place as its own.
    fn speaks_of_the_country(&self, words: &LedgerWords) -> bool {
        let text = self.folded(0, self.characters.len());
        // 居全国前列: how a place compares.
        let compares = |end: usize| text[end..].starts_with(['前', '第', '首', '领']);
        let told = words.countrywide.find(&text).filter(|(word, ())| !compares(word.end));
        told.take(MIN_SIGNS).count() == MIN_SIGNS && words.own.find(&text).next().is_none()
    }

    /// 我代表国务院, 我受国务院的委托, 根据国务院的决定: the body for which the speaker reports.
    pub(crate) fn represented(&self) -> Option<String> {
        let speech = self.document.speeches.first()?;
        let mut head = speech.bodies.iter().take_while(|body| body.span.start < MAX_HEAD_CHARS);
        let before = |body: &Body| self.folded(body.span.start.saturating_sub(2), body.span.start);
        // 受国务院|的委托; 受中央和国务院|的委托: by all of them.
        let charged = |body: &Body| {
            let after = self.folded(body.span.end, body.span.end + MAX_CHARGED_CHARS);
            let charge = ["委托", "决定"].iter().filter_map(|charge| after.find(charge)).min()?;
            let others = after[..charge].trim_end_matches('的');
            let joined = others.is_empty() || others.starts_with(['和', '、']);
            let end = body.span.end + others.chars().count();
            (joined && before(body).ends_with(['受', '据'])).then(|| self.text(body.span.start, end))
        };
        let represented = head.clone().find(|body| before(body) == "代表");
        represented.map(|body| body.text.clone()).or_else(|| head.find_map(charged))
    }

    /// The place that the file is named after, if the text names it too.
    fn place_of_file(&self) -> Option<String> {
        let name = self.document.source.as_deref()?.rsplit(['/', '\\']).next()?;
        let stem = name.split('.').next().filter(|stem| !stem.is_empty())?;
        let mut places = self.document.speeches.iter().flat_map(|speech| &speech.places);
        places.any(|place| place.text == stem || stem.starts_with(&place.text)).then(|| stem.to_owned())
    }
}

/// The year or month of a document without a date: that of its first 今年, or what its 去年 or 明年 is next to; else
/// where what has been 以来 or N年来 ends.
fn told_year(document: &Document) -> Option<String> {
    const YEARS: [(&str, i32); 3] = [("今年", 0), ("去年", 1), ("明年", -1)];
    let mut times = document.speeches.iter().flat_map(|speech| &speech.times);
    let ends = |time: &Time, with: &str| {
        let (_, end) = time.iso.as_deref()?.split_once('/')?;
        time.text.ends_with(with).then(|| end.to_owned())
    };
    let year = times.clone().find_map(|time| {
        let (_, ahead) = YEARS.iter().find(|(word, _)| time.text == *word)?;
        let year: i32 = time.iso.as_deref().filter(|iso| iso.len() == 4)?.parse().ok()?;
        Some(format!("{:04}", year + ahead))
    });
    year.or_else(|| times.clone().find_map(|time| ends(time, "以来")))
        .or_else(|| times.find_map(|time| ends(time, "年来")))
}

/// 清溪县第九届人民代表大会: the division before its congress.
fn division(congress: &str) -> Option<String> {
    let end = congress.find('第').or_else(|| congress.find("人民代表大会"))?;
    named(&congress[..end]).filter(|division| !division.starts_with("全国"))
}

/// 清溪县政府工作报告, 清溪县2024年政府工作报告: the division whose government reports.
fn reporting(title: &str) -> Option<String> {
    let (before, _) = title.split_once("政府工作报告")?;
    let before = before.strip_suffix("人民").unwrap_or(before).trim_start();
    named(before.split(|c: char| c.is_ascii_digit()).next()?.trim_end())
}

/// What has a name before its rank; 县 alone has none.
fn named(division: &str) -> Option<String> {
    (division.chars().count() > 1).then(|| division.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::shared;

    fn place(text: &str, source: Option<&str>) -> Option<String> {
        let mut extraction = shared().unwrap().extract_with_text(text, None);
        extraction.document.source = source.map(str::to_owned);
        ReadDocument::new(&extraction, shared().unwrap().lexicon()).place()
    }

    #[test]
    fn a_document_speaks_for_the_place_of_its_title_or_congress() {
        let report =
            "政府工作报告\n——2024年2月3日在延津县第九届人民代表大会第四次会议上\n各位代表：\n现在报告工作。";
        assert_eq!(place(report, None).as_deref(), Some("延津县"));
        assert_eq!(place("清溪县政府工作报告\n各位代表：\n现在报告工作。", None).as_deref(), Some("清溪县"));
        assert_eq!(place("各位代表：\n现在，我代表国务院，报告工作。", None).as_deref(), Some("全国"));
        assert_eq!(place("去年，河南省粮食丰收。", Some("a/河南省.txt")).as_deref(), Some("河南省"));
        assert_eq!(
            place("同志们：\n现在，我代表第十四届中央委员会向大会作报告。", None).as_deref(),
            Some("全国")
        );
        assert_eq!(place("去年，粮食丰收。", Some("a/2024.txt")), None);
        assert_eq!(place("推进全国监测网络建设。全国新建测站5个。", None).as_deref(), Some("全国"));
        assert_eq!(place("治理京津冀渔港。整治长三角渔港。", None).as_deref(), Some("全国"));
        assert_eq!(place("粮食丰收，居全国前列、全国第5位。", None), None);
        assert_eq!(place("全县粮食丰收，居全国前列、全国第5位。", None), None);
    }

    #[test]
    fn a_document_without_a_date_tells_its_year() {
        let date = |text: &str| {
            let extraction = shared().unwrap().extract_with_text(text, None);
            ReadDocument::new(&extraction, shared().unwrap().lexicon()).date().map(str::to_owned)
        };
        assert_eq!(date("各位代表：\n一、2017年工作回顾\n去年，粮食丰收。").as_deref(), Some("2018"));
        assert_eq!(
            date("同志们：\n现在，我代表第十四届中央委员会向大会作报告。改革开放以来，成就巨大。").as_deref(),
            Some("1997-09")
        );
        assert_eq!(date("粮食丰收。"), None);
    }

    #[test]
    fn a_sentence_ends_with_its_mark() {
        let text = "第一句。第二句有数13家！第三句";
        let extraction = shared().unwrap().extract_with_text(text, None);
        let span = extraction.document.speeches[0].figures[0].span;
        assert_eq!(
            ReadDocument::new(&extraction, shared().unwrap().lexicon()).sentence(&span),
            "第二句有数13家！"
        );
    }

    #[test]
    fn a_quote_tells_where_its_sentence_stands() {
        let text = "第一句。\n　今年，新建渔港5座、\n改建渔港13座。 第三句";
        let extraction = shared().unwrap().extract_with_text(text, None);
        let figure = &extraction.document.speeches[0].figures[1];
        let quote =
            ReadDocument::new(&extraction, shared().unwrap().lexicon()).quote(&figure.text, &figure.span);
        assert_eq!(quote.sentence_span.slice(text), Some("今年，新建渔港5座、\n改建渔港13座。"));
        assert_eq!(quote.sentence, "今年，新建渔港5座、改建渔港13座。");
    }
}
