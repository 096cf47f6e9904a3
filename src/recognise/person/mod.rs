//! Recognises people: public figures, and names that a byline, a title, a credit or a quotation presents.
//!
//! | file | question |
//! |---|---|
//! | [`name`], [`tokens`], [`edge`] | where a name starts and ends |
//! | [`address`], [`appointed`], [`author`], [`entry`], [`roll`], [`state`], [`quote`] | names by context |
//! | [`deed`], [`wordlike`] | names shown by what the person does or says |
//! | [`bare`], [`shape`], [`four`], [`foreign`] | names by their shape alone |
//! | [`list`], [`crowd`], [`run`] | names in a row |
//! | [`again`] | names that occur again |
//! | [`doctrine`] | names inside other names |

mod address;
mod again;
mod appointed;
mod author;
mod bare;
mod crowd;
mod deed;
mod doctrine;
mod edge;
mod entry;
mod foreign;
mod four;
mod list;
mod name;
mod quote;
mod roll;
mod run;
mod shape;
mod state;
#[cfg(test)]
mod tests;
mod tokens;
mod wordlike;

pub(crate) use again::{again, likely};
pub(crate) use appointed::{COURTESY, MAX_BRACKET_CHARS};
pub(crate) use author::presents_author;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::lexicon::{Beside, Title};
use crate::recognise::{Candidate, Detail, Evidence, Person, Scene};
use address::addressed;
use appointed::appointed;
use bare::bare;
use deed::{doers, introduced, transcribed_speaker};
use edge::opening_of;
use list::{beside_names, lists_of_names, spaced_lists};
use name::{NameEnd, Names};
pub(crate) use quote::{CLAUSE_MARKS, after_adverbs};

/// How many characters a clause is read back from a verb of saying.
const MAX_CLAUSE_CHARS: usize = 16;
/// Longest title of a work, in characters.
const MAX_TITLE_CHARS: usize = 40;

/// Bytes of a Chinese character.
const HAN_BYTES: usize = '某'.len_utf8();
/// Bytes of a full Chinese name of three characters.
const FULL_NAME_BYTES: usize = 3 * HAN_BYTES;

/// Proposes everybody whom the sentence names.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    if let Some(byline) = &scene.byline {
        // The byline of a report names its writer, not a speaker.
        let posts = scene.text[..byline.name.start].trim_end();
        let speaker = !scene.lexicon.posts.reports(posts);
        let detail = Detail::Person(Person { speaker, posts: Vec::new() });
        candidates.push(Candidate::new(byline.name.clone(), "person.byline", Evidence::Certain, detail));
        return;
    }
    let mut reader = Reader { scene, names: Names::new(scene), found: Vec::new() };
    reader.known();
    reader.signers();
    reader.transcribed();
    reader.beside_titles();
    reader.beside_words();
    reader.deeds();
    reader.words_as_names();
    reader.opening_speaker();
    reader.signature();
    reader.lists();
    reader.entries();
    candidates.extend(reader.into_candidates());
}

/// A name and the rule that found it.
struct Found {
    range: Range<usize>,
    rule: &'static str,
    evidence: Evidence,
    speaker: bool,
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    names: Names<'a>,
    found: Vec<Found>,
}

