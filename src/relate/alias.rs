//! Short names that the text introduces, linked to what they stand for: 清溪县公安局（以下简称“县局”）.
//!
//! Runs before posts are tied, because it adds bodies that posts belong to.

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use super::Thread;
use crate::lexicon::Trigger;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::{CitationKind, RecordKind};
use crate::resolve::is_free;

/// Farthest that the bracket of an introduction opens before its cue, in characters:
/// （国办发〔2021〕12号，以下简称….
const MAX_REMARK_CHARS: usize = 60;
/// Most records between a title and its short form.
const MAX_RECORDS_BETWEEN: usize = 4;
/// Longest short name, in characters.
const MAX_ALIAS_CHARS: usize = 20;
/// Most short names kept that share their first character.
const MAX_NAMESAKES: usize = 64;
/// Ending of a part of a park, named in brackets after the park: 某某国家公园（城南片区）.
const PART: &str = "片区";
/// The office of a body, after its name.
const OFFICE: &str = "办公室";
/// Words before 称 in a cue, the longer ones first.
const CUES: [&str; 5] = ["以下简", "以下统", "以下", "简", "下"];

/// The short names that a document has introduced, by their first character.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    names: HashMap<char, Vec<Alias>>,
}

/// A short name and what it stands for.
#[derive(Debug, Clone)]
struct Alias {
    text: String,
    /// Detail of the full name's record.
    detail: Detail,
    /// Bytes of the mended text where the full name stands.
    full: Range<usize>,
}

/// A short name where it is introduced, and the index of the candidate that it stands for.
struct Introduction {
    short: Range<usize>,
    full: usize,
}

/// Links the short names of the sentence, adds those that no rule found, and remembers new ones.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    let introduced = introductions(scene, candidates);
    for introduction in introduced {
        let full = &candidates[introduction.full];
        let text = scene.slice(&introduction.short).to_owned();
        let place = thread.start + full.range.start..thread.start + full.range.end;
        thread.aliases.introduce(Alias { text, detail: full.detail.clone(), full: place });
    }
    if thread.aliases.names.is_empty() {
        return;
    }
    for candidate in candidates.iter_mut() {
        let kind = candidate.kind();
        let known = thread.aliases.of(scene.slice(&candidate.range), kind);
        candidate.stands_for = known.map(|alias| alias.full.clone());
    }
    add(scene, &thread.aliases, candidates);
}

impl Aliases {
    /// Remembers a short name; the later meaning of one introduced twice holds.
    fn introduce(&mut self, alias: Alias) {
        let Some(first) = alias.text.chars().next() else { return };
        let names = self.names.entry(first).or_default();
        names.retain(|known| known.text != alias.text);
        if names.len() < MAX_NAMESAKES {
            names.push(alias);
        }
    }

    /// The short name spelled so, of a record of this kind.
    fn of(&self, text: &str, kind: RecordKind) -> Option<&Alias> {
        let names = self.names.get(&text.chars().next()?)?;
        names.iter().find(|alias| alias.text == text && kind_of(&alias.detail) == Some(kind))
    }

    /// The longest short name of a body, a place or a project that opens this text.
    fn opening(&self, text: &str) -> Option<&Alias> {
        let names = self.names.get(&text.chars().next()?)?.iter();
        let spelled = names.filter(|alias| !matches!(alias.detail, Detail::Citation(_)));
        spelled.filter(|alias| text.starts_with(&alias.text)).max_by_key(|alias| alias.text.len())
    }
}

/// The kind of record, if short names of that kind are linked.
fn kind_of(detail: &Detail) -> Option<RecordKind> {
    match detail {
        Detail::Body(_) => Some(RecordKind::Bodies),
        Detail::Place { .. } => Some(RecordKind::Places),
        Detail::Project(_) => Some(RecordKind::Projects),
        Detail::Citation(_) => Some(RecordKind::Citations),
        _ => None,
    }
}

