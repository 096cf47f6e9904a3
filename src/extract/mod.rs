//! Step 11: the front door.
//!
//! | file | question |
//! |---|---|
//! | [`builder`] | what can be chosen |
//! | [`date`] | the date that a text is read with |
//! | [`assemble`] | standing candidates to records |
//! | [`extraction`] | a document with its text and sentences |
//! | [`division`] | which administrative division a place is |
//! | [`explain`] | why a record is there |

mod assemble;
mod builder;
mod date;
mod division;
mod explain;
mod extraction;

use std::ops::Range;
use std::rc::Rc;

use once_cell::sync::OnceCell;

use crate::error::Error;
use crate::layout::{self, Layout, SectionLayout, Sentence, SpeechLayout};
use crate::lexicon::{Indicators, Lexicon, Mood, SweptPage, SweptWords};
use crate::recognise::{self, Candidate, Scene};
use crate::record::{Document, RecordKind, Span};
use crate::relate::{self, Setting, Thread, credits, dating, echo, frame, outlook, responsibility};
use crate::resolve;
use crate::segment::{CutPage, Tokens};
use crate::text::Locator;

pub use builder::ExtractorBuilder;
pub use date::Date;
pub use division::{Division, DivisionLevel};
pub use explain::{ExplainedSentence, Explanation, Proposal};
pub use extraction::Extraction;

/// How many sentences are read together, so that the code of a recogniser stays in the cache from one to the
/// next.
const BATCH_SENTENCES: usize = 16;
/// How many sentences are swept and cut into words together, so that the tables for either stay in the cache.
const PAGE_SENTENCES: usize = 8 * BATCH_SENTENCES;
/// How many bytes these sentences have at most, so that no buffer grows with the text.
const PAGE_BYTES: usize = 32 * 1024;

/// Reads policy texts. Built once, immutable, shared by threads.
///
/// ```
/// let extractor = zhengce::Extractor::new()?;
/// let document = extractor.extract("去年新建高标准农田212万亩，增长5.5%。");
/// let figures = &document.speeches[0].figures;
/// assert_eq!(figures[0].text, "212万亩");
/// assert_eq!(figures[0].value, Some(2_120_000.into()));
/// # Ok::<(), zhengce::Error>(())
/// ```
#[derive(Debug)]
pub struct Extractor {
    lexicon: Box<Lexicon>,
    date: Option<Date>,
    kinds: Vec<RecordKind>,
}

impl Extractor {
    /// An extractor with the built-in dictionaries that produces every kind of record.
    ///
    /// # Errors
    /// None in practice: the built-in dictionaries are tested. See [`ExtractorBuilder::build`].
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Starts an extractor with rule files, a document date, or fewer kinds of records.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads one text. Never fails and never panics, whatever the text.
    ///
    /// Time grows linearly with the length of the text. Spans count code points of `text`. A text mainly in
    /// traditional characters is read as its simplified twin; what records quote stays as written:
    ///
    /// ```
    /// let document = zhengce::shared()?.extract("國務院要求,今年新建學校13所。");
    /// assert_eq!(document.speeches[0].bodies[0].text, "國務院");
    /// assert_eq!(document.speeches[0].figures[0].text, "13所");
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn extract(&self, text: &str) -> Document {
        self.extract_dated(text, None)
    }

