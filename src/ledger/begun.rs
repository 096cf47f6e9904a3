//! Decides whether what a measure or an amount tells is only begun or partly built, and not done.

use super::reader::Reader;
use super::signs::without_manner;
use crate::record::{Measure, MeasureStatus, Span, Stage};
use crate::text::clause_after;

/// The length of most verbs, in characters.
const VERB_CHARS: usize = 2;
/// A stage of building before its end, although a single house is then built.
const SHELL: &str = "封顶";
/// Words that say how far an object has come: 3座|均已|开工.
const BY_NOW: [&str; 6] = ["已", "均", "都", "全部", "全面", "集中"];

impl Reader<'_> {
    /// Whether the deed is only begun; its time is then no deadline: 启动|改造, 着手|改造, 启动2万户搬迁.
    pub(super) fn is_begun(&self, measure: &Measure) -> bool {
        let starts =
            || self.words().starting.end(&measure.verb) && self.words().deeds.end(&measure.object.text);
        // A grant only allows to begin: 获批|建设.
        let opens = || {
            let verb = measure.verb.char_indices().nth(VERB_CHARS).map(|(end, _)| &measure.verb[..end]);
            verb.is_some_and(|verb| self.words().starting.end(verb))
        };
        if starts() || opens() {
            return true;
        }
        let preceding = self.text_before(measure);
        let verb = self.verb_in(&preceding, measure);
        verb.is_some_and(|verb| self.words().starting.end(&preceding[..verb.start]))
    }

    /// The span inside an object that says that what is built is begun: 渔港3座|已全部开工|, 旧居|开工|31套.
    pub(super) fn begun_part(&self, measure: &Measure) -> Option<Span> {
        let object = measure.object.span;
        let builds = measure.verb.contains('建') || self.words().deeds.end(&measure.verb);
        let figure = self.first_figure(measure).filter(|figure| builds && object.contains(&figure.span))?;
        let after = self.read.folded(figure.span.end, object.end);
        if let Some(at) = self.beginning_at_end(&after) {
            return Some(Span::from(figure.span.end + after[..at].chars().count()..object.end));
        }
        let before = self.read.folded(object.start, figure.span.start);
        let at = self.beginning_at_end(&before).filter(|at| *at > 0)?;
        Some(Span::from(object.start + before[..at].chars().count()..figure.span.start))
    }

    /// Whether the measure tells, and does not demand, that what is built is begun.
    pub(super) fn tells_begun(&self, measure: &Measure) -> bool {
        self.begun_part(measure).is_some_and(|part| {
            measure.status == MeasureStatus::Done
                || self.read.folded(part.start, part.end).starts_with(['已', '均', '都'])
        })
    }

    /// The byte where the words start that end a text and say that something is begun: 渔港|已全部开工.
    fn beginning_at_end(&self, text: &str) -> Option<usize> {
        let (word, mark) = self.lexicon.stages.marks.find(text).last()?;
        let is_beginning = mark.stage == Some(Stage::Started) || text[word.clone()].ends_with(SHELL);
        let mut rest = text.get(..word.start).filter(|_| word.end == text.len() && is_beginning)?;
        while let Some(before) = BY_NOW.iter().find_map(|now| rest.strip_suffix(now)) {
            rest = before;
        }
        Some(rest.len())
    }

    /// Whether the rest of the clause from this code point only says that something is begun: 6座渔港|全部开工,
    /// 渔港6座|均已开工建设.
    pub(super) fn is_only_begun(&self, from: usize) -> bool {
        let (_, end) = self.read.bounds(&Span::from(from..from));
        let after = self.read.folded(from, end);
        let clause = clause_after(&after);
        let told = self.without_day(without_manner(clause, self.words()), from, clause);
        let mark = self.lexicon.stages.marks.longest_at(told, 0);
        mark.is_some_and(|(word, mark)| word.end == told.len() && mark.stage == Some(Stage::Started))
    }
}
