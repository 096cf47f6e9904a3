//! Recognises measures that look like promises but tell the size of a work: 设计|床位900张; 渔港全长3公里,新建|码头5座.

use super::Amount;
use super::reader::{OBJECT_FIRST, Reader};
use crate::record::{Measure, MeasureStatus, Project};

/// Words for a work that was named before, and for its parts.
const ANAPHORS: [&str; 8] = ["该项目", "该工程", "项目", "工程", "线路", "全线", "正线", "主线"];
/// Most clauses before one that are read for what they measure.
const MAX_CLAUSES: usize = 4;

impl Reader<'_> {
    /// Whether an amount only tells the size of a work, and nobody promises it by itself.
    pub(super) fn is_size(&self, measure: &Measure) -> bool {
        self.is_attribute(measure) || self.is_content(measure)
    }

    /// Whether verb and noun together are what is measured of a work, and not a sum that is reached (完成投资):
    /// 设计|床位|900张.
    fn is_attribute(&self, measure: &Measure) -> bool {
        let Some(figure) = self.first_figure(measure) else { return false };
        let preceding = self.text_before(measure);
        let Some(verb) = self.verb_in(&preceding, measure) else { return false };
        let to = figure.span.start.max(measure.object.span.start);
        let noun = self.read.folded(measure.object.span.start, to);
        // The sum describes the next noun: 投资|近5亿元的|青岩渔港.
        if self.words().without_bound(&noun).is_empty() {
            return false;
        }
        let said = format!("{}{noun}", &preceding[verb.start..]);
        let stages = &self.lexicon.stages;
        measure.rule != OBJECT_FIRST
            && !self.words().finishing.contains(&measure.verb)
            && stages.attribute_before(&said) == Some(0)
    }

    /// Whether it stands in a row of clauses that measures a work, and so tells its content, unless it is
    /// told as done or with a deadline: 项目全长3公里,|新建|码头5座.
    fn is_content(&self, measure: &Measure) -> bool {
        let is_open = measure.status == MeasureStatus::Planned && measure.deadline.is_none();
        is_open && !measure.figures.is_empty() && {
            let preceding = self.text_before(measure);
            let before = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
            let row = before.rsplit([';', ':', '。']).next().unwrap_or_default();
            let clauses = row.strip_suffix(',').map(|row| row.split(','));
            clauses.is_some_and(|mut clauses| {
                clauses.clone().count() <= MAX_CLAUSES
                    && clauses.next().is_some_and(|first| self.measures_work(first))
            })
        }
    }

    /// Whether a clause measures a work that was named before: 项目|正线|全长3公里.
    fn measures_work(&self, clause: &str) -> bool {
        let rest = without_anaphors(clause);
        rest.len() < clause.len() && self.lexicon.stages.measured_at(rest) == Some(0)
    }

    /// The amounts in the next sentence that tell the size of the only work in this one:
    /// 青岩水厂开工。|项目总投资3亿元,占地90亩|.
    pub(super) fn sizes_after(&self, project: &Project) -> Vec<Amount> {
        let (start, end) = self.read.bounds(&project.span);
        let first = self.speech.projects.partition_point(|other| other.span.start < start);
        let named = self.speech.projects[first..].iter().take_while(|other| other.span.end <= end);
        let after = self.read.folded(end, self.read.paragraph_end(end).max(end));
        let told = after.trim_start();
        let sentence = told.split(['。', ';']).next().unwrap_or_default();
        if named.count() > 1 || !sentence.split(',').next().is_some_and(|first| self.measures_work(first)) {
            return Vec::new();
        }
        let mut at = end + after.chars().count() - told.chars().count();
        let mut amounts = Vec::new();
        for clause in sentence.split(',') {
            let length = clause.chars().count();
            let named = without_anaphors(clause);
            if self.lexicon.stages.measured_at(named) != Some(0) {
                break;
            }
            let first = self.speech.figures.partition_point(|figure| figure.span.start < at);
            let figure = self.speech.figures.get(first).filter(|figure| figure.span.end <= at + length);
            let mut own = self.amounts(&figure.map(|_| first).into_iter().collect::<Vec<_>>());
            // The noun stands before the number: 占地|90亩.
            let number = named.find(|c: char| c.is_ascii_digit()).unwrap_or(named.len());
            own.iter_mut()
                .for_each(|amount| amount.of = Some(self.words().without_bound(&named[..number]).to_owned()));
            amounts.append(&mut own);
            at += length + 1;
        }
        amounts
    }
}

/// A clause without the words that point to a work: 该项目|总投资3亿元.
fn without_anaphors(clause: &str) -> &str {
    let mut rest = clause;
    while let Some(after) = ANAPHORS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = after;
    }
    rest
}
