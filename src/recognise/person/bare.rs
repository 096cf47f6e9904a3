//! Recognises names that no title and no word beside them presents, by their shape and their place in the
//! sentence: 周文远在决赛中….

use std::ops::Range;

use super::address::{FAMILIAR, familiar_at};
use super::name::Names;
use super::quote::after_adverbs;
use super::shape::{SURE, Shaped};
use super::tokens::{is_function, is_named};
use super::{FULL_NAME_BYTES, HAN_BYTES};
use crate::lexicon::{Beside, NameCue, Trigger, is_han};
use crate::recognise::Scene;
use crate::segment::Token;

/// The lead that a name of three characters needs before a deed that only people do.
const BEFORE_DEED: f32 = 4.0;
/// The same for a name of two characters.
const SHORT_BEFORE_DEED: f32 = 6.0;
/// The lead at which a name of three characters stands wherever it is.
const OUTSTANDING: f32 = 9.0;
/// The same for a name of two characters.
const SHORT_OUTSTANDING: f32 = 8.0;
/// How much more a name must lead beside 、.
const LISTED: f32 = 3.0;
/// The lead that a transcribed name needs before a deed that only people do.
const FOREIGN_BEFORE_DEED: f32 = 8.0;
/// The same for one that is a single word of the segmenter's guess.
const GUESSED_BEFORE_DEED: f32 = 5.0;
/// The lead that a transcribed name needs after a country.
const FOREIGN_OF_COUNTRY: f32 = 6.0;
/// The lead that a transcribed name needs alone in its clause.
const FOREIGN_SURE: f32 = 9.0;
/// Fewest characters of a transcribed name that nothing presents.
const MIN_FOREIGN_CHARS: usize = 2;
/// Logarithm of the share of a common word: one of six hundred thousand.
const COMMON: f32 = -13.4;
/// Logarithm of the share of a surname that one person in two hundred bears.
const COMMON_SURNAME: f32 = -5.3;
/// The lead that a name needs if it ends as waters, heights and ways do.
const SURE_ON_LAND: f32 = 11.0;

/// Finds every name that stands free and leads far enough for what follows it.
pub(super) fn bare(scene: &Scene, names: Names) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let may_be_familiar = scene.wakes(Trigger::Familiar);
    let mut read = |start: usize, before: Option<&Token>| {
        let is_free = || found.last().is_none_or(|last| last.end <= start);
        let familiar = if may_be_familiar { familiar_at(scene, names, start) } else { None };
        if let Some(end) = familiar.filter(|_| is_free()) {
            found.push(start..end);
        } else if may_open(scene, names, start) && is_free() {
            let bare = if is_open(scene, before, start) { bare_at(scene, names, start) } else { None };
            found.extend(bare.or_else(|| outstanding_at(scene, names, start, before)));
        }
    };
    let lexicon = scene.lexicon;
    let openers = lexicon.names.surnames.openers() | lexicon.names.parts.openers();
    let openers = openers | lexicon.names.transcribing.openers() | lexicon.people.beside.openers();
    let mut before = None;
    for token in scene.tokens.iter() {
        // Neither a name nor 老 or 小 opens most words.
        let start = token.range.start;
        if scene.opens_one_of(openers, start) || may_be_familiar && token.word.starts_with(FAMILIAR) {
            read(token.range.start, before);
            if let Some(start) = after_particle(scene, token) {
                read(start, None);
            }
        }
        before = Some(token);
    }
    found
}

