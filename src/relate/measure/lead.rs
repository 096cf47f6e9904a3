//! What stands before the verb of a clause: who acts, how firmly, how far it is, and adverbials to pass over.

use std::ops::Range;

use super::adverbial::adverbial;
use super::after::disposes;
use super::fit;
use super::manner;
use super::naming;
use super::others;
use super::preposition::preposition;
use super::signs::Signs;
use super::subject::{self, Subject};
use super::word::{Mark, Word};
use crate::lexicon::{Act, Measures, Preposition};
use crate::record::{Force, MeasureStatus, RecordKind};

/// Most verbs that share an object.
const MAX_SHARING_VERBS: usize = 8;
/// Most words between what is acted on and 由.
const MAX_NEAR_WORDS: usize = 3;
/// Characters of an idiom.
const IDIOM_CHARS: usize = 4;
/// Most words after a verb that are searched for an object.
const MAX_REACH_WORDS: usize = 40;

/// What stands before the verb.
#[derive(Debug, Default)]
pub(super) struct Lead {
    /// The index of the word that opens the verb phrase; `None` where the clause tells no measure.
    pub(super) verb: Option<usize>,
    /// What the clause speaks of, where it says so itself.
    pub(super) subject: Option<Subject>,
    /// The bytes of what 把 puts before the verb.
    pub(super) object: Option<Range<usize>>,
    /// The bytes of what something is done to, after 对.
    pub(super) matter: Option<Range<usize>>,
    /// The bytes of those for whom something is done, after 为.
    pub(super) benefit: Option<Range<usize>>,
    pub(super) signs: Signs,
    /// The index of a preposition whose words go on beyond the clause: 应当根据职责,….
    pub(super) open: Option<usize>,
    /// The noun phrase before the verb, whether or not it acts.
    pub(super) topic: Option<Range<usize>>,
    /// The noun phrase before 由.
    pub(super) passive: Option<Range<usize>>,
    pub(super) at: usize,
}

impl Lead {
    /// Whether the clause opens with its verb, without any qualification: 做好渔政工作.
    pub(super) fn is_bare(&self) -> bool {
        self.verb == Some(0) && self.subject.is_none() && self.signs == Signs::default()
    }
}

/// Reads a clause up to its verb phrase.
pub(super) fn read(words: &[Word], measures: &Measures) -> Lead {
    let mut lead = Lead::default();
    lead.verb = verb(words, measures, &mut lead);
    if lead.verb.is_none() && others::tells_which(words, &lead) || others::befalls(words, &lead) {
        lead.subject = Some(Subject::Other);
    }
    lead
}

fn verb(words: &[Word], measures: &Measures, lead: &mut Lead) -> Option<usize> {
    while let Some(word) = words.get(lead.at) {
        // 突出了加强渔政: what the verb before has brought about is no deed of its own.
        let is_brought = word.text == "了" && lead.at > 0;
        if word.deed.is_bar || word.mark == Mark::De || is_brought {
            return None;
        }
        // 修建码头的单位应当…: the verb only tells which are meant.
        if lead.subject.is_none()
            && lead.object.is_none()
            && let Some(end) = naming::described(words, lead.at, measures)
        {
            let name = word.range.start..words[end - 1].range.end;
            lead.topic = Some(name.clone());
            lead.subject = Some(Subject::Acts(name));
            lead.at = end;
            continue;
        }
        let names = |at: usize| naming::is_name(words, at, measures);
        let passes = word.is(RecordKind::Times)
            || word.deed.is_opener
            || word.tag == "c"
            || sets_out(&words[lead.at..])
            || others::vows(words, lead.at);
        let is_last = || words[lead.at..].iter().all(|word| word.deed.act.is_some());
        // 对渔船予以补助: the verb is done to what stands before it.
        if disposes(word) && lead.object.is_none() {
            lead.object = lead.matter.take();
        }
        if lead.passive.is_some() && is_last() {
            lead.object = lead.passive.take();
        }
        if word.deed.act.is_some() && lead.object.is_some() {
            return Some(lead.at);
        }
        if let Some(preposition) = preposition(words, lead.at) {
            if let Some(role) = subject(words, measures, lead) {
                lead.at = role;
                continue;
            }
            let end = adverbial(words, preposition, lead, measures);
            lead.open = end.is_none().then_some(lead.at);
            lead.at = end?;
        } else if begins(words, lead.at) {
            lead.signs.add(word);
            lead.at += 1;
        } else if word.deed.act.is_some() && !names(lead.at) && opens_phrase(words, lead.at, true)
            || lead.subject.is_none() && naming::moves(words, lead.at, measures)
        {
            return Some(lead.at);
        } else if is_manner(words, lead.at) {
            lead.signs.add(word);
            lead.at += 2;
        } else if let Some(end) = manner::listed(words, lead.at) {
            words[lead.at..end].iter().for_each(|word| lead.signs.add(word));
            lead.at = end;
        } else if word.is_adverb() || is_modal(word) || qualifies(words, lead.at) {
            lead.signs.add(word);
            lead.at += 1;
        } else if passes || matches!(word.mark, Mark::And) {
            lead.at += 1;
        } else {
            if let Some(at) = naming::demanded(words, lead, measures) {
                lead.at = at;
                continue;
            }
            let Some(found) = subject::read(words, lead.at, measures) else {
                lead.subject = naming::bidden(&words[lead.at..], measures).or(lead.subject.take());
                let is_other = opens_statement(&words[lead.at..]);
                lead.subject = lead.subject.take().or(is_other.then_some(Subject::Other));
                return None;
            };
            lead.topic = Some(word.range.start..words[found.end - 1].range.end);
            lead.at = found.end;
            let goes_on = found.subject != Some(Subject::Other) || names_actor(&words[lead.at..]);
            let goes_on = found.precedes_deed && goes_on;
            let first = lead.subject.take().filter(|subject| matches!(subject, Subject::Acts(_)));
            lead.subject = first.or(found.subject);
            if !goes_on {
                lead.at = naming::demanded(words, lead, measures)?;
            }
        }
    }
    None
}

