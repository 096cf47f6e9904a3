//! Tells who says what a sentence promises: 李明说:“我们将…”, 县渔业局承诺,….

use super::reader::Reader;
use crate::document::Quote;
use crate::record::Span;

/// Most characters between a name and a verb of saying.
const MAX_BETWEEN_CHARS: usize = 6;
/// The same with an adjunct such as 在…上 or 向… between: 李明在今年的政府工作报告中提出,.
const MAX_ADJUNCT_CHARS: usize = 24;
/// The same with the office of one who speaks for a body: 有关负责人表示.
const MAX_OFFICE_CHARS: usize = 12;
/// The longest quotation, and the longest text between it and its speaker, in characters.
const MAX_QUOTATION_CHARS: usize = 300;
const MAX_BEHIND_CHARS: usize = 30;
/// Verbs of learning from a body: 记者从县渔业局获悉.
const LEARNT: [&str; 3] = ["获悉", "了解到", "得知"];

/// Verbs that count as saying for a person or a meeting; of a body they may state a rule (按照渔会要求,…).
const ASKING: [&str; 4] = ["要求", "明确", "提出", "决定"];
/// The longest name of a meeting, in characters: 县政府第9次常务会议.
const MAX_MEETING_CHARS: usize = 14;
/// Nouns for meetings.
const MEETINGS: [&str; 4] = ["会议", "大会", "全会", "例会"];

