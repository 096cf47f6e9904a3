//! Reads what was done of a thing that stands before the amount done: 口袋码头已建成5座; 4条断头渔道目前只打通了2条;
//! 9座冷库改造任务,已完成3座.

use super::promise::CLOSING;
use super::reader::Reader;
use crate::record::{Figure, FigureKind, Span};

/// How far before an amount its thing is searched for, and the longest verb between the two, in characters.
const MAX_STATED_CHARS: usize = 40;
const MAX_VERB_CHARS: usize = 4;
/// Fewest characters of a thing.
const MIN_THING_CHARS: usize = 2;
/// The length of a deed in characters: 改造.
const DEED_CHARS: usize = 2;
/// The marks between clauses.
const MARKS: [char; 5] = [',', ';', ':', '。', '!'];

/// A clause before an amount: its thing, whether a word marks it as a report, and its verb.
struct Stated<'t> {
    thing: &'t str,
    is_marked: bool,
    verb: &'t str,
}

impl Reader<'_> {
    /// The signs of a thing that a clause names before it tells how much of it was done.
    pub(super) fn signs_told_first(&self, figure: &Figure) -> Option<String> {
        if figure.kind == FigureKind::Percent {
            return None;
        }
        let (sentence, _) = self.read.bounds(&figure.span);
        let from = sentence.max(figure.span.start.saturating_sub(MAX_STATED_CHARS));
        let before = self.read.folded(from, figure.span.start);
        let clauses = before.trim_end_matches('了');
        let clause_at = clauses.rfind(MARKS).map_or(0, |at| at + 1);
        let stated = self.stated(clauses.get(clause_at..)?)?;
        // The thing may stand in the clause before: 9座冷库改造任务,|已完成3座.
        let (thing_at, thing) = if stated.thing.is_empty() {
            let earlier = clauses.get(..clause_at)?.strip_suffix(',').filter(|_| stated.is_marked)?;
            let at = earlier.rfind(MARKS).map_or(0, |at| at + 1);
            (at, earlier.get(at..)?)
        } else {
            (clause_at, stated.thing)
        };
        let start = from + before.get(..thing_at)?.chars().count();
        let thing = self.without_amount(thing, start, figure)?;
        self.signs_of_stated(stated.verb, thing)
    }

    /// The parts of a clause at a word of reporting (口袋码头|已|建成) or before a verb at its end (旧居改造||完成).
    fn stated<'t>(&self, clause: &'t str) -> Option<Stated<'t>> {
        let cell = &self.lexicon.tasks.cell;
        let markers = || cell.marker.iter().chain(&cell.telling).chain(&cell.now);
        let found = markers().filter_map(|word| clause.rfind(word).map(|at| (at + word.len(), at)));
        if let Some((end, at)) = found.max() {
            let verb = clause.get(end..)?;
            let opens = clause.get(..at)?;
            // The thing may follow the verb: 已|建成|泊位.
            if let Some(verb_end) = self.verb_at(verb).filter(|end| *end < verb.len()) {
                let (verb, thing) = verb.split_at(verb_end);
                return Some(Stated { thing, is_marked: true, verb });
            }
            let thing = markers().chain(markers()).fold(opens, |opens, word| opens.trim_end_matches(word));
            return (verb.chars().count() <= MAX_VERB_CHARS).then_some(Stated {
                thing,
                is_marked: true,
                verb,
            });
        }
        let starts = clause.char_indices().rev().take(MAX_VERB_CHARS).map(|(at, _)| clause.split_at(at));
        let (thing, verb) = starts.filter(|(_, verb)| self.is_end_or_deed(verb)).last()?;
        (!thing.is_empty()).then_some(Stated { thing, is_marked: false, verb })
    }

    /// The byte past the verb that opens the text.
    fn verb_at(&self, text: &str) -> Option<usize> {
        let words = self.words();
        let verbs = [&words.carried, &words.increasing, &words.finishing].into_iter();
        verbs.filter_map(|verbs| verbs.longest_at(text, 0)).map(|(verb, ())| verb.end).max()
    }

    /// The thing with only the first of the verbs that share it, as in promises: 新建、改造农村公路 is 新建农村公路.
    fn of_first_verb(&self, thing: &str) -> String {
        let Some((first, rest)) = self.verb_at(thing).map(|end| thing.split_at(end)) else {
            return thing.to_owned();
        };
        let shared = rest.strip_prefix('、').unwrap_or_default();
        let end = self.verb_at(shared).or_else(|| self.deed_at(shared));
        format!("{first}{}", end.map_or(rest, |end| &shared[end..]))
    }

    /// The byte past the deed that opens the text: 改造.
    fn deed_at(&self, text: &str) -> Option<usize> {
        let (end, _) = text.char_indices().nth(DEED_CHARS)?;
        self.words().deeds.get(&text[..end]).is_some().then_some(end)
    }

    fn is_end_or_deed(&self, verb: &str) -> bool {
        let words = self.words();
        [&words.carried, &words.increasing, &words.finishing].iter().any(|verbs| verbs.contains(verb))
            || self.lexicon.tasks.cell.finished.contains(&verb)
    }

    /// The thing without the amount asked for (4条|断头渔道, 9座|冷库改造|任务); `None` if that is an amount of something
    /// else.
    fn without_amount<'t>(&self, thing: &'t str, start: usize, figure: &Figure) -> Option<&'t str> {
        let span = Span::from(start..start + thing.chars().count());
        let first = self.speech.figures.partition_point(|other| other.span.start < span.start);
        let inside = self.speech.figures.get(first..)?.iter().take_while(|other| other.span.end <= span.end);
        let named = match inside.last() {
            Some(asked) if asked.unit != figure.unit => return None,
            Some(asked) => {
                let ends = thing.char_indices().map(|(at, _)| at).chain([thing.len()]);
                let at = |end: usize| ends.clone().nth(end - start);
                let after = thing.get(at(asked.span.end)?..)?;
                let open = after.strip_prefix('的').unwrap_or(after);
                // The amount may stand before or after the closing word: 征地9亩|任务, 冷库改造任务9座.
                let is_closed = open.is_empty() || CLOSING.iter().any(|closing| open.starts_with(closing));
                if is_closed { thing.get(..at(asked.span.start)?)? } else { after }
            }
            // The number of an item is cut: 3.|口袋码头.
            None => thing.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | ' ')),
        };
        let open = CLOSING.iter().find_map(|closing| named.strip_suffix(closing)).unwrap_or(named);
        Some(open.trim_end_matches('的'))
    }

    /// The signs of the thing, comparable with those of a promise; if it is only said to be done, its verb
    /// stands with the thing.
    fn signs_of_stated(&self, verb: &str, thing: &str) -> Option<String> {
        let words = self.words();
        let thing = self.telling(&self.of_first_verb(thing), MIN_THING_CHARS)?;
        if words.carried.contains(verb) && verb.contains('建') {
            return Some(self.sorted("", &thing));
        }
        let is_end = verb == "完成" || self.lexicon.tasks.cell.finished.contains(&verb);
        if !is_end {
            // The verb after the thing may repeat its deed: 新增泊位600个的目标已完成,实际|新增|648个.
            let thing = thing.strip_prefix(verb).unwrap_or(&thing).to_owned();
            let is_told = !verb.is_empty() || words.deeds.end(&thing);
            return is_told.then(|| self.sorted(verb, &thing));
        }
        // The deed opens the thing: 新改建|农村公路|已完工.
        let own = self
            .verb_at(&thing)
            .filter(|end| thing.get(*end..).is_some_and(|rest| rest.chars().count() >= MIN_THING_CHARS));
        let (own, rest) = own.map_or(("完成", thing.as_str()), |end| thing.split_at(end));
        let is_built = words.carried.contains(own) && own.contains('建');
        Some(self.sorted(if is_built { "" } else { own }, rest))
    }

    /// Whether the clause goes on to say how much of it was done: 9座|冷库改造已完工3座.
    pub(super) fn is_asked_before(&self, index: usize) -> bool {
        let figures = &self.speech.figures;
        let Some((asked, done)) = figures.get(index).zip(figures.get(index + 1)) else { return false };
        let is_first = asked.of.as_ref().is_some_and(|of| of.span.start >= asked.span.end);
        is_first && asked.unit.is_some() && asked.unit == done.unit && {
            let between = self.read.folded(asked.span.end, done.span.start.max(asked.span.end));
            !between.contains(MARKS) && !between.contains(['、', '和', '及', '(', ')'])
        }
    }
}