/// Whether the words mean all that is done, and only say how: 一切|从实际出发.
fn sets_out(words: &[Word]) -> bool {
    matches!(words, [all, from, ..] if all.deed.is_whole && from.text == "从" && from.record.is_none())
}

/// Whether a noun opens, of which something is said: 人民收入稳步增长; not 深学细悟, as one word or two.
fn opens_statement(words: &[Word]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let is_noun = first.record.is_some() || first.tag.starts_with('n') && first.text.chars().count() < 4;
    let mut same = rest.iter().take_while(|word| word.mark == Mark::Word);
    is_noun && !first.is(RecordKind::Figures) && same.any(|word| word.tag.starts_with(['v', 'd', 'a']))
}

/// Whether a word says what somebody has to do: 要, 应当.
pub(super) fn is_duty(word: &Word) -> bool {
    is_modal(word) && word.deed.status == Some(MeasureStatus::Planned)
}

/// Whether a clause opens with what somebody has to do: 都要, 应当.
pub(super) fn asks(words: &[Word]) -> bool {
    let says_when = |word: &Word| word.is(RecordKind::Times) || word.is_adverb() && !is_modal(word);
    words.iter().find(|word| !says_when(word)).is_some_and(is_duty)
}

/// Whether the one who acts stands after what is acted on: 方案将由部门起草.
fn names_actor(words: &[Word]) -> bool {
    let near = words.iter().take(MAX_NEAR_WORDS);
    near.take_while(|word| is_modal(word) || word.deed.preposition.is_some())
        .any(|word| word.deed.preposition == Some(Preposition::Actor))
}

/// Passes over a subject that opens with a preposition: 以某人为核心的….
fn subject(words: &[Word], measures: &Measures, lead: &mut Lead) -> Option<usize> {
    // 同以某人为核心的…保持一致: 同 tells with whom.
    let is_companion = lead.at > 0 && words[lead.at - 1].text.ends_with(['同', '与']);
    subject::role(&words[lead.at..]).filter(|_| !is_companion)?;
    let found = subject::read(words, lead.at, measures).filter(|found| found.precedes_deed)?;
    let acts = matches!(found.subject, Some(Subject::Acts(_)));
    acts.then(|| lead.subject = found.subject).map(|()| found.end)
}

/// Whether a word says how firmly or how far, and is no verb of doing: 要, 必须, 已.
pub(super) fn is_modal(word: &Word) -> bool {
    word.deed.act.is_none() && (word.deed.force.is_some() || word.deed.status.is_some())
}

/// Whether an object may open with this word: not in 建成后, 发展中, 要求要; but in 守住不发生…的底线.
fn is_opening(word: &Word, verb: &Word, act: Act) -> bool {
    let is_time = word.text.ends_with(['后', '时', '前', '来']);
    let closes = word.deed.is_localiser && word.record.is_none() && (is_time || verb.deed.is_noun);
    // 解决曾经出现的问题: 曾经 only tells which thing is meant.
    let is_once = word.deed.is_adverb && word.deed.status == Some(MeasureStatus::Done);
    (!is_modal(word) || is_once) && (!word.deed.is_bar || word.deed.is_able || act.is_light) && !closes
}

