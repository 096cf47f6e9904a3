//! Reads what one document says of an entry.

use super::responsible::STATE;
use rust_decimal::Decimal;

use super::index::Index;
use super::name::Name;
use super::naming;
use super::progress::Progress;
use super::sought::Sought;
use super::{Amount, Deadline, State, Step};
use crate::document::{Frames, Quote, ReadDocument, Task};
use crate::lexicon::{LedgerWords, Lexicon};
use crate::record::{Figure, FigureKind, FigureStatus, Measure, MeasureStatus, Project, Span, Speech};

/// The rule of measures whose object stands before the verb; they are named as a whole.
pub(super) const OBJECT_FIRST: &str = "measure.object-first";

/// The longest word for a location, in characters.
const MAX_LOCATOR_CHARS: usize = 4;
/// How far back the first of a list of lines is searched for, in characters.
const MAX_LIST_CHARS: usize = 60;

/// Words before something that is only asked for.
const ASKING: [&str; 4] = ["建议", "提案", "希望", "呼吁"];

/// Words for something near that is not there yet: 即将建成.
pub(super) const SOON: &[&str] = &["接近", "即将", "行将"];

/// What one record says of an entry.
pub(super) struct Statement {
    /// The place that the document speaks for.
    pub(super) speaks_for: Option<String>,
    /// The place that the statement is about.
    pub(super) place: Option<String>,
    /// `name` is for comparison, `called` for display.
    pub(super) name: Name,
    pub(super) called: String,
    /// The former name of a work.
    pub(super) former: Option<Name>,
    /// Who acts or is named in a bracket; then who speaks, and the body that is reported for.
    pub(super) responsible: Option<String>,
    pub(super) speaks: Option<String>,
    pub(super) represents: Option<String>,
    pub(super) step: Step,
    pub(super) figures: Vec<Amount>,
    pub(super) deadline: Option<Deadline>,
    /// The year in which it is due, if it is a promise.
    pub(super) due: Option<i32>,
    /// The search pattern for finding it in later documents.
    pub(super) sought: Option<Sought>,
    /// The time that its amount is told of, as ISO.
    pub(super) when: Option<String>,
    /// The words by which it is the same in another year; `None` if each year has a promise of its own.
    pub(super) restates: Option<String>,
    /// The signs that a report on it in other words shares.
    pub(super) signs: Option<String>,
    /// Its verb, if that is a deed of its own: 改造, not 建设.
    pub(super) deed_verb: Option<String>,
    /// The share of its amount that a table reports as done.
    pub(super) fulfilled: Option<Decimal>,
    /// Its amount is what is done by now: 截至6月底已新建5座.
    pub(super) is_so_far: bool,
    /// Its amount is only begun: 5座均已开工.
    pub(super) is_begun: bool,
}

/// Reads a speech of a document.
pub(super) struct Reader<'r> {
    pub(super) read: &'r ReadDocument<'r>,
    pub(super) speech: &'r Speech,
    pub(super) frames: Frames<'r>,
    pub(super) index: Index,
    pub(super) tasks: &'r [Task],
    pub(super) place: &'r Option<String>,
    pub(super) lexicon: &'r Lexicon,
}