    /// Reads one text that was given or published on `date`.
    ///
    /// The date overrides the builder's. With `None` the builder's holds; without that, the date that the
    /// text itself states.
    ///
    /// ```
    /// let document = zhengce::shared()?.extract_dated("去年，农民收入增长7.9%。", Some(&"2022-03".parse()?));
    /// assert_eq!(document.speeches[0].times[0].iso.as_deref(), Some("2021"));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn extract_dated(&self, text: &str, date: Option<&Date>) -> Document {
        self.read(text, date, &mut ())
    }

    /// As [`Extractor::extract_dated`], but also returns the text and its sentences, from which the ledger,
    /// the targets and the tables are made.
    ///
    /// ```
    /// let extraction = zhengce::shared()?.extract_with_text("新建5座桥。增长3%。", None);
    /// let figure = &extraction.document.speeches[0].figures[1];
    /// assert_eq!(extraction.sentence_around(&figure.span), Some("增长3%。"));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn extract_with_text(&self, text: impl Into<String>, date: Option<&Date>) -> Extraction {
        let text = text.into();
        let mut sentences = Sentences::default();
        let document = self.read(&text, date, &mut sentences);
        Extraction { document, text, sentences: sentences.0, place: None }
    }

    /// The sentences of a text, as [`Extractor::extract_with_text`] finds them: for a document that comes back without them.
    ///
    /// ```
    /// let sentences = zhengce::shared()?.sentences("新建5座桥。增长3%。");
    /// assert_eq!(sentences, [zhengce::Span::from(0..6), zhengce::Span::from(6..11)]);
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn sentences(&self, text: &str) -> Vec<Span> {
        let (mended, layout) = layout::read(text, &self.lexicon);
        let mut sentences = Sentences::default();
        sentences.laid_out(&Locator::new(text, &mended), &layout);
        sentences.0
    }

    /// An example of a rule file: every table and key.
    ///
    /// ```
    /// assert!(zhengce::Extractor::builder().rule_text("example", zhengce::Extractor::example_rules()).build().is_ok());
    /// ```
    pub fn example_rules() -> &'static str {
        include_str!("../../examples/rules.toml")
    }

    /// Whether a line of cells heads a table that the ledger or the targets read. A table of tasks
    /// (责任分解表) has a column that names the task, and one that says who is responsible or by when; names
    /// of projects beside only those who are responsible are a list of addresses. A table of indicators has a
    /// column of names and one of a year.
    ///
    /// ```
    /// let extractor = zhengce::shared()?;
    /// assert!(extractor.heads_tasks("序号\t项目名称\t责任单位\t完成时限"));
    /// assert!(extractor.heads_tasks("指标\t单位\t2025年\t2030年目标"));
    /// assert!(!extractor.heads_tasks("责任单位\t电话"));
    /// assert!(!extractor.heads_tasks("项目\t责任人\t电话"));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn heads_tasks(&self, line: &str) -> bool {
        layout::table::heads(line, &self.lexicon.tasks).is_some()
            || layout::grid::heads(line, &self.lexicon.indicators.tables)
    }

    /// Whether a line of cells would head a table of tasks if one of its columns were known to name the task:
    /// it has at least two of the columns that say who is responsible, by when, and how far the task is. Such
    /// a table is read as running text.
    ///
    /// ```
    /// let extractor = zhengce::shared()?;
    /// assert!(extractor.lacks_task("渔港\t责任单位\t完成时限"));
    /// assert!(!extractor.lacks_task("任务\t责任单位\t完成时限"));
    /// assert!(!extractor.lacks_task("渔港\t产值"));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn lacks_task(&self, line: &str) -> bool {
        layout::table::lacks_task(line, &self.lexicon.tasks)
    }

    /// The place that a document speaks for in the ledger and the targets: the one that was given with it,
    /// otherwise the one that its text tells, otherwise the one that its source names.
    ///
    /// ```
    /// let extractor = zhengce::shared()?;
    /// let extraction = extractor.extract_with_text("延津县政府工作报告\n各位代表：\n现在报告工作。", None);
    /// assert_eq!(extractor.place(&extraction).as_deref(), Some("延津县"));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn place(&self, extraction: &Extraction) -> Option<String> {
        crate::document::ReadDocument::new(extraction, self.lexicon()).place()
    }

    pub(crate) fn indicators(&self) -> &Indicators {
        &self.lexicon.indicators
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Reads one text; an observer looks on.
    fn read(&self, text: &str, date: Option<&Date>, observer: &mut impl Observer) -> Document {
        let (mended, layout) = layout::read(text, &self.lexicon);
        let date = date.or(self.date.as_ref()).map(|date| date.as_str().to_owned());
        let found = dating::read(mended.as_str(), &layout, &self.lexicon);
        let is_plan = layout.title.as_ref().is_some_and(|title| {
            let title = mended.as_str()[title.clone()].trim_end_matches("的通知");
            self.lexicon.ledger.papers.end(title)
        });
        let mut thread = Thread { date: date.or(found.date), told: found.told, is_plan, ..Thread::default() };
        let locator = Locator::new(text, &mended);
        let mut swept = SweptPage::for_bytes(mended.as_str().len().min(PAGE_BYTES));
        observer.laid_out(&locator, &layout);
        let speeches = layout
            .speeches
            .iter()
            .map(|speech| {
                let standing = self.speech(
                    (mended.as_str(), layout.title.clone()),
                    speech,
                    &mut thread,
                    &mut swept,
                    observer,
                );
                assemble::speech(&locator, speech, standing, &self.kinds)
            })
            .collect();
        let title = layout.title.as_ref().map(|title| locator.mention(title));
        Document { source: None, title, date: thread.date, speeches }
    }

    /// The standing candidates of each sentence of a speech in a text with a title; `swept` is memory for the
    /// words of a page.
    fn speech<'l>(
        &self,
        (text, title): (&str, Option<Range<usize>>),
        speech: &'l SpeechLayout,
        thread: &mut Thread,
        swept: &mut SweptPage,
        observer: &mut impl Observer,
    ) -> Vec<(&'l Sentence, Vec<Candidate>)> {
        let mut headings = OpenSections { later: &speech.sections, open: Vec::new() };
        let titled = title.or_else(|| speech.headline.clone()).map(|title| &text[title]);
        // The title of a plan is a heading above all others.
        let is_plan = |title: &&str| self.lexicon.outlook.of_title(title) == Some(Mood::Plan);
        let title: Vec<String> = titled.filter(is_plan).map(str::to_owned).into_iter().collect();
        let mut above: Rc<[String]> = title.clone().into();
        let mut outlooks = outlook::of_sentences(text, titled, speech, &self.lexicon).into_iter();
        let mut sentences = Vec::with_capacity(speech.sentences.len());
        let mut cut = CutPage::for_bytes(speech.range.len().min(PAGE_BYTES));
        let mut proposed: [Vec<Candidate>; BATCH_SENTENCES] = Default::default();
        for page in pages(&speech.sentences) {
            swept.clear();
            cut.clear();
            let texts = || page.iter().map(|sentence| &text[sentence.range.clone()]);
            texts().for_each(|sentence| self.lexicon.sweep.sweep(sentence, swept));
            texts().for_each(|sentence| cut.cut(&self.lexicon.jieba, sentence));
            let words: Vec<SweptWords> = swept.sentences().collect();
            let tokens: Vec<Tokens> = cut.sentences().collect();
            let batches = page
                .chunks(BATCH_SENTENCES)
                .zip(tokens.chunks(BATCH_SENTENCES))
                .zip(words.chunks(BATCH_SENTENCES));
            for ((batch, tokens), words) in batches {
                let read = batch.iter().zip(tokens).zip(words).map(|((sentence, tokens), words)| {
                    let start = sentence.range.start;
                    if headings.advance(start) {
                        let open = headings.open.iter();
                        let open = open.map(|section| text[section.heading.clone()].to_owned());
                        above = title.iter().cloned().chain(open).collect();
                    }
                    let byline = speech.byline.as_ref().filter(|byline| byline.range == sentence.range);
                    let byline = byline.map(|byline| byline.relative_to(start));
                    let scene =
                        Scene::new(&text[sentence.range.clone()], *tokens, byline, &self.lexicon, *words);
                    let outlook = outlooks.next().flatten();
                    let opens_paragraph = sentence.opens_paragraph;
                    (scene, Setting { start, headings: Rc::clone(&above), outlook, opens_paragraph })
                });
                let scenes: Vec<(Scene, Setting)> = read.collect();
                let standing = self.standing(&scenes, &mut proposed[..scenes.len()], thread, observer);
                sentences.extend(batch.iter().zip(standing));
            }
        }
        credits::relate(text, &mut sentences, &self.lexicon.furniture);
        responsibility::relate(text, &mut sentences, &self.lexicon.tasks);
        echo::relate(text, &mut sentences, &self.lexicon);
        frame::relate(text, speech, &mut sentences, &self.lexicon, thread.day());
        observer.standing(text, &sentences, &self.lexicon);
        sentences
    }

    /// The standing candidates of each sentence of a batch; `proposed` is memory for the proposals in each.
    fn standing(
        &self,
        scenes: &[(Scene, Setting)],
        proposed: &mut [Vec<Candidate>],
        thread: &mut Thread,
        observer: &mut impl Observer,
    ) -> Vec<Vec<Candidate>> {
        recognise::recognise_all(scenes.iter().map(|(scene, _)| scene), proposed);
        for ((scene, _), proposed) in scenes.iter().zip(&*proposed) {
            observer.proposed(scene, proposed);
        }
        let mut standing: Vec<_> = proposed.iter_mut().map(resolve::take_standing).collect();
        let settings = scenes.iter().map(|(scene, setting)| (scene, setting));
        relate::relate_all(settings, &self.kinds, thread, &mut standing);
        standing
    }
}