impl Reader<'_> {
    /// The source that a mention names; it is `said_by` if that may be responsible, or else a meeting, which
    /// may not: 会议要求,….
    pub(super) fn speaker_of(
        &self,
        span: &Span,
        said_by: &Option<String>,
        evidence: &Quote,
    ) -> Option<String> {
        let meeting = || self.meeting(span).or_else(|| evidence.speaker.clone());
        said_by.clone().or_else(meeting)
    }

    /// The meeting that opens the sentence and says what follows: 会议强调,|要改造渔港9座.
    fn meeting(&self, span: &Span) -> Option<String> {
        let (start, _) = self.read.bounds(span);
        let opens = self.read.folded(start, span.start);
        let clause = opens.split_once([',', ':']).map(|(clause, _)| clause.trim_start())?;
        let named = MEETINGS.iter().find_map(|noun| Some(clause.rfind(noun)? + noun.len()))?;
        let (name, verb) = clause.split_at(named);
        let is_short = name.chars().count() <= MAX_MEETING_CHARS && verb.chars().count() <= MAX_BETWEEN_CHARS;
        let says = || self.words().quoting.end(verb) || ASKING.iter().any(|asks| verb.ends_with(asks));
        (is_short && says()).then(|| name.to_owned())
    }

    /// The person, or else the body, that the sentence names as the source of this span, or of the quotation
    /// around it.
    pub(super) fn said_by(&self, span: &Span) -> Option<String> {
        let (start, _) = self.read.bounds(span);
        self.named_before(start, span.start).or_else(|| self.who_is_quoted(span))
    }

    fn named_before(&self, start: usize, end: usize) -> Option<String> {
        let (people, bodies) = (&self.speech.people, &self.speech.bodies);
        let names = |span: &Span| span.end <= end && self.says(span.end, &[]);
        let asks = |span: &Span| span.end <= end && self.says(span.end, &ASKING);
        let opens = |span: &Span| self.opens_transcript(start, span);
        let within = people.partition_point(|person| person.span.start < start)
            ..people.partition_point(|person| person.span.start < end);
        let mut people = people[within].iter().rev();
        let person = people.find(|person| {
            let is_source = person.speaker || !self.is_governed(&person.span);
            is_source && asks(&person.span) || person.speaker && opens(&person.span)
        });
        let body = || {
            let within = bodies.partition_point(|body| body.span.start < start)
                ..bodies.partition_point(|body| body.span.start < end);
            let tells = |span: &Span| span.end <= end && (self.speaks_for(span.end) || self.is_learnt(span));
            bodies[within].iter().rev().find(|body| names(&body.span) || tells(&body.span))
        };
        person.map(|person| person.text.clone()).or_else(|| body().map(|body| body.text.clone()))
    }

    /// The person whose quotation holds this span: 李明说:“渔业很重要。|今年将…。”, “今年将…,”|李明告诉记者.
    fn who_is_quoted(&self, span: &Span) -> Option<String> {
        let before = self.read.folded(span.start.saturating_sub(MAX_QUOTATION_CHARS), span.start);
        let opens = before.rfind('“').filter(|at| !before[*at..].contains('”'))?;
        let open = span.start - before[opens..].chars().count();
        let after = self.read.folded(span.end, span.end + MAX_QUOTATION_CHARS);
        let inside =
            after.split_once('”').map(|(inside, _)| inside).filter(|inside| !inside.contains('“'))?;
        let close = span.end + inside.chars().count() + 1;
        let (start, _) = self.read.bounds(&Span::from(open..open + 1));
        self.named_before(start, open).or_else(|| self.named_behind(close))
    }

    /// The person who spoke the quotation that closes at this code point: ”|县渔业局局长李明说.
    fn named_behind(&self, close: usize) -> Option<String> {
        let people = &self.speech.people;
        let person = people.get(people.partition_point(|person| person.span.start < close))?;
        let between = self.read.folded(close, person.span.start);
        let is_near = between.chars().count() <= MAX_BEHIND_CHARS && !between.contains(['。', ',', '“']);
        let is_source = person.speaker || self.closes_with_saying(person.span.end);
        (is_source && is_near).then(|| person.text.clone())
    }

    /// Whether a verb of saying ends the sentence: ”李明|向代表们郑重承诺。.
    fn closes_with_saying(&self, end: usize) -> bool {
        let after = self.read.folded(end, end + MAX_ADJUNCT_CHARS);
        let clause = after.split_once('。').map(|(clause, _)| clause);
        clause.is_some_and(|clause| !clause.contains(',') && self.words().quoting.end(clause))
    }

    /// Whether a verb of saying ends the clause after a name: 李明|同志说:, 县渔业局|承诺,, 李明|在大会上指出,, 李明|向记者透露,.
    fn says(&self, end: usize, asking: &[&str]) -> bool {
        let after = self.read.folded(end, end + MAX_ADJUNCT_CHARS);
        let clause = after.split_once([',', ':']).map(|(clause, _)| clause);
        clause.is_some_and(|clause| {
            let is_near = clause.chars().count() < MAX_BETWEEN_CHARS;
            let is_adjunct = clause.starts_with(['在', '向', '对']);
            let says =
                || self.words().quoting.end(clause) || asking.iter().any(|verb| clause.ends_with(verb));
            (is_near || is_adjunct) && says()
        })
    }

    /// Whether something is said to this person: 对|李明|说.
    fn is_governed(&self, person: &Span) -> bool {
        let before = self.read.folded(person.start.saturating_sub(1), person.start);
        self.words().addressing.contains(&before)
    }

    /// Whether somebody speaks for the body that ends at this code point: 县渔业局|有关负责人表示,.
    fn speaks_for(&self, end: usize) -> bool {
        let after = self.read.folded(end, end + MAX_OFFICE_CHARS);
        let clause = after.split_once([',', ':']).map(|(clause, _)| clause);
        clause.is_some_and(|clause| {
            self.words().quoting.end(clause)
                && ["负责人", "发言人"].iter().any(|office| clause.contains(office))
        })
    }

    /// Whether something was learnt from the body: 从|县渔业局|获悉,.
    fn is_learnt(&self, body: &Span) -> bool {
        let after = self.read.folded(body.end, body.end + MAX_BETWEEN_CHARS);
        let from = self.read.folded(body.start.saturating_sub(1), body.start);
        from == "从" && LEARNT.iter().any(|word| after.starts_with(word))
    }

    /// Whether a name and a colon open the sentence: 李明|:今年我们….
    fn opens_transcript(&self, sentence: usize, person: &Span) -> bool {
        let opens = self.read.folded(sentence, person.start).trim().is_empty();
        opens && self.read.folded(person.end, person.end + 1) == ":"
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::shared;

    /// Who is responsible for the first entry of a text of 2025.
    fn responsible(text: &str) -> Option<String> {
        let extractor = shared().unwrap();
        let extraction = extractor.extract_with_text(text, Some(&"2025-03-12".parse().unwrap()));
        extractor.ledger(&[extraction]).entries.first()?.responsible.clone()
    }

    #[test]
    fn who_said_it_stands_with_each_mention() {
        let extractor = shared().unwrap();
        let text = "周文远表示，县政府将在6月底前建成渔港9座。";
        let ledger =
            extractor.ledger(&[extractor.extract_with_text(text, Some(&"2025-03-12".parse().unwrap()))]);
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
        assert_eq!(responsible("周文远说：“我们将改造老旧渔港9座。”"), person);
        assert_eq!(responsible("“今年将改造渔港9座。”县渔业局局长周文远说。"), person);
        assert_eq!(responsible("“今年将改造老旧渔港9座，”周文远告诉记者，“还将新建码头3座。”"), person);
        assert_eq!(responsible("周文远说：“渔业很重要。今年将改造渔港9座。”"), person);
        assert_eq!(responsible("周文远：今年我们计划改造渔港9座。"), person);
        let body = Some("县渔业局".to_owned());
        assert_eq!(responsible("记者从县渔业局获悉，今年将改造渔港9座。"), body);
        assert_eq!(responsible("县渔业局有关负责人表示，今年将改造渔港9座。"), body);
        assert_eq!(responsible("周文远承诺，今年将改造渔港9座。"), person);
        assert_eq!(responsible("周文远在今年的政府工作报告中提出，今年将改造渔港9座。"), person);
        assert_eq!(responsible("周文远向记者透露，今年将改造渔港9座。"), person);
        assert_eq!(responsible("“今年将改造渔港9座。”县长周文远向代表们郑重承诺。"), person);
        assert_eq!(responsible("县渔业局回复称，今年将改造渔港9座。"), body);
        assert_eq!(responsible("县渔业局回应：今年将改造渔港9座。"), body);
        assert_eq!(responsible("记者向周文远提出，今年将改造渔港9座。"), None);
        assert_eq!(responsible("周文远说：“渔业很重要。”今年将改造渔港9座。"), None);
    }

    #[test]
    fn a_meeting_says_it_and_is_not_responsible() {
        let extractor = shared().unwrap();
        for text in ["会议强调，要改造渔港9座。", "会议要求，年底前改造渔港9座。"] {
            let ledger =
                extractor.ledger(&[extractor.extract_with_text(text, Some(&"2025-03-12".parse().unwrap()))]);
            assert_eq!(ledger.entries[0].mentions[0].speaker.as_deref(), Some("会议"), "{text}");
            assert_eq!(ledger.entries[0].responsible, None);
        }
        let text = "会议要求，县渔业局年底前改造渔港9座。";
        let ledger =
            extractor.ledger(&[extractor.extract_with_text(text, Some(&"2025-03-12".parse().unwrap()))]);
        assert_eq!(ledger.entries[0].responsible.as_deref(), Some("县渔业局"));
        assert_eq!(responsible("周文远要求，年底前改造渔港9座。").as_deref(), Some("周文远"));
        assert_eq!(responsible("周文远说：“我们今年改造老旧渔港9座。”").as_deref(), Some("周文远"));
    }

    #[test]
    fn who_speaks_of_a_project_is_named() {
        let extractor = shared().unwrap();
        let text = "周文远说：“清溪公园10月底前建成。”";
        let ledger =
            extractor.ledger(&[extractor.extract_with_text(text, Some(&"2025-03-12".parse().unwrap()))]);
        assert_eq!(ledger.entries[0].mentions[0].speaker.as_deref(), Some("周文远"));
        assert_eq!(ledger.entries[0].responsible.as_deref(), Some("周文远"));
    }
}
