//! The line that a page adds to a text: 来源:… 作者:… 发布时间:… 阅读:123次. It names who, where and when, and nothing
//! else.

use crate::layout::{Role, Sentence};
use crate::lexicon::Furniture;
use crate::recognise::{Candidate, Detail};

/// Removes what seems to be done or counted in such lines; in a line of several labels nobody gives a speech.
pub(crate) fn relate(text: &str, sentences: &mut [(&Sentence, Vec<Candidate>)], furniture: &Furniture) {
    for (sentence, candidates) in sentences.iter_mut().filter(|(sentence, _)| sentence.role == Role::Dateline)
    {
        let line = &text[sentence.range.clone()];
        if !furniture.opens_dateline(line) {
            continue;
        }
        candidates
            .retain(|one| !matches!(one.detail, Detail::Figure(_) | Detail::Measure(_) | Detail::Project(_)));
        if furniture.is_credits(line) {
            for candidate in candidates {
                if let Detail::Person(person) = &mut candidate.detail {
                    person.speaker = false;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Extractor;

    #[test]
    fn a_line_of_credits_names_and_does_nothing() {
        let extractor = Extractor::builder().build().unwrap();
        let credits = "来源：青溪县渔业局 作者：周文远 发布时间：2025-03-02 阅读：123次";
        let dated = extractor.extract("渔港通知\n来源：青溪日报 作者：周三 发布时间：2025-03-02\n渔港开工。");
        assert_eq!(dated.date.as_deref(), Some("2025-03-02"));
        for text in [format!("渔港通知\n{credits}\n渔港开工。"), format!("渔港通知\n渔港开工。\n{credits}")]
        {
            let speech = extractor.extract(&text).speeches.remove(0);
            assert!(speech.figures.is_empty() && speech.measures.is_empty(), "{text}");
            assert_eq!(speech.speaker, None, "{text}");
            assert!(speech.people.iter().all(|person| !person.speaker), "{text}");
            assert_eq!(speech.times[0].iso.as_deref(), Some("2025-03-02"), "{text}");
        }
        let said = extractor.extract("渔港开工。\n作者：周文远").speeches.remove(0);
        assert!(said.people[0].speaker, "whom one label alone presents is the author");
    }
}