/// The sentences in pages of at least one sentence.
fn pages(mut rest: &[Sentence]) -> impl Iterator<Item = &[Sentence]> {
    std::iter::from_fn(move || {
        let end = rest.first()?.range.start + PAGE_BYTES;
        let fitting =
            rest.iter().take(PAGE_SENTENCES).take_while(|sentence| sentence.range.end <= end).count();
        let (page, after) = rest.split_at(fitting.max(1));
        rest = after;
        Some(page)
    })
}

/// Looks on while sentences are read.
trait Observer {
    /// Gets the layout of the text.
    fn laid_out(&mut self, _: &Locator, _: &Layout) {}
    /// Gets the proposals of the recognisers for a sentence.
    fn proposed(&mut self, _: &Scene, _: &[Candidate]) {}
    /// Gets what stands in the sentences of a speech after resolution and all relations.
    fn standing(&mut self, _text: &str, _: &[(&Sentence, Vec<Candidate>)], _: &Lexicon) {}
}

/// An observer that does nothing.
impl Observer for () {}

/// An observer that keeps the spans of the sentences.
#[derive(Default)]
struct Sentences(Vec<Span>);

impl Observer for Sentences {
    fn laid_out(&mut self, locator: &Locator, layout: &Layout) {
        let sentences = layout.speeches.iter().flat_map(|speech| &speech.sentences);
        self.0.extend(sentences.map(|sentence| locator.span(&sentence.range)));
    }
}

/// The sections that are open at the current sentence, outermost first.
struct OpenSections<'l> {
    later: &'l [SectionLayout],
    open: Vec<&'l SectionLayout>,
}

impl OpenSections<'_> {
    /// Moves on to this byte of the mended text; returns whether a section has opened on the way.
    fn advance(&mut self, to: usize) -> bool {
        let opened = layout::opened(&mut self.later, to);
        for next in opened {
            self.open.retain(|section| section.rank < next.rank);
            self.open.push(next);
        }
        !opened.is_empty()
    }
}

/// The extractor that a program shares: built at the first call, the same one at every later call.
///
/// # Errors
/// As [`Extractor::new`]; a later call tries again.
///
/// ```
/// let document = zhengce::shared()?.extract("新增企业13家。");
/// assert_eq!(document.speeches[0].figures.len(), 1);
/// # Ok::<(), zhengce::Error>(())
/// ```
pub fn shared() -> Result<&'static Extractor, Error> {
    static SHARED: OnceCell<Extractor> = OnceCell::new();
    SHARED.get_or_try_init(Extractor::new)
}