/// Whether an adjective qualifies the verb after it (准确把握), or an idiom a verb that is no noun (齐心协力修建).
fn qualifies(words: &[Word], at: usize) -> bool {
    let is_idiom = words[at].record.is_none() && words[at].tag == "i" && words[at].deed.act.is_none();
    let is_idiom = is_idiom && words[at].text.chars().count() == IDIOM_CHARS;
    if is_idiom && words.get(at + 1).is_some_and(Word::is_plain_verb) && opens_phrase(words, at + 1, true) {
        return true;
    }
    let next = words.get(at + 1).is_some_and(|next| next.is_plain_verb() || next.is_adverb());
    words[at].tag.starts_with('a') && next || subject::hails(words, at)
}

/// Whether a word says how something is done, whatever it is by itself: 协同地.
pub(super) fn is_manner(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| next.text == "地" && next.tag.starts_with('u'))
}

/// Whether the verb stands after what 把 or 用 opens, or after a time, so that this one only says how far or
/// how firmly: 开始把甲引进乙, 力争用较少投入取得…, 确保在年底前….
fn begins(words: &[Word], at: usize) -> bool {
    let governs = words[at].deed.act.is_some_and(|act| act.is_modifier && act.is_adverbial);
    let strives = words[at].deed.force == Some(Force::Strive) && words[at].deed.act.is_some();
    words.get(at + 1).is_some_and(|next| match next.text {
        "把" => governs || strives,
        "用" | "以" | "通过" => strives,
        "在" | "于" => {
            words[at].deed.force.is_some() && words.get(at + 2).is_some_and(|when| when.is(RecordKind::Times))
        }
        "对" | "对于" | "向" => words[at].text == "开始",
        _ => false,
    })
}

/// Whether 的 follows, so that what looks like a verb phrase only describes a noun.
pub(super) fn is_of_noun(words: &[Word], at: usize) -> bool {
    words[at..].iter().take(MAX_REACH_WORDS).any(|word| word.mark == Mark::De)
}

/// The index of the verb of doing after adverbs.
pub(super) fn verb_after(words: &[Word], from: usize) -> Option<usize> {
    let at = (from..words.len()).find(|at| !words[*at].is_adverb() || words[*at].deed.act.is_some())?;
    words[at].deed.act.is_some().then_some(at)
}

/// Whether a verb phrase opens with the verb of doing at `at`, because something that can be its object
/// follows. After a comma of a list (`is_first` false), a verb that is as often a noun opens none.
pub(super) fn opens_phrase(words: &[Word], at: usize, is_first: bool) -> bool {
    let Some(act) = words.get(at).and_then(|word| word.deed.act).filter(|act| !act.is_late) else {
        return false;
    };
    // 建立在信任上的合作: it only says which thing is meant; 搞得渔民不高兴: it says how something was done.
    let is_placed = words.get(at + 1).is_some_and(|next| {
        // 投资于渔民紧密结合: nor is what a verb is directed at acted on.
        next.record.is_none()
            && (matches!(next.text, "得" | "于") || next.text == "在" && is_of_noun(words, at))
    });
    // 复苏之路: it describes a noun.
    let is_of = words.get(at + 1).is_some_and(|next| next.text.starts_with('之'));
    // 最严格的制度: nor is a word after 最 a verb.
    let is_most = at > 0 && words[at - 1].text == "最";
    if words[at].deed.is_noun && !is_first || is_manner(words, at) || is_of || is_most || is_placed {
        return false;
    }
    let next = after_verb(words, at + 1);
    let Some(first) = words.get(next).filter(|first| is_opening(first, &words[at], act)) else {
        return false;
    };
    if first.mark != Mark::Word {
        return is_bare_list(words, at);
    }
    // 教育优先, 防治结合: what comes first or goes together is a noun.
    let is_ranked = match first.text {
        "优先" => words[at].deed.is_noun || words.get(next + 1).is_none_or(|word| word.mark != Mark::Word),
        // 团结一致, 对标对表 are sayings.
        "一致" | "一心" | "互助" | "协作" | "奋斗" | "合作" | "互信" => {
            words[at].text == "团结"
        }
        "对表" => words[at].text == "对标",
        "结合" | "并举" | "并重" | "为主" | "为先" => true,
        // 港口建设与航道建设协调发展.
        "协调" | "同步" => {
            words[at].deed.is_noun
                && words.get(next + 1).is_some_and(|does| does.deed.act.is_some())
                && words.get(next + 2).is_none_or(|after| after.mark != Mark::Word)
        }
        _ => false,
    };
    if is_ranked {
        return false;
    }
    // 坚定维护, 坚定地执行: a word that may qualify a verb does so before one.
    let qualifies = may_qualify(&words[at]) && !fit::is_way(words, at);
    let is_last = words.get(next + 1).is_none_or(|after| after.mark != Mark::Word);
    let is_verb = first.tag.starts_with('v') && (is_last || !first.is_nominal())
        || first.deed.act.is_some()
        || first.text == "依法"
        || first.deed.preposition.is_some();
    let qualifies = qualifies && (is_verb || first.text == "地");
    if qualifies && first.record.is_none() {
        return false;
    }
    let rest = &words[next..(next + MAX_REACH_WORDS).min(words.len())];
    // 落后产能: the segmenter takes some nouns for verbs.
    let described = first.tag.starts_with('a') && rest.len() > 1 || super::amount::is_counted(act, first);
    described
        || rest.iter().any(Word::is_nominal)
        || (act.is_light || act.is_treating && !first.deed.is_saying)
            && rest.iter().any(|word| word.tag.starts_with('v'))
}