impl Reader<'_> {
    fn push(&mut self, range: Range<usize>, rule: &'static str, evidence: Evidence) {
        // Some bodies look like people's names, such as 哈马斯; but a name that a title presents is a person:
        // 主席|包钢.
        let presented = matches!(rule, "person.title-before" | "person.title-after" | "person.courtesy");
        let body = self.scene.lexicon.bodies.names.get(self.scene.slice(&range));
        if !presented && body.is_some_and(Option::is_some) || is_in_title(self.scene.text, range.start) {
            return;
        }
        let range = if evidence == Evidence::Certain { range } else { self.names.trimmed(range) };
        let range = self.names.with_parts_after(range);
        let ordinary = match rule {
            "person.known" => false,
            "person.deed" | "person.names" | "person.state" => self.names.is_no_person(&range),
            _ => self.names.is_no_person(&range) || self.names.is_ordinary(&range),
        };
        if ordinary {
            return;
        }
        self.found.push(Found { range, rule, evidence, speaker: false });
    }

    /// Finds those who sign in a bracket or in a line, who have a post, or who are named by a surname alone.
    fn signers(&mut self) {
        for name in self.names.signers() {
            self.push(name, "person.signer", Evidence::Context);
        }
        for name in appointed(self.scene, self.names) {
            self.push(name, "person.appointed", Evidence::Context);
        }
        for name in addressed(self.scene, self.names) {
            self.push(name, "person.surname", Evidence::Form);
        }
    }

    /// Finds public figures, who need no post.
    fn known(&mut self) {
        for (range, length) in self.scene.find(&self.scene.lexicon.people.known) {
            let whole = !self.names.is_cut_short(range.start, range.start + length);
            if whole && self.names.stands(range.start, range.end) {
                let start = self.names.start_before_dot(range.start);
                self.push(start..range.start + length, "person.known", Evidence::Certain);
            }
        }
    }

    /// Finds names with · inside, in the characters of transcription: 艾尔肯·吐尼亚孜.
    fn transcribed(&mut self) {
        let scene = self.scene;
        if !self.names.dotted {
            return;
        }
        let mut from = 0;
        for (dot, _) in scene.text.match_indices('·') {
            if dot < from {
                continue;
            }
            if let Some(range) = self.names.around_dot(dot) {
                from = range.end;
                self.push(range, "person.transcribed", Evidence::Context);
            }
        }
    }

    /// Finds names right before or right after a title: 县长李刚, 李克强总理. After a mere profession the segmenter
    /// must see a name, too: 村民增收 is none.
    fn beside_titles(&mut self) {
        let scene = self.scene;
        for (title, kind) in scene.titles() {
            let after = !matches!(kind, Title::Plain | Title::Front) && !kind.is_profession();
            // After a full name a profession is an address, too: 周文远导演.
            let addressed = |start: usize| kind.is_profession() && self.names.leads(start..title.start);
            // A title that many hold needs a full name before it: 周文远委员.
            let seated = |start: usize| {
                kind == Title::Plain
                    && title.start - start >= FULL_NAME_BYTES
                    && self.names.is_tagged(start..title.start)
            };
            if let Some(start) = self.names.ending_at(title.start).filter(|start| {
                !scene.lexicon.places.is_place(&scene.text[*start..title.start])
                    && (after
                        || title.start - start >= FULL_NAME_BYTES && addressed(*start)
                        || seated(*start))
            }) {
                // The verb is no part of the name: 王小川任|秘书长.
                let taken = &scene.text[start..title.start];
                let end = match taken.strip_suffix('任').filter(|name| name.chars().nth(1).is_some()) {
                    Some(name) => start + name.len(),
                    None => title.start,
                };
                self.push(start..end, "person.title-after", Evidence::Context);
            }
            // The closing mark of an honour stands between title and name: “时代楷模”周文远.
            let start = title.end + opening_of(&scene.text[title.end..]);
            if scene.lexicon.posts.reports(scene.slice(&title))
                && let Some(reporters) = self.names.reporters_at(start)
            {
                for name in reporters {
                    self.push(name, "person.title-before", Evidence::Context);
                }
                continue;
            }
            let presented = |name: &NameEnd| {
                let tagged = || self.names.is_tagged(start..name.end) || self.names.is_sure(start..name.end);
                !kind.is_profession() || (name.closed || name.end - start == FULL_NAME_BYTES) && tagged()
            };
            if let Some(name) = self.names.starting_at(start).filter(presented) {
                self.push(start..name.end, "person.title-before", Evidence::Context);
            } else if kind == Title::Office
                && let Some(end) = self.names.of_state(title.start, start)
            {
                self.push(start..end, "person.state", Evidence::Context);
            }
        }
    }

    /// Finds names that a deed or a transcript's colon presents.
    fn deeds(&mut self) {
        for name in doers(self.scene, self.names) {
            self.push(name, "person.deed", Evidence::Form);
        }
        for name in introduced(self.scene, self.names) {
            self.push(name, "person.introduced", Evidence::Context);
        }
        for name in bare(self.scene, self.names) {
            self.push(name, "person.shape", Evidence::Form);
        }
        if let Some(name) = transcribed_speaker(self.scene, self.names) {
            self.push(name, "person.transcript", Evidence::Context);
        }
    }

    /// Finds names beside words such as 同志, 作者, 表示.
    fn beside_words(&mut self) {
        let scene = self.scene;
        for (word, class) in scene.find(&scene.lexicon.people.beside) {
            match class {
                Beside::Courtesy => {
                    let is_free = |_: &usize| !self.names.opens_doctrine(word.start);
                    if let Some(start) = self.names.ending_at(word.start).filter(is_free) {
                        self.push(start..word.start, "person.courtesy", Evidence::Context);
                    }
                }
                Beside::Credit | Beside::Author => {
                    self.credit(&word);
                }
                Beside::Verb | Beside::Quoting => self.source(&word),
                _ => {}
            }
        }
    }

    /// Finds a name that is a clause with a verb of saying: 周文远表示,….
    fn source(&mut self, verb: &Range<usize>) {
        let text = self.scene.text;
        if !text[verb.end..].starts_with([',', ':', '“']) {
            return;
        }
        let clause = text[..verb.start].char_indices().rev().take(MAX_CLAUSE_CHARS);
        let words = clause.take_while(|(_, c)| !CLAUSE_MARKS.contains(c)).last();
        let Some((clause, _)) = words else { return };
        let start = match self.scene.beside_at(clause) {
            Some((end, Beside::Lead)) => end,
            _ => clause,
        };
        let name = self.names.starting_at(start).filter(|name| name.closed);
        let Some(name) = name else { return };
        if after_adverbs(self.scene, name.end) == verb.start && self.names.reads_as_name(start..name.end) {
            self.push(start..name.end, "person.source", Evidence::Context);
        }
    }

    /// Finds names in lists: those beside a name, and several that make a list by themselves.
    fn lists(&mut self) {
        self.found.sort_by_key(|found| found.range.start);
        let found: Vec<Range<usize>> = self.found.iter().map(|found| found.range.clone()).collect();
        for name in beside_names(self.scene, self.names, &found) {
            self.push(name, "person.list", Evidence::Context);
        }
        for name in lists_of_names(self.scene, self.names) {
            self.push(name, "person.names", Evidence::Form);
        }
        let crowd = self.names.crowds();
        if let (Some(first), Some(last)) = (crowd.first(), crowd.last()) {
            // Other finds inside the row have wrong edges.
            let row = first.start..last.end;
            self.found.retain(|found| found.range.end <= row.start || row.end <= found.range.start);
        }
        for name in crowd {
            self.push(name, "person.names", Evidence::Context);
        }
        for name in spaced_lists(self.scene).into_iter().chain(self.names.on_rolls()) {
            self.push(name, "person.spaced", Evidence::Context);
        }
    }

    fn into_candidates(self) -> Vec<Candidate> {
        // An author speaks in the text, whichever rule finds the name.
        let credited = self.found.iter().filter(|found| found.rule == "person.author");
        let authors: BTreeSet<usize> = credited.map(|found| found.range.start).collect();
        let candidate = |found: &Found| {
            let speaker = found.speaker || authors.contains(&found.range.start);
            let person = Person { speaker, posts: Vec::new() };
            Candidate::new(found.range.clone(), found.rule, found.evidence, Detail::Person(person))
        };
        self.found.iter().map(candidate).collect()
    }
}

/// Whether this byte lies inside a title: 《毛主席语录》 mentions no person.
fn is_in_title(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev().take(MAX_TITLE_CHARS);
    before.find(|c| matches!(c, '《' | '》')) == Some('《')
}
