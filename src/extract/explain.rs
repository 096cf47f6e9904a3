//! Explains why a record is there: the way of each sentence from tokens to records.

use std::fmt;

use super::{Extractor, Observer};
use crate::layout::Sentence;
use crate::lexicon::Lexicon;
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::RecordKind;

/// How a text was read, sentence by sentence. [`Display`](fmt::Display) writes it for a reader.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Explanation {
    /// The sentences in text order.
    pub sentences: Vec<ExplainedSentence>,
}

/// A sentence, its tokens, and what the rules proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedSentence {
    /// The sentence as recognisers saw it: half-width, broken lines mended.
    pub text: String,
    /// Words and their tags in jieba's letters.
    pub tokens: Vec<(String, String)>,
    /// What the rules proposed, in text order; at the end, records that the rest of the document added.
    pub proposals: Vec<Proposal>,
}

/// What a rule proposed, and whether it became a record.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Proposal {
    /// The kind of record.
    pub kind: RecordKind,
    /// The words.
    pub text: String,
    /// Id of the rule.
    pub rule: String,
    /// False where an overlapping proposal won, where nobody holds a post, where the surroundings show that
    /// it is no record (the credits of a page), and for kinds that the extractor leaves out.
    pub stands: bool,
    /// The year in which a standing term was first put forward, where that is public knowledge.
    pub since: Option<String>,
    /// What is known of a record that stands, such as its stage, what it counts, or by when; empty where
    /// nothing is.
    pub told: Vec<String>,
}

impl Extractor {
    /// Reads a text as [`Extractor::extract`] does, and says how each sentence was read.
    ///
    /// ```
    /// let explanation = zhengce::shared()?.explain("新增“专精特新”企业13家。");
    /// let sentence = &explanation.sentences[0];
    /// assert_eq!(sentence.tokens[0].0, "新增");
    /// let figure = sentence.proposals.iter().find(|proposal| proposal.text == "13家").unwrap();
    /// assert!(figure.stands);
    /// assert_eq!(figure.rule, "figure.unit");
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn explain(&self, text: &str) -> Explanation {
        let mut explanation = Explanation::default();
        self.read(text, None, &mut explanation);
        for proposal in explanation.sentences.iter_mut().flat_map(|sentence| &mut sentence.proposals) {
            proposal.stands &= self.kinds.contains(&proposal.kind);
        }
        explanation
    }
}

impl Observer for Explanation {
    fn proposed(&mut self, scene: &Scene, candidates: &[Candidate]) {
        let tokens = scene.tokens.iter();
        let tokens = tokens.map(|token| (token.word.to_owned(), token.tag.to_owned()));
        let mut in_order: Vec<&Candidate> = candidates.iter().collect();
        in_order.sort_by_key(|candidate| (candidate.range.start, candidate.range.end));
        let proposals =
            in_order.iter().map(|candidate| proposal(scene.text, candidate, scene.lexicon)).collect();
        let text = scene.text.to_owned();
        self.sentences.push(ExplainedSentence { text, tokens: tokens.collect(), proposals });
    }

    fn standing(&mut self, text: &str, sentences: &[(&Sentence, Vec<Candidate>)], lexicon: &Lexicon) {
        let first = self.sentences.len().saturating_sub(sentences.len());
        for (explained, (sentence, candidates)) in self.sentences[first..].iter_mut().zip(sentences) {
            let text = &text[sentence.range.clone()];
            for candidate in candidates {
                let stood = proposal(text, candidate, lexicon);
                let told = told(text, candidates, candidate);
                // No rule proposed what a relation added.
                match explained.proposals.iter_mut().find(|earlier| **earlier == stood) {
                    Some(earlier) => (earlier.stands, earlier.told) = (true, told),
                    None => explained.proposals.push(Proposal { stands: true, told, ..stood }),
                }
            }
        }
    }
}

fn proposal(sentence: &str, candidate: &Candidate, lexicon: &Lexicon) -> Proposal {
    let text = sentence[candidate.range.clone()].to_owned();
    let since = match candidate.detail {
        Detail::Term => lexicon.terms.first_year(&text).map(str::to_owned),
        _ => None,
    };
    Proposal {
        kind: candidate.kind(),
        text,
        rule: candidate.rule.to_string(),
        stands: false,
        since,
        told: Vec::new(),
    }
}

