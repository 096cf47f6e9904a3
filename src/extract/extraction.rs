//! A document with the text that it was read from, as ledger, targets and tables need it.

use crate::error::Error;
use crate::record::{Document, Span, Speech};

/// A document, the text that it was read from, and the sentences of the text.
///
/// [`Extractor::extract_with_text`](crate::Extractor::extract_with_text) returns it, and
/// [`Extractor::ledger`](crate::Extractor::ledger) and [`Extractor::targets`](crate::Extractor::targets) read
/// it. It has no serde, since whoever stores it mostly has the text already: store
/// [`document`](Extraction::document) as JSON and [`sentences`](Extraction::sentences) beside it, and put
/// them together again with [`Extraction::new`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Extraction {
    /// The records that were read.
    pub document: Document,
    /// The text as it was given; all spans count its code points.
    pub text: String,
    /// The sentences in text order.
    pub sentences: Vec<Span>,
    /// The place that the document speaks for, if whoever gave the text knows it; otherwise the text or its
    /// source tells.
    pub place: Option<String>,
}

impl Extraction {
    /// A document with the text that it was read from, and the text's sentences: those that were kept, or
    /// [`Extractor::sentences`](crate::Extractor::sentences). Without sentences each record stands alone.
    ///
    /// # Errors
    /// [`Error::Document`] where a span does not lie in the text or an index points at no record: the text is another one,
    /// or somebody has changed the document.
    ///
    /// ```
    /// use zhengce::Extraction;
    ///
    /// let extractor = zhengce::shared()?;
    /// let text = "新建5座桥。";
    /// let kept = serde_json::to_string(&extractor.extract(text))?;
    /// let document = serde_json::from_str(&kept)?;
    /// let again = Extraction::new(document, text, extractor.sentences(text))?;
    /// assert_eq!(again, extractor.extract_with_text(text, None));
    /// assert!(Extraction::new(again.document, "桥。", Vec::new()).is_err(), "the text of another document");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(document: Document, text: impl Into<String>, sentences: Vec<Span>) -> Result<Self, Error> {
        let extraction = Extraction { document, text: text.into(), sentences, place: None };
        extraction.check()?;
        Ok(extraction)
    }

    /// The sentence that contains a span, line breaks included: what a reader needs to judge a record.
    pub fn sentence_around(&self, span: &Span) -> Option<&str> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        self.sentences.get(at).filter(|sentence| sentence.contains(span))?.slice(&self.text)
    }

    /// Whether all spans lie in the text and all indices point at records: whoever reads the text beside the records need
    /// not ask again. The fields are public, so it may be otherwise.
    pub(crate) fn is_whole(&self) -> bool {
        self.check().is_ok()
    }

    fn check(&self) -> Result<(), Error> {
        let length = self.text.chars().count();
        let outside = |span: &Span| span.start > span.end || span.end > length;
        let fault = |record: String, span: &Span| Error::Document {
            record,
            what: format!("{}..{} is no stretch of a text of {length} characters", span.start, span.end),
        };
        if let Some(at) = self.sentences.iter().position(outside) {
            return Err(fault(format!("sentences[{at}]"), &self.sentences[at]));
        }
        if let Some(title) = self.document.title.as_ref().filter(|title| outside(&title.span)) {
            return Err(fault("title".to_owned(), &title.span));
        }
        for (number, speech) in self.document.speeches.iter().enumerate() {
            let mut spans = spans(speech);
            if let Some((list, at, span)) = spans.find(|(_, _, span)| outside(span)) {
                let at = at.map_or(String::new(), |at| format!("[{at}]"));
                return Err(fault(format!("speeches[{number}].{list}{at}"), span));
            }
            if let Some((list, at, index)) = lost_index(speech) {
                let record = format!("speeches[{number}].{list}[{at}]");
                return Err(Error::Document { record, what: format!("there is no record {index}") });
            }
        }
        Ok(())
    }
}

/// A document without its text, as it comes back from JSON. It can be read and written; the ledger and the targets, which
/// need the text, find nothing in it.
impl From<Document> for Extraction {
    fn from(document: Document) -> Self {
        Extraction { document, text: String::new(), sentences: Vec::new(), place: None }
    }
}

/// All spans of a speech, with the field, and the place in its list, of the record that they belong to.
fn spans(speech: &Speech) -> impl Iterator<Item = (&'static str, Option<usize>, &Span)> {
    /// The span of each record of a list, and those of the mentions in it.
    macro_rules! of {
        ($list:ident $(, $record:ident => $mentions:expr)?) => {
            speech.$list.iter().enumerate().flat_map(|(at, record)| {
                let inside = None.into_iter()$(.chain({ let $record = record; $mentions }))?;
                [&record.span].into_iter().chain(inside).map(move |span| (stringify!($list), Some(at), span))
            })
        };
    }
    let headline = speech.headline.iter().map(|headline| ("headline", None, &headline.span));
    let speaker = speech.speaker.iter().map(|speaker| ("speaker", None, &speaker.span));
    [("span", None, &speech.span)]
        .into_iter()
        .chain(headline)
        .chain(speaker)
        .chain(of!(sections, section => [&section.heading.span]))
        .chain(of!(people))
        .chain(of!(posts))
        .chain(of!(bodies, body => body.stands_for.iter().map(|mention| &mention.span)))
        .chain(of!(places, place => place.stands_for.iter().map(|mention| &mention.span)))
        .chain(of!(projects, project => project.stands_for.iter().map(|mention| &mention.span)))
        .chain(of!(figures, figure => figure.of.iter().map(|mention| &mention.span)))
        .chain(of!(times))
        .chain(of!(terms))
        .chain(of!(citations, citation => citation.stands_for.iter().map(|mention| &mention.span)))
        .chain(of!(measures, measure => measure.actor.iter().chain([&measure.object]).map(|mention| &mention.span)))
        .chain(of!(matches, found => found.fields.values().map(|mention| &mention.span)))
}

/// The first index that points at no record, with the list and the place in it of the record that has it.
fn lost_index(speech: &Speech) -> Option<(&'static str, usize, usize)> {
    let lost = |indices: &[usize], length: usize| indices.iter().copied().find(|index| *index >= length);
    let (figures, times) = (speech.figures.len(), speech.times.len());
    let of_figures = speech
        .figures
        .iter()
        .enumerate()
        .map(|(at, figure)| lost(figure.time.as_slice(), times).map(|index| ("figures", at, index)));
    let of_projects = speech
        .projects
        .iter()
        .enumerate()
        .map(|(at, project)| lost(&project.figures, figures).map(|index| ("projects", at, index)));
    let of_measures = speech.measures.iter().enumerate().map(|(at, measure)| {
        lost(measure.deadline.as_slice(), times)
            .or_else(|| lost(&measure.projects, speech.projects.len()))
            .or_else(|| lost(&measure.figures, figures))
            .map(|index| ("measures", at, index))
    });
    of_figures.chain(of_projects).chain(of_measures).flatten().next()
}
