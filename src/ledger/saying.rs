//! Who says what a sentence promises: 李明说:“我们将…”, 县渔业局承诺,….

use super::reader::Reader;
use crate::record::{Measure, Span};

/// How many characters may stand between a name and such a verb.
const MAX_BETWEEN_CHARS: usize = 6;

impl Reader<'_> {
    /// The person, else the body, that the sentence around a measure names as the source of it.
    pub(super) fn said_by(&self, measure: &Measure) -> Option<String> {
        let (start, _) = self.read.bounds(&measure.object.span);
        let end = measure.object.span.start;
        let names = |span: &Span| span.end <= end && self.says(span.end);
        let (people, bodies) = (&self.speech.people, &self.speech.bodies);
        let within = people.partition_point(|person| person.span.start < start)
            ..people.partition_point(|person| person.span.start < end);
        let person = people[within].iter().rev().find(|person| person.speaker && names(&person.span));
        let body = || {
            let within = bodies.partition_point(|body| body.span.start < start)
                ..bodies.partition_point(|body| body.span.start < end);
            bodies[within].iter().rev().find(|body| names(&body.span))
        };
        person.map(|person| person.text.clone()).or_else(|| body().map(|body| body.text.clone()))
    }

    /// 李明|同志说:, 县渔业局|承诺,: whether after a name a verb of saying ends its clause.
    fn says(&self, end: usize) -> bool {
        let after = self.read.folded(end, end + MAX_BETWEEN_CHARS);
        let clause = after.split_once([',', ':']).map(|(clause, _)| clause);
        clause.is_some_and(|clause| self.words().quoting.end(clause))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::shared;

    /// Who is responsible for the first entry of a text of 2025.
    fn responsible(text: &str) -> Option<String> {
        let extractor = shared().unwrap();
        let extraction = extractor.extract_with_text(text, Some("2025-03-12"));
        extractor.ledger(&[extraction]).entries.first()?.responsible.clone()
    }

    #[test]
    fn who_said_it_stands_with_each_mention() {
        let extractor = shared().unwrap();
        let text = "周文远表示，县政府将在6月底前建成渔港9座。";
        let ledger = extractor.ledger(&[extractor.extract_with_text(text, Some("2025-03-12"))]);
        assert_eq!(ledger.entries[0].mentions[0].speaker.as_deref(), Some("周文远"));
        assert_eq!(ledger.entries[0].responsible.as_deref(), Some("县政府"));
    }

    #[test]
    fn who_is_quoted_is_responsible_unless_somebody_else_acts() {
        let person = Some("周文远".to_owned());
        assert_eq!(responsible("周文远说：“我们将在6月底前建成渔港9座。”"), person);
        assert_eq!(responsible("周文远指出，今年要改造渔港9座。"), person);
        assert_eq!(responsible("周文远表示，县政府将在6月底前建成渔港9座。").as_deref(), Some("县政府"));
        assert_eq!(responsible("周文远指出，渔业很重要。今年要改造渔港9座。"), None);
    }
}