/// The name that starts here and leads so far that it needs neither a word beside it nor an open edge:
/// 上昆|周晓峰, 外甥|王霜.
fn outstanding_at(scene: &Scene, names: Names, start: usize, before: Option<&Token>) -> Option<Range<usize>> {
    // The bits that the sweep has set rule out most words.
    if !scene.opens(&scene.lexicon.names.surnames, start) || scene.opens(&scene.lexicon.people.beside, start)
    {
        return None;
    }
    let opaque = |token: &Token| token.range.len() == HAN_BYTES || is_named(token) || names.is_guess(token);
    let apart = before.is_none_or(|before| {
        before.range.len() > HAN_BYTES || may_precede(before.tag) || !scene.text[..start].ends_with(is_han)
    });
    let token = names.token_starting(start).filter(|token| apart && !is_function(token) && opaque(token))?;
    // Most characters that are also surnames stand before a known word.
    let after_surname = scene.surname_at(start)?;
    let alone = token.range.end <= after_surname;
    if alone && !names.token_starting(token.range.end).is_some_and(opaque)
        || scene.text[..start].ends_with(['《', '·', '—', '-'])
    {
        return None;
    }
    // Characters that no given name holds are more likely a place's: 上|闫垌.
    let ends = names.given_ends(after_surname).filter(|end| !names.holds_rare(after_surname..*end));
    let leads = ends.filter_map(|end| {
        let loss = names.loss_at(end)?;
        let broken = if names.token_ending(end).is_some() { 0.0 } else { loss };
        Some((end, names.lead(start..end, after_surname) - broken))
    });
    let (end, lead) = leads.max_by(|one, other| one.1.total_cmp(&other.1))?;
    let name = start..end;
    let rest = &scene.text[end..];
    // A list may hold things of any kind: 邵永、铜吉、长赣等线路.
    let listed = scene.text[..start].ends_with('、') || rest.starts_with('、');
    let least = if name.len() >= FULL_NAME_BYTES { OUTSTANDING } else { SHORT_OUTSTANDING };
    let least = if listed { least + LISTED } else { least };
    let text = scene.slice(&name);
    let cues = &scene.lexicon.name_cues;
    let local = [NameCue::LocalEnding, NameCue::LocalLevel, NameCue::KnownLevel, NameCue::Land];
    let stands = lead >= least
        && names.is_plausible(&name)
        && (is_free(scene, text) || names.is_known_name(start, end))
        && cues.closing(text, NameCue::Land).is_none()
        && !local.iter().any(|cue| cues.opening(rest, *cue).is_some())
        && scene.at(&scene.lexicon.people.known, start).is_none_or(|(known, _)| known.end < end)
        && !names.opens_doctrine(end);
    (stands && !is_other_name(scene, &name) && !is_inside_quotes(scene.text, &name)).then_some(name)
}

/// The name that starts here, if one can.
fn bare_at(scene: &Scene, names: Names, start: usize) -> Option<Range<usize>> {
    let known = scene.at(&scene.lexicon.people.known, start).map(|(known, _)| known.end);
    if known.is_some_and(|known| !names.is_longer_word(start, known)) {
        return None;
    }
    if let Some(end) = names.end_of_parts(start) {
        return Some(start..end);
    }
    let surnamed = Some(start).filter(|start| may_suffice(scene, names, *start));
    let surnamed = surnamed.and_then(|start| names.shaped_at(start));
    let surnamed = surnamed.filter(|shaped| suffices(scene, names, start, *shaped));
    let foreign = || {
        let foreign = may_transcribe(scene, names, start).then_some(start);
        let foreign = foreign.and_then(|start| names.transcribed_shape_at(start));
        let foreign = foreign.filter(|shaped| foreign_suffices(scene, names, start, *shaped));
        // A destination is a place: 抵达|莫里萨卡.
        foreign.filter(|shaped| !is_spot(scene, &(start..shaped.end)))
    };
    let name = start..surnamed.or_else(foreign)?.end;
    (!is_other_name(scene, &name) && !is_inside_quotes(scene.text, &name)).then_some(name)
}

/// The byte where a name can start inside a word of the segmenter's guess: after a particle that it took
/// along (和王霜).
fn after_particle(scene: &Scene, token: &Token) -> Option<usize> {
    // A particle is a word of the vocabulary.
    if !scene.opens(&scene.lexicon.people.beside, token.range.start) {
        return None;
    }
    let word = token.word;
    let first = word.chars().next().map(char::len_utf8).filter(|first| *first < word.len())?;
    let class = scene.lexicon.people.beside.get(&word[..first]);
    let particle = matches!(class, Some(Beside::Joiner | Beside::Follower)) && !scene.knows(token);
    particle.then_some(token.range.start + first)
}

/// Whether a name can open here: a cheap test that most words fail.
fn may_open(scene: &Scene, names: Names, start: usize) -> bool {
    let lexicon = &scene.lexicon.names;
    scene.opens(&lexicon.surnames, start)
        || scene.opens(&lexicon.parts, start)
        || may_transcribe(scene, names, start)
}

/// Whether a transcribed name can start here. A run of two characters must be a name, or a word of the
/// segmenter's guess.
fn may_transcribe(scene: &Scene, names: Names, start: usize) -> bool {
    let opaque = |token: &Token| token.range.len() > 3 && (is_named(token) || !scene.knows(token));
    match names.transcribing_run(start, MIN_FOREIGN_CHARS + 1) {
        MIN_FOREIGN_CHARS => names.token_starting(start).is_some_and(opaque),
        run => run > MIN_FOREIGN_CHARS,
    }
}

/// Whether a Chinese name that starts here can suffice, however far it leads. Most cannot, and this test is
/// cheaper than the lead.
fn may_suffice(scene: &Scene, names: Names, start: usize) -> bool {
    let Some(surname) = scene.surname_at(start) else { return false };
    let fits = |end: usize| {
        let full = end - start >= FULL_NAME_BYTES;
        does(scene, names, end)
            || full && (is_free(scene, &scene.text[start..end]) || names.is_known_name(start, end))
    };
    // The presenting word before the name does not depend on where the name ends.
    let is_presented = is_presented(scene, names, start);
    let may_end = |end: usize| (is_presented || fits(end)) && names.loss_at(end).is_some();
    names.given_ends(surname).any(may_end)
}