impl Reader<'_> {
    pub(super) fn words(&self) -> &LedgerWords {
        &self.lexicon.ledger
    }

    pub(super) fn project(&self, index: usize) -> Statement {
        let project = &self.speech.projects[index];
        let measure = self.measure_about(index);
        let (called, former) = match self.renamed(project) {
            Some(renamed) => (renamed.now, Some(Name::of(&renamed.before))),
            None => (self.called(project), None),
        };
        let Progress { state, stage, aim } = self.progress(index, measure);
        let name = Name::of(&called);
        let is_aimed_at = aim && super::progress::is_end(stage) && state == State::Promised;
        let is_open = state < State::Delivered;
        let end =
            || self.end_time(project, is_aimed_at).filter(|_| is_open).map(|time| self.due_by(time, false));
        let labelled = || self.labelled_deadline(&project.span).filter(|_| is_open);
        let said_by = self.said_by(&project.span);
        let evidence = self.read.quote(&project.text, &project.span);
        let speaker = self.speaker_of(&project.span, &said_by, &evidence);
        let shared_due =
            || end().or_else(labelled).or_else(|| self.deadline_of(project).filter(|_| is_aimed_at));
        let mut figures = self.amounts(&self.beside_name(project));
        figures.extend(self.sizes_after(project));
        Statement {
            speaks_for: self.place.clone(),
            place: self.province(&project.text).or_else(|| self.place.clone()),
            sought: Sought::project(&Name::as_written(&called), self.lexicon),
            name,
            called,
            former,
            when: None,
            restates: None,
            signs: None,
            deed_verb: None,
            fulfilled: None,
            is_so_far: false,
            is_begun: false,
            responsible: self.responsible(measure).or_else(|| self.labelled_responsible(&project.span)),
            speaks: said_by.or_else(|| self.speaker()),
            represents: self.represents(),
            step: Step { state, stage, aim, evidence: Quote { speaker, ..evidence } },
            figures,
            deadline: measure.and_then(|measure| self.own_deadline(measure)).or_else(shared_due),
            due: None,
        }
    }

    /// The indices of a project's figures, except those in its name that describe it (12英寸生产线) and tell no
    /// cost.
    fn beside_name(&self, project: &Project) -> Vec<usize> {
        let tells = |index: &usize| {
            let figure = self.speech.figures.get(*index);
            figure.is_some_and(|figure| {
                figure.kind == FigureKind::Money || !project.span.contains(&figure.span)
            })
        };
        project.figures.iter().copied().filter(tells).collect()
    }

    /// The statement of verbs that share an object: 新建、改建学校5所 is one promise.
    pub(super) fn measure(&self, verbs: &[&Measure]) -> Statement {
        let measure = verbs[0];
        let verb = verbs.iter().map(|measure| measure.verb.as_str()).collect::<Vec<_>>().join("、");
        let opens = self.opening(measure);
        let key = self.key(&opens, &verb, measure);
        let is_begun = self.tells_begun(measure);
        let state = match measure.status {
            _ if is_begun => State::UnderWay,
            MeasureStatus::Done if self.is_nearly_done(measure) || self.is_begun(measure) => State::UnderWay,
            MeasureStatus::Done if self.is_amid_plans(measure) || self.is_sum_ahead(measure) => {
                State::Promised
            }
            MeasureStatus::Done => State::Delivered,
            MeasureStatus::Ongoing => State::UnderWay,
            _ if self.tells_practice(measure) || self.was_surpassed(measure) => State::Delivered,
            _ if self.goes_on_with_known(measure) => State::UnderWay,
            _ => State::Promised,
        };
        let (told, is_planned) = (self.told_after(measure), measure.status == MeasureStatus::Planned);
        let state = told.as_ref().map_or(state, |told| told.state);
        let said_by = self.said_by(&measure.object.span);
        let evidence = self.read.quote(&measure.object.text, &measure.object.span);
        let speaker = self.speaker_of(&measure.object.span, &said_by, &evidence);
        Statement {
            speaks_for: self.place.clone(),
            place: self.place.clone().or_else(|| self.country(measure)).or_else(|| self.practice(measure)),
            sought: self.sought(&verb, &key, measure),
            when: self.when(measure, state == State::Promised),
            restates: self.restates(measure),
            signs: self.signs(&opens, measure),
            deed_verb: Some(&measure.verb).filter(|verb| self.is_deed(verb)).cloned(),
            fulfilled: told.as_ref().and_then(|told| told.fulfilled),
            is_so_far: state == State::Delivered && self.tells_so_far(measure.object.span.start),
            is_begun,
            name: Name::of_words(&key),
            former: None,
            called: self.name_of(self.wording(&opens, &self.verbs(verbs), measure), measure),
            responsible: self.responsible(Some(measure)),
            speaks: said_by.or_else(|| self.speaker()),
            represents: self.represents(),
            step: Step {
                state,
                stage: None,
                aim: if told.is_some() {
                    state == State::Promised
                } else {
                    is_planned && state < State::Delivered && !self.goes_on_with_known(measure)
                },
                evidence: Quote { speaker, ..evidence },
            },
            figures: self.amounts_of(measure),
            deadline: self.deadline(measure),
            due: self.due(measure),
        }
    }

    /// The statement of something that was done or became more or less, without a measure: 新增2万沼气户, 贫困户减少3万.
    pub(super) fn outcome(&self, index: usize) -> Option<Statement> {
        let figure = self.speech.figures.get(index)?;
        let is_own = self.measures_with(index).next().is_none();
        let is_result = figure.status == FigureStatus::Result && is_own;
        if !is_result || self.is_asked_before(index) {
            return None;
        }
        let signs = self.signs_of_outcome(figure).or_else(|| self.signs_told_first(figure))?;
        let of = figure.of.as_ref().map_or(figure.span, |of| of.span);
        let (start, end) = (of.start.min(figure.span.start), of.end.max(figure.span.end));
        let called = self.read.text(start, end);
        let time = figure.time.and_then(|time| self.speech.times.get(time));
        let words = Span::from(start..end);
        if self.is_asked_for(start) {
            return None;
        }
        let told = self.told_after_outcome(&words, figure);
        let is_begun = told.is_none() && self.is_only_begun(words.end);
        let done = if is_begun { State::UnderWay } else { State::Delivered };
        Some(Statement {
            speaks_for: self.place.clone(),
            place: self.place.clone(),
            name: Name { core: called.replace(&figure.text, ""), phase: None },
            former: None,
            responsible: None,
            speaks: self.speaker(),
            represents: self.represents(),
            step: Step {
                state: told.as_ref().map_or(done, |told| told.state),
                stage: None,
                aim: false,
                evidence: self.read.quote(&called, &words),
            },
            called,
            figures: self.amounts(&[index]),
            deadline: None,
            due: None,
            sought: None,
            when: time.and_then(|time| time.iso.clone()),
            restates: None,
            signs: Some(signs),
            deed_verb: None,
            fulfilled: told.and_then(|told| told.fulfilled),
            is_so_far: self.tells_so_far(figure.span.start),
            is_begun,
        })
    }

    /// Whether a verb is exactly a deed of its own.
    pub(super) fn is_deed(&self, verb: &str) -> bool {
        self.words().deeds.longest(verb).is_some_and(|(at, ())| at == 0)
    }

    /// Whether the figure at this code point is only asked for, and so not done: 您建议|新增学位5个.
    fn is_asked_for(&self, at: usize) -> bool {
        let (start, _) = self.read.bounds(&Span::from(at..at));
        let before = self.read.folded(start, at);
        let clause = crate::text::clause_before(&before);
        ASKING.iter().any(|word| clause.contains(word))
    }

    /// The name of a project; an item of a list gets the noun that the list shares.
    fn called(&self, project: &Project) -> String {
        let (_, end) = self.read.bounds(&project.span);
        let rest = self.read.folded(project.span.end, end);
        let item = self.read.folded(project.span.start, project.span.end);
        let noun = naming::shared_noun(&item, &rest, self.lexicon);
        let more = noun.or_else(|| naming::continued(&rest, self.lexicon)).unwrap_or_default();
        // The opening mark belongs to the name: “青电外送|”第三通道.
        let opens = if more.starts_with('”') && !project.text.starts_with('“') { "“" } else { "" };
        let before = self.read.folded(project.span.start.saturating_sub(MAX_LIST_CHARS), project.span.start);
        let means = super::numbered::shared_opening(&item, &before).unwrap_or_default();
        format!("{opens}{means}{}{more}", project.text)
    }

    /// Whether it tells a practice, without a word of what is to come, in a document that speaks for no
    /// place: 青岩县建设服务网，|覆盖机关30个.
    fn tells_practice(&self, measure: &Measure) -> bool {
        let words = self.words();
        let (start, _) = self.read.bounds(&measure.object.span);
        let preceding = self.text_before(measure);
        let places =
            &self.speech.places[self.speech.places.partition_point(|place| place.span.start < start)..];
        let mut places = places.iter().take_while(|place| place.span.end <= measure.object.span.start);
        let names_place = places.any(|place| place.code.is_some());
        // A 将 that only opens the object promises nothing: 将|电压提高到5千伏.
        let said = preceding.trim_end_matches('将');
        // The end of another word says nothing of what may be: 许|可.
        let stands = |at: usize, end: usize| {
            let last = said[..at].char_indices().next_back();
            last.is_none_or(|(start, _)| !self.lexicon.knows(&said[start..end]))
        };
        let is_to_come = [&words.pending, &words.force]
            .iter()
            .any(|words| words.find(said).any(|(word, ())| stands(word.start, word.end)));
        self.place.is_none() && measure.deadline.is_none() && names_place && !is_to_come
    }

    /// Whether the name only tells where something is: 青岩铁路|沿线城市, 引青工程|白河库区.
    pub(super) fn is_locator(&self, index: usize) -> bool {
        let project = &self.speech.projects[index];
        let locates = |at: usize| {
            let after = self.read.folded(at, at + MAX_LOCATOR_CHARS);
            self.words().locators.longest_at(&after, 0).is_some()
        };
        let places = &self.speech.places;
        let first = places.partition_point(|place| place.span.start < project.span.end);
        let next = places.get(first).filter(|place| place.span.start == project.span.end);
        project.stage.is_none()
            && (locates(project.span.end) || next.is_some_and(|place| locates(place.span.end)))
    }

    /// Whether it will be done soon: 任务|接近完成, 建成|在即.
    fn is_nearly_done(&self, measure: &Measure) -> bool {
        let (_, end) = self.read.bounds(&measure.span);
        let after = self.read.folded(measure.span.end, end);
        let soon = SOON.iter().filter_map(|soon| measure.text.rsplit_once(soon));
        let is_soon = soon.into_iter().any(|(_, done)| !done.is_empty() && !done.contains('的'));
        is_soon || after.starts_with("在即")
    }

    pub(super) fn speaker(&self) -> Option<String> {
        self.speech.speaker.as_ref().map(|speaker| unspaced(&speaker.text))
    }

    pub(super) fn amounts(&self, indices: &[usize]) -> Vec<Amount> {
        let figures = indices.iter().filter_map(|index| self.speech.figures.get(*index));
        let amount = |figure: &Figure| Amount {
            value: figure.value,
            unit: figure.unit.clone(),
            of: figure.of.as_ref().map(|of| of.text.clone()),
            evidence: self.read.quote(&figure.text, &figure.span),
        };
        figures.map(amount).collect()
    }

    /// The province that opens a name, in a document that speaks for no place: 甘肃|青岩水库.
    fn province(&self, name: &str) -> Option<String> {
        let is_national = self.place.as_deref().is_none_or(|place| place == crate::document::COUNTRY);
        // A line only starts at its first place: 北京经青岩至云溪.
        let is_line = name.contains(['至', '经', '—', '–']);
        (is_national && !is_line).then(|| self.lexicon.places.province_at(name)).flatten()
    }

    /// The province that opens the paragraph, in a document that speaks for no place: 四川实行改革，…。同时，|开放业务9项|.
    fn practice(&self, measure: &Measure) -> Option<String> {
        let start = measure.object.span.start;
        let paragraph = self.read.paragraph(start);
        let opens = |at: usize| {
            let before = self.read.folded(at.saturating_sub(1).max(paragraph), at);
            before.chars().all(|c| c.is_whitespace() || c == '。')
        };
        let before = self.speech.places.partition_point(|place| place.span.end <= start);
        let mut places = self.speech.places[..before].iter().rev();
        let place = places.find(|place| opens(place.span.start))?;
        let names = place.span.start >= paragraph && place.code.is_some();
        names.then(|| self.lexicon.places.province_at(&place.text)).flatten()
    }

    /// The country, if the measure names it in a document that speaks for no place: 全国新建学校5所, 完成全国水库划定.
    fn country(&self, measure: &Measure) -> Option<String> {
        let preceding = self.text_before(measure);
        let clause = preceding.rsplit([',', ';', '。']).next().unwrap_or_default();
        // The opening of the sentence still holds if no place comes between: 全国累计选派渔民3万名,|派出船队9支|.
        let sentence = preceding.rsplit([';', '。']).next().unwrap_or_default();
        let is_said_first = || {
            let start = measure.object.span.start - sentence.chars().count();
            let first = self.speech.places.partition_point(|place| place.span.start <= start);
            let next = self.speech.places.get(first);
            let is_bare = next.is_none_or(|place| place.span.start >= measure.object.span.start);
            sentence.starts_with(crate::document::COUNTRY) && is_bare
        };
        // Here it only tells which are counted: 引入全国3万名渔民.
        let counted = self.read.folded(measure.object.span.start, measure.object.span.end);
        let counted = counted.strip_prefix(crate::document::COUNTRY).unwrap_or(&counted);
        let is_attribute = counted.starts_with(|c: char| c.is_ascii_digit());
        let said = if is_attribute { clause.trim_end_matches(crate::document::COUNTRY) } else { clause };
        let is_there = said.contains(crate::document::COUNTRY)
            || !is_attribute && measure.object.text.starts_with(crate::document::COUNTRY);
        let acts = measure.actor.as_ref().is_some_and(|actor| STATE.contains(&actor.text.as_str()));
        (is_there || acts || is_said_first()).then(|| crate::document::COUNTRY.to_owned())
    }
}

/// The name without blanks, with which names of two characters are printed: 李　明.
pub(super) fn unspaced(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}
