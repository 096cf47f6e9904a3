//! Reads the words before a measure that belong only to its name, since the promise is the same without them:
//! how hard it is striven for, how often and where it is done. The name leaves out the deadline, which is
//! told apart.

use super::promise::{BEFORE_DEADLINE, BEHIND_DEADLINE};
use super::reader::Reader;
use crate::lexicon::Vocabulary;
use crate::record::Measure;

/// Words for how often something is done.
const OFTEN: [&str; 5] = ["每年", "每月", "每季度", "年均", "月均"];
/// The longest verb of letting others act, and the longest place, in characters.
const MAX_VERB_CHARS: usize = 4;
const MAX_PLACE_CHARS: usize = 24;
/// The longest text between two verbs that share their object, in characters: 并集中.
const MAX_JOINT_CHARS: usize = 4;
/// Open a bracket that explains an amount.
const NOTES: [&str; 5] = ["按", "含", "不含", "包括", "其中"];
/// Fewest characters of a name without its deadline.
const MIN_NAME_CHARS: usize = 4;
/// Tie verbs that share their object.
pub(super) const JOINTS: [char; 6] = ['和', '与', '并', '及', '或', '、'];

impl Reader<'_> {
    /// The words that lead to a measure whose own words start with `opens`: |推动|出台条例5件, |每年|培训渔民3万人,
    /// |在周边国家|实施项目9个.
    pub(super) fn lead(&self, measure: &Measure, opens: &str) -> String {
        let preceding = self.text_before(measure);
        let before =
            self.verb_in(&preceding, measure).and_then(|verb| preceding[..verb.start].strip_suffix(opens));
        let clause = before.and_then(|before| before.rsplit([',', ';', ':', '。']).next());
        let clause = clause.unwrap_or_default();
        let mut start = clause.len();
        let leads = |text: &str| {
            let text = self.words().without_adverbs(text);
            self.lets(text).or_else(|| often(text)).or_else(|| self.place_before(text))
        };
        while let Some(at) = leads(&clause[..start]).filter(|at| *at < start) {
            start = at;
        }
        let carried =
            before.filter(|_| clause.is_empty()).and_then(|before| self.carried_often(before, measure));
        carried.map_or_else(|| clause[start..].to_owned(), str::to_owned)
    }

    /// How often the measure is done by the clause before it, unless it is work that ends:
    /// 每年|补贴渔民3万元,|培训渔民5万人.
    fn carried_often(&self, before: &str, measure: &Measure) -> Option<&'static str> {
        let last = before.strip_suffix(',')?.rsplit([',', ';', ':', '。']).next()?;
        let often = OFTEN.iter().find(|often| last.starts_with(**often))?;
        let is_amount = last.contains(|c: char| c.is_ascii_digit()) && !measure.figures.is_empty();
        (is_amount && !self.words().finishing.contains(&measure.verb)).then_some(*often)
    }

    /// The byte where a verb starts that ends the text and lets others act or tells how hard it is striven
    /// for, and is no work of its own: |支持|建立机制.
    fn lets(&self, text: &str) -> Option<usize> {
        let words = self.words();
        let is_one = |word: &str| {
            let is_work = words.finishing.contains(word) || word == "组织";
            let lets = [&words.letting, &words.moving, &words.force];
            !is_work && lets.iter().any(|words| words.contains(word))
        };
        let starts = text.char_indices().rev().map(|(at, _)| at).take(MAX_VERB_CHARS).skip(1);
        starts.filter(|at| is_one(&text[*at..])).last()
    }

    /// The byte where the place starts that ends the text: |在先进材料、海洋装备等领域|实施专项9项; not a mere time.
    fn place_before(&self, text: &str) -> Option<usize> {
        let at = text.rfind('在')?;
        let place = &text[at + '在'.len_utf8()..];
        let is_word = self.words().being.end(&text[..at]);
        let is_there = self.words().wheres.end(place) || self.lexicon.places.is_place(place);
        (!is_word && is_there && place.chars().count() <= MAX_PLACE_CHARS).then_some(at)
    }

    /// The verbs that share an object, as they stand: 改造|和新|建学校5所, 确定|并集中|支持5县.
    pub(super) fn verbs(&self, verbs: &[&Measure]) -> String {
        let mut said = verbs[0].verb.clone();
        let mut rest = verbs[0].text.split_once(&said).map_or("", |(_, rest)| rest);
        for next in verbs[1..].iter().map(|measure| measure.verb.as_str()) {
            let (between, after) = rest.split_once(next).unwrap_or_default();
            let ties = between.starts_with(JOINTS) && between.chars().count() <= MAX_JOINT_CHARS;
            said = format!("{said}{}{next}", if ties { between } else { "、" });
            rest = after;
        }
        said
    }

    /// The name of an entry, from the words of its measure.
    pub(super) fn name_of(&self, words: String, measure: &Measure) -> String {
        self.without_deadline(without_note(words), measure)
    }

    /// A name without its deadline: 力争|到2030年|新建渔港9座, |今年要|把产量提高到5万吨.
    fn without_deadline(&self, name: String, measure: &Measure) -> String {
        let time = self.due_time(measure).map(|time| time.text.as_str());
        let Some((before, after)) = time.and_then(|time| name.split_once(time)) else { return name };
        let before = before.strip_suffix(BEFORE_DEADLINE).unwrap_or(before);
        let after = after.strip_prefix("时间").unwrap_or(after).trim_start_matches(BEHIND_DEADLINE);
        let after = if before.is_empty() { after.trim_start_matches('要') } else { after };
        let rest = format!("{before}{after}");
        if rest.chars().count() < MIN_NAME_CHARS { name } else { rest }
    }
}

/// The byte where a word for how often starts that ends the text: |每年|培训3万人.
fn often(text: &str) -> Option<usize> {
    OFTEN.iter().find_map(|often| text.strip_suffix(often)).map(str::len)
}

/// A name without a bracket that only explains its amount: 产值达到5亿元|（按不变价格计算）|.
fn without_note(name: String) -> String {
    let note = name.strip_suffix(['）', ')']).and_then(|open| open.rsplit_once(['（', '(']));
    match note {
        Some((named, note)) if NOTES.iter().any(|opens| note.starts_with(opens)) => named.to_owned(),
        _ => name,
    }
}

/// The words before the verb, as they are compared: 改造和| is 改造、|.
pub(super) fn plain_joint(opens: &str, finishing: &Vocabulary<()>) -> String {
    let verb = opens.strip_suffix(JOINTS).filter(|verb| finishing.contains(verb));
    verb.map_or_else(|| opens.to_owned(), |verb| format!("{verb}、"))
}