/// Whether a name stands by itself where nothing presents it: it neither reads as words nor opens like one.
fn is_free(scene: &Scene, name: &str) -> bool {
    scene.lexicon.name_cues.opening(name, NameCue::Particle).is_none() && !is_wordlike(scene, name)
}

/// Whether a word of this tag can stand before a name: a verb, a particle or a time.
fn may_precede(tag: &str) -> bool {
    matches!(tag, "v" | "p" | "c" | "u" | "ul" | "uj" | "d" | "t" | "vi" | "ad" | "f")
}

/// Whether a name can start here, at the end of this word: after a mark, a verb, a particle or a time.
fn is_open(scene: &Scene, word: Option<&Token>, start: usize) -> bool {
    let before = scene.text[..start].chars().next_back();
    let ends = |word: &str, cue| scene.lexicon.name_cues.closing(word, cue).is_some();
    before.is_none_or(|c| !is_han(c) && !matches!(c, '《' | '·' | '—' | '-') && !c.is_alphanumeric())
        || match word {
            // A noun that says who the person is: 弟子|周文远.
            Some(token) => may_precede(token.tag) || ends(token.word, NameCue::Person),
            None => true,
        }
}

/// Whether a Chinese name leads far enough; before a deed that only people do, it needs less.
fn suffices(scene: &Scene, names: Names, start: usize, shaped: Shaped) -> bool {
    let full = shaped.end - start >= FULL_NAME_BYTES;
    let presented = does(scene, names, shaped.end) || is_presented(scene, names, start);
    let least = match (presented, full) {
        (true, true) => BEFORE_DEED,
        (true, false) => SHORT_BEFORE_DEED,
        (false, true) => SURE,
        (false, false) => return false,
    };
    let name = &scene.text[start..shaped.end];
    // A word with a word of place is no name: 在贺信中|指出.
    let cues = &scene.lexicon.name_cues;
    let noun = name.trim_end_matches(|c| cues.has(c, NameCue::Where));
    let where_ = noun.len() < name.len() && scene.lexicon.knows(noun);
    let sure = || {
        let land = is_landlike(scene, name)
            || cues.closing(name, NameCue::Land).is_some() && shaped.lead < SURE_ON_LAND;
        !land && (is_free(scene, name) || names.is_known_name(start, shaped.end))
    };
    shaped.lead >= least && !where_ && (presented || sure())
}

/// Whether two of three characters are a common word, the first two (廉洁|关) or the last (惠|民生).
fn is_wordlike(scene: &Scene, name: &str) -> bool {
    let mut edges = name.char_indices().map(|(at, _)| at).skip(1);
    let (Some(second), Some(third)) = (edges.next(), edges.next()) else { return false };
    let known =
        |word: &str| scene.lexicon.knows(word) && scene.lexicon.names.surname(word) != Some(word.len());
    known(&name[..third]) || known(&name[second..]) && scene.lexicon.share(&name[second..]) > COMMON
}

/// Whether the name ends as waters and heights do and its surname is not among the commonest.
fn is_landlike(scene: &Scene, name: &str) -> bool {
    let names = &scene.lexicon.names;
    let surname = names.surname(name).and_then(|end| names.surname_share(&name[..end]));
    let is_land = scene.lexicon.name_cues.closing(name, NameCue::Land).is_some();
    is_land && surname.is_none_or(|share| share < COMMON_SURNAME)
}

/// Whether a transcribed name leads far enough. Words that the dictionary knows (阿拉伯) and members of lists,
/// which may be anything, also need a deed that only people do.
fn foreign_suffices(scene: &Scene, names: Names, start: usize, shaped: Shaped) -> bool {
    let long = shaped.end - start >= FULL_NAME_BYTES;
    // A usual name needs no lead where the clause goes on after it: 亨利|在家.
    if scene.lexicon.people.abroad.contains(&scene.text[start..shaped.end]) && names.goes_on(shaped.end) {
        return true;
    }
    if does(scene, names, shaped.end) {
        let whole = |token: &Token| token.range.end == shaped.end && names.is_guess(token);
        let guessed = names.token_starting(start).is_some_and(whole);
        return shaped.lead >= if guessed { GUESSED_BEFORE_DEED } else { FOREIGN_BEFORE_DEED };
    }
    let rest = &scene.text[shaped.end..];
    let ends = || {
        let long = names.token_starting(shaped.end).is_some_and(|token| token.range.len() > 3);
        names.closes(shaped.end) || names.goes_on(shaped.end) && long
    };
    if !scene.lexicon.knows(&scene.text[start..shaped.end]) && ends() && follows_country(scene, names, start)
    {
        return shaped.lead >= FOREIGN_OF_COUNTRY;
    }
    let verb =
        names.token_starting(shaped.end).is_some_and(|token| matches!(token.tag, "v" | "d" | "p" | "vi"));
    let word = &scene.text[start..shaped.end];
    let other = scene.lexicon.knows(word) && !names.is_tagged(start..shaped.end);
    let whole = long || names.transcribing_run(shaped.end, 1) == 0;
    let alone = verb && rest.starts_with(is_han) && !other && whole;
    alone && shaped.lead >= FOREIGN_SURE
}