/// Adds the short names of bodies, places and projects that stand as words of their own where no other record
/// does; a coined phrase of the same words gives way.
fn add(scene: &Scene, aliases: &Aliases, candidates: &mut Vec<Candidate>) {
    let mut added: Vec<Candidate> = Vec::new();
    for token in scene.tokens.iter() {
        let start = token.range.start;
        let after = added.last().is_none_or(|last| last.range.end <= start);
        let Some(alias) = aliases.opening(&scene.text[start..]).filter(|_| after) else { continue };
        let range = start..start + alias.text.len();
        // 联席会议|办公室 is a body of its own, which is not the one that the short name stands for.
        let office = matches!(alias.detail, Detail::Body(_)) && scene.text[range.end..].starts_with(OFFICE);
        let name = if office { range.start..range.end + OFFICE.len() } else { range.clone() };
        // 云治工程|建设: the segmenter may join the end of a project's name to the next word.
        let ends_word =
            matches!(alias.detail, Detail::Project(_)) || scene.tokens.ending(range.end).is_some();
        if ends_word && (is_term(&range, candidates) || is_free(&range, candidates)) {
            let rule = match alias.detail {
                Detail::Body(_) => "body.alias",
                Detail::Project(_) => "project.alias",
                _ => "place.alias",
            };
            let mut candidate = Candidate::new(name, rule, Evidence::Context, alias.detail.clone());
            candidate.stands_for = Some(alias.full.clone()).filter(|_| !office);
            added.push(candidate);
        }
    }
    added.retain(|candidate| !scene.lexicon.is_removed(candidate.kind(), scene.slice(&candidate.range)));
    if !added.is_empty() {
        candidates.retain(|other| {
            let replaced = added.binary_search_by_key(&other.range.start, |alias| alias.range.start).is_ok();
            !(replaced && other.detail == Detail::Term)
        });
        candidates.extend(added);
        candidates.sort_by_key(|candidate| candidate.range.start);
    }
}

/// Whether exactly these words were taken for a coined phrase.
fn is_term(range: &Range<usize>, candidates: &[Candidate]) -> bool {
    let at = candidates.partition_point(|candidate| candidate.range.start < range.start);
    candidates.get(at).is_some_and(|found| found.range == *range && found.detail == Detail::Term)
}

/// The short names that the sentence introduces, with 简称, by a bracket alone or by 即.
fn introductions(scene: &Scene, candidates: &[Candidate]) -> Vec<Introduction> {
    let cued = scene.wake(Trigger::Alias).filter_map(|cue| cued(scene, cue, candidates));
    let full = candidates.iter().enumerate().filter(|(_, found)| is_name(found));
    let bracketed = full.filter_map(|(index, _)| bracketed(scene, index, candidates));
    let titles = candidates.iter().enumerate();
    let titled = titles.filter_map(|(index, _)| titled(scene, index, candidates));
    cued.chain(bracketed).chain(titled).collect()
}

fn is_name(candidate: &Candidate) -> bool {
    matches!(candidate.detail, Detail::Body(_) | Detail::Place { .. })
}

/// The short name after a full name and a cue, in brackets or after a comma: 清溪县公安局，以下简称“县局”. The last member
/// of a list has no short name, unless each member has its own. A short title may also stand in a later
/// clause: 《…》已经印发，以下简称《意见》.
fn cued(scene: &Scene, cue: Range<usize>, candidates: &[Candidate]) -> Option<Introduction> {
    let text = scene.text;
    let before = CUES.iter().find_map(|lead| text[..cue.start].strip_suffix(lead))?;
    let (short, quoted) = short_name(text, cue.end)?;
    let mut before = match opening_bracket(before) {
        Some(open) => &before[..open],
        None => before.trim_end_matches([',', ' ']),
    };
    // 《…》（国办发〔2021〕12号）（以下简称….
    while let Some(rest) = before.strip_suffix(')') {
        before = &rest[..opening_bracket(rest)?];
    }
    let end = before.trim_end_matches(['》', '”', ' ']).len();
    let full = ending_at(candidates, end).or_else(|| title_before(text, end, candidates))?;
    let is_citation = matches!(candidates[full].detail, Detail::Citation(_));
    let lead = text[..candidates[full].range.start].trim_end_matches(['《', '“']);
    let joined = lead.strip_suffix(['、', '和', '与', '及']);
    let alone = joined.is_none_or(|others| others.ends_with(')'));
    (alone && is_citation == (quoted == '《')).then_some(Introduction { short, full })
}