/// Whether a word says, before a verb, how something is done, and is a verb itself before a noun: 严格, 坚定.
fn may_qualify(word: &Word) -> bool {
    word.deed.is_adverb && word.deed.act.is_some_and(|act| act.is_modifier && !act.is_adverbial)
}

/// Whether verbs share the object after the last of them: 谋划、包装、梳理….
pub(super) fn is_bare_list(words: &[Word], at: usize) -> bool {
    // 引导和监督企业: after a governing verb that still lacks its object, a word that is as often a noun is another
    // verb.
    let governs = words[at].tag == "v" && words[at].deed.act.is_some_and(|act| act.is_pivot);
    let shares = |word: &Word| is_verb(word) || governs && word.record.is_none() && word.deed.act.is_some();
    let verbs = std::iter::successors(next_of_list(words, at), |verb| next_of_list(words, *verb));
    verbs.take(MAX_SHARING_VERBS).take_while(|at| shares(&words[*at])).any(|at| opens_phrase_now(words, at))
}

/// The index of the verb that a joint ties to the one at `at`, over adverbs: 防范和依法打击….
pub(super) fn next_of_list(words: &[Word], at: usize) -> Option<usize> {
    let joint =
        words.get(at + 1).filter(|word| matches!(word.mark, Mark::Comma | Mark::Joint | Mark::And))?;
    // 健全和严格执行: a word that may qualify a verb does so before one.
    let acts = |at: usize| words.get(at).is_some_and(|word| word.deed.act.is_some());
    let qualifies = |at: usize| may_qualify(&words[at]) && acts(at + 1);
    let passes = |at: usize| words[at].is_adverb() && (!acts(at) || qualifies(at));
    let next = (at + 2..words.len()).find(|at| !passes(*at));
    // 完善与气候适应的制度: here 与 opens what something goes with.
    next.filter(|next| joint.text != "与" || words[*next].deed.act.is_some())
}

fn opens_phrase_now(words: &[Word], at: usize) -> bool {
    let next = after_verb(words, at + 1);
    let rest = words.get(next..(next + MAX_REACH_WORDS).min(words.len())).unwrap_or_default();
    rest.first().is_some_and(|first| first.mark == Mark::Word) && rest.iter().any(Word::is_nominal)
}

fn is_verb(word: &Word) -> bool {
    let only_qualifies = word.is_adverb() && word.deed.act.is_none();
    let is_other = word.tag == "v" && word.deed.preposition.is_none() && !only_qualifies;
    // 坚决执行: the second part of a divided token has no tag of its own.
    let is_act = word.is_plain_verb() || word.deed.act.is_some() && word.tag == "n";
    word.record.is_none() && (is_act || is_other)
}

/// The index after the words of the verb; complements, 了 and 着 belong to it: 抓好|稳增长, 鼓励|到基层就业. Not what looks
/// like a complement after a verb that has its own, or after one that governs others.
pub(super) fn after_verb(words: &[Word], from: usize) -> usize {
    let verb = from.checked_sub(1).and_then(|at| words.get(at));
    // 站稳, 做强: complements belong to verbs of one character.
    let is_full = verb.is_some_and(|verb| verb.text.chars().nth(1).is_some());
    let governs = verb.and_then(|verb| verb.deed.act).is_some_and(|act| act.is_pivot);
    let belongs = |word: &&Word| {
        // 建成|高标准农田: after a full verb, a quality belongs to the object.
        let is_quality = word.tag.starts_with('a') && word.text != "好" || word.text == "稳";
        // 抓|大保护: 大 and 高 belong to the object as well.
        let is_next = is_full && is_quality || word.text == "高" || governs && word.text == "到";
        word.deed.is_complement && word.record.is_none() && !is_next
    };
    // 提出|到明年的目标: here 到 says by when.
    let is_limit = words.get(from).is_some_and(|word| word.text == "到")
        && verb.is_some_and(|verb| verb.deed.is_saying)
        && words.get(from + 1).is_some_and(|next| next.is(RecordKind::Times));
    let most = if is_limit { 0 } else { 2 };
    from + words.get(from..).unwrap_or_default().iter().take(most).take_while(belongs).count()
}