/// What the relations know of a record, by the names of its fields: stage=planned, of=学校.
fn told(sentence: &str, candidates: &[Candidate], candidate: &Candidate) -> Vec<String> {
    let mut told = Vec::new();
    match &candidate.detail {
        Detail::Project(project) => {
            told.extend(project.stage.map(|stage| format!("stage={}", stage.name())));
            told.extend(project.aim.then(|| "aim".to_owned()));
        }
        Detail::Figure(figure) => {
            told.extend(figure.of.clone().map(|of| format!("of={}", &sentence[of])));
            told.push(format!("status={}", figure.status.name()));
            told.push(format!("change={}", figure.change.name()));
        }
        Detail::Time(time) => told.extend(time.iso.as_ref().map(|iso| format!("iso={iso}"))),
        Detail::Measure(measure) => {
            told.push(format!("status={}", measure.status.name()));
            told.push(format!("force={}", measure.force.name()));
            let deadline = measure.deadline.and_then(|at| candidates.get(at));
            told.extend(deadline.map(|time| format!("deadline={}", &sentence[time.range.clone()])));
        }
        _ => {}
    }
    told
}

impl fmt::Display for Explanation {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        for sentence in &self.sentences {
            writeln!(to, "{}", sentence.text)?;
            let tokens: Vec<String> =
                sentence.tokens.iter().map(|(word, tag)| format!("{word}/{tag}")).collect();
            writeln!(to, "    {}", tokens.join(" "))?;
            for Proposal { kind, text, rule, stands, since, told } in &sentence.proposals {
                let sign = if *stands { '+' } else { '-' };
                let since = since.as_ref().map(|year| format!("  since {year}")).unwrap_or_default();
                let told = told.iter().map(|told| format!("  {told}")).collect::<String>();
                writeln!(to, "  {sign} {:<10} {text}  {rule}{since}{told}", kind.name())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::shared;

    #[test]
    fn what_lost_is_shown_beside_what_won() {
        let written = shared().unwrap().explain("浙江大学新增教授3名。\n今年继续。").to_string();
        assert!(written.contains("  + bodies     浙江大学  "), "{written}");
        assert!(written.contains("  - places     浙江  "), "{written}");
        assert!(written.contains("  + figures    3名  figure.unit"), "{written}");
        assert!(written.contains("今年/t"), "{written}");
        let written = shared().unwrap().explain("力争2030年底前建成青岩水库。").to_string();
        for told in ["stage=completed  aim", "iso=2030-12", "force=strive  deadline=2030年底前"] {
            assert!(written.contains(told), "{told}: {written}");
        }
        let written = shared().unwrap().explain("共建“一带一路”。").to_string();
        assert!(written.contains("  + terms      一带一路  term.known  since 2013"), "{written}");
    }

    #[test]
    fn what_stands_is_what_is_extracted() {
        let numerals = crate::Extractor::builder().kinds([crate::RecordKind::Figures]).build().unwrap();
        let page = "来源：清溪日报　发布时间：2025年3月2日　阅读：123次\n新增渔港3座。";
        let seed = include_str!("../../seeds/000_50258b5993b927a1.txt");
        for (extractor, text) in [(shared().unwrap(), page), (shared().unwrap(), seed), (&numerals, seed)] {
            let proposals =
                extractor.explain(text).sentences.into_iter().flat_map(|sentence| sentence.proposals);
            let mut stand: Vec<String> = proposals
                .filter(|one| one.stands)
                .map(|one| format!("{} {}", one.kind.name(), one.rule))
                .collect();
            let records = extractor.extract(text).speeches;
            let kinds = |rules: Vec<&str>, kind: &str| {
                rules.iter().map(|rule| format!("{kind} {rule}")).collect::<Vec<_>>()
            };
            let mut given = Vec::new();
            for speech in &records {
                given.extend(kinds(speech.figures.iter().map(|one| &*one.rule).collect(), "figures"));
                given.extend(kinds(speech.measures.iter().map(|one| &*one.rule).collect(), "measures"));
                given.extend(kinds(speech.people.iter().map(|one| &*one.rule).collect(), "people"));
                given.extend(kinds(speech.times.iter().map(|one| &*one.rule).collect(), "times"));
            }
            stand.retain(|one| {
                ["figures", "measures", "people", "times"].iter().any(|kind| one.starts_with(kind))
            });
            stand.sort();
            given.sort();
            assert_eq!(stand, given);
        }
    }
}