/// The short form of a title that 即 alone introduces in the bracket after it: 《…》(即《十六条》).
fn titled(scene: &Scene, index: usize, candidates: &[Candidate]) -> Option<Introduction> {
    let is_title = |found: &Candidate| matches!(found.detail, Detail::Citation(CitationKind::Title));
    let short = candidates.get(index).filter(|found| is_title(found))?.range.clone();
    let before = scene.text[..short.start].strip_suffix("(即《")?;
    let full = ending_at(candidates, before.trim_end_matches(['》', ' ']).len())?;
    is_title(&candidates[full]).then_some(Introduction { short, full })
}

/// The index of the name that ends at this byte: the one that starts last, if there are several.
fn ending_at(candidates: &[Candidate], end: usize) -> Option<usize> {
    let before = candidates.partition_point(|candidate| candidate.range.start < end);
    let near = candidates[..before].iter().enumerate().rev().take(3);
    let mut named = near.filter(|(_, found)| kind_of(&found.detail).is_some() && found.range.end == end);
    named.next().map(|(index, _)| index)
}

/// The index of the title that stands last before byte `end` in the same sentence.
fn title_before(text: &str, end: usize, candidates: &[Candidate]) -> Option<usize> {
    let before = candidates.partition_point(|candidate| candidate.range.end <= end);
    let mut titles = candidates[..before].iter().enumerate().rev().take(MAX_RECORDS_BETWEEN);
    let (title, found) =
        titles.find(|(_, found)| matches!(found.detail, Detail::Citation(CitationKind::Title)))?;
    let clause = &text[found.range.end..end];
    (clause.chars().count() <= MAX_REMARK_CHARS && !clause.contains('。')).then_some(title)
}

/// The byte of the bracket that is still open at the end of `before`.
fn opening_bracket(before: &str) -> Option<usize> {
    let remark = before.char_indices().rev().take(MAX_REMARK_CHARS);
    remark.take_while(|(_, c)| !matches!(c, ')' | '。')).find(|(_, c)| *c == '(').map(|(at, _)| at)
}

/// The short name after the cue without the marks around it, and the first character: the mark, if there is
/// one.
fn short_name(text: &str, start: usize) -> Option<(Range<usize>, char)> {
    let rest = text[start..].trim_start_matches(['为', ':', ' ']);
    let start = text.len() - rest.len();
    let first = rest.chars().next()?;
    let (lead, closing): (usize, &[char]) = match first {
        '《' => (first.len_utf8(), &['》']),
        '“' => (first.len_utf8(), &['”']),
        _ => (0, &[')', ',', '。', ';']),
    };
    let end = rest.char_indices().skip(1).take(MAX_ALIAS_CHARS).find(|(_, c)| closing.contains(c))?.0;
    let inside = rest[lead..end].trim_end();
    let short = inside.trim_start();
    let start = start + lead + (inside.len() - short.len());
    (short.chars().nth(1).is_some()).then_some((start..start + short.len(), first))
}

/// The short name in a bracket right after a name: another name of the zone (二七经济技术开发区（马寨产业集聚区）), an
/// abbreviation, whose characters all stand in the name in the same order (东南亚国家联盟（东盟）), or initials
/// (世界卫生组织（WHO）).
fn bracketed(scene: &Scene, full: usize, candidates: &[Candidate]) -> Option<Introduction> {
    let name = &candidates[full];
    let rest = scene.text[name.range.end..].strip_prefix('(')?;
    let end = rest.char_indices().take(MAX_ALIAS_CHARS).find(|(_, c)| *c == ')')?.0;
    let start = name.range.end + 1;
    let short = start..start + end;
    let inside = candidates[full + 1..].iter().take_while(|found| found.range.start < short.end).next();
    let same_zone = inside.is_some_and(|other| {
        other.range == short && is_zone(scene, name) && is_zone(scene, other) && !rest[..end].ends_with(PART)
    });
    let other_kind = inside.is_some_and(|other| is_name(other) && other.kind() != name.kind());
    let initials = name.kind() == RecordKind::Bodies && is_initials(&rest[..end]);
    let abbreviates = initials || !other_kind && abbreviates(&rest[..end], scene.slice(&name.range));
    (same_zone || abbreviates).then_some(Introduction { short, full })
}

