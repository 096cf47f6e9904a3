//! How an entry of a measure is called: its verb and object, with what its sentence leaves to what stands around them.

use super::reader::{OBJECT_FIRST, Reader};
use crate::record::Measure;

/// The longest verb of change before an amount, in characters: 整合|为5所.
const CHANGE: usize = 2;
/// The longest name of a group that acts, in characters.
const LONGEST_GROUP: usize = 10;
/// Adverbs of one character between who acts, or where, and the verb.
const ADVERBS: [char; 8] = ['共', '已', '再', '还', '也', '将', '要', '都'];

impl Reader<'_> {
    /// What an entry of a measure is called, of which `opens` is what belongs to it before its verb.
    pub(super) fn wording(&self, opens: &str, verb: &str, measure: &Measure) -> String {
        if measure.rule == OBJECT_FIRST {
            return measure.text.clone();
        }
        self.changed(measure).unwrap_or_else(|| format!("{opens}{verb}{}", self.object(measure)))
    }

    /// What stands before the verb of a measure and belongs to what is promised: what is measured, where the object
    /// is a mere figure (产量|突破5万吨); where it is done, in contrast with where else (农村|新建住宅); and what takes
    /// part of it back (基本|实现).
    pub(super) fn opening(&self, measure: &Measure) -> String {
        let ahead = self.ahead(measure);
        let Some(verb) = self.verb_in(&ahead, measure) else { return String::new() };
        let before = &ahead[..verb.start];
        let words = self.words();
        let weak_at = words.weakening.longest(before).map_or(before.len(), |(at, ())| at);
        let weak = &before[weak_at..];
        let subject = before[..weak_at].trim_end_matches("累计").trim_end_matches(ADVERBS);
        let of = self
            .measured(measure, verb.start)
            .or_else(|| self.group(measure, subject))
            .or_else(|| self.realm(subject).map(str::to_owned));
        format!("{}{weak}", of.unwrap_or_default())
    }

    /// 去年|农村|新建住宅: a realm that opens the clause, or follows when or the country.
    fn realm<'t>(&self, subject: &'t str) -> Option<&'t str> {
        let (at, ()) = self.words().realms.longest(subject)?;
        let before = subject[..at].chars().next_back();
        let opens = before
            .is_none_or(|c| matches!(c, ',' | ';' | '在' | '国' | '年' | '内' | '中' | '间' | '底' | '末'));
        opens.then(|| &subject[at..])
    }

    /// 其他城市|新建公园: a group that acts and cannot answer belongs to what is promised.
    fn group(&self, measure: &Measure, subject: &str) -> Option<String> {
        let actor = measure.actor.as_ref()?;
        let words = self.words();
        let is_group = subject.ends_with(&actor.text) && words.groups.end(&actor.text);
        let is_named = actor.text.contains(char::is_numeric) || actor.text.chars().count() > LONGEST_GROUP;
        (is_group && !is_named).then(|| actor.text.clone())
    }

    /// The object; with the other items of a list that its figure counts together (100项|重大专项、研发专项).
    fn object(&self, measure: &Measure) -> String {
        let object = &measure.object;
        let counted = self.first_figure(measure).and_then(|figure| figure.of.as_ref()).filter(|of| {
            let goes_on = object.span.start <= of.span.start
                && of.span.start < object.span.end
                && object.span.end < of.span.end;
            // 棚户区5万套、管道|1万公里: the next item has a figure of its own.
            let next = self.source.folded(of.span.end, of.span.end + 1);
            goes_on && !next.contains(|c: char| c.is_ascii_digit() || crate::text::is_chinese_digit(c))
        });
        let more = counted.map(|of| self.source.text(object.span.end, of.span.end)).unwrap_or_default();
        format!("{}{more}", object.text)
    }

    /// 完成产值5亿元、增长4%: what grows takes the place of the verb, which is that of another amount.
    fn changed(&self, measure: &Measure) -> Option<String> {
        const CHANGES: [&str; 4] = ["增长", "下降", "提高", "降低"];
        let object = &measure.object;
        let figure = self.first_figure(measure)?;
        let of = figure.of.as_ref().filter(|of| of.span.end <= object.span.start)?;
        let between = self.source.folded(object.span.start, figure.span.start);
        CHANGES.contains(&between.as_str()).then(|| format!("{}{}", of.text, object.text))
    }

    /// What the figure of a measure measures, where it stands before the verb and the object is a mere amount:
    /// 产量|突破5万吨, 收入|完成预算数的98%.
    fn measured(&self, measure: &Measure, verb: usize) -> Option<String> {
        let object = &measure.object.span;
        let (start, _) = self.source.bounds(object);
        let figure = self.first_figure(measure)?;
        let of = figure.of.as_ref()?;
        let ahead = self.source.folded(start, of.span.end.max(start));
        let stands_before = of.span.start >= start && ahead.len() <= verb;
        let opening = self.source.folded(object.start, figure.span.start);
        let opening = opening.trim_end_matches(['到', '至', '为', '在', '达', '约', '近', '超', '过', '的']);
        let is_of_plan = ["计划", "预算", "预算数", "计划数"].iter().any(|plan| opening.ends_with(plan));
        let behind = self.source.folded(figure.span.end, object.end.max(figure.span.end));
        let ends = behind
            .chars()
            .next()
            .is_none_or(|c| matches!(c, '(' | ',' | '、' | '左' | '以' | '并' | '到' | '-'));
        let is_amount = ends && (is_of_plan || opening.chars().count() <= CHANGE);
        (stands_before && is_amount).then(|| of.text.clone())
    }
}
