//! Words between quotation marks, and the nouns that call them somebody's words.

use crate::lexicon::is_han;
use crate::recognise::Scene;

/// Fewest characters of a quotation that is no slogan.
const MIN_CLAUSE_CHARS: usize = 14;
/// Longest quotation that is looked through for its end, in characters.
const MAX_QUOTATION_CHARS: usize = 300;
/// Longest stretch between a person and the noun for their words: 毛主席(的一系列)指示.
const MAX_NOUN_AHEAD_CHARS: usize = 12;
/// Longest noun for somebody's words, in characters.
const MAX_NOUN_CHARS: usize = 4;
/// Marks that stand in sentences and in no slogan.
const MARKS: [char; 6] = [',', ';', ':', '?', '!', '。'];

/// A quotation, from its opening mark.
pub(super) struct Quotation<'t> {
    said: &'t str,
    end: usize,
}

impl<'t> Quotation<'t> {
    /// The quotation that opens at this byte, blanks aside; it may go on into the next sentence.
    pub(super) fn at(text: &'t str, at: usize) -> Option<Self> {
        let start = at + text[at..].len() - text[at..].trim_start().len();
        let inside = start + '“'.len_utf8();
        text[start..].starts_with('“').then(|| {
            let mut said = text[inside..].char_indices().take(MAX_QUOTATION_CHARS);
            match said.find(|(_, c)| *c == '”') {
                Some((close, mark)) => {
                    let close = inside + close;
                    Quotation { said: &text[inside..close], end: close + mark.len_utf8() }
                }
                None => Quotation { said: &text[inside..], end: text.len() },
            }
        })
    }

    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// Whether it is somebody's sentence and no name, coinage or slogan.
    pub(super) fn is_clause(&self) -> bool {
        let mut said = self.said.chars();
        said.by_ref().take(MIN_CLAUSE_CHARS - 1).any(|c| MARKS.contains(&c)) || said.next().is_some()
    }
}

/// Whether the quotation that ends here is called somebody's words: “…”的号召, “…”等一系列指示.
pub(super) fn has_words_noun(scene: &Scene, end: usize) -> bool {
    let after = &scene.text[end..];
    after.starts_with(['的', '等', '这']) && nouns_in(scene, after).next().is_some()
}

/// Whether words after a person are called that person's and quoted: 毛主席的指示:“…”, 关于“…”的教导.
pub(super) fn words_of(scene: &Scene, end: usize) -> bool {
    let text = scene.text;
    let rest = &text[end..];
    if let Some(about) = rest.strip_prefix("关于") {
        let said = Quotation::at(text, text.len() - about.len());
        return said.is_some_and(|said| said.is_clause() && has_words_noun(scene, said.end()));
    }
    let mut nouns = nouns_in(scene, rest);
    nouns.any(|noun| {
        // 批评周文远的来信上批示: what is written there is somebody else's.
        let elsewhere = rest[..noun].contains(['上', '中', '里', '时']);
        let after = rest[noun..].trim_start_matches('是');
        let colon = after.strip_prefix(':').map(|said| text.len() - said.len());
        !elsewhere && colon.is_some_and(|at| Quotation::at(text, at).is_some())
    })
}

/// Whether a noun for somebody's words ends this text.
pub(super) fn ends_with_words(scene: &Scene, text: &str) -> bool {
    let starts = text.char_indices().rev().take(MAX_NOUN_CHARS).map(|(at, _)| at);
    starts.into_iter().any(|start| scene.lexicon.people.is_words(&text[start..]))
}

/// The bytes at which nouns for somebody's words end, in the run of characters that opens the text.
fn nouns_in<'t>(scene: &'t Scene, text: &'t str) -> impl Iterator<Item = usize> + 't {
    let run = text.char_indices().take(MAX_NOUN_AHEAD_CHARS).take_while(|(_, c)| is_han(*c));
    run.filter_map(|(at, _)| scene.lexicon.people.words.longest_at(text, at).map(|(noun, ())| noun.end))
}