/// Whether this is a zone or a park; one ground may have two names.
fn is_zone(scene: &Scene, candidate: &Candidate) -> bool {
    candidate.rule == "place.zone" || is_name(candidate) && scene.slice(&candidate.range).ends_with("开发区")
}

fn is_initials(short: &str) -> bool {
    short.len() > 1 && short.chars().all(|c| c.is_ascii_uppercase())
}

fn abbreviates(short: &str, name: &str) -> bool {
    let mut left = name.chars();
    let fewer = (2..name.chars().count()).contains(&short.chars().count());
    fewer && short.chars().all(|character| left.any(|other| other == character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relate::testing::in_last;

    /// The linked names of the last sentence.
    fn linked(sentences: &[&str]) -> Vec<String> {
        in_last(sentences, relate, |scene, standing| {
            let linked = standing.iter().filter(|found| found.stands_for.is_some());
            linked.map(|found| scene.slice(&found.range).to_owned()).collect()
        })
    }

    #[test]
    fn a_short_name_is_introduced_with_a_cue() {
        for (text, short) in [
            ("为落实《农村供水条例》(以下简称《条例》),制定本办法。", "条例"),
            ("印发《清溪县供水办法》(清政发〔2021〕12号,以下简称《办法》)。", "办法"),
            ("印发《清溪县供水办法》(清政发〔2021〕12号)(以下简称《办法》)。", "办法"),
            ("由郑州市公安局(以下简称“市局”)负责。", "市局"),
            ("由郑州市公安局,以下简称市局,负责。", "市局"),
            ("实施云河综合治理工程(以下简称“云治工程”)。", "云治工程"),
            ("印发《关于农村供水的十条意见》(即《十条》)。", "十条"),
            ("《关于供水的意见》已经印发,以下简称《意见》。", "意见"),
        ] {
            assert_eq!(linked(&[text]), [short], "{text}");
        }
    }

    #[test]
    fn a_short_name_is_linked_wherever_it_stands_later() {
        let first = "由郑州市公安局(以下简称“市局”)负责。";
        assert_eq!(linked(&[first, "市局要抓好落实。"]), ["市局"]);
        assert_eq!(linked(&[first, "市局办公室负责。"]), [""; 0]);
        let first = "为落实《农村供水条例》(以下简称《条例》),制定本办法。";
        assert_eq!(linked(&[first, "《条例》施行一年来,供水有了保障。"]), ["条例"]);
        assert_eq!(linked(&[first, "条例要求严格。"]), [""; 0]);
        let first = "实施云河综合治理工程(以下简称“云治工程”)。";
        assert_eq!(linked(&[first, "加快云治工程建设。"]), ["云治工程"]);
        let each = "郑州大学(以下简称“郑大”)与河南大学(以下简称“河大”)签约。";
        assert_eq!(linked(&[each]), ["郑大", "河大"]);
    }

    #[test]
    fn a_bracket_alone_introduces_an_abbreviation_or_another_name_of_a_zone() {
        assert_eq!(linked(&["加强同东南亚国家联盟(东盟)的合作。"]), ["东盟"]);
        assert_eq!(linked(&["世界卫生组织(WHO)表示欢迎。"]), ["WHO"]);
        assert_eq!(linked(&["郑州经济技术开发区(马寨产业集聚区)发展很快。"]), ["马寨产业集聚区"]);
        for text in [
            "郑州市(二七区)发展很快。",
            "郑州大学(本部)迁址。",
            "清溪国家森林公园(河口片区)开放。",
            "河南省人民医院(河南)",
        ] {
            assert_eq!(linked(&[text]), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_list_and_an_unknown_name_introduce_nothing() {
        for text in [
            "郑州市公安局、郑州市财政局(以下简称两局)负责。",
            "落实《甲条例》和《乙办法》(以下简称《办法》)。",
            "各有关单位(以下简称单位)要负责。",
            "郑州市公安局负责,简称什么都可以。",
            "《甲条例》即将印发(见《办法》)。",
            "(以下简称",
            "称",
        ] {
            assert_eq!(linked(&[text]), [""; 0], "{text}");
        }
    }
}