/// Whether a deed that people alone do, or a verb of saying, follows.
fn does(scene: &Scene, names: Names, end: usize) -> bool {
    let deed = after_adverbs(scene, end);
    let class = scene.beside_at(deed).map(|(_, class)| class);
    matches!(class, Some(Beside::Deed | Beside::Verb | Beside::Quoting | Beside::Courtesy))
        && (names.token_starting(deed).is_some() || deed == end)
}

/// Whether a word that stands before people alone ends here: 被告人, 免去.
fn is_presented(scene: &Scene, names: Names, start: usize) -> bool {
    let Some(token) = names.token_ending(start) else { return false };
    let beside = &scene.lexicon.people.beside;
    let object = scene.opens(beside, token.range.start) && beside.get(token.word) == Some(&Beside::Object);
    object || is_person_noun(scene, token) && names.token_starting(start).is_some_and(is_named)
}

/// Whether the word is a noun that says who a person is: 发行员, 弟子.
fn is_person_noun(scene: &Scene, token: &Token) -> bool {
    token.tag == "n"
        && token.range.len() > 3
        && scene.lexicon.name_cues.closing(token.word, NameCue::Person).is_some()
}

/// Whether the person's country stands before the name, with or without 的: 德国的|霍尔格, 匈牙利|科瓦茨.
fn follows_country(scene: &Scene, names: Names, start: usize) -> bool {
    let end = scene.text[..start].strip_suffix('的').map_or(start, str::len);
    let token = names.token_ending(end).filter(|token| token.tag == "ns");
    token.is_some_and(|token| scene.lexicon.places.is_country(token.word))
}

/// Whether these characters name a place or a body.
fn is_other_name(scene: &Scene, name: &Range<usize>) -> bool {
    let lexicon = scene.lexicon;
    let text = scene.slice(name);
    lexicon.places.is_place(text) || lexicon.bodies.names.contains(text)
}

/// Whether these characters are, in this sentence, a place or part of one.
fn is_spot(scene: &Scene, name: &Range<usize>) -> bool {
    let spots = scene.spots();
    let at = spots.partition_point(|spot| spot.range.end < name.end);
    spots.get(at).is_some_and(|spot| spot.sure && spot.range.start <= name.start)
}

/// Whether quotation marks or title marks enclose the name and nothing else.
fn is_inside_quotes(text: &str, name: &Range<usize>) -> bool {
    text[..name.start].ends_with(['“', '《', '‘']) && text[name.end..].starts_with(['”', '》', '’'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn found(text: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let names = bare(scene, Names::new(scene));
            names.iter().map(|name| scene.slice(name).to_owned()).collect()
        })
    }

    #[test]
    fn names_stand_by_their_shape() {
        for (text, name) in [
            ("周晓峰在男子百米决赛中跑出10秒01。", "周晓峰"),
            ("法院依法对孙德明作出决定。", "孙德明"),
            ("昨天,水玉霞公布了名单。", "水玉霞"),
            ("比赛中,王霜打进一球,李琳艳助攻。", "李琳艳"),
            ("判处被告人赵立明有期徒刑。", "赵立明"),
            ("老人的弟子杜建明曾任馆长。", "杜建明"),
            ("扎西次仁和同伴住在山里。", "扎西次仁"),
            ("穆贾希德尔说,谈判将继续。", "穆贾希德尔"),
            ("看着外甥周晓峰走远。", "周晓峰"),
            ("从那里赶来的水玉霞松了口气。", "水玉霞"),
            ("田中留美子走进会场。", "田中留美子"),
            ("米勒在家里写信。", "米勒"),
        ] {
            assert!(found(text).iter().any(|found| found == name), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn words_brands_and_rivers_are_no_names() {
        for text in [
            "高度重视安全生产工作。",
            "办好“宁青超”等赛事。",
            "治理黄沙河、白石河。",
            "代表团抵达莫里萨卡访问。",
            "米勒公司在这里设厂。",
            "加强常态化管理,安全有保障。",
            "和平发展合作共赢。",
            "推进文旅融合,方方面面都要抓。",
            "调结构、惠民生、防风险。",
            "支持阿拉伯各国人民。",
            "把好政治关、廉洁关。",
            "成本高、任务重、时间紧。",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
